"""Wrap text to columns of a terminal, counting wide characters as the two they take."""

import unicodedata
from collections.abc import Iterator

MORE = " … more"


def width_of(text: str) -> int:
    """The columns `text` takes; marks and joiners take none."""
    return sum(_columns(character) for character in text)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; a word longer than that is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _pieces(paragraph, width):
            joined = f"{line} {word}" if line else word
            if width_of(joined) <= width:
                line = joined
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines


def fold(text: str, width: int, rows: int) -> list[str]:
    """Like `wrap`, at most `rows` lines; a text cut short says that there is more."""
    lines = wrap(text, width)
    if len(lines) <= rows:
        return lines
    last = lines[rows - 1]
    while last and width_of(last + MORE) > width:
        last = last[:-1]
    return [*lines[: rows - 1], last.rstrip() + MORE]


def _pieces(paragraph: str, width: int) -> Iterator[str]:
    for word in paragraph.split(" "):
        piece = ""
        for character in word:
            if piece and width_of(piece) + _columns(character) > width:
                yield piece
                piece = ""
            piece += character
        if piece:
            yield piece


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
