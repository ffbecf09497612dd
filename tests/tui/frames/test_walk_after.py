"""A walk after a visit: landing, what was planned beside what is asked, promises, and stops."""

from datetime import date

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import (
    Answer,
    Carried,
    IfThen,
    Picked,
    PickedMany,
    Promised,
    Text,
    YesNotYet,
)
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Form
from tui.frames.golden import Looks
from tui.frames.visits import (
    LANDED,
    LONG,
    PREPARED_AT_LENGTH,
    STOPPED,
    begun,
    prepared,
    routes_as_long_as_they_get,
)
from tui.frames.walking import walking

FRIDAY = date(2026, 11, 27)


@pytest.mark.thorough
async def test_landing_and_what_follows(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, of=prepared(coach))
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_landing")
        await walk.with_answer(YesNotYet(False))
        await walk.on_to("land.not-yet")
        await walk.looks_like("walk_landing_not_yet")
        await walk.on_to("land.heard")
        await walk.looks_like("walk_stop_rules")
        await walk.on_to("land.word")
        await walk.looks_like("walk_one_word")
        await walk.with_answer(Text("wired"))
        await walk.looks_like("walk_one_word_written")
        await walk.on_to("plan.came")
        await walk.looks_like("walk_what_came_of_the_plan")
        await walk.on_to("five")
        await walk.looks_like("walk_five_planned")
        await walk.screen.press("2")
        await walk.looks_like("walk_five_opened_planned")


@pytest.mark.thorough
async def test_promises(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="promises.made")
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_promises")
        await walk.with_answer(
            Promised(
                (
                    Promise("Text the payment date we agreed", FRIDAY, Whose.MINE),
                    Promise("Send the bank statement page", None, Whose.THEIRS),
                )
            )
        )
        await walk.looks_like("walk_promises_made")
        await walk.screen.press(*"ring back", "enter", *"blursday")
        await walk.screen.until("Not a date I know.")
        await walk.screen.press("ctrl+s")
        await walk.looks_like("walk_promises_not_a_date")
        much = (Promise(f"Promise {n}, {LONG}", FRIDAY, Whose.ANOTHER_TEAM) for n in range(1, 8))
        await walk.with_answer(Promised(tuple(much)))
        await walk.looks_like("walk_promises_overfull")
        await walk.screen.press("tab", "tab")
        await walk.looks_like("walk_promises_overfull_whose")
        await walk.on_to("decide.if-then")
        await walk.with_answer(IfThen("it goes quiet", "count to ten"))
        await walk.looks_like("walk_if_then_next_time")


@pytest.mark.thorough
async def test_what_was_mine_ours_and_the_systems(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="sense.mine-ours-system", form=Form.FULL)
    async with walking(coach, looks, sitting) as walk:
        ours = ("The letter went out the same day",)
        await walk.with_answer(Carried(("I rushed the end",), ours))
        await walk.looks_like("walk_mine_ours_system")
        await walk.on_to("sense.barriers")
        await walk.with_answer(PickedMany(("time", "letter-first")))
        await walk.looks_like("walk_barriers")


@pytest.mark.thorough
async def test_the_last_time_above_the_plan(coach: Coach, looks: Looks) -> None:
    before = prepared(coach)
    came = {**LANDED, "plan.came": Picked("did-other")}
    begun(coach, Kind.REFLECTION, came, of=before).keep()
    sitting = begun(coach, at="plan.if-then")
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_if_then_last_time")


@pytest.mark.thorough
async def test_what_was_planned_at_length(coach: Coach, looks: Looks) -> None:
    before = prepared(coach, PREPARED_AT_LENGTH)
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="five", of=before)
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_five_planned_at_length")
        await walk.screen.press("end")
        await walk.looks_like("walk_five_planned_at_length_at_its_end")
    sitting = begun(
        coach, Kind.REFLECTION, LANDED, at="trust.left-unsure", of=before, form=Form.FULL
    )
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text(LONG))
        await walk.looks_like("walk_planned_at_length")
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_planned_at_length_guide")
        await walk.on_to("decide.if-then")
        await walk.with_answer(IfThen(LONG, LONG))
        await walk.looks_like("walk_if_then_planned_at_length")


@pytest.mark.thorough
async def test_what_was_planned_in_a_line(coach: Coach, looks: Looks) -> None:
    sitting = begun(
        coach, Kind.REFLECTION, LANDED, at="trust.left-unsure", of=prepared(coach), form=Form.FULL
    )
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_planned")
        await walk.with_answer(Text("Whether the plan stops the letter."))
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_planned_guide")


@pytest.mark.thorough
@pytest.mark.parametrize("filled", [False, True], ids=["no-route-yet", "long-route"])
async def test_stopped(welcomed: Coach, looks: Looks, filled: bool) -> None:
    named = "walk_stopped_long_route" if filled else "walk_stopped"
    if filled:
        routes_as_long_as_they_get(welcomed)
    sitting = begun(welcomed, Kind.REFLECTION, STOPPED, at="stop.recorded")
    async with walking(welcomed, looks, sitting) as walk:
        await walk.looks_like(named)
        if filled:
            await walk.screen.press("pagedown")
            await walk.looks_like(f"{named}_further_on")
            await walk.screen.press("ctrl+g")
            await walk.looks_like(f"{named}_guide")
            await walk.screen.press("ctrl+g", "ctrl+g", "ctrl+g")
        await walk.on_to("stop.need")
        await walk.looks_like(f"{named}_need")


async def test_a_visit_that_always_stops(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, purpose="domestic-abuse")
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_always_stops_landing")
        await walk.on_to("stop.recorded")
        await walk.looks_like("walk_always_stops_recorded")


@pytest.mark.parametrize(
    "filled",
    [
        pytest.param(False, id="no-route-yet"),
        pytest.param(True, id="long-route", marks=pytest.mark.thorough),
    ],
)
async def test_the_officer_was_not_safe(welcomed: Coach, looks: Looks, filled: bool) -> None:
    named = "walk_not_safe_long_route" if filled else "walk_not_safe"
    if filled:
        routes_as_long_as_they_get(welcomed)
    answers: dict[str, Answer] = {"land.safe": YesNotYet(False), "land.not-yet": Picked("not-safe")}
    sitting = begun(welcomed, Kind.REFLECTION, answers, at="land.heard")
    async with walking(welcomed, looks, sitting) as walk:
        await walk.looks_like(named)
        await walk.screen.press("ctrl+g")
        await walk.looks_like(f"{named}_guide")
        await walk.on_to("land.word")
        await walk.with_answer(Text("shaken"))
        await walk.looks_like(f"{named}_one_word")


@pytest.mark.thorough
async def test_from_their_chair(coach: Coach, looks: Looks) -> None:
    """Written on the screen alone, asked about when it is left, kept, and come back to."""
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="chair.retell", form=Form.FULL)
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_chair")
        await walk.screen.press(*"I heard the gate and hid.", "enter", *"Then I made tea.")
        await walk.looks_like("walk_chair_written")
        await walk.screen.press("escape")
        await walk.looks_like("walk_chair_paused", way_out="Esc ")
        await walk.screen.press("escape", "ctrl+n")
        await walk.looks_like("walk_chair_let_go", way_out="Esc ")
        await walk.screen.press("k", "ctrl+b")
        await walk.screen.press("ctrl+s")
        await walk.looks_like("walk_chair_kept")
        await walk.screen.press("ctrl+n")
        await walk.looks_like("walk_chair_kept_let_go", way_out="Esc ")
