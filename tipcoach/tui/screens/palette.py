"""The palette: all that can be done where one is, found by words.

It is made of the registry, and over a small choice of the rows of that, so nothing that was
written in an answer is ever in it. It does an action as its key would. What lies under it is not
touched until one is chosen.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from tipcoach.tui import keys
from tipcoach.tui.page import settle
from tipcoach.tui.screens.palette_ways import Way, found_by, nothing_found, ways_of, words_of
from tipcoach.tui.screens.sheet import CLOSED, Sheet
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Rows
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst

TITLE = "What can be done here"
HINT = "Words of its name"
MOST_ROWS = 16
BESIDE = 8
"""Lines of the window that are not for the rows."""


async def open_palette(under: "KeysFirst") -> None:
    """Open it over a screen, with what there is to do on it now."""
    await under.app.push_screen(Palette(ways_of(under)))


class Palette(Sheet):
    """A line to write words in, and a row for each action they find."""

    NAME: ClassVar[str] = keys.PALETTE
    CSS_PATH: ClassVar[list[str | PurePath]] = ["sheet.tcss", "palette.tcss"]

    def __init__(self, ways: Sequence[Way]) -> None:
        async def then(chosen: str) -> None:
            if chosen != CLOSED and (do := self._ways[int(chosen)].do):
                await do()

        self._ways = ways
        self._sought: list[str] | None = None
        super().__init__(TITLE, (), (), then)

    def body(self) -> Widget:
        rows = Rows(id="palette-rows")
        return Vertical(WritingArea(single=True, id="line"), rows, More(rows, held=True))

    def start(self) -> None:
        # As tall as it is at first, whatever is found: nothing jumps under the eyes.
        listed = sum(not way.by_words for way in self._ways)
        most = min(listed, MOST_ROWS, max(self.app.size.height - BESIDE, 1))
        self.query_one(Rows).styles.height = most
        area = self.query_one(WritingArea)
        area.begin("", HINT)
        self.set_focus(area)
        self._find()

    @on(WritingArea.Written)
    def _written(self, event: WritingArea.Written) -> None:
        event.stop()
        self._find()

    def _find(self) -> None:
        """Show what the words find; where they are those of before, the row stays."""
        words = words_of(self.query_one(WritingArea).text)
        if words == self._sought:
            return
        self._sought = words
        found = [self._ways[place].row(place) for place in found_by(words, self._ways)]
        self.query_one(Rows).show(found or [nothing_found(words)])

    async def takes(self, event: events.Key) -> bool:
        rows = self.query_one(Rows)
        if event.key in ("up", "down", "pageup", "pagedown"):
            # What was typed just before may not have been looked for yet.
            await settle(self.query_one(WritingArea))
            self._find()
            return await rows.takes(event)
        if event.key in ("tab", "shift+tab"):
            # There is one place to be: the words.
            return True
        return await super().takes(event)

    async def act_do(self) -> None:
        self._find()
        rows = self.query_one(Rows)
        if rows.row is not None:
            await self.chosen(rows, rows.row)
