"""Visits in which the same things come back, as my patterns need them."""

from datetime import timedelta

from making import asked, entry, new_id, visit

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import AnswerForm, Picked, PickedMany, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Asked, Kind
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.promises import Promise, Whose

PURPOSES = (("arrears", "rent arrears"), ("repairs-access", "repairs access"))
BARRIERS = (("another-team", "Another team"), ("a-target", "A target or a deadline"))
PRINCIPLES = (Principle.TRUST, Principle.CHOICE)
LEFT = (
    ("business.sort", AnswerForm.SORT, "What cannot move today, what can flex?"),
    ("moment.noticed", AnswerForm.TEXT, "What did you notice in yourself?"),
    ("safety.temperature", AnswerForm.TEXT, "When did things ease or tighten, at the door or "
     "once you were in? What happened just before?"),
)  # fmt: skip


def a_few_visits(coach: Coach, number: int) -> None:
    """So many reflections, two thirds of one sort and a third of another; the newest of now."""
    now = coach.clock()
    for place in range(number):
        created = now - timedelta(days=number - place)
        sort = 0 if place % 3 else 1
        (purpose, label), (barrier, called) = PURPOSES[sort], BARRIERS[sort]
        made = entry(
            asked("watch.at-stake", Picked(PRINCIPLES[sort].value)),
            *_asked(place),
            asked("sense.barriers", PickedMany((barrier,)), label=called),
            kind=Kind.REFLECTION,
            visit=visit(purpose=purpose, month=f"{created:%Y-%m}"),
            visit_label=label,
            created=created,
            id=new_id(created),
        )
        coach.journal.add(made)
        became = Became.NOT_KEPT if place % 2 else Became.RENEGOTIATED
        outcome = PromiseOutcome(1, became, due=now.date(), told=True, because=barrier)
        coach.journal.add(FollowUp(new_id(now), now, made.id, outcome))


def _asked(place: int) -> list[Asked]:
    promise = Promise("Ring about the boiler", None, Whose.MINE)
    bring = "How do I stop filling the silence?" if place % 2 else "Who could change the letter?"
    left = [asked(id_, form=form, question=question) for id_, form, question in LEFT]
    return [*left, asked("promises.made", Promised((promise,))), asked("decide.bring", Text(bring))]
