"""The sheets: small choices over a walk, or over what waits on Home."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Picked, Text
from tipcoach.practice.entry import Kind
from tui.frames.golden import Looks
from tui.frames.visits import (
    LANDED,
    LONG,
    PREPARED,
    STOPPED,
    begun,
    reflected,
    routes_as_long_as_they_get,
)
from tui.frames.walking import walking
from tui.painted import painted

SHEET = "Esc "


@pytest.mark.thorough
async def test_pause_and_the_ways_to_finish(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, answers=PREPARED, at="five")
    async with walking(coach, looks, sitting) as walk:
        await walk.screen.press("escape")
        await walk.looks_like("pause", way_out=SHEET)
        await walk.screen.press("d")
        await walk.looks_like("finish", way_out=SHEET)
        await walk.screen.press("l")
        await walk.looks_like("let_it_go", way_out=SHEET)
        await walk.screen.press("enter", "escape", "d", "o")
        await walk.looks_like("one_line", way_out=SHEET)
        await walk.screen.write(LONG)
        await walk.looks_like("one_line_overfull", way_out=SHEET)
        await walk.screen.press("enter")
        await walk.looks_like("one_line_alone_overfull", way_out=SHEET)
        await walk.screen.press("f1")
        await walk.looks_like("help_on_a_sheet", way_out="Esc close")


@pytest.mark.thorough
async def test_finish_once_stopped(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, STOPPED, at="stop.need")
    async with walking(coach, looks, sitting) as walk:
        await walk.screen.press("escape", "d")
        await walk.looks_like("finish_stopped", way_out=SHEET)


@pytest.mark.thorough
async def test_set_aside(coach: Coach, looks: Looks) -> None:
    answers = {**LANDED, "land.word": Text("wired"), "moment.stayed": Text(LONG)}
    sitting = begun(coach, Kind.REFLECTION, answers, at="moment.stayed")
    sitting.answer("land.heard", Picked("destitution"))
    sitting.go_to("stop.recorded")
    async with walking(coach, looks, sitting) as walk:
        await walk.screen.press("escape", "d")
        await walk.looks_like("set_aside", way_out=SHEET)
        await walk.screen.press("l")
        await walk.looks_like("set_aside_overfull", way_out=SHEET)
        await walk.screen.press("pagedown", "pagedown", "pagedown")
        await walk.looks_like("set_aside_overfull_further_on", way_out=SHEET)


async def test_a_draft_is_offered(welcomed: Coach, looks: Looks) -> None:
    begun(welcomed, answers=PREPARED, at="five").leave()
    async with painted(welcomed, looks.size) as screen:
        await screen.until("○ draft")
        await screen.press("home", "enter")
        await looks.like(screen, "draft_offered", way_out=SHEET)
        await screen.press("d")
        await looks.like(screen, "discard", way_out=SHEET)


@pytest.mark.thorough
async def test_is_it_recorded(welcomed: Coach, looks: Looks) -> None:
    reflected(welcomed, STOPPED)
    async with painted(welcomed, looks.size) as screen:
        await screen.until("■ not yet recorded")
        await screen.press("home", "enter")
        await looks.like(screen, "recorded", way_out=SHEET)


async def test_is_it_recorded_with_a_long_route(welcomed: Coach, looks: Looks) -> None:
    routes_as_long_as_they_get(welcomed)
    reflected(welcomed, STOPPED)
    async with painted(welcomed, looks.size) as screen:
        await screen.until("■ not yet recorded")
        await screen.press("home", "enter")
        await looks.like(screen, "recorded_long_route", way_out=SHEET)
