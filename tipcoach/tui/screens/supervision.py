"""Supervision, the officer's side: what I have shared, what came back, what we agreed."""

from collections.abc import Awaitable, Callable
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.agreeing import collect, standing_with
from tipcoach.coach.coach import Coach
from tipcoach.coach.inbox import Inbox, Shared, Where, look_in
from tipcoach.coach.people import people
from tipcoach.coach.resume import find_drafts
from tipcoach.coach.session_post import look_for_post
from tipcoach.coach.session_views import collect_records
from tipcoach.coach.sessions_here import sessions_here
from tipcoach.coach.taking_back import finish_taking_back
from tipcoach.errors import TipcoachError
from tipcoach.practice.plaintext import clean
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens import supervision_sessions, supervision_sheets
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.before_sharing import what_comes_first
from tipcoach.tui.screens.post import BROUGHT
from tipcoach.tui.screens.session_rows import (
    Sessions,
    just_sent,
    new_views_sentence,
    of_two,
)
from tipcoach.tui.screens.supervision_rows import (
    AGREED,
    COPY,
    WAITS,
    Found,
    enter_does,
    supervision_rows,
)
from tipcoach.tui.screens.unlocking import with_keys
from tipcoach.tui.widgets.frame import Header, Keys, KeysAbove, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows

HOW = dict.fromkeys(("take_back", "say", "review", "session"), "")
"""Said on the page where the last row has no room for all of it."""
SAID_IN_HOW = frozenset({"take_back", "say", "review", "session"})
LOOKING = "looking in the shared place"
HOLDS, NONE_HOLDS = "● agreement current", "○ no agreement holds"
NEEDS_A_COPY = frozenset({"take_back", "say"})
ALL = frozenset({"choose", "open", "review", "session"}) | NEEDS_A_COPY


class SupervisionScreen(Page):
    """Rows under their headings. Letters act on the copy the current row is about."""

    NAME: ClassVar[str] = keys.SUPERVISION
    CSS_PATH: ClassVar[list[str | PurePath]] = ["supervision.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None

    def compose(self) -> ComposeResult:
        yield Header("Supervision")
        with Vertical(classes="page"):
            rows = Rows(id="supervision")
            yield rows
            yield More(rows)
            with VerticalScroll(id="first") as first:
                first_steps = "" if self.desk.coach.keys.are_made else what_comes_first()
                yield Static(Content(first_steps))
            yield More(first)
            yield Static("", id="said")
            yield KeysAbove(keys.SUPERVISION, HOW, id="how", without=NEEDS_A_COPY)
        yield Strip()
        yield Keys(keys.SUPERVISION, without=ALL, above=SAID_IN_HOW)

    async def on_mount(self) -> None:
        has_keys = self.desk.coach.keys.are_made
        self.set_focus(self.query_one("#supervision" if has_keys else "#first"))
        if has_keys:
            self.add_class("-keys")
            # In the app's own turn, where the sheet for the passphrase may open.
            self.app.call_later(self._begin)

    async def _begin(self) -> None:
        try:
            await with_keys(self, self._look, self.act_home)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)

    async def _look(self) -> None:
        coach = self.desk.coach
        await away(self, LOOKING, lambda: look(coach), self._show)

    def look_again(self) -> None:
        if self.desk.coach.keys.are_unlocked:
            self.app.call_later(self._look)

    async def _show(self, found: Found) -> None:
        before, self._found = self._found, found
        rows = self.query_one(Rows)
        here = rows.row.id if rows.row else None
        if before and (row_id := just_sent(before.sessions, found.sessions)):
            here = row_id
        rows.show(supervision_rows(found, self.desk.coach.clock().date()), here)
        self.query_one(Header).badge(HOLDS if found.is_current else NONE_HOLDS)
        if found.sessions.views:
            self.say(new_views_sentence(found.sessions.views))
        self._fit_keys()

    async def moved(self, rows: Rows, row: Row) -> None:
        self._fit_keys()

    def _fit_keys(self) -> None:
        row, copy = self.query_one(Rows).row, self._copy()
        idle = set() if row else {"choose", "open"}
        if copy is None:
            idle |= NEEDS_A_COPY
        elif copy.where is Where.TAKEN_BACK:
            idle.add("take_back")
        self.query_one(Keys).leave_out(idle, enter_does(row.id) if row else {})
        self.query_one(KeysAbove).leave_out(idle)

    def say(self, said: str) -> None:
        line = self.query_one("#said", Static)
        line.update(Content(clean(said)))
        line.display = bool(said)

    async def chosen(self, rows: Rows, row: Row) -> None:
        self.say("")
        if self._found is None or self.is_busy:
            return
        if copy := self._copy():
            await supervision_sheets.read_copy(self, copy)
        elif row.id.startswith(WAITS):
            waiting = self._found.waiting[int(row.id.removeprefix(WAITS))]
            await supervision_sheets.read_waiting(self, waiting)
        elif row.id.startswith(AGREED):
            folder = row.id.removeprefix(AGREED)
            standing = next(one for one in self._found.standings if one.other.folder == folder)
            await supervision_sheets.read_agreement(self, standing)
        elif row.id == BROUGHT:
            await self.act_review()
        else:
            await supervision_sessions.choose(self, self._found.sessions, row.id)

    async def act_open(self) -> None:
        rows = self.query_one(Rows)
        if rows.row is not None:
            await self.chosen(rows, rows.row)

    async def act_take_back(self) -> None:
        await self._with_copy(lambda copy: supervision_sheets.ask_to_take_back(self, copy))

    async def act_say(self) -> None:
        await self._with_copy(lambda copy: supervision_sheets.ask_how_i_see_it(self, copy))

    async def act_session(self) -> None:
        """Begin a session with the one person there is to sit down with, or ask with whom."""
        self.say("")
        if self._found is not None and not self.is_busy:
            rows = self.query_one(Rows).rows
            await supervision_sessions.begin_one(self, self._found.sessions, rows)

    async def act_review(self) -> None:
        from tipcoach.tui.screens.review import ReviewScreen

        if self.desk.coach.keys.are_unlocked and not self.is_busy:
            self.say("")
            await self.app.push_screen(ReviewScreen())

    async def _with_copy(self, do: Callable[[Shared], Awaitable[None]]) -> None:
        self.say("")
        if (copy := self._copy()) and not self.is_busy:
            await do(copy)

    def _copy(self) -> Shared | None:
        """The copy the current row is about: itself, or what was said of it."""
        row = self.query_one(Rows).row
        if self._found is None or row is None or not row.id.startswith(COPY):
            return None
        copy_id = row.id.split(" ")[1]
        return next(one for one in self._found.inbox.shared if one.record.copy == copy_id)


def look(coach: Coach) -> Found:
    """Take in what has come, finish what was interrupted, and look. Raises as those do."""
    waiting, refused = collect(coach)
    finish_taking_back(coach)
    inbox: Inbox = look_in(coach)
    came = collect_records(coach)
    standings = tuple(standing_with(coach, other) for other in people(coach).cards.values())
    drafts = tuple(draft for draft in find_drafts(coach).drafts if of_two(draft))
    sessions = Sessions(came.waiting, came.views, sessions_here(coach), drafts)
    brought = look_for_post(coach).copies
    all_refused = (*refused, *inbox.refused, *came.refused)
    return Found(brought, inbox, waiting, standings, sessions, all_refused)
