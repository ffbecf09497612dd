"""A session for somebody who has never seen one: what the keys do is said where they do it."""

from datetime import date
from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair

from tipcoach.practice.answer import Promised
from tipcoach.practice.promises import Promise, Whose
from tipcoach.tui.screens import sheet
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import Painted, painted
from tui.session_screens import NO_RAIL, begun, held, on_to, read_to_its_end, sent, to_sessions
from tui.sharing_screens import a_pair

NO_DAY = "I do not know that day."
LONG = "Take the wording of the second letter upstairs, with what three tenants said when it came"


def words(frame: str) -> str:
    return " ".join(frame.replace("▌", " ").split())


def agreed(screen: Painted) -> tuple[Promise, ...]:
    walk = screen.app.screen
    assert isinstance(walk, WalkScreen)
    answer = walk.sitting.walk.answers["session.actions"]
    assert isinstance(answer, Promised)
    return answer.promises


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


@pytest.mark.thorough
async def test_a_day_that_is_not_understood_is_asked_for_once_more(pair: Pair) -> None:
    async with painted(pair.supervisor, NO_RAIL) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"fryday", "enter")
        said = words(await screen.until(NO_DAY))
        assert "Friday, 3 Dec or in two weeks would do; Enter again keeps the words with it" in said
        await screen.press(*["backspace"] * 6, *"friday", "enter", "enter")
        await screen.until("□ ring", "Fri 27 Nov")
        assert agreed(screen) == (Promise("ring", date(2026, 11, 27), Whose.MINE),)


@pytest.mark.thorough
async def test_words_that_are_no_day_are_kept_by_a_second_enter(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"once back", "enter")
        await screen.until(NO_DAY)
        await screen.press("enter")
        await screen.until("Enter adds it")
        await screen.press("enter")
        await screen.until("□ ring, once back")
        assert agreed(screen) == (Promise("ring, once back", None, Whose.MINE),)


async def test_other_words_that_are_no_day_are_asked_about_anew(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.press(*"ring", "enter", *"frday", "enter", *"s", "enter")
        await screen.until(NO_DAY)
        walk = screen.app.screen
        assert walk.focused is walk.query_one("#when")


@pytest.mark.thorough
async def test_it_is_said_what_enter_does_and_that_up_changes_one(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.raise")
        assert "Up: change one" not in await screen.until("Skip  Enter")
        await screen.press(*"the letter")
        await screen.until("Next  Ctrl+N", "Enter adds it")
        await screen.press("enter")
        await screen.until("Next  Enter", "Up: change one")
        await on_to(screen, "session.actions")
        await screen.until("enough for the two of us to know it")
        await screen.press(*"ring")
        await screen.until("Next  Ctrl+N", "Enter: by when")
        await screen.press("enter")
        await screen.until("Enter: whose")
        await screen.press("enter", "enter")
        await screen.until("□ ring", "Up: change one", "Next  Enter")


async def test_a_line_that_is_stood_on_is_whole(pair: Pair) -> None:
    async with painted(pair.supervisor, (80, 30)) as screen:
        await begun(screen)
        await on_to(screen, "session.actions")
        await screen.write(LONG)
        await screen.press("enter", "enter", "enter", *"ring", "enter", "enter", "enter")
        await screen.until("□ ring", "…")
        await screen.press("up", "up")
        await screen.until("it came", "Enter: change it")
        assert "…" not in await screen.settle()


async def test_the_guide_says_what_closes_it_where_it_is_short(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        assert "closes it" not in await screen.settle()
        await screen.press("ctrl+g")
        await screen.until("Why we ask", "Ctrl+G closes it")
        await screen.press("ctrl+g")
        assert "Why we ask" not in await screen.settle()


@pytest.mark.thorough
@pytest.mark.parametrize("columns", [50, 40, 34])
async def test_letters_made_large_leave_what_enter_does(pair: Pair, columns: int) -> None:
    async with painted(pair.supervisor, (columns, 18)) as screen:
        await to_sessions(screen, "for whoever")
        await screen.press("b")
        await screen.until("How are you as you")
        await screen.press("ctrl+r")
        last = (await screen.until("Reading view")).split("\n")[-1]
        assert "Enter go on" in last and "Esc page" in last


@pytest.mark.thorough
async def test_help_in_a_session_names_the_letters_under_the_question(pair: Pair) -> None:
    async with painted(pair.supervisor, (80, 60)) as screen:
        await begun(screen)
        await on_to(screen, "session.last-actions")
        await screen.press("f1")
        said = await screen.until("Under this question:", "Turn the eyes, when the talk is stuck")
        assert "Agenda, what was brought" in said
        assert "Promises, write down" in said
        await screen.press("escape", "ctrl+p")
        await screen.write("turn the")
        await screen.until("▌ Turn the eyes")
        await screen.press("enter")
        await screen.until("Turn the eyes", "Esc carry on")
        await screen.press("escape")
        await on_to(screen, "session.actions")
        await screen.press("f1")
        assert "Under this question:" not in await screen.until("one question at a time")


async def test_an_enter_that_is_held_keeps_nothing(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await on_to(screen, "session.next-time")
        # However slow the machine is, these come as those of one held key.
        monkeypatch.setattr(sheet, "HELD", 3600.0)
        await screen.press(*["enter"] * 5)
        await screen.until("Keep this as it is?", "mend it; Ctrl+B goes back further")
        await screen.settle()
        assert not list(pair.supervisor.journal.records())
        monkeypatch.setattr(sheet, "HELD", 0.0)
        await screen.press("enter")
        await screen.until("kept in your journal")


async def test_the_cursor_stands_on_the_session_that_was_just_sent(pair: Pair) -> None:
    sent(pair, helped="The tea.")
    made = held(pair)
    async with painted(pair.supervisor) as screen:
        await to_sessions(screen)
        await screen.press("home", "enter")
        await screen.until("○ not sent")
        await screen.settle()
        await read_to_its_end(screen)
        await screen.press("s")
        await screen.until("Send it to Officer A?")
        await screen.press("s")
        await screen.until("Sent to Officer A.")
        await screen.settle()
        row = screen.app.screen.query_one("#supervision").row  # type: ignore[attr-defined]
        assert row.id == f"held {made.id}"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_supervision_says_no_key_twice(pair: Pair, size: tuple[int, int]) -> None:
    pair.share()
    async with painted(pair.officer, size) as screen:
        await to_sessions(screen)
        said = await screen.until("take back", "how I see it", "brought to me")
        for once in ("t take back", "c how I see it", "r brought to me"):
            assert said.count(once) == 1, once
