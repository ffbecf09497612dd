"""The floors of `feel.py`: apps of the framework with nothing of this program in them.

python benchmarks/bare_app.py empty|writing
"""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

READABLE, ACTED = "Nothing is here", "A key was pressed"


class EmptyApp(App[None]):
    """One line, and one key that changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "act")]

    def compose(self) -> ComposeResult:
        yield Static(READABLE)

    def action_act(self) -> None:
        self.query_one(Static).update(ACTED)


class WritingApp(App[None]):
    """A text to write in."""

    def compose(self) -> ComposeResult:
        yield Static(READABLE)
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    (EmptyApp if sys.argv[1] == "empty" else WritingApp)().run()
