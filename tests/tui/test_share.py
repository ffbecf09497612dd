"""Share, as an officer meets it: what is chosen, what is seen, and what leaves the machine."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import ANSWERS, Pair

from tui.sharing_screens import a_pair, choose, sharing, to_the_last_sheet

KNOWN, WORRY, AFTER, NEXT, MINE = ANSWERS.values()


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    pair = a_pair(tmp_path, clock)
    pair.entry()
    return pair


async def test_nothing_is_chosen_beforehand_and_enter_says_so(pair: Pair) -> None:
    async with sharing(pair) as screen:
        print(screen.frame())
        assert "[x]" not in screen.frame()
        assert "Nothing is chosen yet." in screen.frame()
        await screen.press("enter")
        assert "heavy" not in await screen.settle()
        await choose(screen, 1)
        print(screen.frame())
        await screen.press("enter")
        print(await screen.settle())
        await screen.press("n")
        print(await screen.settle())
        await screen.press("s")
        print(await screen.settle())
    print(pair.brought())
    assert 0
