"""What holds on every screen: no stock command, one registry of keys."""

from textual.screen import Screen

from tipcoach.coach.coach import Coach
from tipcoach.tui import keys
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.pause_letters import PAUSE_ROWS
from tipcoach.tui.screens.card import CardScreen
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.screens.help import HelpScreen
from tipcoach.tui.screens.home import HomeScreen
from tipcoach.tui.screens.journal import JournalScreen
from tipcoach.tui.screens.reading_view import ReadingViewScreen
from tipcoach.tui.screens.sheet import Sheet
from tipcoach.tui.screens.visit import VisitScreen
from tipcoach.tui.screens.walk import WalkScreen

SCREENS: list[type[KeysFirst]] = [
    HomeScreen, VisitScreen, WalkScreen, Sheet, CardScreen, JournalScreen, EntryScreen, HelpScreen,
    ReadingViewScreen,
]  # fmt: skip
# Done by the widget that has the focus, not by the screen.
BY_THE_WIDGET = {"choose", "choose_visit", "open", "columns", "scroll", "route", "page"}


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
    assert not {"b", "f"} & {letter for letter, *_ in PAUSE_ROWS}
