"""Which side of a session this is: who wrote its record, and how the two are called."""

from contextlib import suppress
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import links_about
from tipcoach.coach.people import known
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.supervision.cards import Card
from tipcoach.supervision.record_files import records_of, writer_of


@dataclass(frozen=True, slots=True)
class Sides:
    """The two of a session, as it stands in this journal; a card is missing where none is known.

    `is_mine` is whether its record was written here: whoever writes it is the supervisor.
    """

    me: Card | None
    other: Card | None
    is_mine: bool


def sides_of(coach: Coach, entry: Entry) -> Sides:
    """Of an entry that has a record, sent or not, and whoever is still known.

    Raises `NotReadable` when a folder cannot be read.
    """
    me = other = None
    with suppress(TipcoachError):
        me = coach.keys.card
    with suppress(TipcoachError):
        other = known(coach, entry.with_whom or "")
    return Sides(me, other, _is_mine(coach, entry))


def _is_mine(coach: Coach, entry: Entry) -> bool:
    """Keys may be others by now; folders keep their names, so those are compared."""
    sessions = coach.places.sessions
    versions = links_about(coach, entry.id).versions(entry.id)
    for folder, record_id in records_of(sessions, versions):
        writer = writer_of(sessions, folder, record_id)
        if writer is not None:
            return writer != folder
    return True
