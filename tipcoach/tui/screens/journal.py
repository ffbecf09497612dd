"""The journal: what has been kept, newest first, with the entry beside the row."""

from itertools import groupby
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.reading import Listing, newest, principles
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.reports.entries import entry_title, row_of
from tipcoach.reports.wrapping import wrap
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.entry import EntryScreen, entry_content
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

SHOWN = 500
UNUSED_SHOWN = 3
REASON_WIDTH = 32
EMPTY = (
    "Nothing kept yet.\n\n"
    "What you keep will be here,\nnewest first.\n\n"
    "Esc, then b before a visit,\na after one."
)


class JournalScreen(Page):
    """Rows at the left, the entry at the right; where it is narrow, Enter opens it."""

    NAME: ClassVar[str] = keys.JOURNAL
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reading.tcss", "journal.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, Entry] = {}

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
                yield More(preview, below="Enter opens all of it")
        yield Strip()
        yield Keys(keys.JOURNAL)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Rows))
        self.look_again()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def look_again(self) -> None:
        """Read what there is, from the newest."""
        try:
            listing = newest(self.desk.coach, SHOWN)
            # Loaded here, so that the first row does not wait for it.
            rows = self._rows(listing)
        except TipcoachError as trouble:
            self.app.call_from_thread(self.query_one(Strip).say, trouble)
            return
        self._entries = {entry.id: entry for entry in listing.entries}
        self.app.call_from_thread(self._show, rows)

    def _rows(self, listing: Listing) -> list[Row]:
        coach = self.desk.coach
        today, names = coach.clock().date(), principles(coach)
        found = [row_of(entry, names) for entry in listing.entries]
        rows: list[Row] = []
        for group, members in groupby(found, lambda row: row.group(today)):
            rows += [gap()] if rows else []
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
        if listing.more:
            rows += [gap(), heading("Older ones: tipcoach journal list --all")]
        return rows + _unused_rows(listing)

    def _show(self, rows: list[Row]) -> None:
        listed = self.query_one(Rows)
        listed.show(rows)
        if listed.row is not None:
            self._preview(self._entries[listed.row.id])
        else:
            listed.show([*rows, *(heading(line) for line in EMPTY.split("\n"))])
            self.query_one(Keys).leave_out({"choose", "open"})
            for shown in ("#preview-title", "#preview-text"):
                self.query_one(shown, Static).update("")

    async def moved(self, rows: Rows, row: Row) -> None:
        self._preview(self._entries[row.id])

    def _preview(self, entry: Entry) -> None:
        title = Content.styled(entry_title(entry), "bold")
        self.query_one("#preview-title", Static).update(title)
        self.query_one("#preview-text", Static).update(entry_content(self.desk.coach, entry))
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)

    async def chosen(self, rows: Rows, row: Row) -> None:
        await self.app.push_screen(EntryScreen(self._entries[row.id]))


def _unused_rows(listing: Listing) -> list[Row]:
    """The files that are left alone: a few by name, for nothing under them can be moved to."""
    if not listing.unused:
        return []
    rows = [gap(), heading("Found but not used:")]
    for name, reason in listing.unused[:UNUSED_SHOWN]:
        # A backslash may be part of a name made safe to show.
        rows.append(heading(f"  {PurePath(name).name}"))
        rows += [heading(f"    {line}") for line in wrap(reason, REASON_WIDTH)]
    rest = len(listing.unused) - UNUSED_SHOWN
    return [*rows, heading(f"  and {rest} more: tipcoach journal list")] if rest > 0 else rows
