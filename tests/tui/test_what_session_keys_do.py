"""What the keys do in a session and round it, where a newcomer would not expect it."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair

from tipcoach.coach.coach import Coach
from tipcoach.coach.taking_back import take_back
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise, Whose
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.visits import begun as visiting
from tui.painted import painted
from tui.session_screens import begun, brought, held, on_to, to_sessions
from tui.sharing_screens import a_pair, to_review

WIDE = (120, 40)
ON_THE_LIST = "not added yet: it is on the list now"
WITH_NO_DAY = f"“What” was {ON_THE_LIST}, with no day."


def words(frame: str) -> str:
    return " ".join(frame.replace("▌", " ").split())


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


@pytest.mark.parametrize("way_on", ["ctrl+b", "ctrl+n"])
async def test_what_was_not_added_is_said_to_be_on_the_list(pair: Pair, way_on: str) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", way_on)
        await screen.until(WITH_NO_DAY)
        await screen.press("ctrl+n" if way_on == "ctrl+b" else "ctrl+b")
        assert WITH_NO_DAY not in await screen.until("□ ring")


async def test_a_day_that_was_given_is_not_said_to_be_none(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"friday", "ctrl+n")
        assert WITH_NO_DAY not in await screen.until(f"{ON_THE_LIST}.")


async def test_a_line_that_was_not_added_is_said_to_be_on_the_list(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.raise")
        await screen.press(*"the letter", "enter", *"the door", "ctrl+n")
        await screen.until(f"What was typed was {ON_THE_LIST}.")


async def test_boxes_say_so_too(coach: Coach) -> None:
    sitting = visiting(coach, Kind.PREPARATION, at="business.sort")
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.press("tab", *"the day", "ctrl+b")
        await screen.until(f"What was typed was {ON_THE_LIST}.")
        await screen.press("ctrl+n")
        assert ON_THE_LIST not in await screen.until("the day")
    sitting.leave()


async def test_what_was_added_is_gone_on_from_without_a_word(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", "enter", "enter", "ctrl+n")
        assert ON_THE_LIST not in await screen.settle()


async def test_finishing_says_it_over_what_is_asked_then(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "escape", "d")
        await screen.until("Keep this as it is?", WITH_NO_DAY)


@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_page_on_leaves_the_mark_where_all_is_in_sight(pair: Pair, key: str) -> None:
    held(pair)
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.last-actions")
        await screen.until("▌    Go on", "p  Promises")
        await screen.press(key)
        await screen.settle()
        assert "▌    Go on" in screen.frame()


async def test_a_page_on_shows_the_rest_and_enter_goes_on(pair: Pair) -> None:
    held(pair, *(Promise(f"Thing {number}", None, Whose.MINE) for number in range(1, 12)))
    async with painted(pair.supervisor, (60, 20)) as screen:
        await begun(screen)
        await on_to(screen, "session.last-actions")
        assert "Thing 11" not in await screen.until("□ Thing 1 ", "▌    Go on")
        for _ in range(3):
            await screen.press("pagedown")
            await screen.settle()
        await screen.until("Thing 11")
        for _ in range(3):
            await screen.press("pagedown")
            await screen.settle()
        await screen.until("e  Turn the eyes", "a  Agenda")
        for _ in range(6):
            await screen.press("pageup")
            await screen.settle()
        await screen.until("□ Thing 1 ", "▌    Go on")
        await screen.press("pagedown", "enter")
        walk = screen.app.screen
        assert isinstance(walk, WalkScreen)
        assert walk.sitting.walk.at != "session.last-actions"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_supervision_names_no_key_that_has_nothing_to_act_on(
    pair: Pair, size: tuple[int, int]
) -> None:
    async with painted(pair.supervisor, size) as screen:
        said = await to_sessions(screen)
        assert "take back" not in said and "how I see it" not in said
        assert "r brought to me" in said and "b session" in said


async def test_what_was_taken_back_is_not_offered_to_be_taken_back(pair: Pair) -> None:
    take_back(pair.officer, pair.share().copy)
    async with painted(pair.officer) as screen:
        said = await to_sessions(screen, "taken back; not opened")
        assert "c how I see it" in said and "t take back" not in said


async def test_supervision_says_what_enter_does_on_the_row_stood_on(pair: Pair) -> None:
    held(pair)
    async with painted(pair.supervisor, WIDE) as screen:
        await to_sessions(screen)
        await screen.press("home")
        await screen.until("▌ ■ The record of", "Enter read")
        await screen.press("down")
        await screen.until("▌ Begin a session with", "Enter begin")
        await screen.press("enter")
        await screen.until("How are you as you come in")
        await screen.press("ctrl+n", "escape", "h")
        await to_sessions(screen, "Go on with the session")
        await screen.press("home", "down")
        await screen.until("▌ ○ Go on with the session with", "Enter go on")


async def test_supervision_says_that_enter_looks_at_what_was_brought(pair: Pair) -> None:
    pair.share()
    async with painted(pair.supervisor, WIDE) as screen:
        await to_sessions(screen)
        await screen.press("home")
        await screen.until("Enter look")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_review_says_that_a_mark_can_be_taken_off(pair: Pair, size: tuple[int, int]) -> None:
    brought(pair)
    async with painted(pair.supervisor, size) as screen:
        said = await to_review(screen, "Opened")
        assert "o open" in said and "m unmark" in said
        await screen.press("m")
        await screen.until("m mark for the session")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_opened_copy_says_it_too(pair: Pair, size: tuple[int, int]) -> None:
    brought(pair)
    async with painted(pair.supervisor, size) as screen:
        await to_review(screen, "Opened")
        await screen.press("o")
        await screen.until("Brought · from", "q ask   m unmark")
        await screen.press("m")
        await screen.until("q ask   m mark for the session")
        await screen.press("m")
        await screen.until("m unmark")
        await screen.press("escape")
        await screen.until("Brought to supervision", "m unmark")


async def test_the_agenda_says_of_a_copy_that_it_is_marked(pair: Pair) -> None:
    brought(pair)
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("ctrl+o")
        await screen.until("kept nowhere", "Marked for the session.")
