"""Every walk there is, walked: each purpose, channel, hat and form, and what was said first.

Checklists are resolved once; the rest is values. The default run takes every checklist,
something theirs or nothing, and the officer safe or not; each stop rule of a purpose is declared
once, in the full form, on one of its channels. The thorough run declares each on every channel
and form, under every hat, by an officer safe or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from making import every_checklist, real_checklist, real_library, visit

from tipcoach.practice.answer import Picked, Sorted, YesNotYet
from tipcoach.practice.checklist import Checklist, Choice, Principle, Prompt
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END, Step, Walk

PURPOSES = [purpose.id for purpose in real_library().purposes]
SORT, SAFE, NOT_YET, HEARD = "business.sort", "land.safe", "land.not-yet", "land.heard"


@dataclass(frozen=True)
class Given:
    """What is so on one walk: who the officer is, and what they say on the way."""

    hat: Hat
    something_theirs: bool = True
    unsafe: bool = False
    stop: Choice | None = None

    def __str__(self) -> str:
        stop = self.stop.value if self.stop else "no stop"
        return f"{self.hat.value}, theirs {self.something_theirs}, unsafe {self.unsafe}, {stop}"


def stop_rules(checklist: Checklist) -> list[Choice]:
    heard = checklist.prompt(HEARD)
    return [choice for choice in heard.choices if choice.pathway] if heard else []


def answered(walk: Walk, prompt: Prompt, given: Given) -> Walk:
    match prompt.id:
        case "business.sort":
            theirs = ("where to sit",) if given.something_theirs else ()
            return walk.answer(SORT, Sorted(("the law",), (), theirs))
        case "land.safe":
            return walk.answer(SAFE, YesNotYet(not given.unsafe))
        case "land.not-yet":
            return walk.answer(NOT_YET, Picked("not-safe"))
        case "land.heard" if given.stop:
            return walk.answer(HEARD, Picked(given.stop.value))
        case _:
            return walk


def walked(checklist: Checklist, given: Given) -> tuple[Walk, list[Step]]:
    """From the first step to the end, and every step that was in front of the officer."""
    about = visit(given.hat, purpose=checklist.purpose, channel=checklist.channel)
    walk = Walk.begin(checklist, about)
    steps = []
    # The hat is known, so its own question is passed; each other step comes once at most.
    for _ in range(len(checklist.prompts) + 1):
        if walk.step is None:
            break
        steps.append(walk.step)
        for prompt in walk.step.prompts:
            walk = answered(walk, prompt, given)
        walk = walk.next()
    assert walk.at == END, "the end is never far"
    return walk, steps


def hold(checklist: Checklist, given: Given) -> None:
    """What has to be so of one walk."""
    walk, steps = walked(checklist, given)
    asked = [prompt for step in steps for prompt in step.prompts]
    where = f"{checklist.id}, {checklist.purpose}, {checklist.channel}, {checklist.form}; {given}"
    assert len({prompt.id for prompt in asked}) == len(asked), where
    if given.stop and checklist.id == "reflect":
        assert walk.stopped == given.stop.pathway, where
    if walk.stopped:
        assert [prompt.id for prompt in asked] == left_after_a_stop(checklist, given), where
        return
    if given.unsafe and checklist.id == "reflect":
        assert walk.officer_unsafe, where
        assert not [prompt.id for prompt in asked if prompt.own_conduct], where
    else:
        reached = {prompt.principle for prompt in asked}
        assert [one.value for one in Principle if one not in reached] == [], where


def left_after_a_stop(checklist: Checklist, given: Given) -> list[str]:
    """Landing as far as it was open before, then its end, and what stopping asks."""
    landing = [SAFE, *([NOT_YET] if given.unsafe else []), HEARD]
    stop = next(section for section in checklist.sections if section.stop)
    asked = [one.id for one in stop.prompts if one.form.is_left_after_a_stop]
    return landing + asked


def given_for(checklist: Checklist, hats: tuple[Hat, ...]) -> Iterator[Given]:
    """Everything that can be so on this checklist: each question of it that turns a walk."""
    if checklist.id == "prepare":
        return (Given(hat, theirs) for hat, theirs in product(hats, (True, False)))
    stops: list[Choice | None] = [None, *stop_rules(checklist)]
    both = (False, True)
    return (Given(hat, True, unsafe, stop) for hat, unsafe, stop in product(hats, both, stops))


def is_short(checklist: Checklist, given: Given) -> bool:
    """Whether the default run takes it: each stop rule of a purpose once."""
    if given.stop is None:
        return True
    once = (checklist.channel, checklist.form) == (Channel.HOME, Form.FULL)
    return once and not given.unsafe


def all_of(id_: str, purpose: str) -> list[Checklist]:
    return [one for one in every_checklist() if (one.id, one.purpose) == (id_, purpose)]


WALKS = [(id_, purpose) for id_ in ("prepare", "reflect") for purpose in PURPOSES]
EACH = pytest.mark.parametrize(("id_", "purpose"), WALKS)


@pytest.mark.thorough
@EACH
def test_every_walk_comes_to_its_end_and_asks_what_it_should(id_: str, purpose: str) -> None:
    for checklist in all_of(id_, purpose):
        for given in given_for(checklist, (Hat.BOTH,)):
            if is_short(checklist, given):
                hold(checklist, given)


@pytest.mark.thorough
@EACH
def test_it_is_so_whatever_the_hat(id_: str, purpose: str) -> None:
    for checklist in all_of(id_, purpose):
        for given in given_for(checklist, tuple(Hat)):
            hold(checklist, given)


def test_both_halves_of_a_visit_are_walked_for_every_purpose() -> None:
    every = [(one.id, one.purpose, one.channel, one.form) for one in every_checklist()]
    assert sorted(every) == sorted(product(("prepare", "reflect"), PURPOSES, Channel, Form))


# -- how much there is to ask ------------------------------------------------------------


@pytest.mark.parametrize(("id_", "least"), [("prepare", 3), ("reflect", 2)])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_purpose_has_questions_of_its_own_before_and_after(
    id_: str, purpose: str, least: int
) -> None:
    for channel in Channel:
        found = real_checklist(id_, purpose, channel, Form.FULL)
        assert len([prompt for prompt in found.prompts if prompt.own_to_purpose]) >= least


def test_no_two_questions_share_their_wording_in_the_whole_library() -> None:
    asked: dict[str, set[str]] = {}
    for checklist in every_checklist():
        if checklist.form is Form.FULL:
            for prompt in checklist.prompts:
                words = " ".join(prompt.question.casefold().split())
                asked.setdefault(words, set()).add(prompt.id)
    assert [words for words, ids in asked.items() if len(ids) > 1] == []
