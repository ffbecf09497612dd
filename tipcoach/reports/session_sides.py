"""The record of a session from the journal of either, by name where the two are still known."""

import json
from collections.abc import Sequence

from tipcoach.coach.session_sides import Sides
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.session import ACTIONS, HELPED, RAISE
from tipcoach.practice.session_record import SessionRecord
from tipcoach.reports.lenses import identifier_lines
from tipcoach.reports.session_records import Names, names_of, record_page, record_shape, view_page
from tipcoach.reports.session_records import view_shape as shape_of_view
from tipcoach.reports.shared_copies import Line

THE_SUPERVISOR, THE_OFFICER = "the supervisor", "the officer"
_WHERE = {
    ACTIONS: "what was agreed",
    RAISE[0]: "what shall be raised upwards",
    HELPED[0]: "what helped",
}


def called(sides: Sides) -> tuple[str, str]:
    """How this person and the other are called: by name, or by what they were in the session."""
    mine, theirs = (THE_SUPERVISOR, THE_OFFICER) if sides.is_mine else (THE_OFFICER, THE_SUPERVISOR)
    return (sides.me.name if sides.me else mine, sides.other.name if sides.other else theirs)


def names_of_sides(sides: Sides) -> Names:
    return names_of(*called(sides))


def view_beside(view: SessionView | None, sides: Sides) -> list[Line]:
    """How whoever did not write the record sees it."""
    me, other = called(sides)
    writer, reader = (me, other) if sides.is_mine else (other, me)
    return view_page(view, writer, reader)


def both_pages(
    record: SessionRecord,
    view: SessionView | None,
    sides: Sides,
    principles: Sequence[PrincipleName],
) -> list[Line]:
    """A record, and beside it how the other sees it."""
    return [*record_page(record, names_of_sides(sides), principles), *view_beside(view, sides)]


def shown_document(
    entry: Entry, record: SessionRecord, view: SessionView | None, sides: Sides
) -> str:
    """`{"entry", "with", "mine", "record": {...}, "view": {...}}`.

    `mine` is whether the record was written here; `whose` in it is from this chair all the same.
    """
    shape = {
        "entry": entry.id,
        "with": entry.with_whom,
        "mine": sides.is_mine,
        "record": record_shape(record),
        "view": shape_of_view(view),
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def noticed_lines(found: Sequence[tuple[str, Notice]], *, is_on: bool) -> list[str]:
    """What the identifiers lens sees in a record, each with where; at the end that it misses."""
    return identifier_lines([(_WHERE[part], notice) for part, notice in found], is_looked_at=is_on)
