"""The few questions of a bad day, on the screens: from the visit on, and in mid walk."""

import pytest

from tipcoach.coach.begin import Beginning, begin_draft
from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import newest
from tipcoach.coach.resume import find_drafts, resume
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import END
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import painted


async def test_a_bad_day_is_chosen_where_it_is_said_how_long_there_is(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "tab", "tab", "end", "enter")
        said = await screen.until("Which hat today?", "questions, one at a time.")
        assert "Nothing is missing from what you keep." in " ".join(said.split())
    # It is of this day alone.
    assert coach.settings.form is Form.QUICK


@pytest.mark.thorough
async def test_turned_to_in_the_middle_it_keeps_what_is_written(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.until("early and out loud?")
        await screen.write("- as your landlord")
        await screen.press("escape", "t")
        await screen.until("questions are left, one at a time.")
        assert "- as your landlord" in screen.frame()
        await screen.press("enter")
        await screen.until("Which choices are really theirs?")
        await screen.press("enter", "enter", "n", "1", "enter")
        await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("kept in your journal")
    (entry,) = newest(coach, None).entries
    assert entry.answer_to("orient.hat-sentence") == Text("- as your landlord")
    assert entry.answer_to("business.sort") is None


def test_a_draft_of_the_few_waits_as_the_few(coach: Coach) -> None:
    few = Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.FULL, few=True)
    sitting = Sitting(coach, begin_draft(coach, few))
    sitting.go_to("moment.stayed")
    sitting.answer("moment.stayed", Text("quiet. then not"))
    sitting.leave()
    (found,) = find_drafts(coach).drafts
    again = resume(coach, found.id)
    assert again.walk.few
    again.turn_few()
    assert again.walk.answers["moment.stayed"] == Text("quiet. then not")
    assert len(again.walk.path) > 6
    again.leave()


async def test_past_the_last_of_the_few_they_are_not_offered_and_that_is_said(
    coach: Coach,
) -> None:
    whole = Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.FULL)
    sitting = Sitting(coach, begin_draft(coach, whole))
    while sitting.walk.next().at != END:
        sitting.next()
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        few_at_the_end = sitting.walk.with_few(True).at
        assert few_at_the_end == END, "the last question is none of the few"
        here = sitting.walk.at
        await screen.press("alt+t")
        await screen.until("None of the few questions comes after this one.")
        assert sitting.walk.at == here
        await screen.press("escape")
        assert "The few questions" not in await screen.until("Paused.")
    sitting.leave()


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["few", "bad day", "all"])
async def test_the_palette_says_what_it_does_in_words_that_are_known(
    coach: Coach, words: str
) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.until("early and out loud?")
        await screen.press("ctrl+p", *words)
        await screen.until("fewer questions, or all again")
        await screen.press("escape")
        await screen.until("early and out loud?")
