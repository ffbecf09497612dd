"""Read a record that is just as this program writes it, without the library that validates.

Each check is one of the strict reader's, and a record is taken only when all of it passes; whatever
is odd in any way is left to that reader, which says what is wrong. So both agree on every record.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from tipcoach.errors import AnswerNotTaken
from tipcoach.journal.versions import ENTRY_FORMAT, VERSION
from tipcoach.practice.answer import Answer, AnswerForm, Picked, PickedMany
from tipcoach.practice.answer_shape import read_shape
from tipcoach.practice.checklist import CardWords, Principle, StopRule
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import (
    Became,
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    Said,
    SessionView,
)
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.visit import Channel, Form, Hat, Visit

T = TypeVar("T")
Read = Callable[[object], Any]

MOST_ASKED, MOST_LINES, MOST_STOPS, MOST_PROMISES = 500, 200, 50, 1_000
_LONGEST, _LONGEST_NAME = 10_000, 100

_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", re.ASCII)
_FOLDER = re.compile(r"[a-z][a-z0-9-]{0,38}[a-z0-9]")


class _Odd(ValueError):
    """Not as this program writes it."""


def plain_record(data: bytes) -> Entry | FollowUp | None:
    """The record in the bytes of a file, or nothing where it is left to the strict reader."""
    # An escape can spell half a letter, and a key that is ours in letters that are not.
    if b"\\u" in data:
        return None
    try:
        shape = json.loads(data.decode(), object_pairs_hook=_each_once)
        return _record(shape)
    except (AnswerNotTaken, RecursionError, ValueError):
        return None


def read_stored(form: AnswerForm, shape: object) -> Answer:
    """A stored answer; a choice is taken at its word, for its prompt may be gone by now."""
    if form is AnswerForm.PICK_ONE and isinstance(shape, str):
        return Picked(clean(shape))
    if form is AnswerForm.PICK_MANY and isinstance(shape, list):
        return PickedMany(tuple(clean(str(value)) for value in shape))
    return read_shape(form, (), shape)


def _record(shape: object) -> Entry | FollowUp:
    kind = _KIND(shape.get("kind") if isinstance(shape, dict) else None)
    if kind is Kind.FOLLOW_UP:
        found = _FOLLOW_UP(shape)
        del found["format"], found["version"], found["kind"]
        return FollowUp(**found)
    found = (_ABOUT_A_VISIT if kind.is_about_a_visit else _ALONE)(shape)
    del found["format"], found["version"]
    visit, label = found.pop("visit") or (None, "")
    checklist = found.pop("checklist")
    return Entry(
        visit=visit,
        visit_label=label,
        checklist_id=checklist["id"],
        checklist_hash=checklist["hash"],
        asked=found.pop("answers"),
        **found,
    )


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Odd
    return found


class _Fields:
    """Reads a mapping that has all of some fields, and perhaps others, but no more."""

    def __init__(self, needed: Mapping[str, Read], **more: Read) -> None:
        self._readers = {**needed, **more}
        self._names = frozenset(needed)

    def __call__(self, shape: object) -> dict[str, Any]:
        if type(shape) is not dict or not self._names <= shape.keys() <= self._readers.keys():
            raise _Odd
        readers = self._readers
        return {name: readers[name](value) for name, value in shape.items()}


# -- single values -----------------------------------------------------------------------


def _just(wanted: object, value: object) -> object:
    if type(value) is not type(wanted) or value != wanted:
        raise _Odd
    return value


def _nothing(value: object) -> None:
    if value is not None:
        raise _Odd


def _yes_or_no(value: object) -> bool:
    if type(value) is not bool:
        raise _Odd
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 1 <= value <= MOST_PROMISES:
        raise _Odd
    return value


def _text(value: object) -> str:
    if type(value) is not str or len(value) > _LONGEST:
        raise _Odd
    return clean(value)


def _line(value: object) -> str:
    return clean_line(_text(value))


def _name(value: object) -> str:
    if type(value) is not str or len(value) > _LONGEST_NAME:
        raise _Odd
    return clean_line(value)


def _spelt(pattern: re.Pattern[str], value: object) -> str:
    if type(value) is not str or not pattern.fullmatch(value):
        raise _Odd
    return value


_id, _month = partial(_spelt, _ULID), partial(_spelt, _MONTH)


def _day(value: object) -> date:
    return date.fromisoformat(_spelt(_DAY, value))


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(_spelt(_MOMENT, value))


def _one_of(kinds: type[StrEnum]) -> Read:
    known = {kind.value: kind for kind in kinds}

    def one_of(value: object) -> StrEnum:
        if type(value) is not str or value not in known:
            raise _Odd
        return known[value]

    return one_of


def _or_nothing(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _many(read: Callable[[object], T], most: int, value: object) -> tuple[T, ...]:
    if type(value) is not list or len(value) > most:
        raise _Odd
    return tuple(map(read, value))


# -- what they make up -------------------------------------------------------------------


def _visit(shape: object) -> tuple[Visit, str]:
    found = _VISIT(shape)
    label = found.pop("label")
    return Visit(**found), label


def _asked(shape: object) -> Asked:
    found = _ASKED(shape)
    answered = found.pop("answered", None)
    answer = None if answered is None else read_stored(found["form"], answered)
    return Asked(answer=answer, **found)


def _answered(value: object) -> object:
    """The shape of an answer: text, yes or no, a list, or a mapping; cleaned, as it comes."""
    if value is None or type(value) is bool:
        return value
    if type(value) is dict:
        return _mapping(value)
    if type(value) is not list:
        return _text(value)
    if len(value) > MOST_LINES:
        raise _Odd
    if all(type(each) is dict for each in value):
        return [_texts(each) for each in value]
    return [_text(each) for each in value]


def _mapping(value: dict[str, object]) -> dict[str, Any]:
    if all(type(each) is list for each in value.values()):
        return {key: [*_many(_text, MOST_LINES, each)] for key, each in value.items()}
    return _texts(value)


def _texts(value: dict[str, object]) -> dict[str, str]:
    return {key: _text(each) for key, each in value.items()}


def _card(shape: object) -> CardWords | None:
    return None if shape is None else CardWords(**_CARD(shape))


def _stop(shape: object) -> StopRule:
    return StopRule(**_STOP(shape))


def _said(shape: object) -> Said:
    what = shape.get("what") if isinstance(shape, dict) else None
    if type(what) is not str or what not in _SAID:
        raise _Odd
    made, read = _SAID[what]
    found = read(shape)
    del found["what"]
    if "promise" in found:
        found["number"] = found.pop("promise")
    return made(**found)


def _list_of(read: Read, most: int) -> Read:
    return partial(_many, read, most)


_KIND = _one_of(Kind)
_EVERY: dict[str, Read] = {
    "format": partial(_just, ENTRY_FORMAT),
    "version": partial(_just, VERSION),
    "id": _id,
    "kind": _KIND,
    "created": _moment,
}
_PRINCIPLE, _ID, _DAY_SAID = _or_nothing(_one_of(Principle)), _or_nothing(_id), _or_nothing(_day)
_VISIT = _Fields(
    {
        "purpose": _or_nothing(_name),
        "label": _line,
        "channel": _one_of(Channel),
        "hat": _or_nothing(_one_of(Hat)),
        "month": _month,
    }
)
_ASKED = _Fields(
    {
        "prompt": _name,
        "principle": _PRINCIPLE,
        "question": _text,
        "form": _one_of(AnswerForm),
        "outcome": _one_of(Outcome),
    },
    answered=_answered,
    label=_text,
    set_aside=_yes_or_no,
)
_STOP = _Fields({"label": _text, "pathway": _name})
_CARD = _Fields({"opening": _text, "way_out": _text, "stops": _list_of(_stop, MOST_STOPS)})
_WALKED: dict[str, Read] = {
    **_EVERY,
    "form": _one_of(Form),
    "checklist": _Fields({"id": _name, "hash": _name}),
    "supersedes": _ID,
    "stopped": _or_nothing(_name),
    "answers": _list_of(_asked, MOST_ASKED),
}
_ABOUT_A_VISIT = _Fields(
    {**_WALKED, "visit": _visit, "follows": _ID, "watched": _PRINCIPLE}, card=_card
)
_ALONE = _Fields(
    {**_WALKED, **dict.fromkeys(("visit", "follows", "watched"), _nothing)},
    card=_nothing,
    with_whom=_or_nothing(partial(_spelt, _FOLDER)),
)
_FOLLOW_UP = _Fields({**_EVERY, "about": _id, "replaces": _ID, "said": _said})
_WHAT = {"what": _text}
_SAID: dict[str, tuple[Callable[..., Said], _Fields]] = {
    "recorded": (Recorded, _Fields({**_WHAT, "yes": _yes_or_no})),
    "hold": (
        Hold,
        _Fields({**_WHAT, "holds": _yes_or_no, "look_again": _DAY_SAID, "reason": _text}),
    ),
    "review": (Review, _Fields({**_WHAT, "again": _day})),
    "promise": (
        PromiseOutcome,
        _Fields(
            {
                **_WHAT,
                "promise": _number,
                "became": _one_of(Became),
                "due": _DAY_SAID,
                "told": _or_nothing(_yes_or_no),
            },
            because=_name,
        ),
    ),
    "view": (SessionView, _Fields({**_WHAT, "agreed": _yes_or_no, "words": _text})),
}
