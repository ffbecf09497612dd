"""An answer means the same in a file and in a walk, and a wrong one is refused without a word."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import answers_to, anything, pick, prompt

from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    MOST_CHARACTERS,
    MOST_LINES,
    Answer,
    AnswerForm,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
    YesNotYet,
    is_empty,
    words_a_form_can_say,
    words_for_gates,
)
from tipcoach.practice.answer_shape import read_shape, shape_of
from tipcoach.practice.promises import Promise, Whose

ANSWERED = [form for form in AnswerForm if form is not AnswerForm.SAY_ONLY]
VALUES = ("one", "two", "three")
SECRET = "what-was-confided"


def asked(form: AnswerForm) -> Any:
    picks = form in (AnswerForm.PICK_ONE, AnswerForm.PICK_MANY)
    made = pick("p", *VALUES) if picks else prompt("p")
    return prompt("p", form, choices=made.choices)


@pytest.mark.thorough
@pytest.mark.parametrize("form", ANSWERED)
@given(data=st.data())
def test_an_answer_read_back_from_its_shape_is_the_same(
    form: AnswerForm, data: st.DataObject
) -> None:
    answer = data.draw(answers_to(asked(form)))
    assert read_shape(form, VALUES, shape_of(answer)) == answer


@pytest.mark.thorough
@pytest.mark.parametrize("form", [form for form in ANSWERED if form is not AnswerForm.PICK_ONE])
@given(data=st.data())
def test_any_text_at_all_can_be_written_and_read_back(
    form: AnswerForm, data: st.DataObject
) -> None:
    answer = data.draw(answers_to(asked(form), anything))
    assert read_shape(form, VALUES, shape_of(answer)) == answer


SHAPES: list[tuple[AnswerForm, object, Answer]] = [
    (AnswerForm.TEXT, "two\nlines", Text("two\nlines")),
    (AnswerForm.ONE_WORD, "tired", Text("tired")),
    (AnswerForm.ONE_WORD, "pasted\u2028over two lines", Text("pasted over two lines")),
    (AnswerForm.PICK_ONE, "two", Picked("two")),
    (AnswerForm.PICK_MANY, ["three", "one"], PickedMany(("one", "three"))),
    (AnswerForm.PICK_MANY, [], PickedMany(())),
    (AnswerForm.YES_NOT_YET, "yes", YesNotYet(True)),
    (AnswerForm.YES_NOT_YET, "not yet", YesNotYet(False)),
    (AnswerForm.YES_NOT_YET, True, YesNotYet(True)),
    (AnswerForm.YES_NOT_YET, False, YesNotYet(False)),
    (AnswerForm.LIST, ["one", " ", "two "], Lines(("one", "two"))),
    (AnswerForm.SORT, {"must": ["a"], "theirs": ["b", "c"]}, Sorted(("a",), (), ("b", "c"))),
    (AnswerForm.SORT, {}, Sorted()),
    (AnswerForm.PROMISE, [{"text": "Ring"}], Promised((Promise("Ring", None, Whose.MINE),))),
    (
        AnswerForm.PROMISE,
        [{"text": "Ring", "due": "2026-12-01", "whose": "another-team"}],
        Promised((Promise("Ring", date(2026, 12, 1), Whose.ANOTHER_TEAM),)),
    ),
    (
        AnswerForm.PROMISE,
        [{"text": "Ring", "due": date(2026, 12, 1), "whose": "theirs"}],
        Promised((Promise("Ring", date(2026, 12, 1), Whose.THEIRS),)),
    ),
    (AnswerForm.IF_THEN, {"if": "a", "then": "b"}, IfThen("a", "b")),
    (AnswerForm.IF_THEN, {"then": "b"}, IfThen("", "b")),
]


@pytest.mark.parametrize(("form", "shape", "answer"), SHAPES)
def test_each_form_has_its_shape(form: AnswerForm, shape: object, answer: Answer) -> None:
    assert read_shape(form, VALUES, shape) == answer


WRONG: list[tuple[AnswerForm, object, str]] = [
    (AnswerForm.TEXT, 7, "text in quotes"),
    (AnswerForm.TEXT, None, "text in quotes"),
    (AnswerForm.TEXT, [SECRET], "text in quotes"),
    (AnswerForm.TEXT, True, "text in quotes"),
    (AnswerForm.ONE_WORD, 7, "one word"),
    (AnswerForm.PICK_ONE, SECRET, "one of: one, two, three"),
    (AnswerForm.PICK_ONE, ["one"], "one of: one, two, three"),
    (AnswerForm.PICK_ONE, True, "one of"),
    (AnswerForm.PICK_MANY, "one", "a list of any of"),
    (AnswerForm.PICK_MANY, ["one", SECRET], "a list of any of: one, two, three"),
    (AnswerForm.PICK_MANY, [["one"]], "a list of any of"),
    (AnswerForm.YES_NOT_YET, "no", "yes or not yet"),
    (AnswerForm.YES_NOT_YET, SECRET, "yes or not yet"),
    (AnswerForm.YES_NOT_YET, 1, "yes or not yet"),
    (AnswerForm.YES_NOT_YET, [], "yes or not yet"),
    (AnswerForm.LIST, SECRET, "a list of lines"),
    (AnswerForm.LIST, [7], "a list of lines"),
    (AnswerForm.LIST, {"a": SECRET}, "a list of lines"),
    (AnswerForm.SORT, [SECRET], "must"),
    (AnswerForm.SORT, {SECRET: []}, "must"),
    (AnswerForm.SORT, {"must": SECRET}, "lines in each"),
    (AnswerForm.SORT, {"must": [7]}, "lines in each"),
    (AnswerForm.PROMISE, SECRET, "text, due"),
    (AnswerForm.PROMISE, [SECRET], "text, due"),
    (AnswerForm.PROMISE, [{"text": " "}], "text, due"),
    (AnswerForm.PROMISE, [{"due": "2026-12-01"}], "text, due"),
    (AnswerForm.PROMISE, [{"text": SECRET, "who": "Ann"}], "text, due"),
    (AnswerForm.PROMISE, [{"text": SECRET, "whose": "yours"}], "mine|theirs|ours|another-team"),
    (AnswerForm.PROMISE, [{"text": SECRET, "whose": []}], "mine|theirs"),
    (AnswerForm.PROMISE, [{"text": SECRET, "due": "friday"}], "2026-12-01"),
    (AnswerForm.PROMISE, [{"text": SECRET, "due": 20261201}], "2026-12-01"),
    (AnswerForm.PROMISE, [{"text": SECRET, "due": datetime(2026, 12, 1)}], "2026-12-01"),
    (AnswerForm.IF_THEN, SECRET, "if"),
    (AnswerForm.IF_THEN, {"if": SECRET, "than": "b"}, "if"),
    (AnswerForm.IF_THEN, {"if": 7}, "in quotes"),
    (AnswerForm.SAY_ONLY, SECRET, "no answer"),
]


@pytest.mark.parametrize(("form", "shape", "wanted"), WRONG, ids=lambda one: str(one)[:40])
def test_a_wrong_shape_is_refused_with_what_was_wanted(
    form: AnswerForm, shape: object, wanted: str
) -> None:
    with pytest.raises(AnswerNotTaken) as refused:
        read_shape(form, VALUES, shape)
    said = str(refused.value)
    assert wanted in said
    assert said.endswith(".")
    assert SECRET not in said, "a message never repeats what was written"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@given(form=st.sampled_from(AnswerForm), shape=_json)
def test_whatever_a_file_says_is_an_answer_or_is_refused(form: AnswerForm, shape: object) -> None:
    try:
        answer = read_shape(form, VALUES, shape)
    except AnswerNotTaken:
        return
    assert read_shape(form, VALUES, shape_of(answer)) == answer


# -- how much one answer holds -----------------------------------------------------------


def filled(form: AnswerForm, characters: int) -> Any:
    """A shape of so many characters in all."""
    return {
        AnswerForm.TEXT: "ŵ" * characters,
        AnswerForm.ONE_WORD: "ŵ" * characters,
        AnswerForm.LIST: ["ŵ" * characters],
        AnswerForm.SORT: {"must": ["ŵ" * (characters - len("Must · cannot move today: "))]},
        AnswerForm.IF_THEN: {"if": "ŵ" * (characters - len("If , then I will ")), "then": ""},
        AnswerForm.PROMISE: [{"text": "ŵ" * (characters - len(" · mine"))}],
    }[form]


@pytest.mark.parametrize(
    "form",
    [AnswerForm.TEXT, AnswerForm.ONE_WORD, AnswerForm.LIST, AnswerForm.SORT, AnswerForm.IF_THEN,
     AnswerForm.PROMISE],
)  # fmt: skip
def test_eight_thousand_characters_are_taken_and_one_more_is_not(form: AnswerForm) -> None:
    read_shape(form, (), filled(form, MOST_CHARACTERS))
    with pytest.raises(AnswerNotTaken) as refused:
        read_shape(form, (), filled(form, MOST_CHARACTERS + 1))
    assert "8,001 characters" in str(refused.value)
    assert "Nothing was cut" in str(refused.value)
    assert "ŵ" not in str(refused.value)


@pytest.mark.parametrize(
    ("form", "shape"),
    [
        (AnswerForm.LIST, lambda n: ["a"] * n),
        (AnswerForm.SORT, lambda n: {"must": ["a"] * n}),
        (AnswerForm.PROMISE, lambda n: [{"text": "a"}] * n),
    ],
)
def test_a_hundred_lines_are_taken_and_one_more_is_not(form: AnswerForm, shape: Any) -> None:
    read_shape(form, (), shape(MOST_LINES))
    with pytest.raises(AnswerNotTaken, match="100"):
        read_shape(form, (), shape(MOST_LINES + 1))


# -- what an answer says -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Picked("two"), {"two"}),
        (PickedMany(("one", "three")), {"one", "three"}),
        (YesNotYet(True), {"yes"}),
        (YesNotYet(False), {"not yet"}),
        (Sorted(theirs=("a",)), {"no must", "no may", "theirs"}),
        (Text("yes"), set()),
        (Lines(("yes",)), set()),
        (Promised((Promise("yes"),)), set()),
        (IfThen("yes", "yes"), set()),
    ],
)
def test_only_what_was_offered_steers_the_walk(answer: Answer, words: set[str]) -> None:
    """Nobody's own words open or close a question."""
    assert words_for_gates(answer) == words


@pytest.mark.parametrize(
    ("answer", "empty"),
    [
        (Text(" \n"), True), (Text("a"), False), (Picked("one"), False), (PickedMany(()), True),
        (YesNotYet(False), False), (Lines((" ", "")), True), (Sorted(), True),
        (Sorted(may=("a",)), False), (Promised(()), True), (IfThen(" ", ""), True),
        (IfThen("", "a"), False),
    ],
)  # fmt: skip
def test_an_answer_with_nothing_in_it_is_a_skip(answer: Answer, empty: bool) -> None:
    assert is_empty(answer) is empty


@pytest.mark.thorough
@pytest.mark.parametrize("form", ANSWERED)
@given(data=st.data())
def test_a_form_says_to_gates_only_what_it_is_known_to(
    form: AnswerForm, data: st.DataObject
) -> None:
    answer = data.draw(answers_to(asked(form)))
    assert words_for_gates(answer) <= words_a_form_can_say(form, VALUES)


@given(anything)
def test_every_answer_is_clean_from_the_moment_it_exists(text: str) -> None:
    made: list[Answer] = [
        Text(text),
        Lines((text,)),
        Sorted((text,), (text,), (text,)),
        IfThen(text, text),
    ]
    made.append(Promised((Promise(text),)))
    for answer in made:
        shown = str(shape_of(answer))
        assert not {"\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\ud800"} & {*shown}
        assert all(ord(character) < 0xD800 or ord(character) > 0xDFFF for character in shown)
