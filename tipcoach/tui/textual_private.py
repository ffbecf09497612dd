"""The one place that touches names of the framework that are not public, a test each.

Left to itself, the framework answers a crash with a traceback that prints local variables,
and so a journal's text, to a scrollback that outlives the program.
"""

from contextlib import suppress

from textual.app import App
from textual.document._edit import Edit as Edit


class CalmApp(App[int]):
    """An app that ends after a crash without printing anything of what it held."""

    def save_everything(self) -> None:
        """Save what is under way; called when the app is about to end by a fault."""

    def _fatal_error(self) -> None:
        with suppress(Exception):
            self.save_everything()
        self._close_messages_no_wait()

    @property
    def crash(self) -> Exception | None:
        """What ended the app, if anything did."""
        return self._exception
