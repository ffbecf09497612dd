"""Read a record that is just as this program writes it, without the library that validates.

Each check is one of the strict reader's, and a record is taken only when all of it passes; whatever
is odd in any way is left to that reader, which says what is wrong. So both agree on every record.
"""

from collections.abc import Callable
from functools import partial

from tipcoach.errors import AnswerNotTaken
from tipcoach.journal import plain_checks as plain
from tipcoach.journal.plain_checks import Read
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
from tipcoach.practice.plaintext import clean
from tipcoach.practice.visit import Form

MOST_ASKED, MOST_STOPS = 500, 50


def plain_record(data: bytes) -> Entry | FollowUp | None:
    """The record in the bytes of a file, or nothing where it is left to the strict reader."""
    try:
        return _record(plain.values(data))
    except (AnswerNotTaken, ValueError):
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


def _asked(shape: object) -> Asked:
    found = _ASKED(shape)
    answered = found.pop("answered", None)
    answer = None if answered is None else read_stored(found["form"], answered)
    return Asked(answer=answer, **found)


def _card(shape: object) -> CardWords | None:
    return None if shape is None else CardWords(**_CARD(shape))


def _stop(shape: object) -> StopRule:
    return StopRule(**_STOP(shape))


def _said(shape: object) -> Said:
    what = shape.get("what") if isinstance(shape, dict) else None
    if type(what) is not str or what not in _SAID:
        raise plain.Odd
    made, read = _SAID[what]
    found = read(shape)
    del found["what"]
    if "promise" in found:
        found["number"] = found.pop("promise")
    return made(**found)


_KIND = plain.one_of(Kind)
_EVERY: dict[str, Read] = {
    "format": partial(plain.just, ENTRY_FORMAT),
    "version": partial(plain.just, VERSION),
    "id": plain.ulid,
    "kind": _KIND,
    "created": plain.moment,
}
_PRINCIPLE, _ID, _DAY_SAID = (
    plain.or_nothing(plain.one_of(Principle)),
    plain.or_nothing(plain.ulid),
    plain.or_nothing(plain.day),
)
_ASKED = plain.Fields(
    {
        "prompt": plain.name,
        "principle": _PRINCIPLE,
        "question": plain.text,
        "form": plain.one_of(AnswerForm),
        "outcome": plain.one_of(Outcome),
    },
    answered=plain.answered,
    label=plain.text,
    set_aside=plain.yes_or_no,
)
_STOP = plain.Fields({"label": plain.text, "pathway": plain.name})
_CARD = plain.Fields(
    {"opening": plain.text, "way_out": plain.text, "stops": plain.list_of(_stop, MOST_STOPS)}
)
_WALKED: dict[str, Read] = {
    **_EVERY,
    "form": plain.one_of(Form),
    "checklist": plain.Fields({"id": plain.name, "hash": plain.name}),
    "supersedes": _ID,
    "stopped": plain.or_nothing(plain.name),
    "answers": plain.list_of(_asked, MOST_ASKED),
}
_ABOUT_A_VISIT = plain.Fields(
    {**_WALKED, "visit": plain.visit, "follows": _ID, "watched": _PRINCIPLE}, card=_card
)
_ALONE = plain.Fields(
    {**_WALKED, **dict.fromkeys(("visit", "follows", "watched"), plain.nothing)},
    card=plain.nothing,
    with_whom=plain.with_whom,
)
_FOLLOW_UP = plain.Fields({**_EVERY, "about": plain.ulid, "replaces": _ID, "said": _said})
_WHAT = {"what": plain.text}
_SAID: dict[str, tuple[Callable[..., Said], plain.Fields]] = {
    "recorded": (Recorded, plain.Fields({**_WHAT, "yes": plain.yes_or_no})),
    "hold": (
        Hold,
        plain.Fields(
            {**_WHAT, "holds": plain.yes_or_no, "look_again": _DAY_SAID, "reason": plain.text}
        ),
    ),
    "review": (Review, plain.Fields({**_WHAT, "again": plain.day})),
    "promise": (
        PromiseOutcome,
        plain.Fields(
            {
                **_WHAT,
                "promise": plain.number,
                "became": plain.one_of(Became),
                "due": _DAY_SAID,
                "told": plain.or_nothing(plain.yes_or_no),
            },
            because=plain.name,
        ),
    ),
    "view": (SessionView, plain.Fields({**_WHAT, "agreed": plain.yes_or_no, "words": plain.text})),
}
