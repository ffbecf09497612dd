"""What each field has to be, as the strict reader has it, read without what validates.

Each check takes a plain value and gives what it stands for, or raises `Odd`.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.visit import Channel, Hat, Visit

T = TypeVar("T")
Read = Callable[[object], Any]

MOST_LINES, MOST_PROMISES = 200, 1_000
_LONGEST, _LONGEST_NAME = 10_000, 100

_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d", re.ASCII)
_FOLDER = re.compile(r"[a-z][a-z0-9-]{0,38}[a-z0-9]")


class Odd(ValueError):
    """Not as this program writes it."""


def values(data: bytes) -> object:
    """The plain values of JSON in which no key stands twice. Raises `ValueError`."""
    # An escape can spell half a letter, and a key that is ours in letters that are not.
    if b"\\u" in data:
        raise Odd
    try:
        return json.loads(data.decode(), object_pairs_hook=_each_once)
    except RecursionError:
        raise Odd from None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Odd
    return found


class Fields:
    """Reads a mapping that has all of some fields, and perhaps others, but no more."""

    def __init__(self, needed: Mapping[str, Read], **more: Read) -> None:
        self._readers = {**needed, **more}
        self._names = frozenset(needed)

    def __call__(self, shape: object) -> dict[str, Any]:
        if type(shape) is not dict or not self._names <= shape.keys() <= self._readers.keys():
            raise Odd
        readers = self._readers
        return {name: readers[name](value) for name, value in shape.items()}


def just(wanted: object, value: object) -> object:
    if type(value) is not type(wanted) or value != wanted:
        raise Odd
    return value


def nothing(value: object) -> None:
    if value is not None:
        raise Odd


def yes_or_no(value: object) -> bool:
    if type(value) is not bool:
        raise Odd
    return value


def number(value: object) -> int:
    if type(value) is not int or not 1 <= value <= MOST_PROMISES:
        raise Odd
    return value


def text(value: object) -> str:
    if type(value) is not str or len(value) > _LONGEST:
        raise Odd
    return clean(value)


def line(value: object) -> str:
    return clean_line(text(value))


def name(value: object) -> str:
    if type(value) is not str or len(value) > _LONGEST_NAME:
        raise Odd
    return clean_line(value)


def spelt(pattern: re.Pattern[str], value: object) -> str:
    if type(value) is not str or not pattern.fullmatch(value):
        raise Odd
    return value


ulid, month = partial(spelt, _ULID), partial(spelt, _MONTH)


def day(value: object) -> date:
    return date.fromisoformat(spelt(_DAY, value))


def moment(value: object) -> datetime:
    return datetime.fromisoformat(spelt(_MOMENT, value))


def one_of(kinds: type[StrEnum]) -> Read:
    known = {kind.value: kind for kind in kinds}

    def one_of(value: object) -> StrEnum:
        if type(value) is not str or value not in known:
            raise Odd
        return known[value]

    return one_of


def or_nothing(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def many(read: Callable[[object], T], most: int, value: object) -> tuple[T, ...]:
    if type(value) is not list or len(value) > most:
        raise Odd
    return tuple(map(read, value))


def list_of(read: Read, most: int) -> Read:
    return partial(many, read, most)


def answered(value: object) -> object:
    """The shape of an answer: text, yes or no, a list, or a mapping; cleaned, as it comes."""
    if value is None or type(value) is bool:
        return value
    if type(value) is dict:
        return _mapping(value)
    if type(value) is not list:
        return text(value)
    if len(value) > MOST_LINES:
        raise Odd
    if all(type(each) is dict for each in value):
        return [_texts(each) for each in value]
    return [text(each) for each in value]


def _mapping(value: dict[str, object]) -> dict[str, Any]:
    if all(type(each) is list for each in value.values()):
        return {key: [*many(text, MOST_LINES, each)] for key, each in value.items()}
    return _texts(value)


def _texts(value: dict[str, object]) -> dict[str, str]:
    return {key: text(each) for key, each in value.items()}


with_whom = or_nothing(partial(spelt, _FOLDER))
_VISIT = Fields(
    {
        "purpose": or_nothing(name),
        "label": line,
        "channel": one_of(Channel),
        "hat": or_nothing(one_of(Hat)),
        "month": month,
    }
)


def visit(shape: object) -> tuple[Visit, str]:
    found = _VISIT(shape)
    label = found.pop("label")
    return Visit(**found), label
