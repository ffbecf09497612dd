"""Hostile words in plain lines: each is read as it was written, and none of it is obeyed."""

from pathlib import Path

import pytest
import yaml
from hostile import (
    ALL_IN_ONE,
    EVERY_FORM,
    HALF_A_PAIR,
    LINES,
    LONG_WORD,
    MARKS_ONLY,
    NAME,
    TEXTS,
    Hostile,
    assert_harmless,
    assert_read,
    spoilt_prompts,
    stored_draft,
    stored_entry,
)
from making import prompt

from plain.talking import PREPARE, REFLECT, Heard, answer, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.draft import Draft

TYPED = [one.text for one in TEXTS]
OF_THE_FIVE = [str(number) for number, _ in enumerate(Principle, 1)]


IN_EVERY_FORM = (
    *[".", *TYPED, HALF_A_PAIR.text, "."],
    *["open", ALL_IN_ONE.text, ALL_IN_ONE.text],
    *[*TYPED, ""],
    *[*TYPED[::3], "", *TYPED[1::3], "", *TYPED[2::3], ""],
    *[*(line for number in OF_THE_FIVE for line in (number, ALL_IN_ONE.text)), ""],
    # What is no date and nobody's is asked again, and then left open.
    *[*(line for text in TYPED for line in (text, text, "", text, "")), ""],
    *[ALL_IN_ONE.text, ALL_IN_ONE.text],
)


def assert_heard(heard: Heard, *hostile: Hostile) -> None:
    assert_harmless(heard.out)
    assert_read(heard.out, *(hostile or TEXTS))


@pytest.mark.thorough
def test_what_is_typed_in_every_form_is_read_and_not_obeyed(coach: Coach) -> None:
    """Said back when it is asked again, on the card, and beside its outcome after the visit."""
    asks(coach, *EVERY_FORM)
    heard = type_lines(coach, PREPARE, *IN_EVERY_FORM, *["back"] * 9, *[""] * 14, "keep")
    assert_heard(heard, *TEXTS, HALF_A_PAIR)
    assert heard.out.count("Your answer so far:") >= 8, "every form but the five"
    assert_heard(type_lines(coach, REFLECT, *[""] * 7, "1", of=heard.kept.id, purpose=None))


def test_hostile_words_set_aside_and_one_line_are_read(coach: Coach) -> None:
    asks(coach, *EVERY_FORM)
    first = ("", "open", ALL_IN_ONE.text, "back", "back", "closed", "finish")
    heard = type_lines(coach, PREPARE, *first, "keep", "one line", ALL_IN_ONE.text, "")
    assert_heard(heard)
    assert heard.answer_to("keep.one-line") == Text(ALL_IN_ONE.read)


def test_a_draft_made_hostile_by_somebody_else_is_read_and_goes_on(coach: Coach) -> None:
    stored_draft(coach)
    heard = type_lines(coach, PREPARE, "continue", "why", "skip", "open", *["skip"] * 5, "quit")
    assert_heard(heard, NAME, *TEXTS)
    assert "The questions have changed since." in heard
    (draft,) = coach.drafts.all()
    assert isinstance(draft, Draft), "what was read can be read again"


def test_an_entry_made_hostile_by_somebody_else_is_read(coach: Coach) -> None:
    stored_entry(coach)
    asks(coach, *EVERY_FORM)
    heard = type_lines(coach, REFLECT, "1", *[""] * 7, "1", purpose=None)
    assert_heard(heard, NAME, *TEXTS)


@pytest.mark.thorough
def test_prompts_made_hostile_by_somebody_else_are_read(coach: Coach, tmp_path: Path) -> None:
    coach = Coach(coach.places, clock=coach.clock, prompts=spoilt_prompts(tmp_path))
    coach.places.config.mkdir(parents=True)
    routes = {"domestic-abuse": [line.text for line in LINES]}
    coach.places.pathways.write_text(yaml.safe_dump(routes), encoding="utf-8")
    heard = type_lines(coach, REFLECT, "why", "yes", "5", "", "", "keep")
    assert_heard(heard)
    assert heard.kept.stopped == "domestic-abuse"
    coach = Coach(coach.places, clock=coach.clock)
    coach.places.pathways.write_text(yaml.safe_dump({NAME.text: ["x"]}), encoding="utf-8")
    assert_heard(type_lines(coach, PREPARE), NAME)
    coach = Coach(coach.places, clock=coach.clock)
    coach.places.pathways.write_bytes(b'"\\e[2J": [x]\n' * 2)
    heard = type_lines(coach, PREPARE)
    assert_heard(heard, Hostile("", "the file has `\\u{1b}[2J` twice"))


FULL = "w" * 8_000


@pytest.mark.parametrize(
    "text, kept",
    [
        pytest.param("", None, id="nothing"),
        pytest.param("x", "x", id="one character"),
        pytest.param(FULL, FULL, id="8000"),
        pytest.param(FULL + "w", None, id="8001"),
        pytest.param(LONG_WORD, LONG_WORD, id="a long word"),
        pytest.param(MARKS_ONLY.text, MARKS_ONLY.read, id="marks alone"),
        pytest.param("x" + "\x1b" * 2_000, None, id="longer once it is shown"),
    ],
)
def test_a_text_of_any_length_is_kept_whole_or_not_at_all(
    coach: Coach, text: str, kept: str | None
) -> None:
    heard = answer(coach, prompt("one"), text)
    assert_harmless(heard.out)
    assert heard.answer_to("one") == (Text(kept) if kept else None)
    assert ("one answer holds 8,000." in heard) is (kept is None and text != "")
