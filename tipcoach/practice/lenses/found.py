"""What somebody might be known by: which kinds there are, and one at its place in a text."""

from dataclasses import dataclass
from typing import NamedTuple

OWN, STORY = "own-list", "singular-story"
KINDS = (
    "name",
    "name-after-title",
    "own-list",
    "address",
    "postcode",
    "phone",
    "email",
    "ni-number",
    "nhs-number",
    "chi-number",
    "plate",
    "reference",
    "long-number",
    "exact-date",
    "singular-story",
)
"""What can be found, by the ids that the lens file gives words to."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of identifier: what it is called, why it may matter, what could stand there."""

    id: str
    term: str
    why: str
    ask: str
    blur: str


class Found(NamedTuple):
    """A kind of identifier from `start` to `end`, in characters. A `soft` one is a guess."""

    kind: str
    start: int
    end: int
    soft: bool = False
