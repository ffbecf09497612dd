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
from tipcoach.journal.written import ENTRY_FORMAT, VERSION
from tipcoach.practice.answer import Answer, AnswerForm, Picked, PickedMany, read_shape
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
    kind = _one_of(Kind, shape.get("kind") if isinstance(shape, dict) else None)
    if kind is Kind.FOLLOW_UP:
        return FollowUp(**_fields(shape, _FOLLOW_UP, {}, gone=("format", "version", "kind")))
    needed = _ABOUT_A_VISIT if kind.is_about_a_visit else _ALONE
    more = {"card": _card} if kind.is_about_a_visit else {"card": _nothing, "with_whom": _with_whom}
    found = _fields(shape, needed, more, gone=("format", "version"))
    visit, label = found.pop("visit") or (None, "")
    checklist_id, checklist_hash = found.pop("checklist")
    return Entry(
        visit=visit,
        visit_label=label,
        checklist_id=checklist_id,
        checklist_hash=checklist_hash,
        asked=found.pop("answers"),
        **found,
    )


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Odd
    return found


def _fields(
    shape: object,
    needed: Mapping[str, Read],
    more: Mapping[str, Read],
    gone: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The fields of a mapping, read; without those that say only what it is."""
    if not isinstance(shape, dict) or not needed.keys() <= shape.keys():
        raise _Odd
    found = {}
    for name, value in shape.items():
        read = needed.get(name) or more.get(name)
        if read is None:
            raise _Odd
        found[name] = read(value)
    for name in gone:
        del found[name]
    return found


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


def _text(value: object, most: int = _LONGEST) -> str:
    if type(value) is not str or len(value) > most:
        raise _Odd
    return clean(value)


def _line(value: object, most: int = _LONGEST) -> str:
    return clean_line(_text(value, most))


_name = partial(_line, most=_LONGEST_NAME)


def _spelt(pattern: re.Pattern[str], value: object) -> str:
    if type(value) is not str or not pattern.fullmatch(value):
        raise _Odd
    return value


_id, _month = partial(_spelt, _ULID), partial(_spelt, _MONTH)


def _day(value: object) -> date:
    return date.fromisoformat(_spelt(_DAY, value))


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(_spelt(_MOMENT, value))


def _one_of(kinds: type[T], value: object) -> T:
    if type(value) is not str:
        raise _Odd
    return kinds(value)  # type: ignore[call-arg]  # an enumeration; a ValueError is odd


def _or_nothing(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _many(read: Callable[[object], T], most: int, value: object) -> tuple[T, ...]:
    if type(value) is not list or len(value) > most:
        raise _Odd
    return tuple(map(read, value))


# -- what they make up -------------------------------------------------------------------


def _visit(shape: object) -> tuple[Visit, str]:
    found = _fields(shape, _VISIT, {})
    label = found.pop("label")
    return Visit(**found), label


def _checklist(shape: object) -> tuple[str, str]:
    found = _fields(shape, {"id": _name, "hash": _name}, {})
    return found["id"], found["hash"]


def _asked(shape: object) -> Asked:
    found = _fields(shape, _ASKED, _ASKED_TOO)
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
    return [_texts(each) if type(each) is dict else _text(each) for each in value]


def _mapping(value: dict[str, object]) -> dict[str, Any]:
    if all(type(each) is list for each in value.values()):
        return {key: [*_many(_text, MOST_LINES, each)] for key, each in value.items()}
    return _texts(value)


def _texts(value: dict[str, object]) -> dict[str, str]:
    return {key: _text(each) for key, each in value.items()}


def _card(shape: object) -> CardWords | None:
    return None if shape is None else CardWords(**_fields(shape, _CARD, {}))


def _stop(shape: object) -> StopRule:
    return StopRule(**_fields(shape, {"label": _text, "pathway": _name}, {}))


def _said(shape: object) -> Said:
    what = shape.get("what") if isinstance(shape, dict) else None
    if type(what) is not str or what not in _SAID:
        raise _Odd
    made, needed, more = _SAID[what]
    found = _fields(shape, {"what": _text, **needed}, more, gone=("what",))
    if "promise" in found:
        found["number"] = found.pop("promise")
    return made(**found)


def _list_of(read: Read, most: int) -> Read:
    return partial(_many, read, most)


def _named(kinds: type[StrEnum]) -> Read:
    return partial(_one_of, kinds)


_with_whom = _or_nothing(partial(_spelt, _FOLDER))
_EVERY: dict[str, Read] = {
    "format": partial(_just, ENTRY_FORMAT),
    "version": partial(_just, VERSION),
    "id": _id,
    "kind": _named(Kind),
    "created": _moment,
}
_WALKED: dict[str, Read] = {
    **_EVERY,
    "form": _named(Form),
    "checklist": _checklist,
    "supersedes": _or_nothing(_id),
    "stopped": _or_nothing(_name),
    "answers": _list_of(_asked, MOST_ASKED),
}
_ABOUT_A_VISIT: dict[str, Read] = {
    **_WALKED,
    "visit": _visit,
    "follows": _or_nothing(_id),
    "watched": _or_nothing(_named(Principle)),
}
_ALONE: dict[str, Read] = {**_WALKED, **dict.fromkeys(("visit", "follows", "watched"), _nothing)}
_FOLLOW_UP: dict[str, Read] = {
    **_EVERY,
    "about": _id,
    "replaces": _or_nothing(_id),
    "said": _said,
}
_VISIT: dict[str, Read] = {
    "purpose": _or_nothing(_name),
    "label": _line,
    "channel": _named(Channel),
    "hat": _or_nothing(_named(Hat)),
    "month": _month,
}
_ASKED: dict[str, Read] = {
    "prompt": _name,
    "principle": _or_nothing(_named(Principle)),
    "question": _text,
    "form": _named(AnswerForm),
    "outcome": _named(Outcome),
}
_ASKED_TOO: dict[str, Read] = {"answered": _answered, "label": _text, "set_aside": _yes_or_no}
_CARD: dict[str, Read] = {
    "opening": _text,
    "way_out": _text,
    "stops": _list_of(_stop, MOST_STOPS),
}
_OR_A_DAY = _or_nothing(_day)
_SAID: dict[str, tuple[Callable[..., Said], dict[str, Read], dict[str, Read]]] = {
    "recorded": (Recorded, {"yes": _yes_or_no}, {}),
    "hold": (Hold, {"holds": _yes_or_no, "look_again": _OR_A_DAY, "reason": _text}, {}),
    "review": (Review, {"again": _day}, {}),
    "promise": (
        PromiseOutcome,
        {
            "promise": _number,
            "became": _named(Became),
            "due": _OR_A_DAY,
            "told": _or_nothing(_yes_or_no),
        },
        {"because": _name},
    ),
    "view": (SessionView, {"agreed": _yes_or_no, "words": _text}, {}),
}
