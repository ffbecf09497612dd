"""The days that something is due, for a calendar. Other people may see it, so it says no more."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from tipcoach.errors import NotFound, NotInstalled
from tipcoach.more_parts import to_install
from tipcoach.practice.ledger import LedgerLine, PromiseId
from tipcoach.practice.promises import Whose

TITLE = "Something is due"
EXAMPLE = "due.ics"

_OURS = UUID("6f0e4b0e-6a3f-4d0c-9d44-2f3f0a6c8b1e")
"""Where the names of our events are counted from, so that they meet those of nobody else."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day that one promise is due."""

    promise: PromiseId
    day: date


def days_due(promises: Iterable[LedgerLine]) -> tuple[DueDay, ...]:
    """The days of what is still to be done, but for what is the tenant's to do.

    The last day a calendar can say has no day after it to end on, and is left out.
    """
    return tuple(
        DueDay(line.id, line.due)
        for line in promises
        if line.is_open and line.due and line.promise.whose is not Whose.THEIRS
        if line.due < date.max
    )


def calendar_of(days: Sequence[DueDay], now: datetime) -> bytes:
    """An iCalendar file with a whole day for each promise, and no word of any.

    Raises `NotFound` when there is no day to write, and `NotInstalled`.
    """
    try:
        from icalendar import Calendar, Event
    except ImportError:
        raise NotInstalled(
            "Writing a calendar needs a part that is not installed; nothing was written.",
            to_install("reports"),
        ) from None
    if not days:
        raise NotFound("No open promise of yours has a day, so there is nothing to write.")
    calendar = Calendar()
    calendar.add("prodid", "-//tipcoach//EN")
    calendar.add("version", "2.0")
    for due in days:
        event = Event()
        event.add("uid", _uid_of(due.promise))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", due.day)
        event.add("dtend", due.day + timedelta(days=1))
        event.add("summary", TITLE)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid_of(promise: PromiseId) -> str:
    """The same for a promise each time, so that a day that moved takes the old one's place.

    It is another once the entry is put right, for then its promises have other ids.
    The id cannot be told from it: that would say when the entry was written.
    """
    return str(uuid5(_OURS, str(promise)))


def calendar_document(path: Path, days: Sequence[DueDay]) -> str:
    """`{"file": ..., "days": ...}`: where it was written, and how many days it holds."""
    return json.dumps({"file": str(path), "days": len(days)}, ensure_ascii=False, indent=2)
