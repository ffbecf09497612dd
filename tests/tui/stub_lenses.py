"""Lenses that see a few words at once, for tests of what a screen does with what they see."""

import re
import threading
from collections.abc import Sequence
from dataclasses import replace

from tipcoach.coach.coach import Coach
from tipcoach.coach.lenses import Lenses
from tipcoach.practice.lenses.notice import Lens, Notice, in_order

NO_ACCESS = Notice(
    Lens.WORDING,
    "no-access",
    0,
    0,
    "no access",
    "It says whose fault it was before anyone has asked.",
    "What did you see?",
    "no way in that day",
)
CHAOTIC = Notice(
    Lens.WORDING, "chaotic", 0, 0, "chaotic", "It names the person.", "What is going on?"
)
TITLED = Notice(
    Lens.IDENTIFIERS,
    "name-after-title",
    0,
    0,
    r"Mr \w+",
    "It may tell who somebody is.",
    "Would a neighbour or a colleague know who this is?",
    "a neighbour",
)
GUESS = Notice(
    Lens.IDENTIFIERS, "place", 0, 0, "Willow Court", "It may be a place.", "", "where they live",
    soft=True,
)  # fmt: skip


class StubLenses(Lenses):
    """Sees what stands in `sees` wherever it is written, and nothing else."""

    def __init__(self, coach: Coach, sees: Sequence[Notice]) -> None:
        super().__init__(coach)
        self._sees = sees
        self.texts: list[str] = []
        self.threads: set[threading.Thread] = set()

    def look(self, text: str) -> tuple[Notice, ...]:
        self.texts.append(text)
        self.threads.add(threading.current_thread())
        found = [
            replace(each, start=one.start(), end=one.end(), quote=one[0])
            for each in self._sees
            if self.is_on(each.lens)
            for one in re.finditer(each.quote, text, re.IGNORECASE)
        ]
        return in_order([notice for notice in found if not self.dismissals.has(notice)])


def sees(coach: Coach, *notices: Notice) -> StubLenses:
    """Let a coach see these, and only these."""
    lenses = StubLenses(coach, notices or (NO_ACCESS, CHAOTIC, TITLED, GUESS))
    coach.__dict__["lenses"] = lenses
    return lenses
