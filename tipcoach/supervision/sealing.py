"""Sign, then seal; unseal, then believe nothing that was not signed by the one expected.

What is sealed is one line with the signature, and under it the document as it was signed. The
reader is named inside what is signed, so a reader cannot pass a copy on as if meant for another.
"""

import base64
import binascii
from collections.abc import Iterable

from tipcoach.errors import NotReadable
from tipcoach.supervision.cards import Card
from tipcoach.supervision.extra import age, ed25519
from tipcoach.supervision.identity import Identity

MOST_BYTES = 4 * 1024 * 1024
"""A sealed file larger than this is not one of ours: every answer at its longest is smaller."""
MOST_IN_A_DOCUMENT = MOST_BYTES - 16 * 1024
"""Bytes of a document that is sealed, with room for the seal."""
_SIGNED = b"tipcoach signature: "
_CONTEXT = b"tipcoach/shared/1\n"


def signed(document: bytes, identity: Identity) -> bytes:
    """A document with its writer's signature on the line above it."""
    signature = base64.b64encode(identity.sign(_CONTEXT + document))
    return _SIGNED + signature + b"\n" + document


def check_signed(data: bytes, writer: Card) -> bytes:
    """The document under a signature of `writer`. Raises `NotReadable` with the reason."""
    first, _, document = data.partition(b"\n")
    if not first.startswith(_SIGNED):
        raise NotReadable("it is not signed")
    try:
        signature = base64.b64decode(first.removeprefix(_SIGNED), validate=True)
    except binascii.Error:
        raise NotReadable("its signature is not one") from None
    if not verifies(writer.signs_with, signature, _CONTEXT + document):
        raise NotReadable("it is not signed with the key you know them by")
    return document


def verifies(signs_with: str, signature: bytes, data: bytes) -> bool:
    """Whether a signature is that of a public key, in base64, over `data`."""
    library = ed25519()
    from cryptography.exceptions import InvalidSignature

    try:
        key = library.Ed25519PublicKey.from_public_bytes(
            base64.b64decode(signs_with, validate=True)
        )
        key.verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def seal(data: bytes, recipients: Iterable[str]) -> bytes:
    """`data` sealed to every age recipient named, for any of them to open alone."""
    x25519 = age().x25519
    known = dict.fromkeys(recipients)
    return bytes(age().encrypt(data, [x25519.Recipient.from_str(each) for each in known]))


def unseal(data: bytes, identity: Identity) -> bytes:
    """What was sealed to `identity`. Raises `NotReadable` with the reason."""
    pyrage = age()
    try:
        return bytes(pyrage.decrypt(data, [identity.opens]))
    except pyrage.DecryptError as fault:
        if "No matching keys" in str(fault):
            raise NotReadable("it is sealed to another key than yours") from None
        raise NotReadable("it was changed on the way, or is not all here") from None
