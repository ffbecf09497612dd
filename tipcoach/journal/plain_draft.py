"""Read a draft that is just as this program writes it, as `plain_record` reads a record."""

from functools import partial
from typing import Any

from tipcoach.errors import AnswerNotTaken
from tipcoach.journal import plain_checks as plain
from tipcoach.journal.plain_checks import Read
from tipcoach.journal.versions import DRAFT_FORMAT, VERSION
from tipcoach.practice.answer import Answer, AnswerForm
from tipcoach.practice.answer_shape import read_shape
from tipcoach.practice.checklist import Checklist, Principle
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind
from tipcoach.practice.plain_shapes import of_shape
from tipcoach.practice.walk import Planned, Walk

MOST = 500


def plain_draft(data: bytes, checklist_data: bytes) -> Draft | None:
    """A draft with the checklist beside it, or nothing where it is left to the strict reader."""
    try:
        return _draft(plain.values(data), plain.values(checklist_data))
    except (AnswerNotTaken, ValueError):
        return None


def _draft(shape: object, beside: object) -> Draft:
    kind = _KIND(shape.get("kind") if isinstance(shape, dict) else None)
    found = (_ABOUT_A_VISIT if kind.is_about_a_visit else _ALONE)(shape)
    checklist = of_shape(Checklist, beside)
    if kind is Kind.FOLLOW_UP or checklist.is_about_a_visit != kind.is_about_a_visit:
        raise plain.Odd
    visit, _ = found["visit"] or (None, "")
    walk = Walk(
        checklist=checklist,
        visit=visit,
        at=found["at"],
        answers=_answers(found["answers"], checklist),
        seen=frozenset(found["seen"]),
        planned=found["planned"],
        watched_before=found["watched"],
        few=found.get("few", False),
    )
    return Draft(
        found["id"],
        kind,
        found["begun"],
        found["written"],
        walk,
        found["follows"],
        found.get("supersedes"),
        found.get("with_whom"),
    )


def _answers(found: dict[str, dict[str, Any]], checklist: Checklist) -> dict[str, Answer]:
    answers = {}
    for prompt_id, stored in found.items():
        prompt = checklist.prompt(prompt_id)
        if prompt is None or prompt.form is not stored["form"]:
            raise plain.Odd
        answers[prompt_id] = read_shape(prompt.form, prompt.values, stored["answered"])
    return answers


def _planned(shape: object) -> Planned:
    return Planned(**_PLANNED(shape))


def _answered(shape: object) -> object:
    if shape is None:
        raise plain.Odd
    return plain.answered(shape)


def _by_prompt(shape: object) -> dict[str, dict[str, Any]]:
    if type(shape) is not dict or len(shape) > MOST:
        raise plain.Odd
    found = {plain.name(prompt): _ANSWER(each) for prompt, each in shape.items()}
    if found.keys() != shape.keys():
        raise plain.Odd
    return found


_KIND = plain.one_of(Kind)
_ANSWER = plain.Fields({"form": plain.one_of(AnswerForm), "answered": _answered})
_ID, _PRINCIPLE = plain.or_nothing(plain.ulid), plain.or_nothing(plain.one_of(Principle))
_PLANNED = plain.Fields(
    {"principle": _PRINCIPLE, "form": plain.one_of(AnswerForm), "text": plain.text}, entry=_ID
)
_BEGUN: dict[str, Read] = {
    "format": partial(plain.just, DRAFT_FORMAT),
    "version": partial(plain.just, VERSION),
    "id": plain.ulid,
    "kind": _KIND,
    "begun": plain.moment,
    "written": plain.moment,
    "at": plain.name,
    "seen": plain.list_of(plain.name, MOST),
    "answers": _by_prompt,
}
_MORE: dict[str, Read] = {"supersedes": _ID, "few": plain.yes_or_no}
_ABOUT_A_VISIT = plain.Fields(
    {
        **_BEGUN,
        "visit": plain.visit,
        "follows": _ID,
        "watched": _PRINCIPLE,
        "planned": plain.list_of(_planned, MOST),
    },
    **_MORE,
)
_ALONE = plain.Fields(
    {
        **_BEGUN,
        **dict.fromkeys(("visit", "follows", "watched"), plain.nothing),
        "planned": plain.list_of(_planned, 0),
    },
    **_MORE,
    with_whom=plain.with_whom,
)
