"""Keys of one's own on the screens: they work, and every page names them."""

from pathlib import Path

import pytest
from making import Clock

from tipcoach.coach.coach import Coach
from tipcoach.tui import keys
from tui.painted import painted
from tui.sharing_screens import a_pair, choose, sharing, to_the_last_sheet

TO_A_TEXT = ("b", "r", "enter", "3")


@pytest.fixture(autouse=True)
def the_usual_keys_afterwards() -> object:
    yield
    keys.use()


def own_keys(coach: Coach, text: str) -> None:
    coach.places.keys.parent.mkdir(parents=True, exist_ok=True)
    coach.places.keys.write_text(text, encoding="utf-8")


async def test_a_key_of_ones_own_works_and_the_usual_one_does_no_more(coach: Coach) -> None:
    own_keys(coach, "home:\n  before: x\n")
    async with painted(coach) as screen:
        await screen.press("b")
        assert "x  Before a visit" in screen.frame()
        await screen.press("x")
        await screen.until("What is it about?")


@pytest.mark.thorough
async def test_last_row_buttons_help_and_palette_name_it(coach: Coach) -> None:
    own_keys(coach, "walk:\n  guide: F5\n  previous: F10\neverywhere:\n  palette: F12\n")
    async with painted(coach) as screen:
        assert "F12 commands" in screen.frame()
        await screen.press(*TO_A_TEXT)
        frame = await screen.until("Back  F10")
        assert "F5 guide" in frame.split("\n")[-1]
        await screen.press("f1")
        help_ = screen.frame()
        assert "F5                guide" in help_
        assert "Ctrl+G" not in help_
        await screen.press("escape", "f12", *"guide")
        assert "F5" in screen.frame()
        await screen.press("enter")
        await screen.until("Why we ask")
        await screen.press("f5", "ctrl+p")
        assert "What can be done here" not in screen.frame()


async def test_what_a_page_says_of_a_key_is_the_key_there_is(coach: Coach) -> None:
    own_keys(coach, "home:\n  before: x\n  after: '?'\n")
    async with painted(coach) as screen:
        await screen.press("j")
        assert "Esc, then x before a visit" in await screen.until("Nothing kept yet.")
        assert "? after one." in screen.frame()


async def test_the_way_to_share_names_the_keys_there_are(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock)
    pair.entry()
    of_ones_own = "home:\n  supervision: S\nshare:\n  reword: w\nsupervision:\n  take_back: T\n"
    own_keys(pair.officer, of_ones_own)
    async with sharing(pair) as screen:
        assert "nothing yet; w writes it" in screen.frame()
        assert "none; w names one" in screen.frame()
        await choose(screen, 0)
        await to_the_last_sheet(screen)
        await screen.press("s")
        await screen.until_said("Supervision: S on Home. T takes it back there.")


async def test_what_is_wrong_is_said_on_home_and_the_rest_holds(coach: Coach) -> None:
    own_keys(coach, "home:\n  before: x\n  aftre: F8\n")
    async with painted(coach, (80, 30)) as screen:
        frame = screen.frame()
        assert "keys.yaml, line 3: there is no action called “aftre” in home." in frame
        assert "The usual keys hold there" in frame
        assert "x  Before a visit" in frame
        await screen.press("a")
        await screen.until("What is it about?")


async def test_letters_are_still_typed_and_esc_and_ctrl_q_are_what_they_were(coach: Coach) -> None:
    own_keys(coach, "walk:\n  next: n\n  pause: F8\neverywhere:\n  leave: F10\n")
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"then no", "f10")
        await screen.until("then no")
        await screen.press("escape")
        await screen.until("Paused.")
        await screen.press("ctrl+q")
        assert screen.app.return_code == 0


async def test_an_app_without_a_file_has_the_usual_keys_again(coach: Coach) -> None:
    own_keys(coach, "home:\n  before: x\n")
    async with painted(coach):
        assert keys.called(keys.HOME, "before").keys == ("x",)
    coach.places.keys.unlink()
    async with painted(coach) as screen:
        assert "b  Before a visit" in screen.frame()
