"""What was said would happen: what is due, and what became of it.

Nothing of a promise is ever rewritten. What it came to is a follow-up to the entry it was made
in, and the ledger is a fold over both.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up_replacing, links_about
from tipcoach.coach.gists import as_noted
from tipcoach.coach.long_job import Progress
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine, PromiseId, due_now
from tipcoach.practice.ledger import ledger as fold
from tipcoach.practice.versions import links_of

if TYPE_CHECKING:
    from tipcoach.journal.noted import NotedGists


def ledger(coach: Coach) -> tuple[LedgerLine, ...]:
    """Every promise of the journal as it stands now, soonest due first.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    return _folded(coach, lambda noted: noted.bearing_on_promises())


def open_promises(coach: Coach) -> tuple[LedgerLine, ...]:
    """Those of the ledger that are still to be done. Raises as `ledger` does."""
    lines = _folded(coach, lambda noted: noted.bearing_on_open_promises())
    return tuple(line for line in lines if line.is_open)


def promises_in(coach: Coach, entry: Entry) -> tuple[LedgerLine, ...]:
    """The promises of an entry as they stand now; those of an earlier version do not.

    Raises as `ledger` does.
    """
    if not entry.promises:
        return ()
    lines = _folded(coach, lambda noted: noted.bearing_on_promises(entry.id))
    return tuple(line for line in lines if line.id.entry == entry.id)


def due(coach: Coach) -> tuple[LedgerLine, ...]:
    """The promises that are due today or overdue. Raises as `ledger` does."""
    today = coach.clock().date()
    return due_now(_folded(coach, lambda noted: noted.bearing_on_open_promises(today)), today)


def due_if_readable(coach: Coach) -> tuple[LedgerLine, ...]:
    """What is due, beside something else; nothing when the journal's folder cannot be read."""
    try:
        return due(coach)
    except NotReadable:
        return ()


def how_many_due(coach: Coach, on_long: Progress | None = None) -> int:
    """How many promises are due today or overdue. Raises as `ledger` does.

    `on_long` is told how many months are read, of how many, where a large journal is read through
    for the first time. What it raises ends that, and what was read is not read again.
    """
    today = coach.clock().date()
    return as_noted(
        coach, lambda noted: noted.how_many_promises_due(today), lambda: len(due(coach)), on_long
    )


def settle(
    coach: Coach,
    promise_id: str,
    became: Became,
    *,
    due: date | None = None,
    told: bool = False,
    because: str = "",
) -> FollowUp:
    """Write down what became of a promise, in place of what was said of it before.

    `due` is the new day of one that is renegotiated, and `told` whether those it was made to
    have heard of it; `because` is the id of a barrier. Raises `NotFound`, `NotReadable`,
    `NotSaved`, or `WrongUsage` for a new day that is missing or gone by.
    """
    line = _line(coach, promise_id)
    if became is Became.RENEGOTIATED and due is None:
        raise WrongUsage("A new date is needed, such as --due friday.", "Nothing was written.")
    if due is not None and due < coach.clock().date():
        raise WrongUsage("That day has gone by. A new date lies ahead.", "Nothing was written.")
    kept = became is Became.KEPT
    outcome = PromiseOutcome(
        number=line.id.number,
        became=became,
        due=due if became is Became.RENEGOTIATED else None,
        told=None if kept else told,
        because="" if kept else because,
    )
    # Where two windows have each said something, that takes a follow-up for each of the two.
    replaced = line.said_by or (None,)
    said = [follow_up_replacing(coach, line.id.entry, outcome, before) for before in replaced]
    return said[-1]


def _line(coach: Coach, promise_id: str) -> LedgerLine:
    wanted = PromiseId.read(promise_id)
    if wanted is None:
        raise NotFound(
            f"“{promise_id[:40]}” is not the id of a promise; one looks like ENTRY/2.", _HOW_TO_LIST
        )
    for line in _folded(coach, lambda noted: noted.bearing_on_promises(wanted.entry)):
        if line.id == wanted:
            return line
    if newest := links_about(coach, wanted.entry).later(wanted.entry):
        raise NotFound(
            f"The entry of that promise was put right, and is now {newest}. Nothing was written.",
            _HOW_TO_LIST,
        )
    raise NotFound(f"There is no promise {wanted} in your journal.", _HOW_TO_LIST)


def _folded(
    coach: Coach, bearing_on_it: Callable[["NotedGists"], Sequence[str]]
) -> tuple[LedgerLine, ...]:
    """The ledger of those records alone; or of all there are, where nothing is noted."""
    ids = as_noted(coach, bearing_on_it, lambda: None)
    records = tuple(coach.journal.linked() if ids is None else _read(coach, ids))
    return fold((each for each in records if isinstance(each, Entry)), links_of(records))


def _read(coach: Coach, ids: Iterable[str]) -> Iterator[Entry | FollowUp]:
    for id_ in ids:
        # What went away, or could not be read, since it was noted.
        with suppress(NotFound, NotReadable):
            yield coach.journal.read(id_)


_HOW_TO_LIST = "To see those there are: tipcoach promises list"
