"""The palette: all that can be done where one is, found by words.

It is made of the registry alone, so nothing that was written is ever in it, and it does an
action as its key would. What lies under it is not touched until one is chosen.
"""

import unicodedata
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from tipcoach.tui import keys
from tipcoach.tui.page import settle
from tipcoach.tui.screens.sheet import CLOSED, Sheet
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, heading
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst

TITLE = "What can be done here"
HINT = "Words of its name"
NOTHING = "Nothing here is called that. Fewer words find more."
MOST_ROWS = 12
LABELS = 19
ABOUT_THE_PLACE = ("help", "leave")
"""Actions of every screen; they come after those of this one."""
MOVES = frozenset({"↑↓", "PgDn", "Home", "End", "Tab"})
"""Keys that only move. They are known without being told, and come last."""


async def open_palette(under: "KeysFirst") -> None:
    """Open it over a screen, with what there is to do on it now."""
    idle = under.does_nothing_now()
    actions = [action for action in keys.actions_of(under.NAME) if action.name != "palette"]
    await under.app.push_screen(Palette(under, [one for one in actions if one.name not in idle]))


class Palette(Sheet):
    """A line to write words in, and a row for each action they find."""

    NAME: ClassVar[str] = keys.PALETTE
    CSS_PATH: ClassVar[list[str | PurePath]] = ["sheet.tcss", "palette.tcss"]

    def __init__(self, under: "KeysFirst", actions: Sequence[keys.Action]) -> None:
        async def then(chosen: str) -> None:
            if chosen != CLOSED:
                action = self._actions[int(chosen)]
                await under.do(action.name, *action.keys[:1])

        self._actions = sorted(actions, key=_order)
        self._sought: list[str] | None = None
        super().__init__(TITLE, (), (), then)

    def body(self) -> Widget:
        rows = Rows(id="palette-rows")
        return Vertical(WritingArea(single=True, id="line"), rows, More(rows, held=True))

    def start(self) -> None:
        # As tall as it is at first, whatever is found: nothing jumps under the eyes.
        most = min(len(self._actions), MOST_ROWS)
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
        words = _words(self.query_one(WritingArea).text)
        if words == self._sought:
            return
        self._sought = words
        found = [
            _row(place, action)
            for place, action in enumerate(self._actions)
            if all(_has(action, word) for word in words)
        ]
        self.query_one(Rows).show(found or [heading(NOTHING)])

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


def _order(action: keys.Action) -> int:
    if action.shown in MOVES:
        return 2
    return 1 if action.name in ABOUT_THE_PLACE else 0


def _row(place: int, action: keys.Action) -> Row:
    columns = ((f"{action.label:<{LABELS}} ", "ink"), (action.note, "muted"))
    return Row(str(place), columns, right=keys.every_key(action))


def _has(action: keys.Action, word: str) -> bool:
    """Whether a word begins one of the action's own, or of what does it without a screen, or is
    its key."""
    said = _words(f"{action.label} {action.note} {action.plain} {keys.every_key(action)}")
    return any(each.startswith(word) for each in said)


def _words(text: str) -> list[str]:
    """Its words, without accents and capitals, and without what stands between them."""
    parts = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return plain.replace(",", " ").replace(";", " ").replace("’", "'").split()
