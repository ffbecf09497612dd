"""The one question more, line by line."""

from plain.talking import REFLECT, Heard, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import MOST_CHARACTERS, Text
from tipcoach.practice.entry import Asked

DULL = (
    "The kettle was on and so was the radio. Tea in a blue cup, a clean table, a plant on the "
    "sill. Three chairs and a good view of the hill from there."
)
OFFERED = "One more question, if you like."


def reflect(coach: Coach, *typed: str, moment: str = DULL) -> Heard:
    return type_lines(coach, REFLECT, "yes", "1", "", moment, "finish", *typed)


def called(heard: Heard) -> list[Asked]:
    return [asked for asked in heard.kept.asked if asked.prompt.startswith("more.")]


def test_answered_it_is_in_the_entry_with_its_question(coach: Coach) -> None:
    heard = reflect(coach, "why", "Quillwort.", "keep")
    (asked,) = called(heard)
    assert asked.answer == Text("Quillwort.")
    assert f"{OFFERED} {asked.question} Answer it, or an empty line goes on." in heard
    assert "Why we ask" in heard.after(OFFERED)
    assert heard.after("Why we ask").count("The end.") == 1


def test_an_empty_line_or_skip_goes_on_and_it_does_not_come_again(coach: Coach) -> None:
    for typed in ("", "skip"):
        heard = reflect(coach, typed, "back", "finish", "keep")
        assert called(heard) == []
        assert heard.said.count(OFFERED) == 1


def test_off_stops_them_and_says_how_to_have_them_back(coach: Coach) -> None:
    heard = reflect(coach, "off", "keep")
    assert "To have them back: tipcoach lenses on moves." in heard
    assert called(heard) == []
    assert OFFERED not in reflect(coach, "keep")


def test_a_long_answer_and_one_that_is_too_long(coach: Coach) -> None:
    heard = reflect(coach, "x" * (MOST_CHARACTERS + 1), ".", "Quill", "wort.", ".", "keep")
    assert "Nothing was cut." in heard
    assert [asked.answer for asked in called(heard)] == [Text("Quill\nwort.")]


def test_little_written_is_left_be(coach: Coach) -> None:
    assert OFFERED not in reflect(coach, "keep", moment="The kettle was on.")
