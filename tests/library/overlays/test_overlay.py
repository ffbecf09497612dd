"""An organisation's own prompts: laid over ours, in its own folder, and never the other way."""

import random
from pathlib import Path

import pytest
from making import real_library

from library.overlays.laid import (
    NAME,
    OWN_PATHWAY,
    OWN_PROMPT,
    OWN_PURPOSE,
    laid,
    one,
    put,
)
from tipcoach.coach.begin import draw
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.visit import Channel, Form

# -- adding ------------------------------------------------------------------------------


def test_an_added_prompt_is_asked_with_its_principle_and_says_whose_it_is(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    for purpose in ("arrears", "damp"):
        made = one(laid(folder, purpose=purpose), "ours.interpreter")
        assert made.principle == "safety"
        assert made.words_of == NAME
        assert made.reviewed == "a tenant panel, November 2026"
    assert laid(folder, "reflect").prompt("ours.interpreter") is None


def test_ours_stay_ours(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    plain = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)
    made = laid(folder)
    assert [p for p in made.prompts if p.id != "ours.interpreter"] == list(plain.prompts)


def test_a_prompt_added_for_some_purposes_is_asked_for_those_alone(folder: Path) -> None:
    put(folder, OWN_PROMPT.rstrip() + "\n    purposes: [damp, offer]\n")
    assert one(laid(folder, purpose="damp"), "ours.interpreter").own_to_purpose
    assert laid(folder, purpose="arrears").prompt("ours.interpreter") is None


def test_after_a_visit_that_always_stops_it_is_asked_only_by_that_name(folder: Path) -> None:
    always = "domestic-abuse"
    after = OWN_PROMPT.replace("phase: before", "phase: after")
    put(folder, after)
    assert laid(folder, "reflect").prompt("ours.interpreter")
    assert laid(folder, "reflect", always).always_stops
    assert laid(folder, "reflect", always).prompt("ours.interpreter") is None
    put(folder, after.rstrip() + f"\n    purposes: [{always}]\n")
    assert laid(folder, "reflect", always).prompt("ours.interpreter")


SECTIONED = """
adds:
  - id: ours.keys
    checklist: prepare
    section: landed
    question: Which of our letters is still on its way to them?
    why: A letter that crosses with you undoes what you said.
    sources: [OURS-1]
"""


def test_a_prompt_can_be_added_to_a_section_with_a_source_of_their_own(folder: Path) -> None:
    put(folder, SECTIONED)
    (folder / "sources.yaml").write_text("sources: [{key: OURS-1, title: Our own panel}]\n")
    made = laid(folder)
    (section,) = (section for section in made.sections if section.id == "landed")
    assert section.prompts[-1].id == "ours.keys"
    assert one(made, "ours.keys").sources == ("Our own panel",)


# -- rewording ---------------------------------------------------------------------------

EVERYWHERE = """
rewords:
  - prompt: collaboration.wants
    question: What do they want most from us?
"""
ON_THE_PHONE = EVERYWHERE + "    channels: {phone: {question: What do they want from the call?}}\n"
FOR_ARREARS = EVERYWHERE + (
    "  - prompt: collaboration.wants\n    purposes: [arrears]\n    question: Rent aside, then?\n"
)


@pytest.mark.parametrize(
    ("said", "purpose", "channel", "question"),
    [
        (EVERYWHERE, "arrears", Channel.HOME, "What do they want most from us?"),
        (EVERYWHERE, "arrears", Channel.PHONE, "What do they want most from us?"),
        (EVERYWHERE, "damp", Channel.OFFICE, "What do they want most from us?"),
        (ON_THE_PHONE, "arrears", Channel.HOME, "What do they want most from us?"),
        (ON_THE_PHONE, "arrears", Channel.PHONE, "What do they want from the call?"),
        (FOR_ARREARS, "arrears", Channel.PHONE, "Rent aside, then?"),
        (FOR_ARREARS, "damp", Channel.PHONE, "What do they want most from us?"),
    ],
)
def test_the_organisations_words_win_over_the_purposes_and_its_channels(
    folder: Path, said: str, purpose: str, channel: Channel, question: str
) -> None:
    put(folder, said)
    made = one(laid(folder, "prepare", purpose, channel), "collaboration.wants")
    assert made.question == question
    assert made.words_of == NAME


def test_what_is_not_reworded_is_still_the_purposes(folder: Path) -> None:
    put(folder, EVERYWHERE)
    plain = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)
    made, before = one(laid(folder), "collaboration.wants"), one(plain, "collaboration.wants")
    assert (made.hint, made.example) == (before.hint, before.example)


def test_words_that_are_not_shown_here_are_nobodys(folder: Path) -> None:
    put(folder, "\nrewords:\n  - prompt: orient.hat\n    channels: {video: {hint: Say it.}}\n")
    assert one(laid(folder, channel=Channel.VIDEO), "orient.hat").words_of == NAME
    assert one(laid(folder, channel=Channel.PHONE), "orient.hat").words_of == ""


def test_landing_may_be_put_in_their_own_words_and_keeps_its_stop_rules(folder: Path) -> None:
    put(folder, "\nrewords: [{prompt: land.heard, question: Does anything have to go further?}]\n")
    made = one(laid(folder, "reflect"), "land.heard")
    plain = real_library().checklist("reflect", "arrears", Channel.PHONE, Form.FULL)
    assert made.question == "Does anything have to go further?"
    assert made.choices == one(plain, "land.heard").choices


# -- hiding and ordering -----------------------------------------------------------------


def test_a_hidden_prompt_is_asked_nowhere_or_not_for_those_purposes(folder: Path) -> None:
    put(folder, "\nhides:\n  - landed.story\n  - {prompt: landed.from-us, purposes: [damp]}\n")
    assert laid(folder).prompt("landed.story") is None
    assert laid(folder).prompt("landed.from-us")
    assert laid(folder, purpose="damp").prompt("landed.from-us") is None


def test_what_comes_first_comes_first(folder: Path) -> None:
    put(folder, "\norder: {prepare: {landed: [landed.no-power, landed.story]}}\n")
    (section,) = (section for section in laid(folder).sections if section.id == "landed")
    ids = [prompt.id for prompt in section.prompts]
    assert ids == ["landed.no-power", "landed.story", "landed.from-us"]


def test_what_comes_first_is_drawn_first_every_time(folder: Path) -> None:
    first = ("trust.early-no", "trust.last-promise")
    put(folder, f"\norder: {{prepare: {{trust: [{', '.join(first)}]}}}}\n")
    made = laid(folder)
    for seed in range(20):
        drawn = draw(made, random.Random(seed))["trust"]
        assert drawn[:2] == first
        assert sorted(drawn) == sorted(p.id for s in made.sections if s.id == "trust"
                                       for p in s.prompts)  # fmt: skip


def test_their_own_can_stand_for_a_principle_among_the_five(folder: Path) -> None:
    put(folder, OWN_PROMPT + "\norder: {prepare: {five: [ours.interpreter]}}\n")
    (five,) = (section for section in laid(folder, form=Form.QUICK).sections if section.together)
    assert five.prompts[0].id == "ours.interpreter"
    assert five.prompts[0].question == "Is an interpreter booked?"
    of = [prompt.principle for prompt in five.prompts if prompt.principle]
    assert list(dict.fromkeys(of)) == ["safety", "trust", "choice", "collaboration", "empowerment"]


# -- whole purposes ----------------------------------------------------------------------


def test_a_whole_purpose_of_their_own_stands_among_ours(folder: Path) -> None:
    (folder / "purposes" / "parking.yaml").write_text(OWN_PURPOSE, encoding="utf-8")
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    library = Library(find_prompts(), overlay=folder)
    assert "parking" in [purpose.id for purpose in library.purposes]

    made = laid(folder, purpose="parking")
    author = f"the practice lead of {NAME}"
    assert one(made, "parking.letter").words_of == author
    assert one(made, "trust.last-promise").words_of == author
    assert made.prompt("trust.early-no") is None
    assert one(laid(folder, "reflect", "parking"), "land.heard").choice("threats")


def test_a_route_for_a_pathway_of_their_own_is_found(folder: Path, tmp_path: Path) -> None:
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    routes = tmp_path / "pathways.yaml"
    routes.write_text("neighbour-threats: [Ring 7]\nhazard: [Ring 8]\n")
    library = Library(find_prompts(), routes, folder)
    given = {one.id: one.route for one in library.pathways if one.route}
    assert given == {"neighbour-threats": ("Ring 7",), "hazard": ("Ring 8",)}

    put(folder, "\nhides: [land.safe]\n")
    library = Library(find_prompts(), routes, folder)
    assert {one.id: one.route for one in library.pathways if one.route} == {"hazard": ("Ring 8",)}
    assert library.routes_fault is None, "a mistake in the prompts takes no route away"
