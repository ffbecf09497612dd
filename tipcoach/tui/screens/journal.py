"""The journal: what has been kept, newest first, with the entry beside the row.

However much is kept, only a stretch of it is at hand. It is read on away from the keys, one
page at a time, as somebody comes near its end.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import groupby
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.timer import Timer
from textual.widgets import Static

from tipcoach.coach import leafing
from tipcoach.coach.coach import Coach
from tipcoach.coach.leafing import Stretch
from tipcoach.coach.reading import principles
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.practice.session_record import has_a_record
from tipcoach.reports.entries import entry_title, row_of
from tipcoach.reports.wrapping import wrap
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.entry import EntryScreen, what_sharing_is_called
from tipcoach.tui.screens.entry_text import entry_content
from tipcoach.tui.screens.entry_view import show_view, view_content
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

UNUSED_SHOWN = 3
REASON_WIDTH = 32
PATIENCE = 0.4
"""Seconds after which it is said that something is being read."""
EMPTY = (
    "Nothing kept yet.\n\n"
    "What you keep will be here,\nnewest first.\n\n"
    "Esc, then {before} before a visit,\n{after} after one."
)

NEEDS_A_ROW = frozenset({"choose", "open", "search", "share"})

Reading = Callable[[Coach, Stretch], Stretch]


class JournalScreen(Page):
    """Rows at the left, the entry at the right; where it is narrow, Enter opens it."""

    NAME: ClassVar[str] = keys.JOURNAL
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reading.tcss", "journal.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self._stretch = Stretch()
        self._places: dict[str, int] = {}
        self._reading: Reading | None = None
        self._wanted: Reading | None = None
        self._slow: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Header("Journal", badge=self.whose)
        with Horizontal(classes="page"):
            with Vertical(id="list"):
                entries = Rows(id="entries")
                yield entries
                yield More(entries)
            with Vertical(id="beside"):
                with VerticalScroll(id="preview", can_focus=False) as preview:
                    yield Static("", classes="text", id="preview-title")
                    yield Static("", classes="text", id="preview-text")
                    yield Static("", classes="text view", id="preview-view")
                yield More(preview, below="Enter opens all of it")
        yield Strip()
        yield Keys(keys.JOURNAL)

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        self.set_focus(rows)
        self.watch(rows, "scroll_y", self._scrolled, init=False)
        self._read(leafing.to_the_newest)

    def look_again(self) -> None:
        """Read again what is at hand: something in it was put right, or erased."""
        self._read(leafing.again)

    async def takes(self, event: Key) -> bool:
        # To the ends of the journal, not of the rows at hand.
        action = keys.action_for(self.NAME, event.key)
        if action is not None and action.name in ("newest", "oldest"):
            await self.act(action.name)
            return True
        return await super().takes(event)

    async def act_newest(self) -> None:
        if self._stretch.newer:
            self._read(leafing.to_the_newest)
        else:
            self._go_to(self._stretch.entries[:1])

    async def act_oldest(self) -> None:
        if self._stretch.older:
            self._read(leafing.to_the_oldest)
        else:
            self._go_to(self._stretch.entries[-1:])

    def _go_to(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            self.query_one(Rows).stand_on(entry.id)
            self._preview(entry)

    async def moved(self, rows: Rows, row: Row) -> None:
        self._preview(self._stretch.entries[self._places[row.id]])
        self._read_on()

    def _scrolled(self) -> None:
        rows, near = self.query_one(Rows), leafing.PAGE // 5
        if self._reading is None and self._stretch.older and rows.lines_below < near:
            self._read(leafing.on_to_older)
        elif self._reading is None and self._stretch.newer and rows.lines_above < near:
            self._read(leafing.on_to_newer)

    def _read_on(self) -> None:
        """Read the next page before the current row comes to the end of those at hand."""
        row = self.query_one(Rows).row
        if row is None or self._reading is not None:
            return
        place, near = self._places[row.id], leafing.PAGE // 2
        if self._stretch.older and place >= len(self._places) - near:
            self._read(leafing.on_to_older)
        elif self._stretch.newer and place < near:
            self._read(leafing.on_to_newer)

    def _read(self, reading: Reading) -> None:
        """Read, or when that is under way, read this after it: only the last wish is kept."""
        if self._reading is not None:
            self._wanted = reading
            return
        self._reading = reading
        self._slow = self.set_timer(PATIENCE, self._say_reading)
        self._read_away(reading, self._stretch)

    def _say_reading(self) -> None:
        # Its time may come just as the reading ends.
        if self._reading is not None:
            self.query_one(Header).badge("reading your journal")

    @work(thread=True, exit_on_error=False)
    def _read_away(self, reading: Reading, stretch: Stretch) -> None:
        try:
            found = reading(self.desk.coach, stretch)
            # Made here, so that the prompts are loaded before the first row waits for them.
            rows = self._rows(found)
        except TipcoachError as trouble:
            self.app.call_from_thread(self._could_not_read, trouble)
            return
        self.app.call_from_thread(self._show, reading, found, rows)

    def _could_not_read(self, trouble: TipcoachError) -> None:
        if self._has_read():
            self.query_one(Strip).say(trouble)
            if not self._stretch.entries:
                self.query_one(Keys).leave_out(NEEDS_A_ROW)

    def _has_read(self) -> bool:
        """Whether the screen is still there to show what was read."""
        self._reading = None
        if self._slow is not None:
            self._slow.stop()
        if self.is_open:
            self.query_one(Header).badge(self.whose)
        return self.is_open

    def _show(self, reading: Reading, stretch: Stretch, rows: list[Row]) -> None:
        if not self._has_read():
            return
        self._stretch = stretch
        self._places = {entry.id: place for place, entry in enumerate(stretch.entries)}
        listed = self.query_one(Rows)
        if not stretch.entries:
            listed.show(
                [*rows, *(heading(line) for line in keys.said(keys.HOME, EMPTY).split("\n"))]
            )
            self.query_one(Keys).leave_out(NEEDS_A_ROW)
            for shown in ("#preview-title", "#preview-text", "#preview-view"):
                self.query_one(shown, Static).update("")
        elif reading in (leafing.to_the_newest, leafing.to_the_oldest):
            listed.show(rows)
            end = slice(-1, None) if reading is leafing.to_the_oldest else slice(1)
            self._go_to(stretch.entries[end])
        else:
            before = listed.row.id if listed.row else None
            listed.show_round(rows, before)
            if listed.row is not None and listed.row.id != before:
                self._preview(self._stretch.entries[self._places[listed.row.id]])
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._read(wanted)
        else:
            self._read_on()
            # A tall window may show the end of what is at hand at once.
            self.call_after_refresh(self._scrolled)

    def _rows(self, stretch: Stretch) -> list[Row]:
        coach = self.desk.coach
        today, names = coach.clock().date(), principles(coach)
        found = [row_of(entry, names) for entry in stretch.entries]
        rows: list[Row] = [heading("Reading newer ones"), gap()] if stretch.newer else []
        for place, (group, members) in enumerate(groupby(found, lambda row: row.group(today))):
            rows += [gap()] if place else []
            rows.append(heading(group))
            rows += [
                Row(
                    one.id,
                    (
                        (f"{one.mark or ' '} ", "muted"),
                        *((column, "ink") for column in one.columns),
                    ),
                    right=one.when(today),
                )
                for one in members
            ]
        if stretch.older:
            return [*rows, gap(), heading("Reading older ones")]
        return rows + _unused_rows(stretch)

    def _preview(self, entry: Entry) -> None:
        self.query_one(Keys).leave_out((), what_sharing_is_called(entry.kind, in_a_list=True))
        title = Content.styled(entry_title(entry), "bold")
        self.query_one("#preview-title", Static).update(title)
        self.query_one("#preview-text", Static).update(entry_content(self.desk.coach, entry))
        show_view(self.query_one("#preview-view", Static), Content(""))
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
        if has_a_record(entry):
            self._look_at_view(entry)

    @work(thread=True, exclusive=True, group="view", exit_on_error=False)
    def _look_at_view(self, entry: Entry) -> None:
        """How the other sees the record of a session: it is looked up, for it is no part of it."""
        with suppress(TipcoachError):
            self.app.call_from_thread(self._show_view, entry, view_content(self.desk.coach, entry))

    def _show_view(self, entry: Entry, view: Content) -> None:
        row = self.query_one(Rows).row if self.is_open else None
        if row is not None and row.id == entry.id:
            show_view(self.query_one("#preview-view", Static), view)

    async def act_share(self) -> None:
        from tipcoach.tui.screens.share_starting import begin_to_share

        row = self.query_one(Rows).row
        if row is not None:
            await begin_to_share(self, self._stretch.entries[self._places[row.id]])

    async def act_search(self) -> None:
        from tipcoach.tui.screens.search import SearchScreen

        await self.app.push_screen(SearchScreen())

    async def chosen(self, rows: Rows, row: Row) -> None:
        await self.app.push_screen(EntryScreen(self._stretch.entries[self._places[row.id]]))


def _unused_rows(stretch: Stretch) -> list[Row]:
    """The files that are left alone: a few by name, for nothing under them can be moved to."""
    if not stretch.unused:
        return []
    rows = [gap(), heading("Found but not used:")]
    for name, reason in stretch.unused[:UNUSED_SHOWN]:
        # A backslash may be part of a name made safe to show.
        rows.append(heading(f"  {PurePath(name).name}"))
        rows += [heading(f"    {line}") for line in wrap(reason, REASON_WIDTH)]
    rest = len(stretch.unused) - UNUSED_SHOWN
    return [*rows, heading(f"  and {rest} more: tipcoach journal list")] if rest > 0 else rows
