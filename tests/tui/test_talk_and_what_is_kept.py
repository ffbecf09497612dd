"""Talk of a session and what is kept of it: what a person sees of either, and may do where."""

from datetime import date
from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair

from tipcoach.practice.answer import PickedMany, Promised
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.promises import Promise, Whose
from tipcoach.tui.screens.reading_view import ReadingViewScreen
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import painted
from tui.session_screens import ACTION, NO_RAIL, a_month_on, begun, on_to, sent
from tui.sharing_screens import a_pair

SAID, KEPT = "Nothing said here is written down.", "What you put here is kept."


def words(frame: str) -> str:
    return " ".join(frame.replace("▌", " ").split())


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


async def test_a_question_says_whether_it_is_talk_or_kept(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        said = await begun(screen)
        assert SAID in said and KEPT not in said
        for kept in ("session.raise", "session.actions", "session.themes", "session.helped"):
            said = await on_to(screen, kept)
            assert KEPT in said and SAID not in said, kept


@pytest.mark.thorough
async def test_beside_talk_it_is_the_place_that_is_saved(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("enter", "ctrl+s")
        await screen.until("● place saved")
        await on_to(screen, "session.helped")
        await screen.write("the quiet")
        await screen.press("ctrl+s")
        await screen.until("● saved")


@pytest.mark.thorough
async def test_enter_goes_on_from_what_was_marked_and_space_marks(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.themes")
        await screen.press("3", "6")
        await screen.until("[x] Choice", "[x] What our system did")
        await screen.press("up", "space")
        await screen.until("[x] Empowerment")
        await screen.press("space", "enter")
        await screen.until("Does anything said here have to go further")
        walk = screen.app.screen
        assert isinstance(walk, WalkScreen)
        marked = walk.sitting.walk.answers["session.themes"]
        assert marked == PickedMany(("choice", "our-system"))


@pytest.mark.thorough
async def test_a_number_marks_whose_and_enter_adds(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"friday", "enter", "2")
        await screen.until("(●) 2  theirs")
        assert "□ ring" not in screen.frame()
        await screen.press("enter")
        await screen.until("□ ring", "theirs · Fri 27 Nov", "Agree")
        walk = screen.app.screen
        assert isinstance(walk, WalkScreen)
        assert walk.sitting.walk.answers["session.actions"] == Promised(
            (Promise("ring", date(2026, 11, 27), Whose.THEIRS),)
        )


@pytest.mark.thorough
async def test_what_was_added_is_reached_by_up_and_says_how_it_is_changed(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        for what in ("ring", "write"):
            await screen.press(*what, "enter", "enter", "enter")
        await screen.until("□ write")
        await screen.press("up", "up")
        await screen.until("Enter: change it   Delete: take it out", "□ ring")
        await screen.press("enter")
        said = await screen.until("back from the list, to be added again")
        assert "□ ring" not in said and "▌ ring" in said and "□ write" in said
        await screen.press("enter", "enter", "up")
        await screen.press(*"mon", "up", *"!")
        await screen.until("▌ ring!", "▌ mon")


@pytest.mark.thorough
async def test_a_line_says_how_it_is_changed_while_the_bar_is_on_it(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.raise")
        await screen.press(*"the letter", "enter")
        await screen.settle()
        assert "Enter takes it back" not in screen.frame()
        await screen.press("up")
        await screen.until("Enter: change it   Delete: take it out")
        await screen.press("down")
        assert "Enter takes it back" not in await screen.settle()


@pytest.mark.thorough
async def test_what_was_agreed_last_time_is_settled_where_it_stands(
    pair: Pair, clock: Clock
) -> None:
    sent(pair)
    a_month_on(clock)
    async with painted(pair.supervisor, NO_RAIL) as screen:
        await begun(screen)
        await on_to(screen, "session.last-actions")
        assert f"■ {ACTION}" in words(await screen.until("■ Count"))
        await screen.press("p")
        await screen.until("Promises", "Esc back")
        await screen.press("enter")
        assert "written " not in await screen.settle(), "no entry, from which the talk is left"
        await screen.press("k")
        await screen.until("Written down: kept.")
        await screen.settle()
        await screen.press("escape")
        await screen.until("What did each of us say we would do", "● Count")
        await screen.press("enter")
        await screen.until("You had a plan for a certain moment")
    (settled,) = (e for e in pair.supervisor.journal.records() if isinstance(e, FollowUp))
    assert settled.about


@pytest.mark.thorough
async def test_pausing_closes_the_guide_and_covers_the_page_at_once(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("ctrl+g")
        await screen.until("Why we ask")
        await screen.press("escape")
        assert "How are you" not in await screen.until("Paused.")
        await screen.press("escape")
        assert "Why we ask" not in await screen.until("How are you as you come in")


@pytest.mark.thorough
async def test_another_question_is_e_on_the_page_and_on_the_wall(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("e")
        first = await screen.until("Turn the eyes", "Another")
        await screen.press("e")
        assert await screen.settle() != first
        await screen.press("escape", "ctrl+r", "enter", "e")
        wall = await screen.until("Enter or Esc: back.")
        await screen.press("e")
        assert await screen.settle() != wall
        await screen.press("escape")
        await screen.until("How are you as you come in")
        assert isinstance(screen.app.screen, ReadingViewScreen), "Esc leaves the wall only then"


@pytest.mark.thorough
async def test_a_day_taken_back_gives_way_to_another_that_is_typed(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"friday", "enter", "enter")
        await screen.until("□ ring")
        await screen.press("up", "enter", "enter", *"3 dec", "enter", "enter")
        await screen.until("□ ring", "Thu 3 Dec")
        await screen.press("up", "enter", "enter", "enter", "enter")
        await screen.until("□ ring", "Thu 3 Dec")
