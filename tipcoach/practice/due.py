"""Which promises come first, and how long each is over."""

from collections.abc import Iterable
from datetime import date

from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import Whose, say_date


def those_of_purpose_first(
    lines: Iterable[LedgerLine], purpose: str | None
) -> tuple[LedgerLine, ...]:
    """The promises made at visits of one purpose before the others, else in the order they came."""
    return tuple(sorted(lines, key=lambda line: purpose is None or line.purpose != purpose))


def overdue_of_ours(lines: Iterable[LedgerLine], today: date) -> tuple[LedgerLine, ...]:
    """What is overdue and is not the tenant's: it is ours to put right, or to speak of first."""
    return tuple(
        line for line in lines if line.is_overdue(today) and line.promise.whose is not Whose.THEIRS
    )


def when_due(line: LedgerLine, today: date) -> str:
    """`2 days over`, `today`, `tomorrow`, `Fri 27 Nov`, or `no date`."""
    if line.due is None:
        return "no date"
    days = (line.due - today).days
    if days < 0:
        return "1 day over" if days == -1 else f"{-days} days over"
    if days < 2:
        return ("today", "tomorrow")[days]
    weekday, day, month, *year = say_date(line.due, today).split()
    return " ".join([weekday[:3], day, month[:3], *year])
