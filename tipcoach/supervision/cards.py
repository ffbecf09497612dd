"""A card: the public half of an identity, and the short number two people read to each other."""

import base64
import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields

from tipcoach.errors import NotReadable, WrongUsage
from tipcoach.practice.plaintext import clean_line
from tipcoach.supervision.extra import age

FOLDER_NAME = re.compile(r"[a-z][a-z0-9-]{0,38}[a-z0-9]")
CARD_NAME = "card.json"
_FORMAT, _VERSION = "tipcoach/card", 1
_BYTES_OF_A_KEY = 32
_MOST_IN_A_NAME = 60
_WINDOWS_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


@dataclass(frozen=True, slots=True)
class Card:
    """Who somebody is in the shared place.

    `folder` is the one they alone write in, `name` what people call them. `seals_to` is an age
    recipient, `signs_with` an Ed25519 public key in base64.
    """

    folder: str
    name: str
    seals_to: str
    signs_with: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name).strip())

    @property
    def fingerprint(self) -> str:
        """Five groups of five digits, over both keys: short enough to read aloud.

        About 83 bits: nobody makes a second pair of keys with the same one.
        """
        return short_number(f"{self.seals_to}\n{self.signs_with}")


def short_number(keys: str) -> str:
    """Five groups of five digits for some public keys, to be compared by people."""
    digest = hashlib.sha256(keys.encode()).digest()
    digits = f"{int.from_bytes(digest) % 10**25:025}"
    return " ".join(digits[at : at + 5] for at in range(0, 25, 5))


def check_folder_name(folder: str) -> str:
    """The name of a folder in the shared place. Raises `WrongUsage` for one that is not fit."""
    if not is_folder_name(folder):
        raise WrongUsage(
            "That cannot be the name of a folder here.",
            "Use 2 to 40 small letters, digits and hyphens, such as officer-a.",
        )
    return folder


def is_folder_name(folder: str) -> bool:
    return bool(FOLDER_NAME.fullmatch(folder)) and not _WINDOWS_DEVICES.fullmatch(folder)


def check_name(name: str) -> str:
    """What people call somebody. Raises `WrongUsage` when it is empty or too long."""
    said = clean_line(name).strip()
    if not 0 < len(said) <= _MOST_IN_A_NAME:
        raise WrongUsage(f"A name of 1 to {_MOST_IN_A_NAME} characters is wanted.")
    return said


def write_card(card: Card) -> bytes:
    """A card as the bytes of its file."""
    shape = {"format": _FORMAT, "version": _VERSION, **asdict(card)}
    return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_card(data: bytes, folder: str) -> Card:
    """The card in some bytes that were found in `folder`. Raises `NotReadable`.

    Nothing in a card is to be believed before two people have read its number to each other.
    """
    try:
        shape = json.loads(data)
        known = {field.name for field in fields(Card)}
        if not isinstance(shape, dict) or {*shape} != known | {"format", "version"}:
            raise ValueError
        version = shape.pop("version")
        if shape.pop("format") != _FORMAT or type(version) is not int or version != _VERSION:
            raise ValueError
        if not all(isinstance(each, str) and len(each) <= 200 for each in shape.values()):
            raise ValueError
        card = Card(**shape)
        check_name(card.name)
        if not is_signing_key(card.signs_with):
            raise ValueError
    except (ValueError, RecursionError, WrongUsage):
        raise NotReadable("it is not a card as this program writes it") from None
    if card.folder != folder:
        raise NotReadable("it names another folder than the one it is in")
    if not is_recipient(card.seals_to):
        raise NotReadable("nothing can be sealed to the key in it")
    return card


def is_signing_key(said: str) -> bool:
    """Whether some text is as long as an Ed25519 public key, in base64."""
    try:
        return len(base64.b64decode(said, validate=True)) == _BYTES_OF_A_KEY
    except ValueError:
        return False


def is_recipient(said: str) -> bool:
    """Whether some text is an age recipient that can be sealed to."""
    library = age()
    try:
        library.x25519.Recipient.from_str(said)
    except (library.RecipientError, ValueError):
        return False
    return True
