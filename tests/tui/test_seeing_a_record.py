"""A record that somebody sent: read whole, then seen as it is, or differently; both views stand."""

import threading
from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair

from tipcoach.coach.reviewing import open_copy
from tipcoach.coach.session_views import MOST_IN_A_VIEW, collect_records, view_of
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.supervision.folder import FolderPlace
from tui.painted import Painted, painted
from tui.session_screens import (
    ACTION,
    AGREED,
    DIFFERENTLY,
    read_to_its_end,
    seen,
    sent,
    to_sessions,
)
from tui.sharing_screens import a_pair, to_supervision

WAITS = "waits for your view"


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


def views_of(pair: Pair) -> list[SessionView | None]:
    """What came back to the supervisor."""
    return [each.seen for each in collect_records(pair.supervisor).views]


async def to_the_record(screen: Painted) -> None:
    await to_supervision(screen, WAITS)
    await screen.press("home", "enter")
    await screen.until("Record · from Supervisor B")
    await screen.settle()


async def test_it_is_read_to_its_end_before_anything_is_said_of_it(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.officer) as screen:
        await to_the_record(screen)
        for letter in ("a", "d"):
            await screen.press(letter)
            await screen.until("Read it to its end first.")
        await read_to_its_end(screen)
        await screen.press("s", "a")
        await screen.until("Do you agree with this record?")
        await screen.press("enter")
        await screen.settle()
        assert views_of(pair) == []
        await screen.press("escape")
        await screen.until(WAITS)


async def test_it_is_agreed_with_and_stands_in_both_journals(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.officer) as screen:
        await screen.until("A record waits for your view", "from Supervisor B")
        await to_the_record(screen)
        await read_to_its_end(screen)
        await screen.press("a")
        await screen.until("Do you agree")
        await screen.press("a")
        await screen.until("You agreed. It stands beside the record", "you agreed")
        assert WAITS not in await screen.settle()
        await screen.press("escape")
        await screen.until("p  Promises")
        assert "waits" not in await screen.settle()
    assert views_of(pair) == [AGREED]


@pytest.mark.thorough
async def test_it_is_seen_differently_in_ones_own_words(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.officer) as screen:
        await to_the_record(screen)
        await read_to_its_end(screen)
        await screen.press("d")
        await screen.until("How I see it")
        await screen.write(DIFFERENTLY.words)
        await screen.press("escape", "d")
        await screen.until("How I see it")
        assert DIFFERENTLY.words not in screen.frame()
        await screen.write(DIFFERENTLY.words)
        await screen.press("enter")
        said = await screen.until("Your words stand beside", "you see it differently")
        assert f"“{DIFFERENTLY.words}”" in said
    assert views_of(pair) == [DIFFERENTLY]


@pytest.mark.thorough
async def test_words_that_could_not_be_sent_are_not_lost(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.officer) as screen:
        await to_the_record(screen)
        await read_to_its_end(screen)
        await screen.press("d")
        await screen.until("How I see it")
        await screen.write("x" * (MOST_IN_A_VIEW + 1))
        await screen.press("enter")
        await screen.until("too long to send", "xxx")
        await screen.press("escape")
        await screen.settle()
        await screen.press("d")
        await screen.until("xxx")
    assert not pair.officer.journal.is_there


@pytest.mark.thorough
async def test_a_place_that_is_out_keeps_the_words_and_the_record_waits(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.officer) as screen:
        await to_the_record(screen)
        await read_to_its_end(screen)
        pair.folder.rename(pair.folder.with_name("out"))
        await screen.press("d")
        await screen.until("How I see it")
        await screen.write(DIFFERENTLY.words)
        await screen.press("enter")
        await screen.until("The shared place is not here")
        pair.folder.with_name("out").rename(pair.folder)
        await screen.settle()
        await screen.press("d")
        await screen.until(DIFFERENTLY.words)
        await screen.press("enter")
        await screen.until("Your words stand beside")
    assert views_of(pair) == [DIFFERENTLY]


async def test_a_view_that_came_is_said_and_stands_with_the_record(pair: Pair) -> None:
    made = sent(pair)
    seen(pair, DIFFERENTLY)
    async with painted(pair.supervisor) as screen:
        await screen.until("Officer A has said how they see a record")
        said = await to_supervision(screen, "sees the record of your session differently.")
        assert f"“{DIFFERENTLY.words}”" in said and "they see it differently" in said
        await screen.press("end", "up", "enter")
        await screen.until("Session · with Officer A")
        await read_to_its_end(screen)
        said = await screen.until("How Officer A sees it", DIFFERENTLY.words)
        await screen.press("escape", "escape")
        await screen.until("p  Promises")
        assert "how they see" not in await screen.settle(), "it was taken in"
        said = await to_sessions(screen)
        assert "sees the record of your session" not in said
    assert view_of(pair.supervisor, made) == DIFFERENTLY


@pytest.mark.thorough
@pytest.mark.parametrize("view", [AGREED, DIFFERENTLY], ids=["agreed", "differently"])
async def test_the_view_stands_with_the_entry_of_either(pair: Pair, view: SessionView) -> None:
    sent(pair)
    seen(pair, view)
    collect_records(pair.supervisor)
    words = view.words or "Agreed, as Supervisor B wrote it down."
    for coach, other in ((pair.officer, "Supervisor B"), (pair.supervisor, "Officer A")):
        async with painted(coach, (120, 40)) as screen:
            await screen.press("j")
            await screen.until("This week")
            said = await screen.until(words)
            assert f"with {other}" in said and "How Officer A sees it" in said
            await screen.press("enter")
            await screen.until("To look at again", words, ACTION)


@pytest.mark.thorough
async def test_nobody_has_said_anything_yet_and_nothing_stands_there(pair: Pair) -> None:
    sent(pair)
    async with painted(pair.supervisor, (120, 40)) as screen:
        await screen.press("j")
        await screen.until("with Officer A")
        assert "sees it" not in await screen.settle()


# -- on Home, late, and from names alone --------------------------------------------------


async def test_home_tells_it_with_the_keys_locked(pair: Pair) -> None:
    sent(pair)
    pair.officer.keys._identity = None
    async with painted(pair.officer) as screen:
        await screen.until("A record waits for your view")
        assert not pair.officer.keys.are_unlocked


async def test_home_says_nothing_of_a_place_that_is_not_there(pair: Pair) -> None:
    sent(pair)
    pair.folder.rename(pair.folder.with_name("out"))
    async with painted(pair.officer) as screen:
        said = await screen.settle()
        assert "record" not in said and "shared place" not in said


async def test_a_place_that_hangs_keeps_nobody_waiting(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home is there, keys work, and the program ends, while the place has not answered."""
    sent(pair)
    answers, waited_for = threading.Event(), list[str]()
    names = FolderPlace.names

    def hangs(place: FolderPlace, box: str) -> tuple[str, ...]:
        if not answers.wait(20):
            waited_for.append(box)
        return names(place, box)

    monkeypatch.setattr(FolderPlace, "names", hangs)
    try:
        async with painted(pair.officer) as screen:
            assert "Before a visit" in screen.frame()
            await screen.press("j")
            await screen.until("Nothing kept yet.")
            await screen.press("ctrl+q")
        assert waited_for == []
    finally:
        answers.set()


async def test_one_that_was_answered_and_then_erased_is_not_told_again(pair: Pair) -> None:
    from tipcoach.coach.erasing import erase, plan_erasing
    from tipcoach.coach.session_post import Post, look_for_post

    made = sent(pair)
    theirs = seen(pair, AGREED)
    assert look_for_post(pair.officer) == Post()
    assert look_for_post(pair.supervisor).views == ("Officer A",)
    erase(pair.officer, plan_erasing(pair.officer, theirs.id))
    assert look_for_post(pair.officer) == Post()
    erase(pair.supervisor, plan_erasing(pair.supervisor, made.id))
    assert look_for_post(pair.supervisor) == Post()
    assert not [each for each in pair.officer.journal.records() if isinstance(each, Entry)]


async def test_home_says_that_something_was_brought_until_it_is_opened(pair: Pair) -> None:
    copy = pair.share().copy
    async with painted(pair.supervisor) as screen:
        said = await screen.until("Something was brought to you", "from Officer A")
        assert "1" not in said.split("Something was brought")[1].split("\n")[0], "no count"
        await screen.press("home", "enter")
        await screen.until("Supervision", "Something was brought to you", "Our agreements")
        await screen.press("home", "enter")
        await screen.until("Brought to supervision", "Not opened yet")
    open_copy(pair.supervisor, next(row.brought for row in pair.brought()))
    assert copy
    async with painted(pair.supervisor) as screen:
        await screen.until("Before a visit")
        assert "Something was brought" not in await screen.settle()
