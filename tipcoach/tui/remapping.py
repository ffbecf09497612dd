"""Keys of one's own laid over the registry; what cannot be is said, and the usual key holds.

Nothing may take a way out away, or a letter from somebody who is typing.
"""

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tipcoach.coach.own_keys import own_keys
from tipcoach.errors import SettingsFault
from tipcoach.key_settings import OwnKeys, Problem, Wanted
from tipcoach.practice.plaintext import clean_line
from tipcoach.tui import keys
from tipcoach.tui.key_names import EDITING, SAME_AS, STAY, is_typed, key_called, written

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach

EVERY_PLACE = "everywhere"
IS_WRITTEN_IN = frozenset({keys.WALK, keys.SEARCH, keys.SHEET, keys.PALETTE})
HAS_LETTERS = IS_WRITTEN_IN | {keys.VISIT, keys.SETTINGS}
"""Places where a letter is typed, or chooses a row."""

Mine = dict[tuple[str, str], tuple[tuple[str, ...], int]]
"""Screen and action, to the keys it is to have, and the line that says so."""


def stays(action: keys.Action) -> bool:
    """Whether its key does the same in every program, or is a letter of the pause."""
    return not action.keys or action.keys[0] in STAY | EDITING


def name_of(action: keys.Action) -> str:
    """Its name in the file."""
    return action.name.replace("_", "-")


def laid_over(own: OwnKeys) -> tuple[tuple[keys.Action, ...], tuple[Problem, ...]]:
    """The registry with the keys asked for, and what of it could not be, in the order of lines."""
    problems = list(own.problems)
    mine: Mine = {}
    # What is said of one place is nearer than what is said of all.
    for wanted in sorted(own.wanted, key=lambda one: one.place != EVERY_PLACE):
        try:
            found = _keys(wanted)
            mine |= dict.fromkeys(_places(wanted), (found, wanted.line))
        except _CannotBe as fault:
            problems.append(Problem(wanted.line, str(fault)))
    while clash := next(_clashes(mine), None):
        problems.append(clash)
        mine = {place: one for place, one in mine.items() if one[1] != clash.line}
    registry = tuple(each for action in keys.REGISTRY for each in _with(action, mine))
    return registry, tuple(sorted(problems, key=lambda one: one.line))


def in_use(coach: "Coach") -> tuple[tuple[keys.Action, ...], tuple[Problem, ...]]:
    """The registry with somebody's own keys as they are written down now, and what is wrong."""
    return laid_over(own_keys(coach) or OwnKeys())


def how_many_own(registry: Iterable[keys.Action]) -> int:
    """How many actions have another key than the usual one."""
    usual = {(one.name, one.keys) for one in keys.REGISTRY}
    return len({(one.name, one.keys) for one in registry} - usual)


def fault_of(problems: Sequence[Problem]) -> SettingsFault | None:
    """What is said of them all, a sentence a line."""
    if not problems:
        return None
    return SettingsFault(
        "\n".join(map(str, problems)), "The usual keys hold there; all else in it is as you wrote."
    )


class _CannotBe(Exception):
    """A line that cannot be used, in a sentence."""


def _places(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The screens a line is about, with the action's name. Raises `_CannotBe`."""
    place, action = clean_line(wanted.place), clean_line(wanted.action)
    if place != EVERY_PLACE and place not in keys.EVERYWHERE:
        near = _near(place, [EVERY_PLACE, *keys.EVERYWHERE])
        raise _CannotBe(f"there is no place called “{place[:40]}”.{near}")
    screens = keys.EVERYWHERE if place == EVERY_PLACE else (place,)
    here = [(screen, one) for one in keys.REGISTRY for screen in screens if screen in one.screens]
    found = [(screen, one) for screen, one in here if name_of(one) == action.replace("_", "-")]
    if not found:
        where = "any place" if place == EVERY_PLACE else place
        near = _near(action, [name_of(one) for _, one in here])
        raise _CannotBe(f"there is no action called “{action[:40]}” in {where}.{near}")
    asked = [key_called(each) for each in wanted.keys]
    for screen, one in found:
        if stays(one):
            raise _CannotBe(f"“{action}” stays on {one.shown}, here and in every place.")
        for key in asked:
            _check(screen, one, key or "")
        yield screen, one.name


def _keys(wanted: Wanted) -> tuple[str, ...]:
    for each in wanted.keys:
        if key_called(each) is None:
            said = clean_line(each)[:40]
            how = "A key is written as Ctrl+N, F4, Space, or as one sign."
            raise _CannotBe(f"there is no key called “{said}”. {how}")
    if not wanted.keys:
        raise _CannotBe("an action wants one key, or a list such as [Ctrl+N, F4].")
    return tuple(dict.fromkeys(key for each in wanted.keys if (key := key_called(each))))


def _check(screen: str, action: keys.Action, key: str) -> None:
    """Raise `_CannotBe` where a key is needed for something else."""
    if key in action.keys:
        return
    if key in STAY:
        raise _CannotBe(f"{written(key)} stays what it is, here and in every place.")
    if key in SAME_AS:
        raise _CannotBe(f"a terminal sends {written(key)} as {SAME_AS[key]}, which stays.")
    if screen in HAS_LETTERS and is_typed(key):
        raise _CannotBe(f"“{written(key)}” is for typing in {screen}, and would be lost to it.")
    if screen in IS_WRITTEN_IN and key in EDITING:
        raise _CannotBe(f"{written(key)} is for writing in {screen}, and would be lost to it.")


def _clashes(mine: Mine) -> Iterator[Problem]:
    """Each key that two actions of one place would have. The later line gives way."""
    for screen in keys.EVERYWHERE:
        held: dict[str, tuple[str, int]] = {}
        for action in (one for one in keys.REGISTRY if screen in one.screens):
            found, line = mine.get((screen, action.name), (action.keys, 0))
            for key in found:
                other, other_line = held.setdefault(key, (name_of(action), line))
                if other == name_of(action):
                    continue
                first, last = sorted([(other_line, other), (line, name_of(action))])
                where = f" on line {first[0]}" if first[0] else ""
                yield Problem(
                    last[0], f"{written(key)} is the key of “{first[1]}” in {screen}{where}."
                )


def _with(action: keys.Action, mine: Mine) -> Iterator[keys.Action]:
    """An action once for every set of keys it has: one place may have other keys than the next."""
    by_keys: dict[tuple[str, ...], list[str]] = {}
    for screen in action.screens:
        found, _ = mine.get((screen, action.name), (action.keys, 0))
        by_keys.setdefault(found, []).append(screen)
    for found, screens in by_keys.items():
        shown = action.shown if found == action.keys else written(found[0])
        yield dataclasses.replace(action, screens=tuple(screens), keys=found, shown=shown)


def _near(word: str, words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, [*words], n=1, cutoff=0.6)
    return f" Perhaps “{close[0]}”." if close else ""
