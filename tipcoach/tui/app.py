"""The app: it holds the coach, hands keys to the screen on top, and leaves without a trace."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import ToPutRight
from tipcoach.settings import Look
from tipcoach.tui import themes
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.home import HomeScreen
from tipcoach.tui.screens.leaving import leave_with
from tipcoach.tui.screens.saving import SavingScreen
from tipcoach.tui.textual_private import CalmApp

if TYPE_CHECKING:
    from tipcoach.coach.sharing import Preparing

Opening: TypeAlias = "Wanted | ToPutRight | Preparing | None"
"""What the command line asked for: a walk, one put right, a copy to be made, or nothing."""

PATIENCE = 2.0
"""Seconds to leave in good order once told to end; everything is saved before they start."""

ENDED = {"SIGTERM": 143, "SIGHUP": 129}


class TipcoachApp(CalmApp):
    """The screens over one coach."""

    CSS_PATH = "app.tcss"
    TITLE = "tipcoach"
    ENABLE_COMMAND_PALETTE = False
    # An instance variable of the framework, read only, so it may stand here.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual"), (110, "-wide")]  # noqa: RUF012

    def __init__(self, coach: Coach, opening: Opening = None) -> None:
        super().__init__()
        # Nothing glides: what is asked for is there at once.
        self.animation_level = "none"
        self.coach = coach
        self._opening = opening
        self._ending = False
        self.clipboard_told = False
        for name in themes.PALETTES:
            self.register_theme(themes.theme(name))
        look = coach.settings.look
        self.theme = f"tipcoach-{Look.DARK if look is Look.TERMINAL else look}"

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
        await self.push_screen(HomeScreen())
        if self._opening is not None:
            opening = self._opening
            self.call_later(partial(self.home.open_with, opening))

    @property
    def home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    async def go_home(self) -> None:
        """Close what is open, down to Home."""
        while self.screen is not self.home:
            await self.pop_screen()
        self.home.look_again()

    async def leave(self) -> None:
        """Save what is under way, whatever lies over it, and leave."""
        walking = [screen for screen in self.screen_stack if isinstance(screen, SavingScreen)]
        if not walking:
            self.exit(0)
            return

        async def leave() -> None:
            self.exit(0)

        await leave_with(walking[-1], leave)

    def save_everything(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, SavingScreen):
                # What stands on the page first, if the page can still be asked.
                with suppress(Exception):
                    screen.save_now()
                screen.sitting.save_now()

    async def on_event(self, event: events.Event) -> None:
        """Let the screen on top act on a key before any widget is handed it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, KeysFirst) and await screen.takes(event):
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


def open_app(coach: Coach, opening: Opening = None) -> int:
    """Run the app and return the exit code. What ended it is raised again, to be said calmly."""
    app = TipcoachApp(coach, opening)
    left_with = app.run()
    if app.crash is not None:
        raise app.crash
    return left_with or app.return_code or 0
