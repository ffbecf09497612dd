"""A page on one's own learning in lines: what is asked, what is taken, and what a yes is."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from making import asked, entry, real_library

from plain.talking import lines
from tipcoach.coach.coach import Coach
from tipcoach.coach.learning import Learning
from tipcoach.plain.learning import learn_in_lines
from tipcoach.plain.talk import Talk
from tipcoach.practice.answer import IfThen, Picked, Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise

MADE = entry(
    asked("land.heard", Picked("nothing"), label="No, nothing"),
    asked("moment.stayed", Text("Mr Okoro went quiet.")),
    asked("promises.made", Promised((Promise("Send the plan"),))),
    asked("next.plan", IfThen("it goes quiet", "count to five")),
    kind=Kind.REFLECTION,
)
SKILLED, COMMUNICATION = "5", "9"


@dataclass(frozen=True)
class Talked:
    """What was said, as running text, what is on the page, and whether there was a yes."""

    yes: bool
    said: str
    learning: Learning

    def words(self, field: str) -> str:
        return self.learning.words(field)


@pytest.fixture
def coach(coach: Coach) -> Coach:
    coach.library = real_library()
    return coach


def types(coach: Coach, *typed: str) -> Talked:
    out, learning = io.StringIO(), Learning(coach, MADE)
    talk = Talk(io.StringIO(lines(typed)), out)
    yes = learn_in_lines(talk, coach, learning, Path("learning.docx"))
    return Talked(yes, " ".join(out.getvalue().split()), learning)


def test_four_fields_a_look_all_of_it_and_a_yes(coach: Coach) -> None:
    talked = types(coach, "A call", "A pause", "I wait", f"{SKILLED} {COMMUNICATION}", "yes")
    assert talked.yes
    assert [talked.words(field) for field in ("was", "learned", "changed")] == [
        "A call",
        "A pause",
        "I wait",
    ]
    assert [each.id for each in talked.learning.standards] == [
        "cih-skilled",
        "charter-communication",
    ]
    page = talked.said.rpartition("as a neighbour or a colleague would.")[2]
    assert page.startswith(" Learning from practice November 2026 What it was A call")
    assert "to learning.docx; anything else does not." in page


def test_of_the_entry_only_what_was_written_is_offered_and_nothing_is_taken_unasked(
    coach: Coach,
) -> None:
    talked = types(coach, "A call", "", "", "", "yes")
    assert "1. moment.stayed?" in talked.said
    assert "2. next.plan?" in talked.said
    assert "No, nothing" not in talked.said
    assert "Send the plan" not in talked.said
    page = talked.said.rpartition("Learning from practice")[2]
    assert "Okoro" not in page


def test_an_answer_goes_in_by_its_number_and_is_looked_at_once_more(coach: Coach) -> None:
    talked = types(coach, "1 2", "Waiting", "", "", "use", "yes")
    assert talked.yes
    assert "“Mr Okoro”, in What it was." in talked.said
    assert talked.words("was") == (
        "The person went quiet.\nIf it goes quiet, then I will count to five"
    )


def test_words_that_are_kept_are_kept_and_said_once(coach: Coach) -> None:
    talked = types(coach, "1", "", "", "", "", "yes")
    assert talked.yes
    assert talked.said.count("“Mr Okoro”") == 1
    assert talked.words("was") == "Mr Okoro went quiet."


def test_back_goes_back_and_an_empty_line_keeps_what_is_there(coach: Coach) -> None:
    talked = types(coach, "A call", "back", "", "A pause", "", "", "yes")
    assert "So far: A call An empty line keeps it." in talked.said
    assert (talked.words("was"), talked.words("learned")) == ("A call", "A pause")


@pytest.mark.parametrize("typed", [("A call", "", "", "", "no"), ("A call", "quit"), ("A call",)])
def test_without_a_yes_nothing_is_written(coach: Coach, typed: tuple[str, ...]) -> None:
    talked = types(coach, *typed)
    assert not talked.yes
    assert talked.said.endswith("Nothing was written.")


def test_too_many_words_are_said_and_asked_again(coach: Coach) -> None:
    talked = types(coach, "x" * 4001, "A call", "", "", "", "yes")
    assert "What it was: one field holds 4,000 characters." in talked.said
    assert (talked.yes, talked.words("was")) == (True, "A call")


def test_a_number_that_is_no_standard_is_asked_again(coach: Coach) -> None:
    talked = types(coach, "A call", "", "", "99", SKILLED, "yes")
    assert "Answer with numbers from 1 to 21" in talked.said
    assert [each.name for each in talked.learning.standards] == ["Skilled"]


def test_why_is_answered(coach: Coach) -> None:
    talked = types(coach, "why", "A call", "", "", "why", "", "why", "yes")
    for words in (
        "what the learning came from",
        "may ask which standard",
        "can be read and copied",
    ):
        assert words in talked.said, words
    assert talked.yes
