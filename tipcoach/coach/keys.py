"""The keys of whoever shares on this machine: made once, unlocked once a run."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.errors import NotFound, NotReadable, TipcoachError, WrongUsage
from tipcoach.journal.reading import read_bytes
from tipcoach.practice.plaintext import clean_line
from tipcoach.supervision.cards import Card, check_folder_name, check_name, read_card, write_card

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.supervision.identity import Identity

LEAST_IN_A_PASSPHRASE = 10
_MOST_IN_A_PASSPHRASE_FILE = 10_000


class Locked(TipcoachError):
    """The keys are there, and their passphrase was not given in this run."""


class Keys:
    """`card` is the public half, which needs no passphrase."""

    def __init__(self, coach: "Coach") -> None:
        self._coach = coach
        self._identity: Identity | None = None

    @property
    def are_made(self) -> bool:
        return self.are_unlocked or os.path.lexists(self._coach.places.identity)

    @property
    def are_unlocked(self) -> bool:
        return self._identity is not None

    @property
    def card(self) -> Card:
        """Who this is in the shared place. Raises `NotFound` before there are keys."""
        if self._identity is not None:
            return self._identity.card
        if not self.are_made:
            raise NotFound(
                "You have no keys yet, so nothing can be sealed to you or by you.",
                "Make them with: tipcoach agreement keys",
            )
        try:
            data = read_bytes(self._coach.places.own_card)
            return read_card(data, _folder_in(data))
        except NotReadable:
            raise Locked(
                "Your card cannot be read.", "Unlock your keys, and it is written again."
            ) from None

    @property
    def identity(self) -> "Identity":
        """Raises `Locked`, or `NotFound` before there are keys."""
        if self._identity is None:
            _ = self.card
            raise Locked("Your keys are locked.", "They open with your passphrase, once a run.")
        return self._identity

    def make(self, folder: str, name: str, passphrase: str) -> Card:
        """New keys, kept under a passphrase. Nobody can find that out again.

        Raises `WrongUsage` for a name that is not fit or a passphrase that is too short, and
        where there are keys already; `NotSaved`, or `NotInstalled`.
        """
        from tipcoach.supervision.identity import make_identity, wrap

        check_no_keys_yet(self._coach)
        check_passphrase(passphrase)
        identity = make_identity(check_folder_name(folder), check_name(name))
        self._coach.writer.write(self._coach.places.identity, wrap(identity, passphrase), once=True)
        self._hold(identity)
        return identity.card

    def unlock(self, passphrase: str) -> None:
        """Open the keys for this run; about a second. Raises `NotUnlocked` or `NotFound`."""
        from tipcoach.supervision.identity import unwrap

        if not self.are_made:
            _ = self.card
        self._hold(unwrap(read_bytes(self._coach.places.identity), passphrase))

    def hold_for_this_run(self, identity: "Identity") -> None:
        """Use keys that are on no disk, such as those of a sample. Raises `NotSaved`."""
        self._hold(identity)

    def _hold(self, identity: "Identity") -> None:
        self._identity = identity
        # The card can always be made again from the keys, and so is not written once.
        written = write_card(identity.card)
        try:
            same = read_bytes(self._coach.places.own_card) == written
        except NotReadable:
            same = False
        if not same:
            self._coach.writer.write(self._coach.places.own_card, written, once=False)


def check_no_keys_yet(coach: "Coach") -> None:
    """Raises `WrongUsage` where there are keys already."""
    if coach.keys.are_made:
        raise WrongUsage(
            "You have keys already, and new ones would open nothing that was sealed to them.",
            f"To begin again, move {coach.places.identity} away first.",
        )


def check_passphrase(passphrase: str) -> None:
    """Raises `WrongUsage` for one too short to keep anybody out."""
    if len(passphrase) < LEAST_IN_A_PASSPHRASE:
        raise WrongUsage(
            f"A passphrase of at least {LEAST_IN_A_PASSPHRASE} characters is wanted.",
            "Four words that have nothing to do with each other are easy to keep in mind.",
        )


def passphrase_in(path: Path) -> str:
    """The first line of a file, for where nobody can be asked. Raises `NotFound`."""
    try:
        text = read_bytes(path, _MOST_IN_A_PASSPHRASE_FILE).decode("utf-8-sig")
    except (NotReadable, UnicodeDecodeError):
        raise NotFound(
            f"The file with your passphrase cannot be read: {clean_line(str(path))}.",
            "Nothing is changed. It is a text file, with the passphrase on its first line.",
        ) from None
    return text.partition("\n")[0].rstrip("\r")


def _folder_in(data: bytes) -> str:
    """The folder one's own card names: nobody else writes that file."""
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    return str(found.get("folder", "")) if isinstance(found, dict) else ""
