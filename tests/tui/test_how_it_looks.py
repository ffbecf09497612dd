"""How it looks, changed from inside: at once, everywhere, and kept."""

import pytest
from textual.color import Color

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotSaved
from tipcoach.settings import Look, read_settings
from tipcoach.tui.themes import PALETTES
from tui.painted import Painted, painted

TO_A_TEXT = ("b", "r", "enter", "3")


def ground(screen: Painted) -> str:
    return screen.app.screen.styles.background.hex.casefold()


def painted_in(screen: Painted) -> set[str]:
    """Every colour that letters have on the screen."""
    strips = screen.app.screen._compositor.render_strips()
    styles = {part.style for strip in strips for part in strip if part.text.strip()}
    found = {style.color for style in styles if style and style.color}
    return {Color.from_rich_color(one).hex.casefold() for one in found}


@pytest.mark.thorough
@pytest.mark.parametrize("word", ["theme", "dark", "colour", "look", "settings"])
async def test_these_words_find_it_on_home_and_in_a_walk(coach: Coach, word: str) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *word)
        assert "look: dark" in screen.frame()
        await screen.press("escape", *TO_A_TEXT, "ctrl+p", *word)
        assert "look: dark" in screen.frame()


async def test_it_is_worn_at_once_and_kept(coach: Coach) -> None:
    coach.places.settings.parent.mkdir(parents=True)
    coach.places.settings.write_text("# mine\nlook: dark\n")
    async with painted(coach) as screen:
        assert ground(screen) == PALETTES["dark"]["background"]
        await screen.press("l", "h")
        await screen.settle()
        assert ground(screen) == PALETTES["high-contrast"]["background"]
        assert painted_in(screen) <= set(PALETTES["high-contrast"].values())
    assert coach.places.settings.read_text() == "# mine\nlook: high-contrast\n"


async def test_in_a_walk_the_words_stay_and_all_of_it_changes(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"words", "ctrl+p", *"light", "enter")
        frame = await screen.settle()
        assert "words" in frame
        assert painted_in(screen) <= set(PALETTES["light"].values())
        await screen.press("ctrl+p", *"high", "enter")
        await screen.settle()
        assert painted_in(screen) <= set(PALETTES["high-contrast"].values())
    assert read_settings(coach.places.settings).look is Look.HIGH_CONTRAST


async def test_as_the_terminal_is_again_what_it_told(coach: Coach) -> None:
    async with painted(coach) as screen:
        screen.app.ground_is(light=True)
        await screen.press("l", "d")
        await screen.settle()
        assert ground(screen) == PALETTES["dark"]["background"]
        await screen.press("l", "t")
        await screen.settle()
        assert ground(screen) == PALETTES["light"]["background"]


async def test_what_cannot_be_kept_holds_for_this_window_and_is_said(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The folder is full.")

    async with painted(coach) as screen:
        monkeypatch.setattr(type(coach.writer), "write", refuse)
        await screen.press("l", "l")
        await screen.until("The folder is full.")
        assert ground(screen) == PALETTES["light"]["background"]
