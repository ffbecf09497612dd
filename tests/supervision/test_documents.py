"""A document reads as it was written, and nothing else is read for one."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import NOW, anything, days, moments

from supervision.bad_json import NOT_JSON, spoiled
from tipcoach.errors import NotReadable
from tipcoach.practice.checklist import Principle
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.entry import Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session_record import KINDS_OF_THEME, SessionRecord
from tipcoach.practice.shared_copy import SharedCopy, SharedPart
from tipcoach.supervision.document_files import read_document, write_document
from tipcoach.supervision.documents import (
    Agreed,
    Agreement,
    Comment,
    Content,
    Document,
    Opened,
    Party,
    TakenBack,
    Term,
    View,
    file_name,
    read_name,
)

A, B = Party("officer-a", "12345 " * 4 + "12345"), Party("supervisor-b", "00000 " * 4 + "99999")
ID, OTHER_ID = "a" * 26, "b7" * 13

# What is shared was cleaned before, so that is what must come back.
words = anything.map(clean)
lines = anything.map(clean_line).filter(lambda text: len(text) <= 200)
ids = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=26, max_size=26)
folders = st.from_regex(r"[a-z][a-z0-9-]{0,38}[a-z0-9]", fullmatch=True)
parties = st.builds(Party, folders, st.from_regex(r"[0-9]{5}( [0-9]{5}){4}", fullmatch=True))
digests = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
months = st.dates(date(2000, 1, 1)).map(lambda day: f"{day:%Y-%m}")
contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(
        SharedCopy,
        st.sampled_from([Kind.PREPARATION, Kind.REFLECTION, Kind.WALK_IT_AS_THEM]),
        lines,
        months,
        words.filter(lambda text: len(text) <= 500),
        st.none() | st.sampled_from(Principle),
        st.booleans(),
        st.lists(
            st.builds(SharedPart, st.none() | st.sampled_from(Principle), words, words), max_size=3
        ).map(tuple),
    ),
    st.builds(Opened, ids, moments.map(lambda at: at.replace(second=0))),
    st.builds(Comment, ids, words),
    st.builds(TakenBack, ids),
    st.builds(
        Agreement,
        days,
        days,
        st.lists(st.builds(Term, words, words), min_size=1, max_size=3).map(tuple),
        st.none()
        | st.builds(EmployerPromise, words, st.lists(words, max_size=2).map(tuple), lines, days),
    ),
    st.builds(Agreed, ids, digests, days),
    st.builds(
        SessionRecord,
        days,
        st.lists(
            st.builds(Promise, anything, st.none() | days, st.sampled_from(Whose)), max_size=3
        ).map(tuple),
        st.lists(st.sampled_from(KINDS_OF_THEME), max_size=6, unique=True).map(tuple),
        st.lists(anything.map(clean_line), max_size=3).map(tuple),
        words,
    ),
    st.builds(View, ids, digests, days, st.builds(SessionView, st.booleans(), anything)),
)
documents = st.builds(Document, ids, parties, parties, contents)

ONE_OF_EACH: list[Content] = [
    SharedCopy(
        Kind.REFLECTION,
        "rent arrears",
        "2026-11",
        "What did I miss?",
        Principle.CHOICE,
        True,
        (SharedPart(None, "How was it?", "Long."), SharedPart(Principle.TRUST, "And?", "Fair.")),
    ),
    Opened(OTHER_ID, NOW),
    Comment(OTHER_ID, "What did she say first?"),
    TakenBack(OTHER_ID),
    Agreement(
        date(2026, 11, 1),
        date(2027, 5, 1),
        (Term("What for?", "To think."),),
        EmployerPromise("Never used against you.", ("Harm to a child.",), "HR", date(2026, 1, 1)),
    ),
    Agreed(OTHER_ID, "0" * 64, date(2026, 11, 2)),
    SessionRecord(
        date(2026, 11, 20),
        (Promise("Ask about the letter", date(2026, 12, 4), Whose.THEIRS),),
        ("trust", "our-system"),
        ("The second letter goes out too soon.",),
        "The quiet.",
    ),
    View(OTHER_ID, "0" * 64, date(2026, 11, 21), SessionView(False, "Not by Friday.")),
]
NAMES = [type(content).__name__ for content in ONE_OF_EACH]


def shape_of(content: Content) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(write_document(Document(ID, A, B, content)))
    return shape


@pytest.mark.thorough
@settings(max_examples=50)
@given(document=documents)
def test_a_document_reads_as_it_was_written(document: Document) -> None:
    assert read_document(write_document(document)) == document


@pytest.mark.thorough
@settings(max_examples=50)
@given(document=documents)
def test_its_name_says_what_it_is_and_nothing_more(document: Document) -> None:
    name = file_name(document)
    says = read_name(name)
    assert says is not None
    content = document.content
    assert says.what == {
        SharedCopy: "copy", Opened: "opened", Comment: "comment", TakenBack: "taken-back",
        Agreement: "agreement", Agreed: "agreed", SessionRecord: "record", View: "view",
    }[type(content)]  # fmt: skip
    about = getattr(content, "copy", "") or getattr(content, "about", "")
    assert says.id == (about or document.id)


@given(text=anything)
def test_every_text_is_cleaned_at_this_door(text: str) -> None:
    """A hand-made document may hold what would act in a terminal; half a pair is no JSON."""
    whole = text.encode("utf-8", "replace").decode()
    shape = shape_of(ONE_OF_EACH[0])
    shape["question"] = shape["concerning"] = whole
    shape["parts"][0] = {"principle": None, "question": whole, "answer": whole}
    try:
        copy = read_document(json.dumps(shape).encode()).content
    except NotReadable:
        assert len(whole) > 200
        return
    assert isinstance(copy, SharedCopy)
    assert (copy.question, copy.concerning) == (clean(whole), clean_line(whole))
    assert copy.parts[0] == SharedPart(None, clean(whole), clean(whole))


@pytest.mark.parametrize("data", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadable):
        read_document(data)


@given(data=st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with pytest.raises(NotReadable):
        read_document(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | anything | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60)
@given(data=st.data(), content=st.sampled_from(ONE_OF_EACH))
def test_no_value_anywhere_breaks_the_reader(data: st.DataObject, content: Content) -> None:
    shape = shape_of(content)
    for key in data.draw(st.sets(st.sampled_from(sorted(shape)), min_size=1, max_size=3)):
        shape[key] = data.draw(json_values)
    try:
        read = read_document(json.dumps(shape).encode())
    except NotReadable as refused:
        assert refused.sentence.startswith(("what is in it is not", "it was written by a newer"))
    else:
        assert isinstance(read, Document)


NEVER_ANYTHING_ELSE = (
    "format", "version", "what", "id", "sender", "reader", "folder", "fingerprint", "kind", "month",
    "copy", "agreement", "digest", "on", "at", "made_on", "look_again", "given_on",
)  # fmt: skip


@pytest.mark.parametrize("content", ONE_OF_EACH, ids=NAMES)
def test_a_document_with_anything_wrong_in_it_is_refused(content: Content) -> None:
    refused = 0
    for what, data in spoiled(shape_of(content)):
        try:
            read = read_document(data)
        except NotReadable:
            refused += 1
            continue
        # What was read is something this program could have written, and reads so again.
        assert read_document(write_document(read)) == read, what
        assert what.endswith("('version',) is 1") or not any(
            f"'{key}'" in what for key in NEVER_ANYTHING_ELSE
        ), f"{what} was taken"
    assert refused > 150


def test_a_newer_document_says_that_it_is_newer() -> None:
    with pytest.raises(NotReadable, match="written by a newer tipcoach"):
        read_document(json.dumps({**shape_of(ONE_OF_EACH[0]), "version": 2, "more": 1}).encode())


@pytest.mark.parametrize("kind", [kind.value for kind in Kind if kind.is_never_shared])
def test_a_copy_of_what_is_never_shared_is_refused(kind: str) -> None:
    with pytest.raises(NotReadable):
        read_document(json.dumps({**shape_of(ONE_OF_EACH[0]), "kind": kind}).encode())


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "copy.2026-11.age", f"copy.2026-13.{ID}.age", f"copy.2026-11.{ID}.age ",
        f"copy.2026-11.{ID}.age\n", f"copy.2026-11.{ID.upper()}.age", f"opened.{ID}.{ID}.age",
        f"comment.{ID}.age", f"copy.2026-11.{ID} (1).age", f"copy.2026-11.{ID}-DESKTOP-AB12.age",
        f"copy.2026-11.{ID}.sync-conflict-20261101-101010-ABCDEFG.age", f"x.{ID}.age",
        f".copy.2026-11.{ID}.age.0123456789abcdef.tmp", "desktop.ini", ".DS_Store", "Thumbs.db",
        f"../copy.2026-11.{ID}.age", f"copy.٢٠٢٦-11.{ID}.age", "\udcff", "\x1b[2J",
    ],
)  # fmt: skip
def test_a_name_this_program_does_not_give_says_nothing(name: str) -> None:
    assert read_name(name) is None
