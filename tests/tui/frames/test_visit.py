"""The visit screens, before and after: four purposes and fifteen, and files with mistakes."""

from pathlib import Path

from making import Clock

from tipcoach.coach.coach import Coach
from tui.frames.golden import Looks
from tui.frames.visits import broken_prompts, kept_every_few_days, many_purposes
from tui.painted import painted


def with_prompts(coach: Coach, prompts: Path) -> Coach:
    return Coach(coach.places, clock=coach.clock, prompts=prompts)


async def test_before_a_visit(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await screen.press("b")
        await looks.like(screen, "visit_before")
        await screen.press("enter")
        await looks.like(screen, "visit_before_nothing_picked")
        await screen.press("r", "tab", "down", "down", "tab", "down")
        await looks.like(screen, "visit_before_picked")


async def test_before_a_visit_with_many_purposes(
    welcomed: Coach, looks: Looks, tmp_path: Path
) -> None:
    coach = with_prompts(welcomed, many_purposes(tmp_path / "en-GB"))
    async with painted(coach, looks.size) as screen:
        await screen.press("b")
        await looks.like(screen, "visit_before_many_purposes")
        await screen.press("enter")
        await looks.like(screen, "visit_before_many_purposes_nothing_picked")
        await screen.press("w")
        await looks.like(screen, "visit_before_many_purposes_the_last_one")


async def test_after_a_visit(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    kept_every_few_days(welcomed, clock, 2)
    async with painted(welcomed, looks.size) as screen:
        await screen.press("a")
        await looks.like(screen, "visit_after")


async def test_after_a_visit_with_much_to_look_back_on(
    welcomed: Coach, clock: Clock, looks: Looks, tmp_path: Path
) -> None:
    kept_every_few_days(welcomed, clock, 12)
    coach = with_prompts(welcomed, many_purposes(tmp_path / "en-GB"))
    async with painted(coach, looks.size) as screen:
        await screen.press("a")
        await looks.like(screen, "visit_after_much_to_look_back_on")
        await screen.press("down", "end")
        await looks.like(screen, "visit_after_much_to_look_back_on_at_its_end")


async def test_prompts_with_a_mistake(welcomed: Coach, looks: Looks, tmp_path: Path) -> None:
    coach = with_prompts(welcomed, broken_prompts(tmp_path / "en-GB"))
    async with painted(coach, looks.size) as screen:
        await screen.press("b")
        await looks.like(screen, "visit_prompts_broken")
        await screen.press("enter")
        await looks.like(screen, "visit_prompts_broken")


async def test_routes_with_a_mistake(welcomed: Coach, looks: Looks) -> None:
    welcomed.places.pathways.write_text('safegarding:\n  - "Ring."\n', encoding="utf-8")
    async with painted(welcomed, looks.size) as screen:
        await screen.press("a")
        await looks.like(screen, "visit_routes_broken")
