"""Rows of sessions on the page of supervision: what waits, what can be begun, what was held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.coach.agreeing import Stage, Standing
from tipcoach.coach.resume import Found as Draft
from tipcoach.coach.session_views import NewView, WaitingRecord
from tipcoach.coach.sessions_here import PastSession, SessionsHere
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import ONE_TO_ONE
from tipcoach.practice.session_record import record_of
from tipcoach.reports.session_records import NOTHING_SAID_YET
from tipcoach.tui.screens.days import day_in_brief
from tipcoach.tui.widgets.rows import Row, gap, heading

RECORD, UNSENT, BEGIN, DRAFT, HELD = "record ", "unsent ", "begin ", "draft ", "held "
"""What the id of a row begins with; after it comes what it stands for."""
FOR_WHOEVER_SUPERVISES = "for whoever supervises"
NOBODY_TO_SIT_WITH = "With nobody yet: a session here needs an agreement that holds."


@dataclass(frozen=True, slots=True)
class Sessions:
    """What there is of sessions. `drafts` are those begun and not finished, by whom with."""

    waiting: tuple[WaitingRecord, ...]
    views: tuple[NewView, ...]
    here: SessionsHere
    drafts: tuple[Draft, ...]

    def past(self, entry_id: str) -> PastSession:
        both = (*self.here.unsent, *self.here.newest)
        return next(each for each in both if each.entry.id == entry_id)


def of_two(draft: Draft) -> bool:
    """Whether a draft is of a session with somebody who is named."""
    is_session = draft.kind is Kind.SESSION and draft.checklist == ONE_TO_ONE
    return is_session and draft.with_whom is not None


def just_sent(before: Sessions, now: Sessions) -> str | None:
    """The id of the row of a session that was held or not sent `before`, and is sent `now`."""
    unsent = {past.entry.id for past in now.here.unsent}
    was_unsent = {past.entry.id for past in before.here.unsent}
    last = max((past.entry.id for past in before.here.newest), default="")
    sent = [
        past.entry.id
        for past in now.here.newest
        if past.sides.is_mine
        and past.entry.id not in unsent
        and (past.entry.id in was_unsent or past.entry.id > last)
    ]
    return f"{HELD}{max(sent)}" if sent else None


def waiting_rows(sessions: Sessions, today: date) -> list[Row]:
    """Records that wait for one's own view, and records of one's own that are not sent."""
    rows = []
    for number, waiting in enumerate(sessions.waiting):
        said = f"Record of {day_in_brief(waiting.record.held_on, today)}, from {waiting.other.name}"
        columns = (("■ ", "accent"), (said, "bold"))
        rows.append(Row(f"{RECORD}{number}", columns, right="waits for your view"))
    for past in sessions.here.unsent:
        said = f"The record of {day_in_brief(past.entry.created.date(), today)} is not sent yet"
        columns = (("■ ", "accent"), (said, "bold"))
        rows.append(Row(f"{UNSENT}{past.entry.id}", columns, right=f"with {past.other.name}"))
    return rows


def session_rows(sessions: Sessions, standings: Sequence[Standing], today: date) -> list[Row]:
    """A session to begin or go on with, and the last ones, for each person."""
    rows: list[Row] = []
    drafts = {draft.with_whom: draft for draft in reversed(sessions.drafts)}
    for standing in standings:
        other = standing.other
        if draft := drafts.get(other.folder):
            columns = (("○ ", "muted"), (f"Go on with the session with {other.name}", "ink"))
            where = "in another window" if draft.in_use else f"at {draft.stopped_at}"
            rows.append(Row(f"{DRAFT}{draft.id}", columns, right=where))
        elif standing.stage is Stage.CURRENT:
            begin = ((f"Begin a session with {other.name}", "ink"),)
            rows.append(Row(f"{BEGIN}{other.folder}", begin, right=FOR_WHOEVER_SUPERVISES))
        rows += [
            _held(past, sessions.here.unsent, today)
            for past in sessions.here.newest
            if past.other.folder == other.folder
        ]
    return [gap(), heading("Sessions"), *(rows or [heading(NOBODY_TO_SIT_WITH)])]


def new_views_sentence(views: Sequence[NewView]) -> str:
    """Who has said how they see a record; their words are on its page, and may be long."""
    return "\n".join(
        f"{each.other.name} agreed with the record of your session."
        if each.seen.agreed
        else f"{each.other.name} sees the record of your session differently. Their words stand "
        "with it."
        for each in views
    )


def _held(past: PastSession, unsent: Sequence[PastSession], today: date) -> Row:
    said = f"{day_in_brief(past.entry.created.date(), today)}, with {past.other.name}"
    view = past.view
    below = ((f"“{view.words}”", "muted"),) if view and not view.agreed else ()
    return Row(
        f"{HELD}{past.entry.id}",
        ((said, "ink"),),
        right="not sent" if past in unsent else how_it_is_seen(past),
        below=below,
    )


def how_it_is_seen(past: PastSession) -> str:
    """How whoever did not write a record sees it."""
    who = "they" if past.sides.is_mine else "you"
    if record_of(past.entry).is_empty:
        return "nothing was written"
    if past.view is None:
        return f"{'their' if past.sides.is_mine else 'your'} view: {NOTHING_SAID_YET}"
    if past.view.agreed:
        return f"{who} agreed"
    return "they see it differently" if past.sides.is_mine else "you see it differently"
