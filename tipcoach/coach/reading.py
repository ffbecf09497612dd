"""Find and read what is in the journal, and the card of a preparation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError, WrongUsage
from tipcoach.practice.card import Card, card_of
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.plaintext import clean_line

LOOKED_THROUGH = 200
"""How many of the newest entries are looked through for what to look back on."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The newest entries; `more` when some are not shown; `unused` files by name and reason."""

    entries: tuple[Entry, ...]
    more: bool
    unused: tuple[tuple[str, str], ...]


def newest(coach: Coach, limit: int | None) -> Listing:
    """The newest `limit` entries, or all. Raises `NotReadable` when the folder cannot be read."""
    unused: list[tuple[str, str]] = []
    entries = _entries(coach, unused)
    shown = tuple(entries if limit is None else islice(entries, limit))
    more = next(entries, None) is not None
    return Listing(shown, more, tuple(unused))


def read(coach: Coach, entry_id: str) -> Entry | FollowUp:
    """Raises `NotFound` or `NotReadable`."""
    return coach.journal.read(entry_id)


def card(coach: Coach, entry_id: str) -> Card:
    """The card of a preparation. Raises `WrongUsage` for anything else."""
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry) or entry.kind is not Kind.PREPARATION:
        raise WrongUsage(f"{entry_id} is not a preparation; only a preparation has a card.")
    return make_card(coach, entry)


def make_card(coach: Coach, entry: Entry) -> Card:
    """The card of a preparation at hand, with the pathways as they are today."""
    return card_of(entry, coach.library.principles, coach.library.pathways)


def entry_schema() -> dict[str, object]:
    """The shape of an entry's file, as JSON Schema."""
    from tipcoach.journal.schema import entry_schema as schema_of_files

    return schema_of_files()


def principles(coach: Coach) -> tuple[PrincipleName, ...]:
    """How the five are shown; nothing when the library cannot be read.

    A mistake in a prompt file must not keep anyone from their own journal.
    """
    try:
        return coach.library.principles
    except TipcoachError:
        return ()


def preparations_to_look_back_on(coach: Coach, limit: int = 20) -> tuple[Entry, ...]:
    """The newest preparations that no reflection follows yet."""
    newest_few = tuple(islice(_entries(coach, []), LOOKED_THROUGH))
    followed = {entry.follows for entry in newest_few}
    waiting = (
        entry
        for entry in newest_few
        if entry.kind is Kind.PREPARATION and entry.purpose and entry.id not in followed
    )
    return tuple(islice(waiting, limit))


def _entries(coach: Coach, unused: list[tuple[str, str]]) -> Iterator[Entry]:
    """The entries that stand. A correction is met first: its id is always the later one."""
    earlier: set[str | None] = set()
    for record in coach.journal.records():
        if isinstance(record, Entry):
            earlier.add(record.supersedes)
            if record.id not in earlier:
                yield record
        elif not isinstance(record, FollowUp):
            unused.append((clean_line(str(record.path)), record.reason))
