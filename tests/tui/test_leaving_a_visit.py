"""A visit that is left: the draft is kept, let go, or held by one window."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import discard, find_drafts, resume
from tipcoach.errors import InUse
from tipcoach.practice.answer import Text
from tui.a_visit import entries
from tui.painted import painted


@pytest.mark.parametrize("letter", ["h", "q"])
async def test_leaving_keeps_the_draft_and_the_next_start_offers_it(
    coach: Coach, letter: str
) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("As your landlord.")
        await screen.press("escape", letter)
    async with painted(Coach(coach.places, clock=coach.clock)) as screen:
        await screen.until("○ draft", "Before a visit: rent arrears")
        await screen.press("up", "enter")
        await screen.until("You were in the middle of something", "Stopped at Your hat")
        await screen.press("c")
        await screen.until("As your landlord.")


@pytest.mark.thorough
async def test_discarding_a_draft_asks_once_more(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "escape", "h")
        await screen.until("○ draft")
        await screen.press("up", "enter", "d")
        await screen.until("Discard this draft?")
        await screen.press("enter")
        assert "○ draft" in await screen.settle()
        await screen.press("enter", "d", "x")
        await screen.settle()
        assert "○ draft" not in screen.frame()


@pytest.mark.thorough
async def test_letting_go_keeps_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("As your landlord.")
        await screen.press("enter", "escape", "d", "l", "x")
        await screen.settle()
        assert "draft" not in screen.frame()
    assert entries(coach) == ()
    assert not list(coach.places.drafts.iterdir())


@pytest.mark.thorough
async def test_one_line_is_kept_alone(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "1", "enter")
        await screen.write("A long story that can go.")
        await screen.press("escape", "d", "o")
        await screen.until("The one line to keep")
        await screen.write("Count to five after the hard sentence.")
        await screen.press("enter")
        await screen.until("Keep this line alone?")
        await screen.press("x")
        await screen.until("kept in your journal", "Count to five")
    (entry,) = entries(coach)
    assert [asked.answer for asked in entry.asked] == [
        Text("Count to five after the hard sentence.")
    ]


@pytest.mark.thorough
async def test_two_windows_never_share_a_draft(coach: Coach) -> None:
    other = Coach(coach.places, clock=coach.clock)
    async with painted(coach) as first:
        await first.press("b", "r", "enter", "3")
        await first.write("mine")
        await first.press("ctrl+s")
        await first.until("● saved")
        (found,) = find_drafts(other).drafts
        assert found.in_use
        with pytest.raises(InUse, match="open in another window"):
            resume(other, found.id)
        with pytest.raises(InUse):
            discard(other, found.id)
        await first.press("escape", "h")
        await first.until("○ draft")
        sitting = resume(other, found.id)
        assert sitting.walk.answers["orient.hat-sentence"] == Text("mine")
        sitting.leave()


@pytest.mark.thorough
async def test_a_draft_continued_and_left_is_free_for_another_window(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "escape", "h")
        await screen.until("○ draft")
        await screen.press("home", "enter", "c")
        await screen.until("How will you say that")
        await screen.press("escape", "h")
        await screen.until("stopped at Your hat")
        assert "another window" not in await screen.settle()
