"""One entry, to read: every question as it was asked."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import principles
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.reports.entries import entry_note, entry_parts, entry_title, written
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.widgets.frame import Header, Keys
from tipcoach.tui.widgets.more import More


class EntryScreen(Page):
    """An entry over the whole window."""

    NAME: ClassVar[str] = keys.ENTRY
    CSS_PATH = "reading.tcss"

    def __init__(self, entry: Entry, badge: str = "") -> None:
        super().__init__()
        self._entry = entry
        self._badge = badge

    def compose(self) -> ComposeResult:
        title, *rest = entry_title(self._entry).split(" · ")
        yield Header(title, " · ".join(rest), self._badge or self.whose)
        text = Static(entry_content(self.desk.coach, self._entry), classes="text")
        scroll = VerticalScroll(text, classes="reading")
        yield scroll
        yield More(scroll)
        has_card = self._entry.kind is Kind.PREPARATION
        yield Keys(keys.ENTRY, without=frozenset() if has_card else frozenset({"show_card"}))

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))

    async def act_go_back(self) -> None:
        await self.app.pop_screen()
        if self.app.screen is self.desk.home:
            self.desk.home.look_again()

    async def act_show_card(self) -> None:
        from tipcoach.tui.screens.card import CardScreen

        if self._entry.kind is Kind.PREPARATION:
            await self.app.push_screen(CardScreen(self._entry))


def entry_content(coach: Coach, entry: Entry) -> Content:
    """An entry as styled text; the words themselves are never markup."""
    lines = [Content.styled(entry_note(entry), "$muted")]
    lines.append(Content.styled(f"Written {written(entry)}", "$muted"))
    parts = entry_parts(entry, principles(coach), coach.clock().date())
    for asked, part in zip(entry.asked, parts, strict=True):
        lines.append(Content(""))
        if part.heading:
            lines.append(Content.styled(part.heading, _tint(asked)))
        lines.append(Content.styled(part.question, "bold"))
        style = "$ink" if part.answered else "$muted"
        lines += [Content.styled(line, style) for line in part.lines]
    return Content("\n").join(lines)


def _tint(asked: Asked) -> str:
    return f"${asked.principle.value}" if asked.principle else "$accent-ink"
