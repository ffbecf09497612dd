"""What stands with the entry of a session: how whoever it was with sees its record."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.session_sides import sides_of
from tipcoach.coach.session_views import view_of
from tipcoach.practice.entry import Entry
from tipcoach.practice.session_record import has_a_record
from tipcoach.reports.session_sides import view_beside
from tipcoach.tui.widgets.paper import paper

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


def view_content(coach: "Coach", entry: Entry) -> Content:
    """How whoever did not write the record sees it, once they have said so; nothing before.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    view = view_of(coach, entry) if has_a_record(entry) else None
    return paper(view_beside(view, sides_of(coach, entry))) if view else Content("")


def show_view(place: Static, view: Content) -> None:
    """Show it where it belongs; where there is none, no row stays empty for it."""
    place.update(view)
    place.set_class(bool(view.plain), "-said")
