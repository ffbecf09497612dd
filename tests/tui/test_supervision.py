"""Supervision and Review: each side sees what the other chose to let them see."""

import sys
from pathlib import Path

import pytest
from making import Clock
from sharing_between import ANSWERS, QUESTION, Pair

from tipcoach.coach.inbox import look_in, say
from tipcoach.coach.reviewing import look_over, open_copy
from tipcoach.coach.taking_back import TAKEN_BACK
from tui.painted import painted
from tui.sharing_screens import BACK, VIEW, a_pair, send_long_agreement, to_review, to_supervision

WORRY = ANSWERS["plan.worry"]


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    pair = a_pair(tmp_path, clock)
    pair.share()
    return pair


def words(frame: str) -> str:
    return " ".join(frame.split())


# -- the officer's side -------------------------------------------------------------------


async def test_before_there_are_keys_it_says_what_comes_first(tmp_path: Path, clock: Clock) -> None:
    from sharing_between import a_coach

    coach = a_coach(tmp_path / "nobody", clock)
    coach.remember(welcomed=True)
    async with painted(coach) as screen:
        assert "what one of you brings" in screen.frame()
        said = await to_supervision(screen, "tipcoach agreement keys")
        assert "Nothing is shared by itself." in said
        await screen.press("t", "c", "r", "enter", "down")
        assert "tipcoach agreement keys" in await screen.settle()
        await screen.press("escape")
        await screen.until("Before a visit")


@pytest.mark.parametrize("size", [(60, 14), (80, 24)])
async def test_where_the_part_it_needs_is_not_installed_that_comes_first(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    from sharing_between import a_coach

    coach = a_coach(tmp_path / "nobody", clock)
    coach.remember(welcomed=True)
    missing = "Sharing needs a part that is not installed. To install it:"
    async with painted(coach, size) as screen:
        said = await to_supervision(screen, "First, once, on the command line:")
        assert missing not in words(said)
        await screen.press("escape")
        await screen.until("Before a visit")
        monkeypatch.setitem(sys.modules, "pyrage", None)
        said = words(await to_supervision(screen, "First, once, on the command line:"))
        assert f"on the command line: {missing}" in said
        seen = said
        for _ in range(3):
            await screen.press("pagedown")
            seen += words(await screen.settle())
        assert "pip install" in seen and "tipcoach agreement begin --with WHO" in seen
        await screen.press("escape")
        await screen.until("Before a visit")


async def test_what_i_shared_and_what_became_of_it(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        said = await to_supervision(screen)
        assert QUESTION in said and "not opened" in said and "agreement current" in said
        (brought,) = look_over(pair.supervisor).brought
        open_copy(pair.supervisor, brought)
        say(pair.supervisor, brought.id, brought.officer, BACK)
        await screen.press("escape")
        said = await to_supervision(screen)
        assert "opened 22 Nov 16:05" in said and "not opened" not in said
        assert f"“{BACK}”" in said and "Supervisor B" in said


@pytest.mark.thorough
async def test_it_is_read_again_as_its_reader_gets_it(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await to_supervision(screen)
        await screen.press("enter")
        said = await screen.until("plan.worry?")
        assert WORRY in said and "Named: ◊ Choice" in said
        await screen.press("q", "m", "y")
        assert WORRY in await screen.settle()
        await screen.press("escape")
        await screen.until("What I have shared")


@pytest.mark.thorough
async def test_it_is_taken_back_with_the_honest_sentence(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await to_supervision(screen)
        await screen.press("t")
        said = await screen.until("Take this back from Supervisor B?")
        assert "It has not been opened in tipcoach." in said and "we may not know" in words(said)
        await screen.press("enter")
        assert "Take this back" not in await screen.settle()
        assert pair.brought()
        await screen.press("t")
        await screen.until("Take this back")
        await screen.press("t")
        said = await screen.until("taken back; not opened")
        assert TAKEN_BACK in words(said)
        assert not pair.brought()
        await screen.press("enter")
        assert "not in the shared place" in await screen.settle()


@pytest.mark.thorough
async def test_i_say_how_i_see_it_and_both_views_stand(pair: Pair) -> None:
    (brought,) = look_over(pair.supervisor).brought
    say(pair.supervisor, brought.id, brought.officer, BACK)
    async with painted(pair.officer, (100, 30)) as screen:
        await to_supervision(screen)
        await screen.press("c")
        await screen.until("How I see it")
        await screen.write(VIEW)
        await screen.press("enter")
        said = await screen.until(f"“{VIEW}”")
        assert f"“{BACK}”" in said
        await screen.press("enter")
        said = await screen.until("What was said of it")
        assert BACK in said and VIEW in said and "You" in said


@pytest.mark.thorough
async def test_a_place_that_is_not_there_is_said_and_nothing_breaks(pair: Pair) -> None:
    pair.folder.rename(pair.folder.with_name("out"))
    async with painted(pair.officer) as screen:
        await screen.press("s")
        said = await screen.until("shared place")
        await screen.settle()
        pair.folder.with_name("out").rename(pair.folder)
        await screen.press("escape")
        await screen.until("Before a visit")
        said = await to_supervision(screen)
        assert QUESTION in said


@pytest.mark.thorough
async def test_an_agreement_is_read_whole_before_the_yes(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    send_long_agreement(pair, clock)
    async with painted(pair.supervisor) as screen:
        said = await to_supervision(screen)
        assert "Agreement from Officer A" in said and "waits for your yes" in said
        await screen.press("enter")
        await screen.until("Question 1?")
        await screen.press("y")
        said = await screen.until("Read it to its end first.")
        assert "Say yes to" not in said
        await screen.press("end")
        await screen.until("There is no written promise yet")
        await screen.press("y")
        await screen.until("Say yes to the agreement with Officer A?")
        await screen.press("enter")
        await screen.settle()
        await screen.press("y")
        await screen.until("Say yes to")
        await screen.press("y")
        said = await screen.until(
            "You and Officer A have an agreement.", "look again by 23 May 2027"
        )
        assert "waits for your yes" not in said
        assert "Officer A gets your yes once they open Supervision." in words(said)
    async with painted(pair.officer) as screen:
        assert "agreement current" in await to_supervision(screen)


# -- the reader's side --------------------------------------------------------------------


async def test_only_the_question_is_shown_before_it_is_opened(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        said = words(await to_review(screen, QUESTION[:20]))
        assert "opening is shown to the officer" in said
        assert "Named: ◊ Choice" in said and "Officer A will see that you did" in said
        assert WORRY not in said and "plan.worry" not in said
        await screen.press("enter")
        assert WORRY not in await screen.settle()
        assert look_in(pair.officer).shared[0].opened is None


async def test_opening_is_shown_to_the_officer_and_the_copy_is_read(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await to_review(screen, QUESTION[:20])
        await screen.press("o")
        said = await screen.until(WORRY)
        assert "they see that you opened it" in said
        await screen.press("escape")
        await screen.until("You have opened it")
    assert look_in(pair.officer).shared[0].opened is not None
    assert not [path for path in pair.homes.rglob("*") if path.is_file() and
                WORRY.encode() in path.read_bytes() and "supervisor" in str(path)]  # fmt: skip


@pytest.mark.thorough
async def test_a_question_is_asked_back(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await to_review(screen, QUESTION[:20])
        await screen.press("o")
        await screen.until(WORRY)
        await screen.press("q")
        await screen.until("Ask a question")
        await screen.write(BACK)
        await screen.press("enter")
        await screen.until("What was said of it", BACK)
    (shared,) = look_in(pair.officer).shared
    assert [said.text for said in shared.said] == [BACK]


@pytest.mark.thorough
async def test_one_is_marked_for_the_session_on_this_machine_alone(pair: Pair) -> None:
    before = sorted(pair.folder.rglob("*"))
    async with painted(pair.supervisor) as screen:
        await to_review(screen, QUESTION[:20])
        await screen.press("m")
        await screen.until("  for the session", "m unmark")
        await screen.press("f1")
        await screen.until("m                 unmark")
        await screen.press("escape", "m")
        await screen.until("November", "m mark for the session")
        assert "  for the session" not in await screen.settle()
    assert sorted(pair.folder.rglob("*")) == before


async def test_a_bad_file_is_a_row_that_says_why_and_the_rest_shows(pair: Pair) -> None:
    second = pair.share(question="What was mine in that?")
    (pair.box / second.name).write_bytes(b"half a file")
    (pair.box / "notes.txt").write_text("mine", encoding="utf-8")
    async with painted(pair.supervisor) as screen:
        said = words(await to_review(screen, "left alone"))
        assert QUESTION[:25] in said and "notes.txt" in said and "× Officer A" in said


@pytest.mark.thorough
async def test_more_than_a_window_of_copies_is_read_on_as_somebody_moves(pair: Pair) -> None:
    for number in range(24):
        pair.share(question=f"Question {number}?")
    async with painted(pair.supervisor, (80, 60)) as screen:
        said = await to_review(screen, "Reading on")
        assert said.count("Officer A  ") == 20
        await screen.press("end")
        await screen.until(QUESTION[:20])
        said = await screen.settle()
        assert said.count("Officer A  ") == 25 and "Reading on" not in said


@pytest.mark.thorough
async def test_nothing_brought_says_that_officers_choose(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock)
    async with painted(pair.supervisor) as screen:
        assert "Officers choose what they bring." in await to_review(screen, "Nothing brought yet.")


@pytest.mark.thorough
async def test_whose_agreement_is_past_is_closed_and_said(pair: Pair, clock: Clock) -> None:
    clock.advance(days=200)
    async with painted(pair.supervisor) as screen:
        said = words(await to_review(screen, "looked at again"))
        assert QUESTION[:20] not in said
