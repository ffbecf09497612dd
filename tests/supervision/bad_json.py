"""Bytes that stand where a document should be: each must be refused, and nothing else."""

import json
from collections.abc import Iterator
from typing import Any

NOT_JSON = {
    "empty": b"",
    "spaces": b" " * 50,
    "zeros": bytes(4096),
    "half of a byte order": b"\xff",
    "latin-1": '{"name": "é"}'.encode("latin-1"),
    "half a surrogate pair": b'{"format": "\xed\xa0\x80"}',
    "a bare NUL": b'{"format": "\x00"}',
    "two documents": b"{}{}",
    "100,000 nested": b"[" * 100_000,
    "100,000 nested objects": b'{"a":' * 100_000,
    "a number of 100,000 digits": b'{"version": ' + b"9" * 100_000 + b"}",
    "NaN": b"NaN",
    "1e999": b"1e999",
    "null": b"null",
    "[1]": b"[1]",
    "a text": b'"card"',
    "true": b"true",
    "{}": b"{}",
}

OTHER_VALUES: list[object] = [
    None, True, False, 0, 1, -1, 2, 1.0, 1e300, 10**30, "", " ", "1", "\x00", "\ud800",
    "x" * 10_001,
    "../../etc/passwd", "CON", "a:b", "\x1b[31m", "officer-a\n", "0000-00-00", "9999999-01-01",
    "2026-13", "1740823200", [], ["x"], {}, {"a": 1}, [[]] * 500,
]  # fmt: skip
"""What a field may hold that is not what it should."""


def spoiled(shape: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """A document with one thing wrong in it: for each place in it, every other value.

    Some of these are fair all the same (another name); the caller says which must be refused.
    """
    whole = json.dumps(shape, ensure_ascii=False).encode()
    yield "the last byte is missing", whole[:-1]
    yield "half of it", whole[: len(whole) // 2]
    yield "something after it", whole + b"{}"
    yield "a key nobody knows", json.dumps({**shape, "more": 1}).encode()
    nested = b"[" * 5000 + b"]" * 5000
    yield "5,000 nested in a key nobody knows", whole[:-1] + b',"more":' + nested + b"}"
    for path in _paths(shape):
        yield f"no {path}", json.dumps(_without(shape, path)).encode()
        for value in OTHER_VALUES:
            yield f"{path} is {value!r:.30}", json.dumps(_with(shape, path, value)).encode()


Path = tuple[Any, ...]


def _paths(value: Any, at: Path = ()) -> Iterator[Path]:
    if at:
        yield at
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(each, (*at, key))


def _with(value: Any, path: Path, new: Any) -> Any:
    made = json.loads(json.dumps(value))
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return made


def _without(value: Any, path: Path) -> Any:
    made = json.loads(json.dumps(value))
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return made
