"""Hostile words in every field of a session's record and its view: read as written, not obeyed."""

from pathlib import Path

import pytest
import sharing_between
from hostile import LINES, NAME, TEXTS
from making import Clock
from sharing_between import OFFICER, SUPERVISOR, Pair

from tipcoach.coach.session_views import collect_records
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session_record import SessionRecord
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import painted_as
from tui.session_screens import a_month_on, a_session, seen, sent, with_answers
from tui.sharing_screens import a_pair, to_supervision
from tui.test_hostile_sharing import send_spoilt
from tui.test_hostile_words import TALL, Watched


@pytest.fixture
def pair(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """Both are called something that would act."""
    for folder in (OFFICER, SUPERVISOR):
        monkeypatch.setitem(sharing_between.NAMES, folder, NAME.text)
    return a_pair(tmp_path, clock)


def record(pair: Pair) -> SessionRecord:
    today = pair.supervisor.clock().date()
    actions = (Promise("NAMED", today, Whose.THEIRS), Promise("QUESTION", None, Whose.OURS))
    return SessionRecord(today, actions, ("trust",), ("QUESTION",), "WORDS")


HELPED = "\n".join(text.text for text in TEXTS)
VIEW = SessionView(agreed=False, words=HELPED)


@pytest.mark.thorough
async def test_a_hostile_record_is_read_and_kept(pair: Pair) -> None:
    send_spoilt(pair, record(pair), back=True)
    async with painted_as(Watched, pair.officer, TALL) as screen:
        await screen.until("waits for your view")
        await to_supervision(screen, "waits for your view")
        screen.assert_read(NAME)
        await screen.press("home", "enter")
        await screen.until("Held on")
        await screen.go_over("pagedown", 6)
        await screen.press("end")
        await screen.settle()
        screen.assert_read(NAME, LINES[1], *TEXTS)
        await screen.press("a")
        await screen.until("Do you agree")
        await screen.press("a")
        await screen.until("you agreed")
        await screen.press("escape", "j")
        await screen.until("This week")
        await screen.settle()
        await screen.press("enter")
        await screen.until("o options")
        await screen.go_over("pagedown", 6)


@pytest.mark.thorough
async def test_a_hostile_view_stands_with_the_record(pair: Pair, clock: Clock) -> None:
    sent(pair, Promise(LINES[1].text, None, Whose.MINE), helped=HELPED)
    seen(pair, VIEW)
    async with painted_as(Watched, pair.supervisor, TALL) as screen:
        await screen.until("how they see a record")
        screen.assert_read(NAME)
        await to_supervision(screen, "words stand with it")
        await screen.press("end", "up", "enter")
        await screen.until("Held on")
        await screen.go_over("pagedown", 8)
        screen.assert_read(NAME, LINES[1], *TEXTS)
    a_month_on(clock)
    pair.share(question=LINES[0].text)
    # Where the agenda stands beside the talk.
    async with painted_as(Watched, pair.supervisor, (120, 60)) as screen:
        await screen.app.push_screen(WalkScreen(a_session(pair)))
        await screen.settle()
        screen.assert_read(NAME, LINES[0], LINES[1])
        await screen.press("ctrl+o")
        await screen.until("kept nowhere")
        await screen.go_over("pagedown", 8)
        screen.assert_read(NAME, LINES[0], LINES[1], *TEXTS)


@pytest.mark.thorough
async def test_a_hostile_record_is_looked_at_and_sent(pair: Pair) -> None:
    sitting = with_answers(a_session(pair), Promise(LINES[1].text, None, Whose.OURS))
    async with painted_as(Watched, pair.supervisor, TALL) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.press("escape", "d")
        await screen.until("Keep this as it is?")
        screen.assert_read(NAME, LINES[1])
        await screen.press("k")
        await screen.until("not sent")
        await screen.go_over("pagedown", 3)
        screen.assert_read(NAME, LINES[1])
        await screen.press("s")
        await screen.until("They get exactly this.")
        await screen.press("s")
        await screen.until("Sent to")
        screen.assert_read(NAME)
    assert len(collect_records(pair.officer).waiting) == 1
