"""Help, as it reads for every screen it can be opened from."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.tui import keys
from tipcoach.tui.screens.help import ABOUT, HelpScreen
from tui.frames.golden import Looks, Size
from tui.painted import painted


def test_every_screen_has_its_help() -> None:
    assert set(ABOUT) == set(keys.EVERYWHERE) - {keys.HELP}


@pytest.mark.thorough
async def test_help(coach: Coach, looks: Looks) -> None:
    async with painted(coach, looks.size) as screen:
        for about in ABOUT:
            await screen.app.push_screen(HelpScreen(about))
            await looks.like(screen, f"help_on_{about}", way_out="Esc close")
            await screen.press("escape")


async def test_the_end_of_the_longest_help(coach: Coach, looks: Looks) -> None:
    async with painted(coach, looks.size) as screen:
        await screen.app.push_screen(HelpScreen(keys.WALK))
        await screen.press("end")
        await looks.like(screen, "help_on_walk_at_its_end", way_out="Esc close")


async def test_a_click_on_the_last_row_does_what_it_says(coach: Coach, size: Size) -> None:
    async with painted(coach, size) as screen:
        await screen.click("F1 help")
        await screen.until("The ways in.")
        await screen.click("Esc close")
        assert "The ways in." not in await screen.until("Before a visit")
