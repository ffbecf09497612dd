"""A walk with notices, as a person sees it."""

import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import (
    Answer,
)
from tipcoach.practice.entry import Kind
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.notice_line import NoticeLine
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.frames.visits import LANDED, begun
from tui.painted import PATIENCE, Painted, painted

SHEET = "Keep my words"
STAYED = "moment.stayed"


@asynccontextmanager
async def asked_at(
    coach: Coach,
    prompt: str = STAYED,
    answers: Mapping[str, Answer] = LANDED,
    size: tuple[int, int] = (80, 24),
    **more: object,
) -> AsyncIterator[tuple[Painted, Sitting]]:
    """A reflection that stands at a question, in a window."""
    sitting = begun(coach, Kind.REFLECTION, answers, at=prompt, **more)  # type: ignore[arg-type]
    async with painted(coach, size) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        yield screen, sitting
    sitting.leave()


def area_of(screen: Painted) -> WritingArea:
    area = screen.app.screen.focused
    assert isinstance(area, WritingArea)
    return area


def notice_of(screen: Painted) -> str:
    """What stands under the answer, on one line."""
    line = screen.app.screen.query_one(NoticeLine)
    return " ".join(line.render().plain.split()) if line.display else ""


def where(screen: Painted) -> tuple[int, int]:
    """The first row of the answer, and the row of the buttons."""
    rows = screen.frame().split("\n")
    return area_of(screen).region.y, next(n for n, row in enumerate(rows) if "Finish now" in row)


async def until_noticed(screen: Painted, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in notice_of(screen):
        assert time.monotonic() < deadline, f"{words} did not come:\n{screen.frame()}"
        await screen.settle()
