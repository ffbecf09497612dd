"""What became of something in an entry, written as a record of its own.

An entry is never rewritten. What is learned of it later is a follow-up that names what it is
about and which follow-up it replaces; what holds now is a fold over those links. No clock is
asked: it may have been wrong, and files may arrive in any order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeAlias, TypeVar

from tipcoach.practice.plaintext import clean, clean_line


@dataclass(frozen=True, slots=True)
class Recorded:
    """Whether what a stop rule sent elsewhere has been recorded there."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """Whether the entry must stay, such as while somebody's request for records is open.

    `look_again` is the day to ask whether it still must. A hold lasts until it is lifted:
    destroying what has been asked for can be an offence (Data Protection Act 2018, s. 173).
    """

    holds: bool
    look_again: date | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", clean(self.reason))


@dataclass(frozen=True, slots=True)
class Review:
    """The entry was looked at and stays; `again` is the day to look at it again."""

    again: date


class Became(StrEnum):
    """What a promise came to. None of them is a mark: a new date in good time keeps trust, too."""

    KEPT = "kept"
    RENEGOTIATED = "renegotiated"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class PromiseOutcome:
    """What became of the promise `number`, counted from one, of the entry it is said of.

    `due` is the new day of one that was renegotiated. `told` says whether those it was made to
    have heard; nothing where there was nothing to tell. `because` is the id of a barrier.
    """

    number: int
    became: Became
    due: date | None = None
    told: bool | None = None
    because: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "because", clean_line(self.because))


@dataclass(frozen=True, slots=True)
class SessionView:
    """How the other of the two sees the record of a session: `agreed`, or otherwise.

    `words` are theirs, and are empty when they agreed.
    """

    agreed: bool
    words: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", clean(self.words).strip())


Said: TypeAlias = Recorded | Hold | Review | PromiseOutcome | SessionView


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing said of the entry `about`, in place of the follow-up `replaces`."""

    id: str
    created: datetime
    about: str
    said: Said
    replaces: str | None = None


class _Replacing(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def replaces(self) -> str | None: ...


Word = TypeVar("Word", bound=_Replacing)


def unreplaced(words: Sequence[Word]) -> tuple[Word, ...]:
    """Of what was said of one thing, what none of the rest replaces.

    There is more than one when two windows, or two machines, have each said something:
    neither has taken the other's place.
    """
    replaced = {word.replaces for word in words}
    return tuple(word for word in words if word.id not in replaced)


def standing(
    follow_ups: Iterable[FollowUp], about: Iterable[str], kind: type[Said]
) -> tuple[FollowUp, ...]:
    """What of one kind is said of an entry now; `about` are the ids of all its versions."""
    versions = {*about}
    return unreplaced(
        [each for each in follow_ups if each.about in versions and type(each.said) is kind]
    )
