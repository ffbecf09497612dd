"""What was said would happen, in plain lines: before the first question, and once it is kept."""

from datetime import timedelta
from pathlib import Path

import pytest
from making import Clock, asked, entry, new_id

from plain.talking import PREPARE, REFLECT, Heard, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Visit
from tipcoach.reports.promises import ON_THE_CASE

LANDED = ["yes", "1"]
"""Safe and out, and nothing that needs its own route."""


def promised(coach: Coach, *texts: str, days: int = -2, purpose: str = "arrears") -> Entry:
    """A reflection in the journal, with promises that are due in so many days."""
    due = coach.clock().date() + timedelta(days=days)
    made = entry(
        asked("promises.made", Promised(tuple(Promise(text, due) for text in texts))),
        kind=Kind.REFLECTION,
        id=new_id(coach.clock()),
        visit=Visit(purpose, Channel.PHONE, "2026-11"),
    )
    coach.journal.add(made)
    return made


def due_first(heard: Heard) -> list[str]:
    """The lines about what is due, all of them before the first question."""
    before = heard.out.partition("Question 1")[0]
    _, found, lines = before.partition("\nDue first:\n")
    return lines.partition("\n\n")[0].split("\n") if found else []


def test_a_preparation_begins_with_what_is_due_that_of_its_purpose_first(
    coach: Coach, clock: Clock
) -> None:
    promised(coach, "Chase the part", days=-9, purpose="repairs-access")
    clock.advance(seconds=1)
    promised(coach, "Ring back", days=-1)
    clock.advance(seconds=1)
    promised(coach, "Send the letter", days=0)
    clock.advance(seconds=1)
    promised(coach, "Not yet due", days=1)
    heard = type_lines(coach, PREPARE, "quit")
    assert due_first(heard) == [
        "Ring back, mine, 1 day over",
        "Send the letter, mine, today",
        "Chase the part, mine, 9 days over",
    ]


def test_of_many_that_are_due_five_are_said_and_how_to_see_the_rest(coach: Coach) -> None:
    promised(coach, *(f"Promise {number}" for number in range(7)))
    lines = due_first(type_lines(coach, PREPARE, "quit"))
    assert lines[4:] == ["Promise 4, mine, 2 days over", "and two more: tipcoach promises list"]


def test_a_reflection_never_begins_with_what_is_due(coach: Coach) -> None:
    promised(coach, "Ring back")
    heard = type_lines(coach, REFLECT, "quit")
    assert "Ring back" not in heard
    assert "due" not in heard.out.lower().split()


def test_a_journal_that_cannot_be_read_keeps_nobody_from_preparing(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    promised(coach, "Ring back")
    coach.places.journal.rename(tmp_path / "aside")
    coach.places.journal.write_text("not a folder", encoding="utf-8")
    heard = type_lines(coach, PREPARE, "quit")
    assert "Question 1" in heard
    assert due_first(heard) == []


def promise_typed(coach: Coach, *landing: str) -> Heard:
    """Land, go on to the promises by skipping, promise one thing, and keep it."""
    typed = [*landing, *["skip"] * 3, "Send the plan", "friday", "", "", "finish", "keep"]
    return type_lines(coach, REFLECT, *typed)


def test_once_a_reflection_is_kept_it_says_what_was_promised_and_that_others_are_due(
    coach: Coach, clock: Clock
) -> None:
    promised(coach, "Chase the part")
    clock.advance(seconds=1)
    heard = promise_typed(coach, *LANDED)
    assert "Enough for me to know it, nobody else." in heard
    assert heard.kept.promises[0].whose is Whose.MINE
    assert heard.after(f"Its id is {heard.kept.id}.") == (
        " What was said would happen Mine: Send the plan, by Friday 27 November "
        f"{ON_THE_CASE} "
        "One other promise is due. To see what is: tipcoach promises list"
    )
    assert "Chase the part" not in heard


def test_nothing_due_is_said_to_somebody_who_was_not_safe(coach: Coach, clock: Clock) -> None:
    promised(coach, "Chase the part")
    clock.advance(seconds=1)
    heard = type_lines(coach, REFLECT, "not yet", "2", "finish", "keep")
    assert heard.kept.kind is Kind.REFLECTION
    assert "other promise" not in heard
