"""A card: the public half of an identity, and the short number two people read to each other."""

import hashlib
import re
from dataclasses import dataclass

from tipcoach.errors import WrongUsage
from tipcoach.practice.plaintext import clean_line

FOLDER_NAME = re.compile(r"[a-z][a-z0-9-]{0,38}[a-z0-9]")
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
        digest = hashlib.sha256(f"{self.seals_to}\n{self.signs_with}".encode()).digest()
        digits = f"{int.from_bytes(digest) % 10**25:025}"
        return " ".join(digits[at : at + 5] for at in range(0, 25, 5))


def check_folder_name(folder: str) -> str:
    """The name of a folder in the shared place. Raises `WrongUsage` for one that is not fit."""
    if (
        not FOLDER_NAME.fullmatch(folder)
        or folder == EVERYONE
        or _WINDOWS_DEVICES.fullmatch(folder)
    ):
        raise WrongUsage(
            "That cannot be the name of a folder here.",
            "Use 2 to 40 small letters, digits and hyphens, such as officer-a.",
        )
    return folder


def check_name(name: str) -> str:
    """What people call somebody. Raises `WrongUsage` when it is empty or too long."""
    said = clean_line(name).strip()
    if not 0 < len(said) <= _MOST_IN_A_NAME:
        raise WrongUsage(f"A name of 1 to {_MOST_IN_A_NAME} characters is wanted.")
    return said
