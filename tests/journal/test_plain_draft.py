"""A draft that is just as we write it is read without what validates, and never otherwise than the
strict reader reads it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import answers_to, checklists, draft, new_id, real_checklist, real_library, visit

from tipcoach.errors import NotReadable
from tipcoach.journal.format import read_draft
from tipcoach.journal.plain_draft import plain_draft
from tipcoach.journal.written_out import write_checklist, write_draft
from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.checklist import Checklist, Principle
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Hat
from tipcoach.practice.walk import Planned, Walk

from .test_plain_record import odd, places_in


def files_of(made: Draft) -> tuple[bytes, bytes]:
    return write_draft(made), write_checklist(made.walk.checklist)


def strictly(data: bytes, beside: bytes) -> Draft | None:
    try:
        return read_draft(data, beside)
    except NotReadable:
        return None


@st.composite
def drafts(draw: Any) -> Draft:
    """One of a visit or of none, of made-up questions or of ours, with some answers."""
    alone = draw(st.booleans())
    if alone:
        made = real_library().standalone(draw(st.sampled_from(["agreement", "staff-mirror"])))
    else:
        made = draw(checklists() | st.just(real_checklist()))
    planned = (
        Planned(Principle.TRUST, AnswerForm.TEXT, "The key.", new_id()),
        Planned(None, AnswerForm.IF_THEN, "If it goes quiet, then I will count to ten"),
    )
    few = draw(st.booleans())
    walk = Walk.begin(made, None, few=few) if alone else _visited(made, planned, few)
    for asked in made.prompts[:6]:
        if asked in walk.open_prompts() and asked.form is not AnswerForm.SAY_ONLY:
            walk = walk.answer(asked.id, draw(answers_to(asked)))
    kind = Kind.STAFF_MIRROR if alone else Kind.REFLECTION
    whom = draw(st.sampled_from([None, "alex-moss"])) if alone else None
    follows = None if alone else draw(st.sampled_from([None, new_id()]))
    return draft(walk, kind=kind, follows=follows, with_whom=whom)


def _visited(made: Checklist, planned: tuple[Planned, ...], few: bool) -> Walk:
    return Walk.begin(made, visit(Hat.BOTH), planned=planned, watched=Principle.TRUST, few=few)


@settings(max_examples=40)
@given(drafts())
def test_a_draft_as_it_is_written_is_read_plainly(made: Draft) -> None:
    data, beside = files_of(made)
    assert strictly(data, beside) == made
    assert plain_draft(data, beside) == (None if b"\\u" in data + beside else made)


@pytest.mark.thorough
@settings(max_examples=60)
@given(drafts(), st.data())
def test_of_what_was_changed_nothing_is_read_otherwise(made: Draft, data: st.DataObject) -> None:
    shapes = [json.loads(each) for each in files_of(made)]
    within, name = data.draw(st.sampled_from(places_in(shapes[data.draw(st.integers(0, 1))])))
    match data.draw(st.sampled_from(["other", "gone", "kind"])):
        case "other":
            within[name] = data.draw(odd)
        case "gone":
            del within[name]
        case "kind":
            shapes[0]["kind"] = data.draw(st.sampled_from(["session", "reflection", "follow_up"]))
    changed = [json.dumps(each, ensure_ascii=False).encode() for each in shapes]
    assert plain_draft(*changed) in (None, strictly(*changed))


def whole() -> tuple[bytes, bytes]:
    walk = Walk.begin(real_checklist(), visit(Hat.BOTH))
    return files_of(draft(walk.answer("orient.hat-sentence", Text("As your landlord."))))


@pytest.mark.parametrize(
    ("which", "words", "others"),
    [
        (0, b'"orient.hat-sentence": {', b'"orient.hat-SENTENCE": {'),
        (0, b'"answered"', b'"answered": "Twice.", "answered"'),
        (0, b'"version"', b'"versi\\u006fn"'),
        (1, b'"title"', b'"title": "Another", "title"'),
        (1, b'"minutes": null', b'"minutes": false'),
        (1, b'"question": "', b'"question": "\xe2\x80\xae'),
        (1, b'"together": false', b'"together": 0'),
    ],
)
def test_what_is_odd_is_left_to_the_strict_reader(which: int, words: bytes, others: bytes) -> None:
    files = [*whole()]
    assert plain_draft(*files)
    assert words in files[which]
    files[which] = files[which].replace(words, others, 1)
    assert plain_draft(*files) is None
