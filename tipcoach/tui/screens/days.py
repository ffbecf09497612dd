"""A day as it stands at the side of a row."""

from datetime import date

from tipcoach.reports.entries import MONTHS


def day_in_brief(day: date, today: date) -> str:
    """`6 Nov`, with the year when it is another."""
    said = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return said if day.year == today.year else f"{said} {day.year}"
