"""A shared copy: the parts of an entry that its officer chose for one reader, and nothing else.

It names neither the entry nor the day: a month, what the visit was about, the officer's own
question, and each part as it was asked and answered. A due date is due or past, for the day
would say when the visit was (practice evidence 7.2: per item, previewed, month only).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.answer import Promised, YesNotYet, as_text
from tipcoach.practice.checklist import RECORDED_PROMPT, Principle
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.practice.plaintext import clean
from tipcoach.practice.promises import Promise

MOST_IN_A_QUESTION = 500
"""Characters of the question an officer brings."""
MOST_IN_A_PART = 10_000
"""Characters of one part: an answer at its longest, with what stands beside each promise."""


@dataclass(frozen=True, slots=True)
class SharedPart:
    """One question as it was asked, and the answer as its reader will see it."""

    principle: Principle | None
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """What one reader gets. `month` is `YYYY-MM`; `heavy` asks the reader to be ready for it.

    `question` is what the officer brings; `principle` the one they name, if they name one.
    """

    kind: Kind
    concerning: str
    month: str
    question: str
    principle: Principle | None
    heavy: bool
    parts: tuple[SharedPart, ...]


def can_be_shared(entry: Entry) -> bool:
    """Whether parts of an entry may be shared at all."""
    return not entry.kind.is_never_shared and bool(parts_to_choose(entry))


def parts_to_choose(entry: Entry) -> tuple[Asked, ...]:
    """The answers of an entry that may be chosen, in the order they were asked.

    Whether something was recorded elsewhere is between the officer and that record.
    """
    return tuple(
        asked
        for asked in entry.asked
        if asked.answer is not None and asked.prompt != RECORDED_PROMPT
    )


def words_of(asked: Asked, today: date) -> str:
    """An answer as its reader will see it: a choice by its label, a promise without its day."""
    match asked.answer:
        case None:
            return ""
        case Promised(promises):
            return "\n".join(_promise(promise, today) for promise in promises)
        case YesNotYet(yes):
            return "Yes" if yes else "Not yet"
    return asked.label or as_text(asked.answer)


def copy_of(
    entry: Entry,
    chosen: Mapping[str, str],
    *,
    question: str,
    principle: Principle | None = None,
    heavy: bool = False,
) -> SharedCopy:
    """The copy of the parts chosen: prompt id to the words its reader will see."""
    return SharedCopy(
        kind=entry.kind,
        concerning=entry.concerning,
        month=entry.month,
        question=clean(question).strip(),
        principle=principle,
        heavy=heavy,
        parts=tuple(
            SharedPart(asked.principle, asked.question, clean(chosen[asked.prompt]).strip())
            for asked in parts_to_choose(entry)
            if asked.prompt in chosen
        ),
    )


def _promise(promise: Promise, today: date) -> str:
    return " · ".join((promise.text, promise.whose.label, _when(promise.due, today)))


def _when(due: date | None, today: date) -> str:
    if due is None:
        return "no day was said"
    return "past" if due < today else "due"
