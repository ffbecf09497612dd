"""The card: one screen of a preparation, to read before going in."""

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.begin import Wanted
from tipcoach.coach.reading import make_card, principles
from tipcoach.errors import TipcoachError
from tipcoach.practice.card import Card, card_of
from tipcoach.practice.entry import Entry, Kind
from tipcoach.reports.cards import LABEL_WIDTH, card_lines, card_text
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.copying import copy
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More

CHROME = 4
"""Rows of the window that are not the card: header, a gap, keys, and the word that it goes on."""

MEASURE = 72
"""Columns of running text that are read with ease."""

MARGINS = 7
"""Columns that are not the card: the margins at both sides, and a scrollbar."""


class CardScreen(Page):
    """Every field of the card. What does not fit the window scrolls, and it says so."""

    NAME: ClassVar[str] = keys.CARD
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reading.tcss", "card.tcss"]

    def __init__(self, entry: Entry, badge: str = "") -> None:
        super().__init__()
        self._entry = entry
        self._badge = badge

    def compose(self) -> ComposeResult:
        yield Header("Your card", self._entry.concerning, self._badge or self.whose)
        scroll = VerticalScroll(Static("", id="lines"), id="card")
        yield scroll
        yield More(scroll)
        yield Strip()
        yield Keys(keys.CARD)

    def on_mount(self) -> None:
        self._card = self._find_card()
        self.set_focus(self.query_one(VerticalScroll))

    def on_resize(self) -> None:
        self._show()

    def _find_card(self) -> Card:
        coach = self.desk.coach
        try:
            return make_card(coach, self._entry)
        except TipcoachError as trouble:
            # What the entry holds itself is still there to read.
            self.query_one(Strip).say(trouble)
            return card_of(self._entry, principles(coach), ())

    def _show(self) -> None:
        found = card_lines(self._card, min(self.size.width - MARGINS, LABEL_WIDTH + MEASURE))
        # A blank row before each field where the window has the room for it.
        airy = len(found) + len(self._card.rows) - 1 <= self.size.height - CHROME
        lines: list[Content] = []
        for line in found:
            if airy and line.label and lines:
                lines.append(Content(""))
            label = f"{line.label:<{LABEL_WIDTH}}"
            lines.append(Content.assemble((label, "$muted"), line.text))
        self.query_one("#lines", Static).update(Content("\n").join(lines))

    async def act_copy(self) -> None:
        await copy(self, card_text(self._card))

    async def act_reflect_on_this(self) -> None:
        entry = self._entry
        await self.desk.go_home()
        await self.desk.home.open_with(Wanted(Kind.REFLECTION, of=entry.id))

    async def act_read_entry(self) -> None:
        from tipcoach.tui.screens.entry import EntryScreen

        await self.app.push_screen(EntryScreen(self._entry))
