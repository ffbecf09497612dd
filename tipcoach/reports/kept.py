"""What is said once a reflection is kept: what was promised, next time, what to bring."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.answer import AnswerForm, IfThen, Picked, YesNotYet, as_text
from tipcoach.practice.checklist import BRING_PROMPTS
from tipcoach.practice.counting import in_words
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import Promise, Whose, say_date
from tipcoach.reports.promises import ON_THE_CASE

SAFE_PROMPT, NOT_YET_PROMPT, HEARD_PROMPT = "land.safe", "land.not-yet", "land.heard"
CHECKED_OUT, NOT_SAFE = Picked("checked-out"), Picked("not-safe")
HOW_TO_LIST = "tipcoach promises list"
HOW_TO_SEND = "To send it: tipcoach agreement send --with WHO"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


def parts_that_follow(entry: Entry, today: date) -> tuple[Part, ...]:
    """What follows from a reflection, those parts with nothing in them left out.

    An agreement that is filled in holds for nobody before it is sent.
    """
    if entry.kind is Kind.AGREEMENT:
        return (Part("It is not sent yet", (HOW_TO_SEND,)),)
    if entry.kind is not Kind.REFLECTION:
        return ()
    promised = tuple(
        promise_in_words(promise, today)
        for whose in Whose
        for promise in entry.promises
        if promise.whose is whose
    )
    plan = entry.first(AnswerForm.IF_THEN)
    brought = (entry.answer_to(prompt) for prompt in BRING_PROMPTS)
    parts = (
        Part("What was said would happen", (*promised, ON_THE_CASE) if promised else ()),
        Part("Next time", (f"{as_text(plan).rstrip('.')}.",) if isinstance(plan, IfThen) else ()),
        Part(
            "To bring to supervision",
            tuple(line for answer in brought if answer for line in as_text(answer).split("\n")),
        ),
    )
    return tuple(part for part in parts if part.lines)


def what_follows(entry: Entry, today: date) -> list[str]:
    """The same parts as lines, an empty one between two parts."""
    lines: list[str] = []
    for part in parts_that_follow(entry, today):
        lines += [*([""] if lines else []), part.heading, *part.lines]
    return lines


def promise_in_words(promise: Promise, today: date) -> str:
    """`Mine: send the plan, by Friday 27 November`"""
    whose = f"{promise.whose.label[:1].upper()}{promise.whose.label[1:]}"
    by = f", by {say_date(promise.due, today)}" if promise.due else ""
    return f"{whose}: {promise.text}{by}"


def others_due(entry: Entry, due: Iterable[LedgerLine]) -> str:
    """How many promises of other visits are `due`, and how to see them; nothing when none is.

    Nothing due is said to somebody who has not landed, or was not safe.
    """
    count = sum(line.id.entry != entry.id for line in due)
    if not count or entry.kind is not Kind.REFLECTION or not has_landed(entry):
        return ""
    promises = "other promise is" if count == 1 else "other promises are"
    return f"{in_words(count).capitalize()} {promises} due. To see what is: {HOW_TO_LIST}"


def has_landed(entry: Entry) -> bool:
    """Whether somebody said after a visit that they are safe and out, and no rule stopped it."""
    safe = entry.answer_to(SAFE_PROMPT) == YesNotYet(True)
    out = entry.answer_to(NOT_YET_PROMPT) == CHECKED_OUT
    shaken = entry.stopped is not None or entry.answer_to(HEARD_PROMPT) == NOT_SAFE
    return (safe or out) and not shaken
