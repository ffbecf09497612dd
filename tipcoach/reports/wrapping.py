"""Wrap text to columns of a terminal, counting wide characters as the two they take."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

MORE = " … more"
_COMMAND = re.compile(r" +tipcoach(?: [\w./-]+)+")


def width_of(text: str) -> int:
    """The columns `text` takes; marks and joiners take none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; a word longer than that is broken.

    What stands in from the margin stays there, with all that follows it on further lines.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = paragraph.lstrip(" ")
        indent = " " * min(len(paragraph) - len(words), width // 3)
        lines += [f"{indent}{line}" if line else "" for line in _filled(words, width - len(indent))]
    return lines


def break_between_words(text: str, width: int) -> str:
    """The text with lines of at most `width` columns, where words let it; nothing else changes.

    A word that is longer stays whole, and so does a command on a line of its own, for they are
    copied; what stood in from the margin stays there.
    """
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if len(line) * 2 <= width or width_of(line) <= width or _COMMAND.fullmatch(line):
        return line
    indent = " " * min(len(line) - len(line.lstrip(" ")), width // 3)
    lines, room, start, cut = [], width, 0, 0
    for at, character in enumerate(line):
        room -= _columns(character)
        if character == " " and line[start:at].strip():
            cut = at
        if room < 0 and cut:
            lines.append(line[start:cut].rstrip(" "))
            start = cut + len(line[cut:]) - len(line[cut:].lstrip(" "))
            room, cut = width - len(indent) - width_of(line[start : at + 1]), 0
    lines.append(line[start:])
    first, *rest = lines
    return "\n".join([first, *(f"{indent}{each}" for each in rest if each)])


def _filled(paragraph: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for word in _pieces(paragraph, width):
        gap = " " if line else ""
        needed = len(gap) + width_of(word)
        if taken + needed <= width:
            line, taken = f"{line}{gap}{word}", taken + needed
        else:
            yield line
            line, taken = word, width_of(word)
    yield line


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
    for word in filter(None, paragraph.split(" ")):
        if width_of(word) <= width:
            yield word
            continue
        piece = ""
        for character in word:
            if piece and width_of(piece + character) > width:
                yield piece
                piece = ""
            piece += character
        yield piece


# A text has few characters of its own, and the tables of Unicode are slow to ask.
@lru_cache(4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
