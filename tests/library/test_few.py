"""The shortest version of our own checklists: a handful, safe, and with something of strengths."""

from collections.abc import Iterator

import pytest
from making import real_checklist, real_library

from tipcoach.practice.checklist import Checklist
from tipcoach.practice.visit import Channel, Form, Visit
from tipcoach.practice.walk import Walk

A_HANDFUL = 6


def every_visit() -> Iterator[Checklist]:
    for kind in ("prepare", "reflect"):
        for purpose in real_library().purposes:
            for channel in Channel:
                for form in Form:
                    yield real_library().checklist(kind, purpose.id, channel, form)


def few_of(checklist: Checklist) -> Walk:
    visit = None
    if checklist.channel:
        visit = Visit(checklist.purpose, checklist.channel, "2026-11")
    return Walk.begin(checklist, visit, few=True)


@pytest.mark.thorough
def test_before_and_after_any_visit_it_is_a_handful() -> None:
    for checklist in every_visit():
        walk = few_of(checklist)
        named = f"{checklist.id}, {checklist.purpose}, {checklist.channel}, {checklist.form}"
        assert walk.few, named
        assert 1 <= len(walk.path) <= A_HANDFUL, named


@pytest.mark.thorough
def test_it_asks_about_a_strength_unless_the_visit_always_stops() -> None:
    for checklist in every_visit():
        if checklist.always_stops:
            continue
        prompts = [step.prompts[0] for step in few_of(checklist).path]
        named = f"{checklist.id}, {checklist.purpose}, {checklist.channel}, {checklist.form}"
        assert any(prompt.strengths for prompt in prompts), named


def test_after_a_visit_it_lands_first_and_asks_what_needs_its_route() -> None:
    walk = few_of(real_checklist("reflect", channel=Channel.HOME, form=Form.QUICK))
    assert [step.id for step in walk.path][:2] == ["land.safe", "land.heard"]


@pytest.mark.parametrize("name", ["staff-mirror", "after-session"])
def test_what_is_for_oneself_alone_has_one_too(name: str) -> None:
    walk = few_of(real_library().standalone(name))
    assert 1 <= len(walk.path) <= A_HANDFUL


def test_it_says_that_the_rest_can_wait_and_that_nothing_is_missing() -> None:
    said = few_of(real_checklist("prepare")).checklist.few
    assert said is not None
    assert "Nothing is missing" in said.say and "another day" in said.say
