"""A walk on the screen, taken from question to question without typing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import Answer
from tipcoach.practice.walk import END
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.golden import Looks
from tui.painted import Painted, painted


@dataclass(frozen=True)
class Walking:
    """A walk that is open in a window."""

    screen: Painted
    looks: Looks
    sitting: Sitting
    page: WalkScreen

    async def on_to(self, step_id: str) -> None:
        """Go on to a question further on; those between are skipped."""
        while self.sitting.walk.at not in (step_id, END):
            self.sitting.next()
        assert self.sitting.walk.at == step_id
        await self._show()

    async def with_answer(self, answer: Answer) -> None:
        """The question in front, with an answer already given."""
        prompt = self.page.prompt
        assert prompt is not None
        self.sitting.answer(prompt.id, answer)
        await self._show()

    async def _show(self) -> None:
        self.sitting.save_now()
        self.page.show()
        await self.screen.settle()

    async def looks_like(self, name: str, *, way_out: str = "Esc pause") -> None:
        # What is read away from the keys begins only once the page has settled.
        if "○ saving" in await self.screen.settle():
            await self.screen.until("saved")
        await self.looks.like(self.screen, name, way_out=way_out)


@asynccontextmanager
async def walking(
    coach: Coach, looks: Looks, sitting: Sitting, *, newer_questions: bool = False
) -> AsyncIterator[Walking]:
    """Open a walk in a window of its own."""
    async with painted(coach, looks.size) as screen:
        page = WalkScreen(sitting, newer_questions=newer_questions)
        await screen.app.push_screen(page)
        await screen.settle()
        yield Walking(screen, looks, sitting, page)
    sitting.leave()
