"""Sessions of two that are in this journal, with people who are known: the last two with each, and
those whose record is not sent yet.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import links
from tipcoach.coach.people import people
from tipcoach.coach.reading import newest
from tipcoach.coach.session_records import is_sent, record_files
from tipcoach.coach.session_sides import Sides, sides_of
from tipcoach.coach.session_views import view_of
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.session_record import has_a_record, record_of
from tipcoach.practice.versions import Links
from tipcoach.supervision.cards import Card
from tipcoach.supervision.record_files import records_of

LOOKED_THROUGH = 500
"""How many of the newest entries are looked through for sessions."""
OF_EACH = 2
"""How many past ones with one person are shown: how the last but one was seen still matters."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session that was kept. `view` is that of whoever did not write its record."""

    entry: Entry
    other: Card
    sides: Sides
    view: SessionView | None


@dataclass(frozen=True, slots=True)
class SessionsHere:
    """Both newest first. `unsent` are those whose record could be sent and was not."""

    newest: tuple[PastSession, ...]
    unsent: tuple[PastSession, ...]


def sessions_here(coach: Coach) -> SessionsHere:
    """Raises `NotReadable`, `SettingsFault`, and as `is_sent` where something lies in between."""
    if not coach.journal.is_there:
        return SessionsHere((), ())
    cards, all_links = people(coach).cards, links(coach)
    latest: defaultdict[str, list[PastSession]] = defaultdict(list)
    unsent: list[PastSession] = []
    for entry in newest(coach, LOOKED_THROUGH).entries:
        other = cards.get(entry.with_whom or "")
        if other is None or not has_a_record(entry):
            continue
        waits = _is_unsent(coach, entry, other, all_links)
        is_shown = len(latest[other.folder]) < OF_EACH
        if waits or is_shown:
            past = PastSession(entry, other, sides_of(coach, entry), view_of(coach, entry))
            latest[other.folder] += [past] if is_shown else []
            unsent += [past] if waits else []
    return SessionsHere(tuple(chain.from_iterable(latest.values())), tuple(unsent))


def _is_unsent(coach: Coach, entry: Entry, other: Card, all_links: Links) -> bool:
    """Whether its record was never sent, or was written as a letter that does not lie there.

    One that went out in an earlier version stays as both have it, and one that the other wrote
    came from them.
    """
    if record_of(entry).is_empty:
        return False
    if not records_of(coach.places.sessions, all_links.versions(entry.id)):
        return True
    for kept in record_files(coach, other).all():
        if kept.entry == entry.id and kept.is_mine and kept.view is None:
            return not is_sent(coach, kept, other)
    return False
