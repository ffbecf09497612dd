"""The records of sessions with one person, on this machine: signed, and tied to their entries.

Beside the letter and the other's view of it lies `<id>.entry.txt`, the id of the entry in the
journal here. A letter names no entry: such an id tells the moment it was made.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import NotReadable
from tipcoach.journal.reading import is_there, names_in, read_bytes
from tipcoach.journal.writing import Writer
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.session_record import SessionRecord
from tipcoach.supervision.answered_letters import AnsweredLetters
from tipcoach.supervision.cards import Card
from tipcoach.supervision.document_files import read_document
from tipcoach.supervision.documents import Document, View
from tipcoach.supervision.mail import party

_ENTRY_NAME = ".entry.txt"
_ENTRY = re.compile(rb"([0-9A-HJKMNP-TV-Z]{26})\n")


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record of one's own (`is_mine`) or of the other, and the view of whoever did not write it.

    `written` are its bytes and `digest` is what a view has to name. `entry` is the id of the entry
    in this journal.
    """

    document: Document
    record: SessionRecord
    written: bytes
    digest: str
    is_mine: bool
    view: SessionView | None
    entry: str | None


class RecordFiles:
    """The records of `me` with one `other`, in a folder that is theirs among `sessions`."""

    def __init__(self, sessions: Path, writer: Writer, me: Card, other: Card) -> None:
        self._letters = AnsweredLetters(sessions, writer, me, other, what="record", answer="view")
        self._writer = writer
        self._me = me
        self.keep = self._letters.keep
        self.keep_view = self._letters.keep_answer

    def keep_entry(self, record_id: str, entry_id: str) -> None:
        """Raises `NotSaved`."""
        data = f"{entry_id}\n".encode("ascii")
        self._writer.write(self._entry_path(record_id), data, once=True)

    def entry_of(self, record_id: str) -> str | None:
        """The id of a record's entry here, whether that is still there or not."""
        return _entry_in(self._entry_path(record_id))

    def all(self) -> tuple[KeptRecord, ...]:
        """Those under the keys both have now, the newest last. Raises `NotReadable`."""
        found = [
            KeptRecord(
                each.document,
                each.document.content,
                each.written,
                each.digest,
                each.document.sender == party(self._me),
                each.answer.seen if isinstance(each.answer, View) else None,
                self.entry_of(each.document.id),
            )
            for each in self._letters.all()
            if isinstance(each.document.content, SessionRecord)
        ]
        kept_at = self._letters.kept_at
        return tuple(
            sorted(found, key=lambda each: (each.record.held_on, kept_at(each.document.id)))
        )

    def _entry_path(self, record_id: str) -> Path:
        return self._letters.folder / f"{record_id}{_ENTRY_NAME}"


def records_of(sessions: Path, entry_ids: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The records of some entries: the folder of whom each was with, and its id.

    No keys are needed for it, and nobody has to be known any more. Raises `NotReadable`.
    """
    return tuple(
        (folder, name.removesuffix(_ENTRY_NAME))
        for folder in names_in(sessions)
        for name in names_in(sessions / folder)
        if name.endswith(_ENTRY_NAME) and _entry_in(sessions / folder / name) in entry_ids
    )


def writer_of(sessions: Path, folder: str, record_id: str) -> str | None:
    """The folder of whoever wrote a record, by what it says of itself: no signature is checked."""
    try:
        signed = read_bytes(sessions / folder / f"{record_id}.record.txt")
        return read_document(signed.partition(b"\n")[2]).sender.folder
    except NotReadable:
        return None


def erase_record(sessions: Path, writer: Writer, folder: str, record_id: str) -> None:
    """Take away all there is of one, what leads to it last. Raises `NotSaved`."""
    for what in ("view", "record", "entry"):
        writer.erase(sessions / folder / f"{record_id}.{what}.txt")


def _entry_in(path: Path) -> str | None:
    try:
        found = _ENTRY.fullmatch(read_bytes(path)) if is_there(path) else None
    except NotReadable:
        return None
    return found[1].decode("ascii") if found else None
