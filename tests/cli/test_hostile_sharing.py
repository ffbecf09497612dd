"""What somebody else put in a copy, a comment or a name moves nothing on a terminal."""

from collections.abc import Iterator

import pytest

from cli.two_desks import OFFICER, SUPERVISOR, Desks
from tipcoach.coach.shared_place import the_place
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session_record import SessionRecord
from tipcoach.practice.shared_copy import SharedCopy, SharedPart
from tipcoach.supervision.documents import Agreement, Comment, Content, Term
from tipcoach.supervision.mail import post, write_letter

EVIL = "\x1b[2J\x1b]0;owned\x07\u202emoc.live\x9b31m[red]"
"""Clears a screen, sets a title, turns text round, sets a colour, and looks like markup."""


def sends(desks: Desks, content: Content) -> str:
    """The officer sends something that their own program would never have written."""
    officer = desks.pair.officer
    reader = desks.pair.supervisor.keys.card
    letter = write_letter(officer.keys.card, reader, content)
    post(the_place(officer), letter, officer.keys.identity, reader)
    return letter.document.id


def evil_copy() -> SharedCopy:
    part = SharedPart(None, f"Question {EVIL}?", f"Answer {EVIL}")
    return SharedCopy(Kind.REFLECTION, f"about {EVIL}", "2026-11", EVIL, None, False, (part,))


def said_of(desks: Desks) -> Iterator[str]:
    copy = sends(desks, evil_copy())
    sends(desks, Comment(copy, f"Comment {EVIL}"))
    today = desks.pair.officer.clock().date()
    sends(desks, Agreement(today, today, (Term(f"Term {EVIL}", EVIL),), None))
    (desks.pair.box / f"{EVIL.replace('/', '')}.age").write_bytes(b"")
    yield desks.supervisor("review").both
    yield desks.supervisor("review", "open", copy).both
    yield desks.supervisor("agreement", "read").both
    actions = (Promise(f"Action {EVIL}", None, Whose.MINE),)
    sends(desks, SessionRecord(today, actions, (), (f"Upwards {EVIL}",), f"Helped {EVIL}"))
    yield desks.supervisor("session", "read").both
    yield desks.supervisor("session", "read", "--differently", f"View {EVIL}").both
    yield desks.supervisor("session", "show").both
    yield desks.supervisor("session", "agenda", "--with", OFFICER).both
    yield desks.supervisor("session", "send", EVIL, "--with", EVIL, "--yes").both
    yield desks.supervisor("session", "--with", EVIL, "--plain").both
    yield desks.officer("inbox", "say", copy, EVIL).both
    yield desks.officer("agreement", "know", EVIL).both
    yield desks.officer("share", EVIL, "--with", SUPERVISOR, "--part", EVIL, "--yes").both
    yield desks.officer("take-back", EVIL, "--yes").both
    yield desks.officer("agreement", "place", EVIL).both


def test_nothing_of_it_reaches_a_terminal(desks: Desks) -> None:
    shown = 0
    for said in said_of(desks):
        shown += "owned" in said
        for sign in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert sign not in said, said
    assert shown >= 7, "the words themselves are shown"


@pytest.mark.parametrize("as_json", [False, True])
def test_an_officers_own_words_are_cleaned_before_they_are_sent(
    desks: Desks, as_json: bool
) -> None:
    more = ["--json"] if as_json else []
    done = desks.officer(
        "share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word",
        "--question", EVIL, "--reword", f"land.word={EVIL}", "--preview", *more,
    )  # fmt: skip
    assert done.code == 0
    assert "\x1b" not in done.both and "\\u001b" not in done.out and "\u202e" not in done.both
    assert "owned" in done.out
