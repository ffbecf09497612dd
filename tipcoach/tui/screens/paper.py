"""One page to read: a shared copy, or an agreement. It is held while it is on the screen alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tipcoach.reports.shared_copies import Line
from tipcoach.tui import keys
from tipcoach.tui.page import LooksAgain, Page
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.paper import paper

Does = Callable[["PaperScreen"], Awaitable[None]]
CAN_BE_DONE = frozenset({"ask", "mark", "agree"})


class PaperScreen(Page):
    """`does` says what can be done with the page, by the names of actions."""

    NAME: ClassVar[str] = keys.PAPER
    CSS_PATH = "reading.tcss"

    def __init__(
        self,
        title: str,
        concerning: str,
        lines: Sequence[Line],
        *,
        badge: str = "",
        does: Mapping[str, Does] | None = None,
    ) -> None:
        super().__init__()
        self._title, self._concerning, self._badge = title, concerning, badge
        self._lines = lines
        self._does = dict(does or {})
        self.end_was_seen = False

    def compose(self) -> ComposeResult:
        yield Header(self._title, self._concerning, self._badge)
        said = Static(paper(self._lines), classes="text", id="paper")
        scroll = VerticalScroll(said, classes="reading")
        yield scroll
        yield More(scroll)
        yield Strip()
        yield Keys(keys.PAPER, without=CAN_BE_DONE - self._does.keys())

    def on_mount(self) -> None:
        scroll = self.query_one(VerticalScroll)
        self.watch(scroll, "scroll_y", self._look_at_end, init=False)
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self.set_focus(scroll)

    def show(self, lines: Sequence[Line], badge: str) -> None:
        """Show the page as it is now; the place in it stays."""
        self.query_one("#paper", Static).update(paper(lines))
        self.query_one(Header).badge(badge)

    async def act_ask(self) -> None:
        await self._do("ask")

    async def act_mark(self) -> None:
        await self._do("mark")

    async def act_agree(self) -> None:
        await self._do("agree")

    async def act_go_back(self) -> None:
        if self.is_busy:
            return
        await self.app.pop_screen()
        if isinstance(self.app.screen, LooksAgain):
            self.app.screen.look_again()

    async def _do(self, name: str) -> None:
        if name in self._does and not self.is_busy:
            await self._does[name](self)

    def _laid_out(self, screen: Screen[object]) -> None:
        self._look_at_end()

    def _look_at_end(self) -> None:
        scroll = self.query_one(VerticalScroll)
        if scroll.region.height > 0 and scroll.scroll_y >= scroll.max_scroll_y:
            self.end_was_seen = True
