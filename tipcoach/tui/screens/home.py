"""Home: a quiet menu. Nothing due and no draft stands between an officer and a question.

It is painted before anything is read: what the rest of it needs is imported where it is used.
"""

import gc
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from tipcoach.errors import NotReadable, TipcoachError
from tipcoach.reports.wrapping import wrap
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens import waiting_rows
from tipcoach.tui.screens.post import POST, PostCame, look_for_post_by, post_rows
from tipcoach.tui.screens.waiting_rows import draft_row, unrecorded_row
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.ground import Down
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

if TYPE_CHECKING:
    from tipcoach.coach.resume import Found
    from tipcoach.coach.session_post import Post
    from tipcoach.practice.entry import Entry
    from tipcoach.tui.screens.ways_in import Opening

WELCOME = (
    "A short checklist before a visit, and another after.\n"
    "It is yours. It leaves this machine only if you share it.\n"
    "It cannot make a visit trauma-informed or keep you safe.\n"
    "Your writing is not anonymous. A court may ask for it.\n"
    "It replaces neither the case record nor supervision.\n"
    "Ask if your organisation has agreed to you using this."
)
FOOT = (
    "Facts go in the case system. What you learn goes here.\n"
    "Nothing leaves this machine unless you share it."
)

WAYS_IN = (
    ("before", "Before a visit", "fixed, flexible, theirs to decide"),
    ("after", "After a visit", "you first; ninety seconds is enough"),
    ("journal", "Journal", "what you have kept; find with {search}"),
    ("promises", "Promises", "what was said would happen"),
    ("patterns", "My patterns", "what comes back, for you alone"),
    ("supervision", "Supervision", "what one of you brings"),
    ("mirror", "Staff mirror", "how you are doing; for you alone"),
    ("walk_it_as_them", "Walk it as them", "a team, one letter or one door"),
)


class _Stopped(Exception):
    """Home was left while it was being looked at what waits."""


UNREADABLE = NotReadable("Your journal's folder cannot be read.", "Nothing in it is touched.")

ELSEWHERE_WIDTH = 54

MADE_BEFORE_COLLECTING = 20_000
"""Things made, and not gone again, before garbage among them is looked for."""

A_FIRST_KEY = 0.05
"""Seconds in which whoever knows the menu has pressed a key of it; looking for what waits would
take turns from acting on that."""

T = TypeVar("T")


class HomeScreen(Page):
    """The ways in, and above them what waits to be recorded or continued."""

    NAME: ClassVar[str] = keys.HOME

    def __init__(self) -> None:
        super().__init__()
        self._drafts: dict[str, Found] = {}
        self._unrecorded: dict[str, Entry] = {}
        self._unused = 0
        self._due = ""
        self._post: Post | None = None
        self._names: dict[str, str] = {}
        self._unfolded = False

    def compose(self) -> ComposeResult:
        yield Header("tipcoach", badge=self.whose)
        with Down(classes="page"):
            ways = Rows(id="ways")
            yield ways
            yield More(ways)
            yield Static(Content(""), id="foot")
        yield Strip()
        yield Keys(keys.HOME)

    def on_mount(self) -> None:
        self._show()
        self.query_one(Strip).say(self.desk.coach.settings_fault or self.desk.keys_fault)
        self.set_focus(self.query_one(Rows))
        self.call_after_refresh(self._is_painted)
        self.desk.home_is_there()

    def _is_painted(self) -> None:
        """What was begun before this would have taken its turns from the painting."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
            # Opening a screen makes a good many things, and hardly any is garbage.
            gc.set_threshold(MADE_BEFORE_COLLECTING)
        if self.desk.reads_ahead:
            self.set_timer(A_FIRST_KEY, self.look_again)
        else:
            self.look_again()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def look_again(self) -> None:
        """Look for what waits, after the menu is painted: what is due, and then the rest."""
        with suppress(_Stopped):
            self._look()

    def _look(self) -> None:
        from tipcoach.coach.promises import how_many_due
        from tipcoach.reports.promises_in_brief import how_many

        coach = self.desk.coach
        # Each on its own: an unreadable folder of drafts must not hide what is not recorded.
        self._due = how_many(self._found(lambda: how_many_due(coach, self._say_reading), 0))
        if self._due:
            self.app.call_from_thread(self._show)

        from tipcoach.coach.records import not_yet_recorded
        from tipcoach.coach.resume import FoundDrafts, find_drafts

        nothing: tuple[Entry, ...] = ()
        unrecorded = self._found(lambda: not_yet_recorded(coach, self._say_reading), nothing)
        found = self._found(lambda: find_drafts(coach), FoundDrafts((), ()))
        self._unrecorded = {entry.id: entry for entry in unrecorded}
        self._drafts = {draft.id: draft for draft in found.drafts}
        self._unused = len(found.unused)
        folders = {draft.with_whom for draft in found.drafts if draft.with_whom}
        self._names = {folder: self._name_of(folder) for folder in folders}
        self.app.call_from_thread(self._show)
        look_for_post_by(self)
        self.desk.getting_ready.for_a_walk()

    def _name_of(self, folder: str) -> str:
        from tipcoach.coach.people import name_of

        return name_of(self.desk.coach, folder)

    @on(PostCame)
    def _post_came(self, event: PostCame) -> None:
        event.stop()
        if event.post != self._post:
            self._post = event.post
            self._show()

    def _say_reading(self, done: int, total: int) -> None:
        """How far it is; whoever leaves meanwhile does not wait for the end of it."""
        if get_current_worker().is_cancelled:
            raise _Stopped
        how_far = f" · {done} of {total} months" if total else ""
        badge = self.query_one(Header).badge
        self.app.call_from_thread(badge, f"reading your journal once{how_far}")

    def _found(self, look: Callable[[], T], nothing: T) -> T:
        try:
            return look()
        except TipcoachError as trouble:
            self.app.call_from_thread(self.query_one(Strip).say, trouble)
        except OSError:
            self.app.call_from_thread(self.query_one(Strip).say, UNREADABLE)
        return nothing

    def _show(self) -> None:
        drafts = list(self._drafts.values())
        rows = [unrecorded_row(entry) for entry in self._unrecorded.values()]
        rows += [draft_row(draft) for draft in drafts if draft.unrecorded]
        rows += post_rows(self._post) if self._post else []
        rows += [
            draft_row(draft, self._names.get(draft.with_whom or "", ""))
            for draft in drafts
            if not draft.unrecorded
        ]
        listed = self.query_one(Rows)
        here = listed.row.id if listed.row else "before"
        if not self._unfolded:
            rows = waiting_rows.fold_away(rows)
        elif here == waiting_rows.UNFOLD:
            here = rows[waiting_rows.SHOWN].id
        if draft := waiting_rows.to_go_on_with(drafts):
            letter = keys.called(keys.HOME, "go_on_with").shown
            rows = waiting_rows.with_letter(rows, draft.id, letter)
        if self._unused:
            rows.append(heading("Some drafts could not be read. They are left alone."))
        if self.desk.coach.settings.also_in:
            rows += self._elsewhere()
        if rows:
            rows.append(gap())
        shown = {name: keys.called(keys.HOME, name).shown for name, *_ in WAYS_IN}
        widest = max(map(len, shown.values()))
        for name, label, note in WAYS_IN:
            if name == "journal":
                rows.append(gap())
            key = shown[name]
            columns = (
                (f"{key:<{widest}}  ", "accent"),
                (f"{label:<17}", "bold"),
                (keys.said(keys.HOME, note), "muted"),
            )
            due = self._due if name == "promises" else ""
            rows.append(Row(name, columns, key=key, right=due))
        listed.show(rows, here)
        self.query_one(Header).badge(self.whose)
        welcomed = self.desk.coach.settings.welcomed
        self.query_one("#foot", Static).update(Content(FOOT if welcomed else WELCOME))

    def _elsewhere(self) -> list[Row]:
        from tipcoach.coach.elsewhere import where_else

        elsewhere = where_else(self.desk.coach)
        said = wrap(elsewhere.sentence, ELSEWHERE_WIDTH) if elsewhere else ()
        return [heading(line) for line in said]

    async def chosen(self, rows: Rows, row: Row) -> None:
        from tipcoach.tui.screens.waiting import ask_recorded, offer_draft

        match row.id:
            case way_in if way_in in {name for name, *_ in WAYS_IN}:
                await self.act(way_in)
            case waiting_rows.UNFOLD:
                self._unfolded = True
                self._show()
            case post if post in POST:
                await self.act_supervision()
            case draft if draft in self._drafts:
                await offer_draft(self, self._drafts[draft])
            case entry:
                await ask_recorded(self, self._unrecorded[entry])

    def does_nothing_now(self) -> frozenset[str]:
        waits = waiting_rows.to_go_on_with(self._drafts.values())
        return super().does_nothing_now() | (frozenset() if waits else {"go_on_with"})

    async def act_go_on_with(self) -> None:
        from tipcoach.coach.resume import find_drafts
        from tipcoach.tui.screens.waiting import go_on_with

        # Typed as soon as Home is there, it may not have been looked yet for what waits.
        try:
            drafts = self._drafts.values() or find_drafts(self.desk.coach).drafts
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
            return
        if draft := waiting_rows.to_go_on_with(drafts):
            await go_on_with(self, draft)
        else:
            self.say_for_now("There is no draft to go on with.")

    async def act_before(self) -> None:
        from tipcoach.tui.screens import ways_in

        await ways_in.before(self)

    async def act_after(self) -> None:
        from tipcoach.tui.screens import ways_in

        await ways_in.after(self)

    async def act_mirror(self) -> None:
        from tipcoach.tui.screens import ways_in

        await ways_in.mirror(self)

    async def act_walk_it_as_them(self) -> None:
        from tipcoach.tui.screens import ways_in

        await ways_in.walk_it_as_them(self)

    async def act_promises(self) -> None:
        from tipcoach.tui.screens.promises import PromisesScreen

        await self.app.push_screen(PromisesScreen())

    async def act_journal(self) -> None:
        from tipcoach.tui.screens.journal import JournalScreen

        await self.app.push_screen(JournalScreen())

    async def act_patterns(self) -> None:
        from tipcoach.tui.screens.patterns import PatternsScreen

        await self.app.push_screen(PatternsScreen())

    async def act_supervision(self) -> None:
        from tipcoach.tui.screens.supervision import SupervisionScreen

        await self.app.push_screen(SupervisionScreen())

    async def act_search(self) -> None:
        from tipcoach.tui.screens.search import SearchScreen

        await self.app.push_screen(SearchScreen())

    async def act_change_look(self) -> None:
        from tipcoach.tui.screens.looks import choose_a_look

        await choose_a_look(self)

    async def act_settings(self) -> None:
        from tipcoach.tui.screens.settings import SettingsScreen

        await self.app.push_screen(SettingsScreen())

    async def open_with(self, opening: "Opening") -> None:
        """Begin what the command line asked for."""
        from tipcoach.tui.screens import ways_in

        await ways_in.open_with(self, opening)

    def welcome_is_read(self) -> None:
        try:
            self.desk.coach.remember(welcomed=True)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
