"""Undo and redo, wherever something is written: typed, pasted, added to a list, or come back to."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import IfThen, Lines, Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Form
from tipcoach.tui import keys
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.frames.visits import LANDED, begun
from tui.painted import Painted, painted

HAT = "orient.hat-sentence"
WORDS = "ring first"


@asynccontextmanager
async def walking(coach: Coach, sitting: Sitting) -> AsyncIterator[Painted]:
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        yield screen
    sitting.leave()


FULL = Form.FULL
TEXTS: dict[str, tuple[Kind, str, Sequence[str]]] = {
    "a text": (Kind.PREPARATION, HAT, ()),
    "a list": (Kind.PREPARATION, "landed.from-us", ()),
    "a group of three": (Kind.PREPARATION, "business.sort", ("tab",)),
    "if": (Kind.PREPARATION, "plan.if-then", ()),
    "then": (Kind.PREPARATION, "plan.if-then", ("tab",)),
    "what was promised": (Kind.REFLECTION, "promises.made", ()),
    "by when": (Kind.REFLECTION, "promises.made", ("tab",)),
    "one word": (Kind.REFLECTION, "land.word", ()),
    "on the screen alone": (Kind.REFLECTION, "chair.retell", ()),
}


@pytest.mark.thorough
@pytest.mark.parametrize("text", TEXTS)
async def test_what_is_written_in_an_answer_is_undone_and_redone(coach: Coach, text: str) -> None:
    kind, at, steps = TEXTS[text]
    answers = LANDED if kind is Kind.REFLECTION else {}
    async with walking(coach, begun(coach, kind, answers, at=at, form=FULL)) as screen:
        await screen.press(*steps)
        await screen.write(WORDS)
        await is_undone_and_redone(screen)


@pytest.mark.thorough
@pytest.mark.parametrize("way", [("slash",), ("p",)], ids=["search", "a sheet"])
async def test_what_is_written_elsewhere_is_undone_and_redone(
    coach: Coach, way: Sequence[str]
) -> None:
    async with painted(coach) as screen:
        if way == ("p",):
            await screen.press("b", "r", "enter", "3", *"x", "escape", "d", "o")
        else:
            await screen.press(*way)
        await screen.settle()
        await screen.write(WORDS)
        await is_undone_and_redone(screen)


async def is_undone_and_redone(screen: Painted) -> None:
    area = screen.app.screen.focused
    assert isinstance(area, WritingArea)
    assert area.text.endswith(WORDS)
    await screen.press("ctrl+z")
    assert WORDS not in area.text
    await screen.press("ctrl+y")
    assert area.text.endswith(WORDS)
    await screen.press("super+z")
    assert WORDS not in area.text
    await screen.press("ctrl+shift+z")
    assert area.text.endswith(WORDS)


def test_help_names_both_where_something_is_written() -> None:
    for screen in keys.WRITTEN_IN:
        assert {"undo", "redo"} <= {action.name for action in keys.actions_of(screen)}


@pytest.mark.thorough
async def test_undo_goes_on_where_it_was_left_when_a_question_is_come_back_to(
    coach: Coach,
) -> None:
    sitting = begun(coach, at=HAT, form=FULL)
    async with walking(coach, sitting) as screen:
        await screen.write("One. ")
        await screen.write("Two.")
        await screen.press("ctrl+n", "ctrl+b")
        assert sitting.walk.at == HAT
        await screen.press("ctrl+z")
        assert sitting.walk.answers[HAT] == Text("One. ")
        await screen.press("ctrl+n", "ctrl+b", "ctrl+y")
        assert sitting.walk.answers[HAT] == Text("One. Two.")
        await screen.press("ctrl+z", "ctrl+z")
        assert HAT not in sitting.walk.answers


async def test_nothing_of_one_question_is_undone_in_another(coach: Coach) -> None:
    sitting = begun(coach, at="plan.if-then", form=FULL)
    async with walking(coach, sitting) as screen:
        await screen.write(WORDS)
        sitting.go_to(HAT)
        page = screen.app.screen
        assert isinstance(page, WalkScreen)
        page.show()
        await screen.press("ctrl+z", "ctrl+z", "ctrl+y")
        assert sitting.walk.answers == {"plan.if-then": IfThen(WORDS, "")}


async def test_an_answer_that_was_changed_meanwhile_has_no_past_of_before(coach: Coach) -> None:
    sitting = begun(coach, at=HAT, form=FULL)
    async with walking(coach, sitting) as screen:
        await screen.write("One.")
        await screen.press("ctrl+n")
        sitting.answer(HAT, Text("Otherwise."))
        await screen.press("ctrl+b", "ctrl+z")
        assert sitting.walk.answers[HAT] == Text("Otherwise.")


@pytest.mark.thorough
@pytest.mark.parametrize("at", ["land.word", "chair.retell"])
async def test_what_is_to_stay_nowhere_has_no_past(coach: Coach, at: str) -> None:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at=at, form=FULL)
    async with walking(coach, sitting) as screen:
        await screen.write("tired")
        await screen.press("ctrl+a", "ctrl+shift+k", "ctrl+k", "ctrl+u")
        area = screen.app.screen.focused
        assert isinstance(area, WritingArea)
        assert area.text == ""
        await screen.press("ctrl+n", "ctrl+b")
        assert sitting.walk.at == at
        await screen.press("ctrl+z")
        assert "tired" not in await screen.settle()


@pytest.mark.thorough
async def test_a_line_added_changed_or_taken_out_is_brought_back(coach: Coach) -> None:
    at = "landed.from-us"
    sitting = begun(coach, at=at, form=FULL)

    def lines() -> tuple[str, ...]:
        held = sitting.walk.answers.get(at)
        return held.lines if isinstance(held, Lines) else ()

    async with walking(coach, sitting) as screen:
        for line in ("a letter", "a text"):
            await screen.write(line)
            await screen.press("enter")
        await screen.press("up", "delete")
        assert lines() == ("a letter",)
        await screen.press("ctrl+z")
        assert lines() == ("a letter", "a text")
        await screen.press("ctrl+y")
        assert lines() == ("a letter",)
        await screen.press("ctrl+z", "up", "delete")
        assert lines() == ("a text",), "the keys are still in the lines"
        await screen.press("up", "enter")
        await screen.write(" that was late")
        await screen.press("ctrl+z")
        assert lines() == ("a text",), "what is typed is undone first"
        await screen.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert lines() == ("a letter",), "it is in the field, as it was before Enter"


async def test_what_was_written_since_is_not_written_over_by_redo(coach: Coach) -> None:
    at = "landed.from-us"
    sitting = begun(coach, at=at, form=FULL)
    async with walking(coach, sitting) as screen:
        await screen.write("a letter")
        await screen.press("enter", "ctrl+z")
        await screen.write(", and a text")
        await screen.press("ctrl+y")
        assert sitting.walk.answers[at] == Lines(("a letter, and a text",))


@pytest.mark.thorough
async def test_a_promise_is_brought_back(coach: Coach) -> None:
    at = "promises.made"
    sitting = begun(coach, Kind.REFLECTION, LANDED, at=at, form=FULL)

    def promises() -> list[str]:
        held = sitting.walk.answers.get(at)
        return [each.text for each in held.promises] if isinstance(held, Promised) else []

    async with walking(coach, sitting) as screen:
        for what in ("ring the stores", "send the form"):
            await screen.write(what)
            await screen.press("enter", "enter", "1", "enter")
        await screen.press("up", "delete")
        assert promises() == ["ring the stores"]
        await screen.press("ctrl+z")
        assert promises() == ["ring the stores", "send the form"]
        await screen.press("ctrl+y")
        assert promises() == ["ring the stores"]
        await screen.press("ctrl+z", "ctrl+z")
        frame = await screen.settle()
        assert promises() == ["ring the stores", "send the form"]
        assert frame.count("□") == 1, "the second is in the fields again"
