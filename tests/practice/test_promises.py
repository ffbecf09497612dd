"""The dates people say out loud, understood and said back."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from making import anything, days

from tipcoach.practice.promises import Promise, Whose, say_date, understand_date

TODAY = date(2026, 11, 22)
"""A Sunday."""

SAID = [
    ("today", (2026, 11, 22)), ("tonight", (2026, 11, 22)), ("tomorrow", (2026, 11, 23)),
    ("Tomorrow", (2026, 11, 23)), ("  tomorrow  ", (2026, 11, 23)),
    ("monday", (2026, 11, 23)), ("Friday", (2026, 11, 27)), ("fri", (2026, 11, 27)),
    ("next friday", (2026, 11, 27)), ("on friday", (2026, 11, 27)), ("thurs", (2026, 11, 26)),
    ("tues", (2026, 11, 24)), ("sunday", (2026, 11, 29)), ("next week", (2026, 11, 29)),
    ("in two weeks", (2026, 12, 6)), ("two weeks", (2026, 12, 6)), ("in a week", (2026, 11, 29)),
    ("in 3 days", (2026, 11, 25)), ("10 days", (2026, 12, 2)), ("in one day", (2026, 11, 23)),
    ("3 Dec", (2026, 12, 3)), ("3 december", (2026, 12, 3)), ("3rd of December", (2026, 12, 3)),
    ("Thursday 3 December", (2026, 12, 3)), ("Thursday, 3 December", (2026, 12, 3)),
    ("3 Sept", (2027, 9, 3)), ("21 Nov", (2027, 11, 21)), ("22 Nov", (2026, 11, 22)),
    ("3 dec 2027", (2027, 12, 3)), ("1 march 2024", (2024, 3, 1)),
    ("2026-12-03", (2026, 12, 3)), ("2026-1-3", (2026, 1, 3)), ("3/12", (2026, 12, 3)),
    ("3/12/2026", (2026, 12, 3)), ("03.12.2026", (2026, 12, 3)), ("3-1", (2027, 1, 3)),
    ("29 feb", (2028, 2, 29)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_a_day_is_understood_as_people_say_it(said: str, meant: tuple[int, int, int]) -> None:
    assert understand_date(said, TODAY) == date(*meant)


@pytest.mark.parametrize("day", range(7))
def test_a_weekday_is_the_next_one_and_never_today(day: int) -> None:
    today = TODAY + timedelta(days=day)
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        meant = understand_date(name, today)
        assert meant is not None
        assert 1 <= (meant - today).days <= 7
        assert f"{meant:%A}".casefold() == name


NO_DAY = [
    "", " ", "soon", "when I can", "fr", "th", "3", "dec", "31 feb", "30 February", "2026-13-01",
    "2026-02-30",
    "0 days", "in zero weeks", "367 days", "in many weeks", "32/1", "3/13", "3/12/26", "friday 13",
    "yesterday", "noon", "0000-01-01", "3 foo", "٣ days and", "in two fortnights", "1/1/0000",
]  # fmt: skip


@pytest.mark.parametrize("said", NO_DAY)
def test_what_is_no_day_is_not_guessed_at(said: str) -> None:
    assert understand_date(said, TODAY) is None


@given(
    said=anything | st.from_regex(r"(in )?\w+ (day|week)s?|\d+[ /.-]\w+([ /.-]\d+)?"), today=days
)
@example("9" * 5_000 + " days", TODAY)
@example("in " + "9" * 5_000 + " weeks", TODAY)
@example("²  days", TODAY)
@example("٣٠ weeks", TODAY)
@example("31/12/9999", TODAY)
@example("tomorrow\x00", TODAY)
def test_whatever_is_said_it_is_a_day_or_none(said: str, today: date) -> None:
    assert isinstance(understand_date(said, today), date | None)


@given(day=days, today=days)
def test_a_day_said_back_names_it_in_full_and_the_year_when_it_is_another(
    day: date, today: date
) -> None:
    said = say_date(day, today)
    assert said.startswith(f"{day:%A} {day.day} {day:%B}")
    assert (str(day.year) in said) == (day.year != today.year)
    if day.year != today.year or day >= today:
        assert understand_date(said, today) == day, "and it is understood when it is typed again"


def test_a_promise_is_one_line_however_it_was_pasted() -> None:
    promise = Promise(" Ring\r\nback\x1b ", None, Whose.OURS)
    assert promise.text == "Ring back\\u{1b}"


@pytest.mark.parametrize(
    ("whose", "label"),
    [(Whose.MINE, "mine"), (Whose.ANOTHER_TEAM, "another team’s")],
)
def test_whose_task_it_is_has_a_name(whose: Whose, label: str) -> None:
    assert whose.label == label
