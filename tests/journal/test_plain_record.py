"""A record that is just as we write it is read without what validates, and never otherwise than the
strict reader reads it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import entries, follow_ups, standalone_entries

from tipcoach.errors import NotReadable
from tipcoach.journal.format import read_record
from tipcoach.journal.plain_record import plain_record
from tipcoach.journal.written_out import write_entry, write_follow_up
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp

GOLDEN = sorted((Path(__file__).parent / "golden" / "version-1").glob("*.json"))

records = entries | standalone_entries | follow_ups


def written(record: Entry | FollowUp) -> bytes:
    return write_entry(record) if isinstance(record, Entry) else write_follow_up(record)


def strictly(data: bytes) -> Entry | FollowUp | None:
    try:
        return read_record(data)
    except NotReadable:
        return None


def agree(data: bytes) -> bool:
    """Whether the plain reader leaves a record to the strict one, or reads the very same."""
    return plain_record(data) in (None, strictly(data))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_whatever_was_ever_written_is_read_plainly(path: Path) -> None:
    data = path.read_bytes()
    assert plain_record(data) == read_record(data)


@pytest.mark.thorough
@given(records)
def test_so_is_whatever_is_written_now(record: Entry | FollowUp) -> None:
    data = written(record)
    assert strictly(data) is not None
    # A text may hold the name of an escape; what has one is left to the strict reader.
    assert plain_record(data) == (None if b"\\u" in data else read_record(data))


odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 1_001)
    | st.floats()
    | st.sampled_from([
        "", "yes", "full", "text", "recorded", "session", "follow_up", "01KAPC2G8H3QY7V5T9W4ZBXN1M",
        "2026-11", "2026-13", "2026-02-30", "2026-11-22T16:05:09+00:00", "2026-11-22T16:05:09Z",
        "2026-11-22T24:00:00+00:00", "2026-11-22T16:05:09+24:00", "1763827509", "٢٠٢٦-١١",
        "a\x1b[2Jb", "two\nlines", "x" * 101, "x" * 10_001, "alex-moss",
    ]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["yes", "what", "if", "then", "must", "card"]), inner)
    ),
    max_leaves=4,
)  # fmt: skip


def places_in(shape: Any) -> list[tuple[Any, Any]]:
    """Every place of a shape: what it is in, and its name or number there."""
    inside = [*shape.items()] if isinstance(shape, dict) else [*enumerate(shape)]
    found = [(shape, name) for name, _ in inside]
    for _, each in inside:
        found += places_in(each) if isinstance(each, dict | list) else []
    return found


@pytest.mark.thorough
@settings(max_examples=150)
@given(records, st.data())
def test_of_what_was_changed_nothing_is_read_otherwise(
    record: Entry | FollowUp, data: st.DataObject
) -> None:
    shape = json.loads(written(record))
    for _ in range(data.draw(st.integers(1, 2))):
        within, name = data.draw(st.sampled_from(places_in(shape)))
        match data.draw(st.sampled_from(["other", "gone", "more", "kind"])):
            case "other":
                within[name] = data.draw(odd)
            case "gone":
                del within[name]
            case "kind":
                shape["kind"] = data.draw(st.sampled_from(["preparation", "session", "follow_up"]))
            case "more" if isinstance(within, dict):
                within["with_whom"] = data.draw(odd)
            case "more":
                within.append(data.draw(odd))
        if not shape:
            break
    assert agree(json.dumps(shape, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@pytest.mark.thorough
@given(records, st.data())
def test_of_bytes_that_were_changed_neither(record: Entry | FollowUp, data: st.DataObject) -> None:
    whole = written(record)
    at = data.draw(st.integers(0, len(whole)))
    more = data.draw(st.binary(max_size=3) | st.sampled_from([b'"', b"\\u0041", b',"id": "x"']))
    assert agree(whole[:at] + more + whole[at + data.draw(st.integers(0, 3)) :])
    assert agree(whole[:at])


WHOLE = next(path for path in GOLDEN if b'"preparation"' in path.read_bytes()).read_bytes()
ODD = {
    "a field twice": WHOLE.replace(b'"version": 1,', b'"version": 2, "version": 1,'),
    "an escape": WHOLE.replace(b'"version"', b'"versi\\u006fn"'),
    "a mark of the order of bytes": b"\xef\xbb\xbf" + WHOLE,
    "another encoding": WHOLE.decode().encode("utf-16"),
    "half a letter": WHOLE.replace(b"Hello", b"\xed\xa0\x80"),
    "no number": WHOLE.replace(b'"version": 1', b'"version": NaN'),
    "too deep": b"[" * 100_000,
    "yes for one": WHOLE.replace(b'"version": 1', b'"version": true'),
    "one and nothing": WHOLE.replace(b'"version": 1', b'"version": 1.0'),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_left_to_the_strict_reader(data: bytes) -> None:
    assert data != WHOLE
    assert plain_record(data) is None
