"""Walks about no visit: how an officer is doing, a team walking it as them, the agreement."""

import pytest
from making import Clock

from tipcoach.coach.begin import Standalone, Timing, begin
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Picked, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import GROUP, TEAM_TIME
from tui.frames.golden import Looks
from tui.frames.visits import prepared
from tui.frames.walking import walking
from tui.painted import painted

MIRROR, TEAM = Standalone(Kind.STAFF_MIRROR), Standalone(Kind.WALK_IT_AS_THEM)


@pytest.mark.thorough
async def test_how_an_officer_is_doing(welcomed: Coach, looks: Looks) -> None:
    async with walking(welcomed, looks, begin(welcomed, MIRROR)) as walk:
        await walk.looks_like("mirror_first")
        await walk.on_to("mirror.stuck")
        await walk.looks_like("mirror_heavy")
        walk.sitting.go_to("mirror.all-right")
        await walk.with_answer(Picked("not-all-right"))
        await walk.on_to("mirror.someone")
        await walk.looks_like("mirror_not_all_right")


@pytest.mark.thorough
async def test_a_team_walks_it_as_them(welcomed: Coach, looks: Looks) -> None:
    async with walking(welcomed, looks, begin(welcomed, TEAM)) as walk:
        await walk.on_to("them.trust")
        await walk.looks_like("team_trust")
        await walk.on_to("them.one-change")
        await walk.looks_like("team_one_change")


async def test_two_people_agree(welcomed: Coach, looks: Looks) -> None:
    async with walking(welcomed, looks, begin(welcomed, Standalone(Kind.AGREEMENT))) as walk:
        await walk.on_to("agreement.power")
        await walk.looks_like("agreement_power")
        await walk.on_to("agreement.look-again")
        await walk.looks_like("agreement_look_again")


@pytest.mark.thorough
async def test_a_session_of_two(welcomed: Coach, looks: Looks) -> None:
    async with walking(welcomed, looks, begin(welcomed, Standalone(Kind.SESSION))) as walk:
        await walk.on_to("session.tells")
        await walk.looks_like("session_brought")
        await walk.screen.press("e")
        await looks.like(walk.screen, "session_eyes", way_out="Esc ")
        await walk.screen.press("b")
        await walk.on_to("session.raise")
        await walk.looks_like("session_raise")
        await walk.on_to("session.actions")
        await walk.looks_like("session_actions")
        await walk.on_to("session.themes")
        await walk.looks_like("session_themes")


@pytest.mark.thorough
async def test_a_session_of_a_group_and_of_a_team(welcomed: Coach, looks: Looks) -> None:
    group = Standalone(Kind.SESSION, checklist=GROUP)
    async with walking(welcomed, looks, begin(welcomed, group)) as walk:
        await walk.on_to("group.tells")
        await walk.looks_like("session_group_tells")
    team = Standalone(Kind.SESSION, checklist=TEAM_TIME, timing=Timing(None))
    async with walking(welcomed, looks, begin(welcomed, team)) as walk:
        await walk.on_to("team-time.know-it")
        await walk.looks_like("session_team_time_know_it")


@pytest.mark.thorough
async def test_a_supervisor_looks_back(welcomed: Coach, looks: Looks) -> None:
    async with walking(welcomed, looks, begin(welcomed, Standalone(Kind.AFTER_SESSION))) as walk:
        await walk.looks_like("after_session_curious")


async def test_again_within_a_week(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    prepared(welcomed)
    for beginning, prompt in ((MIRROR, "mirror.load"), (TEAM, "them.choose")):
        clock.advance(hours=1)
        sitting = begin(welcomed, beginning)
        sitting.answer(prompt, Text("Eleven calls to ring back."))
        sitting.go_to(prompt)
        kept = sitting.keep()
    clock.advance(days=1)
    left = begin(welcomed, MIRROR)
    left.answer("mirror.weather", Text("drizzle"))
    left.leave()
    async with painted(welcomed, looks.size) as screen:
        await screen.press("m")
        await looks.like(screen, "mirror_again", way_out="Esc ")
        await screen.press("a")
        await looks.like(screen, "home_a_mirror_waits", way_out="Ctrl+Q leave")
        await screen.press("home", "enter")
        await looks.like(screen, "mirror_draft_offered", way_out="Esc ")
        await screen.press("l", "j")
        await looks.like(screen, "journal_of_every_kind")
        await screen.press("down", "enter")
        await looks.like(screen, "entry_mirror")
    assert kept.kind is Kind.WALK_IT_AS_THEM
