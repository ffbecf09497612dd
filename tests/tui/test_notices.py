"""Notices beside a walk: they come in a pause, ask nothing, and change nothing unasked."""

import threading

import pytest
from making import asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.practice.answer import (
    Text,
)
from tipcoach.practice.entry import Kind
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.visit import Form
from tipcoach.tui.screens import noticing
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.visits import LANDED
from tui.noticed import SHEET, STAYED, area_of, asked_at, notice_of, until_noticed, where
from tui.painted import PATIENCE, painted
from tui.stub_lenses import sees


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


async def test_it_comes_in_a_pause_and_the_words_are_used_and_brought_back(coach: Coach) -> None:
    lenses = sees(coach)
    async with asked_at(coach) as (screen, sitting):
        places = where(screen)
        await screen.write("No access again.\nIt was chaotic.")
        await until_noticed(screen, "Ctrl+L look, and one more")
        assert where(screen) == places
        assert "What did you see? Such as “no way in that day”." in notice_of(screen)
        await screen.press("ctrl+l")
        await screen.until("whose fault it was", "Use that", SHEET)
        await screen.press("u")
        await until_noticed(screen, "“chaotic”")
        said = "No way in that day again.\nIt was chaotic."
        assert area_of(screen).text == said
        await screen.press("!")
        assert area_of(screen).text == f"{said}!", "writing goes on where it was"
        await screen.press("ctrl+z", "ctrl+z")
        await until_noticed(screen, "“No access”")
        assert area_of(screen).text == "No access again.\nIt was chaotic."
        assert sitting.walk.answers[STAYED] == Text("No access again.\nIt was chaotic.")
        await screen.press("ctrl+n")
        await screen.until("Five principles")
        assert notice_of(screen) == ""
    assert threading.main_thread() not in lenses.threads


async def test_other_words_that_would_not_read_there_are_shown_and_ones_own_are_typed_there(
    coach: Coach,
) -> None:
    facing = "is facing several things at once"
    sees(coach, Notice(Lens.WORDING, "x", 0, 0, "being difficult", "It names her.", "", facing))
    async with asked_at(coach) as (screen, _):
        await screen.write("She was being difficult today.")
        await until_noticed(screen, "“being difficult”")
        await screen.press("ctrl+l")
        said = await screen.until("Perhaps   is facing several things", "Write it myself")
        assert "Use that" not in said
        await screen.press("w")
        await screen.settle()
        await screen.press(*"upset")
        await screen.settle()
        assert area_of(screen).text == "She was upset today."
        await screen.press("ctrl+z", "ctrl+z")
        await screen.settle()
        assert "being difficult today." in area_of(screen).text, "undo brings the words back"


async def test_where_it_only_asks_one_writes_it_oneself(coach: Coach) -> None:
    asks = "What is going on?"
    sees(coach, Notice(Lens.WORDING, "x", 0, 0, "chaotic", "It sums them up.", asks, ""))
    async with asked_at(coach) as (screen, _):
        await screen.write("It was chaotic.")
        await until_noticed(screen, "“chaotic”")
        await screen.press("ctrl+l")
        said = await screen.until(asks, "w   Write it myself", "what you type replaces it")
        assert "Use that" not in said
        await screen.press("w", *"loud")
        await screen.settle()
        assert area_of(screen).text == "It was loud."


@pytest.mark.thorough
async def test_kept_left_alone_or_switched_off_and_then_the_next_is_shown(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, _):
        await screen.write("No access. Chaotic. Seen by Mr Fern at Willow Court. No access.")
        await until_noticed(screen, "» Identifiers “Mr Fern”")
        assert "and three more" in notice_of(screen)
        await screen.press("ctrl+l")
        frame = await screen.until("Would a neighbour or a colleague", "This lens misses things.")
        assert "do not ask about this again" not in frame, "it would be written down"
        await screen.press("enter")
        await until_noticed(screen, "» Identifiers, perhaps “Willow Court”")
        await screen.press("ctrl+l")
        await screen.until("do not ask about this again", "This lens misses things.")
        await screen.press("v")
        await until_noticed(screen, "“No access”")
        assert "willow court" in coach.places.dismissed.read_text(encoding="utf-8")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("k")
        await until_noticed(screen, "“Chaotic” What is going on? Ctrl+L look")
        await screen.press("ctrl+l")
        frame = await screen.until(SHEET)
        assert "Use that" not in frame, "there are no other words to use"
        await screen.press("x")
        await screen.until("The wording lens is off.", "tipcoach lenses on wording")
        assert notice_of(screen) == ""
        assert area_of(screen).text.count("No access") == 2
        assert "fern" not in coach.places.dismissed.read_text(encoding="utf-8").casefold()


@pytest.mark.thorough
async def test_it_goes_with_its_words_and_never_comes_between_two_keys(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    lenses = sees(coach)
    async with asked_at(coach) as (screen, _):
        places = where(screen)
        await screen.write("No access")
        await until_noticed(screen, "“No access”")
        monkeypatch.setattr(noticing, "PAUSE", 3600.0)
        read = len(lenses.texts)
        await screen.press(*" chaotic")
        assert "“No access”" in notice_of(screen)
        assert "more" not in notice_of(screen)
        await screen.press("home", "delete")
        assert notice_of(screen) == ""
        assert where(screen) == places
        assert len(lenses.texts) == read
        await screen.press("ctrl+l")
        await screen.until("» Wording  “chaotic”", SHEET)
        await screen.press("escape")
        assert "“chaotic”" in notice_of(screen), "asked for, it is read at once"


@pytest.mark.thorough
async def test_on_screen_only_nothing_is_written_down_and_nothing_held(coach: Coach) -> None:
    lenses = sees(coach)
    async with asked_at(coach, "chair.retell", form=Form.FULL) as (screen, _):
        await screen.write("Mr Fern said no access.")
        await until_noticed(screen, "“Mr Fern”")
        page = screen.app.screen
        assert isinstance(page, WalkScreen)
        for named in ("Mr Fern", "no access"):
            await screen.press("ctrl+l")
            frame = await screen.until(f"“{named}”", SHEET)
            assert "do not ask about this again" not in frame
            await screen.press("k")
        assert page.noticing.looking.look("chair.retell", "Mr Fern said no access.") == ()
        await screen.press("ctrl+n")
        await screen.until("Let it go, or keep it?")
        await screen.press("l")
        await screen.until("What was said would happen")
        assert len(page.noticing.looking.look("chair.retell", "Mr Fern said no access.")) == 2
        assert page.noticing.shown == ()
        assert not coach.places.dismissed.exists()
        assert lenses.texts


@pytest.mark.thorough
async def test_what_was_not_looked_at_is_named_when_it_is_finished(coach: Coach) -> None:
    sees(coach)
    answers = {**LANDED, STAYED: Text("No access."), "trust.left-unsure": Text("Mr Fern asked.")}
    async with asked_at(coach, "promises.made", answers) as (screen, sitting):
        await screen.press("escape", "d")
        frame = await screen.until("Look at two notices first", "» Identifiers, wording")
        assert "▌ k   Keep it" in frame
        await screen.press("n")
        await screen.until("» Identifiers  “Mr Fern”", SHEET)
        assert sitting.walk.at == "five"
        await screen.press("u")
        await screen.until("» Wording  “No access”", SHEET)
        assert sitting.walk.at == STAYED
        await screen.press("k")
        frame = await screen.until("Keep this as it is?", "“Mr Fern” is “A neighbour” now.")
        assert "Look at" not in frame
        await screen.press("k")
        await screen.until("kept in your journal")
    assert sitting.walk.answers["trust.left-unsure"] == Text("A neighbour asked.")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_answer_keeps_a_row_and_the_cursor_stays_in_view(
    coach: Coach, size: tuple[int, int]
) -> None:
    sees(coach)
    async with asked_at(coach, size=size) as (screen, _):
        await screen.write("Much was said. " * 40 + "No access.")
        await until_noticed(screen, "“No access”")
        for key in ("ctrl+g", "f5", "!"):
            places = where(screen)
            await screen.press(key)
            area = area_of(screen)
            assert area.region.height >= 1
            x, y = area.cursor_screen_offset
            assert area.region.contains(x, y)
            forms = area.screen.query_one("#forms").region
            assert forms.contains(x, y)
            assert where(screen)[1] == places[1]


@pytest.mark.thorough
async def test_the_earlier_version_that_names_somebody_is_offered_to_be_erased(
    coach: Coach,
) -> None:
    sees(coach)
    for said, current in (("Mr Fern rang.", "▌ v   Erase"), ("No access.", "▌ k   Keep the")):
        old = entry(asked(STAYED, Text(said)), kind=Kind.REFLECTION)
        coach.journal.add(old)
        async with painted(coach) as screen:
            await screen.app.push_screen(WalkScreen(correct(coach, old.id)))
            await screen.settle()
            area_of(screen).begin("")
            await screen.write("They rang.")
            await screen.press("ctrl+n")
            await screen.until("Keep this as it is?")
            await screen.press("k")
            frame = await screen.until("The version before it is still")
            assert current in frame
            assert ("It may say who somebody is." in frame) == ("Fern" in said)


@pytest.mark.thorough
async def test_a_lens_that_cannot_be_read_is_said_once_and_stops_nothing(coach: Coach) -> None:
    coach.places.dismissed.parent.mkdir(parents=True, exist_ok=True)
    coach.places.dismissed.write_text("nonsense: [", encoding="utf-8")
    async with asked_at(coach) as (screen, _):
        await screen.write("no access")
        await screen.until("cannot be understood")
        await until_noticed(screen, "“no access”")
        await screen.press("!", "!")
        assert "cannot be understood" not in await screen.settle()


@pytest.mark.thorough
async def test_a_lens_that_fails_keeps_nobody_from_writing_or_finishing(coach: Coach) -> None:
    def fails(text: str) -> tuple[Notice, ...]:
        raise RecursionError

    sees(coach).look = fails  # type: ignore[method-assign]
    async with asked_at(coach) as (screen, _):
        await screen.write("We had no access.")
        await screen.settle()
        await screen.press("ctrl+l", "escape", "d")
        await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("kept in your journal", "We had no access.")


@pytest.mark.thorough
async def test_it_is_opened_from_the_pause_and_by_a_click(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach) as (screen, _):
        await screen.press("escape")
        assert "Notice" not in await screen.until("Longer answer"), "there is none to look at"
        await screen.press("escape")
        await screen.write("We had no access.")
        await until_noticed(screen, "“no access”")
        await screen.click("» Wording")
        await screen.until("whose fault it was", SHEET)
        await screen.press("escape", "alt+n")
        await screen.until("whose fault it was", SHEET)
        await screen.press("escape", "escape")
        await screen.until("Notice   look at it")
        await screen.press("n")
        await screen.until("whose fault it was", SHEET)


@pytest.mark.thorough
async def test_under_a_sheet_nothing_comes_and_after_it_the_answer_is_read(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    lenses = sees(coach)
    monkeypatch.setattr(noticing, "PAUSE", 0.2)
    async with asked_at(coach) as (screen, _):
        page = screen.app.screen
        assert isinstance(page, WalkScreen)
        await screen.press(*"no access", "escape")
        await screen.until("Paused.")
        while page.noticing.is_waiting:
            await screen.settle()
        assert not lenses.texts
        await screen.press("escape")
        await until_noticed(screen, "“no access”")


@pytest.mark.thorough
async def test_what_comes_too_late_is_not_shown(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read while more was typed is about something else."""
    lenses = sees(coach)
    began, go_on, look = threading.Event(), threading.Event(), lenses.look

    def slowly(text: str) -> tuple[Notice, ...]:
        began.set()
        go_on.wait(PATIENCE)
        return look(text)

    lenses.look = slowly  # type: ignore[method-assign]
    async with asked_at(coach) as (screen, _):
        await screen.write("We had no access.")
        while not began.is_set():
            await screen.press()
        monkeypatch.setattr(noticing, "PAUSE", 3600.0)
        await screen.press("!")
        go_on.set()
        await screen.settle()
        assert notice_of(screen) == ""
