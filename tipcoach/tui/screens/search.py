"""Search the journal: words at the top, what is found under them, newest first."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from tipcoach.coach.reading import read
from tipcoach.coach.searching import is_quick, search
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.practice.query import read_query
from tipcoach.practice.search import Found, Match
from tipcoach.reports.entries import Row as Line
from tipcoach.reports.found import KINDS, pieces
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea

SHOWN = 100
MARGINS = 6
REST = 0.4
"""Seconds without a key after which the words are looked for as they stand."""
LEAST = 2
"""Signs there are at least before they are looked for unasked."""
HINT = "Words to look for"
HOW = (
    "All of the words have to be in one entry.\n"
    "\n"
    '"the back door"      words that stand together\n'
    "arr*                 the beginning of a word\n"
    "purpose:arrears      principle:choice   channel:phone\n"
    "kind:before          kind:after         kind:mirror\n"
    "kind:team-walk       kind:agreement     kind:session\n"
    "has:promise          has:plan           has:stopped\n"
    "from:2026-03         to:2026-05"
)
NOTHING = "Nothing in your journal says that. Fewer words find more, and so does arr*."
MORE = f"There are more. All of them: {keys.FIND.replace('WORDS...', 'WORDS --all')}"


class _Stopped(Exception):
    """Other words are being looked for, or nobody waits any more."""


class SearchScreen(Page):
    """A line to write in and rows. The words are looked for once typing rests, and by Enter, which
    also goes to what was found, and opens the row it is on."""

    NAME: ClassVar[str] = keys.SEARCH
    CSS_PATH = "search.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._found = Found((), more=False)
        self._found_by = ""
        self._sought = ""
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Header("Journal", "search", badge=self.whose)
        with Vertical(classes="page"):
            yield WritingArea(single=True, id="words")
            rows = Rows(id="found", bar_stays=False)
            yield rows
            yield More(rows)
            yield Static(Content(HOW), id="said")
        yield Strip()
        yield Keys(keys.SEARCH)

    def on_mount(self) -> None:
        self.query_one(WritingArea).begin("", HINT)
        self.query_one(Rows).display = False
        self.set_focus(self.query_one(WritingArea))

    def on_resize(self) -> None:
        self._show_rows()

    @on(WritingArea.Written)
    def _written(self, event: WritingArea.Written) -> None:
        event.stop()
        self._stop_waiting()
        self._rest = self.set_timer(REST, self._look_at_rest)
        self._say_what_keys_do()

    def _stop_waiting(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None

    def _look_at_rest(self) -> None:
        """Look for the words as they stand. A long reading, or a mistake, waits for Enter."""
        words = self.query_one(WritingArea).text
        if words == self._sought or self.app.screen is not self:
            return
        self._sought = words
        self._search(words, unasked=True)

    def on_descendant_focus(self) -> None:
        self._say_what_keys_do()

    def _say_what_keys_do(self) -> None:
        many = len(self._found.matches)
        idle = set() if many else {"choose"}
        if self.focused is self.query_one(Rows):
            does = "open"
        else:
            is_found = many and self.query_one(WritingArea).text == self._found_by
            does = "search" if not is_found else "go to it" if many == 1 else "go to them"
            # Among the words it is typed.
            idle.add("search_again")
        self.query_one(Keys).leave_out(idle, {"open": does})

    def look_again(self) -> None:
        """Look for the same words: some of what was found was put right, or erased."""
        self._search(self._sought)

    async def takes(self, event: Key) -> bool:
        """From the words, Down goes to what was found."""
        in_words = self.focused is self.query_one(WritingArea)
        if in_words and event.key == "down" and self._found.matches:
            self.set_focus(self.query_one(Rows))
            return True
        return await super().takes(event)

    async def act_search_again(self) -> None:
        self.set_focus(self.query_one(WritingArea))

    async def act_open(self) -> None:
        """Enter in the words looks for them."""
        self._stop_waiting()
        self.query_one(Strip).say(None)
        self._sought = self.query_one(WritingArea).text
        self._search(self._sought)

    async def act_go_back(self) -> None:
        await self.app.pop_screen()
        if self.app.screen is self.desk.home:
            self.desk.home.look_again()

    async def chosen(self, rows: Rows, row: Row) -> None:
        try:
            entry = read(self.desk.coach, row.id)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
            return
        if isinstance(entry, Entry):
            await self.app.push_screen(EntryScreen(entry, found_by=read_query(self._found_by)))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _search(self, typed: str, *, unasked: bool = False) -> None:
        worker = get_current_worker()
        if unasked and (len(typed.strip()) < LEAST or not is_quick(self.desk.coach)):
            self.app.call_from_thread(self._show_unasked, Found((), more=False), typed)
            return

        def tell(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _Stopped
            if total and done % max(total // 50, 1) == 0:
                said = (
                    f"Reading {total:,} entries once, so that later searches are quick: {done:,}. "
                    "Esc stops, and nothing is lost."
                )
                self.app.call_from_thread(self._say, said)

        try:
            found = search(self.desk.coach, typed, SHOWN, tell)
        except _Stopped:
            return
        except TipcoachError as trouble:
            if not unasked:
                self.app.call_from_thread(self._refuse, trouble)
            return
        if not worker.is_cancelled:
            show = self._show_unasked if unasked else self._show
            self.app.call_from_thread(show, found, typed)

    def _refuse(self, trouble: TipcoachError) -> None:
        self._found = Found((), more=False)
        self._show_rows()
        self._say(HOW)
        self.query_one(Strip).say(trouble)

    def _show(self, found: Found, typed: str) -> None:
        self._found, self._found_by = found, typed
        self._show_rows()
        self._say(_said(found))
        if found.matches:
            self.set_focus(self.query_one(Rows))

    def _show_unasked(self, found: Found, typed: str) -> None:
        """Show it under the words, which are still written in."""
        self.query_one(Strip).say(None)
        self._found, self._found_by = found, typed
        self._show_rows()
        self._say(_said(found) if found.matches else HOW)

    def _show_rows(self) -> None:
        today, rows = self.desk.coach.clock().date(), self.query_one(Rows)
        here = rows.row.id if rows.row else None
        rows.display = bool(self._found.matches)
        width = max(self.app.size.width - MARGINS, 20)
        rows.show([_row(match, today, width) for match in self._found.matches], here)
        self._say_what_keys_do()

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(words))
        said.set_class(bool(self._found.matches), "-under")


def _row(match: Match, today: date, width: int) -> Row:
    """Two lines: what it is, and the sentence with the words standing out."""
    entry = match.entry
    label = "stopped" if entry.stopped else entry.label
    day = date.fromisoformat(entry.day)
    when = Line(entry.id, "", (), day).when(today)
    quote = tuple(
        (said, "found" if is_found else "muted") for said, is_found in pieces(match, width)
    )
    about = " · ".join(part for part in (label, entry.channel) if part)
    kind = KINDS[entry.kind]
    columns = ((f"{kind:<7}" if about else kind, "ink"), (about, "ink"))
    return Row(entry.id, columns, right=when, quote=quote)


def _said(found: Found) -> str:
    if not found.matches:
        return NOTHING
    many = len(found.matches)
    return MORE if found.more else "One entry." if many == 1 else f"{many} entries."
