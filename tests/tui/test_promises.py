"""What becomes of a promise, by one key on its screen; and the form a promise is made in."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import Clock, asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.promises import ledger, settle
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import Promise, Whose
from tui.frames.visits import LANDED, begun, reflected
from tui.painted import Painted, painted

SUNDAY = date(2026, 11, 22)
BOILER = Promise("Chase the boiler part", SUNDAY - timedelta(days=2))
TEXT = Promise("Text the payment date", SUNDAY)
LETTER = Promise("Find out who sends the letter", None, Whose.ANOTHER_TEAM)


@pytest.fixture
def kept(coach: Coach) -> Entry:
    """A reflection with three promises, two of them due."""
    made = entry(
        asked("promises.made", Promised((BOILER, TEXT, LETTER))),
        kind=Kind.REFLECTION,
        created=coach.clock(),
    )
    coach.journal.add(made)
    return made


def files(coach: Coach) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in coach.places.journal.rglob("*.json")}


def what_is_new(coach: Coach, before: dict[Path, bytes]) -> list[dict[str, Any]]:
    """What has been written since, and that nothing of before has changed."""
    now = files(coach)
    assert {path: now[path] for path in before} == before
    made = sorted(now.keys() - before.keys())
    return [json.loads(now[path])["said"] for path in made]


def line_of(coach: Coach, promise: Promise) -> LedgerLine:
    return next(line for line in ledger(coach) if line.promise.text == promise.text)


async def open_promises(screen: Painted) -> None:
    await screen.press("p")
    await screen.until("Overdue", BOILER.text)


async def test_kept_is_written_down_at_once(coach: Coach, kept: Entry) -> None:
    before = files(coach)
    async with painted(coach) as screen:
        await screen.until("two due")
        await open_promises(screen)
        await screen.press("k")
        frame = await screen.until("Written down: kept.")
        assert "Overdue" not in frame
        assert frame.index("Settled") < frame.index("● Chase the boiler part")
        await screen.press("k")
        await screen.settle()
        assert [said["became"] for said in what_is_new(coach, before)] == ["kept"]
        await screen.press("escape")
        await screen.until("one due")


@pytest.mark.thorough
async def test_a_new_date_is_asked_for_until_it_is_understood(coach: Coach, kept: Entry) -> None:
    before = files(coach)
    async with painted(coach) as screen:
        await open_promises(screen)
        await screen.press("n")
        await screen.until("What is the new date?", "in two weeks")
        await screen.press(*"blursday", "enter")
        await screen.until("Not a date I know.", "blursday")
        await screen.press(*["backspace"] * 8, *"2026-11-03", "enter")
        await screen.until("That day has gone by.")
        assert what_is_new(coach, before) == []
        await screen.press(*["backspace"] * 10, *"in two weeks", "enter")
        await screen.until("Have they been told?", "New date: Sunday 6 December.")
        await screen.press("y")
        await screen.until("What got in the way?", "Waiting on another team")
        assert what_is_new(coach, before) == []
        await screen.press("enter")
        await screen.until("Written down: new date, Sunday 6 December, already told.")
    (said,) = what_is_new(coach, before)
    assert (said["became"], said["due"], said["told"]) == ("renegotiated", "2026-12-06", True)
    assert said["because"] == ""


async def test_typed_fast_a_new_date_is_that_of_the_row(coach: Coach, kept: Entry) -> None:
    before = files(coach)
    async with painted(coach) as screen:
        await open_promises(screen)
        await screen.press("down", "n", *"friday", "enter", "n", "g", "down", "k")
        await screen.until("Written down: kept.")
        await screen.settle()
    new_date, done = what_is_new(coach, before)
    assert (new_date["promise"], new_date["due"], new_date["told"]) == (2, "2026-11-27", False)
    assert (done["promise"], done["became"]) == (3, "kept")


@pytest.mark.thorough
async def test_not_kept_asks_whether_they_were_told(coach: Coach, kept: Entry) -> None:
    before = files(coach)
    async with painted(coach) as screen:
        await open_promises(screen)
        await screen.press("x")
        await screen.until("Have they been told?", "Not kept.")
        await screen.press("y", "2")
        await screen.until("Written down: not kept, already told.", "× Chase the boiler part")
        assert "In the way: Waiting on another team." in screen.frame()
        await screen.press("enter")
        await screen.until("“Chase the boiler part”: not kept, already told.")
    (said,) = what_is_new(coach, before)
    assert (said["became"], said["told"]) == ("not_kept", True)
    assert said["because"] == "another-team"


@pytest.mark.thorough
async def test_escape_at_any_sheet_changes_nothing(coach: Coach, kept: Entry) -> None:
    before = files(coach)
    async with painted(coach) as screen:
        await open_promises(screen)
        shown = await screen.settle()
        for keys in (["n"], ["n", *"friday"], ["n", *"friday", "enter"], ["x"], ["x", "y"]):
            await screen.press(*keys)
            assert await screen.settle() != shown
            await screen.press("escape")
            assert await screen.settle() == shown
    assert what_is_new(coach, before) == []


@pytest.mark.thorough
async def test_what_was_said_of_a_settled_one_can_be_said_again(coach: Coach, kept: Entry) -> None:
    async with painted(coach) as screen:
        await open_promises(screen)
        await screen.press("k")
        await screen.until("● Chase the boiler part")
        await screen.press("x", "n", "g")
        await screen.until("× Chase the boiler part", "not kept, not told yet")
        await screen.press("n", *"friday", "enter", "n", "g")
        await screen.until("→ Chase the boiler part", "mine · Fri 27 Nov · not told yet")
    line = line_of(coach, BOILER)
    assert line.outcome is not None
    assert line.outcome.became is Became.RENEGOTIATED
    assert len(line.said_by) == 1


async def test_more_than_a_few_settled_are_one_row_until_it_is_opened(coach: Coach) -> None:
    done = tuple(Promise(f"Done {n}", SUNDAY) for n in range(4))
    reflected(coach, {**LANDED, "promises.made": Promised((BOILER, *done))})
    for promise in done:
        settle(coach, str(line_of(coach, promise).id), Became.KEPT)
    async with painted(coach) as screen:
        await screen.press("p")
        frame = await screen.until("· four settled")
        assert "Done" not in frame
        await screen.press("k")
        await screen.until("● Chase the boiler part", "· four more settled")
        await screen.press("down", "k", "n", "x")
        assert "told?" not in await screen.settle(), "a row of several is not one promise"
        await screen.press("enter")
        await screen.until("● Done 0", "● Done 3")


@pytest.mark.thorough
async def test_the_entry_it_came_from(coach: Coach, kept: Entry) -> None:
    async with painted(coach) as screen:
        await open_promises(screen)
        await screen.press("enter")
        frame = await screen.until("After a visit", "promises.made?", "To look at again on")
        assert f"“{BOILER.text}”" not in frame
        await screen.press("escape")
        await screen.until("Overdue")


@pytest.mark.thorough
async def test_what_was_put_right_in_another_window_is_shown_and_can_be_settled(
    coach: Coach, kept: Entry
) -> None:
    async with painted(coach) as screen:
        await open_promises(screen)
        newest = coach.new_id(after=kept.id)
        coach.journal.add(replace(kept, id=newest, supersedes=kept.id))
        await screen.press("k")
        await screen.until("was put right", "■ Chase the boiler part")
        await screen.settle()
        await screen.press("k")
        frame = await screen.until("Written down: kept.", "● Chase the boiler part")
        assert "was put right" not in frame
    assert line_of(coach, BOILER).id.entry == newest


@pytest.mark.thorough
async def test_what_is_gone_meanwhile_is_said_and_not_shown_any_more(
    coach: Coach, kept: Entry
) -> None:
    async with painted(coach) as screen:
        await open_promises(screen)
        (path,) = files(coach)
        path.unlink()
        await screen.press("k")
        frame = await screen.until("There is no promise", "No promises yet.")
        assert "Chase the boiler part" not in frame


@pytest.mark.parametrize("key", [pytest.param("b", marks=pytest.mark.thorough), "a"])
async def test_what_is_due_is_beside_a_visit_only_before_it(
    coach: Coach, kept: Entry, key: str
) -> None:
    async with painted(coach) as screen:
        await screen.press(key)
        await screen.settle()
        frame = await screen.until("you meet?")
        assert ("2 days over" in frame) == (key == "b")
        await screen.press("r", "tab", "tab", "enter")
        assert "2 days over" not in await screen.until("Finish now")


# -- the form a promise is made in ------------------------------------------------------


async def at_promises(screen: Painted, coach: Coach) -> None:
    from tipcoach.tui.screens.walk import WalkScreen

    sitting = begun(coach, Kind.REFLECTION, LANDED, at="promises.made")
    await screen.app.push_screen(WalkScreen(sitting))
    await screen.until("Example: ring back")


@pytest.mark.thorough
async def test_a_promise_is_taken_back_into_its_fields(coach: Coach, clock: Clock) -> None:
    async with painted(coach) as screen:
        await at_promises(screen, coach)
        await screen.press(*"send the form", "enter", *"friday", "enter", "2", "enter")
        await screen.until("□ send the form", "theirs · Fri 27 Nov")
        await screen.press(*"ring", "shift+tab", "enter")
        await screen.until("□ ring", "Friday 27 November", "(●) 2  theirs")
        await screen.press(*" back", "ctrl+n")
        await screen.press("escape", "d", "k")
        await screen.until("kept in your journal")
    (made,) = (each for each in coach.journal.records() if isinstance(each, Entry))
    assert set(made.promises) == {
        Promise("ring", None, Whose.MINE),
        Promise("send the form back", date(2026, 11, 27), Whose.THEIRS),
    }


async def test_where_it_is_narrow_a_click_says_what_became_of_it(coach: Coach, kept: Entry) -> None:
    async with painted(coach, (60, 20)) as screen:
        await open_promises(screen)
        await screen.click("n new date")
        await screen.until("Esc leave it")
        await screen.press("escape")
        await screen.settle()
        await screen.click("k kept")
        await screen.settle()
    outcome = line_of(coach, BOILER).outcome
    assert outcome is not None and outcome.became is Became.KEPT
