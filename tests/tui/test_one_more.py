"""The one question more, from the sheet that asks how to finish."""

import pytest

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import END
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import painted

DULL = (
    "The kettle was on and so was the radio. Tea in a blue cup, a clean table, a plant on the "
    "sill. Three chairs and a good view of the hill from there."
)
ROW = "One more question   if you like"


async def test_it_is_opened_answered_and_kept_or_switched_off(coach: Coach) -> None:
    sitting = begin(coach, Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.QUICK))
    sitting.answer("moment.stayed", Text(DULL))
    sitting.go_to(END)
    prompt = sitting.one_more.prompt
    assert prompt is not None
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.until("Keep this as it is?", ROW)
        await screen.press("q")
        await screen.until("One more question, if you like", "▌ k   Leave it", prompt.question[:40])
        await screen.press("escape")
        await screen.until("Keep this as it is?", ROW)
        await screen.press("q", "a")
        await screen.until("► One more", prompt.question[:40])
        await screen.write("Quillwort.")
        await screen.press("ctrl+n")
        assert ROW not in await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("kept in your journal")
    (kept,) = coach.journal.records()
    assert isinstance(kept, Entry)
    assert kept.answer_to(prompt.id) == Text("Quillwort.")


@pytest.mark.thorough
async def test_left_or_switched_off_it_is_gone_and_keeping_goes_on(coach: Coach) -> None:
    sitting = begin(coach, Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.QUICK))
    sitting.answer("moment.stayed", Text(DULL))
    sitting.go_to(END)
    async with painted(coach, (60, 20)) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.until("Keep this as it is?", ROW)
        await screen.press("q", "x")
        said = await screen.until("These questions are off", "tipcoach", "lenses on moves")
        assert ROW not in said
        await screen.press("k")
        await screen.until("kept in your journal")
    assert coach.settings.lenses_off == ("moves",)
