"""The agreements of one person with another, on their own machine: what was signed, by both.

`<id>.agreement.txt` is the agreement under the signature of who wrote it down, and
`<id>.agreed.txt` the other's yes under theirs. Both read well in any editor.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tipcoach.errors import NotReadable
from tipcoach.journal.reading import names_in, read_bytes
from tipcoach.journal.writing import Writer
from tipcoach.supervision.cards import Card
from tipcoach.supervision.document_files import read_document
from tipcoach.supervision.documents import Agreed, Agreement, Document
from tipcoach.supervision.mail import party
from tipcoach.supervision.sealing import check_signed

_NAME = re.compile(r"([a-z2-7]{26})\.agreement\.txt")


@dataclass(frozen=True, slots=True)
class KeptAgreement:
    """An agreement between two people; `agreed` when the other has said yes to it.

    `digest` is what that yes has to name.
    """

    document: Document
    agreement: Agreement
    agreed: bool
    digest: str


def digest(document: bytes) -> str:
    """What a yes names: it holds for these words and no others."""
    return hashlib.sha256(document).hexdigest()


class AgreementFiles:
    """The agreements of `me` with one `other`, in a folder that is theirs among `agreements`."""

    def __init__(self, agreements: Path, writer: Writer, me: Card, other: Card) -> None:
        self._folder = agreements / other.folder
        self._writer = writer
        self._me, self._other = me, other

    def keep(self, agreement_id: str, signed: bytes) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._path(agreement_id, "agreement"), signed, once=True)

    def keep_yes(self, agreement_id: str, signed: bytes) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._path(agreement_id, "agreed"), signed, once=True)

    def erase(self, agreement_id: str) -> None:
        """Take away one that could not be sent. Raises `NotSaved`."""
        self._writer.erase(self._path(agreement_id, "agreement"))

    def all(self) -> tuple[KeptAgreement, ...]:
        """Those under the keys both have now, the newest last.

        One that does not fit, or was made under other keys, counts for nothing.
        Raises `NotReadable` when the folder cannot be read.
        """
        found = [*self._found()]
        return tuple(sorted(found, key=lambda each: (each.agreement.made_on, self._kept_at(each))))

    def _kept_at(self, kept: KeptAgreement) -> float:
        """When it was kept here: of two made on one day, the later counts."""
        try:
            return self._path(kept.document.id, "agreement").stat().st_mtime_ns
        except OSError:
            return 0

    def _found(self) -> Iterator[KeptAgreement]:
        for name in names_in(self._folder):
            match = _NAME.fullmatch(name)
            if match is None:
                continue
            try:
                signed = self._bytes(match[1], "agreement")
            except NotReadable:
                continue
            yes = self._yes(match[1])
            for writer, reader in ((self._me, self._other), (self._other, self._me)):
                if kept := _kept(match[1], signed, yes, writer, reader):
                    yield kept

    def _yes(self, agreement_id: str) -> bytes | None:
        try:
            return self._bytes(agreement_id, "agreed")
        except NotReadable:
            return None

    def _bytes(self, agreement_id: str, what: str) -> bytes:
        return read_bytes(self._path(agreement_id, what))

    def _path(self, agreement_id: str, what: str) -> Path:
        return self._folder / f"{agreement_id}.{what}.txt"


@lru_cache(maxsize=1024)
def _kept(
    agreement_id: str, signed: bytes, yes: bytes | None, writer: Card, reader: Card
) -> KeptAgreement | None:
    """The agreement in these bytes, or `None` when they do not fit.

    Remembered while the program runs: the same bytes under the same keys say the same, and
    there may be one to look at for everybody who shares.
    """
    _, _, written = signed.partition(b"\n")
    try:
        document = read_document(written)
        content = document.content
        fits = (document.id, document.sender, document.reader) == (
            agreement_id,
            party(writer),
            party(reader),
        )
        if not fits or not isinstance(content, Agreement):
            return None
        check_signed(signed, writer)
    except NotReadable:
        return None
    agreed = yes is not None and _is_yes(yes, document, digest(written), writer, reader)
    return KeptAgreement(document, content, agreed, digest(written))


def _is_yes(data: bytes, document: Document, wanted: str, writer: Card, reader: Card) -> bool:
    try:
        yes = read_document(check_signed(data, reader))
    except NotReadable:
        return False
    return (
        yes.sender == party(reader)
        and yes.reader == party(writer)
        and isinstance(yes.content, Agreed)
        and yes.content.agreement == document.id
        and yes.content.digest == wanted
    )
