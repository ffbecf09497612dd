"""Beginning a walk: what is drawn, what is known already, and what is planned beside it."""

import random
from dataclasses import replace

import pytest
from making import Clock, asked, entry, new_id, visit

from tipcoach.coach.begin import Beginning, begin, begin_draft, draw, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.practice.answer import IfThen, Text
from tipcoach.practice.checklist import Checklist, Principle
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat

BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.FULL)
AFTER = replace(BEFORE, kind=Kind.REFLECTION)


def test_a_walk_begins_with_what_is_known_of_the_visit(coach: Coach, clock: Clock) -> None:
    draft = begin_draft(coach, replace(BEFORE, hat=Hat.SUPPORT))

    assert draft.begun == draft.written == clock.now
    assert draft.walk.visit == visit(Hat.SUPPORT)
    assert draft.walk.checklist.id == "prepare"
    assert draft.walk.at == "orient.hat-sentence", "the hat is known, so it is not asked"
    assert begin_draft(coach, AFTER).walk.checklist.id == "reflect"


def test_every_walk_has_an_id_of_its_own(coach: Coach) -> None:
    assert begin_draft(coach, BEFORE).id != begin_draft(coach, BEFORE).id


def test_a_purpose_there_is_not_is_said_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(NotFound, match="did you mean “arrears”"):
        begin_draft(coach, replace(BEFORE, purpose="arears"))


# -- the draw ----------------------------------------------------------------------------


def rotated(made: Checklist) -> dict[str, tuple[str, ...]]:
    return {s.id: tuple(p.id for p in s.prompts) for s in made.sections if s.asks}


@pytest.mark.parametrize("beginning", [BEFORE, AFTER], ids=["before", "after"])
def test_the_draw_is_left_to_chance_and_leaves_nothing_out(
    coach: Coach, beginning: Beginning
) -> None:
    first = begin_draft(coach, beginning).walk.checklist
    authored = coach.library.checklist(first.id, "arrears", Channel.PHONE, Form.FULL)
    orders = set()
    for seed in range(20):
        drawn = authored.in_order(draw(authored, random.Random(seed)))
        assert {k: set(v) for k, v in rotated(drawn).items()} == {
            k: set(v) for k, v in rotated(authored).items()
        }
        plain = [s for s in drawn.sections if not s.asks]
        assert plain == [s for s in authored.sections if not s.asks], "only rotation draws"
        orders.add(tuple(rotated(drawn).values()))
    assert len(orders) > 15, "another twenty visits, another order"


@pytest.mark.parametrize("beginning", [BEFORE, AFTER], ids=["before", "after"])
def test_one_of_the_purposes_own_leads_and_over_time_each_question_is_asked(
    coach: Coach, beginning: Beginning
) -> None:
    asked_for: set[str] = set()
    every: set[str] = set()
    for seed in range(60):
        coach.chance = random.Random(seed)
        made = begin_draft(coach, replace(beginning, hat=Hat.BOTH)).walk
        for section in made.checklist.sections:
            own = [p.id for p in section.prompts if p.own_to_purpose]
            if not section.asks:
                continue
            if own:
                assert section.prompts[0].id in own
            every |= {p.id for p in section.prompts if "no theirs" not in str(p.when)}
        asked_for |= {prompt.id for prompt in made.open_prompts()}
    assert every <= asked_for, "no question is hidden for ever"


def test_the_same_chance_draws_the_same(coach: Coach) -> None:
    coach.chance = random.Random(7)
    first = begin_draft(coach, BEFORE).walk.checklist
    coach.chance = random.Random(7)
    assert begin_draft(coach, BEFORE).walk.checklist == first


# -- looking back ------------------------------------------------------------------------


def test_a_reflection_quotes_what_was_planned_and_watches_the_same(coach: Coach) -> None:
    kept = entry(
        asked("trust.last-promise", Text("The key."), principle=Principle.TRUST),
        asked("orient.hat-sentence", Text("Both today.")),
        asked("plan.if-then", IfThen("it goes quiet", "count to ten")),
        asked("safety.cornered", principle=Principle.SAFETY),
        visit=visit(Hat.BOTH, channel=Channel.OFFICE),
        watched=Principle.TRUST,
    )
    coach.journal.add(kept)

    beginning = looking_back_on(coach, kept.id, Form.FULL)
    assert (beginning.purpose, beginning.channel, beginning.hat) == (
        "arrears",
        Channel.OFFICE,
        Hat.BOTH,
    )
    draft = begin_draft(coach, beginning)
    assert draft.follows == kept.id
    assert draft.walk.watched is Principle.TRUST
    assert [line.text for line in draft.walk.planned] == [
        "The key.",
        "If it goes quiet, then I will count to ten",
    ]


def test_the_visit_may_have_gone_another_way_than_planned(coach: Coach) -> None:
    kept = entry(visit=visit(channel=Channel.HOME))
    coach.journal.add(kept)
    assert looking_back_on(coach, kept.id, Form.QUICK, Channel.PHONE).channel is Channel.PHONE


def test_only_a_preparation_with_a_purpose_can_be_looked_back_on(coach: Coach) -> None:
    reflection = entry(kind=Kind.REFLECTION)
    nameless = entry(visit=visit(purpose=None), stopped="hazard")
    for kept in (reflection, nameless):
        coach.journal.add(kept)
        with pytest.raises(WrongUsage):
            looking_back_on(coach, kept.id, Form.QUICK)
    with pytest.raises(NotFound):
        looking_back_on(coach, new_id(), Form.QUICK)


def test_a_walk_that_is_only_looked_at_leaves_nothing_on_the_disk(coach: Coach) -> None:
    sitting = begin(coach, replace(BEFORE, hat=Hat.BOTH))
    sitting.next()
    sitting.next()
    sitting.back()
    sitting.go_to(sitting.walk.path[-1].id)
    sitting.save_now()

    assert not coach.places.data.exists()
    sitting.let_go()
    assert not coach.places.data.exists()
