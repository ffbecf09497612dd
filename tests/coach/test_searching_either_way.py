"""A search finds the same with its cache and without, whatever has happened to either."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hostile import TEXTS
from making import NOW, asked, entry, follow_up, new_id, visit

from coach.searched import Cached, age
from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.practice.answer import Answer, IfThen, Lines, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel

VOCABULARY = [
    "kettle", "Kettle’s", "boiler", "bóiler", "the", "door", "arrears", "tŷ", "ŵyl", "don't",
    "STRAßE", "العربية", "עברית", "हिंदी", "家賃", "rent.", "quiet!", "one", "two", "10:30",
    *(one.text for one in TEXTS),
]  # fmt: skip
BEGUN = ["k", "ket", "bo", "arr", "العر", "str", "家", "w", "u"]
CONDITIONS = [
    "purpose:arrears", "purpose:offer", "kind:before", "kind:after", "channel:phone",
    "channel:home", "principle:choice", "principle:trust", "from:2026-03", "to:2026-05",
    "to:2026", "from:2026-11-20", "has:promise", "has:plan", "has:stopped",
]  # fmt: skip


class Life:
    """A journal to which one thing after another happens, as chance has it."""

    def __init__(self, coach: Coach, seed: int) -> None:
        self._coach = coach
        self._chance = random.Random(seed)
        self._made: list[Entry] = []

    def happens(self) -> None:
        chance = self._chance
        ways: list[Callable[[], None]] = [self._write] * 6 + [
            self._correct, self._follow, self._remove, self._damage, self._mend, self._misplace,
            self._rename_month,
        ]  # fmt: skip
        chance.choice(ways)()

    def _words(self, most: int = 12) -> str:
        return " ".join(self._chance.choices(VOCABULARY, k=self._chance.randint(1, most)))

    def _answer(self) -> Answer:
        made: list[Answer] = [
            Text(self._words()),
            Text(f"{self._words()}\n{self._words()}"),
            Lines((self._words(4), self._words(4))),
            Promised((Promise(self._words(4)),)),
            IfThen(self._words(3), self._words(3)),
        ]
        return self._chance.choice(made)

    def _write(self, **more: Any) -> None:
        chance = self._chance
        at = NOW - timedelta(days=chance.randint(0, 400))
        # Now and then ids that begin alike, as those of one moment do.
        same = {"id": f"{new_id(NOW)[:10]}000{chance.randint(0, 99):013d}"}
        questions = [
            asked(f"p{n}", self._answer(), principle=chance.choice([None, *Principle]))
            for n in range(chance.randint(0, 4))
        ]
        stopped = chance.random() < 0.2
        made = entry(
            *questions,
            created=at,
            kind=chance.choice([Kind.PREPARATION, Kind.REFLECTION]),
            visit=visit(
                purpose=None if stopped else chance.choice(["arrears", "offer"]),
                channel=chance.choice([*Channel]),
            ),
            visit_label="" if stopped else "rent arrears",
            stopped="hazard" if stopped else None,
            watched=chance.choice([None, *Principle]),
            **(same if chance.random() < 0.2 else {}),
            **more,
        )
        if made.id not in {one.id for one in self._made}:
            self._coach.journal.add(made)
            self._made.append(made)

    def _correct(self) -> None:
        if self._made:
            self._write(supersedes=self._chance.choice(self._made).id)

    def _follow(self) -> None:
        if self._made:
            self._coach.journal.add(follow_up(self._chance.choice(self._made).id))

    def _file(self) -> Path | None:
        paths = sorted(self._coach.places.journal.rglob("*.json"))
        return self._chance.choice(paths) if paths else None

    def _remove(self) -> None:
        if path := self._file():
            path.unlink()

    def _damage(self) -> None:
        if path := self._file():
            data = path.read_bytes()
            path.write_bytes(self._chance.choice([data[: len(data) // 2], b"", b"\0" * 4_096]))

    def _mend(self) -> None:
        for made in self._made:
            for path in self._coach.places.journal.rglob(f"{made.id}.json"):
                in_its_month = path.parent.name == f"{made.created:%Y-%m}"
                if in_its_month and path.stat().st_size in (0, 4_096):
                    path.unlink()
                    self._coach.journal.add(made)
                    return

    def _misplace(self) -> None:
        if path := self._file():
            month = self._coach.places.journal / "2020-02"
            month.mkdir(exist_ok=True)
            (month / path.name).write_bytes(path.read_bytes())

    def _rename_month(self) -> None:
        if path := self._file():
            month = path.parent
            away = month.with_name(
                f"{month.name} away" if " " not in month.name else month.name[:7]
            )
            if not away.exists():
                month.rename(away)

    def query(self) -> str:
        chance = self._chance
        said = [
            chance.choice(VOCABULARY),
            f'"{chance.choice(VOCABULARY)} {chance.choice(VOCABULARY)}"',
            f"{chance.choice(BEGUN)}*",
        ]
        parts = chance.choices(said, k=chance.randint(0, 2))
        parts += chance.sample(CONDITIONS, k=chance.choice([0, 0, 1, 2]))
        return " ".join(parts)


def lives(coach: Coach, cached: Cached, seed: int, events: int) -> Iterator[int]:
    """How many were found each time the two were asked the same."""
    life = Life(coach, seed)
    for number in range(events):
        life.happens()
        if number % 3:
            continue
        if number % 9 == 0:
            age(coach)
        for _ in range(4):
            typed, limit = life.query(), random.Random(number).choice([None, 1, 3])
            try:
                expected = cached.files(typed, limit)
            except TipcoachError:
                continue
            assert cached.cache(typed, limit) == expected, typed
            yield len(expected.matches)


@pytest.mark.thorough
def test_the_same_is_found_with_the_cache_and_without(coach: Coach, cached: Cached) -> None:
    counts = list(lives(coach, cached, 1, 60))
    assert len(counts) > 40
    assert sum(counts) > 40


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(2, 12))
def test_the_same_is_found_in_many_lives(coach: Coach, cached: Cached, seed: int) -> None:
    assert sum(lives(coach, cached, seed, 150)) > 40
