"""Every hint of the last row, or of one above it, clicked at its beginning and at its end."""

import pytest

from tipcoach.tui.page import KeysFirst
from tipcoach.tui.widgets.frame import ARROWS, Keys, KeyWords
from tui.painted import Painted


async def click_each_key(
    screen: Painted,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    where: type[KeyWords] = Keys,
) -> None:
    """On the screen `name`, each hint of a row is clicked; what is done is its key, and of two the
    one."""
    done: list[tuple[str, str]] = []

    async def do(page: KeysFirst, name: str, key: str) -> None:
        done.append((name, key))

    assert getattr(screen.app.screen, "NAME", "") == name, screen.frame()
    row = screen.app.screen.query_one(where)
    monkeypatch.setattr(KeysFirst, "do", do)
    shown = [action for side in row.shown() for action in side]
    assert shown, screen.frame()
    for action in shown:
        hint = f"{action.shown} {action.label}"
        column = screen.frame().split("\n")[row.region.y].index(hint)
        for here in (column, column + len(hint) - 1):
            await screen.click_at(here, row.region.y)
            arrow = "up" if here == column else "down"
            key = arrow if action.shown == ARROWS else action.keys[0]
            assert done == [(action.name, key)]
            done.clear()
