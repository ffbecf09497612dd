"""The mouse: what can be seen can be clicked, and a click does what the keys do and no more."""

from collections.abc import Sequence

import pytest
from textual import events

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Lines, Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Form
from tipcoach.tui import clicks, keys
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.rows import Rows
from tui.frames.visits import LANDED, PREPARED, PREPARED_AT_LENGTH, begun, prepared
from tui.mouse import click_each_key
from tui.painted import Painted, painted

HAT = "orient.hat-sentence"
TO_A_TEXT = ("b", "r", "enter", "3")
WAYS: dict[str, Sequence[str]] = {
    keys.HOME: (),
    keys.VISIT: ("b",),
    keys.WALK: TO_A_TEXT,
    keys.SHEET: (*TO_A_TEXT, "escape"),
    keys.CARD: ("j", "enter", "c"),
    keys.JOURNAL: ("j",),
    keys.SEARCH: ("slash",),
    keys.ENTRY: ("j", "enter"),
    keys.PROMISES: ("p",),
    keys.PATTERNS: ("y",),
    keys.SETTINGS: ("comma", "down"),
    keys.HELP: (*TO_A_TEXT, "f1"),
    keys.PALETTE: (*TO_A_TEXT, "ctrl+p"),
}
SHARED = (keys.SHARE, keys.SUPERVISION, keys.REVIEW, keys.PAPER, keys.READING_VIEW)
"""These are reached, and clicked on, in `test_mouse_sharing`."""


async def go(screen: Painted, way: Sequence[str]) -> None:
    for key in way:
        await screen.press(key)
        await screen.settle()


async def wheel(screen: Painted, words: str, *, up: bool = False) -> str:
    """Turn the wheel once over `words`."""
    rows = screen.frame().split("\n")
    y = next(number for number, line in enumerate(rows) if words in line)
    x = rows[y].index(words)
    kind = events.MouseScrollUp if up else events.MouseScrollDown
    screen.app.post_message(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
    return await screen.settle()


@pytest.mark.thorough
@pytest.mark.parametrize("name", WAYS)
async def test_each_key_of_the_last_row_can_be_clicked(
    coach: Coach, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(coach)
    async with painted(coach, (120, 40)) as screen:
        await go(screen, WAYS[name])
        await click_each_key(screen, name, monkeypatch)


def test_the_last_row_of_every_screen_is_clicked() -> None:
    assert {*WAYS, *SHARED} == {*keys.EVERYWHERE}, "say how the new screen is reached"


@pytest.mark.thorough
async def test_a_hint_of_the_last_row_does_what_its_key_does(coach: Coach) -> None:
    prepared(coach)
    async with painted(coach, (90, 24)) as screen:
        first = screen.app.screen.query_one(Rows).row
        await screen.click("↓ choose")
        second = screen.app.screen.query_one(Rows).row
        assert first != second
        await screen.click("↑↓ choose")
        assert screen.app.screen.query_one(Rows).row == first
        await go(screen, ("slash",))
        await screen.write("landlord")
        # Not where it was clicked just before, or it would be a second click at once.
        await screen.click("ter search")
        await screen.until("rent arrears", "Enter open")
        await screen.click("/ other words")
        await screen.until("Enter go to")
        await screen.click("Esc back")
        await go(screen, ("j", "enter"))
        before = screen.frame()
        await screen.click("↓ scroll")
        assert await screen.settle() != before
        await screen.click("F1 help")
        await screen.until("Help")


async def test_a_click_on_a_row_opens_it(coach: Coach) -> None:
    prepared(coach)
    async with painted(coach) as screen:
        await screen.click("Journal")
        await screen.until("This week")
        await screen.click("rent arrears")
        await screen.until("hat: both")


async def test_a_click_in_the_visit_begins_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await go(screen, ("b",))
        await screen.click("Repairs")
        await screen.click("phone")
        await screen.until("What is it about?")
        await screen.click("Enter begin")
        await screen.until("· phone", "Which hat")


@pytest.mark.thorough
async def test_rows_and_buttons_of_a_walk(coach: Coach) -> None:
    async with painted(coach) as screen:
        await go(screen, ("b", "r", "enter"))
        await screen.click("3  ")
        await screen.until("How will you say that")
        await screen.write("I am your landlord.")
        await screen.click("Next  Enter")
        await screen.until("What is fixed")
        await screen.click("Back")
        await screen.until("I am your landlord.")
        await screen.click("Finish now")
        await screen.until("Keep this as it is?")
        await screen.click("Esc carry on")
        await screen.until("I am your landlord.")
        await screen.press("x")
        await screen.until("I am your landlord.x")


@pytest.mark.thorough
async def test_letters_typed_before_a_click_are_in_the_answer(coach: Coach) -> None:
    sitting = begun(coach, at=HAT, form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        place = screen.place_of("Skip")
        for letter in "ring":
            screen.app.post_message(events.Key(letter, letter))
        await screen.click_at(*place)
        await screen.settle()
        assert sitting.walk.answers[HAT] == Text("ring")
    sitting.leave()


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_section_that_was_visited_is_gone_to(coach: Coach, size: tuple[int, int]) -> None:
    sitting = begun(coach, answers=PREPARED, at="alone.cover")
    async with painted(coach, size) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        at = sitting.walk.at
        if size == (80, 24):
            await screen.click("· If … then")
            assert sitting.walk.at == at, "what is ahead is not gone to"
            await screen.click("● Today’s business")
        else:
            await screen.click("► ·")
            assert sitting.walk.at == at
            await screen.click("●  ●")
        await screen.settle()
        assert sitting.walk.at != at
    sitting.leave()


async def test_a_click_on_a_line_takes_it_into_the_field_as_enter_does(coach: Coach) -> None:
    at = "landed.from-us"
    sitting = begun(coach, answers={at: Lines(("a letter", "a text"))}, at=at, form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.click("a letter")
        await screen.write(", late")
        assert sitting.walk.at == at, "it does not go on"
        assert sitting.walk.answers[at] == Lines(("a text", "a letter, late"))
    sitting.leave()


@pytest.mark.thorough
async def test_a_click_on_a_promise_takes_it_into_the_fields(coach: Coach) -> None:
    at = "promises.made"
    sitting = begun(coach, Kind.REFLECTION, LANDED, at=at, form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.write("ring the stores")
        await screen.press("enter", "enter")
        await screen.click("theirs")
        await screen.press("enter")
        await screen.click("□ ring")
        await screen.write(" today")
        assert sitting.walk.at == at
        held = sitting.walk.answers[at]
        assert isinstance(held, Promised)
        assert [each.text for each in held.promises] == ["ring the stores today"]
    sitting.leave()


@pytest.mark.thorough
async def test_two_clicks_at_once_are_one(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    # However busy the machine is that this runs on.
    monkeypatch.setattr(clicks, "TWICE", 60)
    sitting = begun(coach, at=HAT, form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        at = sitting.walk.at
        await screen.click("Skip")
        await screen.click("Skip")
        await screen.settle()
        sitting.back()
        assert sitting.walk.at == at
    sitting.leave()


async def test_the_other_buttons_of_a_mouse_do_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        before = await screen.settle()
        for button in (2, 3):
            await screen.click_at(8, 5, button=button)
        assert await screen.settle() == before


@pytest.mark.thorough
async def test_the_wheel_scrolls_what_is_under_it(coach: Coach) -> None:
    kept = prepared(coach, PREPARED_AT_LENGTH)
    async with painted(coach, (60, 20)) as screen:
        await go(screen, ("j", "enter"))
        before = screen.frame()
        down = await wheel(screen, "hat")
        assert down != before
        assert await wheel(screen, down.split("\n")[8].strip()[:20], up=True) != down
        await screen.press("escape", "escape")
    sitting = begun(coach, answers=PREPARED_AT_LENGTH, at="five")
    async with painted(coach, (60, 20)) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        before = await screen.until("Go on", "↑ more above")
        after = await wheel(screen, "Collaboration", up=True)
        assert after != before
        assert sitting.walk.at == "five"
        await screen.click("↓ more below")
        await screen.until("Go on")
    sitting.leave()
    assert kept.id
