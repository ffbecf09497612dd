"""What a key says it does is what it does now; where it does nothing it says so, once."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import find_drafts
from tipcoach.practice.answer import Text
from tipcoach.tui import keys
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.screens.help import HOW_KEYS_ARE_CHANGED
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.visits import begun, prepared, reflected
from tui.painted import Painted, painted

WRITTEN = {"orient.hat-sentence": Text("as your landlord")}
TO_A_TEXT = ("b", "r", "enter", "3")


def last_row(screen: Painted) -> str:
    return screen.frame().split("\n")[-1]


async def test_f9_says_and_does_what_it_does_now(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"kettle")
        assert "F9 longer answer" in last_row(screen)
        await screen.press("f9")
        assert "F9 shorter answer" in last_row(screen)
        await screen.press("ctrl+p", *"shorter")
        assert "shorter answer" in screen.frame()
        await screen.press("escape", "enter", *"two")
        # Two lines are not short any more.
        assert "F9" not in last_row(screen)
        await screen.press(*["backspace"] * 4)
        assert "F9 shorter answer" in last_row(screen)
        await screen.press("f9")
        assert "F9 longer answer" in last_row(screen)
        await screen.press("enter")
        assert "kettle" not in await screen.settle()


async def test_f9_does_not_shorten_what_is_of_several_lines(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"one", "f9", "enter", *"two", "f9", "enter", *"three")
        frame = await screen.settle()
        assert all(word in frame for word in ("one", "two", "three"))


@pytest.mark.parametrize(("key", "says"), [("1", "yes"), ("y", "yes"), ("2", "no"), ("n", "no")])
async def test_yes_and_not_yet_take_numbers_too(coach: Coach, key: str, says: str) -> None:
    sitting = begun(coach, at="alone.cover")
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.press(key)
        answer = sitting.walk.answers["alone.cover"]
        assert getattr(answer, "yes", None) is (says == "yes")
    sitting.leave()


async def test_ctrl_c_on_home_says_how_to_leave_until_the_next_key(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+c")
        assert "Ctrl+Q leaves." in screen.frame()
        await screen.press("down")
        assert "Ctrl+Q leaves." not in screen.frame()


async def test_ctrl_c_takes_nothing_away_that_matters_more(coach: Coach) -> None:
    coach.places.settings.parent.mkdir(parents=True)
    coach.places.settings.write_text("colour: red\n")
    async with painted(coach) as screen:
        await screen.press("ctrl+c", "down")
        assert "a setting that does not exist" in screen.frame()


async def test_f8_on_a_choice_says_that_it_has_no_text(coach: Coach) -> None:
    sitting = begun(coach, at="alone.cover")
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.press("f8")
        assert "it has no text to edit" in screen.frame()
    sitting.leave()


@pytest.mark.parametrize(("place", "has"), [("j", False), ("p", True), ("m", False)])
async def test_help_explains_marks_only_where_they_are_and_says_how_keys_are_changed(
    coach: Coach, place: str, has: bool
) -> None:
    async with painted(coach, (120, 40)) as screen:
        await screen.press("f1")
        assert HOW_KEYS_ARE_CHANGED in screen.frame()
        assert ".md" not in screen.frame(), "what is installed has no such file"
        assert "you are here" not in screen.frame()
        await screen.press("escape", place, "f1")
        assert ("■ overdue" in screen.frame()) == has


async def test_help_on_a_reflection_names_no_card(coach: Coach) -> None:
    for made, has_card in ((prepared(coach), True), (reflected(coach), False)):
        async with painted(coach) as screen:
            await screen.app.push_screen(EntryScreen(made))
            await screen.press("f1")
            assert ("c                 card" in await screen.settle()) is has_card


async def test_g_goes_on_with_the_newest_draft_where_it_stopped(coach: Coach) -> None:
    begun(coach, answers=WRITTEN, at="alone.cover").leave()
    async with painted(coach) as screen:
        await screen.until("g  ○ draft")
        await screen.press("ctrl+p", *"resume")
        assert "go on" in screen.frame()
        await screen.press("escape", "g")
        assert isinstance(screen.app.screen, WalkScreen)
        assert screen.app.screen.prompt is not None
        assert screen.app.screen.prompt.id == "alone.cover"


async def test_g_as_soon_as_home_is_there_goes_on_too(coach: Coach) -> None:
    begun(coach, answers=WRITTEN, at="alone.cover").leave()
    async with painted(coach) as screen:
        await screen.press("g")
        assert isinstance(screen.app.screen, WalkScreen)


async def test_without_a_draft_g_says_so_and_is_offered_nowhere(coach: Coach) -> None:
    assert find_drafts(coach).drafts == ()
    async with painted(coach) as screen:
        assert "go_on_with" in screen.app.home.does_nothing_now()
        await screen.press("g")
        assert "There is no draft to go on with." in screen.frame()
        await screen.press("b")
        assert screen.app.screen.NAME == keys.VISIT  # type: ignore[attr-defined]
