"""Every action there is can be done by a key, from the palette, and without a screen.

Read off the registry, so that a new action that lacks one of them fails here. That a plain form
exists and does it is tried in `test_plain_forms`, and the palette in `tui/test_palette`.
"""

import pkgutil
from importlib import import_module

import pytest

import tipcoach.tui.screens
from tipcoach.plain.talk import WHAT_THEY_SAY, Command
from tipcoach.tui import keys
from tipcoach.tui.key_names import EDITING, key_called, written
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.pause_letters import PAUSE_ROWS
from tipcoach.tui.remapping import IS_WRITTEN_IN, stays

ACTIONS = [
    pytest.param(screen, action, id=f"{screen}-{action.name}")
    for screen in keys.EVERYWHERE
    for action in keys.actions_of(screen)
]
# Done by the widget that has the focus, when the palette hands it the key.
BY_THE_WIDGET = {"choose", "choose_visit", "open", "columns", "scroll", "route", "page"}


def screens() -> dict[str, list[type[KeysFirst]]]:
    """Every class of screen, by the name it has in the registry."""
    for module in pkgutil.iter_modules(tipcoach.tui.screens.__path__):
        import_module(f"tipcoach.tui.screens.{module.name}")
    found: dict[str, list[type[KeysFirst]]] = {}
    waiting = list(KeysFirst.__subclasses__())
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one.__module__.startswith("tipcoach.") and one.NAME:
            found.setdefault(one.NAME, []).append(one)
    return found


SCREENS = screens()


def test_every_place_of_the_registry_is_a_screen_and_the_other_way_round() -> None:
    assert set(SCREENS) == set(keys.EVERYWHERE)


@pytest.mark.parametrize(("screen", "action"), ACTIONS)
def test_it_has_a_key_or_a_letter_of_the_pause(screen: str, action: keys.Action) -> None:
    by_letter = {name for _, _, _, name in PAUSE_ROWS} if screen == keys.WALK else set()
    assert action.keys or action.name in by_letter
    for key in action.keys:
        assert keys.action_for(screen, key) == action
        assert key_called(written(key)) == key
        if screen in IS_WRITTEN_IN:
            assert key not in EDITING or stays(action)


@pytest.mark.parametrize(("screen", "action"), ACTIONS)
def test_the_palette_can_do_it_on_every_screen_of_its_place(
    screen: str, action: keys.Action
) -> None:
    for one in SCREENS[screen]:
        by_name = hasattr(one, f"act_{action.name}")
        assert by_name or (action.name in BY_THE_WIDGET and action.keys), one.__name__


@pytest.mark.parametrize(("screen", "action"), ACTIONS)
def test_it_can_be_done_without_a_screen_or_it_is_said_why_not(
    screen: str, action: keys.Action
) -> None:
    has_words = action.plain.startswith("tipcoach ") or action.plain in [*Command, *WHAT_THEY_SAY]
    is_typed = action.plain in ("an empty line", "a number or a word", "a single full stop")
    assert has_words or is_typed or action.name in keys.OF_THE_SCREEN_ALONE, action.plain


def test_nothing_is_of_the_screen_alone_that_is_no_action() -> None:
    assert set(keys.OF_THE_SCREEN_ALONE) <= {action.name for action in keys.REGISTRY}
    assert all(keys.OF_THE_SCREEN_ALONE.values())


def test_what_is_shown_is_a_key_it_has() -> None:
    for action in keys.REGISTRY:
        if action.keys and action.shown != "↑↓":
            assert action.shown == written(action.keys[0]), action.name
