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


def keep(coach: Coach, said: str, days: int = 0) -> None:
    coach.journal.add(entry(asked("moment", Text(said)), created=NOW - timedelta(days=days)))


async def test_found_opened_and_back(coach: Coach) -> None:
    keep(coach, "The kettle was on. She made tea.")
    async with painted(coach) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("slash")
        await screen.until("All of the words")
        await screen.write("kettle")
        await screen.press("enter")
        frame = await screen.until("One entry.")
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


async def test_the_words_found_stand_out(coach: Coach) -> None:
    keep(coach, "The kettle was on.")
    async with painted(coach) as screen:
        await screen.press("slash")
        await screen.write("kettle")
        await screen.press("enter")
        await screen.until("One entry.")
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
        await screen.press("slash")
        await screen.write(f" {NAME.text}:x")
        await screen.press("enter")
        assert_harmless(await screen.settle())
