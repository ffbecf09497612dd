"""The reading view, at one size more: a projector whose letters are large has a small window."""

import pytest

from tipcoach.coach.begin import Standalone, begin
from tipcoach.coach.coach import Coach
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import GROUP, TEAM_TIME
from tui.frames.golden import SIZES, Looks, Size
from tui.frames.walking import walking


@pytest.fixture(params=[pytest.param((40, 15), id="40x15"), *SIZES])
def size(request: pytest.FixtureRequest) -> Size:
    found: Size = request.param
    return found


@pytest.mark.thorough
async def test_a_group_reads_along(welcomed: Coach, looks: Looks) -> None:
    group = Standalone(Kind.SESSION, checklist=GROUP)
    async with walking(welcomed, looks, begin(welcomed, group)) as walk:
        await walk.on_to("group.tells")
        await walk.screen.press("ctrl+r")
        await looks.like(walk.screen, "reading_view_letters")
        await walk.screen.press("enter")
        await looks.like(walk.screen, "reading_view_tells")
        await walk.screen.press("e")
        await looks.like(walk.screen, "reading_view_eyes")
        await walk.screen.press("escape")
        await walk.on_to("group.raise")
        await walk.screen.press("ctrl+r")
        await looks.like(walk.screen, "reading_view_raise")
        await walk.screen.press(*["pagedown"] * 4)
        await looks.like(walk.screen, "reading_view_end")
        await walk.screen.press("ctrl+b", "escape", "escape")
        await walk.looks_like("session_paused", way_out="Esc ")


@pytest.mark.thorough
async def test_a_team_and_two_read_along(welcomed: Coach, looks: Looks) -> None:
    team = Standalone(Kind.SESSION, checklist=TEAM_TIME)
    async with walking(welcomed, looks, begin(welcomed, team)) as walk:
        await walk.screen.press("ctrl+r", "enter")
        await looks.like(walk.screen, "reading_view_team_time")
    async with walking(welcomed, looks, begin(welcomed, Standalone(Kind.SESSION))) as walk:
        await walk.on_to("session.actions")
        await walk.screen.press("ctrl+r", "enter")
        await looks.like(walk.screen, "reading_view_actions")
