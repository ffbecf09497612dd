"""Sessions with somebody: what heads them, what is written of them, and what goes to the other."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import ANSWERS, OFFICER, QUESTION, Pair

from tipcoach.coach.begin import Standalone
from tipcoach.coach.promises import settle
from tipcoach.coach.session_views import collect_records
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became
from tipcoach.practice.session_record import record_of
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import Painted, painted
from tui.session_screens import (
    ACTION,
    DIFFERENTLY,
    NO_RAIL,
    OTHERS,
    a_month_on,
    a_session,
    begun,
    brought,
    held,
    on_to,
    past_its_day,
    read_to_its_end,
    seen,
    sent,
    to_sessions,
    with_answers,
)
from tui.sharing_screens import a_pair

WORRY = ANSWERS["plan.worry"]


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


def words(frame: str) -> str:
    return " ".join(frame.replace("▌", " ").split())


def kept_by(pair: Pair) -> list[Entry]:
    return [each for each in pair.supervisor.journal.records() if isinstance(each, Entry)]


# -- what heads it ------------------------------------------------------------------------


async def test_it_is_begun_by_a_letter_and_says_with_whom(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        said = await begun(screen)
        assert "with Officer A" in said
        await screen.press("enter", "escape", "h")
        said = await screen.until("Session with Officer A")
        assert "○ draft" in said


@pytest.mark.thorough
async def test_what_was_brought_is_on_the_agenda_and_nowhere_else(pair: Pair) -> None:
    """The copy is on the screen, whole; none of its words is on this machine afterwards."""
    brought(pair)
    async with painted(pair.supervisor, (120, 40)) as screen:
        said = await begun(screen)
        assert "say no? · marked" in said, "beside the talk"
        await screen.press("a")
        await screen.until(WORRY, "kept nowhere")
        await screen.press("escape", "enter", "enter", "ctrl+s")
        await screen.until("● place saved")
        await screen.press("ctrl+o")
        await screen.until(WORRY)
        await screen.press("escape", "escape", "d")
        await screen.until("Keep this as it is?")
        await screen.press("k")
        await screen.until("kept in your journal")
        await screen.settle()
    home = pair.homes / "supervisor"
    everything = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert len(kept_by(pair)) == 1
    for words_of_the_copy in (WORRY, QUESTION, "plan.worry?"):
        assert not any(words_of_the_copy.encode() in data for data in everything)


async def test_no_draft_holds_a_word_of_a_copy(pair: Pair) -> None:
    brought(pair)
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("ctrl+o")
        await screen.until(WORRY)
        await screen.press("escape", "enter", "ctrl+s")
        await screen.until("● place saved")
        drafts = [path for path in pair.supervisor.places.drafts.rglob("*") if path.is_file()]
        data = b"".join(path.read_bytes() for path in drafts)
        assert OFFICER.encode() in data, "the draft says with whom, so it is this one"
        assert WORRY.encode() not in data and QUESTION.encode() not in data


async def test_last_time_stands_under_its_question_as_it_is_now(pair: Pair, clock: Clock) -> None:
    made = sent(pair)
    a_month_on(clock)
    settle(pair.supervisor, f"{made.id}/1", Became.KEPT)
    async with painted(pair.supervisor, NO_RAIL) as screen:
        await begun(screen)
        said = words(await on_to(screen, "session.last-actions"))
        assert f"● {ACTION} · Officer A" in said and "kept" in said
        assert f"□ {OTHERS} · Supervisor B" in said
        said = words(await on_to(screen, "session.last-plan"))
        assert ACTION not in said


async def test_the_keys_are_asked_for_and_it_goes_on_without(pair: Pair) -> None:
    sent(pair)
    brought(pair)
    pair.supervisor.keys._identity = None
    wanted = Standalone(Kind.SESSION, with_whom=OFFICER)
    async with painted(pair.supervisor) as screen:
        from tipcoach.tui.screens.standalone import begin_now

        await begin_now(screen.app.home, wanted)
        said = await screen.until("Your passphrase")
        assert "Esc goes on without what was brought." in words(said)
        await screen.press("escape")
        await screen.until("How are you as you come in")
        await screen.settle()
        said = words(await on_to(screen, "session.last-actions"))
        assert ACTION in said, "what is in the journal here needs no keys"
        await screen.press("ctrl+o")
        said = words(await screen.until("Your keys are locked."))
        assert WORRY not in said


async def test_a_walk_with_nobody_has_no_agenda(pair: Pair) -> None:
    from tipcoach.tui.screens.standalone import begin_now

    async with painted(pair.supervisor) as screen:
        await begin_now(screen.app.home, Standalone(Kind.SESSION))
        said = await screen.until("How are you as you come in")
        assert "Agenda" not in said and "Ctrl+O" not in said
        await screen.press("ctrl+o")
        assert await screen.settle() == said
        await screen.press("escape")
        assert "Agenda" not in await screen.until("Paused.")


async def test_an_agreement_past_its_day_is_one_quiet_line(pair: Pair, clock: Clock) -> None:
    past_its_day(clock)
    async with painted(pair.supervisor) as screen:
        await screen.app.push_screen(WalkScreen(a_session(pair)))
        await screen.until("No agreement holds just now")
        await screen.settle()
        await screen.press("enter")
        assert "No agreement" not in await screen.until("something heavy")


# -- what is written of it ----------------------------------------------------------------


async def to_the_end_of(screen: Painted, pair: Pair) -> str:
    """A session with all of it written, at the sheet that keeps it."""
    await screen.app.push_screen(WalkScreen(with_answers(a_session(pair))))
    await screen.settle()
    await screen.press("escape", "d")
    await screen.until("Keep this as it is?")
    return await screen.settle()


async def test_both_look_at_the_record_before_it_is_kept(pair: Pair) -> None:
    async with painted(pair.supervisor, (120, 40)) as screen:
        said = words(await to_the_end_of(screen, pair))
        for each in (
            "Look at it together.",
            f"□ {ACTION} · Officer A ·",
            f"□ {OTHERS} · Supervisor",
            "Trustworthiness",
            "What our system did",
            "To be raised upwards",
            "What helped The quiet at the start.",
        ):
            assert each in said
        assert kept_by(pair) == []


@pytest.mark.thorough
async def test_once_kept_it_is_offered_to_be_sent_after_it_was_read(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await to_the_end_of(screen, pair)
        await screen.press("k")
        await screen.until("Record · for Officer A", "○ not sent")
        await screen.press("s")
        said = await screen.until("Read it to its end first.")
        assert "They get exactly this." not in said
        await read_to_its_end(screen)
        await screen.press("s")
        await screen.until("They get exactly this. Send it to Officer A?")
        await screen.press("enter")
        await screen.settle()
        assert collect_records(pair.officer).waiting == (), "Enter out of habit sends nothing"
        await screen.press("s")
        await screen.until("They get exactly this.")
        await screen.press("s")
        await screen.until("Sent to Officer A.")
    (waiting,) = collect_records(pair.officer).waiting
    (kept,) = kept_by(pair)
    assert waiting.record.helped == record_of(kept).helped != ""


@pytest.mark.thorough
async def test_it_is_not_offered_where_it_could_not_be_sent(pair: Pair, clock: Clock) -> None:
    past_its_day(clock)
    async with painted(pair.supervisor) as screen:
        await to_the_end_of(screen, pair)
        await screen.press("k")
        await screen.until("kept in your journal")
        said = await screen.settle()
        assert "not sent" not in said and "with Officer A" in said


@pytest.mark.thorough
async def test_nothing_written_is_no_record(pair: Pair) -> None:
    async with painted(pair.supervisor) as screen:
        await begun(screen)
        await screen.press("enter", "escape", "d")
        await screen.until("so there is no record.")
        await screen.press("k")
        await screen.until("kept in your journal")
        assert "not sent" not in await screen.settle()
        await screen.press("escape")
        said = await screen.until("What I have shared", "with Officer A", "nothing was written")
        assert "not sent" not in said


async def test_one_that_is_not_sent_is_a_row_until_it_is(pair: Pair) -> None:
    held(pair, helped="That Mr Quill could be laughed about.")
    async with painted(pair.supervisor) as screen:
        said = await to_sessions(screen)
        assert "The record of 22 Nov is not sent yet" in said
        await screen.press("home", "enter")
        said = await screen.until("for Officer A")
        assert said.index("“Mr Quill”") < said.index("The record of a session")
        await read_to_its_end(screen)
        await screen.press("s")
        await screen.until("may tell who somebody is: “Mr Quill”.")
        await screen.press("s")
        said = await screen.until("Sent to Officer A.", "not said yet")
        assert "is not sent yet" not in await screen.settle()


@pytest.mark.thorough
async def test_what_the_other_wrote_is_nobody_elses_to_send(pair: Pair) -> None:
    sent(pair)
    seen(pair, DIFFERENTLY)
    async with painted(pair.officer) as screen:
        said = await to_sessions(screen)
        assert "not sent" not in said and "you see it differently" in said


@pytest.mark.thorough
async def test_a_place_that_is_out_keeps_the_record_here(pair: Pair) -> None:
    held(pair)
    async with painted(pair.supervisor) as screen:
        await to_sessions(screen)
        await screen.press("home", "enter")
        await screen.until("for Officer A")
        pair.folder.rename(pair.folder.with_name("out"))
        await read_to_its_end(screen)
        await screen.press("s")
        await screen.until("They get exactly this.")
        await screen.press("s")
        await screen.until("The shared place is not here")
        pair.folder.with_name("out").rename(pair.folder)
        await screen.press("s")
        await screen.until("They get exactly this.")
        await screen.press("s")
        await screen.until("Sent to Officer A.")
    assert len(collect_records(pair.officer).waiting) == 1


@pytest.mark.thorough
async def test_one_begun_is_gone_on_with_and_not_begun_twice(pair: Pair) -> None:
    sitting = a_session(pair)
    sitting.next()
    sitting.leave()
    async with painted(pair.supervisor) as screen:
        await to_sessions(screen, "Go on with the session with Officer A")
        await screen.press("b")
        said = await screen.until("You were in the middle of something")
        assert "with Officer A" in said
        await screen.press("c")
        await screen.until("something heavy")


async def test_with_several_people_it_asks_with_whom(pair: Pair, tmp_path: Path) -> None:
    from sharing_between import a_coach, agree_between, connect_all, hold_keys

    third = a_coach(tmp_path / "homes" / "third", pair.supervisor.clock)  # type: ignore[arg-type]
    hold_keys(third, "officer-c", "Officer C")
    connect_all(pair.folder, pair.supervisor, third)
    agree_between(third, pair.supervisor)
    async with painted(pair.supervisor) as screen:
        await to_sessions(screen)
        await screen.press("b")
        await screen.until("With whom?")
        await screen.press("down", "enter")
        await screen.until("with Officer C", "How are you as you come in")


# -- what was before ------------------------------------------------------------------------


async def test_how_the_session_before_the_last_was_seen_is_still_there(
    pair: Pair, clock: Clock
) -> None:
    sent(pair)
    seen(pair, DIFFERENTLY)
    collect_records(pair.supervisor)
    a_month_on(clock)
    sent(pair)
    async with painted(pair.supervisor) as screen:
        said = await to_sessions(screen)
        assert "not said yet" in said
        assert "they see it differently" in said and DIFFERENTLY.words in said
