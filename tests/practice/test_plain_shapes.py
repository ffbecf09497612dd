"""What goes into a shape comes out of it, and nothing that does not fit comes out at all."""

import json
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import real_library

from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import (
    AnswerTest,
    CardWords,
    Checklist,
    Choice,
    Few,
    Gate,
    Group,
    Nation,
    Pathway,
    Principle,
    PrincipleName,
    Prompt,
    Rhythm,
    Section,
    StopRule,
)
from tipcoach.practice.plain_shapes import NotTheShape, of_shape, shape_of
from tipcoach.practice.plaintext import clean
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walks_together import one_of, together

WORDS = st.text(max_size=12).map(clean)


def some(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=3).map(tuple)


def maybe(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | one


GATES = st.builds(Gate, some(st.sampled_from(Hat)), some(st.builds(AnswerTest, WORDS, some(WORDS))))
CHOICES = st.builds(Choice, WORDS, WORDS, WORDS, maybe(WORDS), st.booleans())
PROMPTS = st.builds(
    Prompt,
    id=WORDS,
    question=WORDS,
    why=WORDS,
    form=st.sampled_from(AnswerForm),
    principle=maybe(st.sampled_from(Principle)),
    hint=WORDS,
    choices=some(CHOICES),
    when=GATES,
    unless=GATES,
    own_conduct=st.booleans(),
    sources=some(WORDS),
    nations=some(st.sampled_from(Nation)),
    looks_back=st.booleans(),
)
NUMBERS = maybe(st.integers(0, 9))
SECTIONS = st.builds(
    Section,
    id=WORDS,
    name=WORDS,
    group=st.sampled_from(Group),
    prompts=some(PROMPTS),
    principle=maybe(st.sampled_from(Principle)),
    asks=NUMBERS,
    minutes=NUMBERS,
    together=st.booleans(),
    leads=some(WORDS),
)
CHECKLISTS = st.builds(
    Checklist,
    id=WORDS,
    title=WORDS,
    purpose=maybe(WORDS),
    purpose_label=WORDS,
    channel=maybe(st.sampled_from(Channel)),
    form=st.sampled_from(Form),
    sections=some(SECTIONS),
    principles=some(st.builds(PrincipleName, st.sampled_from(Principle), WORDS, WORDS, WORDS)),
    pathways=some(st.builds(Pathway, WORDS, WORDS, some(WORDS), some(WORDS))),
    card=maybe(st.builds(CardWords, WORDS, WORDS, some(st.builds(StopRule, WORDS, WORDS)))),
    always_stops=maybe(WORDS),
    rhythm=maybe(st.builds(Rhythm, st.integers(0, 400), WORDS)),
    few=maybe(st.builds(Few, WORDS, some(WORDS))),
)


def as_a_file_has_it(shape: object) -> object:
    return json.loads(json.dumps(shape, ensure_ascii=False))


@settings(max_examples=15)
@given(CHECKLISTS)
def test_a_checklist_comes_back_as_it_was(checklist: Checklist) -> None:
    assert of_shape(Checklist, as_a_file_has_it(shape_of(checklist))) == checklist


@settings(max_examples=8)
@given(CHECKLISTS, CHECKLISTS)
def test_so_do_two_that_are_kept_together(one: Checklist, other: Checklist) -> None:
    one, other = replace(one, channel=Channel.HOME), replace(other, channel=Channel.PHONE)
    shape = as_a_file_has_it(together([one, other]))
    assert one_of(shape, Channel.HOME, one.form) == one
    assert one_of(shape, Channel.PHONE, other.form) == other
    with pytest.raises(NotTheShape):
        one_of(shape, Channel.VIDEO, one.form)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["", "home", "a\x1bb", "id"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "parts", "walks", "alone quick"]), inner)
    ),
    max_leaves=6,
)


@given(JSON)
def test_what_is_no_checklist_is_none(shape: object) -> None:
    with pytest.raises(NotTheShape):
        of_shape(Checklist, shape)
    for channel, form in ((None, None), (Channel.HOME, Form.QUICK)):
        with pytest.raises(NotTheShape):
            one_of(shape, channel, form)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Thing:
    name: str
    many: tuple[int, ...] = ()
    colour: Colour | None = None
    is_new: bool = False


@pytest.mark.parametrize(
    "shape",
    [
        {},
        [],
        "name",
        {"name": None},
        {"name": 1},
        {"name": "a", "other": 1},
        {"name": "a", "many": "12"},
        {"name": "a", "many": [1, True]},
        {"name": "a", "many": [1, 1.0]},
        {"name": "a", "colour": "blue"},
        {"name": "a", "colour": []},
        {"name": "a", "is_new": 1},
        {"name": "a", "is_new": None},
        {"name": "escape \x1b[2J"},
        {"name": "half \ud800"},
    ],
)
def test_what_does_not_fit_in_every_part_is_refused(shape: object) -> None:
    with pytest.raises(NotTheShape):
        of_shape(Thing, shape)
    assert of_shape(Thing, {"name": "a", "colour": "red"}) == Thing("a", colour=Colour.RED)


def test_only_what_is_otherwise_than_by_default_is_in_a_shape() -> None:
    assert shape_of(Thing("a")) == {"name": "a"}
    assert shape_of(Thing("", (0,), is_new=True)) == {"name": "", "many": [0], "is_new": True}


def test_a_place_that_counts_from_the_end_is_no_place() -> None:
    walk = shape_of(real_library().standalone("agreement"))
    shape = together([real_library().standalone("agreement")])
    assert one_of(shape, None, None) == of_shape(Checklist, walk)
    (first,) = shape["walks"].values()
    first["sections"][0]["prompts"] = [-1]
    with pytest.raises(NotTheShape):
        one_of(shape, None, None)


def test_every_field_of_a_checklist_can_be_read() -> None:
    """A field of a new kind is to be met here first, and not where a walk begins."""
    whole = shape_of(real_library().checklist("prepare", "arrears", Channel.HOME, Form.FULL))
    assert whole.keys() <= {field.name for field in fields(Checklist)}
    assert of_shape(Checklist, whole)


@pytest.mark.thorough
def test_every_walk_there_is_comes_back_as_it_was() -> None:
    from tipcoach.coach.begin import KINDS

    library = real_library()
    for checklist, kind in KINDS.items():
        if not kind.is_about_a_visit:
            alone = library.standalone(checklist)
            assert one_of(as_a_file_has_it(together([alone])), None, None) == alone
            continue
        for purpose in library.purposes:
            every = [
                library.checklist(checklist, purpose.id, channel, form)
                for channel in Channel
                for form in Form
            ]
            shape = as_a_file_has_it(together(every))
            assert [one_of(shape, each.channel, each.form) for each in every] == every
