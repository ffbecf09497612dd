"""What was said would happen: what is due, and what became of it.

Nothing of a promise is ever rewritten. What it came to is a follow-up to the entry it was made
in, and the ledger is a fold over both.
"""

from contextlib import suppress
from datetime import date

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up_replacing
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine, PromiseId, due_now
from tipcoach.practice.ledger import ledger as fold
from tipcoach.practice.versions import Links, links_of


def ledger(coach: Coach) -> tuple[LedgerLine, ...]:
    """Every promise of the journal as it stands now, soonest due first.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    records = tuple(coach.journal.linked())
    return fold((each for each in records if isinstance(each, Entry)), links_of(records))


def ledger_if_readable(coach: Coach) -> tuple[LedgerLine, ...]:
    """The ledger where it stands beside something else; nothing when the folder cannot be read."""
    try:
        return ledger(coach)
    except NotReadable:
        return ()


def promises_of(coach: Coach, entry: Entry, links: Links) -> tuple[LedgerLine, ...]:
    """The promises of one entry as they stand; `links` are those about it.

    Nothing of an earlier version: there, what stands now is said of another.
    """
    if not entry.promises or links.later(entry.id):
        return ()
    versions: list[Entry] = [entry]
    for before in links.before(entry.id):
        with suppress(NotFound, NotReadable):
            record = coach.journal.read(before)
            versions += [record] if isinstance(record, Entry) else []
    return tuple(line for line in fold(versions, links) if line.id.entry == entry.id)


def due(coach: Coach) -> tuple[LedgerLine, ...]:
    """The promises that are due today or overdue. Raises as `ledger` does."""
    return due_now(ledger(coach), coach.clock().date())


def how_many_due(coach: Coach) -> int:
    """How many promises are due today or overdue. Raises as `ledger` does."""
    return len(due(coach))


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
    for line in ledger(coach):
        if line.id == wanted:
            return line
    raise NotFound(f"There is no promise {wanted} in your journal.", _HOW_TO_LIST)


_HOW_TO_LIST = "To see those there are: tipcoach promises list"
