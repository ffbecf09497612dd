"""Mending what was written, from the page that asks how to finish."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.tui.screens import noticing
from tipcoach.tui.widgets.rows import Rows
from tui.frames.visits import LANDED
from tui.noticed import SHEET, STAYED, area_of, asked_at
from tui.painted import Painted
from tui.stub_lenses import sees

KEEP = "Keep this as it is?"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


async def test_what_the_keep_page_sends_to_leads_back_to_it(coach: Coach) -> None:
    sees(coach)
    answers = {**LANDED, STAYED: Text("No access."), "trust.left-unsure": Text("Mr Fern asked.")}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d")
        await screen.until(KEEP, "Look at two notices first")
        await screen.press("n")
        await screen.until("“Mr Fern”", SHEET)
        await screen.press("u")
        await screen.until("Done  Enter", "A neighbour asked.")
        await screen.press("enter")
        await screen.until(KEEP, "Look at one notice first")
        await screen.press("n")
        await screen.until("“No access”", SHEET)
        await screen.press("k", "enter")
        assert "Look at" not in await screen.until(KEEP)
        await screen.press("k")
        await screen.until("kept in your journal")
    assert sitting.walk.answers["trust.left-unsure"] == Text("A neighbour asked.")


async def test_an_answer_mended_on_the_way_back_leads_to_the_keep_page(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        await screen.write("They rang.")
        await until_asked_to_keep(screen)
        await screen.press("escape")
        for _ in range(30):
            if sitting.walk.at != STAYED:
                await screen.press("ctrl+b")
        assert "Next  Enter" in await screen.settle()
        await screen.write(" Twice.")
        await screen.until("Done  Enter")
        await screen.press("enter")
        await screen.until(KEEP)
        await screen.press("escape")
        await screen.until("They rang. Twice.", "Next  Enter")
        assert area_of(screen).text == "They rang. Twice."
        await screen.press("enter")
        assert KEEP not in await screen.settle(), "who goes on by themselves goes on"
        assert sitting.walk.at != STAYED


async def test_who_finished_early_and_carries_on_goes_on(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        await screen.write("They rang.")
        await screen.press("escape", "d")
        await screen.until(KEEP)
        await screen.press("escape")
        await screen.write(" Twice.")
        await screen.press("enter")
        assert KEEP not in await screen.settle()
        assert sitting.walk.at == "five"


async def test_a_question_that_a_mend_opens_is_asked_before_the_keep_page(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        await until_asked_to_keep(screen)
        await screen.press("escape")
        for _ in range(30):
            if sitting.walk.at != "land.heard":
                await screen.press("ctrl+b")
        await screen.until("nything urgent")
        pick = screen.app.screen.query_one("#pick", Rows)
        await screen.press(*(row.key for row in pick.rows if row.id == "hazard"))
        assert KEEP not in await screen.settle()
        opened = sitting.walk.step
        assert sitting.walk.stopped
        assert opened
        assert opened.section.stop


async def until_asked_to_keep(screen: Painted) -> None:
    for _ in range(30):
        await screen.press("ctrl+n")
        if KEEP in await screen.settle():
            return
    raise AssertionError(screen.frame())


async def test_of_the_one_line_it_is_said_before_it_is_kept(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, _):
        await screen.write("They rang.")
        await screen.press("escape", "d")
        await screen.until(KEEP)
        await screen.press("o", *"Mr Fern rang", "enter")
        await screen.until("Keep this line alone?", "» Identifiers  “Mr Fern”", "who somebody is")
        await screen.press("s")
        await screen.until("The one line to keep", "Mr Fern rang")


async def test_in_the_shortest_version_it_is_named_before_it_is_kept_too(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        sitting.turn_few()
        await screen.press(*"Mr Fern rang")
        await until_asked_to_keep(screen)
        await screen.until("Look at one notice first", "» Identifiers “Mr …”")
