"""The forms an answer can take.

A text reaches an answer only through its constructor, and every constructor cleans: an
answer that exists is safe to store, paint and print.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import Promise, Whose

MOST_CHARACTERS = 8_000
MOST_LINES = 100


class AnswerForm(StrEnum):
    """How a prompt is answered."""

    TEXT = "text"
    ONE_WORD = "one-word"
    PICK_ONE = "pick-one"
    PICK_MANY = "pick-many"
    YES_NOT_YET = "yes-not-yet"
    LIST = "list"
    SORT = "sort"
    PROMISE = "promise"
    IF_THEN = "if-then"
    SAY_ONLY = "say-only"
    ON_SCREEN_ONLY = "on-screen-only"
    MINE_OURS_SYSTEM = "mine-ours-system"

    @property
    def is_only_said(self) -> bool:
        """Whether it takes no answer: whoever was asked has done with it what there is to do."""
        return self is AnswerForm.SAY_ONLY

    @property
    def is_left_after_a_stop(self) -> bool:
        """Whether a stop rule leaves it: no words of the officer's own can be written in it."""
        return self in (AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET)


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they were written; fragments are as good as prose."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Picked:
    """The value of one choice."""

    value: str


@dataclass(frozen=True, slots=True)
class PickedMany:
    """The values of any number of choices, in the order they are offered."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YesNotYet:
    """Yes, or not yet. There is no `no`: not yet leaves the door open."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """One thing a line."""

    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", _clean_lines(self.lines))


@dataclass(frozen=True, slots=True)
class Sorted:
    """Today's business: what cannot move, what can flex, what is theirs to decide.

    Sorting it before any principle is asked keeps a choice from being offered that is not
    one (Dobson 2011 on conditionality; Mayday Trust, Wisdom 5 of 9).
    """

    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for group in SORT_GROUPS:
            object.__setattr__(self, group, _clean_lines(getattr(self, group)))

    def group(self, name: str) -> tuple[str, ...]:
        return {"must": self.must, "may": self.may, "theirs": self.theirs}[name]


@dataclass(frozen=True, slots=True)
class Carried:
    """What went wrong, by whose it is to carry: mine, my organisation's, the system's.

    The nearest person tends to carry all of it (Alden 2025; Mayday Trust, Wisdom 8 of 9).
    """

    mine: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    system: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for group in CARRY_GROUPS:
            object.__setattr__(self, group, _clean_lines(getattr(self, group)))

    def group(self, name: str) -> tuple[str, ...]:
        return {"mine": self.mine, "ours": self.ours, "system": self.system}[name]


@dataclass(frozen=True, slots=True)
class Promised:
    """What was said would happen, in the order it was written down."""

    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class IfThen:
    """One plan: a moment to notice and one thing to do (Gollwitzer and Sheeran 2006)."""

    if_: str = ""
    then: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "if_", clean_line(self.if_))
        object.__setattr__(self, "then", clean_line(self.then))


Answer: TypeAlias = (
    Text | Picked | PickedMany | YesNotYet | Lines | Sorted | Carried | Promised | IfThen
)

SORT_GROUPS = ("must", "may", "theirs")
SORT_LABELS = {
    "must": "Must · cannot move today",
    "may": "May · can flex",
    "theirs": "Theirs · is theirs to decide",
}
CARRY_GROUPS = ("mine", "ours", "system")
CARRY_LABELS = {
    "mine": "Mine",
    "ours": "Ours · my organisation’s",
    "system": "The system’s",
}
YES, NOT_YET = "yes", "not yet"
ALL_MINE = "all mine"
"""What a gate hears of several promises when every one of them is the officer's own."""


def _clean_lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in (clean_line(line).strip() for line in lines) if line)


def is_empty(answer: Answer) -> bool:
    """Whether nothing has been said yet: going on from here is a skip."""
    match answer:
        case Text(text):
            return not text.strip()
        case PickedMany(values):
            return not values
        case Lines(lines):
            return not lines
        case Sorted(must, may, theirs):
            return not (must or may or theirs)
        case Carried(mine, ours, system):
            return not (mine or ours or system)
        case Promised(promises):
            return not promises
        case IfThen(if_, then):
            return not (if_.strip() or then.strip())
        case Picked() | YesNotYet():
            return False


def words_for_gates(answer: Answer) -> frozenset[str]:
    """What a gate may test. Free text says nothing here: nobody's words steer the walk."""
    match answer:
        case Picked(value):
            return frozenset({value})
        case PickedMany(values):
            return frozenset(values)
        case YesNotYet(yes):
            return frozenset({YES if yes else NOT_YET})
        case Sorted():
            return frozenset(name if answer.group(name) else f"no {name}" for name in SORT_GROUPS)
        case Carried():
            return frozenset(name if answer.group(name) else f"no {name}" for name in CARRY_GROUPS)
        case Promised(promises):
            all_mine = len(promises) > 1 and all(each.whose is Whose.MINE for each in promises)
            return frozenset({ALL_MINE}) if all_mine else frozenset()
        case _:
            return frozenset()


def words_a_form_can_say(form: AnswerForm, values: Sequence[str]) -> frozenset[str]:
    """Every word an answer of this form can give to a gate; `values` are those of its choices."""
    match form:
        case AnswerForm.PICK_ONE | AnswerForm.PICK_MANY:
            return frozenset(values)
        case AnswerForm.YES_NOT_YET:
            return frozenset({YES, NOT_YET})
        case AnswerForm.SORT:
            return frozenset([*SORT_GROUPS, *(f"no {name}" for name in SORT_GROUPS)])
        case AnswerForm.MINE_OURS_SYSTEM:
            return frozenset([*CARRY_GROUPS, *(f"no {name}" for name in CARRY_GROUPS)])
        case AnswerForm.PROMISE:
            return frozenset({ALL_MINE})
        case _:
            return frozenset()


def check_length(answer: Answer) -> None:
    """Raise `AnswerNotTaken` when an answer is longer than one answer may be."""
    length = len(as_text(answer))
    if length > MOST_CHARACTERS:
        raise AnswerNotTaken(
            f"This answer has {length:,} characters; one answer holds {MOST_CHARACTERS:,}.",
            "Nothing was cut. Take something out, or let the rest wait for another answer.",
        )
    if _count(answer) > MOST_LINES:
        raise AnswerNotTaken(f"This answer has more than {MOST_LINES} lines.")


def _count(answer: Answer) -> int:
    """How many things are listed."""
    match answer:
        case Lines(lines):
            return len(lines)
        case Sorted(must, may, theirs):
            return len(must) + len(may) + len(theirs)
        case Carried(mine, ours, system):
            return len(mine) + len(ours) + len(system)
        case Promised(promises):
            return len(promises)
        case _:
            return 1


def as_text(answer: Answer) -> str:
    """An answer as lines of plain text, choices by their value."""
    match answer:
        case Text(text):
            return text
        case Picked(value):
            return value
        case PickedMany(values):
            return ", ".join(values)
        case YesNotYet(yes):
            return YES if yes else NOT_YET
        case Lines(lines):
            return "\n".join(lines)
        case Sorted():
            return _by_group({SORT_LABELS[name]: answer.group(name) for name in SORT_GROUPS})
        case Carried():
            return _by_group({CARRY_LABELS[name]: answer.group(name) for name in CARRY_GROUPS})
        case Promised(promises):
            return "\n".join(
                " · ".join(
                    [promise.text, promise.whose.label]
                    + ([promise.due.isoformat()] if promise.due else [])
                )
                for promise in promises
            )
        case IfThen(if_, then):
            return f"If {if_}, then I will {then}"


def texts_of(answer: Answer) -> tuple[str, ...]:
    """Every text of an answer by itself, as it was written; none where nothing is written."""
    match answer:
        case Text(text):
            return (text,) if text else ()
        case Lines(lines):
            return lines
        case Sorted():
            return tuple(line for name in SORT_GROUPS for line in answer.group(name))
        case Carried():
            return tuple(line for name in CARRY_GROUPS for line in answer.group(name))
        case Promised(promises):
            return tuple(promise.text for promise in promises)
        case IfThen(if_, then):
            return tuple(each for each in (if_, then) if each)
    return ()


def _by_group(groups: Mapping[str, tuple[str, ...]]) -> str:
    return "\n".join(f"{label}: {'; '.join(lines)}" for label, lines in groups.items() if lines)
