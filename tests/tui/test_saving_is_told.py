"""What the badge says of saving is what is true, in whatever order it was told."""

import asyncio

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.coach import Coach
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import painted


async def test_saving_that_is_told_late_does_not_stay(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("Words of a sample.")
        await screen.press("ctrl+s")
        await screen.until("● saved")
        page = screen.app.screen
        assert isinstance(page, WalkScreen)
        # Told by the thread that saves, and brought over after the word of a later save.
        await asyncio.to_thread(page.sitting.told, Saved(Saving.PENDING))
        assert "● saved" in await screen.settle()
