"""An identity: the two secret keys of one person, wrapped with a passphrase on the disk.

The file is an age identity file, so that what was sealed to somebody can be opened with the
`age` command alone, should this program be gone: `age -d -i identity.age FILE`.
"""

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipcoach.errors import TipcoachError, WrongUsage
from tipcoach.supervision.cards import Card, check_folder_name
from tipcoach.supervision.extra import age, ed25519

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_HEAD = "# tipcoach identity. Without it and its passphrase, nothing sealed to you can be opened."
_FOLDER, _NAME, _SIGNS = "# folder: ", "# name: ", "# signs: "


class NotUnlocked(TipcoachError):
    """An identity stays locked: the passphrase is another, or the file is damaged."""


@dataclass(frozen=True)
class Identity:
    """One person's keys, opened. It must never be written anywhere but wrapped."""

    card: Card
    opens: Any
    signs: "Ed25519PrivateKey"

    def sign(self, data: bytes) -> bytes:
        return self.signs.sign(data)

    def __repr__(self) -> str:
        return f"<Identity of {self.card.folder}>"


def make_identity(folder: str, name: str) -> Identity:
    """New keys for somebody. Raises `NotInstalled` without the extra `share`."""
    private_key, x25519 = ed25519().Ed25519PrivateKey, age().x25519
    return _identity(folder, name, x25519.Identity.generate(), private_key.generate())


def wrap(identity: Identity, passphrase: str) -> bytes:
    """The bytes of the identity's file."""
    seed = base64.b64encode(identity.signs.private_bytes_raw()).decode()
    lines = (
        _HEAD,
        _FOLDER + identity.card.folder,
        _NAME + identity.card.name,
        _SIGNS + seed,
        str(identity.opens),
    )
    text = "\n".join(lines) + "\n"
    return bytes(age().passphrase.encrypt(text.encode("utf-8"), passphrase))


def unwrap(data: bytes, passphrase: str) -> Identity:
    """The identity in a file. Raises `NotUnlocked`, or `NotInstalled`."""
    pyrage = age()
    try:
        text = bytes(pyrage.passphrase.decrypt(data, passphrase)).decode("utf-8")
        lines = text.splitlines()
        seed = base64.b64decode(_after(_SIGNS, lines), validate=True)
        opens = pyrage.x25519.Identity.from_str(lines[-1])
        signs = ed25519().Ed25519PrivateKey.from_private_bytes(seed)
        folder = check_folder_name(_after(_FOLDER, lines))
        return _identity(folder, _after(_NAME, lines), opens, signs)
    except pyrage.DecryptError as fault:
        # Everything else it says is of bytes that no passphrase would open.
        if str(fault) != "Decryption failed":
            raise _damaged() from None
        raise NotUnlocked(
            "That passphrase does not open your keys.", "Nothing is changed. Try again."
        ) from None
    except (ValueError, IndexError, WrongUsage, pyrage.IdentityError):
        raise _damaged() from None


def _damaged() -> NotUnlocked:
    return NotUnlocked("The file of your keys is damaged.", "Put back identity.age from a backup.")


def _identity(folder: str, name: str, opens: Any, signs: "Ed25519PrivateKey") -> Identity:
    public = base64.b64encode(signs.public_key().public_bytes_raw()).decode()
    return Identity(Card(folder, name, str(opens.to_public()), public), opens, signs)


def _after(head: str, lines: list[str]) -> str:
    for line in lines:
        if line.startswith(head):
            return line.removeprefix(head)
    raise ValueError(head)
