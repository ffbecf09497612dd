"""What a sheet and its rows have room for: it is counted before there is a sheet to measure."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.reports.wrapping import width_of
from tipcoach.tui.screens.sheet import LineSheet, LongSheet, Sheet, choice, room_in
from tui.painted import painted


async def nothing(letter: str) -> None:
    """What follows the choice."""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_row_that_has_room_stands_whole_and_one_that_is_wider_is_cut(
    coach: Coach, size: tuple[int, int]
) -> None:
    left = room_in(size[0]) - sum(width_of(text) for text, _ in choice("w", "Whole").columns)
    rows = [
        choice("k", "Current"),
        choice("w", "Whole", "w" * left),
        choice("w", "Wider", "v" * (left + 1)),
    ]
    async with painted(coach, size) as screen:
        await screen.app.push_screen(Sheet("How much room?", (), rows, nothing))
        frame = await screen.until("How much room?", "w" * left)
        assert "v" * (left - 1) + "…" in frame


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("kind", [Sheet, LongSheet])
@pytest.mark.parametrize("title", ["Is there room?", "Is there room for a long title? " * 3])
async def test_a_text_has_all_of_the_window_that_the_rest_of_its_sheet_leaves(
    coach: Coach, size: tuple[int, int], kind: type[Sheet], title: str
) -> None:
    lines = [f"Line {number}." for number in range(1, 60)]
    rows = [choice("k", "Keep it"), choice("l", "Let it go")]
    async with painted(coach, size) as screen:
        await screen.app.push_screen(kind(title.strip(), lines, rows, nothing))
        frame = await screen.until("PgDn for the rest", "Keep it", "Let it go", "F1 help")
        shown = frame.split("\n")
        # The edges, the title with its gap, the row that says there is more, and the last row.
        beside = 2 + (2 if len(title) < 20 else 3) + 1 + len(rows) + 1 + (kind is LongSheet)
        assert sum("Line " in row for row in shown) == size[1] - beside
        for _ in lines:
            await screen.press("pagedown")
        await screen.until("Line 59.", "PgUp back to its start")


@pytest.mark.parametrize("wide", range(52, 60))
async def test_a_title_of_any_width_leaves_every_choice_in_sight(coach: Coach, wide: int) -> None:
    rows = [choice("k", "Keep it"), choice("l", "Let it go")]
    async with painted(coach) as screen:
        await screen.app.push_screen(Sheet("t" * wide, ["Line."] * 60, rows, nothing))
        await screen.until("PgDn for the rest", "Keep it", "Let it go")


async def test_a_short_text_takes_no_more_than_it_needs(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.app.push_screen(LineSheet("One line?", ["It is short."], nothing))
        frame = await screen.until("It is short.")
        assert sum(bool(row.strip()) for row in frame.split("\n")) <= 6
