"""The one word for how an officer is: in the draft, and in the entry only where that was chosen."""

from dataclasses import replace
from pathlib import Path

import pytest
from cli.program import REFLECTION, write_answers
from making import asked, entry
from tui.frames.visits import LANDED, begun

from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.resume import resume
from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.entry import Kind, Outcome
from tipcoach.settings import read_settings

WORD = "wrung"
PROMPT = "land.word"


def keeping_words(coach: Coach) -> Coach:
    """As the line in the settings says it."""
    path = coach.places.settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("keep_words: true\n", encoding="utf-8")
    coach.__dict__["settings"] = replace(coach.settings, keep_words=read_settings(path).keep_words)
    return coach


@pytest.mark.parametrize("keeps", [False, True])
def test_it_is_in_the_draft_and_kept_only_where_the_settings_say_so(
    coach: Coach, keeps: bool
) -> None:
    if keeps:
        keeping_words(coach)
    sitting = begun(coach, Kind.REFLECTION, {**LANDED, PROMPT: Text(WORD)})
    sitting.leave()
    again = resume(coach, sitting.draft.id)
    assert again.walk.answers[PROMPT] == Text(WORD)
    assert again.keeps_words is keeps
    kept = again.keep()
    (word,) = (each for each in kept.asked if each.prompt == PROMPT)
    assert word.outcome is (Outcome.ANSWERED if keeps else Outcome.NOT_KEPT)
    files = [path for path in coach.places.data.rglob("*") if path.is_file()]
    assert any(WORD.encode() in path.read_bytes() for path in files) is keeps


@pytest.mark.parametrize("keeps", [False, True])
def test_from_a_file_of_answers_too(coach: Coach, tmp_path: Path, keeps: bool) -> None:
    if keeps:
        keeping_words(coach)
    said = write_answers(tmp_path, REFLECTION)
    kept = keep_answers(coach, said, Wanted(Kind.REFLECTION))
    assert (kept.answer_to(PROMPT) == Text("steadier")) is keeps


def test_what_was_kept_once_stays_when_its_entry_is_put_right(coach: Coach) -> None:
    made = entry(asked(PROMPT, Text(WORD), form=AnswerForm.ONE_WORD), kind=Kind.REFLECTION)
    coach.journal.add(made)
    sitting = correct(coach, made.id)
    assert sitting.keeps_words
    sitting.answer(PROMPT, Text("calmer"))
    assert sitting.keep().answer_to(PROMPT) == Text("calmer")
