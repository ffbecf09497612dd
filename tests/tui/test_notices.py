"""Notices beside a walk: they come in a pause, ask nothing, and change nothing unasked."""

import threading
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date

import pytest
from making import asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import (
    Answer,
    Carried,
    IfThen,
    Promised,
    Text,
)
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Form
from tipcoach.tui.screens import noticing
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.notice_line import NoticeLine
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.frames.visits import LANDED, begun
from tui.painted import PATIENCE, Painted, painted
from tui.stub_lenses import sees

SHEET = "Back to writing"
STAYED = "moment.stayed"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


@asynccontextmanager
async def asked_at(
    coach: Coach,
    prompt: str = STAYED,
    answers: Mapping[str, Answer] = LANDED,
    size: tuple[int, int] = (80, 24),
    **more: object,
) -> AsyncIterator[tuple[Painted, Sitting]]:
    """A reflection that stands at a question, in a window."""
    sitting = begun(coach, Kind.REFLECTION, answers, at=prompt, **more)  # type: ignore[arg-type]
    async with painted(coach, size) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        yield screen, sitting
    sitting.leave()


def area_of(screen: Painted) -> WritingArea:
    area = screen.app.screen.focused
    assert isinstance(area, WritingArea)
    return area


def notice_of(screen: Painted) -> str:
    """What stands under the answer, on one line."""
    line = screen.app.screen.query_one(NoticeLine)
    return " ".join(line.render().plain.split()) if line.display else ""


def where(screen: Painted) -> tuple[int, int]:
    """The first row of the answer, and the row of the buttons."""
    rows = screen.frame().split("\n")
    return area_of(screen).region.y, next(n for n, row in enumerate(rows) if "Finish now" in row)


async def until_noticed(screen: Painted, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in notice_of(screen):
        assert time.monotonic() < deadline, f"{words} did not come:\n{screen.frame()}"
        await screen.settle()


async def test_it_comes_in_a_pause_and_the_words_are_used_and_brought_back(coach: Coach) -> None:
    lenses = sees(coach)
    async with asked_at(coach) as (screen, sitting):
        places = where(screen)
        await screen.write("No access again.\nIt was chaotic.")
        await until_noticed(screen, "Ctrl+L look, and one more")
        assert where(screen) == places
        assert "What did you see? Perhaps “we did not get in; not yet asked why”." in notice_of(
            screen
        )
        await screen.press("ctrl+l")
        await screen.until("whose fault it was", "Use that", SHEET)
        await screen.press("u")
        await until_noticed(screen, "“chaotic”")
        said = "We did not get in; not yet asked why again.\nIt was chaotic."
        assert area_of(screen).text == said
        await screen.press("!")
        assert area_of(screen).text == f"{said}!", "writing goes on where it was"
        await screen.press("ctrl+z", "ctrl+z")
        await until_noticed(screen, "“No access”")
        assert area_of(screen).text == "No access again.\nIt was chaotic."
        assert sitting.walk.answers[STAYED] == Text("No access again.\nIt was chaotic.")
        await screen.press("ctrl+n")
        await screen.until("The five")
        assert notice_of(screen) == ""
    assert threading.main_thread() not in lenses.threads


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
        await screen.press("n")
        await until_noticed(screen, "“No access”")
        assert "willow court" in coach.places.dismissed.read_text(encoding="utf-8")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("k")
        await until_noticed(screen, "“Chaotic” What is going on? Ctrl+L look")
        await screen.press("ctrl+l")
        frame = await screen.until(SHEET)
        assert "Use that" not in frame, "there are no other words to use"
        await screen.press("o")
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
        frame = await screen.until("Look at two notices first", "» Identifiers “Mr …”")
        assert "▌ k   Keep it" in frame
        await screen.press("n")
        await screen.until("» Identifiers  “Mr Fern”", SHEET)
        assert sitting.walk.at == "five"
        await screen.press("u")
        assert area_of(screen).text == "A neighbour asked."
        await screen.press("escape", "d")
        await screen.until("Look at one notice first", "» Wording “No …”")
        await screen.press("n")
        await screen.until("» Wording  “No access”", SHEET)
        assert sitting.walk.at == STAYED
        await screen.press("k", "escape", "d")
        frame = await screen.until("Keep this as it is?")
        assert "Look at" not in frame
        await screen.press("k")
        await screen.until("kept in your journal")


FIELDS = {
    "a plan": ("decide.if-then", Form.QUICK, IfThen("we did not get in; not yet asked why")),
    "what was mine": (
        "sense.mine-ours-system",
        Form.FULL,
        Carried(mine=("we did not get in; not yet asked why",)),
    ),
    "a promise": (
        "promises.made",
        Form.QUICK,
        Promised((Promise("we did not get in; not yet asked why", None),)),
    ),
    "one word": ("land.word", Form.QUICK, Text("we did not get in; not yet asked why")),
}


@pytest.mark.thorough
@pytest.mark.parametrize(("prompt", "form", "said"), FIELDS.values(), ids=FIELDS)
async def test_it_works_in_every_field(coach: Coach, prompt: str, form: Form, said: Answer) -> None:
    sees(coach)
    async with asked_at(coach, prompt, LANDED, form=form) as (screen, sitting):
        await screen.write("no access")
        await until_noticed(screen, "“no access”")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("u")
        await screen.settle()
        assert sitting.walk.answers[prompt] == said
        assert notice_of(screen) == ""
        await screen.press("ctrl+z")
        await until_noticed(screen, "“no access”")


@pytest.mark.thorough
async def test_a_line_that_was_added_is_taken_back_to_be_changed(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach, "sense.mine-ours-system", form=Form.FULL) as (screen, sitting):
        await screen.press(*"no access", "enter", *"half")
        await until_noticed(screen, "“no access”")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("u")
        await screen.settle()
        said = ("half", "we did not get in; not yet asked why")
        assert sitting.walk.answers["sense.mine-ours-system"] == Carried(mine=said)
        assert area_of(screen).text == said[1]
    async with asked_at(coach, "promises.made") as (screen, sitting):
        await screen.press(*"no access", "enter", *"friday", "enter", "enter")
        await until_noticed(screen, "“no access”")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("u")
        await screen.settle()
        made = sitting.walk.answers["promises.made"]
        assert isinstance(made, Promised)
        (promise,) = made.promises
        assert (promise.text, promise.due) == (said[1], date(2026, 11, 27))


PLACES = (
    ("😀😀 no access 👨‍👩‍👧", "😀😀 {} 👨‍👩‍👧"),
    ("Cafe\u0301 e\u0301e\u0301.\nno access\n\nthen", "Cafe\u0301 e\u0301e\u0301.\n{}\n\nthen"),
    ("قال: no access ثم", "قال: {} ثم"),
    ("ŵyth o’r no access\u2028gloch", None),
    ("one\ntwo\nthree no access", "one\ntwo\nthree {}"),
    ("[/b] no access [bold", "[/b] {} [bold"),
)


@pytest.mark.thorough
async def test_the_words_that_are_meant_are_changed_and_no_others(coach: Coach) -> None:
    """Under pictures, combining marks, another direction and several lines; and undone."""
    sees(coach)
    async with asked_at(coach) as (screen, sitting):
        area = area_of(screen)
        for written, meant in PLACES:
            area.begin("", long=True)
            await screen.write(written)
            await until_noticed(screen, "“no access”")
            stands = area.text
            assert sitting.walk.answers[STAYED] == Text(stands), "a notice changes nothing"
            await screen.press("ctrl+l")
            await screen.until(SHEET)
            await screen.press("u")
            await screen.settle()
            meant = meant or stands.replace("no access", "{}")
            assert area.text == meant.format("we did not get in; not yet asked why")
            await screen.press("ctrl+z")
            assert area.text == stands


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
