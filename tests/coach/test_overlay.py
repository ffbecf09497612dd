"""An organisation's own prompts beside the settings, or asked for by name."""

import json
import random
from pathlib import Path

import pytest
from making import Clock

from tipcoach.coach.begin import (
    LEFT_OUT,
    Beginning,
    begin,
    trouble_with_own_files,
)
from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import newest
from tipcoach.coach.resume import resume
from tipcoach.coach.sample import sample_journal
from tipcoach.errors import LibraryFault
from tipcoach.practice.answer import Text, YesNotYet
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat

NAME = "Sample Homes (a sample)"
OVERLAY = f"""\
overlay: {NAME}
provenance: {{author: a sample, lived_experience: none yet}}
rewords:
  - prompt: orient.hat-sentence
    question: What will you say you are there for?
"""
BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.HOME, Form.FULL, Hat.BOTH)
AFTER = Beginning(Kind.REFLECTION, "arrears", Channel.HOME, Form.QUICK)


def put(folder: Path, said: str = OVERLAY) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ours.yaml").write_text(said, encoding="utf-8")
    return folder


def test_prompts_beside_the_settings_are_laid_over_ours(coach: Coach) -> None:
    put(coach.places.overlay)
    asked = begin(coach, BEFORE).walk.checklist.prompt("orient.hat-sentence")
    assert asked
    assert (asked.question, asked.words_of) == ("What will you say you are there for?", NAME)
    assert trouble_with_own_files(coach) is None


def test_an_entry_quotes_the_words_that_were_asked(coach: Coach) -> None:
    put(coach.places.overlay)
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text("As your landlord."))
    kept = sitting.keep()
    assert kept.asked[1].question == "What will you say you are there for?"


@pytest.mark.parametrize("said", ["]", OVERLAY + "hides: [land.safe]\n", OVERLAY + "hide: []\n"])
def test_a_mistake_in_them_keeps_nobody_from_landing(coach: Coach, said: str) -> None:
    put(coach.places.overlay, said)
    sitting = begin(coach, AFTER)
    assert sitting.walk.at == "land.safe"
    sitting.answer("land.safe", YesNotYet(True))
    assert sitting.keep().asked[0].answer == YesNotYet(True)
    trouble = trouble_with_own_files(coach)
    assert trouble
    assert trouble.sentence.startswith(f"{LEFT_OUT} ours.yaml, line ")


def test_a_mistake_in_prompts_asked_for_by_name_is_refused(
    coach: Coach, tmp_path: Path, clock: Clock
) -> None:
    asked_for = put(tmp_path / "theirs", OVERLAY + "hides: [land.safe, orient.hat]\n")
    named = Coach(coach.places, clock=clock, overlay=asked_for)
    with pytest.raises(LibraryFault) as fault:
        begin(named, AFTER)
    assert len(fault.value.problems) == 2
    assert newest(named, None).entries == (), "the journal is read all the same"


def test_prompts_asked_for_by_name_stand_in_for_those_beside_the_settings(
    coach: Coach, tmp_path: Path
) -> None:
    put(coach.places.overlay)
    asked_for = put(tmp_path / "theirs", OVERLAY.replace("there for", "really there for"))
    named = Coach(coach.places, overlay=asked_for)
    asked = begin(named, BEFORE).walk.checklist.prompt("orient.hat-sentence")
    assert asked
    assert asked.question == "What will you say you are really there for?"


def test_one_mistake_does_not_hide_another(coach: Coach) -> None:
    put(coach.places.overlay, "]")
    coach.places.pathways.write_text("hazard: Ring 7\n", encoding="utf-8")
    trouble = trouble_with_own_files(coach)
    assert trouble
    assert "ours.yaml" in trouble.sentence
    assert "pathways.yaml" in trouble.sentence


def test_a_draft_written_before_words_had_an_owner_goes_on(coach: Coach) -> None:
    put(coach.places.overlay)
    left = begin(coach, BEFORE)
    left.answer("orient.hat-sentence", Text("As your landlord."))
    left.leave()
    path = coach.places.drafts / f"{left.draft.id}.checklist.json"
    beside = json.loads(path.read_text(encoding="utf-8"))
    assert NAME in path.read_text(encoding="utf-8"), "whose words they are is kept beside a draft"
    for section in beside["sections"]:
        del section["leads"]
        for prompt in section["prompts"]:
            del prompt["words_of"]
    path.write_text(json.dumps(beside), encoding="utf-8")

    again = resume(coach, left.draft.id)
    assert again.walk.answers == left.walk.answers
    assert {prompt.words_of for prompt in again.walk.checklist.prompts} == {""}


def test_the_sample_is_asked_in_our_words(coach: Coach) -> None:
    put(coach.places.overlay)
    with sample_journal() as sample:
        asked = [one for entry in newest(sample, None).entries for one in entry.asked]
    assert asked
    assert "What will you say you are there for?" not in [one.question for one in asked]


def test_without_any_nothing_that_reads_them_is_loaded(tmp_path: Path) -> None:
    from coach.test_imports import left_by

    modules = ["tipcoach.library.library", "tipcoach.coach.begin"]
    assert (
        left_by(modules, ["tipcoach.library.overlay_check", "tipcoach.library.never_asked"]) == []
    )


def test_the_same_chance_draws_the_same_with_an_overlay_that_changes_nothing(coach: Coach) -> None:
    plain = begin(Coach(coach.places, clock=coach.clock, chance=random.Random(3)), BEFORE)
    put(coach.places.overlay, "\n".join(OVERLAY.split("\n")[:2]))
    laid = begin(Coach(coach.places, clock=coach.clock, chance=random.Random(3)), BEFORE)
    assert laid.walk.checklist == plain.walk.checklist
