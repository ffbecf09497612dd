"""The ledger of promises, as people read it: a mark, the words, whose it is, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.due import when_due
from tipcoach.practice.follow_up import Became
from tipcoach.practice.ledger import LedgerLine

OVERDUE, OPEN, KEPT, NEW_DATE, NOT_KEPT = "■", "□", "●", "→", "×"
ON_THE_CASE = "Put it on the case too: this list is your reminder, not the landlord’s record."


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the ledger and the promises under it."""

    heading: str
    lines: tuple[LedgerLine, ...]


def mark(line: LedgerLine, today: date) -> str:
    """The one sign before a promise. The words beside it say the same."""
    if line.outcome is not None and not line.is_overdue(today):
        marks = {Became.KEPT: KEPT, Became.RENEGOTIATED: NEW_DATE, Became.NOT_KEPT: NOT_KEPT}
        return marks[line.outcome.became]
    return OVERDUE if line.is_overdue(today) else OPEN


def how_it_stands(line: LedgerLine, today: date) -> str:
    """`mine · 2 days over`, `theirs · Fri 27 Nov`, `kept`, `not kept, they were told`."""
    if line.outcome is not None and not line.is_open:
        return what_came(line)
    parts = [line.promise.whose.label, when_due(line, today)]
    if line.outcome is not None and not line.outcome.told:
        parts.append("not told yet")
    return " · ".join(parts)


def what_came(line: LedgerLine) -> str:
    """What became of a promise, and whether they were told; nothing while nothing was said."""
    if line.outcome is None:
        return ""
    told = {True: ", they were told", False: ", not told yet", None: ""}[line.outcome.told]
    words = {
        Became.KEPT: "kept",
        Became.RENEGOTIATED: "new date",
        Became.NOT_KEPT: "not kept",
    }
    return f"{words[line.outcome.became]}{told}"


def grouped(lines: Sequence[LedgerLine], today: date) -> tuple[Group, ...]:
    """The ledger under its headings; those with nothing under them are left out."""
    open_ = [line for line in lines if line.is_open]
    groups = (
        Group("Overdue", tuple(line for line in open_ if line.is_overdue(today))),
        Group("This week", tuple(line for line in open_ if _is_this_week(line, today))),
        Group("Later", tuple(line for line in open_ if _is_later(line, today))),
        Group("No date", tuple(line for line in open_ if line.due is None)),
        Group("Settled", tuple(line for line in lines if not line.is_open)),
    )
    return tuple(group for group in groups if group.lines)


def _is_this_week(line: LedgerLine, today: date) -> bool:
    return line.due is not None and 0 <= (line.due - today).days < 7


def _is_later(line: LedgerLine, today: date) -> bool:
    return line.due is not None and (line.due - today).days >= 7
