"""An agenda as it stands beside the talk, and what was agreed last time as it stands in it."""

from collections.abc import Iterator
from datetime import date

from tipcoach.coach.agenda import Agenda, LastTime, OnTheAgenda
from tipcoach.coach.agreeing import Stage
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import Promise
from tipcoach.reports.agenda import (
    NOTHING_BEFORE,
    NOTHING_BROUGHT,
    action_now,
)
from tipcoach.reports.session_records import Names, action_line
from tipcoach.reports.shared_copies import NO_QUESTION, Line, Voice

NO_AGREEMENT = "No agreement holds just now, so the record cannot be sent yet."
DIFFERENTLY = "The record of it was seen differently; their words are in the agenda."


def agreed_so_far(actions: tuple[Promise, ...], names: Names) -> list[Line]:
    """What is written down as agreed in the talk under way; nothing where nothing is."""
    if not actions:
        return []
    lines = [Line(Voice.ANSWER, action_line(each, names)) for each in actions]
    return [Line(Voice.HEADING, "Agreed so far"), *lines, Line(Voice.GAP)]


def agenda_beside(agenda: Agenda, names: Names, today: date) -> list[Line]:
    """The questions that were brought, and last time's actions; the rest is on its own page."""
    lines = [Line(Voice.HEADING, "Brought")]
    lines += [Line(Voice.ANSWER, _question(each)) for each in agenda.brought]
    for shared in agenda.mine:
        question = shared.record.question.strip() or NO_QUESTION
        lines.append(Line(Voice.ANSWER, f"{clean_line(question)} · by you"))
    if not (agenda.brought or agenda.mine or agenda.unread):
        lines.append(Line(Voice.NOTE, NOTHING_BROUGHT))
    lines += [Line(Voice.NOTE, clean_line(each)) for each in agenda.unread]
    lines += [Line(Voice.GAP), Line(Voice.HEADING, "Last time")]
    return [*lines, *_last_time(agenda.last, names, today)]


def last_time_under(last: LastTime | None, names: Names, today: date) -> list[Line]:
    """What stands under the question about last time."""
    return [*_last_time(last, names, today)]


def no_agreement(agenda: Agenda) -> str:
    """That nothing can be sent as it stands; empty where an agreement holds."""
    return "" if agenda.standing.stage is Stage.CURRENT else NO_AGREEMENT


def _question(brought: OnTheAgenda) -> str:
    copy = brought.row.copy
    if copy is None:
        return "One copy cannot be opened."
    marked = " · marked" if brought.row.brought.marked else ""
    return f"{clean_line(copy.question).strip() or NO_QUESTION}{marked}"


def _last_time(last: LastTime | None, names: Names, today: date) -> Iterator[Line]:
    if last is None:
        yield Line(Voice.NOTE, NOTHING_BEFORE)
        return
    for line in last.actions:
        yield Line(Voice.ANSWER, action_now(line, names, today))
    if not last.actions:
        yield Line(Voice.NOTE, "Nothing was to be done.")
    if last.view is not None and not last.view.agreed:
        yield Line(Voice.NOTE, DIFFERENTLY)
