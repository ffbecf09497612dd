"""The door that entries and drafts come back in by: whole, or with a sentence why not."""

import json

from pydantic import (
    ValidationError,
)

from tipcoach.errors import AnswerNotTaken, NotReadable
from tipcoach.journal.file_models import (
    CHECKLIST,
    DRAFT,
    RECORD,
    AskedFile,
    BegunFile,
    CardFile,
    EntryFile,
    FollowUpFile,
    HoldFile,
    PromiseFile,
    RecordedFile,
    ReviewFile,
    SaidFile,
    StandaloneDraftFile,
    StandaloneFile,
    ViewFile,
    VisitFile,
    WalkedFile,
)
from tipcoach.journal.plain_record import read_stored
from tipcoach.journal.versions import is_newer
from tipcoach.practice.answer import Answer
from tipcoach.practice.answer_shape import read_shape
from tipcoach.practice.checklist import CardWords, Checklist, StopRule
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.practice.follow_up import (
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    Said,
    SessionView,
)
from tipcoach.practice.plaintext import clean
from tipcoach.practice.visit import Visit
from tipcoach.practice.walk import Planned, Walk


def read_record(data: bytes) -> Entry | FollowUp:
    """Read the bytes of a journal file. Raises `NotReadable`, and nothing else."""
    try:
        file = RECORD.validate_json(data)
        return _entry(file) if isinstance(file, WalkedFile) else _follow_up(file)
    except (ValidationError, AnswerNotTaken) as fault:
        raise NotReadable(_why_not(data, fault)) from None


def read_draft(data: bytes, checklist_data: bytes) -> Draft:
    """Read a draft and the checklist beside it. Raises `NotReadable`, and nothing else."""
    try:
        file = DRAFT.validate_json(data)
        checklist = CHECKLIST.validate_json(_cleaned(checklist_data), strict=True)
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
        file.with_whom if isinstance(file, StandaloneDraftFile) else None,
    )


def _entry(file: EntryFile | StandaloneFile) -> Entry:
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
        with_whom=file.with_whom if isinstance(file, StandaloneFile) else None,
    )


def _visit(file: VisitFile | None) -> tuple[Visit | None, str]:
    if file is None:
        return None, ""
    return Visit(file.purpose, file.channel, file.month, file.hat), file.label


def _card(file: CardFile | None) -> CardWords | None:
    if file is None:
        return None
    stops = tuple(StopRule(stop.label, stop.pathway) for stop in file.stops)
    return CardWords(file.opening, file.way_out, stops)


def _asked(file: AskedFile) -> Asked:
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


def _follow_up(file: FollowUpFile) -> FollowUp:
    return FollowUp(file.id, file.created, file.about, _said(file.said), file.replaces)


def _said(file: SaidFile) -> Said:
    match file:
        case RecordedFile():
            return Recorded(file.yes)
        case HoldFile():
            return Hold(file.holds, file.look_again, file.reason)
        case ReviewFile():
            return Review(file.again)
        case PromiseFile():
            return PromiseOutcome(file.promise, file.became, file.due, file.told, file.because)
        case ViewFile():
            return SessionView(file.agreed, file.words)


def _draft_answers(file: BegunFile, checklist: Checklist) -> dict[str, Answer]:
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
