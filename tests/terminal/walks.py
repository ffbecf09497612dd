"""A quick preparation and the reflection on it, as keys and the words each of them brings up.

The questions are those of the library, so that a reworded one breaks nothing here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.program import coach_at
from making import real_library

from terminal.terminal import KEYS, Terminal
from tipcoach.practice.answer import (
    Answer,
    IfThen,
    Picked,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Principle
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form, Hat, Visit
from tipcoach.practice.walk import Walk

ENTER, TAB, DOWN = KEYS["enter"], KEYS["tab"], KEYS["down"]

SENTENCE = "I ring as your landlord"
MUST, MAY, THEIRS = "The rent is due", "How much a week", "Whether we talk"
LAST_PROMISE = "We would send the plan"
MOMENT, DEED = "it goes quiet", "count to five"

WORD, STAYED = "steadier", "The quiet after the letter"
SAID_SO = "I said so first"
PROMISE = "send it in writing"
NEXT_TIME, ASK = "I fill the quiet", "ask what they make of it"

MORE_THAN_A_KEY = re.compile("\x1b\\[[0-9]*[A-Z~]|\x1bO[A-Z]|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, and words that are on the screen once they have been acted on, and not before."""

    keys: str
    shows: str


class Questions:
    """What a quick walk about arrears by phone asks."""

    def __init__(self, checklist_id: str) -> None:
        self._checklist = real_library().checklist(
            checklist_id, "arrears", Channel.PHONE, Form.QUICK
        )

    def __call__(self, prompt_id: str) -> str:
        prompt = self._checklist.prompt(prompt_id)
        assert prompt is not None, prompt_id
        return prompt.question

    def of_the_five(self, principle: Principle) -> str:
        """The prompt shown for one of the five: its id."""
        visit = Visit("arrears", Channel.PHONE, "2026-11", Hat.BOTH)
        steps = Walk.begin(self._checklist, visit).path
        (five,) = (step for step in steps if step.section.together)
        return next(prompt.id for prompt in five.prompts if prompt.principle is principle)


BEFORE, AFTER = Questions("prepare"), Questions("reflect")

TO_THE_FIRST_QUESTION = (
    Step("b", "What is it about?"),
    Step(f"r{TAB}{DOWN}{DOWN}", "(●) phone"),
    Step(ENTER, BEFORE("orient.hat")),
)
TO_THE_PLAN = (
    *TO_THE_FIRST_QUESTION,
    Step("3", BEFORE("orient.hat-sentence")),
    Step(SENTENCE, SENTENCE),
    Step(ENTER, BEFORE("business.sort")),
    Step(MUST, MUST),
    Step(f"{ENTER}{ENTER}{MAY}", MAY),
    Step(f"{ENTER}{ENTER}{THEIRS}", THEIRS),
    Step(f"{ENTER}{ENTER}", "Go on"),
    Step("2", BEFORE(BEFORE.of_the_five(Principle.TRUST))),
    Step(LAST_PROMISE, LAST_PROMISE),
    Step(ENTER, f"● {LAST_PROMISE}"),
    Step(ENTER, BEFORE("alone.cover")),
    Step("y", BEFORE("plan.if-then")),
    Step(MOMENT, MOMENT),
    Step(f"{ENTER}{DEED}", DEED),
)
A_PREPARATION = (
    *TO_THE_PLAN,
    Step(ENTER, "Keep this as it is?"),
    Step("k", "Your card"),
)
A_REFLECTION = (
    Step("a", "Looking back on"),
    Step(f"1{ENTER}", AFTER("land.safe")),
    Step("y", AFTER("land.heard")),
    Step("1", AFTER("land.word")),
    Step(WORD, WORD),
    Step(ENTER, AFTER("plan.came")),
    Step("1", AFTER("moment.stayed")),
    Step(STAYED, STAYED),
    Step(ENTER, f"before: {LAST_PROMISE}"),
    Step("2", "You wrote before"),
    Step(SAID_SO, SAID_SO),
    Step(ENTER, f"● {SAID_SO}"),
    Step(ENTER, AFTER("promises.made")),
    Step(PROMISE, PROMISE),
    Step(f"{ENTER}friday", "Friday "),
    Step(f"{ENTER}{ENTER}", f"□ {PROMISE}"),
    Step(ENTER, AFTER("decide.if-then")),
    Step(NEXT_TIME, NEXT_TIME),
    Step(f"{ENTER}{ASK}", ASK),
    Step(ENTER, "Keep this as it is?"),
    Step("k", "kept in your journal"),
)

PREPARED: dict[str, Answer] = {
    "orient.hat": Picked("both"),
    "orient.hat-sentence": Text(SENTENCE),
    "business.sort": Sorted((MUST,), (MAY,), (THEIRS,)),
    BEFORE.of_the_five(Principle.TRUST): Text(LAST_PROMISE),
    "alone.cover": YesNotYet(True),
    "plan.if-then": IfThen(MOMENT, DEED),
}
REFLECTED: dict[str, Answer] = {
    "land.safe": YesNotYet(True),
    "land.heard": Picked("nothing"),
    "plan.came": Picked("did-it"),
    "moment.stayed": Text(STAYED),
    AFTER.of_the_five(Principle.TRUST): Text(SAID_SO),
    "decide.if-then": IfThen(NEXT_TIME, ASK),
}


def slowly(terminal: Terminal, steps: Iterable[Step]) -> list[str]:
    """Type step by step, each key by itself, and return the pages as they were read."""
    pages = []
    for step in steps:
        for key in MORE_THAN_A_KEY.findall(step.keys):
            terminal.send(key)
        terminal.wait_for(step.shows)
        pages.append(terminal.words())
    return pages


def ahead(terminal: Terminal, steps: Sequence[Step]) -> None:
    """Type everything in one go, without a look at the screen, then wait for the end of it."""
    terminal.send("".join(step.keys for step in steps))
    terminal.wait_for(steps[-1].shows)


def at_home(terminal: Terminal) -> None:
    """Wait for Home to be there, and drawn to its last row."""
    terminal.wait_for("Before a visit", "After a visit", "leave")


def drafts_at(home: Path) -> list[Draft]:
    return [draft for draft in coach_at(home).drafts.all() if isinstance(draft, Draft)]


def answers_in(entry: Entry) -> dict[str, Answer]:
    """The answers of an entry by the id of their question."""
    return {asked.prompt: asked.answer for asked in entry.asked if asked.answer is not None}


def entry_at(home: Path, kind: Kind) -> Entry:
    """The one entry of a kind."""
    records = coach_at(home).journal.records()
    (entry,) = (one for one in records if isinstance(one, Entry) and one.kind is kind)
    return entry
