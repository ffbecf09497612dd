"""The app: it holds the coach, hands keys to the screen on top, and leaves without a trace."""

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget

from tipcoach.coach.coach import Coach
from tipcoach.errors import ENDED, TipcoachError
from tipcoach.settings import Look
from tipcoach.tui import keys, themes
from tipcoach.tui.clicks import Clicks
from tipcoach.tui.letters import FELL, Letters
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.home import HomeScreen
from tipcoach.tui.terminal_ground import said_to_be_light
from tipcoach.tui.textual_private import CalmApp

if TYPE_CHECKING:
    from tipcoach.coach.begin import Wanted
    from tipcoach.tui.screens.saving import SavingScreen
    from tipcoach.tui.screens.visit import VisitScreen
    from tipcoach.tui.screens.ways_in import Opening

A_MOMENT = 0.05
"""Seconds after a page is there before anything is read ahead of being asked for."""

QUIET = 2.0
"""Seconds without a key before anything is made ready for later starts."""

A_LULL = 0.3
"""Seconds without a key before anything is read that the page in front will want."""

A_PAUSE = 0.005
"""Seconds between two parts of that."""

A_TURN = 0.001
"""Seconds a thread that reads keeps the keys waiting at most, each time they want a turn; opening
one screen takes many."""

PATIENCE = 2.0
"""Seconds to leave in good order once told to end; everything is saved before they start."""


A_GOODBYE = 0.5
"""Seconds that leaving waits at most for what is got ready to stop."""


class _Over(Exception):
    """The program ends: there is nothing to get ready for."""


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
        self.reads_ahead, self._has_read_ahead = reads_ahead, False
        # Nothing glides: what is asked for is there at once.
        self.animation_level = "none"
        self.coach = coach
        self._opening = opening
        self._ending = False
        self.clipboard_told = False
        self.clicks = Clicks()
        self._letters = Letters()
        self._key_came = time.monotonic()
        self._visit_ahead: VisitScreen | None = None
        self._ahead: list[threading.Timer] = []
        self._is_over = False
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

    def read_ahead(self) -> None:
        """While somebody looks at the menu, get ready for the way in they are likely to take."""
        if self.reads_ahead and not self._has_read_ahead:
            self._has_read_ahead = True
            self._begin(self._get_ready)

    def _get_ready(self) -> None:
        self._read_a_walk_ahead()
        from tipcoach.coach.making_ready import make_ready

        make_ready(self.coach, partial(self._wait_for_quiet, QUIET))

    def get_lenses_ready(self) -> None:
        """While a question is being read, read what the lenses look for in its answer."""
        if self.reads_ahead:
            self._begin(self._get_lenses_ready)

    def _begin(self, job: Callable[[], None]) -> None:
        """Do a job of getting ready, beside the screen. It is no worker of the framework, for
        leaving would wait for the end of one."""

        def do() -> None:
            with suppress(_Over):
                job()

        ahead = threading.Timer(A_MOMENT, do)
        ahead.daemon = True
        self._ahead.append(ahead)
        ahead.start()

    def get_nothing_ready_any_more(self) -> None:
        """Have what is got ready stop after the part it is at. A thread that still worked while
        the interpreter is taken down could crash it."""
        self._is_over = True
        until = time.monotonic() + A_GOODBYE
        for ahead in self._ahead:
            ahead.cancel()
            ahead.join(max(until - time.monotonic(), 0))

    def _get_lenses_ready(self) -> None:
        self.coach.lenses.get_ready(partial(self._wait_for_quiet, A_LULL))
        gc.freeze()

    def _wait_for_quiet(self, seconds: float) -> None:
        """Until no key has come for so long; called between two small parts of a long job."""
        time.sleep(A_PAUSE)
        while not self._is_over and time.monotonic() - self._key_came < seconds:
            time.sleep(min(seconds / 10, A_MOMENT))
        if self._is_over:
            raise _Over

    def _read_a_walk_ahead(self) -> None:
        from tipcoach.coach.reading_ahead import look_over, read_ahead
        from tipcoach.tui.screens import visit, walk, ways_in
        from tipcoach.tui.widgets.walk_page import PARTS

        read_ahead(self.coach)
        # All of that stays: looking for garbage in it again and again would hold up keys.
        gc.freeze()
        sheets = [ways_in.style_sheet(each) for each in (visit.VisitScreen, walk.WalkScreen)]
        # Where the app has ended meanwhile there is nobody to hand them to.
        with suppress(Exception):
            self.call_from_thread(self._read_styles, sheets, PARTS)  # type: ignore[arg-type]
            self.call_from_thread(self._put_visit_together)  # type: ignore[arg-type]
        look_over(self.coach)

    async def _put_visit_together(self) -> None:
        """Have the page before the first question, which most begin with, in all its parts."""
        from tipcoach.coach.begin import Wanted
        from tipcoach.practice.entry import Kind
        from tipcoach.tui.screens.visit import VisitScreen

        screen = VisitScreen(Wanted(Kind.PREPARATION), ahead=True)
        await self.mount_ahead(screen)
        self._visit_ahead = screen

    def put_together_ahead(self, wanted: "Wanted") -> "VisitScreen | None":
        """The page before a first question that is there already, once, if it is the one wanted."""
        if self._visit_ahead is None or wanted != self._visit_ahead.wanted:
            return None
        ahead, self._visit_ahead = self._visit_ahead, None
        return ahead

    async def _read_styles(self, sheets: list[Path], parts: Iterable[type[Widget]]) -> None:
        """Read the style sheets of screens to come and what their parts bring along, as opening
        them would, and a little at a time: no key waits for all of it."""
        for path in sheets:
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)
                self.stylesheet.parse()
                await asyncio.sleep(0)
        for part in parts:
            self.read_styles_of(part)
            self.stylesheet.parse()
            await asyncio.sleep(0)

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
            self._key_came = time.monotonic()
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
    app.get_nothing_ready_any_more()
    if app.crash is not None:
        raise app.crash
    return left_with or app.return_code or 0
