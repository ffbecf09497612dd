"""The people somebody knows: their cards, kept on this machine once the numbers were compared.

Keys are never taken from the shared place by themselves, for whoever can write there could put
others in their stead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import SettingsFault, WrongUsage
from tipcoach.practice.plaintext import clean_line
from tipcoach.settings import quoted, read_mapping
from tipcoach.supervision.cards import Card, check_folder_name, is_recipient, is_signing_key

_HEAD = (
    "# The people you know in the shared place, and their keys.\n"
    "# Do not change a key by hand: compare its number with the person instead."
)
_KEYS = ("name", "seals_to", "signs_with")
_MEND = "Nothing else is touched. Put the file back as it was, or delete it and compare again."


@dataclass(frozen=True, slots=True)
class People:
    """Cards by the folder of each, in the order they were met."""

    cards: Mapping[str, Card]

    def of(self, folder: str) -> Card | None:
        return self.cards.get(folder)

    def and_also(self, card: Card) -> "People":
        """With a card, in place of one of the same folder."""
        return People({**self.cards, card.folder: card})


def read_people(path: Path) -> People:
    """The people of a file; nobody where there is none. Raises `SettingsFault`."""
    cards = {}
    for folder, said in read_mapping(path).items():
        try:
            check_folder_name(folder)
            cards[folder] = _card(folder, said)
        except (WrongUsage, ValueError):
            where = clean_line(folder)[:40]
            raise SettingsFault(f"{path}: {where} is not as it was written.", _MEND) from None
    return People(cards)


def write_people(people: People) -> str:
    """The text of the file."""
    lines = [_HEAD]
    for card in people.cards.values():
        lines.append(f"{card.folder}:")
        lines += [f"  {key}: {quoted(getattr(card, key))}" for key in _KEYS]
    return "\n".join(lines) + "\n"


def _card(folder: str, said: object) -> Card:
    if not isinstance(said, dict) or {*said} != {*_KEYS}:
        raise ValueError(folder)
    if not all(isinstance(each, str) for each in said.values()):
        raise ValueError(folder)
    card = Card(folder, **said)
    if not (is_recipient(card.seals_to) and is_signing_key(card.signs_with)):
        raise ValueError(folder)
    return card
