"""A folder of drafts with anything at all in it: each is read, or named with its reason."""

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given, settings
from hypothesis import strategies as st
from making import NOW, checklist, draft, new_id, pick, prompt, section, visit

from tipcoach.errors import NotFound, NotReadable
from tipcoach.journal.drafts import Drafts
from tipcoach.journal.format import read_draft
from tipcoach.journal.reading import MOST_BYTES, Unused
from tipcoach.journal.writing import Writer
from tipcoach.journal.written_out import write_checklist, write_draft
from tipcoach.practice.answer import MOST_CHARACTERS, Picked, Text
from tipcoach.practice.draft import Draft
from tipcoach.practice.walk import END, Planned, Walk

from .test_format import BAD_BYTES, any_json, places_in, plain, put

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and modes of POSIX")

BAD = new_id(NOW)
QUESTIONS = checklist(section("s", pick("a.pick", "one", "two"), prompt("a.text")))
BESIDE = write_checklist(QUESTIONS)


def a_draft(draft_id: str = BAD) -> Draft:
    planned = (Planned(None, QUESTIONS.prompts[1].form, "What was planned."),)
    walk = Walk.begin(QUESTIONS, visit(), planned=planned).answer("a.pick", Picked("one")).next()
    return draft(walk.answer("a.text", Text("What was said.")), id=draft_id)


GOOD = write_draft(a_draft())


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts", Writer(tmp_path / "open-writes.txt"))


def place(drafts: Drafts, data: bytes = GOOD, beside: bytes = BESIDE) -> Path:
    """A draft and its checklist as a stranger could have put them there."""
    drafts.folder.mkdir(exist_ok=True)
    path = drafts.folder / f"{BAD}.json"
    path.write_bytes(data)
    (drafts.folder / f"{BAD}.checklist.json").write_bytes(beside)
    return path


def refused_beside_a_good_one(drafts: Drafts) -> str:
    """The reason the one draft is given; the good one is shown and the bad one left alone."""
    good = a_draft(new_id(NOW - timedelta(days=1)))
    drafts.begin(good)
    bad, shown = drafts.all()
    assert shown == good
    assert isinstance(bad, Unused)
    assert os.path.lexists(bad.path), "it is left alone"
    return plain(NotReadable(bad.reason))


# -- bytes and fields --------------------------------------------------------------------


def bad_bytes() -> Iterator[ParameterSet]:
    """Those of an entry; the one that is read at length is for the thorough run."""
    for name, data in BAD_BYTES.items():
        marks = [pytest.mark.thorough] if name == "a million answers" else []
        yield pytest.param(data, id=name, marks=marks)


@pytest.mark.parametrize("beside", [False, True], ids=["the draft", "the checklist beside it"])
@pytest.mark.parametrize("data", [*bad_bytes()])
def test_bytes_that_are_no_draft_are_refused_with_a_reason(
    drafts: Drafts, data: bytes, beside: bool
) -> None:
    place(drafts, *((GOOD, data) if beside else (data, BESIDE)))
    refused_beside_a_good_one(drafts)


def at(*path: Any) -> Callable[[Any], bytes]:
    """Put a value at a place in the good draft."""
    return lambda value: json.dumps(put(json.loads(GOOD), path, value)).encode()


VERSION, ID, BEGUN, WRITTEN = at("version"), at("id"), at("begun"), at("written")
TEXT = at("answers", "a.text", "answered")

BAD_FIELDS: Mapping[str, bytes] = {
    "version true": VERSION(True),
    "version 1.0": GOOD.replace(b'"version": 1', b'"version": 1.0'),
    "version in quotes": VERSION("1"),
    "version below nought": VERSION(-1),
    "a newer version": VERSION(2),
    "another format": at("format")("tipcoach/entry"),
    "a kind no draft is": at("kind")("follow_up"),
    "a path for an id": ID("../../etc/passwd"),
    "an id in small letters": ID(BAD.lower()),
    "an id with a line end": ID(BAD + "\n"),
    "an id that is another's": ID(new_id()),
    "begun with no zone": BEGUN("2026-11-22T16:05:00"),
    "begun on no day": BEGUN("0000-00-00T00:00:00Z"),
    "begun in the year 9999999": BEGUN("9999999-01-01T00:00:00Z"),
    "written in a zone 99 hours off": WRITTEN("2026-11-22T16:05:00+99:00"),
    "written in seconds since 1970": WRITTEN(1740823200),
    "the same in quotes": WRITTEN("1740823200"),
    "follows a path": at("follows")("../x"),
    "follows a number": at("follows")(7),
    "a principle there is not": at("watched")("compliance"),
    "a month there is not": at("visit", "month")("2026-13"),
    "a plan that is a number": at("planned")([4]),
    "501 plans": at("planned")([json.loads(GOOD)["planned"][0]] * 501),
    "a place without end": at("at")("w" * 101),
    "a number for a place": at("at")(4),
    "501 questions seen": at("seen")(["a"] * 501),
    "words for what was seen": at("seen")("a.text"),
    "a number for an answer": TEXT(4),
    "true for an answer": TEXT(True),
    "a list for an answer": TEXT(["a"]),
    "an answer too long": TEXT("w" * (MOST_CHARACTERS + 1)),
    "a choice never offered": at("answers", "a.pick", "answered")("three"),
    "an answer to no question": at("answers")({"gone": {"form": "text", "answered": "x"}}),
    "an answer of another form": at("answers", "a.text", "form")("list"),
    "a field unknown at the top": GOOD.replace(b'"version"', b'"rating": 4, "version"'),
    "a field unknown in an answer": GOOD.replace(b'"answered"', b'"rating": 4, "answered"'),
    **{f"no {field}": json.dumps({k: v for k, v in json.loads(GOOD).items() if k != field}).encode()
       for field in json.loads(GOOD) if field != "supersedes"},
}  # fmt: skip


@pytest.mark.parametrize("data", BAD_FIELDS.values(), ids=BAD_FIELDS)
def test_a_draft_with_a_field_that_cannot_be_is_refused_with_a_reason(
    drafts: Drafts, data: bytes
) -> None:
    assert data != GOOD
    place(drafts, data)
    refused_beside_a_good_one(drafts)


@pytest.mark.thorough
@settings(max_examples=100)
@given(where=st.sampled_from(places_in(json.loads(GOOD))), value=any_json)
def test_a_draft_with_anything_at_all_in_one_place_is_read_or_refused(
    where: tuple[Any, ...], value: Any
) -> None:
    data = json.dumps(put(json.loads(GOOD), where, value)).encode()
    try:
        read = read_draft(data, BESIDE)
    except NotReadable as refused:
        plain(refused)
    else:
        assert read_draft(write_draft(read), BESIDE) == read
        assert read.walk.go_to(END).at == END, "it can be gone on with"


@settings(max_examples=100)
@given(where=st.sampled_from(places_in(json.loads(BESIDE))), value=any_json)
def test_a_checklist_with_anything_at_all_in_one_place_is_read_or_refused(
    where: tuple[Any, ...], value: Any
) -> None:
    try:
        read_draft(GOOD, json.dumps(put(json.loads(BESIDE), where, value)).encode())
    except NotReadable as refused:
        plain(refused)


@pytest.mark.parametrize("words", ["", "w", "w" * MOST_CHARACTERS, "\u0301" * 200])
def test_an_answer_of_any_length_that_may_be_is_read(drafts: Drafts, words: str) -> None:
    place(drafts, TEXT(words))
    assert isinstance(drafts.read(BAD), Draft)


def test_a_key_written_twice_counts_once_and_harms_nothing(drafts: Drafts) -> None:
    place(drafts, GOOD.replace(b'"version"', b'"kind": "reflection", "version"'))
    assert drafts.read(BAD) == a_draft()


# -- files -------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("made", ["link", "link to nowhere", "pipe", "folder", "too large"])
@pytest.mark.parametrize("beside", [False, True], ids=["the draft", "the checklist beside it"])
def test_what_is_no_plain_file_of_a_fair_size_is_refused(
    drafts: Drafts, tmp_path: Path, made: str, beside: bool
) -> None:
    path = place(drafts)
    path = path.with_suffix(".checklist.json") if beside else path
    outside = tmp_path / "outside.json"
    path.rename(outside)
    match made:
        case "link":
            path.symlink_to(outside)
        case "link to nowhere":
            path.symlink_to("nowhere")
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "too large":
            with path.open("wb") as file:
                file.truncate(MOST_BYTES + 1)
    refused_beside_a_good_one(drafts)


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.EACCES, "may not be read"), (errno.EINVAL, "not here yet"), (errno.EIO, "fault")],
)
def test_a_draft_that_cannot_be_opened_is_named_with_its_reason(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    path, real = place(drafts), os.open

    def opened(wanted: Path, *more: int) -> int:
        if Path(wanted) == path:
            raise OSError(code, os.strerror(code))
        return real(wanted, *more)

    drafts.begin(a_draft(new_id(NOW - timedelta(days=1))))
    monkeypatch.setattr(os, "open", opened)
    bad, good = drafts.all()
    assert isinstance(bad, Unused)
    assert said in plain(NotReadable(bad.reason))
    assert isinstance(good, Draft)


def test_a_draft_that_goes_between_the_listing_and_the_reading_stops_nothing(
    drafts: Drafts,
) -> None:
    for days in range(3):
        drafts.begin(a_draft(new_id(NOW + timedelta(days=days))))
    found = drafts.all()
    gone = next(found)
    assert isinstance(gone, Draft)
    (second, third) = sorted(drafts.folder.glob("*[0-9A-Z].json"), reverse=True)[1:]
    second.unlink()
    assert [one.id for one in found if isinstance(one, Draft)] == [third.stem]


@pytest.mark.parametrize(
    "name",
    ["{id}.sync-conflict-20261122-045935-LRONYXS.json", "{id}-DESKTOP-AB12.json", "{id} (1).json",
     "{lower}.json", "desktop.ini", "Thumbs.db", ".DS_Store", ".{id}.json.0123456789abcdef.tmp"],
)  # fmt: skip
def test_a_file_with_another_name_is_no_draft_and_is_left_alone(drafts: Drafts, name: str) -> None:
    place(drafts)
    path = drafts.folder / name.format(id=BAD, lower=BAD.lower())
    path.write_bytes(GOOD)
    assert list(drafts.all()) == [a_draft()]
    assert path.read_bytes() == GOOD
    with pytest.raises(NotFound):
        drafts.read(path.stem)
