"""Where a key does nothing yet, or something is missing: one quiet line says what to press."""

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Promised
from tipcoach.practice.visit import Form
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.noticed import STAYED, area_of, asked_at
from tui.painted import painted

NO_WHAT = "There is a day, and nothing under “What” yet."


async def test_enter_where_nothing_is_marked_says_what_to_press(coach: Coach) -> None:
    async with asked_at(coach, "land.safe", {}) as (screen, sitting):
        await screen.press("enter")
        await screen.until("Press a letter, or ↓ and then Enter. Ctrl+N skips.")
        assert sitting.walk.at == "land.safe"
        await screen.press("down")
        assert "Press a letter" not in await screen.settle()
        await screen.press("enter")
        await screen.until("nything urgent")
        assert sitting.walk.answers["land.safe"]


async def test_where_numbers_choose_it_says_so(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which hat today?")
        await screen.press("enter")
        await screen.until("Press a number, or ↓ and then Enter. Ctrl+N skips.")


async def test_a_day_alone_stays_in_its_field_and_what_is_missing_is_said(coach: Coach) -> None:
    async with asked_at(coach, "promises.made") as (screen, sitting):
        await screen.press("tab")
        await screen.write("friday")
        await screen.press("ctrl+n")
        await screen.until(NO_WHAT, "friday", "27 November")
        assert area_of(screen).id == "what"
        await screen.write("Ring back")
        await screen.press("ctrl+n")
        await screen.until("is on the list now")
        made = sitting.walk.answers["promises.made"]
        assert isinstance(made, Promised)
        assert [(one.text, str(one.due)) for one in made.promises] == [("Ring back", "2026-11-27")]


async def test_a_day_alone_can_be_gone_on_without(coach: Coach) -> None:
    async with asked_at(coach, "promises.made") as (screen, sitting):
        await screen.press("tab")
        await screen.write("friday")
        await screen.press("enter", "enter")
        await screen.until(NO_WHAT, "friday")
        await screen.press("ctrl+n")
        await screen.settle()
        assert sitting.walk.at != "promises.made"
        assert "promises.made" not in sitting.walk.answers


async def test_what_stands_in_an_empty_field_says_that_it_is_a_hint(coach: Coach) -> None:
    async with asked_at(coach, "promises.made", form=Form.FULL) as (screen, _):
        await screen.until("Hint: enough for me to know it", "Example: friday, in two weeks")
    async with asked_at(coach, STAYED, form=Form.FULL) as (screen, _):
        hint = screen.app.screen.query_one("#text", WritingArea).placeholder
        assert not str(hint) or str(hint).startswith("Hint: ")
