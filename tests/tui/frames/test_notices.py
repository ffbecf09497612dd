"""Notices: under an answer with much and with little room, looked at, and named at the end."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import IfThen, Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Form
from tipcoach.tui.screens import noticing
from tui.frames.golden import Looks
from tui.frames.visits import LANDED, LONG, PREPARED_AT_LENGTH, begun, prepared
from tui.frames.walking import walking
from tui.stub_lenses import sees

SHEET = "Esc "
SAID = (
    "I said “we will sort it” about the cupboard. I do not know if we can. It was another "
    "no access on the sheet and I wanted to leave with something."
)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, no_pause_is_long_enough: None) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


async def test_a_notice_looked_at_and_named_at_the_end(coach: Coach, looks: Looks) -> None:
    sees(coach)
    sitting = begun(
        coach, Kind.REFLECTION, LANDED, at="trust.left-unsure", of=prepared(coach), form=Form.FULL
    )
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text(SAID))
        await walk.screen.until("Ctrl+L look")
        await walk.looks_like("notice")
        await walk.screen.press("ctrl+l")
        await walk.looks_like("notice_looked_at", way_out=SHEET)
        await walk.screen.press("escape")
        await walk.screen.write(" Mr Fern, of Willow Court, was chaotic.")
        await walk.screen.press("ctrl+s")
        await walk.screen.until("» Identifiers")
        await walk.looks_like("notice_and_more")
        await walk.screen.press("ctrl+l")
        await walk.looks_like("notice_of_a_name_looked_at", way_out=SHEET)
        await walk.screen.press("escape", "escape")
        await walk.looks_like("notice_paused", way_out=SHEET)
        await walk.screen.press("d")
        await walk.looks_like("finish_not_looked_at", way_out=SHEET)


@pytest.mark.thorough
async def test_a_notice_where_there_is_little_room(coach: Coach, looks: Looks) -> None:
    sees(coach)
    before = prepared(coach, PREPARED_AT_LENGTH)
    sitting = begun(
        coach, Kind.REFLECTION, LANDED, at="trust.left-unsure", of=before, form=Form.FULL
    )
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text(f"{LONG}, and Mr Fern, and no access."))
        await walk.screen.until("» Identifiers")
        await walk.looks_like("notice_planned_at_length")
        await walk.on_to("promises.made")
        made = tuple(Promise(f"Ask about no access, {n} times", None) for n in range(1, 8))
        await walk.with_answer(Promised(made))
        await walk.screen.until("Ctrl+L look")
        await walk.looks_like("notice_promises_overfull")
        await walk.on_to("decide.if-then")
        await walk.with_answer(IfThen("no access", "count to ten"))
        await walk.screen.until("Ctrl+L look")
        await walk.looks_like("notice_if_then")
        await walk.screen.press("ctrl+g")
        await walk.looks_like("notice_if_then_guide")
    sitting = begun(
        coach, Kind.REFLECTION, LANDED, at="trust.left-unsure", of=before, form=Form.FULL
    )
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text(f"{LONG}, and Mr Fern, and no access."))
        await walk.screen.press("ctrl+g")
        await walk.screen.until("» Identifiers")
        await walk.looks_like("notice_planned_at_length_guide")
