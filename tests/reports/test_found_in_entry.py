"""What a search found is told where it stands among the lines an entry is shown in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from making import asked, entries, entry

from tipcoach.practice.answer import Answer, IfThen, Lines, Picked, Promised, Sorted, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.findable import passages_of
from tipcoach.practice.promises import Promise
from tipcoach.practice.query import read_query
from tipcoach.practice.words import words_of
from tipcoach.reports.entries import entry_parts
from tipcoach.reports.found_in_entry import FoundInEntry, found_in_entry

TODAY = date(2026, 11, 22)


def looked_for(typed: str, one: Entry) -> tuple[FoundInEntry, list[str]]:
    """What was found, and each answer as it is shown."""
    parts = entry_parts(one, (), TODAY)
    found = found_in_entry(read_query(typed), one, parts)
    return found, ["\n".join(part.lines) for part in parts]


def marked(typed: str, *answers: Answer) -> list[str]:
    """The words that were found, with a stroke before those that are shown first."""
    one = entry(*(asked(f"p{n}", answer) for n, answer in enumerate(answers)))
    found, shown = looked_for(typed, one)
    return [
        f"{'/' if (number, start) == found.first else ''}{shown[number][start:end]}"
        for number, spans in enumerate(found.spans)
        for start, end in spans
    ]


@pytest.mark.parametrize(
    ("typed", "answer", "words"),
    [
        ("KETTLE*", Text("A kéttle, kettles.\nKettle-drum"), ["/kéttle", "kettles", "Kettle"]),
        ('"the back door"', Text("The back\ndoor; the door"), ["/The back\ndoor"]),
        ("then", IfThen("then it rains", "go then"), ["/then", "then", "then"]),
        ('"rains then"', IfThen("it rains", "go"), ["/rains\nthen"]),
        ("send", Promised((Promise("Send it."),)), ["/Send"]),
        ("friday", Promised((Promise("By Friday", date(2026, 11, 27)),)), ["/Friday"]),
        ("fixed", Sorted(must=("the rent",), may=("a fixed day",)), ["/fixed"]),
        ('"rent the"', Sorted(must=("the rent", "the day")), []),
        ('"tea she"', Lines(("tea", "she sat")), []),
        ("mine", Promised((Promise("Ring"),)), []),
    ],
)
def test_it_is_marked_in_what_was_answered_and_not_round_it(
    typed: str, answer: Answer, words: list[str]
) -> None:
    assert marked(typed, answer) == words


def test_a_choice_is_marked_in_the_words_that_were_on_the_screen() -> None:
    one = entry(asked("way", Picked("kettle"), label="By the old kettle"))
    found, (shown,) = looked_for("kettle", one)
    assert found.first == (0, shown.index("kettle"))


def test_it_begins_with_the_sentence_that_the_search_shows() -> None:
    said = (Text("Tea first."), Text("No milk. The milk was in the tea."), Text("tea, milk"))
    assert marked("tea milk", *said) == ["Tea", "milk", "/milk", "tea", "tea", "milk"]


def test_what_was_said_twice_is_marked_where_it_is_said_again() -> None:
    found, _ = looked_for("tea", entry(asked("wants", Lines(("tea", "milk", "tea")))))
    assert found.spans == (((0, 3), (9, 12)),)


def test_with_no_words_nothing_is_marked() -> None:
    assert marked("from:2026-03", Text("Tea.")) == []


@pytest.mark.thorough
@given(entries)
def test_every_word_that_was_answered_is_marked(made: Entry) -> None:
    # Only a choice has a label in its place.
    answered = [replace(each, label="") for each in made.asked if each.answer]
    one = replace(made, asked=tuple(answered))
    for number, asked_once in enumerate(one.asked):
        for word in {word for passage in passages_of(asked_once) for word in words_of(passage)}:
            found, shown = looked_for(f'"{word}"', one)
            said = [words_of(shown[number][start:end]) for start, end in found.spans[number]]
            assert said, word
            assert all(words == [word] for words in said)
            assert found.first is not None
