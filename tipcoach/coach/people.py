"""The people one shares with: looked up in the shared place, known once numbers were compared."""

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from tipcoach.coach.coach import Coach
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotFound, NotReadable, TipcoachError, WrongUsage
from tipcoach.practice.plaintext import clean_line
from tipcoach.supervision.cards import CARD_NAME, Card, check_folder_name, is_folder_name, read_card
from tipcoach.supervision.people import People, read_people, write_people
from tipcoach.supervision.place import Place

MOST_LISTED = 50
"""How many folders of the place are looked into for whose they are."""


class KeysChanged(TipcoachError):
    """Somebody's keys in the shared place are not those they are known by."""


class Met(Enum):
    """How a card in the shared place stands to what is known."""

    NEW = auto()
    KNOWN = auto()
    CHANGED = auto()


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A card found in the shared place. `before` is the one known until now."""

    card: Card
    met: Met
    before: Card | None = None


def people(coach: Coach) -> People:
    """Everybody known here. Raises `SettingsFault`."""
    return read_people(coach.places.people)


def look_up(coach: Coach, folder: str) -> LookedUp:
    """The card that lies in somebody's folder, and whether it is the one they are known by.

    Raises `WrongUsage`, `NotFound`, `NotReadable`, `NotThere` or `SettingsFault`.
    """
    check_folder_name(folder)
    if folder == coach.keys.card.folder:
        raise WrongUsage("That is your own folder.", "Ask the other person what theirs is called.")
    try:
        card = read_card(the_place(coach).get(folder, CARD_NAME), folder)
    except NotReadable as fault:
        raise NotFound(
            f"No card can be read in a folder called {folder} there: {fault.sentence}.",
            _who_is_there(coach),
        ) from None
    before = people(coach).of(folder)
    if before is None:
        return LookedUp(card, Met.NEW)
    same = before.fingerprint == card.fingerprint
    return LookedUp(card, Met.KNOWN if same else Met.CHANGED, before)


def _who_is_there(coach: Coach) -> str:
    """The folders in the place that hold a card, one's own left out, or what to do for one."""
    place, mine = the_place(coach), coach.keys.card.folder
    there = (name for name in place.names("") if name != mine and is_folder_name(name))
    others = [name for name in islice(there, MOST_LISTED) if _holds_a_card(place, name)]
    if not others:
        return (
            "Nobody else has connected to it yet. They do, with the same folder: tipcoach "
            "agreement place FOLDER"
        )
    return f"There: {', '.join(others)}. Ask them which is theirs."


def _holds_a_card(place: Place, folder: str) -> bool:
    # What lies there beside folders may be anything.
    with suppress(NotReadable):
        return CARD_NAME in place.names(folder)
    return False


def know(coach: Coach, looked_up: LookedUp) -> None:
    """Know somebody by this card from now on, as its number was compared with them.

    Raises `NotSaved` or `SettingsFault`.
    """
    text = write_people(people(coach).and_also(looked_up.card))
    coach.writer.write(coach.places.people, text.encode("utf-8"), once=False)


def known(coach: Coach, folder: str) -> Card:
    """Somebody who is known here. Raises `NotFound` or `SettingsFault`."""
    everybody = people(coach)
    card = everybody.of(folder)
    if card is None:
        known_by = f" You know {', '.join(everybody.cards)}." if everybody.cards else ""
        raise NotFound(
            f"You do not know anybody here by that folder.{known_by}",
            "Compare numbers with them first: tipcoach agreement know WHO",
        )
    return card


def name_of(coach: Coach, folder: str) -> str:
    """What somebody is called here: by name where they are known, or else by their folder."""
    with suppress(TipcoachError):
        return known(coach, folder).name
    return clean_line(folder)


def check_unchanged(coach: Coach, card: Card) -> None:
    """That somebody's card in the place is still the one they are known by.

    Raises `KeysChanged`, loudly: whoever put other keys there could read what is shared next,
    or keep word of an opening from them.
    """
    found = look_up(coach, card.folder)
    if found.met is Met.CHANGED:
        raise KeysChanged(
            f"The keys of {card.name} in the shared place are not those you know.\n"
            f"  You know:  {card.fingerprint}\n"
            f"  Now there: {found.card.fingerprint}\n"
            "Nothing was shared, sent or opened.",
            "Ask them, face to face or by phone, whether they made new keys. "
            f"Only then: tipcoach agreement know {card.folder}",
        )
