"""Put a document where its reader finds it, and take in one that somebody put there.

Taking one in believes nothing of it that does not fit: who wrote it by the key known for the box
it lies in, whom it is for, and that it lies under its own name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tipcoach.errors import NotReadable
from tipcoach.supervision.cards import Card
from tipcoach.supervision.document_files import read_document, write_document
from tipcoach.supervision.documents import Content, Document, Party, file_name, new_id
from tipcoach.supervision.identity import Identity
from tipcoach.supervision.place import Place, box
from tipcoach.supervision.sealing import check_signed, seal, signed, unseal


@dataclass(frozen=True, slots=True)
class Letter:
    """A document ready to be sealed. `written` are the bytes its reader will get, exactly."""

    document: Document
    written: bytes

    @property
    def name(self) -> str:
        return file_name(self.document)


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was taken in, and the signed bytes it was read from."""

    document: Document
    signed: bytes


def write_letter(sender: Card, reader: Card, content: Content) -> Letter:
    """What `sender` says to `reader`, under an id of its own."""
    document = Document(new_id(), party(sender), party(reader), content)
    return Letter(document, write_document(document))


def party(card: Card) -> Party:
    return Party(card.folder, card.fingerprint)


def post(
    place: Place, letter: Letter, identity: Identity, reader: Card, also_to: Sequence[str] = ()
) -> bool:
    """Sign, seal and put a letter; whether it is the first under its name.

    It is sealed to the reader, to its writer, and to the age recipients in `also_to`.
    Raises `NotSaved` or `NotThere`; then nothing of it is there.
    """
    to = (reader.seals_to, identity.card.seals_to, *also_to)
    sealed = seal(signed(letter.written, identity), to)
    return place.put(box(identity.card.folder, reader.folder), letter.name, sealed)


def take_in(place: Place, name: str, identity: Identity, *, writer: Card, reader: Card) -> Received:
    """The document that `writer` put for `reader` under `name`; `identity` is either's.

    Raises `NotReadable` with the reason it is refused, or `NotThere`.
    """
    opened = unseal(place.get(box(writer.folder, reader.folder), name), identity)
    written = check_signed(opened, writer)
    document = read_document(written)
    if document.sender != party(writer):
        raise NotReadable("it says that somebody else wrote it")
    if document.reader != party(reader):
        raise NotReadable("it was sealed for somebody else, and passed on")
    if file_name(document) != name:
        raise NotReadable("it lies under a name that is not its own")
    return Received(document, opened)
