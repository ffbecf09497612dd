"""What people send each other: eight kinds of document, each a value with no bytes of its own.

A document names who wrote it, whom it is for, and an id made by chance alone. Nothing in it
says when, but for an opening, an agreement and a session, whose day both are meant to know.
"""

import base64
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TypeAlias

from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.session_record import SessionRecord
from tipcoach.practice.shared_copy import SharedCopy

ID = re.compile(r"[a-z2-7]{26}")


def new_id() -> str:
    """Sixteen bytes of chance as 26 small letters and digits: no clock is in them."""
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a document names: their folder, and the fingerprint of their keys."""

    folder: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Opened:
    """That a copy was opened in tipcoach, and when."""

    copy: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """Something said back about a copy: a reader's question, or how its officer sees it."""

    copy: str
    text: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That a copy is no longer shared."""

    copy: str


@dataclass(frozen=True, slots=True)
class Term:
    """One question of an agreement and what was agreed."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two people agreed about supervision. It holds until `look_again`."""

    made_on: date
    look_again: date
    terms: tuple[Term, ...]
    promise: EmployerPromise | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """The other's yes to an agreement. `digest` is that of its whole document (SHA-256)."""

    agreement: str
    digest: str
    on: date

    @property
    def about(self) -> str:
        return self.agreement


@dataclass(frozen=True, slots=True)
class View:
    """How the other sees the record of a session. `digest` is that of its whole document."""

    record: str
    digest: str
    on: date
    seen: SessionView

    @property
    def about(self) -> str:
        return self.record


Content: TypeAlias = (
    SharedCopy | Opened | Comment | TakenBack | Agreement | Agreed | SessionRecord | View
)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing sent from somebody to somebody."""

    id: str
    sender: Party
    reader: Party
    content: Content


def file_name(document: Document) -> str:
    """The name a document is put under: what it is, and of a copy the month, in plain.

    Names tell a reader what is new and what was taken back without a single unsealing.
    """
    match document.content:
        case SharedCopy(month=month):
            return f"copy.{month}.{document.id}.age"
        case Opened(copy=copy):
            return f"opened.{copy}.age"
        case TakenBack(copy=copy):
            return f"taken-back.{copy}.age"
        case Comment(copy=copy):
            return f"comment.{copy}.{document.id}.age"
        case Agreement():
            return f"agreement.{document.id}.age"
        case Agreed(agreement=agreement):
            return f"agreed.{agreement}.age"
        case SessionRecord():
            return f"record.{document.id}.age"
        case View(record=record):
            return f"view.{record}.age"


@dataclass(frozen=True, slots=True)
class Named:
    """What a file's name says it holds: `id` is of the copy, agreement or record it is about."""

    what: str
    id: str
    month: str = ""


_NAMES = re.compile(
    r"(?:copy\.(?P<month>[0-9]{4}-(?:0[1-9]|1[0-2]))|"
    r"(?P<what>opened|taken-back|agreement|agreed|record|view)|comment)"
    r"\.(?P<id>[a-z2-7]{26})(?P<own>\.[a-z2-7]{26})?\.age"
)


@lru_cache(maxsize=10_000)
def read_name(name: str) -> Named | None:
    """What a name says, or `None` when this program gives no such name.

    Remembered while the program runs: one look at a place reads the same names more than once.
    """
    found = _NAMES.fullmatch(name)
    if found is None:
        return None
    what = found["what"] or ("copy" if found["month"] else "comment")
    if bool(found["own"]) != (what == "comment"):
        return None
    return Named(what, found["id"], found["month"] or "")
