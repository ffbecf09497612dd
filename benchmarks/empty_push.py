"""A floor of `feel.py`: this program, with a key that opens a screen which holds one line.

python benchmarks/empty_push.py
"""

import os
from pathlib import Path

from bare_app import READABLE
from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from tipcoach.coach.coach import Coach
from tipcoach.settings import places
from tipcoach.tui import app


class EmptyScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Static(READABLE)


class PushingApp(app.TipcoachApp):
    CSS_PATH = Path(app.__file__).with_name("app.tcss")

    async def on_event(self, event: object) -> None:
        if isinstance(event, Key) and event.key == "e":
            await self.push_screen(EmptyScreen())
            return
        await super().on_event(event)  # type: ignore[arg-type]


if __name__ == "__main__":
    PushingApp(Coach(places(os.environ))).run()
