"""What is written can be read again, by people and by this program, and plays no tricks."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import (
    asked,
    entries,
    entry,
    follow_up,
    follow_ups,
    new_id,
    standalone_entries,
    visit,
)

from tipcoach.errors import NotReadable
from tipcoach.journal.format import read_draft, read_record
from tipcoach.journal.written_out import write_entry, write_follow_up
from tipcoach.practice.answer import (
    Answer,
    IfThen,
    Lines,
    Picked,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import CardWords, Principle, StopRule
from tipcoach.practice.entry import Entry, Kind, Outcome
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Hat

SECRET = "what-was-confided"
"""Stands in every file here, and may stand in no message."""


def plain(trouble: NotReadable) -> str:
    """The reason, which is one plain sentence and repeats nothing of the file."""
    said = str(trouble)
    assert said.strip(), "a reason must be given"
    assert "\n" not in said
    assert len(said) < 160
    assert SECRET not in said
    for jargon in ("pydantic", "Traceback", "Error", "<class", "validat", "0x"):
        assert jargon not in said, said
    return said


# -- there and back ----------------------------------------------------------------------


@pytest.mark.thorough
@given(entries | standalone_entries)
def test_an_entry_reads_back_as_it_was_written(written: Entry) -> None:
    read = read_record(write_entry(written))

    assert read == written
    assert read.created.utcoffset() == written.created.utcoffset(), "the zone it was written in"


@given(follow_ups)
def test_a_follow_up_reads_back_as_it_was_written(written: FollowUp) -> None:
    assert read_record(write_follow_up(written)) == written


def whole_entry() -> Entry:
    """An entry with an answer of every form in it."""
    answers: list[Answer] = [
        Text(f"ŵ {SECRET}\nأب"),
        Picked("landlord"),
        YesNotYet(False),
        Lines(("one", "two")),
        Sorted(must=("the hearing",), theirs=("the day",)),
        Promised((Promise("Send the plan", date(2026, 12, 1), Whose.OURS), Promise("Ring"))),
        IfThen("it goes quiet", "count to ten"),
    ]
    return entry(
        *(asked(f"a.{n}", answer) for n, answer in enumerate(answers)),
        asked("b.1", principle=Principle.TRUST, outcome=Outcome.SHOWN),
        asked("b.2", Text("mine"), set_aside=True, label="A label"),
        created=datetime(2026, 11, 22, 16, 5, tzinfo=UTC),
        watched=Principle.TRUST,
        follows=new_id(),
        card=CardWords("Hello.", "We can stop.", (StopRule("No heating", "destitution"),)),
    )


# -- how it looks in an editor -----------------------------------------------------------


def test_the_file_of_an_entry_reads_well_in_any_editor() -> None:
    data = write_entry(whole_entry())
    text = data.decode("utf-8")

    assert b"\r" not in data
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "ŵ" in text, "people's letters are not escaped"
    assert "أب" in text
    assert '\n  "kind": "preparation",\n' in text, "indented, one field a line"
    assert all(len(line) == len(line.rstrip()) for line in text.splitlines())
    assert list(json.loads(text)) == [
        "format", "version", "id", "kind", "created", "visit", "form", "checklist",
        "follows", "supersedes", "stopped", "watched", "card", "answers",
    ]  # fmt: skip
    assert list(json.loads(text)["visit"]) == ["purpose", "label", "channel", "hat", "month"]
    assert list(json.loads(text)["answers"][0]) == [
        "prompt", "principle", "question", "form", "outcome", "answered",
    ]  # fmt: skip


def test_an_entry_can_be_read_alone_in_five_years() -> None:
    """Every question as it was asked, what was answered, and what was passed over."""
    data = json.loads(write_entry(whole_entry()))

    assert data["format"] == "tipcoach/entry"
    assert data["version"] == 1
    assert data["created"] == "2026-11-22T16:05:00+00:00"
    assert all(question["question"] for question in data["answers"])
    shapes = [question.get("answered") for question in data["answers"]]
    assert shapes == [
        f"ŵ {SECRET}\nأب",
        "landlord",
        "not yet",
        ["one", "two"],
        {"must": ["the hearing"], "may": [], "theirs": ["the day"]},
        [
            {"text": "Send the plan", "due": "2026-12-01", "whose": "ours"},
            {"text": "Ring", "whose": "mine"},
        ],
        {"if": "it goes quiet", "then": "count to ten"},
        None,
        "mine",
    ]
    assert [question["outcome"] for question in data["answers"][-2:]] == ["shown", "answered"]
    assert data["answers"][-2]["principle"] == "trust"
    assert "answered" not in data["answers"][-2]
    assert data["answers"][-1]["set_aside"] is True


def test_nothing_in_an_entry_says_who_it_was_about() -> None:
    fields = set(json.loads(write_entry(whole_entry()))["visit"])
    assert fields == {"purpose", "label", "channel", "hat", "month"}, "no name, address or day"


def test_a_follow_up_names_what_it_is_about_and_what_it_replaces() -> None:
    about, before = new_id(), new_id()
    data = json.loads(write_follow_up(follow_up(about, replaces=before)))

    assert list(data) == [
        "format", "version", "id", "kind", "created", "about", "replaces", "said",
    ]  # fmt: skip
    assert (data["about"], data["replaces"]) == (about, before)
    assert data["said"] == {"what": "recorded", "yes": True}


# -- bytes nobody here would have written ------------------------------------------------

GOOD = write_entry(whole_entry())
_AS_TEXT = GOOD.decode()

BAD_BYTES = {
    "empty": b"",
    "spaces": b"   \n  ",
    "zeros, as after a power cut": b"\x00" * 4096,
    "half a file": GOOD[: len(GOOD) // 2],
    "last byte missing": GOOD.rstrip()[:-1],
    "a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "utf-16": _AS_TEXT.encode("utf-16"),
    "latin-1": _AS_TEXT.replace("أب", "é").replace("ŵ", "é").encode("latin-1"),
    "half a surrogate pair": _AS_TEXT.replace("ŵ", "\\ud800").encode(),
    "a raw NUL": _AS_TEXT.replace("ŵ", "\x00").encode(),
    "two documents": GOOD + GOOD,
    "something after it": GOOD + b"{}",
    "ten megabytes": _AS_TEXT.replace("ŵ", "w" * 10_000_000).encode(),
    "a million answers": _AS_TEXT.replace('"answers": [', '"answers": [' + "{}," * 10**6).encode(),
    "nested a hundred thousand deep": b"[" * 100_000,
    "nested in a field": _AS_TEXT.replace('"ŵ', '[' * 5_000 + ']' * 5_000 + ', "ŵ').encode(),
    "nested in an unknown field": GOOD.replace(
        b'"version"', b'"x": ' + b"[" * 5_000 + b"]" * 5_000 + b', "version"'
    ),
    "a number of a hundred thousand digits": GOOD.replace(
        b'"version": 1', b'"version": ' + b"1" * 100_000
    ),
    "not a number": GOOD.replace(b'"version": 1', b'"version": NaN'),
    "a number out of size": GOOD.replace(b'"version": 1', b'"version": 1e999'),
    "null": b"null",
    "a list": b"[1]",
    "a word": b'"tipcoach/entry"',
    "another program's": b'{"id": "01KB", "text": "hello"}',
}  # fmt: skip


@pytest.mark.parametrize("data", BAD_BYTES.values(), ids=BAD_BYTES)
def test_bytes_that_are_no_entry_are_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(NotReadable) as refused:
        read_record(data)
    plain(refused.value)


@settings(max_examples=300)
@given(st.binary() | st.binary().map(lambda more: GOOD[:200] + more + GOOD[200:]))
def test_any_bytes_at_all_are_an_entry_or_are_refused(data: bytes) -> None:
    try:
        read_record(data)
    except NotReadable as refused:
        plain(refused)
    with pytest.raises(NotReadable) as draft:
        read_draft(data, b"{}")
    plain(draft.value)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a JSON document."""
    inside = (
        value.items() if isinstance(value, dict) else enumerate(value) if _is_list(value) else ()
    )
    return [path, *(found for key, one in inside for found in places_in(one, (*path, key)))]


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def put(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """`document` with `value` at `path`."""
    if not path:
        return value
    inside = document.copy()
    inside[path[0]] = put(document[path[0]], path[1:], value)
    return inside


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@pytest.mark.thorough
@settings(max_examples=400)
@given(place=st.sampled_from(places_in(json.loads(GOOD))), value=any_json)
def test_an_entry_with_anything_at_all_in_one_place_is_read_or_refused(
    place: tuple[Any, ...], value: Any
) -> None:
    data = json.dumps(put(json.loads(GOOD), place, value)).encode()
    try:
        read = read_record(data)
    except NotReadable as refused:
        plain(refused)
    else:
        assert read_record(write_entry(read)) == read if isinstance(read, Entry) else True


@given(written=follow_ups, value=any_json, data=st.data())
def test_a_follow_up_with_anything_at_all_in_one_place_is_read_or_refused(
    written: FollowUp, value: Any, data: st.DataObject
) -> None:
    document = json.loads(write_follow_up(written))
    place = data.draw(st.sampled_from(places_in(document)))
    try:
        read = read_record(json.dumps(put(document, place, value)).encode())
    except NotReadable as refused:
        plain(refused)
    else:
        assert isinstance(read, FollowUp)
        assert read_record(write_follow_up(read)) == read


# -- fields nobody here would have written -----------------------------------------------


def at(*path: Any) -> Callable[[Any], bytes]:
    """Put a value at a place in the good entry."""
    return lambda value: json.dumps(put(json.loads(GOOD), path, value)).encode()


VERSION, ID, CREATED = at("version"), at("id"), at("created")
FIRST, SORT, PROMISE = at("answers", 0), at("answers", 4, "answered"), at("answers", 5, "answered")

BAD_FIELDS = {
    "version true": VERSION(True),
    "version 1.0": GOOD.replace(b'"version": 1', b'"version": 1.0'),
    "version in quotes": VERSION("1"),
    "version 0": VERSION(0),
    "version below nought": VERSION(-1),
    "another format": at("format")("tipcoach/draft"),
    "a kind there is not": at("kind")("confession"),
    "no time zone": CREATED("2026-11-22T16:05:00"),
    "no such day": CREATED("0000-00-00T00:00:00Z"),
    "the year 9999999": CREATED("9999999-01-01T00:00:00Z"),
    "a zone 99 hours off": CREATED("2026-11-22T16:05:00+99:00"),
    "seconds since 1970": CREATED(1740823200),
    "seconds since 1970 in quotes": CREATED("1740823200"),
    "a day only": CREATED("2026-11-22"),
    "a path for an id": ID("../../etc/passwd"),
    "an id in small letters": ID(new_id().lower()),
    "an id with a line end": ID(new_id() + "\n"),
    "an id with letters no id has": ID("01KILOILOILOILOILOILOILOIL"),
    "supersedes a path": at("supersedes")("../x"),
    "follows a number": at("follows")(7),
    "a month there is not": at("visit", "month")("2026-13"),
    "a day for a month": at("visit", "month")("2026-11-22"),
    "a channel there is not": at("visit", "channel")("carrier pigeon"),
    "a hat there is not": at("visit", "hat")("boss"),
    "a principle there is not": at("watched")("compliance"),
    "a form there is not": at("form")("endless"),
    "an outcome there is not": at("answers", 0, "outcome")("failed"),
    "an answer form there is not": at("answers", 0, "form")("rating"),
    "a number for an answer": at("answers", 0, "answered")(4),
    "a list where text is wanted": at("answers", 0, "answered")(["a"]),
    "a group the sort has not": SORT({"must": [], "might": []}),
    "words for a list": at("answers", 3, "answered")("one"),
    "maybe for yes or not yet": at("answers", 2, "answered")("maybe"),
    "a promise with nothing promised": PROMISE([{"text": " "}]),
    "a promise with a field it has not": PROMISE([{"text": "Ring", "who": "Ann"}]),
    "a promise due on no day": PROMISE([{"text": "Ring", "due": "2026-02-30"}]),
    "a promise that is nobody's": PROMISE([{"text": "Ring", "whose": "yours"}]),
    "8,001 characters": at("answers", 0, "answered")("w" * 8_001),
    "a question without end": at("answers", 0, "question")("w" * 10_001),
    "501 answers": at("answers")([json.loads(GOOD)["answers"][0]] * 501),
    "a label without end": at("visit", "label")("w" * 10_001),
    "a word for set aside": at("answers", 8, "set_aside")("yes"),
    "a field unknown at the top": GOOD.replace(
        b'"version"', b'"rating": 4, "version"'
    ),
    "a field unknown in the visit": GOOD.replace(b'"purpose"', b'"tenant": "x", "purpose"'),
    "a field unknown in an answer": GOOD.replace(b'"prompt"', b'"score": 4, "prompt"', 1),
}  # fmt: skip


@pytest.mark.parametrize("data", BAD_FIELDS.values(), ids=BAD_FIELDS)
def test_an_entry_with_a_field_that_cannot_be_is_refused_with_a_reason(data: bytes) -> None:
    assert data != GOOD
    with pytest.raises(NotReadable) as refused:
        read_record(data)
    plain(refused.value)


def a_mirror(**changed: Any) -> bytes:
    """An entry that is not about a visit, with other fields put in place of its own."""
    written = entry(
        asked("mirror.load", Text(SECRET)), kind=Kind.STAFF_MIRROR, visit=None, visit_label=""
    )
    return json.dumps(json.loads(write_entry(written)) | changed).encode()


def test_an_entry_about_no_visit_says_so_and_nothing_of_one() -> None:
    shape = json.loads(a_mirror())
    assert (shape["kind"], shape["visit"], shape["follows"]) == ("staff_mirror", None, None)
    assert isinstance(read_record(a_mirror()), Entry)


def test_an_agreement_is_about_no_visit() -> None:
    assert isinstance(read_record(a_mirror(kind="agreement")), Entry)
    visit = json.loads(GOOD)["visit"]
    with pytest.raises(NotReadable):
        read_record(a_mirror(kind="agreement", visit=visit))


@pytest.mark.parametrize("field", ["visit", "follows", "watched", "card"])
def test_an_entry_about_no_visit_with_anything_of_one_is_refused(field: str) -> None:
    with pytest.raises(NotReadable, match=field) as refused:
        read_record(a_mirror(**{field: json.loads(GOOD)[field]}))
    plain(refused.value)


@pytest.mark.parametrize("kind", ["preparation", "reflection"])
def test_an_entry_of_a_visit_that_names_none_is_refused(kind: str) -> None:
    without = json.loads(GOOD) | {"kind": kind, "visit": None}
    with pytest.raises(NotReadable, match="visit"):
        read_record(json.dumps(without).encode())


def test_a_label_as_long_as_a_prompt_file_lets_it_be_reads_back() -> None:
    """What was kept under a long name must not become a file that cannot be used."""
    long = entry(visit_label="w" * 800)
    assert read_record(write_entry(long)) == long


@pytest.mark.parametrize("field", [*json.loads(GOOD)])
def test_an_entry_without_one_of_its_fields_is_refused(field: str) -> None:
    if field == "card":
        return  # only a preparation has one
    document = json.loads(GOOD)
    del document[field]
    with pytest.raises(NotReadable) as refused:
        read_record(json.dumps(document).encode())
    if field not in ("kind", "version"):
        assert field in plain(refused.value), "the reason names the field"


def test_what_a_newer_tipcoach_wrote_is_said_to_be_newer_and_kept() -> None:
    for version in (2, 17, 10**30):
        with pytest.raises(NotReadable, match="newer tipcoach") as refused:
            read_record(VERSION(version))
        assert "kept" in plain(refused.value)


PROMISE_KEPT: dict[str, Any] = {
    "what": "promise", "promise": 1, "became": "kept", "due": None, "told": None, "because": "",
}  # fmt: skip


def test_a_promise_that_was_kept_is_said_so() -> None:
    document = json.loads(write_follow_up(follow_up(new_id()))) | {"said": PROMISE_KEPT}
    read = read_record(json.dumps(document).encode())
    assert isinstance(read, FollowUp) and read.said == PromiseOutcome(1, Became.KEPT)
    assert json.loads(write_follow_up(read)) == document


@pytest.mark.parametrize(
    ("field", "value"),
    [("about", "../x"), ("about", None), ("replaces", 3), ("rating", 4), ("said", None),
     ("said", {"what": "recorded", "yes": "yes"}), ("said", {"what": "recorded", "yes": 1}),
     ("said", {"what": "recorded"}), ("said", {"what": "rated", "yes": True}),
     ("said", {"what": "review", "again": "2027"}), ("said", {"what": "review", "again": 1}),
     ("said", {"what": "review", "again": "2027-02-30"}),
     ("said", {"what": "review", "again": "2027-02-03T10:00:00"}),
     ("said", {"what": "hold", "holds": True, "look_again": None}),
     ("said", {"what": "hold", "holds": 1, "look_again": None, "reason": ""}),
     ("said", {"what": "hold", "holds": True, "look_again": "1740823200", "reason": ""})],
)  # fmt: skip
def test_a_follow_up_with_a_field_that_cannot_be_is_refused(field: str, value: object) -> None:
    document = json.loads(write_follow_up(follow_up(new_id()))) | {field: value}
    with pytest.raises(NotReadable) as refused:
        read_record(json.dumps(document).encode())
    plain(refused.value)


@pytest.mark.parametrize(
    "wrong",
    [{"promise": 0}, {"promise": 1_001}, {"promise": "1"}, {"promise": True}, {"promise": None},
     {"became": "broken"}, {"became": None}, {"due": "friday"}, {"due": "2026-02-30"},
     {"due": 1740823200}, {"due": "1740823200"}, {"told": "yes"}, {"told": 1}, {"because": None},
     {"because": "w" * 101}, {"rating": 4}],
)  # fmt: skip
def test_what_became_of_a_promise_cannot_be_just_anything(wrong: dict[str, Any]) -> None:
    document = json.loads(write_follow_up(follow_up(new_id()))) | {"said": PROMISE_KEPT | wrong}
    with pytest.raises(NotReadable) as refused:
        read_record(json.dumps(document).encode())
    plain(refused.value)


@pytest.mark.parametrize("missing", ["promise", "became", "due", "told"])
def test_what_became_of_a_promise_is_said_whole(missing: str) -> None:
    said = {field: value for field, value in PROMISE_KEPT.items() if field != missing}
    document = json.loads(write_follow_up(follow_up(new_id()))) | {"said": said}
    with pytest.raises(NotReadable, match=missing):
        read_record(json.dumps(document).encode())


def test_a_key_written_twice_counts_once_and_harms_nothing() -> None:
    doubled = GOOD.replace(b'"form": "quick"', b'"form": "full", "form": "quick"')
    assert read_record(doubled) == read_record(GOOD)


def test_a_checklist_or_an_entry_nobody_knows_stops_nothing_from_being_read() -> None:
    own = new_id()
    odd = entry(id=own, follows=own, supersedes=own, checklist_id="gone", checklist_hash="")
    odder = entry(follows=new_id(), supersedes=new_id(), visit=visit(Hat.BOTH, purpose="gone"))

    assert read_record(write_entry(odd)) == odd
    assert read_record(write_entry(odder)) == odder
