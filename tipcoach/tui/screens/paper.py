"""One page to read: a shared copy, or an agreement. It is held while it is on the screen alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tipcoach.reports.shared_copies import Line
from tipcoach.tui import keys
from tipcoach.tui.page import LooksAgain, Page
from tipcoach.tui.widgets.frame import NO_OTHERS, Header, Keys, Strip
from tipcoach.tui.widgets.more import BELOW, More
from tipcoach.tui.widgets.paper import PaperScroll

Does = Callable[["PaperScreen"], Awaitable[None]]
READ_ON = "Read it to its end first. PgDn goes on."
ONCE_READ = frozenset({"agree", "send", "agreed", "differently"})
"""What can be done once the end of the page was on the screen; until then no key says it."""
CAN_BE_DONE = ONCE_READ | {"ask", "mark"}


class PaperScreen(Page):
    """`does` says what can be done with the page, by the names of actions."""

    NAME: ClassVar[str] = keys.PAPER
    CSS_PATH = "reading.tcss"
    # It is written nowhere, and a clipboard is somewhere.
    ALLOW_SELECT = False

    def __init__(
        self,
        title: str,
        concerning: str,
        lines: Sequence[Line],
        *,
        badge: str = "",
        does: Mapping[str, Does] | None = None,
        says: Mapping[str, str] = NO_OTHERS,
    ) -> None:
        super().__init__()
        self._title, self._concerning, self._badge = title, concerning, badge
        self._lines = lines
        self._does = dict(does or {})
        self._says = dict(says)

    def compose(self) -> ComposeResult:
        yield Header(self._title, self._concerning, self._badge)
        scroll = PaperScroll(classes="reading")
        yield scroll
        yield More(scroll, below=self._below())
        yield Strip()
        yield Keys(keys.PAPER)

    def _below(self) -> str:
        """That it goes on, how, and what can be done once its end was seen."""
        waiting = [
            action
            for action in keys.actions_of(keys.PAPER)
            if action.name in ONCE_READ & self._does.keys()
        ]
        if not waiting:
            return BELOW
        first, *others = waiting
        does = " or ".join(action.shown for action in waiting)
        return f"{BELOW}: PgDn. Once read: {does if others else f'{does} {first.label}'}"

    def on_mount(self) -> None:
        self._put(self._lines)
        self.set_focus(self.query_one(PaperScroll))

    @property
    def end_was_seen(self) -> bool:
        return self.query_one(PaperScroll).end_was_seen

    def was_read(self) -> bool:
        """Whether its end was seen; where it was not, that is asked for."""
        if not self.end_was_seen:
            self.say_for_now(READ_ON)
        return self.end_was_seen

    def show(
        self, lines: Sequence[Line], badge: str, says: Mapping[str, str] | None = None
    ) -> None:
        """Show the page as it is now; the place in it stays. `says` names keys anew."""
        self.query_one(Header).badge(badge)
        if says is not None:
            self._says = dict(says)
        self._put(lines)

    def _put(self, lines: Sequence[Line]) -> None:
        self.query_one(PaperScroll).put(lines)
        self._say_what_keys_do()

    @on(PaperScroll.EndSeen)
    def _say_what_keys_do(self) -> None:
        idle = CAN_BE_DONE - self._does.keys()
        self.query_one(Keys).leave_out(idle if self.end_was_seen else idle | ONCE_READ, self._says)

    async def act_ask(self) -> None:
        await self._do("ask")

    async def act_mark(self) -> None:
        await self._do("mark")

    async def act_agree(self) -> None:
        await self._do("agree")

    async def act_send(self) -> None:
        await self._do("send")

    async def act_agreed(self) -> None:
        await self._do("agreed")

    async def act_differently(self) -> None:
        await self._do("differently")

    async def act_go_back(self) -> None:
        if self.is_busy:
            return
        await self.app.pop_screen()
        if isinstance(self.app.screen, LooksAgain):
            self.app.screen.look_again()

    async def _do(self, name: str) -> None:
        if name in self._does and not self.is_busy:
            await self._does[name](self)
