"""The card: with next to nothing on it, as it usually is, with more than fits, and failing."""

from datetime import timedelta
from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Picked, Promised
from tipcoach.practice.entry import Entry
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Form
from tipcoach.tui.screens.card import CardScreen
from tui.frames.golden import Looks
from tui.frames.visits import (
    LANDED,
    PREPARED_AT_LENGTH,
    broken_prompts,
    prepared,
    reflected,
    routes_as_long_as_they_get,
)
from tui.painted import Painted, painted


async def show(screen: Painted, entry: Entry) -> None:
    await screen.app.push_screen(CardScreen(entry, badge="● kept in your journal"))


async def test_cards(coach: Coach, looks: Looks) -> None:
    async with painted(coach, looks.size) as screen:
        await show(screen, prepared(coach, {"orient.hat": Picked("both")}, form=Form.FULL))
        await looks.like(screen, "card_next_to_nothing")
        await show(screen, prepared(coach))
        await looks.like(screen, "card")
        await show(screen, prepared(coach, PREPARED_AT_LENGTH))
        await looks.like(screen, "card_overfull")
        await screen.press("end")
        await looks.like(screen, "card_overfull_at_its_end")


async def test_a_card_headed_by_what_is_overdue(coach: Coach, looks: Looks) -> None:
    async with painted(coach, looks.size) as screen:
        preparation = prepared(coach)
        days_ago = [coach.clock().date() - timedelta(days=days) for days in (1, 2)]
        made = (
            Promise("Chase the boiler part and ring back", days_ago[1]),
            Promise("Send the page from the bank", days_ago[0], Whose.THEIRS),
        )
        reflected(coach, {**LANDED, "promises.made": Promised(made)})
        await show(screen, preparation)
        await looks.like(screen, "card_overdue")


@pytest.mark.thorough
async def test_a_card_with_long_routes(coach: Coach, looks: Looks) -> None:
    routes_as_long_as_they_get(coach)
    async with painted(coach, looks.size) as screen:
        await show(screen, prepared(coach))
        await looks.like(screen, "card_long_route")


async def test_a_card_when_the_prompts_cannot_be_read(
    coach: Coach, looks: Looks, tmp_path: Path
) -> None:
    entry = prepared(coach)
    prompts = broken_prompts(tmp_path / "en-GB")
    (prompts / "pathways.yaml").write_text("pathways: none\n", encoding="utf-8")
    later = Coach(coach.places, clock=coach.clock, prompts=prompts)
    async with painted(later, looks.size) as screen:
        await show(screen, entry)
        await looks.like(screen, "card_prompts_broken")
