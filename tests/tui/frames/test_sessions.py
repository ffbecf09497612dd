"""Sessions with somebody: the agenda, the record before it is sent, and how it is seen."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import SUPERVISOR, Pair

from tui.frames.golden import Looks
from tui.frames.walking import walking
from tui.painted import painted
from tui.session_screens import (
    DIFFERENTLY,
    a_month_on,
    a_session,
    brought,
    held,
    past_its_day,
    read_to_its_end,
    seen,
    sent,
    to_sessions,
    with_answers,
)
from tui.sharing_screens import a_pair, to_supervision


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


@pytest.fixture
def second_time(pair: Pair, clock: Clock) -> Pair:
    """They sat down before, and did not see it alike; something was brought since."""
    sent(pair)
    seen(pair, DIFFERENTLY)
    a_month_on(clock)
    brought(pair)
    return pair


@pytest.mark.thorough
async def test_the_agenda_of_a_session(second_time: Pair, looks: Looks) -> None:
    pair = second_time
    async with painted(pair.supervisor, looks.size) as screen:
        await to_sessions(screen)
    async with walking(pair.supervisor, looks, a_session(pair)) as walk:
        await walk.looks_like("session_with_somebody")
        await walk.screen.press("ctrl+o")
        await walk.screen.until("With Officer A")
        await looks.like(walk.screen, "session_agenda")
        await walk.screen.press("escape")
        await walk.on_to("session.last-actions")
        await walk.looks_like("session_last_time")
        await walk.screen.press("escape")
        await looks.like(walk.screen, "session_with_somebody_paused", way_out="Esc ")


async def test_a_session_without_an_agreement_that_holds(
    pair: Pair, looks: Looks, clock: Clock
) -> None:
    past_its_day(clock)
    async with walking(pair.supervisor, looks, a_session(pair)) as walk:
        await walk.looks_like("session_no_agreement")
        await walk.on_to("session.last-actions")
        await walk.looks_like("session_no_last_time")


@pytest.mark.thorough
async def test_the_end_of_a_session(pair: Pair, looks: Looks) -> None:
    sitting = with_answers(a_session(pair))
    async with walking(pair.supervisor, looks, sitting) as walk:
        await walk.on_to("session.themes")
        await walk.looks_like("session_agreed_so_far")
        await walk.screen.press("escape", "d")
        await looks.like(walk.screen, "session_finish", way_out="Esc ")
        await walk.screen.press("k")
        await walk.screen.until("for Officer A")
        await looks.like(walk.screen, "record_preview")
        await read_to_its_end(walk.screen)
        await walk.screen.press("s")
        await walk.screen.until("They get exactly this.")
        await looks.like(walk.screen, "record_send", way_out="Esc ")
        await walk.screen.press("s")
        await walk.screen.until("Sent to")
        await looks.like(walk.screen, "session_kept_and_sent")


async def test_a_record_in_which_something_tells(pair: Pair, looks: Looks) -> None:
    held(pair, helped="That Mr Quill could be laughed about.")
    async with painted(pair.supervisor, looks.size) as screen:
        await to_sessions(screen)
        await looks.like(screen, "supervision_record_not_sent")
        await screen.press("home", "enter")
        await screen.until("for Officer A")
        await looks.like(screen, "record_preview_tells")
        await read_to_its_end(screen)
        await screen.press("s")
        await looks.like(screen, "record_send_tells", way_out="Esc ")


@pytest.mark.thorough
async def test_a_record_that_waits(pair: Pair, looks: Looks) -> None:
    sent(pair)
    async with painted(pair.officer, looks.size) as screen:
        await screen.until("waits for your view")
        await looks.like(screen, "home_a_record_waits", way_out="Ctrl+Q leave")
        await to_supervision(screen, "waits for your view")
        await looks.like(screen, "supervision_a_record_waits")
        await screen.press("home", "enter")
        await screen.until("from Supervisor B")
        await looks.like(screen, "record_waiting")
        await read_to_its_end(screen)
        await screen.press("a")
        await looks.like(screen, "record_agree", way_out="Esc ")
        await screen.press("escape", "d")
        await screen.until("How I see it")
        await screen.write(DIFFERENTLY.words)
        await looks.like(screen, "record_seen_differently", way_out="Esc ")
        await screen.press("enter")
        await screen.until("Your words stand beside")
        await looks.like(screen, "supervision_record_answered")


@pytest.mark.thorough
async def test_a_view_that_came(pair: Pair, looks: Looks) -> None:
    made = sent(pair)
    seen(pair, DIFFERENTLY)
    async with painted(pair.supervisor, looks.size) as screen:
        await screen.until("how they see a record")
        await looks.like(screen, "home_a_view_came", way_out="Ctrl+Q leave")
        await to_supervision(screen, "Their words")
        await looks.like(screen, "supervision_a_view_came")
        await screen.press("end", "up")
        await screen.press("enter")
        await screen.until("with Officer A")
        await read_to_its_end(screen)
        await looks.like(screen, "session_both_views")
        await screen.press("escape", "escape", "j")
        await screen.until("Session")
        await screen.settle()
        await looks.like(screen, "journal_session_with_a_view")
        await screen.press("enter")
        await screen.settle()
        await screen.press("end")
        await looks.like(screen, "entry_session_with_a_view")
    assert made.with_whom != SUPERVISOR


async def test_one_begun_and_not_finished(pair: Pair, looks: Looks) -> None:
    sitting = a_session(pair)
    sitting.next()
    sitting.leave()
    async with painted(pair.supervisor, looks.size) as screen:
        await screen.until("with Officer A")
        await looks.like(screen, "home_a_session_waits", way_out="Ctrl+Q leave")
        await to_sessions(screen, "Go on with the session")
        await looks.like(screen, "supervision_a_session_begun")
