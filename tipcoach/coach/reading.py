"""Find and read what is in the journal, and the card of a preparation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from tipcoach.coach.coach import Coach
from tipcoach.coach.promises import due_if_readable
from tipcoach.errors import TipcoachError, WrongUsage
from tipcoach.journal.reading import Unused
from tipcoach.practice.card import Card, card_of
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.plaintext import clean_line

LOOKED_THROUGH = 200
"""How many of the newest entries are looked through for what to look back on."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of entries, newest first; `more` when there are others beyond it.

    `unused` are files by name and reason. `corrected` are the ids of earlier versions, as far
    as they are known: those are no lines of a list.
    """

    entries: tuple[Entry, ...]
    more: bool
    unused: tuple[tuple[str, str], ...]
    corrected: frozenset[str] = field(default=frozenset(), compare=False)


PAGE = 500
NOTHING_KNOWN: frozenset[str] = frozenset()


def newest(
    coach: Coach,
    limit: int | None,
    *,
    before: str | None = None,
    corrected: frozenset[str] = NOTHING_KNOWN,
) -> Listing:
    """The newest `limit` entries, or all; with `before`, an id, those older than it.

    Of an entry that was put right only the newest version is listed: it is met first, for its
    id is always the later one. `corrected` is what was met on the pages before.
    Raises `NotReadable` when the folder cannot be read.
    """
    return _page(coach.journal.records(before), limit, corrected)


def every_page(coach: Coach) -> Iterator[Listing]:
    """All entries, newest first, a page at a time, so that no more than one is held.

    None of the pages says that there is `more`, for the next one follows.
    """
    page = newest(coach, PAGE)
    yield replace(page, more=False)
    while page.more:
        page = newest(coach, PAGE, before=page.entries[-1].id, corrected=page.corrected)
        yield replace(page, more=False)


def oldest(
    coach: Coach, limit: int, *, after: str | None = None, corrected: frozenset[str] = NOTHING_KNOWN
) -> Listing:
    """The oldest `limit` entries; with `after`, an id, the oldest of those newer than it.

    From this end an earlier version is met before its correction, and is left out only when
    `corrected` names it or its correction is on the same page.
    Raises `NotReadable` when the folder cannot be read.
    """
    page = _page(coach.journal.oldest_first(after), limit, corrected)
    standing = (entry for entry in reversed(page.entries) if entry.id not in page.corrected)
    return replace(page, entries=tuple(standing))


def _page(
    records: Iterable[Entry | FollowUp | Unused], limit: int | None, corrected: frozenset[str]
) -> Listing:
    """The first `limit` entries that stand, in the order they come."""
    entries: list[Entry] = []
    unused: list[tuple[str, str]] = []
    earlier = {*corrected}
    more = False
    for record in records:
        if isinstance(record, Unused):
            unused.append((clean_line(str(record.path)), record.reason))
        elif isinstance(record, Entry) and record.id not in earlier:
            if len(entries) == limit:
                more = True
                break
            entries.append(record)
        if isinstance(record, Entry) and record.supersedes and record.supersedes < record.id:
            earlier.add(record.supersedes)
    return Listing(tuple(entries), more, tuple(unused), frozenset(earlier))


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
    """The card of a preparation at hand, with pathways and promises as they are today."""
    return card_of(
        entry,
        coach.questions.principles,
        coach.questions.pathways,
        due_if_readable(coach),
        coach.clock().date(),
    )


def entry_schema() -> dict[str, object]:
    """The shape of an entry's file, as JSON Schema."""
    from tipcoach.journal.schema import entry_schema as schema_of_files

    return schema_of_files()


def principles(coach: Coach) -> tuple[PrincipleName, ...]:
    """How the five are shown; nothing when the library cannot be read.

    A mistake in a prompt file must not keep anyone from their own journal.
    """
    try:
        return coach.questions.principles
    except TipcoachError:
        return ()


def preparations_to_look_back_on(coach: Coach, limit: int = 20) -> tuple[Entry, ...]:
    """The newest preparations that no reflection follows yet."""
    newest_few = newest(coach, LOOKED_THROUGH).entries
    followed = {entry.follows for entry in newest_few}
    waiting = (
        entry
        for entry in newest_few
        if entry.kind is Kind.PREPARATION and entry.purpose and entry.id not in followed
    )
    return tuple(islice(waiting, limit))
