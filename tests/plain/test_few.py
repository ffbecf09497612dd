"""The few questions of a bad day, line by line."""

import pytest

from plain.talking import PREPARE, REFLECT, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text

HANDFUL = "one at a time."


def test_it_is_offered_at_the_start_and_says_what_it_does(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE)
    assert "few: only the few questions of a bad day; again, all of them." in heard


def test_asked_for_from_the_start_the_walk_is_a_handful(coach: Coach) -> None:
    heard = type_lines(coach, REFLECT, *[""] * 7, form=None)
    chosen = type_lines(coach, REFLECT, "few", *[""] * 7, form=None)
    assert HANDFUL not in heard
    assert "Six questions, one at a time." in chosen
    assert "Nothing is missing from what you keep." in chosen
    assert "Question 6 of 6, Promises." in chosen
    assert chosen.entry is not None


def test_in_the_middle_it_keeps_what_was_answered_and_goes_on_with_the_few(coach: Coach) -> None:
    typed = ["landlord", "one. two", "few", "", "", "", "", "keep"]
    heard = type_lines(coach, PREPARE, *typed)
    assert "Four questions are left, one at a time." in heard
    assert "Question 3 of 6, Choice." in heard.after(HANDFUL)
    assert heard.answer_to("orient.hat-sentence") == Text("one. two")


def test_again_it_asks_all_of_them(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "landlord", "few", "few")
    assert "All the questions again." in heard
    assert "Five principles." in heard.after("All the questions again.")


def test_at_its_end_the_rest_can_be_asked_or_left_for_another_day(coach: Coach) -> None:
    typed = ["few", "landlord", "", "", "", ""]
    asked = type_lines(coach, PREPARE, *typed, "few")
    assert "few: the questions not asked yet." in asked
    assert "How will you say that, early and out loud?" in asked.after("All the questions again.")
    left = type_lines(coach, PREPARE, "later", *typed, "quit")
    assert "Saved. You stopped at the end, and it waits for you there." in left


@pytest.mark.parametrize("typed", ["few", "FEW"])
def test_with_a_backslash_it_is_a_word_like_any_other(coach: Coach, typed: str) -> None:
    heard = type_lines(coach, PREPARE, "landlord", f"\\{typed}", "finish", "keep")
    assert heard.answer_to("orient.hat-sentence") == Text(typed)


def test_one_of_the_five_and_a_heavy_one_can_be_left_for_the_few(coach: Coach) -> None:
    typed = ["landlord", "", "", "", "", "2", "few"]
    assert HANDFUL in type_lines(coach, PREPARE, *typed)
