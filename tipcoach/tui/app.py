"""The app: it holds the coach, hands keys to the screen on top, and leaves without a trace."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen
from textual.types import CSSPathType

from tipcoach.coach.coach import Coach
from tipcoach.errors import ENDED, TipcoachError
from tipcoach.settings import Look
from tipcoach.tui import keys, themes
from tipcoach.tui.clicks import Clicks
from tipcoach.tui.getting_ready import GettingReady
from tipcoach.tui.letters import FELL, Letters
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.home import HomeScreen
from tipcoach.tui.terminal_ground import said_to_be_light
from tipcoach.tui.textual_private import CalmApp

if TYPE_CHECKING:
    from tipcoach.tui.screens.saving import SavingScreen
    from tipcoach.tui.screens.ways_in import Opening

A_TURN = 0.001
"""Seconds a thread that reads keeps the keys waiting at most, each time they want a turn; opening
one screen takes many."""

PATIENCE = 2.0
"""Seconds to leave in good order once told to end; everything is saved before they start."""


class TipcoachApp(CalmApp):
    """The screens over one coach."""

    CSS_PATH: ClassVar[CSSPathType] = ["app.tcss", "screens/home.tcss"]
    TITLE = "tipcoach"
    ENABLE_COMMAND_PALETTE = False
    # An instance variable of the framework, read only, so it may stand here.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012

    def __init__(
        self, coach: Coach, opening: "Opening | None" = None, *, reads_ahead: bool = False
    ) -> None:
        super().__init__()
        self.reads_ahead = reads_ahead
        self.getting_ready = GettingReady(self)
        # Nothing glides: what is asked for is there at once.
        self.animation_level = "none"
        self.coach = coach
        self._opening = opening
        self._ending = False
        self.clipboard_told = False
        self.clicks = Clicks()
        self._letters = Letters()
        for name in themes.PALETTES:
            self.register_theme(themes.theme(name))
        self.keys_fault = self._take_own_keys()
        self.asks_for_ground = coach.settings.look is Look.TERMINAL
        self._is_light = bool(said_to_be_light(os.environ))
        self.wear()

    def wear(self) -> None:
        """Take the palette that was chosen; where none was, the one like the terminal."""
        chosen = self.coach.settings.look
        if chosen is Look.TERMINAL:
            chosen = Look.LIGHT if self._is_light else Look.DARK
        self.theme = f"tipcoach-{chosen}"

    def ground_is(self, *, light: bool) -> None:
        self._is_light = light
        self.wear()

    def letters_are_coming(self, run: int) -> None:
        self._letters.are_coming(run)

    def _take_own_keys(self) -> TipcoachError | None:
        """Use the keys of one's own, if there are any. What is wrong with them stops nothing."""
        keys.use()
        if not os.path.exists(self.coach.places.keys):  # noqa: PTH110  (never raises)
            return None
        from tipcoach.coach.own_keys import own_keys
        from tipcoach.tui.remapping import fault_of, laid_over

        if (own := own_keys(self.coach)) is None:
            return None
        registry, problems = laid_over(own)
        keys.use(registry)
        return fault_of(problems)

    def get_default_screen(self) -> HomeScreen:
        """The screen under all others. No blank one is laid out and painted before it."""
        return HomeScreen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.role_defaults()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of the stock commands: one of them writes the screen, words and all, to disk."""
        return ()

    def action_help_quit(self) -> None:
        """Nothing for Ctrl+C: the stock answer covers the buttons, and the last row has the way."""

    def save_screenshot(
        self,
        filename: str | None = None,
        path: str | None = None,
        time_format: str | None = None,
    ) -> str:
        """Never: a picture of a screen would put private words where nobody looks for them."""
        return ""

    def deliver_screenshot(
        self,
        filename: str | None = None,
        path: str | None = None,
        time_format: str | None = None,
    ) -> str | None:
        return None

    async def on_mount(self) -> None:
        self._listen_for_the_end()

    def home_is_there(self) -> None:
        """Home has what it shows; what the command line asked for is opened over it."""
        if self._opening is not None:
            self.call_later(partial(self.home.open_with, self._opening))

    @property
    def home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    async def go_home(self) -> None:
        """Close what is open, down to Home."""
        while self.screen is not self.home:
            await self.pop_screen()
        self.home.look_again()

    async def go_home_and(self, name: str) -> None:
        """Do an action of Home from a page that may be left as it is."""
        await self.go_home()
        await self.home.act(name)

    async def leave(self) -> None:
        """Save what is under way, whatever lies over it, and leave."""
        walking = self._saving()
        if not walking:
            self.exit(0)
            return
        from tipcoach.tui.screens.leaving import leave_with

        async def leave() -> None:
            self.exit(0)

        await leave_with(walking[-1], leave)

    def save_everything(self) -> None:
        for screen in self._saving():
            # What stands on the page first, if the page can still be asked.
            with suppress(Exception):
                screen.save_now()
            screen.sitting.save_now()

    def _saving(self) -> "list[SavingScreen]":
        """The screens with work under way. Without one its module need not be there: when the
        program ends by a fault is no time to import anything."""
        saving = sys.modules.get("tipcoach.tui.screens.saving")
        return [one for one in self.screen_stack if saving and isinstance(one, saving.SavingScreen)]

    async def on_event(self, event: events.Event) -> None:
        """Let the screen on top act on a key before any widget is handed it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.getting_ready.key_came()
            screen = self.screen
            if isinstance(screen, KeysFirst):
                if self._letters.fall(event, is_written=screen.is_said_to_it(event)):
                    screen.say_for_now(FELL)
                    return
                screen.say_it_no_more()
                if await screen.takes(event):
                    return
        await super().on_event(event)

    def _listen_for_the_end(self) -> None:
        """Save and leave when the system asks; where it cannot be heard, autosave has it."""
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for name, code in ENDED.items():
            loop.add_signal_handler(getattr(signal, name), partial(self._end, code))

    def terminal_has_gone(self) -> None:
        self._end(ENDED["SIGHUP"])

    def _end(self, code: int) -> None:
        if self._ending:
            return
        self._ending = True
        # A page that cannot be asked any more must not keep the program from ending.
        with suppress(Exception):
            self.save_everything()
        # With the terminal gone, putting its screen back can wait for ever.
        at_the_latest = threading.Timer(PATIENCE, os._exit, (code,))
        at_the_latest.daemon = True
        at_the_latest.start()
        self.exit(code)


def open_app(coach: Coach, opening: "Opening | None" = None) -> int:
    """Run the app and return the exit code. What ended it is raised again, to be said calmly."""
    sys.setswitchinterval(A_TURN)
    app = TipcoachApp(coach, opening, reads_ahead=True)
    left_with = app.run()
    app.getting_ready.stop()
    if app.crash is not None:
        raise app.crash
    return left_with or app.return_code or 0
