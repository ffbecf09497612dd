"""What a row of a sheet has room for: it is counted before there is a sheet to measure."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.reports.wrapping import width_of
from tipcoach.tui.screens.sheet import Sheet, choice, room_in
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
