"""What is got ready beside the screen, before it is asked for: the way in that most take, the
questions of later starts, and what the lenses look for in an answer.

It is done in threads, which must give way to keys and be gone before the interpreter is; so all
of them are begun and ended here. What is heavy is imported by them alone: nothing of it is there
when the first frame is painted.
"""

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from textual.widget import Widget

    from tipcoach.coach.begin import Wanted
    from tipcoach.tui.app import TipcoachApp
    from tipcoach.tui.screens.visit import VisitScreen

A_MOMENT = 0.05
"""Seconds after a page is there before anything is read ahead of being asked for."""

QUIET = 2.0
"""Seconds without a key before anything is made ready for later starts."""

A_LULL = 0.3
"""Seconds without a key before anything is read that the page in front will want."""

A_PAUSE = 0.005
"""Seconds between two parts of that."""

A_GOODBYE = 0.5
"""Seconds that leaving waits at most for what is got ready to stop."""


class _Over(Exception):
    """The program ends: there is nothing to get ready for."""


class GettingReady:
    """What an app gets ready. Where the app does not read ahead, nothing is."""

    def __init__(self, app: "TipcoachApp") -> None:
        self._app = app
        self._has_read_ahead = self._is_over = False
        self._key_came = time.monotonic()
        self._visit_ahead: VisitScreen | None = None
        self._jobs: list[threading.Timer] = []

    def key_came(self) -> None:
        """Somebody is at the keys: what is under way waits until they pause."""
        self._key_came = time.monotonic()

    def for_a_walk(self) -> None:
        """While somebody looks at the menu, get ready for the way in they are likely to take."""
        if self._app.reads_ahead and not self._has_read_ahead:
            self._has_read_ahead = True
            self._begin(self._get_walks_ready)

    def for_an_answer(self) -> None:
        """While a question is being read, read what the lenses look for in its answer."""
        if self._app.reads_ahead:
            self._begin(self._get_lenses_ready)

    def visit_for(self, wanted: "Wanted") -> "VisitScreen | None":
        """The page before a first question that is there already, once, if it is the one wanted."""
        if self._visit_ahead is None or wanted != self._visit_ahead.wanted:
            return None
        ahead, self._visit_ahead = self._visit_ahead, None
        return ahead

    def stop(self) -> None:
        """Have every job stop after the part it is at. A thread that still worked while the
        interpreter is taken down could crash it."""
        self._is_over = True
        until = time.monotonic() + A_GOODBYE
        for job in self._jobs:
            job.cancel()
            job.join(max(until - time.monotonic(), 0))

    def _begin(self, job: Callable[[], None]) -> None:
        """Do a job beside the screen. It is no worker of the framework, for leaving would wait for
        the end of one."""

        def do() -> None:
            with suppress(_Over):
                job()

        beside = threading.Timer(A_MOMENT, do)
        beside.daemon = True
        self._jobs.append(beside)
        beside.start()

    def _wait_for_quiet(self, seconds: float) -> None:
        """Until no key has come for so long; called between two small parts of a long job."""
        time.sleep(A_PAUSE)
        while not self._is_over and time.monotonic() - self._key_came < seconds:
            time.sleep(min(seconds / 10, A_MOMENT))
        if self._is_over:
            raise _Over

    def _get_walks_ready(self) -> None:
        self._read_a_walk_ahead()
        from tipcoach.coach.making_ready import make_ready

        make_ready(self._app.coach, partial(self._wait_for_quiet, QUIET))

    def _get_lenses_ready(self) -> None:
        self._app.coach.lenses.get_ready(partial(self._wait_for_quiet, A_LULL))
        gc.freeze()

    def _read_a_walk_ahead(self) -> None:
        from tipcoach.coach.reading_ahead import look_over, read_ahead
        from tipcoach.tui.screens import visit, walk, ways_in
        from tipcoach.tui.widgets.walk_page import PARTS

        app = self._app
        read_ahead(app.coach)
        # All of that stays: looking for garbage in it again and again would hold up keys.
        gc.freeze()
        sheets = [ways_in.style_sheet(each) for each in (visit.VisitScreen, walk.WalkScreen)]
        # Where the app has ended meanwhile there is nobody to hand them to.
        with suppress(Exception):
            app.call_from_thread(self._read_styles, sheets, PARTS)  # type: ignore[arg-type]
            app.call_from_thread(self._put_visit_together)  # type: ignore[arg-type]
        look_over(app.coach)

    async def _read_styles(self, sheets: "list[Path]", parts: "Iterable[type[Widget]]") -> None:
        """Read the style sheets of screens to come and what their parts bring along, as opening
        them would, and a little at a time: no key waits for all of it."""
        app = self._app
        for path in sheets:
            if not app.stylesheet.has_source(str(path), ""):
                app.stylesheet.read(path)
                app.stylesheet.parse()
                await asyncio.sleep(0)
        for part in parts:
            app.read_styles_of(part)
            app.stylesheet.parse()
            await asyncio.sleep(0)

    async def _put_visit_together(self) -> None:
        """Have the page before the first question, which most begin with, in all its parts."""
        from tipcoach.coach.begin import Wanted
        from tipcoach.practice.entry import Kind
        from tipcoach.tui.screens.visit import VisitScreen

        screen = VisitScreen(Wanted(Kind.PREPARATION), ahead=True)
        await self._app.mount_ahead(screen)
        self._visit_ahead = screen
