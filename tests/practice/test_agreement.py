"""Until when an agreement stands."""

from datetime import date, datetime, timedelta, timezone

import pytest
from making import asked, entry

from tipcoach.practice.agreement import LOOK_AGAIN, review_date
from tipcoach.practice.answer import Answer, Picked, Text
from tipcoach.practice.entry import Entry, Kind

BRITISH_SUMMER = timezone(timedelta(hours=1))


def agreement(answer: Answer | None, created: datetime) -> Entry:
    questions = [asked(LOOK_AGAIN, answer)] if answer else []
    return entry(*questions, kind=Kind.AGREEMENT, visit=None, visit_label="", created=created)


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 16, 5, tzinfo=BRITISH_SUMMER)


@pytest.mark.parametrize(
    ("answer", "made", "again"),
    [
        (Picked("three-months"), date(2026, 10, 2), date(2027, 1, 2)),
        (Picked("six-months"), date(2026, 10, 2), date(2027, 4, 2)),
        (Picked("a-year"), date(2026, 10, 2), date(2027, 10, 2)),
        (Picked("three-months"), date(2026, 11, 30), date(2027, 2, 28)),
        (Picked("a-year"), date(2028, 2, 29), date(2029, 2, 28)),
        (None, date(2026, 8, 31), date(2027, 2, 28)),
        (Picked("never"), date(2026, 10, 2), date(2027, 4, 2)),
        (Text("a-year"), date(2026, 10, 2), date(2027, 4, 2)),
    ],
)
def test_they_look_again_when_they_said_and_after_half_a_year_otherwise(
    answer: Answer | None, made: date, again: date
) -> None:
    found = agreement(answer, on(made))
    assert review_date(found) == again


def test_the_day_is_that_where_it_was_made() -> None:
    just_after_midnight = datetime(2026, 10, 3, 0, 30, tzinfo=BRITISH_SUMMER)
    assert review_date(agreement(None, just_after_midnight)) == date(2027, 4, 3)
