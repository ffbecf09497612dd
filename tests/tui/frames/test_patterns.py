"""My patterns: nothing kept, a little, as it usually is, and more than fits."""

import pytest
from a_year import ENDS, make_year
from making import Clock

from tipcoach.coach.coach import Coach
from tui.frames.golden import Looks
from tui.painted import Painted, painted
from tui.visits_that_come_back import a_few_visits


async def open_patterns(screen: Painted) -> None:
    await screen.press("y")
    await screen.until("From December 2025")


async def test_nothing_kept(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await open_patterns(screen)
        await looks.like(screen, "patterns_empty")


async def test_a_little_kept(welcomed: Coach, looks: Looks) -> None:
    a_few_visits(welcomed, 2)
    async with painted(welcomed, looks.size) as screen:
        await open_patterns(screen)
        await looks.like(screen, "patterns_little")


async def test_as_they_usually_are(welcomed: Coach, looks: Looks) -> None:
    a_few_visits(welcomed, 6)
    async with painted(welcomed, looks.size) as screen:
        await open_patterns(screen)
        await looks.like(screen, "patterns")
        await screen.press("end")
        await looks.like(screen, "patterns_at_their_end")


@pytest.mark.thorough
async def test_more_than_fits(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    clock.now = ENDS
    make_year(welcomed.places.journal, visits=150)
    welcomed.remember(hidden=("safety.echo", "moment.noticed", "gone.for-good"))
    async with painted(welcomed, looks.size) as screen:
        await open_patterns(screen)
        await looks.like(screen, "patterns_overfull")
        await screen.press("enter")
        await looks.like(screen, "patterns_questions_overfull", way_out="Esc ")
        await screen.press("end")
        await looks.like(screen, "patterns_questions_at_their_end", way_out="Esc ")


@pytest.mark.thorough
async def test_still_useful(welcomed: Coach, looks: Looks) -> None:
    a_few_visits(welcomed, 6)
    async with painted(welcomed, looks.size) as screen:
        await open_patterns(screen)
        await screen.press("enter")
        await looks.like(screen, "patterns_questions", way_out="Esc ")
        await screen.press("enter")
        await looks.like(screen, "patterns_stays", way_out="Esc ")
        await screen.press("escape", "enter", "down", "enter")
        await looks.like(screen, "patterns_still_useful", way_out="Esc ")
        await screen.press("h")
        await screen.settle()
        await screen.press("enter", "end", "enter")
        await looks.like(screen, "patterns_ask_again", way_out="Esc ")
