"""What heads a session: last time's actions and the other's view, and what was brought."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from tipcoach.coach.agenda import Agenda, LastTime, OnTheAgenda
from tipcoach.coach.agreeing import Stage
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import say_date
from tipcoach.reports.agreements import stage_sentence, standing_shape
from tipcoach.reports.inbox import said_lines
from tipcoach.reports.promises import mark, what_came_in_full
from tipcoach.reports.review import brought_shape
from tipcoach.reports.session_records import Names, names_of, view_shape
from tipcoach.reports.shared_copies import (
    NO_QUESTION,
    Line,
    Voice,
    before_opening,
    copy_page,
    said_month,
)

NOTHING_BEFORE = "No session with them is in this journal yet."
NOTHING_BROUGHT = "Nothing was brought. A session can be held without."
NOT_OPENED = "not opened yet: open it under Supervision, then r, and they are told"
OPENED = "opened, and to be read under Supervision, then r"
MARKED = "marked for the session"
NOT_KEPT = "This is read from the shared place each time, and is kept nowhere."


def agenda_page(
    agenda: Agenda, me: str, principles: Sequence[PrincipleName], today: date
) -> list[Line]:
    """An agenda, whole: what is agreed, last time, and what was brought."""
    other = clean_line(agenda.other.name)
    lines = [Line(Voice.HEADLINE, f"With {other}")]
    if agenda.standing.stage is not Stage.CURRENT:
        lines.append(Line(Voice.WARNING, stage_sentence(agenda.standing, today)))
    lines += [*last_time_lines(agenda.last, names_of(me, agenda.other.name), today)]
    lines += [Line(Voice.GAP), Line(Voice.HEADING, "Brought")]
    for brought in agenda.brought:
        lines += _brought_lines(brought, principles)
    for shared in agenda.mine:
        lines.append(Line(Voice.ANSWER, shared.record.question or NO_QUESTION))
        when = "opened" if shared.opened else "not opened yet"
        lines.append(Line(Voice.NOTE, f"{said_month(shared.record.month)} · by you · {when}"))
    if not (agenda.brought or agenda.mine or agenda.unread):
        lines.append(Line(Voice.NOTE, NOTHING_BROUGHT))
    lines += [Line(Voice.WARNING, clean_line(each)) for each in agenda.unread]
    return [*lines, Line(Voice.GAP), Line(Voice.NOTE, NOT_KEPT)]


def last_time_lines(last: LastTime | None, names: Names, today: date) -> Iterator[Line]:
    """What was agreed last time and what became of it, and how the other saw the record."""
    yield Line(Voice.GAP)
    yield Line(Voice.HEADING, "Last time")
    if last is None:
        yield Line(Voice.NOTE, NOTHING_BEFORE)
        return
    yield Line(Voice.NOTE, say_date(last.held_on, date.min))
    for line in last.actions:
        yield Line(Voice.ANSWER, action_now(line, names, today))
    if last.view is not None and not last.view.agreed:
        yield Line(Voice.NOTE, "The record was seen differently:")
        yield from (Line(Voice.ANSWER, each) for each in clean(last.view.words).split("\n"))


def action_now(line: LedgerLine, names: Names, today: date) -> str:
    """`□ Ask about the letter · Officer A · by Friday 4 December`, or with what became of it."""
    parts = [f"{mark(line, today)} {line.promise.text}", names[line.promise.whose]]
    if line.outcome is not None:
        parts.append(what_came_in_full(line.outcome, today))
    elif line.due:
        parts.append(f"by {say_date(line.due, today)}")
    return " · ".join(parts)


def _brought_lines(brought: OnTheAgenda, principles: Sequence[PrincipleName]) -> Iterator[Line]:
    row = brought.row
    if brought.copy is not None:
        page = copy_page(brought.copy, principles)
        head = len(before_opening(brought.copy, principles))
        yield from page[:head]
        if row.brought.marked:
            yield Line(Voice.NOTE, f"{MARKED.capitalize()}.")
        yield from page[head:]
        yield from (Line(Voice.ANSWER, clean_line(each)) for each in said_lines(brought.said))
        return
    if row.copy is None:
        yield Line(Voice.WARNING, f"One copy cannot be opened: {row.why}.")
        return
    yield Line(Voice.ANSWER, row.copy.question.strip() or NO_QUESTION)
    state = OPENED if row.brought.opened else NOT_OPENED
    marked = [MARKED] if row.brought.marked else []
    note = " · ".join([said_month(row.brought.month), *marked, state])
    yield Line(Voice.NOTE, note)


def agenda_document(agenda: Agenda) -> str:
    """`{"with": {...}, "last": {"held_on", "actions", "view"}, "brought": [...], "mine": [...],
    "unread": [...]}`."""
    last = agenda.last
    shape = {
        "with": standing_shape(agenda.standing),
        "last": last
        and {
            "held_on": last.held_on.isoformat(),
            "actions": [_action_shape(each) for each in last.actions],
            "view": view_shape(last.view),
        },
        "brought": [
            {
                **brought_shape(each.row.brought),
                "question": each.row.copy.question if each.row.copy else None,
            }
            for each in agenda.brought
        ],
        "mine": [
            {"copy": each.record.copy, "question": each.record.question} for each in agenda.mine
        ],
        "unread": [*agenda.unread],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def _action_shape(line: LedgerLine) -> dict[str, object]:
    return {
        "promise": str(line.id),
        "text": line.promise.text,
        "whose": line.promise.whose,
        "due": line.due.isoformat() if line.due else None,
        "open": line.is_open,
    }
