"""With an entry go its promises; what was said of those that stay still holds."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from making import asked, entry, follow_up

from coach.erasures import RARE, found_in, kept
from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.following import links
from tipcoach.coach.promises import ledger, settle
from tipcoach.coach.resume import resume
from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import AnswerForm, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became, PromiseOutcome
from tipcoach.practice.ledger import PromiseId
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import Planned
from tipcoach.reports.erasing import out_of_reach, what_goes

PLAN, RING, ASK = Promise(f"Send the {RARE}", date(2026, 11, 20)), Promise("Ring"), Promise("Ask")


def visited(coach: Coach, *said: Promise, **more: object) -> Entry:
    made = entry(asked("promises.made", Promised(said)), kind=Kind.REFLECTION, **more)
    coach.journal.add(made)
    return made


def corrected(coach: Coach, before: Entry, *said: Promise) -> Entry:
    return visited(coach, *said, id=coach.new_id(after=before.id), supersedes=before.id)


def prepares_quoting(coach: Coach, *planned: Planned) -> str:
    """A preparation under way that quotes something beside its questions."""
    beginning = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
    sitting = begin(coach, beginning)
    sitting.answer("orient.hat-sentence", Text("My own words."))
    sitting.leave()
    draft = coach.drafts.read(sitting.draft.id)
    coach.drafts.save(replace(draft, walk=replace(draft.walk, planned=planned)))
    return draft.id


def test_with_a_reflection_go_its_promises_and_every_quote_of_it(coach: Coach) -> None:
    gone, stays = visited(coach, PLAN, RING), visited(coach, ASK)
    settle(coach, f"{gone.id}/1", Became.NOT_KEPT, told=True)
    quoted = Planned(None, AnswerForm.PROMISE, PLAN.text, gone.id)
    other = Planned(Principle.TRUST, AnswerForm.IF_THEN, "If it is loud, then I wait.", stays.id)
    draft_id = prepares_quoting(coach, quoted, other, quoted)
    assert len(found_in(coach, RARE)) == 2

    erasing = plan_erasing(coach, gone.id)
    assert (erasing.promises, len(erasing.follow_ups), erasing.quoting) == (2, 1, (draft_id,))
    assert what_goes(erasing)[:2] == ("the entry", "the 2 promises made in it")
    erase(coach, erasing)

    assert found_in(coach, RARE) == []
    assert [line.promise for line in ledger(coach)] == [ASK]
    walk = resume(coach, draft_id).walk
    assert walk.planned == (other,)
    assert walk.answers["orient.hat-sentence"] == Text("My own words.")


def test_a_quote_goes_with_an_entry_whose_file_was_deleted_by_hand(coach: Coach) -> None:
    first = visited(coach, PLAN)
    second = corrected(coach, first, RING)
    prepares_quoting(coach, Planned(None, AnswerForm.PROMISE, PLAN.text, first.id))
    (coach.places.journal / "2026-11" / f"{first.id}.json").unlink()
    erase(coach, plan_erasing(coach, second.id))
    assert found_in(coach, RARE) == []


def test_what_goes_counts_the_promises_of_the_version_that_stood(coach: Coach) -> None:
    second = corrected(coach, visited(coach, PLAN, RING), RING)
    assert "the promise made in it" in what_goes(plan_erasing(coach, second.id))
    assert plan_erasing(coach, second.id, earlier_only=True).promises == 0
    assert not any("promise" in line for line in what_goes(plan_erasing(coach, kept(coach).id)))


def test_what_was_put_in_a_calendar_is_said_to_be_out_of_reach(coach: Coach) -> None:
    assert any("calendar" in line for line in out_of_reach(plan_erasing(coach, kept(coach).id)))


def stands(coach: Coach) -> list[tuple[PromiseId, Promise, PromiseOutcome | None]]:
    """Each promise and what counts of it, whatever the number it was said by."""
    return [
        (
            line.id,
            line.promise,
            line.outcome and replace(line.outcome, number=line.id.number),
        )
        for line in ledger(coach)
    ]


def test_what_was_said_of_a_promise_of_a_version_that_goes_still_holds(coach: Coach) -> None:
    first = visited(coach, PLAN, RING, ASK)
    settle(coach, f"{first.id}/2", Became.NOT_KEPT, told=True, because="another-team")
    second = corrected(coach, first, ASK, RING)
    third = corrected(coach, second, RING, ASK)
    before = stands(coach)
    erase(coach, plan_erasing(coach, third.id, earlier_only=True))

    assert found_in(coach, RARE) == []
    assert stands(coach) == before
    (said,) = links(coach).said(third.id, PromiseOutcome)
    assert (said.about, said.said) == (
        third.id,
        PromiseOutcome(1, Became.NOT_KEPT, told=True, because="another-team"),
    )


def test_what_was_said_of_a_promise_before_and_replaced_does_not_come_back(coach: Coach) -> None:
    first = visited(coach, RING)
    second = corrected(coach, first, RING)
    not_kept = settle(coach, f"{second.id}/1", Became.NOT_KEPT)
    kept_it = PromiseOutcome(1, Became.KEPT)
    id_ = coach.new_id(after=not_kept.id)
    coach.journal.add(follow_up(first.id, said=kept_it, replaces=not_kept.id, id=id_))
    before = stands(coach)
    assert before[0][2] == kept_it
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert stands(coach) == before


def test_of_an_entry_put_right_since_the_earlier_versions_can_go_and_all_still_holds(
    coach: Coach,
) -> None:
    """It is asked of a version that is itself an earlier one."""
    first = visited(coach, RING, ASK)
    settle(coach, f"{first.id}/1", Became.KEPT)
    second = corrected(coach, first, ASK, RING)
    corrected(coach, second, Promise("Ask on Monday"), RING)
    before = stands(coach)
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert stands(coach) == before
    assert before[1][2] == PromiseOutcome(2, Became.KEPT)


def anything(coach: Coach, chance: random.Random) -> None:
    """A promise made or said something of, in one window or two, or an entry put right."""
    lines = ledger(coach)
    line = chance.choice(lines) if lines else None
    record = coach.journal.read(line.id.entry) if line else None
    way = chance.choice(["make", "say", "say", "say in another window", "put right"])
    if line is None or not isinstance(record, Entry) or way == "make":
        visited(coach, *(Promise(f"Promise {chance.random()}") for _ in range(3)))
    elif way == "put right":
        corrected(coach, record, *chance.sample(record.promises, len(record.promises)))
    elif way == "say":
        settle(coach, str(line.id), chance.choice([Became.KEPT, Became.NOT_KEPT]))
    else:
        versions = [each for each in links(coach).versions(record.id) if coach.journal.has(each)]
        about = chance.choice(versions)
        became = chance.choice([Became.KEPT, Became.NOT_KEPT])
        said = PromiseOutcome(chance.randint(1, 3), became)
        standing = [None, *(each.id for each in links(coach).said(about, PromiseOutcome))]
        before = chance.choice(standing)
        id_ = coach.new_id(after=max(about, before or ""))
        coach.journal.add(follow_up(about, said=said, id=id_, replaces=before))


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.thorough) for n in range(1, 40))]
)
def test_whatever_was_said_the_ledger_is_the_same_when_earlier_versions_go(
    coach: Coach, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        anything(coach, chance)
        if chance.random() < 0.2:
            before = stands(coach)
            for entry_id in {line.id.entry for line in ledger(coach)}:
                with suppress(WrongUsage):
                    erase(coach, plan_erasing(coach, entry_id, earlier_only=True))
            assert stands(coach) == before
