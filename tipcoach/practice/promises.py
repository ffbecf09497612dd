"""What was said would happen: the promise, and the dates people say out loud."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tipcoach.practice.plaintext import clean_line


class Whose(StrEnum):
    """Whose task a promise is. Named, because fixing hides in a plan that is all `mine`."""

    MINE = "mine"
    THEIRS = "theirs"
    OURS = "ours"
    ANOTHER_TEAM = "another-team"

    @property
    def label(self) -> str:
        return "another team’s" if self is Whose.ANOTHER_TEAM else self.value


@dataclass(frozen=True, slots=True)
class Promise:
    """Something said at a visit, one line; `due` may be open."""

    text: str
    due: date | None = None
    whose: Whose = Whose.MINE

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_line(self.text).strip())


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def understand_date(said: str, today: date) -> date | None:
    """Return the day meant by words such as `friday`, `in two weeks`, `3 Dec` or `2026-12-03`.

    A weekday is the next one, never today. A day and month without a year is the next time
    it comes. `None` when the words are not a date.
    """
    words = " ".join(said.casefold().replace(",", " ").split())
    return (
        _near_day(words, today)
        or _weekday(words, today)
        or _span(words, today)
        or _written_out(words, today)
        or _in_figures(words, today)
    )


def _near_day(words: str, today: date) -> date | None:
    near = {"today": 0, "tonight": 0, "tomorrow": 1}
    return today + timedelta(days=near[words]) if words in near else None


def _weekday(words: str, today: date) -> date | None:
    day = _starts_one_of(words.removeprefix("next ").removeprefix("on "), _DAYS)
    if day is None:
        return None
    return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)


def _span(words: str, today: date) -> date | None:
    if words == "next week":
        return today + timedelta(weeks=1)
    found = re.fullmatch(r"(?:in )?(\w{1,8}) (day|week)s?", words)
    if not found:
        return None
    number = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1], 0)
    if not 0 < number <= 366:
        return None
    return today + timedelta(days=number * (7 if found[2] == "week" else 1))


def _written_out(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(?:\w+ )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?", words)
    if not found:
        return None
    month = _starts_one_of(found[2], _MONTHS)
    return None if month is None else _day(int(found[1]), month + 1, found[3], today)


def _in_figures(words: str, today: date) -> date | None:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _day(int(found[3]), int(found[2]), found[1], today)
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?", words):
        return _day(int(found[1]), int(found[2]), found[3], today)
    return None


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    """The day in `year`, or without one the next time it comes (29 February may take years)."""
    for candidate in [int(year)] if year else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None


def _starts_one_of(word: str, names: tuple[str, ...]) -> int | None:
    """The place of the one name that `word` begins, from three letters on."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)


def say_day(day: date) -> str:
    """A day of the past in full: `1 October 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"


def say_date(day: date, today: date) -> str:
    """Say a date back in full: `Thursday 26 November`, with the year when it is another."""
    said = f"{_DAYS[day.weekday()].title()} {day.day} {_MONTHS[day.month - 1].title()}"
    return said if day.year == today.year else f"{said} {day.year}"
