"""The shared place of one person: connected once, tried then, and reached through one protocol."""

from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotReadable, SettingsFault, TipcoachError
from tipcoach.practice.plaintext import clean_line
from tipcoach.settings import read_settings
from tipcoach.supervision.cards import CARD_NAME, write_card
from tipcoach.supervision.place import NotThere, Place


class NotConnected(TipcoachError):
    """No shared place has been connected, or it is not fit to be one."""


def connect(coach: Coach, folder: Path) -> None:
    """Use `folder` as the shared place, once it has shown that it keeps its word.

    Puts one's own card there. Raises `NotConnected` with everything that is wrong with the
    place, `NotFound` before there are keys, `NotThere`, `NotSaved` or `NotReadable`.
    """
    from tipcoach.supervision.conformance import broken_promises

    card = coach.keys.card
    where = folder.expanduser().absolute()
    if not _is_there(where):
        raise NotConnected(
            f"There is no folder {clean_line(str(where))}, so nothing was connected.",
            "Make it first, or have it shared with you, and connect it again.",
        )
    place = _folder_place(coach, where)
    if broken := broken_promises(place, card.folder):
        raise NotConnected(
            " ".join([f"{clean_line(str(where))} cannot be the shared place.", *broken]),
            "Nothing of yours is in it. Choose another folder, or ask whoever keeps this one.",
        )
    _put_card(coach, place)
    coach.remember(shared_place=str(where))


def _is_there(where: Path) -> bool:
    # A name that is too long, or a folder that may not be looked into, is an error of its own.
    try:
        return where.is_dir()
    except OSError:
        return False


def the_place(coach: Coach) -> Place:
    """The shared place. Raises `NotConnected`, or `NotThere` where it cannot be reached.

    The folder must hold one's own card: a stick that is out leaves an empty folder behind, and
    what is put there would be seen by nobody.
    """
    said = coach.settings.shared_place or _connected_since(coach)
    if not said:
        raise NotConnected(
            "No shared place is connected, so there is nowhere to share in.",
            "Connect one with: tipcoach agreement place FOLDER",
        )
    place = _folder_place(coach, Path(said))
    _check_own_card(coach, place)
    return place


def _connected_since(coach: Coach) -> str:
    """The place that was connected in another window since this one began."""
    try:
        since = read_settings(coach.places.settings).shared_place
    except SettingsFault:
        return ""
    if since:
        coach.remember(shared_place=since)
    return since


def trouble_with_the_place(coach: Coach) -> tuple[str, ...]:
    """What `doctor` says of the shared place, tried again: a sentence for each thing wrong."""
    from tipcoach.supervision.conformance import broken_promises

    try:
        return broken_promises(the_place(coach), coach.keys.card.folder)
    except TipcoachError as fault:
        return (str(fault),)


def _check_own_card(coach: Coach, place: Place) -> None:
    card = coach.keys.card
    try:
        same = place.get(card.folder, CARD_NAME) == write_card(card)
    except NotReadable:
        same = False
    if not same:
        raise NotThere(
            f"Your card is not in the shared place, {coach.settings.shared_place}.",
            "It may be another folder, or not here yet. Wait for it, or connect the place again.",
        )


def _put_card(coach: Coach, place: Place) -> None:
    card = coach.keys.card
    if place.put(card.folder, CARD_NAME, write_card(card)):
        return
    try:
        if place.get(card.folder, CARD_NAME) == write_card(card):
            return
    except NotReadable:
        pass
    raise NotConnected(
        f"In this place somebody else has the folder {card.folder}, or it holds an older card "
        "of yours.",
        "If it is yours, take card.json out of it and connect again. If not, make keys with "
        "another folder name.",
    )


def _folder_place(coach: Coach, where: Path) -> Place:
    from tipcoach.supervision.folder import FolderPlace

    return FolderPlace(where, coach.places.open_writes)
