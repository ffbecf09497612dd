"""A sheet: a small choice over the page.

The choice that loses nothing is current, but where it was said beforehand that words are let go.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.plaintext import clean
from tipcoach.reports.wrapping import wrap
from tipcoach.tui import keys
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.widgets.frame import NO_OTHERS, Keys
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea

CLOSED = "escape"
HELD = 0.7
"""Seconds from one Enter to the next within which the key may not have been let go: terminals
begin to repeat a held key after half a second or a little more."""
BELOW, ABOVE = "PgDn for the rest", "PgUp back to its start"


WIDTH, ROUND_A_ROW = 62, 6
"""Of a sheet, as its style sheet has it, and what its sides and the bar take of that."""
ROUND_ITS_TITLE = 7
ROUND_ITS_TEXT, MOST_ROWS, ROWS_OF_A_LINE = 5, 12, 3
"""Columns beside its title; rows of the window beside title, text and answer; the most rows that
choices take, and a line that is written. All as its style sheet has them."""


def room_in(width: int) -> int:
    """The columns of a row of a sheet, in a window of that width."""
    return min(WIDTH, width) - ROUND_A_ROW


class Sheet(KeysFirst, ModalScreen[None]):
    """Asks, closes, and hands the id of the row chosen to `then`; Esc hands `CLOSED`.

    Its text has as much of the window as there is. One that does not heed a held Enter lets those
    pass that come with the one that opened it.
    """

    NAME: ClassVar[str] = keys.SHEET
    CSS_PATH: ClassVar[CSSPathType] = "sheet.tcss"
    # Nothing is written on most.
    does_nothing = frozenset({"undo", "redo"})

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        rows: Sequence[Row],
        then: Callable[[str], Awaitable[None]],
        *,
        current: str | None = None,
        heeds_held_enter: bool = True,
    ) -> None:
        super().__init__()
        self._heeds_enter = heeds_held_enter
        self._last_enter = 0.0
        self._title, self._lines, self._rows = title, lines, rows
        self._then = then
        self._current = current

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Static(Content(self._title), id="sheet-title")
            lines = Static(Content(clean("\n".join(self._lines))), id="sheet-lines")
            scroll = VerticalScroll(lines, id="sheet-scroll", can_focus=False)
            with Vertical(id="sheet-text"):
                yield scroll
                yield More(scroll, below=BELOW, above=ABOVE, held=True)
            yield self.body()
        yield Keys(self.NAME, says=self.what_leaving_is_called())

    def body(self) -> Widget:
        """What the answer is given with."""
        return Rows(id="sheet-rows")

    def what_leaving_is_called(self) -> Mapping[str, str]:
        """What Esc does here, as its own row has it; without one it carries on."""
        leaves = next((row for row in self._rows if row.id == CLOSED), None)
        if leaves is None:
            return NO_OTHERS
        _, (label, _), *_ = leaves.columns
        return {"close": label[:1].lower() + label[1:].strip()}

    def rows_of_the_answer(self) -> int:
        """The rows of the window that the answer takes."""
        return min(len(self._rows), MOST_ROWS) or ROWS_OF_A_LINE

    def on_resize(self, event: events.Resize) -> None:
        self._give_the_text_its_room(*event.size)

    def _give_the_text_its_room(self, width: int, height: int) -> None:
        title = wrap(self._title, min(WIDTH, width) - ROUND_ITS_TITLE)
        taken = ROUND_ITS_TEXT + len(title) + self.rows_of_the_answer()
        self.query_one("#sheet-scroll").styles.max_height = max(height - taken, 1)

    def on_mount(self) -> None:
        self.query_one("#sheet-text").display = bool(self._lines)
        # Before it is laid out for the first time, or it would be laid out twice.
        self._give_the_text_its_room(*self.app.size)
        self._last_enter = monotonic()
        self.start()

    def start(self) -> None:
        """Put the cursor where the answer is given."""
        rows = self.query_one(Rows)
        rows.show(self._rows, self._current)
        self.set_focus(rows)

    async def takes(self, event: events.Key) -> bool:
        scroll = self.query_one("#sheet-scroll", VerticalScroll)
        match event.key:
            case "pagedown":
                scroll.scroll_page_down(animate=False)
            case "pageup":
                scroll.scroll_page_up(animate=False)
            case "enter" if not self._heeds_enter:
                before, self._last_enter = self._last_enter, monotonic()
                self._heeds_enter = self._last_enter - before > HELD
                return not self._heeds_enter or await super().takes(event)
            case _:
                return await super().takes(event)
        return True

    def rows_with_letters(self) -> tuple[Row, ...]:
        found = (row for rows in self.query(Rows) for row in rows.rows)
        return tuple(row for row in found if row.key and row.can_be_chosen)

    async def chosen(self, rows: Rows, row: Row) -> None:
        await self._close(row.id)

    async def act_close(self) -> None:
        await self._close(CLOSED)

    async def _close(self, chosen: str) -> None:
        await self.app.pop_screen()
        await self._then(chosen)


class LongSheet(Sheet):
    """A sheet with more rows than may fit: it says in words that there are more."""

    def body(self) -> Widget:
        rows = Rows(id="sheet-rows")
        return Vertical(rows, More(rows, held=True), id="sheet-long")

    def rows_of_the_answer(self) -> int:
        return super().rows_of_the_answer() + 1


class LineSheet(Sheet):
    """A sheet that asks for one line; Enter hands it on."""

    does_nothing = frozenset()
    LEAVES: ClassVar[Mapping[str, str]] = {"close": "leave it"}

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        then: Callable[[str], Awaitable[None]],
        written: str = "",
    ) -> None:
        super().__init__(title, lines, (), then)
        self._written = written

    def what_leaving_is_called(self) -> Mapping[str, str]:
        return self.LEAVES

    def body(self) -> Widget:
        return WritingArea(single=True, id="line")

    def start(self) -> None:
        area = self.query_one(WritingArea)
        area.begin(self._written)
        self.set_focus(area)

    async def takes(self, event: events.Key) -> bool:
        taken = await super().takes(event)
        if not taken and event.key == "enter":
            await self._close(self.query_one(WritingArea).text.strip() or CLOSED)
            return True
        return taken


def choice(key: str, label: str, note: str = "") -> Row:
    """A row of a sheet: its letter, what it does, and a note in the second voice."""
    columns = ((f"{key:<3} ", "accent"), (f"{label}   ", "ink"), (note, "muted"))
    return Row(CLOSED if key == "Esc" else key, columns, key=key)
