"""The rows of what waits on Home."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tipcoach.practice.session import TITLES as SESSION_TITLES
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.coach.resume import Found
    from tipcoach.practice.entry import Entry


SHOWN = 5
"""Rows of what waits that are shown on Home as it opens; the ways in always fit under them."""

UNFOLD = "unfold"


def fold_away(rows: list[Row]) -> list[Row]:
    """The first few rows, and one for the rest that shows them when it is chosen."""
    rest = len(rows) - SHOWN
    if rest < 2:
        return rows
    return [*rows[:SHOWN], Row(UNFOLD, ((f"· and {rest} more", "muted"),))]


def to_go_on_with(drafts: "Iterable[Found]") -> "Found | None":
    """The newest draft that can be gone on with at once: no stop rule ended it, no other window
    has it open."""
    return next((one for one in drafts if not (one.unrecorded or one.in_use)), None)


def draft_row(draft: "Found", name: str = "") -> Row:
    """A draft on Home; one that a stop rule ended says only that it waits.

    `name` is that of whoever a session is with.
    """
    mark = ("■ not yet recorded ", "danger") if draft.unrecorded else ("○ draft  ", "muted")
    label = f": {draft.label}" if draft.label and not draft.unrecorded else ""
    what = (
        f"{SESSION_TITLES.get(draft.checklist, draft.title)} with {name}" if name else draft.title
    )
    where = "open in another window" if draft.in_use else f"stopped at {draft.stopped_at}"
    return Row(draft.id, (mark, (f"{what}{label}", "ink")), right=where)


def with_letter(rows: list[Row], row_id: str, letter: str) -> list[Row]:
    """What waits, with the letter of going on before the row of `row_id`; the others as far in."""
    pads = {row.id: f"{letter}  " if row.id == row_id else " " * (len(letter) + 2) for row in rows}
    return [replace(row, columns=((pads[row.id], "accent"), *row.columns)) for row in rows]


def unrecorded_row(entry: "Entry") -> Row:
    """That something waits, and since when. What it is shows only when it is opened."""
    from tipcoach.practice.promises import say_date

    day = entry.created.date()
    return Row(entry.id, (("■ not yet recorded", "danger"),), right=say_date(day, day))
