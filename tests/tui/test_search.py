"""Searching by keyboard: from Home and from the journal, and back to where one was."""

from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from hostile import ALL_IN_ONE, NAME, TEXTS, assert_harmless, assert_read
from making import NOW, asked, entry

from tipcoach.coach import searching
from tipcoach.coach.coach import Coach
from tipcoach.journal.journal import Journal
from tipcoach.practice.answer import Text
from tipcoach.practice.search import Found
from tui.painted import painted


@pytest.fixture(autouse=True)
def typing_never_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked for unasked has tests of its own; here keys come as fast as they may."""
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 60)


def keep(coach: Coach, said: str, days: int = 0) -> None:
    coach.journal.add(entry(asked("moment", Text(said)), created=NOW - timedelta(days=days)))


async def test_found_opened_and_back(coach: Coach) -> None:
    keep(coach, "The kettle was on. She made tea.")
    async with painted(coach) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("slash")
        await screen.until("All of the words", "Enter search ")
        await screen.write("kettle")
        await screen.press("enter")
        frame = await screen.until("One entry.", "Enter open ")
        assert "The kettle was on." in frame
        assert "tea" not in frame
        await screen.press("enter")
        await screen.until("She made tea.")
        await screen.press("escape")
        await screen.until("One entry.")
        await screen.press("escape")
        await screen.until("This week")


async def test_a_stroke_can_be_typed_and_the_words_changed(coach: Coach) -> None:
    keep(coach, "either/or")
    async with painted(coach) as screen:
        await screen.press("slash")
        await screen.press(*"either", "/", *"nor", "enter")
        await screen.until("Nothing in your journal says that.")
        await screen.press("backspace", "backspace", "backspace")
        await screen.until("either/\n")
        await screen.press("o", "r", "enter")
        await screen.until("One entry.")
        await screen.press("slash", "x", "enter")
        await screen.until("either/orx", "Nothing in your journal says that.")
        await screen.press("escape")
        await screen.until("Before a visit")


async def test_once_typing_rests_it_is_looked_for_and_typing_goes_on(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 0.01)
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash", *"kettle")
        await screen.until("The kettle was on.", "One entry.", "↑↓ choose   Enter go to it ")
        await screen.press("/", "s")
        frame = await screen.until("kettle/s", "All of the words", "Enter search ")
        assert "The kettle was on." not in frame and "choose" not in frame
        await screen.press("backspace", "backspace")
        await screen.until("One entry.")
        await screen.press("down", "enter")
        await screen.until("hat: both")


async def test_enter_goes_to_what_was_found_only_while_the_words_are_those(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 0.01)
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash", *"kettle")
        await screen.until("One entry.", "Enter go to it ")
        monkeypatch.setattr("tipcoach.tui.screens.search.REST", 60)
        await screen.press(*" from:zz")
        frame = await screen.settle()
        assert "Enter search " in frame and "One entry." in frame
        await screen.press(*["backspace"] * 8)
        assert "Enter go to it " in await screen.settle()
        monkeypatch.setattr("tipcoach.tui.screens.search.REST", 0.01)
        await screen.press(*" from:zz")
        for _ in range(20):
            frame = await screen.settle()
        assert "Enter search " in frame
        await screen.press("enter")
        await screen.until("from: wants a year")


async def test_what_is_half_written_is_refused_only_by_enter(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 0.01)
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash", *"purpose:arre")
        for _ in range(20):
            frame = await screen.settle()
        assert "there is no purpose" not in frame
        assert "All of the words" in frame
        await screen.press("enter")
        await screen.until("purpose:arre", "there is no purpose")


async def test_a_long_reading_waits_for_enter(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 0.01)
    monkeypatch.setattr(searching, "MANY", 0)
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash", *"kettle")
        for _ in range(20):
            assert "The kettle was on." not in await screen.settle()
        assert not coach.places.search_cache.exists()
        await screen.press("enter")
        await screen.until("The kettle was on.")


async def test_the_words_found_stand_out(coach: Coach) -> None:
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash")
        await screen.write("kettle")
        await screen.press("enter")
        await screen.until("One entry.", "The kettle was on.")
        strips = screen.app.screen._compositor.render_strips()
        marked = [
            part.text for strip in strips for part in strip if part.style and part.style.underline
        ]
        assert [text.strip() for text in marked] == ["kettle"]


async def test_a_reading_is_said_and_stops_when_nobody_waits(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        keep(coach, "The kettle was on.", days=40 * number)
    monkeypatch.setattr(searching, "MANY", 0)
    may_go_on, read = Event(), []
    read_at = Journal.read_at

    def slowly(journal: Journal, month: str, name: str) -> object:
        may_go_on.wait(10)
        read.append(name)
        return read_at(journal, month, name)

    monkeypatch.setattr(Journal, "read_at", slowly)
    ended = Event()

    def search_to_its_end(*asked: Any) -> Found:
        try:
            return searching.search(*asked)
        finally:
            ended.set()

    monkeypatch.setattr("tipcoach.tui.screens.search.search", search_to_its_end)
    async with painted(coach) as screen:
        await screen.press("slash")
        await screen.write("kettle")
        await screen.press("enter")
        await screen.until("Reading 3 entries once, so that later searches are quick")
        await screen.press("escape")
        await screen.until("Before a visit")
        may_go_on.set()
        while not ended.is_set():
            await screen.settle()
    assert len(read) == 1


async def test_hostile_words_are_read_and_not_obeyed(coach: Coach) -> None:
    keep(coach, f"kettle {ALL_IN_ONE.text}")
    async with painted(coach, (400, 24)) as screen:
        await screen.press("slash")
        await screen.write(f"kettle {TEXTS[0].text}")
        await screen.press("enter")
        frame = await screen.until("One entry.")
        assert_harmless(frame)
        assert_read(frame, TEXTS[0])
        await screen.press("enter")
        await screen.until("Written Sunday")
        frame = await screen.settle()
        assert_harmless(frame)
        assert_read(frame, ALL_IN_ONE)
        await screen.press("escape")
        await screen.until("One entry.")
        await screen.press("slash")
        await screen.write(f" {NAME.text}:x")
        await screen.press("enter")
        assert_harmless(await screen.settle())
