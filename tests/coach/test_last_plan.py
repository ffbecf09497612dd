"""What the next preparation quotes of the last one for the same purpose."""

from pathlib import Path

import pytest
from making import Clock, asked, entry, new_id, visit

from tipcoach.coach import last_plan as reading
from tipcoach.coach.begin import Beginning, begin, begin_draft, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.resume import find_drafts, resume
from tipcoach.practice.answer import IfThen, Picked, Text
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import Planned

BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK)
PLAN = asked("plan.if-then", IfThen("it goes quiet", "count to ten"))
CAME = asked("plan.came", Picked("did-other"), label="It came, and I did otherwise")
NEXT = asked("decide.if-then", IfThen("I explain", "ask"))
THE_PLAN = "If it goes quiet, then I will count to ten"
WHAT_CAME = "What came of it: It came, and I did otherwise"
FOR_NEXT_TIME = "For next time: If I explain, then I will ask"


class Keeping:
    """Entries kept one after the other, a day apart."""

    def __init__(self, coach: Coach, clock: Clock) -> None:
        self._coach, self._clock = coach, clock

    def __call__(self, *questions: Asked, **more: object) -> Entry:
        now = self._clock.advance(days=1)
        made = entry(*questions, created=now, id=new_id(now), **more)
        self._coach.journal.add(made)
        return made


@pytest.fixture
def keep(coach: Coach, clock: Clock) -> Keeping:
    return Keeping(coach, clock)


def quoted(coach: Coach, beginning: Beginning = BEFORE) -> list[tuple[str, str | None]]:
    return [(line.text, line.entry) for line in begin_draft(coach, beginning).walk.planned]


def test_it_quotes_the_last_plan_what_came_of_it_and_the_next_time(
    coach: Coach, keep: Keeping
) -> None:
    keep(asked("plan.if-then", IfThen("an older moment", "do nothing")))
    plan = keep(PLAN)
    after = keep(CAME, NEXT, kind=Kind.REFLECTION, follows=plan.id)
    other = (asked("plan.if-then", IfThen("x", "y")), asked("a.word", Text("arrears")))
    keep(*other, visit=visit(purpose="damp"))
    assert quoted(coach) == [
        (THE_PLAN, plan.id),
        (WHAT_CAME, after.id),
        (FOR_NEXT_TIME, after.id),
    ]


def test_it_stands_above_the_plan_and_nowhere_else(coach: Coach, keep: Keeping) -> None:
    keep(PLAN)
    walk = begin_draft(coach, BEFORE).walk
    beside = {one.id for one in walk.checklist.prompts if walk.plan_beside(one)}
    assert beside == {"plan.if-then"}


def test_a_preparation_without_a_plan_does_not_hide_the_one_before(
    coach: Coach, keep: Keeping
) -> None:
    plan = keep(PLAN)
    keep(asked("orient.hat-sentence", Text("Both today.")))
    assert quoted(coach) == [(THE_PLAN, plan.id)]


def test_a_question_skipped_says_nothing_of_what_came(coach: Coach, keep: Keeping) -> None:
    plan = keep(PLAN)
    keep(asked("plan.came"), kind=Kind.REFLECTION, follows=plan.id)
    assert quoted(coach) == [(THE_PLAN, plan.id)]


def test_of_what_was_put_right_only_the_newest_version_is_quoted(
    coach: Coach, keep: Keeping
) -> None:
    wrong = keep(asked("plan.if-then", IfThen("a slip", "type")))
    after = keep(CAME, kind=Kind.REFLECTION, follows=wrong.id)
    right = keep(PLAN, supersedes=wrong.id)
    said = [(THE_PLAN, right.id), (WHAT_CAME, after.id)]
    assert quoted(coach) == said
    otherwise = asked("plan.came", Picked("not-come"), label="It did not come")
    again = keep(otherwise, kind=Kind.REFLECTION, follows=wrong.id, supersedes=after.id)
    assert quoted(coach) == [said[0], ("What came of it: It did not come", again.id)]


def test_a_plan_taken_out_of_an_entry_is_not_quoted(coach: Coach, keep: Keeping) -> None:
    wrong = keep(PLAN)
    keep(asked("orient.hat-sentence", Text("Both today.")), supersedes=wrong.id)
    assert quoted(coach) == []


def test_a_visit_that_was_stopped_is_no_last_time(coach: Coach, keep: Keeping) -> None:
    nowhere = visit(purpose=None)
    keep(PLAN, visit=nowhere, stopped="safeguarding")
    keep(NEXT, kind=Kind.REFLECTION, visit=nowhere, stopped="safeguarding")
    assert quoted(coach) == []


def test_it_looks_so_far_back_and_no_further(
    coach: Coach, keep: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = keep(PLAN)
    monkeypatch.setattr(reading, "MOST_RECORDS", 3)
    for _ in range(2):
        keep(asked("orient.hat-sentence", Text("Both today.")))
    assert quoted(coach) == [(THE_PLAN, plan.id)]
    keep(asked("orient.hat-sentence", Text("Both today.")))
    assert quoted(coach) == []


def test_a_reflection_quotes_what_it_looks_back_on_and_an_unlinked_one_nothing(
    coach: Coach, keep: Keeping
) -> None:
    first = keep(PLAN)
    keep(asked("plan.if-then", IfThen("another", "thing")))
    linked = looking_back_on(coach, first.id, Form.QUICK)
    assert quoted(coach, linked) == [(THE_PLAN, first.id)]
    unlinked = Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.QUICK)
    assert quoted(coach, unlinked) == []


def test_erasing_where_it_came_from_takes_it_out_of_the_draft(coach: Coach, keep: Keeping) -> None:
    plan = keep(PLAN)
    after = keep(CAME, kind=Kind.REFLECTION, follows=plan.id)
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text("My own words."))
    sitting.leave()
    erase(coach, plan_erasing(coach, after.id))
    assert [line.text for line in only_draft(coach)] == [THE_PLAN]
    erase(coach, plan_erasing(coach, plan.id))
    assert only_draft(coach) == ()


def test_erasing_before_the_first_answer_keeps_it_out_of_the_draft(
    coach: Coach, keep: Keeping
) -> None:
    keep(PLAN)
    after = keep(NEXT, kind=Kind.REFLECTION)
    sitting = begin(coach, BEFORE)
    erase(coach, plan_erasing(coach, after.id))
    sitting.answer("orient.hat-sentence", Text("My own words."))
    sitting.leave()
    assert [line.text for line in only_draft(coach)] == [THE_PLAN]


def only_draft(coach: Coach) -> tuple[Planned, ...]:
    (found,) = find_drafts(coach).drafts
    sitting = resume(coach, found.id)
    planned = sitting.walk.planned
    sitting.leave()
    return planned


def test_a_journal_that_cannot_be_read_keeps_nobody_from_preparing(
    coach: Coach, keep: Keeping
) -> None:
    keep(PLAN)
    folder = coach.places.journal
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("not a folder", encoding="utf-8")
    assert quoted(coach) == []
    assert begin_draft(coach, BEFORE).walk.step


def test_a_file_that_cannot_be_read_is_passed_over(coach: Coach, keep: Keeping) -> None:
    plan = keep(PLAN)
    broken = keep(asked("plan.if-then", IfThen("x", "y")))
    path = next(Path(coach.places.journal).rglob(f"{broken.id}.json"))
    path.write_text("{", encoding="utf-8")
    assert quoted(coach) == [(THE_PLAN, plan.id)]
