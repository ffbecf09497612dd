"""The sheet that asks for the passphrase, once a run, before anything is sealed or opened."""

from collections.abc import Awaitable, Callable, Mapping

from textual import events, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.errors import TipcoachError
from tipcoach.practice.plaintext import clean
from tipcoach.tui.page import Page
from tipcoach.tui.screens.sheet import CLOSED, Sheet
from tipcoach.tui.widgets.masked_line import MaskedLine

ASKED = "Enter opens your keys; they stay open until you leave."
GOES_BACK = "Esc goes back."
OPENING = "Opening your keys."
Then = Callable[[], Awaitable[None]]


async def with_keys(
    screen: Page, then: Then, otherwise: Then | None = None, *, esc: str = GOES_BACK
) -> None:
    """Go on with `then` once the keys are unlocked; `otherwise` when somebody goes back.

    `esc` says what going back means.

    Raises `NotFound` before there are keys.
    """
    keys = screen.desk.coach.keys
    if keys.are_unlocked:
        await then()
        return
    if not keys.are_made:
        _ = keys.card

    async def closed(unlocked: str) -> None:
        if unlocked != CLOSED:
            await then()
        elif otherwise is not None:
            await otherwise()

    await screen.app.push_screen(PassphraseSheet(closed, esc))


class PassphraseSheet(Sheet):
    """Enter tries what was typed, away from the keys: that takes more than a second."""

    def __init__(self, then: Callable[[str], Awaitable[None]], esc: str = GOES_BACK) -> None:
        super().__init__("Your passphrase", [f"{ASKED} {esc}"], (), then)
        self._esc = esc
        self._opening = False

    def what_leaving_is_called(self) -> Mapping[str, str]:
        return {"close": "back" if self._esc == GOES_BACK else "go on"}

    def body(self) -> Widget:
        return MaskedLine()

    def start(self) -> None:
        self.set_focus(self.query_one(MaskedLine))

    async def takes(self, event: events.Key) -> bool:
        if self._opening and event.key not in ("escape", "ctrl+q"):
            return True
        if event.key == "enter":
            self._try()
            return True
        return await super().takes(event)

    def _try(self) -> None:
        line = self.query_one(MaskedLine)
        if line.typed:
            self._opening = True
            self._say(OPENING)
            self._unlock(line.typed)
            line.empty()

    @work(thread=True, exit_on_error=False)
    def _unlock(self, passphrase: str) -> None:
        try:
            self.desk.coach.keys.unlock(passphrase)
        except TipcoachError as trouble:
            self.app.call_from_thread(self._refused, trouble)
            return
        # In the app's own turn, where what comes next may open a screen.
        self.app.call_from_thread(self.app.call_later, self._unlocked)

    def _refused(self, trouble: TipcoachError) -> None:
        if self.is_open:
            self._opening = False
            self._say(f"{trouble} {self._esc}")

    async def _unlocked(self) -> None:
        # Somebody who went back meanwhile is where they wanted to be.
        if self.is_open:
            await self._close("unlocked")

    def _say(self, said: str) -> None:
        self.query_one("#sheet-lines", Static).update(Content(clean(said)))
