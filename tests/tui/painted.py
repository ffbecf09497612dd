"""The app as a person meets it: keys go in, words come out."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from hostile import without_spaces
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from tipcoach.coach.coach import Coach
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.screens.ways_in import Opening
from tipcoach.tui.widgets.writing_area import WritingArea

PALETTE_OF = {(60, 20): "high-contrast", (120, 40): "light"}
"""What a window of a size is painted in; all others are dark."""

BETWEEN = 1.0
"""Seconds from a key to the next by the time they bear, as if each were thought about."""

PATIENCE = 10.0
"""Seconds before a test gives up waiting for words."""


class Painted:
    """A running app of a given size."""

    def __init__(self, app: TipcoachApp, pilot: Pilot[int]) -> None:
        self.app = app
        self._pilot = pilot
        self._pressed = 0.0

    def frame(self) -> str:
        """What is on the screen, a line a row, trailing spaces gone."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)

    async def press(self, *names: str) -> None:
        """Press keys one after another, each as soon as the one before is handed over."""
        for name in names:
            character = name if len(name) == 1 else None
            key = events.Key(name, character)
            key.time = self._pressed = max(key.time, self._pressed + BETWEEN)
            self.app.post_message(key)
        await self._arrived()

    async def write(self, text: str) -> None:
        """Put words where the cursor is, as typing or a paste would."""
        area = self.app.screen.focused
        assert isinstance(area, WritingArea), f"{area} is not written in"
        area.insert(text)
        await self._arrived()

    async def click(self, words: str) -> None:
        """Click on the first of `words` that are on the screen, once nothing moves there."""
        await self._arrived()
        await self.click_at(*self.place_of(words))

    def place_of(self, words: str) -> tuple[int, int]:
        """The column and the row at which the first of `words` begin."""
        rows = self.frame().split("\n")
        row = next(number for number, line in enumerate(rows) if words in line)
        return rows[row].index(words), row

    async def click_at(self, column: int, row: int, *, button: int = 1) -> None:
        await self._pilot.click(offset=(column, row), button=button)

    async def until(self, *words: str) -> str:
        """Wait until all of `words` are on the screen, and return the frame."""
        deadline = time.monotonic() + PATIENCE
        shown = self.frame()
        while not all(each in shown for each in words):
            assert time.monotonic() < deadline, f"{words} did not come:\n{shown}"
            await self._pilot.pause(0.005)
            shown = self.frame()
        return shown

    async def until_said(self, words: str) -> None:
        """The same, wherever a long path before them breaks the lines."""
        deadline = time.monotonic() + PATIENCE
        while without_spaces(words) not in without_spaces(self.frame().replace("▌", "")):
            assert time.monotonic() < deadline, f"{words} did not come:\n{self.frame()}"
            await self._pilot.pause(0.005)

    async def settle(self) -> str:
        """Let everything that is under way arrive, and return the frame."""
        under_way = True
        while under_way:
            # A frame is looked at as a person would, who is not there within a moment.
            await self._pilot.pause()
            await self.app.workers.wait_for_complete()
            await self._arrived()
            # What came may have made the screen ask for more.
            under_way = any(not worker.is_finished for worker in self.app.workers)
        return self.frame()

    async def _arrived(self) -> None:
        """Wait until the app is at rest, and all that asked to be laid out and painted has been.

        The pilot's own pause ends once the process had little of the processor for a moment,
        which beside a busy neighbour says nothing of what is still to come.
        """
        deadline = time.monotonic() + PATIENCE
        await self._pilot.pause(0)
        while _has_more_to_come(self.app):
            assert time.monotonic() < deadline, f"The screen is never at rest:\n{self.frame()}"
            await self._pilot.pause(0)


def _has_more_to_come(app: TipcoachApp) -> bool:
    if app._exit or not app.is_running:
        return False
    screen = app.screen
    widgets = [screen, *screen.walk_children(Widget)]
    return bool(
        screen._dirty_widgets
        or screen._callbacks
        or screen._scroll_required
        or app.animator._animations
        or app.animator._scheduled
        or any(not pump._message_queue.empty() or pump._next_callbacks for pump in (app, *widgets))
        or any(widget._layout_required or widget._repaint_required for widget in widgets)
    )


Seen = TypeVar("Seen", bound=Painted)


@asynccontextmanager
async def painted(
    coach: Coach, size: tuple[int, int] = (80, 24), opening: "Opening | None" = None
) -> AsyncIterator[Painted]:
    """Run the app in a window of `size`; the menu is there when this yields."""
    async with painted_as(Painted, coach, size, opening) as screen:
        yield screen


@asynccontextmanager
async def painted_as(
    kind: type[Seen],
    coach: Coach,
    size: tuple[int, int] = (80, 24),
    opening: "Opening | None" = None,
) -> AsyncIterator[Seen]:
    """The same, for a test that looks at more than the words."""
    app = TipcoachApp(coach, opening)
    app.theme = f"tipcoach-{PALETTE_OF.get(size, 'dark')}"
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        screen = kind(app, pilot)
        await screen.settle()
        yield screen
