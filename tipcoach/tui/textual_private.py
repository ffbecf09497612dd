"""The one place that touches names of the framework that are not public, a test each.

Left to itself, the framework answers a crash with a traceback that prints local variables,
and so a journal's text, to a scrollback that outlives the program.
"""

from contextlib import suppress

from rich.console import RenderableType
from textual.app import App
from textual.document._edit import Edit as Edit


class TerminalFault(Exception):
    """What came from the terminal could not be read."""


class CalmApp(App[int]):
    """An app that ends after a crash without printing anything of what it held."""

    _panicked = False

    def save_everything(self) -> None:
        """Save what is under way; called when the app is about to end by a fault."""

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
        self._panicked = True
        self._fatal_error()

    @property
    def crash(self) -> Exception | None:
        """What ended the app, if anything did."""
        if self._exception is None and self._panicked:
            return TerminalFault()
        return self._exception
