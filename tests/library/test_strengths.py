"""Whatever chance draws, no walk goes without a question about what is strong, unless it stops."""

import random
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import checklist, prompt, real_checklist, real_library, section, when

from library.test_every_walk import Given, walked
from tipcoach.coach.begin import draw
from tipcoach.library.check import check_overlay
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.library.reach import without_strengths
from tipcoach.practice.checklist import Checklist, Gate, Principle, Prompt
from tipcoach.practice.visit import Channel, Form, Hat

PURPOSES = [purpose.id for purpose in real_library().purposes]
HEAD = "overlay: x\nprovenance: {author: a, lived_experience: none yet}\n"


def asks_about_strengths(made: Checklist, seed: int, given: Given) -> bool:
    _, steps = walked(made.in_order(draw(made, random.Random(seed))), given)
    return any(prompt.strengths for step in steps for prompt in step.prompts)


def goes_on(made: Checklist) -> bool:
    """After a visit that always stops its route is left; before it no account is sought."""
    return made.always_stops is None


@settings(max_examples=40)
@given(
    st.sampled_from(["prepare", "reflect"]),
    st.sampled_from(PURPOSES),
    st.sampled_from(Channel),
    st.sampled_from(Form),
    st.builds(Given, st.sampled_from(Hat), st.booleans(), st.booleans()),
    st.integers(0, 10**6),
)
def test_every_walk_that_goes_on_asks_about_strengths(
    id_: str, purpose: str, channel: Channel, form: Form, given: Given, seed: int
) -> None:
    made = real_checklist(id_, purpose, channel, form)
    assert not goes_on(made) or asks_about_strengths(made, seed, given)


@pytest.mark.thorough
@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_is_so_whatever_is_drawn(purpose: str) -> None:
    for id_, channel, form, hat in product(("prepare", "reflect"), Channel, Form, Hat):
        made = real_checklist(id_, purpose, channel, form)
        for seed, unsafe in product(range(25), (False, True)):
            given = Given(hat, seed % 2 == 0, unsafe)
            assert not goes_on(made) or asks_about_strengths(made, seed, given)


def test_only_the_purpose_that_always_stops_is_let_be() -> None:
    let_be = {one for one in PURPOSES
              if not goes_on(real_checklist("reflect", one, Channel.HOME, Form.FULL))}  # fmt: skip
    assert let_be == {"domestic-abuse"}


def test_what_is_asked_of_empowerment_changes_all_the_same() -> None:
    for id_, purpose in product(("prepare", "reflect"), PURPOSES):
        made = real_checklist(id_, purpose, Channel.HOME, Form.FULL)
        (there,) = (one for one in made.sections if one.principle is Principle.EMPOWERMENT)
        assert there.asks
        drawn = {one for seed in range(80)
                 for one in draw(made, random.Random(seed))[there.id][: there.asks]}  # fmt: skip
        assert drawn == {one.id for one in there.prompts}, (id_, purpose)


# -- what the check makes of it ----------------------------------------------------------

STRONG = prompt("strong", strengths=True, principle=Principle.EMPOWERMENT)
OTHERS = tuple(prompt(f"other-{n}", principle=Principle.EMPOWERMENT) for n in range(3))
GATED = prompt("gated", strengths=True, principle=Principle.EMPOWERMENT, when=when("other-0", "x"))
OF_THE_HAT = prompt(
    "hat", strengths=True, principle=Principle.EMPOWERMENT, when=Gate(hats=(Hat.BOTH,))
)
CONDUCT = prompt("conduct", strengths=True, principle=Principle.EMPOWERMENT, own_conduct=True)


@pytest.mark.parametrize(
    ("prompts", "more", "is_sure"),
    [
        ((*OTHERS, STRONG), {}, True),
        (OTHERS, {}, False),
        ((*OTHERS, GATED), {}, False),
        ((*OTHERS, OF_THE_HAT), {}, False),
        ((*OTHERS, CONDUCT), {}, False),
        ((*OTHERS, STRONG), {"asks": 1}, True),
        ((*OTHERS, STRONG), {"asks": 2, "leads": ("other-0",)}, True),
        ((*OTHERS, STRONG), {"asks": 2, "leads": ("other-0", "other-1")}, False),
        ((*OTHERS, STRONG), {"asks": 2, "leads": ("other-0", "strong")}, True),
        ((*OTHERS, GATED), {"asks": 2}, False),
        ((*OTHERS, GATED, STRONG, OF_THE_HAT), {"asks": 1}, True),
        ((STRONG, *OTHERS), {"together": True}, True),
        ((*OTHERS, STRONG), {"together": True}, False),
        ((GATED, STRONG, *OTHERS), {"together": True}, True),
    ],
)
def test_the_check_is_sure_of_what_chance_cannot_take(
    prompts: tuple[Prompt, ...], more: dict[str, Any], is_sure: bool
) -> None:
    there = section("empowerment", *prompts, **({"principle": Principle.EMPOWERMENT} | more))
    made = checklist(there)
    lacking = list(without_strengths(made))
    assert bool(lacking) is not is_sure
    if is_sure and "asks" in more:
        assert all(asks_about_strengths(made, seed, Given(Hat.SUPPORT)) for seed in range(30))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("hides: [empowerment.strength-seen]\n", "hides[1].prompt leaves empowerment"),
        (
            "order: {prepare: {empowerment: [empowerment.disagree, empowerment.tempted-to-fix]}}\n",
            "order.prepare.empowerment leaves strengths",
        ),
    ],
    ids=["hidden", "put after others"],
)
def test_an_organisation_is_told_when_it_takes_them_all(
    tmp_path: Path, said: str, where: str
) -> None:
    (tmp_path / "ours.yaml").write_text(HEAD + said, encoding="utf-8")
    assert Library(find_prompts(), overlay=tmp_path).overlay_fault is None, "it is not refused"
    (problem,) = check_overlay(tmp_path, find_prompts()).problems
    assert where in str(problem)
    assert problem.line == 3
