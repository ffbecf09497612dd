"""The ledger of promises: a fold over entries and what was said of them later.

It holds nothing itself. A promise stands in the entry it was made in; what became of it is
said in follow-ups, and the one that counts is found by links alone, whatever any clock said
and in whatever order the files arrived.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome, unreplaced
from tipcoach.practice.promises import Promise
from tipcoach.practice.versions import Links

_ID = re.compile(r"([0-9A-HJKMNP-TV-Z]{26})/([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True, order=True)
class PromiseId:
    """`ENTRY/2`: the second promise of an entry."""

    entry: str
    number: int

    def __str__(self) -> str:
        return f"{self.entry}/{self.number}"

    @classmethod
    def read(cls, said: str) -> "PromiseId | None":
        """The id that is written so; `None` when it is not one."""
        found = _ID.fullmatch(said.strip().upper())
        return cls(found[1], int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One promise of the ledger, as it stands now.

    `purpose` and `purpose_label` are those of the visit it was made at, as far as the entry
    names one. `outcome` is what was last said of it; `said_by` are the follow-ups that stand,
    which another would replace: more than one when two windows have each said something.
    """

    id: PromiseId
    promise: Promise
    purpose: str | None
    purpose_label: str
    outcome: PromiseOutcome | None = None
    said_by: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The day it is due now: the new one, once it was renegotiated."""
        if self.outcome and self.outcome.became is Became.RENEGOTIATED and self.outcome.due:
            return self.outcome.due
        return self.promise.due

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done. One that was not kept is settled: it is said."""
        return self.outcome is None or self.outcome.became is Became.RENEGOTIATED

    def is_due(self, today: date) -> bool:
        return self.is_open and self.due is not None and self.due <= today

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due is not None and self.due < today


def ledger(entries: Iterable[Entry], links: Links) -> tuple[LedgerLine, ...]:
    """Every promise that stands, soonest due first and then those without a day.

    `entries` are those that hold promises, earlier versions among them; of an entry that was
    put right only the newest version counts, and what was said of a promise of an earlier one
    holds for it still.
    """
    found = {entry.id: entry for entry in entries}
    lines = [
        line
        for entry in found.values()
        if not links.later(entry.id)
        for line in _lines_of(entry, found, links)
    ]
    return tuple(sorted(lines, key=_soonest_first))


def due_now(lines: Iterable[LedgerLine], today: date) -> tuple[LedgerLine, ...]:
    """What is due or overdue, in the order it came."""
    return tuple(line for line in lines if line.is_due(today))


def _soonest_first(line: LedgerLine) -> tuple[date, PromiseId]:
    return line.due or date.max, line.id


def _lines_of(entry: Entry, found: Mapping[str, Entry], links: Links) -> list[LedgerLine]:
    said = _said_of(entry, found, links)
    return [
        LedgerLine(
            PromiseId(entry.id, number),
            promise,
            entry.purpose,
            entry.visit_label,
            _that_counts(said[number]),
            tuple(sorted(each.id for each in said[number])),
        )
        for number, promise in enumerate(entry.promises, 1)
    ]


def _said_of(
    entry: Entry, found: Mapping[str, Entry], links: Links
) -> dict[int, tuple[FollowUp, ...]]:
    """What stands of each promise of an entry, by its number in this version."""
    about: dict[int, list[FollowUp]] = defaultdict(list)
    follow_ups = links.of(entry.id)
    numbers = {
        version: _numbers_in(entry, version, found, links)
        for version in {each.about for each in follow_ups}
        if version in found
    }
    for each in follow_ups:
        if isinstance(each.said, PromiseOutcome):
            number = numbers.get(each.about, {}).get(each.said.number)
            if number is not None:
                about[number].append(each)
    return defaultdict(tuple, {number: unreplaced(words) for number, words in about.items()})


def _numbers_in(
    entry: Entry, version: str, found: Mapping[str, Entry], links: Links
) -> dict[int, int]:
    """From the numbers of the promises in a version to those in `entry`, a correction at a time.

    A version that `entry` does not correct, made in another window, is compared with it alone.
    """
    before = links.before(entry.id)
    between = before[before.index(version) + 1 :] if version in before else ()
    here = found[version]
    numbers = {number: number for number in range(1, len(here.promises) + 1)}
    for later in (*(found[each] for each in between if each in found), entry):
        step = numbers_now(here.promises, later.promises)
        numbers = {was: step[now] for was, now in numbers.items() if now in step}
        here = later
    return numbers


def numbers_now(before: Sequence[Promise], now: Sequence[Promise]) -> dict[int, int]:
    """Which promise of an earlier version is which of a later one, by their numbers.

    The same words are the same promise. One whose words were put right is the one in its
    place, unless that place has been taken by another that was there before.
    """
    same: dict[int, int] = {}
    left = dict(enumerate(now, 1))
    for number, promise in enumerate(before, 1):
        alike = [place for place, each in left.items() if each.text == promise.text]
        if alike:
            place = number if number in alike else alike[0]
            same[number] = place
            del left[place]
    reworded = {n: n for n in range(1, len(before) + 1) if n not in same and n in left}
    return same | reworded if len(before) == len(now) else same


def _that_counts(said: Sequence[FollowUp]) -> PromiseOutcome | None:
    """Of what stands, that which leaves most to do: it is there to be settled again."""
    outcomes = [each.said for each in said if isinstance(each.said, PromiseOutcome)]
    return min(outcomes, key=_most_to_do, default=None)


_ORDER = (Became.RENEGOTIATED, Became.NOT_KEPT, Became.KEPT)


def _most_to_do(outcome: PromiseOutcome) -> tuple[int, bool, date, str, int]:
    return (
        _ORDER.index(outcome.became),
        outcome.told is True,
        outcome.due or date.max,
        outcome.because,
        outcome.number,
    )
