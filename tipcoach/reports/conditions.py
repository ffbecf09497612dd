"""When a prompt is asked and when it is not, in words."""

from collections.abc import Sequence

from tipcoach.library.written import Condition
from tipcoach.practice.answer import ALL_MINE
from tipcoach.practice.checklist import AnswerTest, Gate
from tipcoach.practice.visit import Channel

MEETING = {
    Channel.HOME: "at home",
    Channel.DOORSTEP: "on the doorstep",
    Channel.PHONE: "by phone",
    Channel.OFFICE: "at the office",
    Channel.VIDEO: "by video",
}
SORTED = {
    "must": "something cannot move",
    "no must": "nothing is fixed",
    "may": "something can flex",
    "no may": "nothing can flex",
    "theirs": "something is theirs to decide",
    "no theirs": "nothing is theirs to decide",
    "mine": "something was mine",
    "no mine": "nothing was mine",
    "ours": "something was ours",
    "no ours": "nothing was ours",
    "system": "something was the system’s",
    "no system": "nothing was the system’s",
    ALL_MINE: "there are several promises and every one is the officer’s",
}


def conditions(when: Condition | Gate, unless: Condition | Gate) -> list[str]:
    """A sentence for what has to hold, and one for what must not; none where nothing has to."""
    opening, closing = _clauses(when), _clauses(unless)
    said = []
    if opening:
        said.append(f"Asked only if {', and '.join(opening)}.")
    if closing:
        said.append(f"Not asked if {', or if '.join(closing)}.")
    return said


def either(words: Sequence[str]) -> str:
    """`home, phone or video`."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _clauses(condition: Condition | Gate) -> list[str]:
    said = []
    if isinstance(condition, Condition) and condition.channels:
        said.append(f"you meet {either([MEETING[channel] for channel in condition.channels])}")
    if condition.hats:
        said.append(f"the hat is {either([hat.value for hat in condition.hats])}")
    return [*said, *map(_answered, condition.answers)]


def _answered(test: AnswerTest) -> str:
    if all(word in SORTED for word in test.words):
        return f"{either([SORTED[word] for word in test.words])} ({test.prompt})"
    return f"{test.prompt} is answered {either([f'“{word}”' for word in test.words])}"
