"""Other words put for those of a notice: in every field, at the right place, and undone."""

from datetime import date

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import (
    Answer,
    Carried,
    IfThen,
    Promised,
    Text,
)
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Form
from tipcoach.tui.screens import noticing
from tui.frames.visits import LANDED
from tui.noticed import SHEET, STAYED, area_of, asked_at, notice_of, until_noticed
from tui.stub_lenses import sees

pytestmark = pytest.mark.thorough


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "PAUSE", 0.01)


FIELDS = {
    "a plan": ("decide.if-then", Form.QUICK, IfThen("no way in that day")),
    "what was mine": (
        "sense.mine-ours-system",
        Form.FULL,
        Carried(mine=("no way in that day",)),
    ),
    "a promise": (
        "promises.made",
        Form.QUICK,
        Promised((Promise("no way in that day", None),)),
    ),
    "one word": ("land.word", Form.QUICK, Text("no way in that day")),
}


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


async def test_a_line_that_was_added_is_taken_back_to_be_changed(coach: Coach) -> None:
    sees(coach)
    async with asked_at(coach, "sense.mine-ours-system", form=Form.FULL) as (screen, sitting):
        await screen.press(*"no access", "enter", *"half")
        await until_noticed(screen, "“no access”")
        await screen.press("ctrl+l")
        await screen.until(SHEET)
        await screen.press("u")
        await screen.settle()
        said = ("half", "no way in that day")
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
            assert area.text == meant.format("no way in that day")
            await screen.press("ctrl+z")
            assert area.text == stands
