"""What stands on the page of supervision, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tipcoach.coach.agreeing import Stage, Standing, Waiting
from tipcoach.coach.inbox import Inbox, Shared, Where
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.shared_copies import said_month
from tipcoach.reports.wrapping import wrap
from tipcoach.tui.screens.days import day_in_brief
from tipcoach.tui.screens.post import BROUGHT, brought_rows
from tipcoach.tui.screens.session_rows import (
    BEGIN,
    DRAFT,
    Sessions,
    session_rows,
    waiting_rows,
)
from tipcoach.tui.widgets.rows import Row, gap, heading

COPY, WAITS, AGREED = "copy ", "waits ", "agreed "
"""What the id of a row begins with; after it comes what it stands for."""
ENTER_DOES = {BEGIN: "begin", DRAFT: "go on", BROUGHT: "look"}
"""What Enter does on a row, by what its id begins with; on the others it reads."""
WIDTH = 54
NOTHING_SHARED = "Nothing yet. s on an entry in the Journal shares answers."
NOTHING_BACK = "Nothing yet."
NOBODY = "Nobody is known here yet: tipcoach agreement know WHO"


@dataclass(frozen=True, slots=True)
class Found:
    """All there is to show. `brought` names whose copies are not opened yet, and `refused` says
    what was not taken in."""

    brought: tuple[str, ...]
    inbox: Inbox
    waiting: tuple[Waiting, ...]
    standings: tuple[Standing, ...]
    sessions: Sessions
    refused: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        return any(each.stage is Stage.CURRENT for each in self.standings)


def supervision_rows(found: Found, today: date) -> list[Row]:
    """What waits first, then what was shared, what came back, the sessions, the agreements."""
    rows = brought_rows(found.brought)
    rows += [_waits(number, each) for number, each in enumerate(found.waiting)]
    rows += waiting_rows(found.sessions, today)
    rows += [gap()] if rows else []
    rows.append(heading("What I have shared"))
    rows += [_shared(each, today) for each in found.inbox.shared]
    rows += [] if found.inbox.shared else [heading(NOTHING_SHARED)]
    rows += [gap(), heading("What came back")]
    back = [row for each in found.inbox.shared for row in _came_back(each)]
    rows += back or [heading(NOTHING_BACK)]
    rows += session_rows(found.sessions, found.standings, today)
    rows += [gap(), heading("Our agreements")]
    rows += [_standing(each, today) for each in found.standings]
    rows += [] if found.standings else [heading(NOBODY)]
    return rows + muted(found.refused)


def enter_does(row_id: str) -> dict[str, str]:
    """What the last row says of Enter on a row, where that is not the usual."""
    does = next((said for start, said in ENTER_DOES.items() if row_id.startswith(start)), "")
    return {"open": does} if does else {}


def muted(sentences: Sequence[str]) -> list[Row]:
    """Sentences that stand under the rows and cannot be chosen."""
    lines = [line for said in sentences for line in wrap(clean_line(said), WIDTH)]
    return [gap(), *map(heading, lines)] if lines else []


def how_it_is(shared: Shared, today: date) -> str:
    """Where a copy is and when it was opened: what is known of it, and no more."""
    opened = f"opened {moment(shared.opened, today)}" if shared.opened else "not opened"
    match shared.where:
        case Where.TAKEN_BACK:
            return f"taken back; {opened}"
        case Where.NOT_THERE:
            return f"not there now; {opened}"
        case Where.THERE:
            return opened


def moment(at: datetime, today: date) -> str:
    """`6 Nov 14:02`, with the year when it is another."""
    return f"{day_in_brief(at.date(), today)} {at:%H:%M}"


def what_it_is(shared: Shared) -> str:
    """The question that was brought, or what the copy is about where there was none."""
    record = shared.record
    return record.question.strip() or record.concerning or said_month(record.month)


def _waits(number: int, waiting: Waiting) -> Row:
    columns = (("■ ", "accent"), (f"Agreement from {waiting.other.name}", "bold"))
    return Row(f"{WAITS}{number}", columns, right="waits for your yes")


def _shared(shared: Shared, today: date) -> Row:
    about = f"{shared.reader_name} · {said_month(shared.record.month)}"
    return Row(
        f"{COPY}{shared.record.copy}",
        ((what_it_is(shared), "ink"),),
        right=how_it_is(shared, today),
        below=((about, "muted"),),
    )


def _came_back(shared: Shared) -> list[Row]:
    """What either said of one copy, under its question; a copy with nothing said has no rows."""
    if not shared.said:
        return []
    rows = [heading(what_it_is(shared))] if shared.record.question.strip() else []
    for number, said in enumerate(shared.said):
        who = "you" if said.mine else said.name
        row_id = f"{COPY}{shared.record.copy} {number}"
        rows.append(Row(row_id, ((f"“{said.text.strip()}”", "ink"),), right=who))
    return rows


def _standing(standing: Standing, today: date) -> Row:
    agreement = standing.agreement
    by = day_in_brief(agreement.look_again, today) if agreement else ""
    said = {
        Stage.NONE: "none yet",
        Stage.SENT: "you said yes; waits for theirs",
        Stage.CURRENT: f"look again by {by}",
        Stage.LOOK_AGAIN: f"was to be looked at again by {by}",
    }[standing.stage]
    return Row(f"{AGREED}{standing.other.folder}", ((standing.other.name, "ink"),), right=said)
