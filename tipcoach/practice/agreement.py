"""stub"""

from datetime import date, timedelta

from tipcoach.practice.entry import Entry


def review_date(entry: Entry) -> date:
    return entry.created.date() + timedelta(days=182)
