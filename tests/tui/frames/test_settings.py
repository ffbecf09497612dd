"""Settings: on arrival, on a row, with a mistake in the file, and what is opened from there."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.settings import Look
from tipcoach.tui.screens.settings import CHOICES
from tui.contrast import hard_to_read
from tui.frames.golden import Looks, Size
from tui.painted import Painted, painted


async def open_settings(screen: Painted) -> None:
    await screen.press("comma")
    await screen.settle()


async def test_settings(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await open_settings(screen)
        await looks.like(screen, "settings")
        await screen.press("down", "down", "enter", "i", "k")
        await looks.like(screen, "settings_chosen")
        await screen.press("q")
        await looks.like(screen, "settings_none_hidden")
        await screen.press("f")
        await looks.like(screen, "settings_files", way_out="Esc ")
        await screen.press("escape", "y")
        await looks.like(screen, "settings_no_keys", way_out="Esc ")


@pytest.mark.thorough
async def test_hidden_questions_and_keys_of_ones_own(welcomed: Coach, looks: Looks) -> None:
    welcomed.remember(hidden=("safety.echo", "moment.noticed", "gone.for-good"))
    welcomed.places.keys.write_text("journal:\n  share: F5\n  nonsense: x\n")
    async with painted(welcomed, looks.size) as screen:
        await open_settings(screen)
        await looks.like(screen, "settings_some_of_ones_own")
        await screen.press("q")
        await looks.like(screen, "settings_hidden", way_out="Esc ")
        await screen.press("enter")
        await looks.like(screen, "settings_ask_again", way_out="Esc ")
        await screen.press("escape", "y")
        await looks.like(screen, "settings_keys", way_out="Esc ")


@pytest.mark.thorough
async def test_a_mistake_in_the_file(welcomed: Coach, looks: Looks) -> None:
    welcomed.places.settings.write_text("colour: red\n")
    async with painted(welcomed, looks.size) as screen:
        await open_settings(screen)
        await looks.like(screen, "settings_mistake_in_the_file")
        await screen.press("o")
        await looks.like(screen, "settings_chosen_all_the_same")


@pytest.mark.thorough
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
async def test_every_row_of_it_can_be_read_in_every_look(
    welcomed: Coach, size: Size, look: Look
) -> None:
    async with painted(welcomed, size) as screen:
        screen.app.theme = f"tipcoach-{look}"
        await open_settings(screen)
        for letter in (one for one in CHOICES if one != "l"):
            await screen.press(letter)
            await screen.settle()
            assert not hard_to_read(screen.app.screen)
