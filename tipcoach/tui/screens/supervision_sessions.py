"""What the rows of sessions on the page of supervision open: a record, a session held, a walk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipcoach.coach.begin import Standalone
from tipcoach.practice.entry import Kind
from tipcoach.tui.screens import session_rows
from tipcoach.tui.screens.session_record import read_unsent
from tipcoach.tui.screens.session_rows import NOBODY_TO_SIT_WITH, Sessions
from tipcoach.tui.screens.session_view import read_session, read_waiting_record
from tipcoach.tui.screens.sheet import CLOSED, LongSheet, choice
from tipcoach.tui.screens.standalone import begin_now
from tipcoach.tui.screens.waiting import offer_draft
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.tui.screens.supervision import SupervisionScreen


async def choose(screen: "SupervisionScreen", sessions: Sessions, row_id: str) -> None:
    """Open what a row of sessions stands for."""
    what, gap, id_ = row_id.partition(" ")
    match what + gap:
        case session_rows.RECORD:
            await read_waiting_record(screen, sessions.waiting[int(id_)])
        case session_rows.UNSENT:
            await read_unsent(screen, sessions.past(id_).entry, screen.say)
        case session_rows.HELD:
            await read_session(screen, sessions.past(id_))
        case session_rows.DRAFT:
            draft = next(each for each in sessions.drafts if each.id == id_)
            await offer_draft(screen, draft)
        case session_rows.BEGIN:
            await begin_now(screen, Standalone(Kind.SESSION, with_whom=id_))


async def begin_one(screen: "SupervisionScreen", sessions: Sessions, rows: Sequence[Row]) -> None:
    """Begin with the one person there is a row for, or ask with whom of them."""
    ways = [row for row in rows if row.id.startswith((session_rows.BEGIN, session_rows.DRAFT))]

    async def then(row_id: str) -> None:
        if row_id != CLOSED:
            await choose(screen, sessions, row_id)

    if not ways:
        screen.say(NOBODY_TO_SIT_WITH)
    elif len(ways) == 1:
        await then(ways[0].id)
    else:
        sheet = LongSheet("With whom?", [], [*ways, choice("Esc", "Not now")], then)
        await screen.app.push_screen(sheet)
