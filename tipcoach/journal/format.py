"""What an entry and a draft look like as JSON: the strict door they come back in by.

Nothing unknown, nothing of the wrong kind, nothing out of size; and what is wrong is named.
"""

import json
import re
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from tipcoach.errors import AnswerNotTaken, NotReadable
from tipcoach.journal.plain_record import read_stored
from tipcoach.journal.written import VERSION
from tipcoach.practice.answer import Answer, AnswerForm, read_shape
from tipcoach.practice.checklist import CardWords, Checklist, Principle, StopRule
from tipcoach.practice.draft import Draft
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
from tipcoach.practice.walk import Planned, Walk

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ULID = r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$"


def _has_a_time(value: object) -> object:
    """A bare number in quotes would be taken for seconds since 1970."""
    if not isinstance(value, str) or "T" not in value:
        raise ValueError("wants a date, a T and a time with its zone")
    return value


def _is_a_day(value: object) -> object:
    """`2026-12-01`, and none of the other ways a day can be written."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("wants a day such as 2026-12-01")
    return value


UlidText = Annotated[str, Field(pattern=_ULID)]
Stored = Annotated[str, Field(max_length=10_000), AfterValidator(clean)]
Name = Annotated[str, Field(max_length=100), AfterValidator(clean_line)]
Line = Annotated[str, Field(max_length=10_000), AfterValidator(clean_line)]
Moment = Annotated[AwareDatetime, Field(strict=False), BeforeValidator(_has_a_time)]
Version1 = Annotated[int, Field(strict=True, ge=1, le=1)]
Day = Annotated[date, Field(strict=False), BeforeValidator(_is_a_day)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
ShapeText: TypeAlias = (
    Stored
    | bool
    | Annotated[list[Stored], Field(max_length=200)]
    | dict[str, Annotated[list[Stored], Field(max_length=200)]]
    | dict[str, Stored]
    | Annotated[list[dict[str, Stored]], Field(max_length=200)]
)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class _VisitFile(_File):
    purpose: Name | None
    # As long as the prompt files let it be, or what was kept could not be read again.
    label: Line
    channel: Channel
    hat: Hat | None
    month: Month


class _ChecklistFile(_File):
    id: Name
    hash: Name


class _AskedFile(_File):
    prompt: Name
    principle: Principle | None
    question: Stored
    form: AnswerForm
    outcome: Outcome
    answered: ShapeText | None = None
    label: Stored = ""
    set_aside: bool = False


class _StopFile(_File):
    label: Stored
    pathway: Name


class _CardFile(_File):
    opening: Stored
    way_out: Stored
    stops: Annotated[list[_StopFile], Field(max_length=50)]


class _WalkedFile(_File):
    format: Literal["tipcoach/entry"]
    version: Version1
    id: UlidText
    created: Moment
    form: Form
    checklist: _ChecklistFile
    supersedes: UlidText | None
    stopped: Name | None
    answers: Annotated[list[_AskedFile], Field(max_length=500)]


class _EntryFile(_WalkedFile):
    kind: Literal["preparation", "reflection"]
    visit: _VisitFile
    follows: UlidText | None
    watched: Principle | None
    card: _CardFile | None = None


WithWhom = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,38}[a-z0-9]$")]
"""The name of somebody's folder in the shared place."""


class _StandaloneFile(_WalkedFile):
    """An entry that is not about a visit, and so follows none and has no card."""

    kind: Literal["staff_mirror", "walk_it_as_them", "agreement", "session", "after_session"]
    visit: None
    follows: None
    watched: None
    card: None = None
    with_whom: WithWhom | None = None


class _RecordedFile(_File):
    what: Literal["recorded"]
    yes: bool


class _HoldFile(_File):
    what: Literal["hold"]
    holds: bool
    look_again: Day | None
    reason: Stored


class _ReviewFile(_File):
    what: Literal["review"]
    again: Day


class _PromiseFile(_File):
    what: Literal["promise"]
    promise: Annotated[int, Field(ge=1, le=1_000)]
    became: Became
    due: Day | None
    told: bool | None
    because: Name = ""


class _ViewFile(_File):
    what: Literal["view"]
    agreed: bool
    words: Stored


_SaidFile: TypeAlias = _RecordedFile | _HoldFile | _ReviewFile | _PromiseFile | _ViewFile


class _FollowUpFile(_File):
    format: Literal["tipcoach/entry"]
    version: Version1
    id: UlidText
    kind: Literal["follow_up"]
    created: Moment
    about: UlidText
    replaces: UlidText | None
    said: Annotated[_SaidFile, Field(discriminator="what")]


class _PlannedFile(_File):
    principle: Principle | None
    form: AnswerForm
    text: Stored
    entry: UlidText | None = None


class _AnswerFile(_File):
    form: AnswerForm
    answered: ShapeText


class _BegunFile(_File):
    format: Literal["tipcoach/draft"]
    version: Version1
    id: UlidText
    begun: Moment
    written: Moment
    supersedes: UlidText | None = None
    few: bool = False
    at: Name
    seen: Annotated[list[Name], Field(max_length=500)]
    answers: Annotated[dict[Name, _AnswerFile], Field(max_length=500)]


class _DraftFile(_BegunFile):
    kind: Literal["preparation", "reflection"]
    visit: _VisitFile
    follows: UlidText | None
    watched: Principle | None
    planned: Annotated[list[_PlannedFile], Field(max_length=500)]


class _StandaloneDraftFile(_BegunFile):
    kind: Literal["staff_mirror", "walk_it_as_them", "agreement", "session", "after_session"]
    visit: None
    follows: None
    watched: None
    planned: Annotated[list[_PlannedFile], Field(max_length=0)]
    with_whom: WithWhom | None = None


RECORD: TypeAdapter[_EntryFile | _StandaloneFile | _FollowUpFile] = TypeAdapter(
    Annotated[_EntryFile | _StandaloneFile | _FollowUpFile, Field(discriminator="kind")]
)


_DRAFT: TypeAdapter[_DraftFile | _StandaloneDraftFile] = TypeAdapter(
    Annotated[_DraftFile | _StandaloneDraftFile, Field(discriminator="kind")]
)


_CHECKLIST: TypeAdapter[Checklist] = TypeAdapter(Checklist)


def read_record(data: bytes) -> Entry | FollowUp:
    """Read the bytes of a journal file. Raises `NotReadable`, and nothing else."""
    try:
        file = RECORD.validate_json(data)
        return _entry(file) if isinstance(file, _WalkedFile) else _follow_up(file)
    except (ValidationError, AnswerNotTaken) as fault:
        raise NotReadable(_why_not(data, fault)) from None


def read_draft(data: bytes, checklist_data: bytes) -> Draft:
    """Read a draft and the checklist beside it. Raises `NotReadable`, and nothing else."""
    try:
        file = _DRAFT.validate_json(data)
        checklist = _CHECKLIST.validate_json(_cleaned(checklist_data), strict=True)
        visit, _ = _visit(file.visit)
        if checklist.is_about_a_visit != (visit is not None):
            raise AnswerNotTaken("the checklist beside the draft is not of its kind")
        walk = Walk(
            checklist=checklist,
            visit=visit,
            at=file.at,
            answers=_draft_answers(file, checklist),
            seen=frozenset(file.seen),
            planned=tuple(
                Planned(line.principle, line.form, line.text, line.entry) for line in file.planned
            ),
            watched_before=file.watched,
            few=file.few,
        )
    except (ValidationError, AnswerNotTaken) as fault:
        raise NotReadable(_why_not(data, fault)) from None
    return Draft(
        file.id,
        Kind(file.kind),
        file.begun,
        file.written,
        walk,
        file.follows,
        file.supersedes,
        file.with_whom if isinstance(file, _StandaloneDraftFile) else None,
    )


def _visit(file: _VisitFile | None) -> tuple[Visit | None, str]:
    if file is None:
        return None, ""
    return Visit(file.purpose, file.channel, file.month, file.hat), file.label


def _entry(file: _EntryFile | _StandaloneFile) -> Entry:
    visit, label = _visit(file.visit)
    return Entry(
        id=file.id,
        kind=Kind(file.kind),
        created=file.created,
        visit=visit,
        visit_label=label,
        form=file.form,
        checklist_id=file.checklist.id,
        checklist_hash=file.checklist.hash,
        asked=tuple(_asked(asked) for asked in file.answers),
        follows=file.follows,
        supersedes=file.supersedes,
        stopped=file.stopped,
        watched=file.watched,
        card=_card(file.card),
        with_whom=file.with_whom if isinstance(file, _StandaloneFile) else None,
    )


def _card(file: _CardFile | None) -> CardWords | None:
    if file is None:
        return None
    stops = tuple(StopRule(stop.label, stop.pathway) for stop in file.stops)
    return CardWords(file.opening, file.way_out, stops)


def _asked(file: _AskedFile) -> Asked:
    answer = None if file.answered is None else read_stored(file.form, file.answered)
    return Asked(
        prompt=file.prompt,
        principle=file.principle,
        question=file.question,
        form=file.form,
        outcome=file.outcome,
        answer=answer,
        label=file.label,
        set_aside=file.set_aside,
    )


def _follow_up(file: _FollowUpFile) -> FollowUp:
    return FollowUp(file.id, file.created, file.about, _said(file.said), file.replaces)


def _said(file: _SaidFile) -> Said:
    match file:
        case _RecordedFile():
            return Recorded(file.yes)
        case _HoldFile():
            return Hold(file.holds, file.look_again, file.reason)
        case _ReviewFile():
            return Review(file.again)
        case _PromiseFile():
            return PromiseOutcome(file.promise, file.became, file.due, file.told, file.because)
        case _ViewFile():
            return SessionView(file.agreed, file.words)


def _draft_answers(file: _BegunFile, checklist: Checklist) -> dict[str, Answer]:
    """The answers of a draft. One the checklist does not know would be lost, so it is refused."""
    answers = {}
    for prompt_id, stored in file.answers.items():
        prompt = checklist.prompt(prompt_id)
        if prompt is None or prompt.form is not stored.form:
            raise AnswerNotTaken("an answer does not belong to the checklist beside the draft")
        answers[prompt_id] = read_shape(prompt.form, prompt.values, stored.answered)
    return answers


def _cleaned(data: bytes) -> bytes:
    """The same JSON with every text in it cleaned; what is not JSON is left for the reader."""

    def clean_all(value: object) -> object:
        match value:
            case str():
                return clean(value)
            case list():
                return [clean_all(item) for item in value]
            case dict():
                return {key: clean_all(item) for key, item in value.items()}
        return value

    try:
        return json.dumps(clean_all(json.loads(data))).encode()
    except (ValueError, RecursionError):
        return data


def _why_not(data: bytes, fault: ValidationError | AnswerNotTaken) -> str:
    """Why a file cannot be used, in words that hold nothing of its text."""
    if is_newer(data):
        return "it was written by a newer tipcoach; it is kept, and shown once this is updated"
    if isinstance(fault, AnswerNotTaken):
        return "an answer in it has the wrong shape"
    first = fault.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return "it is not whole JSON"
    known = [str(part) for part in first["loc"] if isinstance(part, int) or _is_plain(str(part))]
    return f"the field {'.'.join(known) or 'at the top'} is not as it should be"


def _is_plain(part: str) -> bool:
    return part.isascii() and part.replace("_", "").replace("-", "").isalnum() and len(part) < 40


def is_newer(data: bytes) -> bool:
    """Whether a file was written by a version of this program that is not out yet."""
    return _version_of(data) > VERSION


def _version_of(data: bytes) -> int:
    try:
        found = json.loads(data)
        version = found.get("version") if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return 0
    return version if isinstance(version, int) and not isinstance(version, bool) else 0
