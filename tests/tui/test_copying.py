"""To the clipboard: asked once in a run, and never what was promised to stay on the page."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Form
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.visits import LANDED, begun, prepared
from tui.painted import painted

ASKS, WORDS = "Copy it to the clipboard?", "I will say it first"


@pytest.mark.thorough
async def test_an_answer_is_copied_once_it_was_said_what_a_clipboard_keeps(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.press("ctrl+c")
        await screen.until("There is nothing here to copy yet.")
        await screen.write(WORDS)
        await screen.press("ctrl+c")
        await screen.until(ASKS, "managers keep what was copied")
        await screen.press("escape")
        await screen.until(WORDS)
        assert screen.app.clipboard == ""
        await screen.press("ctrl+c")
        await screen.until(ASKS)
        await screen.press("c")
        await screen.until(WORDS)
        assert screen.app.clipboard == WORDS
        await screen.press("x", "escape", "c")
        await screen.settle()
        assert screen.app.clipboard == f"{WORDS}x", "it is not asked a second time"


@pytest.mark.thorough
async def test_cut_says_so_first_as_well(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write(WORDS)
        await screen.press("shift+home", "ctrl+x")
        await screen.until(ASKS)
        await screen.press("c")
        frame = await screen.settle()
        assert WORDS not in frame
        assert screen.app.clipboard == WORDS
        await screen.press("ctrl+z")
        await screen.until(WORDS)


@pytest.mark.thorough
async def test_one_word_of_how_somebody_is_goes_to_no_clipboard_and_no_editor(
    coach: Coach,
) -> None:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="land.word", form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.write("tired")
        await screen.press("ctrl+c")
        await screen.until("it goes to no clipboard")
        await screen.press("ctrl+a", "ctrl+x")
        assert screen.app.clipboard == ""
        await screen.press("f8")
        await screen.until("it goes to no editor")
        await screen.press("escape")
        assert "Copy the answer" not in await screen.until("Paused")
    sitting.leave()


async def test_what_the_mouse_selects_on_a_page_asks_first_as_well(coach: Coach) -> None:
    prepared(coach)
    async with painted(coach) as screen:
        await screen.press("j", "enter")
        await screen.until("hat: both")
        screen.app.screen.text_select_all()
        await screen.press("ctrl+c")
        await screen.until(ASKS)
        assert screen.app.clipboard == ""
        await screen.press("c")
        await screen.settle()
        assert "hat: both" in screen.app.clipboard


async def test_a_line_on_a_sheet_asks_first_as_well(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("slash")
        await screen.write(WORDS)
        await screen.press("shift+home", "ctrl+c")
        await screen.until(ASKS)
        await screen.press("escape", "ctrl+x")
        await screen.until(ASKS)
        assert screen.app.clipboard == ""
        await screen.press("c")
        assert WORDS not in await screen.settle()
        assert screen.app.clipboard == WORDS


async def test_a_page_that_is_written_nowhere_has_nothing_selected() -> None:
    assert not PaperScreen.ALLOW_SELECT


@pytest.mark.thorough
async def test_a_card_is_copied_whole(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write(WORDS)
        await screen.press("escape", "d")
        await screen.until("Keep it")
        await screen.press("k")
        await screen.until("Your card")
        await screen.press("c")
        await screen.until(ASKS)
        await screen.press("c")
        await screen.settle()
        assert screen.app.clipboard.startswith("Your card · ")
        assert WORDS in screen.app.clipboard
