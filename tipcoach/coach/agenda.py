"""What heads a session with somebody: read as it is now, and kept nowhere.

Nothing of a copy is written down on its reader's machine, and so nothing of an agenda is: it is
worked out anew whenever it is looked at.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from tipcoach.coach.agreeing import Standing, standing_as_it_lies
from tipcoach.coach.coach import Coach
from tipcoach.coach.inbox import Said, Shared, Where, look_in
from tipcoach.coach.people import known
from tipcoach.coach.promises import promises_in
from tipcoach.coach.reviewing import Brought, Row, look_over, open_copy, rows, said_of
from tipcoach.coach.session_records import newest_session
from tipcoach.coach.session_views import view_of
from tipcoach.errors import NotReadable, TipcoachError
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.supervision.cards import Card

MOST_BROUGHT = 5
"""How many copies of one person are on an agenda: an hour holds one or two."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The newest session with somebody before this one: its day, actions and the other's view."""

    held_on: date
    actions: tuple[LedgerLine, ...]
    view: SessionView | None


@dataclass(frozen=True, slots=True)
class OnTheAgenda:
    """A copy they brought. `copy` is the whole of it once it was opened; before, its row alone.

    `said` is what either said of it.
    """

    row: Row
    copy: SharedCopy | None
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """`brought` is what they shared here, that which is marked first; `mine` what I shared.

    `unread` says in sentences what could not be looked at.
    """

    other: Card
    standing: Standing
    last: LastTime | None
    brought: tuple[OnTheAgenda, ...]
    mine: tuple[Shared, ...]
    unread: tuple[str, ...]


def agenda(coach: Coach, folder: str) -> Agenda:
    """What heads a session with the person of that folder.

    What cannot be read, locked keys among it, keeps nobody from sitting down: it is named.
    Raises `NotFound` for somebody not known here, `NotReadable` or `SettingsFault`.
    """
    other = known(coach, folder)
    unread: list[str] = []
    last = last_time(coach, folder)
    brought: tuple[OnTheAgenda, ...] = ()
    mine: tuple[Shared, ...] = ()
    try:
        brought = tuple(_brought(coach, other))
        mine = tuple(
            each
            for each in look_in(coach).shared
            if each.reader == other and each.where is Where.THERE
        )[:MOST_BROUGHT]
    except TipcoachError as fault:
        unread.append(fault.sentence)
    return Agenda(other, standing_as_it_lies(coach, other), last, brought, mine, tuple(unread))


def last_time(coach: Coach, folder: str) -> LastTime | None:
    """The newest session with somebody. Raises `NotReadable`."""
    entry = newest_session(coach, folder)
    if entry is None:
        return None
    return LastTime(entry.created.date(), promises_in(coach, entry), view_of(coach, entry))


def _brought(coach: Coach, other: Card) -> Iterator[OnTheAgenda]:
    """What one person brought: marked first, and whole where it was opened before."""
    review = look_over(coach)
    theirs = [each for each in review.brought if each.officer == other]
    theirs.sort(key=lambda each: not each.marked)
    only = tuple(theirs[:MOST_BROUGHT])
    for row in rows(coach, type(review)(only, (), ()), many=MOST_BROUGHT):
        copy = _whole(coach, row.brought)
        yield OnTheAgenda(row, copy, said_of(coach, row.brought) if copy else ())


def _whole(coach: Coach, brought: Brought) -> SharedCopy | None:
    """A copy that its officer knows was opened; looking again tells them nothing new."""
    if brought.opened and brought.marked:
        with suppress(NotReadable):
            return open_copy(coach, brought)
    return None
