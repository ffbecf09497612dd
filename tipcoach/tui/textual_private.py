"""The one place that touches names of the framework that are not public, a test each.

Left to itself, the framework answers a crash with a traceback that prints local variables,
and so a journal's text, to a scrollback that outlives the program.
"""

import asyncio
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, TYPE_CHECKING, cast

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.message import Message

from tipcoach.tui.hung_up import PaintedWhileItLasts, has_gone, watch
from tipcoach.tui.terminal_ground import QUESTION, AmongKeys, may_be_asked

if TYPE_CHECKING:
    from textual.document._edit import Edit as Edit

# Not "erase all": on that, some terminals keep what they erase above the screen.
BLANK = "\x1b[0m\x1b[H\x1b[J"
"""Plain colours, the first place, and erase from there on."""


class TerminalFault(Exception):
    """What came from the terminal could not be read."""


class CalmApp(App[int]):
    """An app that ends after a crash without printing anything of what it held."""

    _panicked = False
    asks_for_ground = False
    """Whether the terminal is asked if it is light or dark; `ground_is` hears the answer."""

    def get_driver_class(self) -> type[Driver]:
        """The framework's own for this system, which leaves no screen before it is blank, and
        notices when the terminal has gone."""
        kinds = (BlanksFirst, Asks, Notices, super().get_driver_class())
        return type("BlankingDriver", kinds, {})

    def ground_is(self, *, light: bool) -> None:
        """Called when the terminal has said whether it is light or dark."""

    def on_ground_told(self, event: "GroundTold") -> None:
        self.ground_is(light=event.is_light)

    def save_everything(self) -> None:
        """Save what is under way; called when the app is about to end by a fault."""

    def terminal_has_gone(self) -> None:
        """Called when nobody can see the app any more, by way of the event loop."""

    def _fatal_error(self) -> None:
        with suppress(Exception):
            self.save_everything()
        self._close_messages_no_wait()

    async def acts_by_binding(self, key: str) -> bool:
        """Do now what the widget in focus has a key for; left to itself that comes in a later turn,
        after what was typed behind it."""
        return await self._check_bindings(key)

    def panic(self, *renderables: RenderableType) -> None:
        """What would be printed here is a traceback, of the thread that reads the keyboard."""
        if isinstance(self._driver, Notices) and self._driver.terminal_has_gone:
            self.terminal_has_gone()
            return
        self._panicked = True
        self._fatal_error()

    @property
    def crash(self) -> Exception | None:
        """What ended the app, if anything did."""
        if self._exception is None and self._panicked:
            return TerminalFault()
        return self._exception


class BlanksFirst(Driver):
    """Blanks the screen before it is given back: where there is no other, it would stay in sight.

    What is above the screen is not touched. It is the person's own, and nothing of ours is there.
    """

    def stop_application_mode(self) -> None:
        self.write(BLANK)
        super().stop_application_mode()  # type: ignore[safe-super]  # a real one follows it


class GroundTold(Message):
    """The terminal has answered."""

    def __init__(self, *, is_light: bool) -> None:
        super().__init__()
        self.is_light = is_light


class Asks(Driver):
    """Asks the terminal if it is light or dark, where it would not print the question."""

    def start_application_mode(self) -> None:
        app = cast("CalmApp", self._app)
        asks = app.asks_for_ground and getattr(self, "input_tty", False)
        if asks := asks and may_be_asked(os.environ):
            _read_answers_too()
        super().start_application_mode()  # type: ignore[safe-super]  # a real one follows it
        if asks:
            self.write(QUESTION)
            self.flush()


def _read_answers_too() -> None:
    """Have the framework read the keyboard so that an answer is not taken for keys."""
    from textual._xterm_parser import XTermParser
    from textual.drivers import linux_driver

    class Parser(XTermParser):
        """Holds back what the terminal answers, and reads the rest as it always did."""

        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._among = AmongKeys()

        def feed(self, data: str) -> Iterable[Message]:
            keys = self._among.keys_of(data) if data else data
            if (is_light := self._among.newly_told()) is not None:
                yield GroundTold(is_light=is_light)
            if keys or not data:
                yield from super().feed(keys)

        def tick(self) -> Iterable[Message]:
            if keys := self._among.given_up():
                yield from super().feed(keys)
            yield from super().tick()

    vars(linux_driver)["XTermParser"] = Parser


class Notices(Driver):
    """Notices when the terminal has gone, and does not wait for it then."""

    _watched: int | None = None

    def start_application_mode(self) -> None:
        terminal = getattr(self, "fileno", None)
        if isinstance(terminal, int) and getattr(self, "input_tty", False):
            self._file: IO[str]
            if not isinstance(self._file, PaintedWhileItLasts):
                self._file = cast("IO[str]", PaintedWhileItLasts(self._file))
            if self._watched is None:
                self._watched = terminal
                self._loop = asyncio.get_running_loop()
                watch(terminal, self._tell_the_app)
        super().start_application_mode()  # type: ignore[safe-super]  # a real one follows it

    @property
    def terminal_has_gone(self) -> bool:
        return self._watched is not None and has_gone(self._watched)

    def _tell_the_app(self) -> None:
        app = cast("CalmApp", self._app)
        # An app that has ended needs no telling.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(app.terminal_has_gone)
