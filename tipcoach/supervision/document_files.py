"""A document as JSON and back. Reading is strict, and every text is cleaned at this door."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from tipcoach.errors import NotReadable
from tipcoach.journal.fields import Day, Moment, Month, Version1
from tipcoach.practice.checklist import Principle
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.entry import Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session_record import KINDS_OF_THEME, SessionRecord
from tipcoach.practice.shared_copy import (
    MOST_IN_A_PART,
    MOST_IN_A_QUESTION,
    SharedCopy,
    SharedPart,
)
from tipcoach.supervision.documents import (
    Agreed,
    Agreement,
    Comment,
    Content,
    Document,
    Opened,
    Party,
    TakenBack,
    Term,
    View,
)

FORMAT = "tipcoach/shared"
VERSION = 1


def _known_theme(value: str) -> str:
    if value not in KINDS_OF_THEME:
        raise ValueError("not a theme")
    return value


Id = Annotated[str, Field(pattern=r"^[a-z2-7]{26}$")]
Folder = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,38}[a-z0-9]$")]
Fingerprint = Annotated[str, Field(pattern=r"^\d{5}( \d{5}){4}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Theme = Annotated[str, AfterValidator(_known_theme)]
Words = Annotated[str, Field(max_length=MOST_IN_A_PART), AfterValidator(clean)]
Line = Annotated[str, Field(max_length=MOST_IN_A_PART), AfterValidator(clean_line)]
Short = Annotated[str, Field(max_length=200), AfterValidator(clean_line)]
Asked = Annotated[str, Field(max_length=MOST_IN_A_QUESTION), AfterValidator(clean)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _PartyModel(_Model):
    folder: Folder
    fingerprint: Fingerprint


class _DocumentModel(_Model):
    format: Literal["tipcoach/shared"]
    version: Version1
    id: Id
    sender: _PartyModel
    reader: _PartyModel


class _PartModel(_Model):
    principle: Annotated[Principle, Field(strict=False)] | None
    question: Words
    answer: Words


class _CopyModel(_DocumentModel):
    what: Literal["copy"]
    kind: Annotated[Literal["preparation", "reflection", "walk_it_as_them"], Field()]
    concerning: Annotated[str, Field(max_length=10_000), AfterValidator(clean_line)]
    month: Month
    question: Asked
    principle: Annotated[Principle, Field(strict=False)] | None
    heavy: bool
    parts: Annotated[list[_PartModel], Field(max_length=200)]


class _OpenedModel(_DocumentModel):
    what: Literal["opened"]
    copy_: Annotated[Id, Field(alias="copy")]
    at: Moment


class _CommentModel(_DocumentModel):
    what: Literal["comment"]
    copy_: Annotated[Id, Field(alias="copy")]
    text: Words


class _TakenBackModel(_DocumentModel):
    what: Literal["taken-back"]
    copy_: Annotated[Id, Field(alias="copy")]


class _TermModel(_Model):
    question: Words
    answer: Words


class _PromisedModel(_Model):
    promise: Words
    exceptions: Annotated[list[Words], Field(max_length=50)]
    given_by: Short
    given_on: Day


class _AgreementModel(_DocumentModel):
    what: Literal["agreement"]
    made_on: Day
    look_again: Day
    terms: Annotated[list[_TermModel], Field(min_length=1, max_length=100)]
    promise: _PromisedModel | None


class _AgreedModel(_DocumentModel):
    what: Literal["agreed"]
    agreement: Id
    digest: Digest
    on: Day


class _ActionModel(_Model):
    text: Line
    whose: Annotated[Whose, Field(strict=False)]
    due: Day | None


class _RecordModel(_DocumentModel):
    what: Literal["record"]
    held_on: Day
    actions: Annotated[list[_ActionModel], Field(max_length=200)]
    themes: Annotated[list[Theme], Field(max_length=len(KINDS_OF_THEME))]
    upwards: Annotated[list[Line], Field(max_length=200)]
    helped: Words


class _ViewModel(_DocumentModel):
    what: Literal["view"]
    record: Id
    digest: Digest
    on: Day
    agreed: bool
    words: Words


_Any: TypeAlias = (
    _CopyModel
    | _OpenedModel
    | _CommentModel
    | _TakenBackModel
    | _AgreementModel
    | _AgreedModel
    | _RecordModel
    | _ViewModel
)
_DOCUMENT: TypeAdapter[_Any] = TypeAdapter(Annotated[_Any, Field(discriminator="what")])


def write_document(document: Document) -> bytes:
    """A document as the bytes that are signed and sealed: JSON that reads well by itself."""
    what, content = _shape(document.content)
    shape = {
        "format": FORMAT,
        "version": VERSION,
        "what": what,
        "id": document.id,
        "sender": asdict(document.sender),
        "reader": asdict(document.reader),
        **content,
    }
    return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_document(data: bytes) -> Document:
    """The document in some bytes. Raises `NotReadable`, and nothing else."""
    try:
        model = _DOCUMENT.validate_json(data)
    except ValidationError:
        raise NotReadable(_why_not(data)) from None
    sender, reader = (Party(each.folder, each.fingerprint) for each in (model.sender, model.reader))
    return Document(model.id, sender, reader, _content(model))


def _shape(content: Content) -> tuple[str, dict[str, Any]]:
    match content:
        case SharedCopy():
            return "copy", _plain(asdict(content))
        case Opened():
            return "opened", _plain(asdict(content))
        case Comment():
            return "comment", _plain(asdict(content))
        case TakenBack():
            return "taken-back", _plain(asdict(content))
        case Agreement():
            return "agreement", _plain(asdict(content))
        case Agreed():
            return "agreed", _plain(asdict(content))
        case SessionRecord():
            return "record", _plain(asdict(content))
        case View(record, digest, on, seen):
            shape = {"record": record, "digest": digest, "on": on, **asdict(seen)}
            return "view", _plain(shape)


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value


def _content(model: _Any) -> Content:
    match model:
        case _CopyModel():
            return SharedCopy(
                Kind(model.kind),
                model.concerning,
                model.month,
                model.question,
                model.principle,
                model.heavy,
                tuple(SharedPart(p.principle, p.question, p.answer) for p in model.parts),
            )
        case _OpenedModel():
            return Opened(model.copy_, model.at)
        case _CommentModel():
            return Comment(model.copy_, model.text)
        case _TakenBackModel():
            return TakenBack(model.copy_)
        case _AgreementModel():
            return Agreement(
                model.made_on, model.look_again, _terms(model.terms), _promise(model.promise)
            )
        case _AgreedModel():
            return Agreed(model.agreement, model.digest, model.on)
        case _RecordModel():
            return SessionRecord(
                model.held_on,
                tuple(Promise(each.text, each.due, each.whose) for each in model.actions),
                tuple(model.themes),
                tuple(model.upwards),
                model.helped,
            )
        case _ViewModel():
            seen = SessionView(model.agreed, model.words)
            return View(model.record, model.digest, model.on, seen)


def _terms(models: Iterable[_TermModel]) -> tuple[Term, ...]:
    return tuple(Term(each.question, each.answer) for each in models)


def _promise(model: _PromisedModel | None) -> EmployerPromise | None:
    if model is None:
        return None
    return EmployerPromise(model.promise, tuple(model.exceptions), model.given_by, model.given_on)


def _why_not(data: bytes) -> str:
    """Why a document cannot be used, in words that hold nothing of its text."""
    try:
        found = json.loads(data)
        version = found.get("version") if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return "what is in it is not whole"
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        return "it was written by a newer tipcoach"
    return "what is in it is not as this program writes it"
