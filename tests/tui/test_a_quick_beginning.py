"""What makes the first question of a walk quick: little is put together, and nothing is read."""

import asyncio
import threading

import pytest
from textual.color import Color

from tipcoach.coach.coach import Coach
from tipcoach.practice.visit import Channel
from tipcoach.tui.screens.visit import VisitScreen
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.rows import Rows
from tipcoach.tui.widgets.walk_page import WalkPage
from tipcoach.tui.widgets.writing_area import WritingArea
from tipcoach.waiting import Wait
from tui.painted import PATIENCE, painted

FIRST_PAINTED = 20
"""Widgets of the whole screen in that frame, at most."""


async def test_the_first_frame_of_a_walk_holds_no_more_than_it_shows(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = []
    be_whole = WalkPage.be_whole

    async def counted(page: WalkPage) -> None:
        held.append(len(page.screen.query("*")))
        await be_whole(page)

    monkeypatch.setattr(WalkPage, "be_whole", counted)
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which hat today?")
        assert held[0] <= FIRST_PAINTED
        await screen.press("ctrl+g")
        assert "Why we ask" in await screen.until("Why we ask")
        assert len(screen.app.screen.query("*")) > FIRST_PAINTED


async def test_what_is_typed_while_the_page_is_not_whole_is_acted_on(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "h", "e", "l", "l", "o")
        await screen.settle()
        written = screen.app.screen.focused
        assert isinstance(written, WritingArea)
        assert written.text == "hello"


@pytest.mark.thorough
async def test_once_read_ahead_no_screen_of_a_walk_brings_styles(coach: Coach) -> None:
    async with painted(coach) as screen:
        app = screen.app
        await asyncio.to_thread(app.getting_ready._read_a_walk_ahead)
        known = {*app.stylesheet.source}
        await screen.press("b", "r", "enter", "3")
        await screen.until("out loud?")
        assert {*app.stylesheet.source} == known


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_page_put_together_ahead_is_what_it_would_be_when_it_is_opened(
    coach: Coach, size: tuple[int, int]
) -> None:
    seen = []
    for ahead in (True, False):
        async with painted(coach) as screen:
            app = screen.app
            if ahead:
                await app.getting_ready._put_visit_together()
            coach.remember(channel=Channel.PHONE)
            app.theme = "tipcoach-light"
            await screen._pilot.resize_terminal(*size)
            await screen.settle()
            mounted = app.getting_ready._visit_ahead
            await screen.press("b")
            await screen.until("(●) phone")
            assert (mounted is app.screen) is ahead
            await screen.settle()
            seen.append(app.screen._compositor.render_strips())
            await screen.press("r", "enter")
            await screen.until("1  Landlord")
    assert seen[0] == seen[1]


async def test_while_a_question_is_read_what_its_lenses_look_for_is_made_ready(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = threading.Event()

    def get_ready(wait: Wait) -> None:
        wait()
        ready.set()

    monkeypatch.setattr(coach.lenses, "get_ready", get_ready)
    async with painted(coach) as screen:
        screen.app.reads_ahead = True
        await screen.press("b", "r")
        await screen.settle()
        assert not ready.is_set()
        await screen.press("enter")
        await screen.until("1  Landlord")
        assert await asyncio.to_thread(ready.wait, PATIENCE)


async def test_leaving_has_what_is_got_ready_stop_after_the_part_it_is_at(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def get_ready(wait: Wait) -> None:
        while True:
            begun.set()
            wait()

    monkeypatch.setattr(coach.lenses, "get_ready", get_ready)
    async with painted(coach) as screen:
        screen.app.reads_ahead = True
        screen.app.getting_ready.for_an_answer()
        assert await asyncio.to_thread(begun.wait, PATIENCE)
    screen.app.getting_ready.stop()
    assert not any(isinstance(one, threading.Timer) for one in threading.enumerate())


async def test_a_new_screen_is_styled_once_and_another_time_when_it_comes_back(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[type] = []
    for kind in (VisitScreen, WalkScreen):

        def update(page: VisitScreen | WalkScreen, *, animate: bool = True) -> None:
            styled.append(type(page))
            page.app.update_styles(page, animate=animate)

        monkeypatch.setattr(kind, "update_node_styles", update)
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which hat today?")
        # Once for its width and its height together, before there is anything in it.
        assert styled == [VisitScreen, WalkScreen]
        await screen.press("f1")
        await screen.press("escape")
        await screen.settle()
        assert styled[2:] == [WalkScreen]


async def test_a_row_has_the_colours_of_the_theme(coach: Coach) -> None:
    async with painted(coach) as screen:
        for theme in ("tipcoach-light", "tipcoach-dark", "tipcoach-high-contrast"):
            screen.app.theme = theme
            await screen.settle()
            rows = screen.app.screen.query_one(Rows)
            (letter,) = (part for part in rows.render_line(0) if part.text == "b  ")
            (words,) = (part for part in rows.render_line(0) if "Before" in part.text)
            said = screen.app.theme_variables
            for part, role in ((letter, "accent-ink"), (words, "ink")):
                assert part.style is not None
                assert part.style.color == Color.parse(said[role]).rich_color
            assert words.style is not None
            assert words.style.bold
