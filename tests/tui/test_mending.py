"""Mending what was written, from the page that asks how to finish."""

from dataclasses import replace

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import IfThen, Promised, Text
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.walk import END
from tipcoach.tui.screens import noticing
from tipcoach.tui.widgets.rows import Rows
from tui.frames.visits import LANDED
from tui.noticed import SHEET, STAYED, area_of, asked_at, notice_of, until_noticed
from tui.painted import Painted
from tui.stub_lenses import CHAOTIC, NO_ACCESS, TITLED, sees

KEEP = "Keep this as it is?"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


@pytest.mark.thorough
async def test_what_the_keep_page_sends_to_leads_back_to_it(coach: Coach) -> None:
    sees(coach)
    answers = {**LANDED, STAYED: Text("No access."), "trust.left-unsure": Text("Mr Fern asked.")}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d")
        await screen.until(KEEP, "Look at two notices first")
        await screen.press("n")
        await screen.until("“Mr Fern”", SHEET)
        await screen.press("u")
        await screen.until("“No access”", SHEET)
        await screen.press("k")
        assert "Look at" not in await screen.until(KEEP, "“Mr Fern” is “A neighbour” now.")
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


@pytest.mark.thorough
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


@pytest.mark.thorough
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


@pytest.mark.thorough
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


@pytest.mark.thorough
async def test_in_the_shortest_version_it_is_named_before_it_is_kept_too(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        sitting.turn_few()
        await screen.press(*"Mr Fern rang")
        await until_asked_to_keep(screen)
        await screen.until("Look at one notice first", "» Identifiers “Mr Fern”")


AT_THE_END = {
    **LANDED,
    STAYED: Text("No access. Chaotic."),
    "trust.left-unsure": Text("Mr Fern asked."),
}


@pytest.mark.thorough
async def test_notices_are_gone_through_one_after_the_other_and_then_it_is_asked_again(
    coach: Coach,
) -> None:
    sees(coach)
    async with asked_at(coach, "promises.made", AT_THE_END) as (screen, sitting):
        await screen.press("escape", "d")
        await screen.until(KEEP, "Look at three notices first")
        await screen.press("n")
        await screen.until("“Mr Fern”", "Esc Back")
        await screen.press("k")
        await screen.until("“No access”", SHEET)
        await screen.press("escape")
        await screen.until(KEEP, "Look at two notices first")
        assert sitting.walk.at == "promises.made", "where it was asked from"
        await screen.press("n")
        await screen.until("“No access”", SHEET)
        await screen.press("v")
        await screen.until("“Chaotic”", SHEET)
        await screen.press("x")
        frame = await screen.until(KEEP, "The wording lens is off.", "tipcoach lenses on wording")
        assert "Look at" not in frame
        await screen.press("escape")
        await screen.settle()
        assert sitting.walk.at == "promises.made"


@pytest.mark.thorough
@pytest.mark.parametrize("looked", [True, False])
async def test_one_of_the_five_that_was_open_is_open_again(coach: Coach, looked: bool) -> None:
    sees(coach)
    async with asked_at(coach, "five", AT_THE_END) as (screen, sitting):
        await screen.press("4", *"They did")
        await screen.press("escape", "d")
        await screen.until(KEEP)
        if looked:
            await screen.press("n")
            await screen.until("“Mr Fern”", SHEET)
            await screen.press("k")
            await screen.until("“No access”", SHEET)
            await screen.press("escape")
            await screen.until(KEEP)
        await screen.press("escape")
        await screen.until("∞ Collaboration", "They did")
        await screen.press(*", all")
        assert area_of(screen).text == "They did, all"
        await screen.press("enter")
        await screen.until("Five principles", "They did, all")
        assert sitting.walk.at == "five"


@pytest.mark.thorough
async def test_where_a_notice_led_from_one_of_the_five_one_goes_back_from_there(
    coach: Coach,
) -> None:
    sees(coach, replace(NO_ACCESS, instead=""), TITLED)
    async with asked_at(coach, "five", AT_THE_END) as (screen, sitting):
        await screen.press("2")
        await screen.until("≡ Trustworthiness", "Mr Fern asked.")
        await screen.press("escape", "d", "n")
        await screen.until("“Mr Fern”", SHEET)
        await screen.press("k")
        await screen.until("“No access”", SHEET)
        await screen.press("w")
        await screen.until("Done  Enter")
        assert sitting.walk.at == STAYED
        await screen.press("ctrl+b")
        assert "No way in that day" not in await screen.settle()
        assert sitting.walk.at == sitting.walk.go_to(STAYED).back().at


@pytest.mark.thorough
async def test_from_the_end_of_all_questions_it_leads_back_there(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        await screen.write("No access.")
        await until_asked_to_keep(screen)
        last = sitting.walk.at
        await screen.press("n")
        await screen.until("“No access”", SHEET)
        await screen.press("k")
        await screen.until(KEEP)
        assert sitting.walk.at == last == END


@pytest.mark.thorough
@pytest.mark.parametrize("letter", ["v", "x"])
async def test_what_lasts_in_a_notice_has_letters_that_mean_nothing_where_it_is_opened(
    coach: Coach, letter: str
) -> None:
    sees(coach)
    async with asked_at(coach, "promises.made", AT_THE_END) as (screen, _):
        await screen.press("escape", letter)
        await screen.until("Paused.")
        await screen.press("d")
        await screen.until(KEEP)
        await screen.press(letter)
        assert KEEP in await screen.settle()
        await screen.press("n", "n", "o", "q", "l")
        assert SHEET in await screen.settle(), "nor do the letters of that page act in a notice"
    assert not coach.places.dismissed.exists()
    assert not coach.settings.lenses_off


@pytest.mark.thorough
async def test_words_written_in_answer_to_a_notice_get_none(coach: Coach) -> None:
    sees(coach, replace(NO_ACCESS, instead=""), CHAOTIC)
    answers = {**LANDED, STAYED: Text("No access. Then no access.")}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d")
        await screen.until(KEEP, "Look at one notice first")
        await screen.press("n")
        await screen.until("“No access”", SHEET)
        await screen.press("w", *"Chaotic")
        await screen.until("Chaotic. Then", "Done  Enter")
        await until_noticed(screen, "“no access”")
        assert "more" not in notice_of(screen)
        await screen.press("enter")
        await screen.until(KEEP, "Look at one notice first", "“no access”")
        await screen.press("n", "k")
        assert "Look at" not in await screen.until(KEEP)
        await screen.press("escape")
        sitting.go_to(STAYED)
        screen.app.screen.show()  # type: ignore[attr-defined]
        await screen.write(" Wild and chaotic.")
        await screen.settle()
        await screen.press("escape", "d")
        assert "Look at" not in await screen.until(KEEP), "they have looked at this word here"


@pytest.mark.thorough
async def test_other_words_that_are_put_in_go_back_to_the_keep_page_and_get_no_notice(
    coach: Coach,
) -> None:
    sees(coach, replace(NO_ACCESS, instead="chaotic"), CHAOTIC)
    answers = {**LANDED, STAYED: Text("No access. Then no access.")}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d", "n")
        await screen.until("“No access”", SHEET)
        await screen.press("u")
        await screen.until("“no access”", SHEET)
        await screen.press("k")
        assert "Look at" not in await screen.until(KEEP, "“No access” is “Chaotic” now.")
        await screen.press("escape")
        await screen.until("Promises")
        assert sitting.walk.at == "promises.made", "where it began"
    assert sitting.walk.answers[STAYED] == Text("Chaotic. Then no access.")


@pytest.mark.thorough
async def test_other_words_that_are_put_in_leave_all_in_its_order(coach: Coach) -> None:
    sees(coach)
    made = [Promise(text, None, Whose.MINE) for text in ("Mr Fern rings", "Mr Oak asks", "third")]
    answers = {**LANDED, "promises.made": Promised(tuple(made))}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d", "n")
        for _ in range(2):
            await screen.until("“Mr ", SHEET)
            await screen.press("u")
            await screen.settle()
        await screen.until(KEEP)
        await screen.press("escape")
        await screen.until("A neighbour rings", "A neighbour asks")
    found = sitting.walk.answers["promises.made"]
    assert isinstance(found, Promised)
    assert [each.text for each in found.promises] == [
        "A neighbour rings", "A neighbour asks", "third",
    ]  # fmt: skip


@pytest.mark.thorough
async def test_other_words_put_into_a_sentence_that_was_begun_have_no_capital(coach: Coach) -> None:
    sees(coach)
    plan = IfThen("Mr Fern goes quiet", "Mr Fern is asked")
    answers = {**LANDED, "decide.if-then": plan}
    async with asked_at(coach, "decide.if-then", answers) as (screen, sitting):
        await screen.press("escape", "d")
        await screen.until(KEEP, "Look at one notice first")
        await screen.press("n")
        await screen.until("“Mr Fern”", SHEET)
        await screen.press("u")
        await screen.until("“Mr Fern”", SHEET)
        await screen.press("u")
        await screen.until(KEEP)
    found = sitting.walk.answers["decide.if-then"]
    assert found == IfThen("a neighbour goes quiet", "a neighbour is asked")


@pytest.mark.thorough
async def test_who_somebody_is_is_noticed_in_words_written_in_answer_too(coach: Coach) -> None:
    sees(coach, replace(NO_ACCESS, instead=""), CHAOTIC, TITLED)
    answers = {**LANDED, STAYED: Text("No access.")}
    async with asked_at(coach, "promises.made", answers) as (screen, _):
        await screen.press("escape", "d", "n")
        await screen.until("“No access”", SHEET)
        await screen.press("w", *" Mr Fern was out. Chaotic")
        await until_noticed(screen, "“Mr Fern”")
        assert "more" not in notice_of(screen)
        await screen.press("enter")
        await screen.until(KEEP, "Look at one notice first", "» Identifiers “Mr Fern”")
        await screen.press("escape")
        await screen.write(" So Mr Fern rang.")
        await until_noticed(screen, "“Mr Fern”")


async def test_what_is_written_after_the_mend_is_noticed_as_ever(coach: Coach) -> None:
    sees(coach)
    answers = {**LANDED, STAYED: Text("No access.")}
    async with asked_at(coach, "promises.made", answers) as (screen, _):
        await screen.press("escape", "d", "n")
        await screen.until("“No access”", SHEET)
        await screen.press("w", *"Shut", "enter")
        assert "Look at" not in await screen.until(KEEP)
        await screen.press("escape")
        await screen.write(" It was chaotic.")
        await until_noticed(screen, "“chaotic”")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_quotation_stands_whole_or_not_at_all(coach: Coach, size: tuple[int, int]) -> None:
    long = "she would not let any of us in at the door"
    sees(coach, replace(NO_ACCESS, quote=long), TITLED)
    for said, named in (
        (f"Mr Fernleigh-Smythe. {long}.", "» Identifiers, wording"),
        (f"{long}.", "» Wording"),
    ):
        answers = {**LANDED, STAYED: Text(said)}
        async with asked_at(coach, "promises.made", answers, size) as (screen, _):
            await screen.press("escape", "d")
            frame = await screen.until(KEEP, named)
            assert "“" not in frame
            assert "…" not in frame.replace("Let it go…", "")
