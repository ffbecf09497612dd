"""What comes back is said once there is enough of it, and nothing else is."""

from datetime import date
from typing import Any

import pytest
from making import NOW, asked, entry, new_id, visit

from tipcoach.practice.answer import Answer, AnswerForm, Picked, PickedMany, Text
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import Became, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine, PromiseId
from tipcoach.practice.patterns import Patterns, Recurring, months_until, patterns
from tipcoach.practice.promises import Promise, Whose

TODAY = NOW.date()


def of(entries: list[Entry], lines: list[LedgerLine] | None = None, months: int = 12) -> Patterns:
    return patterns(entries, lines or [], TODAY, months)


def after(*questions: Asked, **more: Any) -> Entry:
    return entry(*questions, kind=Kind.REFLECTION, id=new_id(), **more)


def at_stake(principle: Principle) -> Asked:
    return asked("watch.at-stake", Picked(principle.value))


def left(id_: str = "choice.their-no", **more: Any) -> Asked:
    return asked(id_, **more)


def answered(answer: Answer, id_: str = "choice.their-no") -> Asked:
    return asked(id_, answer)


def slipped(made_in: Entry, became: Became, whose: Whose, because: str = "") -> LedgerLine:
    outcome = PromiseOutcome(1, became, TODAY, told=True, because=because)
    promise = Promise("Ring back", None, whose)
    return LedgerLine(PromiseId(made_in.id, 1), promise, "arrears", "rent arrears", outcome)


def test_of_two_of_something_nothing_is_said_and_of_three_it_is() -> None:
    two = [after(at_stake(Principle.TRUST)) for _ in range(2)]
    assert of(two).at_stake == of(two).written_about == ()
    three = [*two, after(at_stake(Principle.TRUST))]
    assert of(three).at_stake == (Recurring("trust", "trust", 3),)
    assert of(three).written_about == (Recurring("arrears", "rent arrears", 3),)


@pytest.mark.parametrize("kind", [Kind.PREPARATION, Kind.REFLECTION])
def test_what_was_to_be_watched_was_not_yet_at_stake(kind: Kind) -> None:
    unasked = [entry(kind=kind, id=new_id(), watched=Principle.TRUST) for _ in range(3)]
    left_open = [after(asked("watch.at-stake"), watched=Principle.TRUST) for _ in range(3)]
    assert of([*unasked, *left_open]).at_stake == ()
    assert of(unasked).written_about


@pytest.mark.parametrize(
    "silent",
    [
        {"stopped": "safeguarding"},
        {"visit": visit(purpose=None)},
        {"kind": Kind.STAFF_MIRROR, "visit": None, "visit_label": ""},
        {"kind": Kind.WALK_IT_AS_THEM, "visit": None, "visit_label": ""},
        {"kind": Kind.AGREEMENT, "visit": None, "visit_label": ""},
        {"kind": Kind.SESSION, "visit": None, "visit_label": ""},
    ],
    ids=["stopped", "no purpose named", "staff mirror", "team walk", "agreement", "session"],
)
def test_what_does_not_say_what_it_was_about_says_nothing_here(silent: dict[str, object]) -> None:
    picked = asked("sense.barriers", PickedMany(("a-target",)), label="A target")
    settled: dict[str, object] = {"kind": Kind.REFLECTION, **silent}
    questions = (picked, at_stake(Principle.TRUST), left())
    many = [entry(*questions, id=new_id(), **settled) for _ in range(6)]
    assert of(many) == Patterns("2025-12", "2026-11")


def test_nothing_of_a_staff_mirror_is_said_whatever_is_in_it() -> None:
    bring = asked("decide.bring", Text("What do I need?"))
    of_none: dict[str, Any] = {"kind": Kind.STAFF_MIRROR, "visit": None, "visit_label": ""}
    many = [entry(bring, id=new_id(), **of_none) for _ in range(3)]
    lines = [slipped(one, Became.NOT_KEPT, Whose.MINE, "no-time") for one in many]
    assert of(many, lines) == Patterns("2025-12", "2026-11")


def test_the_months_are_those_of_the_visits_with_this_one_among_them() -> None:
    def made_in(month: str) -> list[Entry]:
        return [after(visit=visit(month=month)) for _ in range(3)]

    assert months_until(date(2026, 1, 31), 3) == ("2025-11", "2026-01")
    for month, is_within in (("2026-11", True), ("2026-10", True), ("2026-09", False)):
        assert bool(of(made_in(month), months=2).written_about) is is_within, month
    assert not of(made_in("2026-12")).written_about


def test_barriers_are_those_picked_and_those_a_promise_met_as_they_were_last_called() -> None:
    first = after(asked("sense.barriers", PickedMany(("a-target",)), label="A target"))
    both = asked("sense.barriers", PickedMany(("a-target", "no-time")), label="Deadlines, No time")
    second = after(both)
    slip = slipped(second, Became.NOT_KEPT, Whose.MINE, "a-target")
    found = of([first, second], [slip])
    assert found.in_the_way == (Recurring("a-target", "Deadlines", 3),)
    assert found.slipped_because == ()


def test_what_only_a_promise_met_is_called_as_it_is_offered() -> None:
    made = [after() for _ in range(3)]
    lines = [slipped(one, Became.NOT_KEPT, Whose.MINE, "time") for one in made]
    found = patterns(made, lines, TODAY, 12, [Barrier("time", "Not enough time")])
    assert found.slipped_because == (Recurring("time", "Not enough time", 3),)
    assert found.in_the_way == found.slipped_because


def test_a_label_that_cannot_be_told_apart_is_not_guessed_at() -> None:
    both = asked("sense.barriers", PickedMany(("a", "b")), label="One, two, three")
    found = of([after(both) for _ in range(3)])
    assert [one.label for one in found.in_the_way] == ["a", "b"]


def test_promises_slip_when_not_kept_or_given_a_new_date_and_telling_is_no_mark() -> None:
    made = [after() for _ in range(3)]
    kept = [slipped(one, Became.KEPT, Whose.MINE, "no-time") for one in made]
    assert of(made, kept).slipped_whose == of(made, kept).slipped_because == ()
    became = (Became.NOT_KEPT, Became.RENEGOTIATED, Became.NOT_KEPT)
    lines = [
        slipped(one, how, Whose.ANOTHER_TEAM, "no-time")
        for one, how in zip(made, became, strict=True)
    ]
    found = of(made, lines)
    assert found.slipped_whose == (Recurring("another-team", "another team’s", 3),)
    assert found.slipped_because == (Recurring("no-time", "no-time", 3),)
    long_ago = [after(visit=visit(month="2024-01")) for _ in range(3)]
    old = [slipped(one, Became.NOT_KEPT, Whose.MINE) for one in long_ago]
    assert of(long_ago, old).slipped_whose == ()


def test_a_question_is_left_when_four_of_five_times_it_had_no_answer() -> None:
    asked_four = [after(left())] * 4
    assert of(asked_four).tend_to_be_left == ()
    four_of_five = [*asked_four, after(answered(Text("Once")))]
    (one,) = of(four_of_five).tend_to_be_left
    assert (one.prompt, one.question) == ("choice.their-no", "choice.their-no?")
    assert of([*four_of_five, after(answered(Text("Twice")))]).tend_to_be_left == ()


def test_one_of_the_five_that_was_not_opened_was_neither_asked_nor_left() -> None:
    shown = [after(left(outcome=Outcome.SHOWN))] * 9
    assert of(shown).tend_to_be_left == ()
    assert of([*shown, *[after(left())] * 5]).tend_to_be_left


@pytest.mark.parametrize(
    "never",
    [
        left("land.word", form=AnswerForm.ONE_WORD),
        left("land.heard", form=AnswerForm.PICK_ONE),
        left("stop.recorded", form=AnswerForm.YES_NOT_YET),
        left("promises.made", form=AnswerForm.PROMISE),
        left("chair.say", form=AnswerForm.SAY_ONLY),
        left("chair.tell", form=AnswerForm.ON_SCREEN_ONLY),
        left("orient.hat-sentence"),
    ],
    ids=lambda one: one.prompt,
)
def test_some_questions_are_never_said_to_be_left(never: Asked) -> None:
    assert of([after(never)] * 9).tend_to_be_left == ()


def test_the_one_word_at_landing_is_in_no_pattern() -> None:
    word = asked("land.word", Text("hollow"), form=AnswerForm.ONE_WORD)
    assert "hollow" not in repr(of([after(word, left())] * 9))


def test_what_may_be_brought_is_the_newest_few_of_three_months() -> None:
    bring = [
        after(asked("decide.bring", Text(f"How do I {n}?")), visit=visit(month=month))
        for n, month in enumerate(("2026-08", *["2026-10"] * 6, "2026-11"))
    ]
    found = of(bring).to_bring
    assert [one.month for one in found] == ["2026-11", *["2026-10"] * 4]
    assert len(found) == 5
    assert "How do I 0?" not in repr(found)
    assert len(of(bring, months=1).to_bring) == 1


def test_the_order_in_which_entries_come_changes_nothing() -> None:
    many = [
        after(
            asked("decide.bring", Text(f"{n}")),
            asked("sense.barriers", PickedMany(("a", "b")[n % 2 :]), label="B"),
            at_stake((Principle.TRUST, Principle.CHOICE)[n % 2]),
        )
        for n in range(8)
    ]
    assert of(many) == of(many[::-1])
    assert [one.id for one in of(many).at_stake] == ["choice", "trust"]


def test_picking_is_not_the_only_way_to_answer_barriers() -> None:
    """A file of another hand may hold another shape there; it is passed over."""
    odd = asked("sense.barriers", Picked("a-target"), label="A target")
    assert of([after(odd)] * 5).in_the_way == ()
