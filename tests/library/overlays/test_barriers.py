"""What got in the way: ours in their words, and their own."""

from pathlib import Path

import pytest
from making import real_library

from library.overlays.laid import (
    faults,
    laid,
    one,
    put,
)
from tipcoach.library.check import check_overlay
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library

# -- barriers ----------------------------------------------------------------------------


def test_the_barriers_are_ours_in_their_words_and_then_their_own(folder: Path) -> None:
    ours = real_library().barriers
    assert 9 <= len(ours) <= 12
    said = "barriers: [{id: one-car, label: The pool car}, {id: rule, label: A rule of ours}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    theirs = Library(find_prompts(), overlay=folder).barriers
    assert [one.id for one in theirs] == [*(one.id for one in ours), "one-car"]
    labels = {one.id: one.label for one in theirs}
    assert labels["rule"] == "A rule of ours"
    assert labels["time"] == ours[0].label


def test_what_got_in_the_way_offers_theirs_as_well(folder: Path) -> None:
    said = "barriers: [{id: one-car, label: The pool car}, {id: rule, label: A rule of ours}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    asked = one(laid(folder, "reflect"), "sense.barriers")
    assert asked.values[-1] == "one-car"
    assert [choice.label for choice in asked.choices if choice.value == "rule"] == [
        "A rule of ours"
    ]


@pytest.mark.thorough
def test_a_question_of_theirs_can_wait_for_a_barrier_of_theirs(folder: Path) -> None:
    said = "barriers: [{id: one-car, label: The pool car}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    waits = """
adds:
  - id: ours.car
    checklist: reflect
    section: whose
    question: What would you have done with a car?
    why: It may be worth asking for one.
    sources: [D]
    when: {answers: {sense.barriers: WORD}}
"""
    put(folder, waits.replace("WORD", "one-car"))
    assert check_overlay(folder, find_prompts()).problems == ()
    put(folder, waits.replace("WORD", "two-cars"))
    (problem,) = check_overlay(folder, find_prompts()).problems
    assert "waits for “two-cars”" in str(problem)


def test_with_a_mistake_in_their_barriers_ours_stand(folder: Path) -> None:
    said = "barriers: [{id: one-car, lable: The pool car}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    assert any("did you mean “label”" in said for said in faults(folder))
    assert Library(find_prompts(), overlay=folder).barriers == real_library().barriers
