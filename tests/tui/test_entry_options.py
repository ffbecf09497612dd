"""What can be done with a kept entry on its screen: put right, held, kept on, erased."""

import pytest
from making import Clock, asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import ToPutRight
from tipcoach.coach.keeping import hold
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.keeping import months_after
from tipcoach.practice.promises import say_date
from tui.painted import Painted, painted

RARE = "quillwort"


def kept(coach: Coach) -> Entry:
    made = entry(
        asked("moment.stayed", Text(f"And {RARE}.")),
        asked("moment.noticed", Text("A look.")),
        kind=Kind.REFLECTION,
    )
    coach.journal.add(made)
    return made


def entries(coach: Coach) -> list[Entry]:
    return [record for record in coach.journal.records() if isinstance(record, Entry)]


async def options(screen: Painted, *words: str) -> None:
    """Open the newest entry from the journal, and what can be done with it."""
    await screen.press("j")
    await screen.until(RARE)
    await screen.press("enter")
    await screen.until("To look at again on")
    await screen.press("o")
    await screen.until("This entry", *words)


@pytest.mark.thorough
async def test_put_right_and_the_version_before_erased(coach: Coach) -> None:
    old = kept(coach)
    async with painted(coach) as screen:
        await options(screen, "Put it right")
        await screen.press("p")
        await screen.until("Putting an entry right", RARE)
        await screen.press("ctrl+n", "ctrl+n")
        await screen.until("Keep this as it is?")
        assert "Write one line instead" not in screen.frame()
        await screen.press("escape")
        await screen.until("A look.")
        await screen.write(" And a word.")
        await screen.press("ctrl+n")
        await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("The version before it is still")
        await screen.press("v")
        await screen.until("Has anyone asked")
        await screen.press("n")
        await screen.until("Erase for good?", "This is out of reach")
        await screen.press("x")
        await screen.until("And a word.", "To look at again on")
    (new,) = entries(coach)
    assert new.supersedes == old.id
    assert new.answer_to("moment.noticed") == Text("A look. And a word.")


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["search", pytest.param("the journal", marks=pytest.mark.thorough)])
async def test_behind_what_was_put_right_the_list_has_no_earlier_version(
    coach: Coach, way: str
) -> None:
    old = kept(coach)
    async with painted(coach) as screen:
        if way == "search":
            await screen.press("slash")
            await screen.write("look")
            await screen.press("enter")
            await screen.until("One entry.", "A look.")
        else:
            await screen.press("j")
            await screen.until(RARE)
        await screen.press("enter")
        await screen.until("To look at again on")
        await screen.press("o", "p")
        await screen.until("Putting an entry right", RARE)
        await screen.press("ctrl+n")
        await screen.until("A look.")
        await screen.press("backspace")
        await screen.write(" and a snowdrop.")
        await screen.press("ctrl+n")
        await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("The version before it is still")
        await screen.press("k")
        await screen.until(f"the version before it is {old.id}")
        await screen.press("escape")
        there = "This week" if way == "the journal" else "One entry."
        await screen.until(there, "A look and a snowdrop.")


@pytest.mark.thorough
async def test_erasing_needs_the_question_answered_and_another_letter(coach: Coach) -> None:
    old = kept(coach)
    async with painted(coach) as screen:
        await options(screen, "Erase it")
        await screen.press("x")
        await screen.until("Has anyone asked", "I am not sure")
        await screen.press("enter")
        await screen.until("It stays for now")
        await screen.press("enter")
        assert entries(coach) == [old]
        await screen.press("o", "x")
        await screen.until("Has anyone asked")
        await screen.press("n")
        await screen.until("Erase for good?")
        await screen.press("enter")
        assert entries(coach) == [old], "Enter stays"
        await screen.press("o", "x", "n", "x")
        await screen.until("Erased", "within reach")
        await screen.press("escape")
        frame = await screen.until("Nothing kept yet.")
        assert RARE not in frame
    assert list(coach.journal.records()) == []


@pytest.mark.thorough
async def test_a_hold_takes_erasing_away_until_it_is_lifted(coach: Coach) -> None:
    kept(coach)
    async with painted(coach) as screen:
        await options(screen, "Hold it")
        await screen.press("h")
        await screen.until("Why is it held?")
        await screen.write("A complaint")
        await screen.press("enter")
        await screen.until("On hold, so it is not erased. Why: A complaint")
        await screen.press("o")
        frame = await screen.until("Lift the hold")
        assert "Erase it" not in frame
        await screen.press("l")
        await screen.until("To look at again on")


async def test_kept_on_it_says_the_new_day(coach: Coach, clock: Clock) -> None:
    old = kept(coach)
    clock.advance(days=100)
    async with painted(coach) as screen:
        await options(screen, "Keep it another year")
        await screen.press("k")
        day = clock.now.date()
        await screen.until(f"To look at again on {say_date(months_after(day, 12), day)}")
    assert len(list(coach.journal.records())) == 2
    assert entries(coach) == [old]


async def test_the_command_line_opens_the_walk_at_once(coach: Coach) -> None:
    old = kept(coach)
    async with painted(coach, opening=ToPutRight(old.id)) as screen:
        await screen.until("Putting an entry right", RARE)
    async with painted(coach, opening=ToPutRight("01KAPA2M0000000000000000AA")) as screen:
        await screen.until("There is no entry")


async def test_a_hold_placed_in_another_window_is_said_and_can_be_lifted(coach: Coach) -> None:
    old = kept(coach)
    async with painted(coach) as screen:
        await options(screen, "Erase it")
        await screen.press("x", "n")
        await screen.until("Erase for good?")
        hold(coach, old.id, "A request", None)
        await screen.press("x")
        await screen.until("is on hold", "A request", "o lifts the hold.")
        await screen.press("o")
        await screen.until("Lift the hold")
    assert entries(coach) == [old]
