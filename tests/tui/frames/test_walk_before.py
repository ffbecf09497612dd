"""A walk before a visit: every form of answer it has, empty, as it usually is, and overfull."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import IfThen, Lines, Picked, Text
from tipcoach.practice.visit import Form
from tui.frames.golden import Looks
from tui.frames.visits import LONG, PREPARED, PREPARED_AT_LENGTH, SORTED, begun, many_lines
from tui.frames.walking import walking


@pytest.mark.thorough
async def test_the_full_form(coach: Coach, looks: Looks) -> None:
    async with walking(coach, looks, begun(coach, form=Form.FULL)) as walk:
        await walk.looks_like("walk_pick_one")
        await walk.on_to("orient.hat-sentence")
        await walk.looks_like("walk_text")
        await walk.with_answer(Text("As your landlord, and to help where that is useful to you."))
        await walk.looks_like("walk_text_written")
        await walk.with_answer(Text(LONG))
        await walk.looks_like("walk_text_overfull")
        await walk.on_to("business.sort")
        await walk.looks_like("walk_sort_hints")
        await walk.on_to("landed.from-us")
        await walk.looks_like("walk_list")
        await walk.with_answer(Lines(("Two standard letters", "A missed repair", "A text")))
        await walk.looks_like("walk_list_written")
        await walk.with_answer(Lines(tuple(f"Letter {number}, {LONG}" for number in range(1, 8))))
        await walk.looks_like("walk_list_overfull")
        await walk.on_to("watch.principle")
        await walk.looks_like("walk_pick_one_with_notes")
        await walk.with_answer(Picked("collaboration"))
        await walk.looks_like("walk_pick_one_picked")
        await walk.on_to("plan.if-then")
        await walk.looks_like("walk_if_then_hints")


async def test_the_quick_form(coach: Coach, looks: Looks) -> None:
    async with walking(coach, looks, begun(coach)) as walk:
        await walk.on_to("business.sort")
        await walk.looks_like("walk_sort")
        await walk.with_answer(SORTED)
        await walk.looks_like("walk_sort_written")
        await walk.with_answer(many_lines(9))
        await walk.looks_like("walk_sort_overfull")
        await walk.screen.press("tab", "up")
        await walk.looks_like("walk_sort_overfull_in_the_lines")
        await walk.on_to("five")
        await walk.looks_like("walk_five")
        await walk.on_to("alone.cover")
        await walk.looks_like("walk_yes_not_yet")
        await walk.on_to("plan.if-then")
        await walk.with_answer(IfThen("I hear myself say it twice", "ask about this month"))
        await walk.looks_like("walk_if_then_written")
        await walk.with_answer(IfThen(LONG, LONG))
        await walk.looks_like("walk_if_then_overfull")


@pytest.mark.thorough
async def test_the_five_written(coach: Coach, looks: Looks) -> None:
    async with walking(coach, looks, begun(coach, answers=PREPARED, at="five")) as walk:
        await walk.looks_like("walk_five_written")
        await walk.screen.press("2")
        await walk.looks_like("walk_five_one_opened")
    overfull = begun(coach, answers=PREPARED_AT_LENGTH, at="five")
    async with walking(coach, looks, overfull) as walk:
        await walk.looks_like("walk_five_overfull")
        await walk.screen.press("home")
        await walk.looks_like("walk_five_overfull_at_its_top")


@pytest.mark.thorough
async def test_the_guide(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, at="trust.last-promise", form=Form.FULL)
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text("We said the boiler part would be chased. It was not."))
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_guide")
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_guide_its_rest")


@pytest.mark.thorough
async def test_a_visit_that_always_stops(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, purpose="domestic-abuse")
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_always_stops")
        await walk.on_to("orient.hat-sentence")
        await walk.looks_like("walk_always_stops_text")
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_always_stops_text_guide")


@pytest.mark.thorough
async def test_a_heavy_question(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, at="notice.if-suicide", purpose="notice", form=Form.FULL)
    async with walking(coach, looks, sitting) as walk:
        await walk.looks_like("walk_heavy_notice")
        await walk.screen.press("o")
        await walk.looks_like("walk_heavy_opened")


@pytest.mark.thorough
async def test_the_few_of_a_bad_day(coach: Coach, looks: Looks) -> None:
    async with walking(coach, looks, begun(coach)) as walk:
        await walk.on_to("business.sort")
        await walk.screen.press("escape", "t")
        await walk.looks_like("walk_few")
        await walk.screen.press("escape", "t")
        await walk.looks_like("walk_few_and_all_again")
