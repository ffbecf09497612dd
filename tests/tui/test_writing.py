"""Writing an answer that is longer than the room it has on the screen."""

import pytest

from tipcoach.coach.coach import Coach
from tui.painted import painted


@pytest.mark.thorough
async def test_a_word_at_the_foot_of_a_long_answer_is_in_sight_at_each_of_its_letters(
    coach: Coach,
) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("One line.\n" * 40 + "and " * 11 + "zq")
        beside = set()
        for letters in range(1, 12):
            await screen.press("x")
            word = "zq" + "x" * letters
            (row,) = (row for row in screen.frame().split("\n") if word in row)
            beside.add("and" in row)
        assert beside == {True, False}, "it went on to a row of its own"


@pytest.mark.parametrize(("size", "lines"), [((60, 20), 3), ((80, 24), 4)])
async def test_what_is_written_in_the_last_group_is_in_sight_however_many_lines_stand_over_it(
    coach: Coach, size: tuple[int, int], lines: int
) -> None:
    async with painted(coach, size) as screen:
        await screen.press("b", "r", "enter", "3", "enter")
        await screen.until("What is fixed")
        for group in ("must", "may", "theirs"):
            for number in range(lines):
                await screen.press(*f"{group}{number}", "enter")
            if group != "theirs":
                await screen.press("enter")
        await screen.press(*"kettle")
        await screen.until("kettle")


async def test_enter_in_the_groups_adds_a_line_or_goes_on_and_each_is_said(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "enter")
        await screen.until(
            "What is fixed, what can flex", "Skip  Ctrl+N", "Write, and Enter adds it"
        )
        await screen.press(*"rent")
        await screen.until("Next  Ctrl+N", "Enter adds it")
        await screen.press("enter")
        await screen.until("Enter: next box", "Up: change one")
        await screen.press("enter")
        await screen.until("Enter: next box")
        await screen.press("enter")
        assert "next box" not in await screen.until("Next  Enter"), "the last goes on"
        await screen.press("enter")
        await screen.until("Press 1 to 5, or type to answer 1. One is enough.")
        await screen.press("enter")
        await screen.until("Five principles")
        assert "What is fixed" not in screen.frame()
