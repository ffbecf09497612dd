"""Whatever an officer hides, what a visit has to hold stays, and the walk can be walked."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import (
    Draw,
    checklist,
    every_checklist,
    name_of,
    prompt,
    real_checklist,
    real_checklists,
    section,
    visit,
    when,
)

from tipcoach.library.reach import principles_left_out, without_strengths
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import HAT_PROMPT, WATCH_SECTION, Checklist, Principle, Section
from tipcoach.practice.hiding import Hiding, hiding, without
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END, Walk

EVERY_ID = sorted({prompt.id for walk in every_checklist() for prompt in walk.prompts})


@st.composite
def walks_with_hidden(draw: Draw[Any]) -> tuple[Checklist, list[str]]:
    """A real checklist in any order, and any of its questions hidden, in any order."""
    found = draw(real_checklists())
    ids = draw(st.permutations([prompt.id for prompt in found.prompts]))
    return found, list(ids[: draw(st.integers(0, len(ids)))])


def asked_on(walk: Walk) -> list[str]:
    """Every question, going from step to step to the end."""
    seen: list[str] = []
    while walk.step is not None:
        seen += [prompt.id for prompt in walk.step.prompts]
        walk = walk.next()
    assert walk.at == END
    return seen


def whole(section: Section) -> bool:
    has_hat = any(prompt.id == HAT_PROMPT for prompt in section.prompts)
    always = section.landing or section.stop or section.together
    return always or has_hat or section.id == WATCH_SECTION


@pytest.mark.thorough
@settings(max_examples=12)
@given(walks_with_hidden(), st.sampled_from(Hat))
def test_what_a_visit_has_to_hold_stays_whatever_is_hidden(
    walk: tuple[Checklist, list[str]], hat: Hat
) -> None:
    holds_what_it_has_to(*walk, hat)


@pytest.mark.thorough
@settings(max_examples=300)
@given(walks_with_hidden(), st.sampled_from(Hat))
def test_it_stays_for_three_hundred_of_them(walk: tuple[Checklist, list[str]], hat: Hat) -> None:
    holds_what_it_has_to(*walk, hat)


def holds_what_it_has_to(found: Checklist, hidden: list[str], hat: Hat) -> None:
    left = without(found, hidden)
    kept = {section.id: section for section in left.sections}
    for each in filter(whole, found.sections):
        assert kept[each.id] == each
    forms = Counter(prompt.form for prompt in left.prompts)
    for form in (AnswerForm.YES_NOT_YET, AnswerForm.PROMISE, AnswerForm.IF_THEN, AnswerForm.SORT):
        assert forms[form] == sum(prompt.form is form for prompt in found.prompts)
    assert not {*principles_left_out(left)} - {*principles_left_out(found)}
    assert not {*without_strengths(left)} - {*without_strengths(found)}
    before, now = (asked_on(Walk.begin(one, visit(hat))) for one in (found, left))
    of_principle = {prompt.id: prompt.principle for prompt in found.prompts}
    for principle in Principle:
        many = [sum(of_principle[id_] is principle for id_ in ids) for ids in (before, now)]
        assert many[0] == many[1], principle


@pytest.mark.parametrize("found", every_checklist()[::7], ids=name_of)
def test_as_many_are_asked_of_a_drawn_section_when_all_is_hidden(found: Checklist) -> None:
    left = {section.id: section for section in without(found, EVERY_ID).sections}
    for each in found.sections:
        if each.asks is not None:
            wanted = min(max(each.asks, each.asks_when_watched or 0), len(each.prompts))
            assert len(left[each.id].prompts) >= wanted


def test_in_a_drawn_section_another_takes_its_place_and_elsewhere_it_is_left_out() -> None:
    found = real_checklist("reflect")
    assert hiding(found, (), "safety.temperature") is Hiding.ANOTHER_INSTEAD
    assert hiding(found, (), "moment.noticed") is Hiding.LEFT_OUT
    assert without(found, ["moment.noticed"]).prompt("moment.noticed") is None
    both = without(found, ["moment.noticed", "moment.stayed"])
    assert "moment" not in {section.id for section in both.sections}


@pytest.mark.parametrize(
    "id_",
    [
        "land.safe", "land.word", "stop.need", "orient.hat", "orient.hat-sentence",
        "watch.principle", "alone.cover", "promises.made", "plan.if-then", "business.sort",
        "landed.no-power", "no.such-question",
    ],
)  # fmt: skip
def test_these_stay(id_: str) -> None:
    for form in Form:
        for name in ("prepare", "reflect"):
            found = real_checklist(name, "arrears", Channel.HOME, form)
            assert hiding(found, (), id_) is None
            assert without(found, [id_]) == found


def test_the_five_on_one_screen_stay() -> None:
    found = real_checklist("reflect", form=Form.QUICK)
    for prompt_ in next(one for one in found.sections if one.together).prompts:
        assert without(found, [prompt_.id]) == found


def test_of_too_many_the_first_hidden_go() -> None:
    four = section("s", *(prompt(f"p.{n}") for n in range(4)), asks=1, asks_when_watched=2)
    left = without(checklist(four), ["p.3", "p.0", "p.1", "p.2"])
    assert [each.id for each in left.prompts] == ["p.1", "p.2"]


def test_what_opens_others_and_what_an_answer_opens_stays() -> None:
    found = checklist(section("s", prompt("p.opens"), prompt("p.waits", when=when("p.opens", "x"))))
    assert without(found, ["p.waits", "p.opens"]) == found


def test_the_last_about_strengths_and_the_last_of_a_principle_stay() -> None:
    strong = checklist(section("s", prompt("p.strong", strengths=True), prompt("p.plain")))
    assert without(strong, ["p.strong"]) == strong
    two = section("s", prompt("p.one"), prompt("p.two"), principle=Principle.TRUST)
    assert len(without(checklist(two), ["p.one", "p.two"]).prompts) == 1


def test_one_about_strengths_stays_that_is_open_on_any_day() -> None:
    sure = prompt("p.sure", strengths=True)
    found = checklist(section("s", sure, prompt("c.one", strengths=True, own_conduct=True)))
    assert without(found, ["p.sure"]) == found
    assert without(found, ["c.one"]).prompts == (sure,)


def test_on_a_day_the_officer_was_not_safe_enough_stay_too() -> None:
    conduct = [prompt(f"c.{n}", own_conduct=True) for n in range(3)]
    found = checklist(section("s", prompt("p.one"), *conduct, asks=1))
    left = without(found, ["p.one", "c.0", "c.1", "c.2"])
    assert [each.id for each in left.prompts] == ["p.one"]


def test_what_is_not_about_a_visit_stays_whole() -> None:
    found = checklist(section("s", prompt("p.one")), channel=None, purpose=None)
    assert without(found, ["p.one"]) == found
