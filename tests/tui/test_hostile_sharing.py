"""Hostile words in every field of what somebody shared: read as written, none of it obeyed.

Each document is written whole and then spoilt, as a stranger with a key of their own could do it.
"""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sharing_between
from hostile import ALL_IN_ONE, LINES, NAME, ON_LINES, TEXTS, stored_entry
from making import Clock
from sharing_between import OFFICER, SUPERVISOR, Pair

from tipcoach.coach.agreeing import send
from tipcoach.coach.reviewing import look_over, open_copy
from tipcoach.coach.shared_place import the_place
from tipcoach.practice.checklist import Principle
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.shared_copy import SharedCopy, SharedPart, parts_to_choose
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreement, Comment, Content, Term
from tipcoach.supervision.identity import Identity
from tipcoach.supervision.mail import Letter, post, write_letter
from tui.painted import painted_as
from tui.sharing_screens import a_pair, choose, to_review, to_supervision
from tui.test_hostile_words import TALL, Watched

SPOILT = {"QUESTION": LINES[1].text, "NAMED": NAME.text, "WORDS": ON_LINES.text}


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are called something that would act."""
    for folder in (OFFICER, SUPERVISOR):
        monkeypatch.setitem(sharing_between.NAMES, folder, NAME.text)


@pytest.fixture
def pair(names: None, tmp_path: Path, clock: Clock) -> Pair:
    return a_pair(tmp_path, clock)


def spoilt(sender: Identity, reader: Card, content: Content) -> Letter:
    """A letter whose bytes say what this program would never have written."""
    letter = write_letter(sender.card, reader, content)
    written = letter.written.decode("utf-8")
    for place, text in SPOILT.items():
        written = written.replace(json.dumps(place), json.dumps(text))
    return replace(letter, written=written.encode("utf-8"))


def send_spoilt(pair: Pair, content: Content, *, back: bool = False) -> None:
    writer, other = (pair.supervisor, pair.officer) if back else (pair.officer, pair.supervisor)
    me, reader = writer.keys.identity, other.keys.card
    assert post(the_place(writer), spoilt(me, reader, content), me, reader)


COPY = SharedCopy(
    Kind.REFLECTION,
    "NAMED",
    "2026-11",
    "QUESTION",
    Principle.CHOICE,
    True,
    (SharedPart(Principle.TRUST, "WORDS", "WORDS"), SharedPart(None, "NAMED", "WORDS")),
)


@pytest.mark.thorough
async def test_a_hostile_copy_is_reviewed(pair: Pair) -> None:
    send_spoilt(pair, COPY)
    (brought,) = look_over(pair.supervisor).brought
    send_spoilt(pair, Comment(brought.id, "WORDS"))
    (pair.box / "evil[b]\x1b[2J.txt").write_text("x", encoding="utf-8")
    async with painted_as(Watched, pair.supervisor, TALL) as screen:
        await to_review(screen, "It holds heavy detail.")
        screen.assert_read(NAME, LINES[1])
        await screen.press("o")
        await screen.until("they see that you opened it")
        await screen.go_over("pagedown", 5)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("q")
        await screen.until("Ask a question")
        screen.assert_read(LINES[1])
        await screen.paste(ALL_IN_ONE.text, then=["ctrl+n"])
        await screen.settle()
        await screen.go_over("pagedown", 8)
        screen.assert_read(*TEXTS)


@pytest.mark.thorough
async def test_a_hostile_answer_is_read_by_its_officer(pair: Pair) -> None:
    record = pair.share(question=LINES[0].text)
    (brought,) = look_over(pair.supervisor).brought
    open_copy(pair.supervisor, brought)
    send_spoilt(pair, Comment(record.copy, "WORDS"), back=True)
    async with painted_as(Watched, pair.officer, TALL) as screen:
        await to_supervision(screen)
        screen.assert_read(NAME, LINES[0])
        await screen.press("enter")
        await screen.until("What was said of it")
        await screen.go_over("pagedown", 3)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("escape")
        await screen.settle()
        await screen.press("t")
        await screen.until("Take this back")
        screen.assert_read(LINES[0])


@pytest.mark.thorough
async def test_a_hostile_agreement_is_read(names: None, tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    today = clock().date()
    promise = EmployerPromise("WORDS", ("NAMED",), "NAMED", today)
    content = Agreement(today, today + timedelta(days=182), (Term("WORDS", "WORDS"),), promise)
    me, reader = pair.officer.keys.identity, pair.supervisor.keys.card
    send(pair.officer, spoilt(me, reader, content))
    async with painted_as(Watched, pair.supervisor, TALL) as screen:
        await to_supervision(screen)
        await screen.press("enter")
        await screen.until("waits for your yes")
        await screen.go_over("pagedown", 4)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("y")
        await screen.until("Say yes to the agreement")
        screen.assert_read(NAME)


@pytest.mark.thorough
async def test_a_hostile_entry_is_shared(pair: Pair) -> None:
    stored_entry(pair.officer)
    async with painted_as(Watched, pair.officer, TALL) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.settle()
        await screen.press("s")
        await screen.until("Choose the answers")
        await choose(screen, *range(len(stored_answers(pair))))
        await screen.go_over("pagedown", 8)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("home", "e")
        await screen.until("Your answer, in other words")
        await screen.press("pagedown")
        await screen.until("your entry stays as it is")
        await screen.press("ctrl+n", "enter")
        await screen.until("heavy detail")
        await screen.press("n")
        await screen.until("Share this with")
        await screen.go_over("pagedown", 9)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("s")
        await screen.until("Shared with")
        screen.assert_read(NAME)


def stored_answers(pair: Pair) -> list[object]:
    (kept,) = pair.officer.journal.records(None)
    assert isinstance(kept, Entry)
    return list(parts_to_choose(kept))
