"""What every screen shares: where keys go first, the header, the last row, the way out."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Protocol, cast, runtime_checkable

from textual.binding import BindingType
from textual.events import Click, Key, ScreenResume
from textual.keys import key_to_character
from textual.widget import Widget

from tipcoach.errors import TipcoachError
from tipcoach.tui import keys
from tipcoach.tui.textual_private import PaintedSoon
from tipcoach.tui.widgets.frame import Keys, Strip
from tipcoach.tui.widgets.ground import Ground

if TYPE_CHECKING:
    from tipcoach.tui.app import TipcoachApp
    from tipcoach.tui.widgets.rows import Row


LEAVES = "Nothing is selected to copy. {leave} leaves."
PRIVATE, SAMPLE = "private · on this machine", "a sample · goes when you leave"


@runtime_checkable
class TakesKeys(Protocol):
    """A widget that wants a key before the screen does."""

    async def takes(self, event: Key) -> bool: ...


@runtime_checkable
class WrittenIn(Protocol):
    """A widget that letters are typed into. Its module is heavy, and Home does without it."""

    can_be_long: bool

    def undo_typing(self) -> bool: ...

    def redo_typing(self) -> bool: ...


@runtime_checkable
class TakesLetters(Protocol):
    """A widget in which some letters are what is said to it, and do not act."""

    def takes_letter(self, letter: str) -> bool: ...


@runtime_checkable
class LooksAgain(Protocol):
    """A screen that can show anew what is kept, after some of it was put right or erased."""

    def look_again(self) -> object: ...


class KeysFirst(PaintedSoon):
    """A screen whose keys come from the registry under `NAME`.

    Keys are acted on in the app's own turn, before they are handed to any widget: by the
    time the next key is looked at, the screen it belongs to is there.
    """

    NAME: ClassVar[str] = ""
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    _was_shown = False
    _said_for_now: TipcoachError | None = None
    does_nothing: frozenset[str] = frozenset()
    """Actions of this screen that have nothing to do on it, whatever is in front."""

    @property
    def desk(self) -> "TipcoachApp":
        """The app, which holds the coach."""
        return cast("TipcoachApp", self.app)

    @property
    def is_open(self) -> bool:
        """Whether what comes for it can be shown: it is there, and not being taken away."""
        return self.is_attached and self.display

    async def on_compose(self) -> None:
        """Have the classes for this window before anything is laid out; otherwise all of it is
        styled and laid out twice."""
        app = self.app
        rooms = (
            (app.HORIZONTAL_BREAKPOINTS, app.size.width),
            (app.VERTICAL_BREAKPOINTS, app.size.height),
        )
        fitting: list[str] = []
        for points, room in rooms:
            fitting += [name for least, name in sorted(points or ()) if room >= least][-1:]
        self.add_class(*fitting)
        await self.start_the_beat()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """What is new was styled a moment ago, as it was put together."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    async def takes(self, event: Key) -> bool:
        """Act on a key. False leaves it to the focused widget."""
        focused = self.focused
        if isinstance(focused, WrittenIn) and not event.is_printable:
            await settle(focused)
        if isinstance(focused, TakesKeys) and await focused.takes(event):
            return True
        if event.key in ("tab", "shift+tab"):
            self.move_focus(backwards=event.key == "shift+tab")
            return True
        action = keys.action_for(self.NAME, event.key)
        if action is None or not hasattr(self, f"act_{action.name}"):
            # Taking a letter out must not wait behind the letters that are typed after it.
            editing = isinstance(focused, WrittenIn) and not event.is_printable
            return editing and await self.desk.acts_by_binding(event.key)
        if event.is_printable and isinstance(focused, WrittenIn):
            return False
        await self.act(action.name)
        return True

    def is_said_to_it(self, event: Key) -> bool:
        """Whether a key is written or picks an answer, and does not act."""
        focused = self.focused
        takes = isinstance(focused, TakesLetters) and focused.takes_letter(event.character or "")
        return takes or isinstance(focused, WrittenIn)

    async def act(self, name: str) -> None:
        """Do an action of the registry by its name."""
        await getattr(self, f"act_{name}")()

    def does_nothing_now(self) -> frozenset[str]:
        """Actions that have nothing to do on it as it stands."""
        left_out = [row.left_out for row in self.query(Keys)]
        return self.does_nothing.union(*left_out)

    def rows_with_letters(self) -> "tuple[Row, ...]":
        """The rows in front that a letter chooses, where they do something. Answers are none of
        these, and a page that is all rows has them in sight."""
        return ()

    def says_now(self) -> dict[str, str]:
        """What actions are called now, by their names, where they do something else than usual."""
        return {name: label for row in self.query(Keys) for name, label in row.says.items()}

    def say_for_now(self, sentence: str) -> None:
        """Say it at the foot until the next key, where nothing is said there that matters more."""
        if self._said_for_now is not None:
            return
        if not self.query(Strip):
            self.mount(Strip(), before=self.query_one(Keys))
        for strip in self.query(Strip):
            if strip.said is None:
                self._said_for_now = TipcoachError(sentence)
                strip.say(self._said_for_now, calm=True)

    @property
    def says_for_now(self) -> bool:
        """Whether something is said until the next key."""
        return self._said_for_now is not None

    def say_it_no_more(self) -> None:
        """Take away what was said for now; a key was pressed."""
        if self._said_for_now is None:
            return
        for strip in self.query(Strip):
            if strip.said is self._said_for_now:
                strip.say(None)
        self._said_for_now = None

    def act_later(self, name: str) -> None:
        """Do an action in the app's own turn, from a click."""
        self.app.call_later(self.act, name)

    async def do(self, name: str, key: str = "") -> None:
        """Do an action as its key would, also one that is done by the widget in focus."""
        event = Key(key, key_to_character(key)) if key else None
        if event is None or (event.is_printable and isinstance(self.focused, WrittenIn)):
            # A letter would be written there.
            if isinstance(self.focused, WrittenIn):
                await settle(self.focused)
            await self.act(name)
        elif not await self.takes(event):
            await self.desk.acts_by_binding(key)

    def is_clicked(self, event: Click) -> bool:
        """Whether something is to be done for a click on this screen."""
        return self.desk.clicks.is_one(event)

    def move_focus(self, *, backwards: bool) -> None:
        if backwards:
            self.focus_previous()
        else:
            self.focus_next()

    async def act_home(self) -> None:
        await self.desk.go_home()

    async def act_help(self) -> None:
        from tipcoach.tui.screens.help import HelpScreen

        if not isinstance(self, HelpScreen):
            about = HelpScreen(
                self.NAME,
                without=self.does_nothing,
                letters=self.rows_with_letters(),
                says=self.says_now(),
            )
            await self.app.push_screen(about)

    def action_copy_text(self) -> None:
        """What the mouse has selected; the framework would copy it without a word."""
        if selected := self.get_selected_text():
            self.copy_later(selected)
        else:
            # In many programs it ends them: whoever tries it is told what does.
            self.say_for_now(keys.said(self.NAME, LEAVES))

    def copy_later(self, text: str, copied: Callable[[], object] = lambda: None) -> None:
        """Copy in the app's own turn, once it was said what a clipboard keeps."""
        from tipcoach.tui.screens.copying import copy

        self.app.call_later(copy, self, text, copied)

    async def act_undo(self) -> None:
        if isinstance(self.focused, WrittenIn):
            self.focused.undo_typing()

    async def act_redo(self) -> None:
        if isinstance(self.focused, WrittenIn):
            self.focused.redo_typing()

    async def act_palette(self) -> None:
        from tipcoach.tui.screens.palette import open_palette

        await open_palette(self)

    async def act_leave(self) -> None:
        """Leave quietly: saved, the screen cleared, and nothing printed."""
        await self.desk.leave()


class Page(KeysFirst, Ground):
    """A full screen. It `is_busy` while work it waits for is done away from the keys."""

    is_busy = False

    @property
    def whose(self) -> str:
        """The badge of a screen that shows what is kept: whose it is, and where."""
        return SAMPLE if self.desk.coach.is_sample else PRIVATE


async def settle(widget: Widget) -> None:
    """Wait until `widget` has acted on every key handed to it so far.

    Without it, Enter typed fast after a letter would be acted on before the letter.
    """
    done = asyncio.Event()
    widget.call_later(done.set)
    with suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), timeout=1)
