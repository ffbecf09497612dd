"""A notice: what a lens saw in a text, where, why it may matter, and another way to say it."""

from dataclasses import dataclass
from enum import StrEnum


class Lens(StrEnum):
    """The lenses there are. Each can be switched off."""

    WORDING = "wording"
    IDENTIFIERS = "identifiers"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a lens saw at `start` to `end` of a text, in characters; `quote` is what stands there.

    `about` names the family of wording or the kind of identifier. `ask` is a short question,
    `instead` other words that could stand in place of the quote, and `why` the reason; of the
    first two either may be empty. A `soft` notice is a guess, and gives way to any other.
    """

    lens: Lens
    about: str
    start: int
    end: int
    quote: str
    why: str
    ask: str = ""
    instead: str = ""
    soft: bool = False

    @property
    def instead_is_an_example(self) -> bool:
        """Whether the other words are one answer to its question, which may not be what happened
        here; without a question they are other words for the same."""
        return self.lens is Lens.WORDING and bool(self.ask and self.instead)


def in_order(notices: list[Notice]) -> tuple[Notice, ...]:
    """As they stand in the text. Of two that overlap, the longer stays; one that is not soft
    before one that is."""
    kept: list[Notice] = []
    for one in sorted(notices, key=lambda one: (one.soft, one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
