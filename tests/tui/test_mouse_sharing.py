"""The mouse where something is shared, and where it is talked about."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import ANSWERS, Pair

from tipcoach.coach.begin import Standalone, begin
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import GROUP
from tipcoach.tui import keys
from tipcoach.tui.screens.share import ShareScreen
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.frame import KeysAbove
from tui.mouse import click_each_key
from tui.painted import painted
from tui.sharing_screens import a_pair, choose, sharing, to_review, to_supervision

WORRY = [*ANSWERS.values()][1]


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    pair = a_pair(tmp_path, clock)
    pair.entry()
    return pair


async def test_a_click_on_a_box_marks_the_part_and_one_beside_it_does_not(pair: Pair) -> None:
    async with sharing(pair) as screen:
        page = screen.app.screen
        assert isinstance(page, ShareScreen)
        await screen.click("[ ]")
        assert len(page.preparing.chosen) == 1
        await screen.click(WORRY[:20])
        assert len(page.preparing.chosen) == 1, "beside the box it is only gone to"
        page.is_busy = True
        await screen.click("[x]")
        await screen.click("Space in or out")
        assert len(page.preparing.chosen) == 1, "what is being sealed stays as it was seen"


@pytest.mark.thorough
async def test_in_their_page_alone_the_way_back_is_to_the_rows(pair: Pair) -> None:
    async with sharing(pair, (60, 20)) as screen:
        await choose(screen, 0)
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.click("n ")
        await screen.until("All your reader will see")
        await screen.click("Esc back")
        await screen.until("Choose the answers")
        assert isinstance(screen.app.screen, ShareScreen)


async def test_where_it_is_narrow_the_keys_above_can_be_clicked(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sharing(pair, (60, 20)) as screen:
        await click_each_key(screen, keys.SHARE, monkeypatch, KeysAbove)


@pytest.mark.thorough
async def test_each_key_of_the_last_row_can_be_clicked(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.share()
    wide = (120, 40)
    with monkeypatch.context() as patched:
        async with sharing(pair, wide) as screen:
            await click_each_key(screen, keys.SHARE, patched)
    with monkeypatch.context() as patched:
        async with painted(pair.officer, wide) as screen:
            await to_supervision(screen)
            await click_each_key(screen, keys.SUPERVISION, patched)
    with monkeypatch.context() as patched:
        async with painted(pair.supervisor, wide) as screen:
            await to_review(screen, "Officer")
            await click_each_key(screen, keys.REVIEW, patched)
    with monkeypatch.context() as patched:
        async with painted(pair.supervisor, wide) as screen:
            await to_review(screen, "Officer")
            await screen.press("o")
            await screen.until(WORRY)
            await click_each_key(screen, keys.PAPER, patched)


@pytest.mark.thorough
async def test_the_keys_of_the_reading_view_can_be_clicked(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begin(pair.supervisor, Standalone(Kind.SESSION, checklist=GROUP))
    async with painted(pair.supervisor, (120, 40)) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.press("ctrl+r")
        await screen.settle()
        await click_each_key(screen, keys.READING_VIEW, monkeypatch)
    sitting.leave()
