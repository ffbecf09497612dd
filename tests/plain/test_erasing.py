"""What is said line by line before an entry is erased: what goes, and what is out of reach."""

import io

from making import asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import plan_erasing
from tipcoach.coach.promises import ledger, settle
from tipcoach.plain.erasing import ask_and_erase
from tipcoach.plain.talk import Talk
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Kind
from tipcoach.practice.follow_up import Became
from tipcoach.practice.promises import Promise


def visited(coach: Coach, *promises: str) -> str:
    said = Promised(tuple(map(Promise, promises)))
    made = entry(asked("promises.made", said), kind=Kind.REFLECTION)
    coach.journal.add(made)
    return made.id


def erases(coach: Coach, entry_id: str, typed: str) -> str:
    out = io.StringIO()
    talk = Talk(io.StringIO(typed), out)
    ask_and_erase(talk, coach, plan_erasing(coach, entry_id), entry_id)
    return " ".join(out.getvalue().split())


def test_that_its_promises_go_with_it_is_said_before_they_do(coach: Coach) -> None:
    one, two = visited(coach, "Ring"), visited(coach, "Ring", "Send the plan")
    settle(coach, f"{two}/1", Became.KEPT)

    said = erases(coach, two, "no\n\n")
    assert "- the entry - the 2 promises made in it - one note of what became of it" in said
    assert "- What was put in a calendar: delete it there" in said
    assert "- Reports written from it, anything copied" in said
    assert "Nothing was erased." in said and len(ledger(coach)) == 3

    assert "- the entry - the promise made in it This is" in erases(coach, one, "no\nerase\n")
    assert "Erased" in erases(coach, two, "no\nerase\n")
    assert ledger(coach) == ()
