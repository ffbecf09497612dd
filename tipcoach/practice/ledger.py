"""The ledger of promises: a fold over entries and what was said of them later.

It holds nothing itself. A promise stands in the entry it was made in; what became of it is
said in follow-ups, and the one that counts is found by links alone, whatever any clock said
and in whatever order the files arrived.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
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
        for line in lines_of(entry, found, links)
    ]
    return tuple(sorted(lines, key=_soonest_first))


def due_now(lines: Iterable[LedgerLine], today: date) -> tuple[LedgerLine, ...]:
    """What is due or overdue, in the order it came."""
    return tuple(line for line in lines if line.is_due(today))


def _soonest_first(line: LedgerLine) -> tuple[date, PromiseId]:
    return line.due or date.max, line.id


def lines_of(entry: Entry, found: Mapping[str, Entry], links: Links) -> list[LedgerLine]:
    """The promises of one version of an entry, in their order; `found` holds its other versions."""
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
    """What stands of each promise of an entry, by its number in this version.

    What was replaced stays so even where the promise its replacement is of cannot be told.
    """
    said: dict[int, tuple[FollowUp, ...]] = defaultdict(tuple)
    standing = links.said(entry.id, PromiseOutcome)
    numbers = {
        version: _numbers_in(entry, version, found, links)
        for version in {each.about for each in standing}
        if version in found
    }
    for each in standing:
        if isinstance(each.said, PromiseOutcome):
            number = numbers.get(each.about, {}).get(each.said.number)
            if number is not None:
                said[number] += (each,)
    return said


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

    The same words are the same promise, first of all where it was. With as many as before, one
    whose words were put right is the one in its place. Where it cannot be told, it is another:
    that leaves it to be done.
    """
    found: dict[int, int] = {}
    left = dict(enumerate(now, 1))
    for is_same in _SUREST_FIRST if len(before) == len(now) else _SUREST_FIRST[:-1]:
        for number, promise in enumerate(before, 1):
            if number not in found:
                places = (n for n, each in left.items() if is_same(number, promise, n, each))
                if place := next(places, 0):
                    found[number] = place
                    del left[place]
    return found


_SUREST_FIRST: tuple[Callable[[int, Promise, int, Promise], bool], ...] = (
    lambda number, promise, place, each: promise == each and number == place,
    lambda number, promise, place, each: promise == each,
    lambda number, promise, place, each: promise.text == each.text and number == place,
    lambda number, promise, place, each: promise.text == each.text,
    lambda number, promise, place, each: number == place,
)


def _that_counts(said: Sequence[FollowUp]) -> PromiseOutcome | None:
    """Of what stands, that which leaves most to do: it is there to be settled again."""
    outcomes = [each.said for each in said if isinstance(each.said, PromiseOutcome)]
    return min(outcomes, key=_most_to_do, default=None)


_BECAME = (Became.RENEGOTIATED, Became.NOT_KEPT, Became.KEPT)
_TOLD = (False, None, True)


def _most_to_do(outcome: PromiseOutcome) -> tuple[int, date, int, str, int]:
    return (
        _BECAME.index(outcome.became),
        outcome.due or date.max,
        _TOLD.index(outcome.told),
        outcome.because,
        outcome.number,
    )
