"""The palette: everything that can be done where one is, by words, and Esc undoes having looked."""

import re
from typing import ClassVar

import pytest
from textual.app import ComposeResult

from tipcoach.coach.begin import Standalone, begin
from tipcoach.coach.coach import Coach
from tipcoach.practice.entry import Kind
from tipcoach.tui import keys
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.palette import Palette
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.frame import Keys
from tipcoach.tui.widgets.rows import Rows
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.painted import Painted, painted

TO_A_TEXT = ("b", "r", "enter", "3")
"""The first question that is written in."""


class Place(KeysFirst):
    """A screen of any name, on which it is noted what was done."""

    NAME: ClassVar[str] = ""

    def __init__(self, name: str) -> None:
        super().__init__()
        type(self).NAME = name
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield Keys(self.NAME)

    async def do(self, name: str, key: str = "") -> None:
        self.done.append(name)


async def test_every_action_of_every_screen_is_listed_with_its_key(coach: Coach) -> None:
    async with painted(coach) as screen:
        for name in (one for one in keys.EVERYWHERE if one != keys.PALETTE):
            await screen.app.push_screen(Place(name))
            await screen.press("ctrl+p")
            rows = {(row.columns[0][0].rstrip(), row.right) for row in rows_of(screen).rows}
            wanted = {
                (action.label, keys.every_key(action))
                for action in keys.actions_of(name)
                if action.name != "palette"
            }
            assert rows == wanted, name
            await screen.press("escape")
            await screen.app.pop_screen()


@pytest.mark.thorough
async def test_every_action_of_every_screen_is_found_by_its_words_and_done(coach: Coach) -> None:
    async with painted(coach) as screen:
        for name in keys.EVERYWHERE:
            if name == keys.PALETTE:
                continue
            place = Place(name)
            await screen.app.push_screen(place)
            for action in keys.actions_of(name):
                if action.name == "palette":
                    continue
                await screen.press("ctrl+p")
                await screen.write(action.label)
                assert f"{action.label} " in "".join(listed(screen)), f"{name}: {action.name}"
                while not current(screen).startswith(f"{action.label} "):
                    await screen.press("down")
                await screen.press("enter")
                assert screen.app.screen is place
                assert place.done.pop() == action.name, f"{name}: {action.name}"
            await screen.app.pop_screen()


def listed(screen: Painted) -> list[str]:
    return ["".join(text for text, _ in row.columns) for row in rows_of(screen).rows]


def current(screen: Painted) -> str:
    row = rows_of(screen).row
    assert row is not None
    return "".join(text for text, _ in row.columns)


def rows_of(screen: Painted) -> Rows:
    assert isinstance(screen.app.screen, Palette)
    return screen.app.screen.query_one(Rows)


async def test_on_home_it_lists_every_way_in_with_its_key(coach: Coach) -> None:
    async with painted(coach, (80, 40)) as screen:
        idle = {"palette", *screen.app.home.does_nothing_now()}
        await screen.press("ctrl+p")
        frame = await screen.settle()
        for action in keys.actions_of(keys.HOME):
            if action.name not in idle and action.shown != "↑↓":
                assert re.search(f" {action.label} .* {re.escape(action.shown)}[^A-Z]", frame)


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["visit after", "AFTER", "àftér vi", "reflect", "you first"])
async def test_words_find_in_any_order_and_without_accents(coach: Coach, words: str) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *words)
        assert len(listed(screen)) == 1
        assert "after a visit" in current(screen)


async def test_words_that_find_nothing_do_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *"tenant", "enter")
        assert "Nothing is called that. Perhaps another word." in screen.frame()
        await screen.press(*" tenant")
        assert "Nothing is called that. Fewer words find more." in screen.frame()
        await screen.press("escape")
        assert "Before a visit" in screen.frame()


async def test_what_is_typed_ahead_of_it_is_not_lost(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *"journal", "down", "enter")
        assert "Words to look for" in await screen.until("search")


@pytest.mark.thorough
async def test_esc_puts_the_text_the_place_in_it_and_its_undoing_back(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"one two", "left", "left", "shift+left")
        await screen.until("● saved")
        before, area = await screen.settle(), screen.app.screen.focused
        assert isinstance(area, WritingArea)
        there = area.selection
        await screen.press("ctrl+p", *"next back", "down", "up")
        assert "What can be done here" in screen.frame()
        await screen.press("escape")
        assert await screen.settle() == before
        assert screen.app.screen.focused is area
        assert (area.text, area.selection) == ("one two", there)
        await screen.press("ctrl+z")
        assert area.text != "one two"


async def test_it_does_not_go_on_nor_send_what_is_written(coach: Coach) -> None:
    sitting = begin(coach, Standalone(Kind.STAFF_MIRROR))
    async with painted(coach) as screen:
        page = WalkScreen(sitting)
        await screen.app.push_screen(page)
        at = sitting.walk.at
        await screen.press("ctrl+p", *"finish", "escape")
        assert sitting.walk.at == at
        assert not sitting.walk.answers
    sitting.leave()


async def test_an_action_done_from_it_finds_the_text_as_it_was(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"kept", "ctrl+p", *"longer", "enter", "enter", *"whole")
        area = screen.app.screen.focused
        assert isinstance(area, WritingArea)
        assert area.text == "kept\nwhole"
        await screen.press("ctrl+p", *"next", "enter", "ctrl+b")
        await screen.until("kept")


async def test_nothing_is_offered_that_has_nothing_to_do(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("j")
        await screen.until("Nothing kept yet.")
        await screen.press("ctrl+p")
        assert not [row for row in listed(screen) if row.startswith(("share", "open", "find"))]
        await screen.press("escape", "escape", *TO_A_TEXT, "ctrl+p")
        assert not [row for row in listed(screen) if row.startswith(("look", "agenda"))]


@pytest.mark.thorough
@pytest.mark.parametrize("pressed", [("escape", "m"), ("alt+m",)])
async def test_esc_and_a_letter_open_it_where_a_terminal_keeps_the_key(
    coach: Coach, pressed: tuple[str, ...]
) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"words", *pressed)
        assert any(row.startswith("guide") for row in listed(screen))


async def test_help_and_leaving_work_from_it(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", "f1")
        assert "Esc puts everything back as it was." in screen.frame().replace("\n  ", " ")
        await screen.press("escape", "ctrl+q")
        assert screen.app.return_code == 0


@pytest.mark.parametrize("word", ["exit", "quit", "inbox"])
async def test_a_word_from_elsewhere_finds_it_too(coach: Coach, word: str) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *word)
        found = {row.columns[0][0].strip() for row in rows_of(screen).rows}
        assert found == {"supervision" if word == "inbox" else "leave"}
