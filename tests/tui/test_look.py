"""What holds on every screen: contrast, no stock command, one registry of keys."""

import pytest
from textual.color import Color
from textual.screen import Screen

from tipcoach.coach.coach import Coach
from tipcoach.tui import keys
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.card import CardScreen
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.screens.help import HelpScreen
from tipcoach.tui.screens.home import HomeScreen
from tipcoach.tui.screens.journal import JournalScreen
from tipcoach.tui.screens.reading_view import ReadingViewScreen
from tipcoach.tui.screens.sheet import Sheet
from tipcoach.tui.screens.visit import VisitScreen
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.themes import PALETTES

SCREENS: list[type[KeysFirst]] = [
    HomeScreen, VisitScreen, WalkScreen, Sheet, CardScreen, JournalScreen, EntryScreen, HelpScreen,
    ReadingViewScreen,
]  # fmt: skip
INKS = ("ink", "muted", "accent-ink", "safety", "trust", "choice", "collaboration", "empowerment",
        "danger")  # fmt: skip
TONES = ("background", "surface", "panel", "raised", "highlight")
# Done by the widget that has the focus, not by the screen.
BY_THE_WIDGET = {"choose", "choose_visit", "open", "columns", "scroll", "route", "page"}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_every_ink_can_be_read_on_every_tone(palette: str, tone: str) -> None:
    least = 7.0 if palette == "high-contrast" else 4.5
    colours = PALETTES[palette]
    for ink in INKS:
        ratio = contrast(colours[ink], colours[tone])
        assert ratio >= least, f"{ink} on {tone} in {palette}: {ratio:.1f}"


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("block", ["accent-ink", "danger"])
def test_words_on_a_filled_block_can_be_read(palette: str, block: str) -> None:
    words = {"accent-ink": "on-accent", "danger": "on-danger"}[block]
    assert contrast(PALETTES[palette][words], PALETTES[palette][block]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 for two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_stock_command_can_write_a_screen_to_disk(coach: Coach) -> None:
    app = TipcoachApp(coach)
    assert not app.ENABLE_COMMAND_PALETTE
    assert list(app.get_system_commands(Screen())) == []
    before = set(coach.places.data.parent.rglob("*"))
    app.action_screenshot()
    assert set(coach.places.data.parent.rglob("*")) == before


def test_every_action_of_the_registry_is_done_by_its_screen() -> None:
    for screen in SCREENS:
        for action in keys.actions_of(screen.NAME):
            if action.name not in BY_THE_WIDGET:
                assert hasattr(screen, f"act_{action.name}"), f"{screen.__name__}: {action.name}"


def test_no_key_of_a_screen_does_two_things() -> None:
    for screen in SCREENS:
        pressed = [key for action in keys.actions_of(screen.NAME) for key in action.keys]
        assert len(pressed) == len(set(pressed)), screen.__name__


def test_every_screen_shows_a_way_out_and_help() -> None:
    for screen in SCREENS:
        names = {action.name for action in keys.actions_of(screen.NAME)}
        assert {"leave", "help"} <= names, screen.__name__


def test_pause_letters_are_none_that_a_terminal_reads_as_a_word_move() -> None:
    assert not {"b", "f"} & {letter for letter, *_ in keys.PAUSE_ROWS}
