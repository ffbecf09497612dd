"""How long things are kept: when to look at each again, and what must not be erased yet.

Dates ask; nothing is ever taken away because a day has passed.
"""

import calendar
from datetime import date, timedelta

from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Hold, Review
from tipcoach.practice.versions import Links

ENTRY_MONTHS = 12
DRAFT_DAYS = 30


def review_date(entry: Entry, links: Links) -> date:
    """The day to ask whether an entry is still needed: as last said, or a year from writing."""
    said = (each.said for each in links.said(entry.id, Review))
    written = months_after(entry.created.date(), ENTRY_MONTHS)
    return max((each.again for each in said if isinstance(each, Review)), default=written)


def draft_review_date(draft: Draft) -> date:
    """The day to ask whether a draft is still wanted: thirty days from its last words."""
    try:
        return draft.written.date() + timedelta(days=DRAFT_DAYS)
    except OverflowError:
        return date.max


def holds_on(entry_id: str, links: Links) -> tuple[Hold, ...]:
    """What keeps an entry from being erased; nothing once every hold on it is lifted."""
    said = (each.said for each in links.said(entry_id, Hold))
    return tuple(hold for hold in said if isinstance(hold, Hold) and hold.holds)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last, as far as a calendar goes."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
