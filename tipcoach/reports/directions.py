"""Which way a text is read: a file says it of each stretch, for not every program finds out."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LEFT, _RIGHT = ("L",), ("R", "AL")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text that is all read one way."""

    text: str
    is_right_to_left: bool


def is_right_to_left(text: str) -> bool:
    """Whether its first letter belongs to a script that is read from the right."""
    letters = (_way(character) for character in text)
    return next((way for way in letters if way is not None), False)


def stretches(text: str) -> Iterator[Stretch]:
    """The whole of `text` in order. What is no letter goes with the letters before it."""
    begin, current = 0, is_right_to_left(text)
    for place, character in enumerate(text):
        way = _way(character)
        if way is not None and way is not current:
            yield Stretch(text[begin:place], current)
            begin, current = place, way
    if begin < len(text):
        yield Stretch(text[begin:], current)


def _way(character: str) -> bool | None:
    """Whether a letter is read from the right; `None` for what is no letter."""
    way = unicodedata.bidirectional(character)
    return True if way in _RIGHT else False if way in _LEFT else None
