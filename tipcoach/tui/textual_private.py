"""The one place that touches names of the framework that are not public, a test each.

Left to itself, the framework answers a crash with a traceback that prints local variables,
and so a journal's text, to a scrollback that outlives the program.
"""

import asyncio
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from typing import IO, TYPE_CHECKING, cast

from rich.console import RenderableType
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.events import Key, Paste, ScreenResume
from textual.geometry import Size
from textual.message import Message
from textual.messages import Layout
from textual.screen import Screen
from textual.widget import Widget

from tipcoach.tui.hung_up import PaintedWhileItLasts, has_gone, watch
from tipcoach.tui.letters import is_a_letter
from tipcoach.tui.terminal_ground import QUESTION, AmongKeys, may_be_asked

if TYPE_CHECKING:
    from textual.document._edit import Edit as Edit
    from textual.document._history import EditHistory as EditHistory
    from textual.reactive import Reactive

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

    def __init__(self) -> None:
        super().__init__()
        # Nothing here is said in either, and each screen would have both put together, styled and
        # laid out.
        self._disable_tooltips = self._disable_notifications = True

    async def mount_ahead(self, screen: Screen[None]) -> None:
        """Put a screen together that may be opened later; it is laid out and painted then."""
        await self._get_screen(screen)[1]

    def get_driver_class(self) -> type[Driver]:
        """The framework's own for this system, which leaves no screen before it is blank, and
        notices when the terminal has gone."""
        driver = super().get_driver_class()
        _read_pastes_as_words(driver)
        return type("BlankingDriver", (BlanksFirst, Asks, Notices, driver), {})

    def ask_for_ground(self) -> None:
        """Ask the terminal now; where it would print the question, nothing is asked."""
        if isinstance(self._driver, Asks):
            self._driver.ask()

    def ground_is(self, *, light: bool) -> None:
        """Called when the terminal has said whether it is light or dark."""

    def letters_are_coming(self, run: int) -> None:
        """Called before the keys of so many letters in a row that were read together."""

    def on_letters_coming(self, event: "LettersComing") -> None:
        self.letters_are_coming(event.run)

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

    def read_styles_of(self, kind: type[Widget]) -> None:
        """Read the styles a kind of widget brings along, as the first of that kind would."""
        # They are asked of a widget, which says what its class says.
        for place, styles, tie_breaker, scope in object.__new__(kind)._get_default_css():
            self.stylesheet.add_source(
                styles, place, is_default_css=True, tie_breaker=tie_breaker, scope=scope
            )

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


class PaintedSoon(Screen[None]):
    """A screen that is laid out once as it opens, and painted anew as soon as that is asked for."""

    _laid_out_for: Size | None = None
    _first_laid_out = 0.0

    async def start_the_beat(self) -> None:
        """Let the beat that paintings wait for begin before there is something to paint. Left to
        itself it begins with the first change, which then waits for the whole of it."""
        beat = self._update_timer
        beat.resume()
        await asyncio.sleep(0)
        beat.pause()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """What is laid out now for the first time is painted with that, and not once more."""
        is_first = self._laid_out_for is None
        super()._on_screen_resume(event)
        # It has been called; the framework would call it again for the class that has it.
        event.prevent_default()
        if is_first:
            self._repaint_required = False

    def _compositor_refresh(self) -> None:
        """Nothing is seen of what lies under a page. Once that is closed, all of it is painted;
        until then the framework would paint the page anew for each change under it."""
        if self is self.app.screen or self.app.screen.styles.background.a < 1:
            super()._compositor_refresh()
        else:
            self._dirty_widgets.clear()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        is_first = self._laid_out_for is None
        self._laid_out_for = self.outer_size if size is None else size
        if is_first and self._laid_out_for:
            self._forget_what_was_asked_for()
        noted = cast("Reactive[Size]", Widget.__dict__["virtual_size"])
        # A size that was just worked out is no reason to work all of them out again.
        noted._layout = False
        try:
            super()._refresh_layout(size, scroll)
        finally:
            noted._layout = True

    def _forget_what_was_asked_for(self) -> None:
        """All that was mounted has asked to be laid out. It is done now, for the first time."""
        self._first_laid_out = get_time()
        for widget in (self, *self.walk_children(Widget)):
            widget._layout_required = False

    async def _on_layout(self, message: Layout) -> None:
        if message.time < self._first_laid_out:
            message.stop()
            message.prevent_default()

    def _screen_resized(self, size: Size) -> None:
        """Told of its first size, it has just been laid out for that."""
        if size != self._laid_out_for:
            super()._screen_resized(size)


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


class LettersComing(Message):
    """So many letters in a row were read together; their keys follow."""

    def __init__(self, run: int) -> None:
        super().__init__()
        self.run = run


class Asks(Driver):
    """Asks the terminal if it is light or dark, where it would not print the question."""

    _among: AmongKeys | None = None

    def start_application_mode(self) -> None:
        if getattr(self, "input_tty", False) and may_be_asked(os.environ):
            self._among = AmongKeys(was_asked=False)
            _read_answers_too(self._among)
        super().start_application_mode()  # type: ignore[safe-super]  # a real one follows it
        if cast("CalmApp", self._app).asks_for_ground:
            self.ask()

    def ask(self) -> None:
        if self._among is not None:
            self._among.expect()
            self.write(QUESTION)
            self.flush()


def _read_answers_too(among: AmongKeys) -> None:
    """Have the framework read the keyboard so that an answer is not taken for keys."""
    from textual.drivers import linux_driver

    class Parser(PastesAreWords):
        """Holds back what the terminal answers, and reads the rest as it always did."""

        def feed(self, data: str) -> Iterator[Message]:
            keys = among.keys_of(data) if data else data
            if (is_light := among.newly_told()) is not None:
                yield GroundTold(is_light=is_light)
            if keys or not data:
                yield from super().feed(keys)

        def tick(self) -> Iterable[Message]:
            if keys := among.given_up():
                yield from super().feed(keys)
            yield from super().tick()

    vars(linux_driver)["XTermParser"] = Parser


class Notices(Driver):
    """Notices when the terminal has gone, and does not wait for it then."""

    _watched: int | None = None
    _is_gone = False

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

    def write(self, data: str) -> None:
        # While another program had the terminal there was no thread that takes this.
        if not self._is_gone:
            super().write(data)  # type: ignore[safe-super]  # a real one follows it

    @property
    def terminal_has_gone(self) -> bool:
        return self._watched is not None and has_gone(self._watched)

    def _tell_the_app(self) -> None:
        self._is_gone = True
        app = cast("CalmApp", self._app)
        # An app that has ended needs no telling.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(app.terminal_has_gone)


BEGINS, ENDS, ESCAPE = "\x1b[200~", "\x1b[201~", "\x1b"
_STANDS_FOR_ESCAPE = "\ufdd0"
"""No letter of any script, and in no text."""


class PastesAreWords(XTermParser):
    """Reads what a terminal sends. Left to itself it takes an escape in what is pasted for the
    beginning of a key, which then acts, and the letters after it are lost."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before = self._held = ""
        self._is_pasted = False

    def feed(self, data: str) -> Iterator[Message]:
        for part in self._parts(self._held + data) if data else [""]:
            for are_letters, events in groupby(super().feed(part), _is_a_letter):
                if are_letters:
                    together = [*events]
                    yield LettersComing(len(together))
                    yield from together
                    continue
                for event in events:
                    if isinstance(event, Paste):
                        yield Paste(event.text.replace(_STANDS_FOR_ESCAPE, ESCAPE))
                    else:
                        yield event

    def _parts(self, data: str) -> Iterator[str]:
        """What is typed as it is, and what is pasted with no escape in it but that of its end."""
        self._held = ""
        while data:
            if self._is_pasted:
                pasted, end, data = data.partition(ENDS)
                if not end:
                    self._held = _may_begin(ENDS, pasted)
                    pasted = pasted.removesuffix(self._held)
                self._is_pasted = not end
                part = pasted.replace(ESCAPE, _STANDS_FOR_ESCAPE) + end
            else:
                # The mark may have begun in what was read before, and is handed on by then.
                known = len(self._before)
                place = (self._before + data).find(BEGINS)
                self._is_pasted = place >= 0
                until = place + len(BEGINS) - known if self._is_pasted else len(data)
                part, data = data[:until], data[until:]
                self._before = "" if self._is_pasted else (self._before + part)[1 - len(BEGINS) :]
            if part:
                yield part


def _is_a_letter(event: Message) -> bool:
    return isinstance(event, Key) and is_a_letter(event)


def _may_begin(mark: str, text: str) -> str:
    """The end of `text` that may be the beginning of `mark`."""
    lengths = range(len(mark) - 1, 0, -1)
    return next((text[-n:] for n in lengths if text.endswith(mark[:n])), "")


def _read_pastes_as_words(driver: type[Driver]) -> None:
    for name in (driver.__module__, "textual.drivers.win32"):
        module = vars(sys.modules[name]) if name in sys.modules else {}
        if "XTermParser" in module:
            module["XTermParser"] = PastesAreWords
