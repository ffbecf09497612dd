"""What follows from a reflection, and what else is due, said only once somebody has landed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from making import asked, entry, new_id

from tipcoach.practice.answer import Answer, IfThen, Picked, Promised, Text, YesNotYet
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.ledger import LedgerLine, PromiseId
from tipcoach.practice.promises import Promise, Whose
from tipcoach.reports.kept import others_due, what_follows
from tipcoach.reports.promises import ON_THE_CASE

TODAY = date(2026, 11, 25)


def reflection(answers: dict[str, Answer], **more: Any) -> Entry:
    asked_ = (asked(id_, answer) for id_, answer in answers.items())
    return entry(*asked_, kind=Kind.REFLECTION, **more)


def test_what_was_said_would_happen_is_told_by_whose_it_is() -> None:
    made = reflection(
        {
            "promises.made": Promised(
                (
                    Promise("Find a daytime slot", None, Whose.ANOTHER_TEAM),
                    Promise("Ring back", date(2026, 11, 26)),
                    Promise("Send the page", None, Whose.THEIRS),
                    Promise("Chase the part"),
                )
            ),
            "decide.bring": Text("How do I stop?\nWhat do I fear?"),
            "sense.who-should-hear": Text("The letters go out on the day."),
            "decide.if-then": IfThen("it goes quiet", "count to ten"),
        }
    )
    assert what_follows(made, TODAY) == [
        "What was said would happen",
        "Mine: Ring back, by Thursday 26 November",
        "Mine: Chase the part",
        "Theirs: Send the page",
        "Another team’s: Find a daytime slot",
        ON_THE_CASE,
        "",
        "Next time",
        "If it goes quiet, then I will count to ten.",
        "",
        "To bring to supervision",
        "How do I stop?",
        "What do I fear?",
        "The letters go out on the day.",
    ]


def test_with_nothing_promised_or_planned_nothing_follows() -> None:
    assert what_follows(reflection({"moment.stayed": Text("A look.")}), TODAY) == []
    plan: dict[str, Answer] = {"plan.if-then": IfThen("a", "b")}
    assert what_follows(entry(asked("plan.if-then", plan["plan.if-then"])), TODAY) == []


LANDED: dict[str, Answer] = {"land.safe": YesNotYet(True), "land.heard": Picked("nothing")}
OUT: dict[str, Answer] = {"land.safe": YesNotYet(False), "land.not-yet": Picked("checked-out")}


def owed(days: int, of: str = "") -> LedgerLine:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    promise = Promise("Ring back", TODAY + timedelta(days=days))
    return LedgerLine(PromiseId(of or new_id(at), 1), promise, "arrears", "rent arrears")


def test_what_else_is_due_is_counted_in_words() -> None:
    made = reflection(LANDED)
    others = [owed(-2), owed(0)]
    assert others_due(made, others).startswith("Two other promises are due.")
    assert others_due(made, others[1:]) == (
        "One other promise is due. To see what is: tipcoach promises list"
    )
    assert others_due(reflection(OUT), others)
    assert others_due(made, [owed(-1, of=made.id)]) == ""


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"land.safe": YesNotYet(False)},
        {"land.safe": YesNotYet(False), "land.not-yet": Picked("not-safe")},
        {"land.safe": YesNotYet(True), "land.heard": Picked("not-safe")},
    ],
)
def test_nothing_due_is_said_to_somebody_who_has_not_landed(answers: dict[str, Answer]) -> None:
    assert others_due(reflection(answers), [owed(-2)]) == ""
    assert others_due(reflection(LANDED, stopped="safeguarding"), [owed(-2)]) == ""
