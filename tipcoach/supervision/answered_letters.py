"""Letters that want an answer, on the machine of either: what was signed, by both.

`<id>.<what>.txt` is a letter under the signature of who wrote it, and `<id>.<answer>.txt` the
other's answer under theirs. Both read well in any editor.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from tipcoach.errors import NotReadable
from tipcoach.journal.reading import names_in, read_bytes
from tipcoach.journal.writing import Writer
from tipcoach.supervision.cards import Card
from tipcoach.supervision.document_files import read_document
from tipcoach.supervision.documents import Agreed, Document, View
from tipcoach.supervision.mail import party
from tipcoach.supervision.sealing import check_signed

Answer: TypeAlias = Agreed | View


@dataclass(frozen=True, slots=True)
class AnsweredLetter:
    """A letter, and the other's `answer` to it when that has come.

    `written` are its bytes, and `digest` is what an answer to it has to name.
    """

    document: Document
    written: bytes
    digest: str
    answer: Answer | None


def digest(document: bytes) -> str:
    """What an answer names: it holds for these words and no others."""
    return hashlib.sha256(document).hexdigest()


class AnsweredLetters:
    """Letters of one kind between `me` and one `other`, in a folder that is theirs in `root`."""

    def __init__(
        self, root: Path, writer: Writer, me: Card, other: Card, *, what: str, answer: str
    ) -> None:
        self.folder = root / other.folder
        self._writer = writer
        self._me, self._other = me, other
        self._what, self._answer = what, answer
        self._name = re.compile(rf"([a-z2-7]{{26}})\.{what}\.txt")

    def keep(self, letter_id: str, signed: bytes) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._path(letter_id, self._what), signed, once=True)

    def keep_answer(self, letter_id: str, signed: bytes) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._path(letter_id, self._answer), signed, once=True)

    def is_kept(self, letter_id: str) -> bool:
        """Whether it is here, under whatever keys."""
        return self._path(letter_id, self._what).exists()

    def erase(self, letter_id: str) -> None:
        """Take one away, with the answer to it. Raises `NotSaved`."""
        self._writer.erase(self._path(letter_id, self._answer))
        self._writer.erase(self._path(letter_id, self._what))

    def kept_at(self, letter_id: str) -> int:
        """When it was kept here, in nanoseconds: of two made on one day, the later counts."""
        try:
            return self._path(letter_id, self._what).stat().st_mtime_ns
        except OSError:
            return 0

    def all(self) -> Iterator[AnsweredLetter]:
        """Those under the keys both have now, in no order.

        One that does not fit, or was made under other keys, counts for nothing.
        Raises `NotReadable` when the folder cannot be read.
        """
        for name in names_in(self.folder):
            match = self._name.fullmatch(name)
            if match is None:
                continue
            try:
                signed = self._bytes(match[1], self._what)
            except NotReadable:
                continue
            answer = self._answer_to(match[1])
            for writer, reader in ((self._me, self._other), (self._other, self._me)):
                if kept := _kept(match[1], signed, answer, writer, reader):
                    yield kept

    def _answer_to(self, letter_id: str) -> bytes | None:
        try:
            return self._bytes(letter_id, self._answer)
        except NotReadable:
            return None

    def _bytes(self, letter_id: str, what: str) -> bytes:
        return read_bytes(self._path(letter_id, what))

    def _path(self, letter_id: str, what: str) -> Path:
        return self.folder / f"{letter_id}.{what}.txt"


@lru_cache(maxsize=1024)
def _kept(
    letter_id: str, signed: bytes, answer: bytes | None, writer: Card, reader: Card
) -> AnsweredLetter | None:
    """The letter in these bytes, or `None` when they do not fit.

    Remembered while the program runs: the same bytes under the same keys say the same, and
    there may be one to look at for everybody who shares.
    """
    _, _, written = signed.partition(b"\n")
    try:
        document = read_document(written)
        fits = (document.id, document.sender, document.reader) == (
            letter_id,
            party(writer),
            party(reader),
        )
        if not fits:
            return None
        check_signed(signed, writer)
    except NotReadable:
        return None
    found = None if answer is None else answer_in(answer, document, digest(written), writer, reader)
    return AnsweredLetter(document, written, digest(written), found)


def answer_in(
    signed: bytes, letter: Document, wanted: str, writer: Card, reader: Card
) -> Answer | None:
    """The reader's answer in some signed bytes, if it is one to this very letter of `writer`."""
    try:
        answer = read_document(check_signed(signed, reader))
    except NotReadable:
        return None
    content = answer.content
    fits = (
        answer.sender == party(reader)
        and answer.reader == party(writer)
        and isinstance(content, Agreed | View)
        and (content.about, content.digest) == (letter.id, wanted)
    )
    return content if fits and isinstance(content, Agreed | View) else None
