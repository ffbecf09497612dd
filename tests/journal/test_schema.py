"""The published shape of an entry is what is written, and what the models say.

When a field is changed and meant, run with `UPDATE_SCHEMA=write` and read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from making import entries, entry, follow_up, follow_ups, new_id, standalone_entries

from tipcoach.errors import NotReadable
from tipcoach.journal.format import read_record
from tipcoach.journal.schema import entry_schema
from tipcoach.journal.written import write_entry, write_follow_up
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.reports.prompt_documents import schema_document

PUBLISHED = Path(__file__).parent.parent.parent / "docs" / "schema" / "entry-1.json"
WRITES = os.environ.get("UPDATE_SCHEMA") == "write"

CHECK = Draft202012Validator(entry_schema(), format_checker=FormatChecker())


def test_what_is_published_is_what_the_models_say() -> None:
    meant = schema_document(entry_schema()) + "\n"
    if WRITES:
        PUBLISHED.write_text(meant, encoding="utf-8", newline="\n")
    assert PUBLISHED.read_text(encoding="utf-8") == meant


def test_what_is_published_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


def test_nothing_is_left_without_a_word_and_nothing_is_named_as_in_the_code() -> None:
    shapes = entry_schema()["$defs"]
    unsaid = [
        f"{name}.{field}"
        for name, shape in shapes.items()
        for field, about in {"": shape, **shape.get("properties", {})}.items()
        if not about.get("description")
    ]
    assert unsaid == []
    assert [name for name in shapes if name.startswith("_") or "File" in name] == []


@settings(max_examples=25)
@given(entries | standalone_entries)
def test_every_entry_that_is_written_has_the_published_shape(made: Entry) -> None:
    CHECK.validate(json.loads(write_entry(made)))


@settings(max_examples=25)
@given(follow_ups)
def test_every_follow_up_that_is_written_has_the_published_shape(made: FollowUp) -> None:
    CHECK.validate(json.loads(write_follow_up(made)))


def changed(**fields: Any) -> dict[str, Any]:
    return {**json.loads(write_entry(entry())), **fields}


@pytest.mark.parametrize(
    "shape",
    [
        changed(version=2),
        changed(id="../../etc/passwd"),
        changed(tenant="a name"),
        changed(created=None),
        changed(kind="note"),
        changed(answers={}),
        changed(visit=None),
        {**json.loads(write_follow_up(follow_up(new_id()))), "said": {"what": "erased"}},
        [],
        {},
    ],
    ids=["version", "id", "unknown field", "time", "kind", "answers", "visit", "said", "[]", "{}"],
)
def test_what_the_reader_refuses_is_not_of_that_shape_either(shape: Any) -> None:
    assert not CHECK.is_valid(shape)
    with pytest.raises(NotReadable):
        read_record(json.dumps(shape).encode())
