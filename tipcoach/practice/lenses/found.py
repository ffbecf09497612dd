"""What stands at a place of a text that somebody might be known by."""

from typing import NamedTuple


class Found(NamedTuple):
    """A kind of identifier from `start` to `end`, in characters. A `soft` one is a guess."""

    kind: str
    start: int
    end: int
    soft: bool = False
