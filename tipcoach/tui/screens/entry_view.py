"""What stands with the entry of a session: who it was with, and how they see its record."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.content import Content

from tipcoach.coach.people import known
from tipcoach.coach.session_sides import sides_of
from tipcoach.coach.session_views import view_of
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.practice.session_record import has_a_record
from tipcoach.reports.session_sides import view_beside
from tipcoach.tui.widgets.paper import paper

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


def other_of(coach: "Coach", entry: Entry) -> str:
    """The name of whoever a session was with, where they are known here; empty otherwise."""
    with suppress(TipcoachError):
        if entry.with_whom:
            return known(coach, entry.with_whom).name
    return ""


def view_content(coach: "Coach", entry: Entry) -> Content:
    """How whoever did not write the record sees it, once they have said so; nothing before.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    view = view_of(coach, entry) if has_a_record(entry) else None
    return paper(view_beside(view, sides_of(coach, entry))) if view else Content("")
