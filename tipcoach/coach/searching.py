"""Search the journal: in memory where it is small, with a throw-away cache where it is large.

The answers are the same either way. An entry that another one corrects is not found.
"""

import os
from collections.abc import Callable
from contextlib import suppress

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError, WrongUsage
from tipcoach.journal.reading import ENTRY_NAME, MONTH_NAME
from tipcoach.practice.query import Query, nearest, read_query
from tipcoach.practice.search import Findable, Found, Match, is_looked_for, match_of

MANY = 2_000
"""From so many entries on a cache pays: going through the files would take a noticeable time."""

Progress = Callable[[int, int], None]
"""Told how many entries are read, and of how many; 0 when that is not known.

What it raises ends the search; what was read until then is kept for the next one.
"""


def search(
    coach: Coach, typed: str, limit: int | None, progress: Progress = lambda done, total: None
) -> Found:
    """The newest `limit` entries that say what was typed, or all of them.

    Raises `WrongUsage` when what was typed cannot be understood, and `NotReadable` when the
    journal's folder cannot be read.
    """
    query = read_query(typed)
    found = _search_cache(coach, query, limit, progress) if _is_large(coach) else None
    if found is None:
        found = _search_files(coach, query, limit, progress)
    if not found.matches:
        _check_purpose(coach, query)
    return found


def is_quick(coach: Coach) -> bool:
    """Whether a search needs no long reading first."""
    return os.path.lexists(coach.places.search_cache) or not _is_large(coach)


def _is_large(coach: Coach) -> bool:
    """Whether a cache is worth having; where there is one, it is used."""
    if os.path.lexists(coach.places.search_cache):
        return True
    entries = 0
    # Whatever is wrong with a folder, going through the files says it.
    with suppress(OSError), os.scandir(coach.places.journal) as months:
        for month in months:
            if MONTH_NAME.fullmatch(month.name) and not month.is_symlink():
                with suppress(OSError), os.scandir(month.path) as found:
                    entries += sum(1 for item in found if ENTRY_NAME.fullmatch(item.name))
            if entries >= MANY:
                return True
    return False


def _search_cache(
    coach: Coach, query: Query, limit: int | None, progress: Progress
) -> Found | None:
    from tipcoach.journal.search_cache import SearchCache

    def read(month: str, name: str) -> Findable | None:
        return _findable(coach.journal.read_at(month, name))

    places = coach.places
    return SearchCache(places.search_cache, places.journal, read).search(query, limit, progress)


def _search_files(coach: Coach, query: Query, limit: int | None, progress: Progress) -> Found:
    """Newest first, so that a correction is met before what it corrects."""
    matches: list[Match] = []
    superseded: set[str] = set()
    for done, record in enumerate(coach.journal.records(), 1):
        progress(done, 0)
        entry = _findable(record)
        if entry is None:
            continue
        if entry.supersedes:
            superseded.add(entry.supersedes)
        if entry.id in superseded or not is_looked_for(query, entry):
            continue
        if len(matches) == limit:
            return Found(tuple(matches), more=True)
        matches.append(match_of(query, entry))
    return Found(tuple(matches), more=False)


def _findable(record: object) -> Findable | None:
    """A record as a search sees it; a follow-up has no words of its own."""
    from tipcoach.practice.entry import Entry
    from tipcoach.practice.findable import findable

    return findable(record) if isinstance(record, Entry) else None


def _check_purpose(coach: Coach, query: Query) -> None:
    """A purpose that nothing was found under may be spelt another way."""
    wanted = dict(query.conditions).get("purpose")
    if wanted is None:
        return
    try:
        known = [purpose.id for purpose in coach.questions.purposes]
    except TipcoachError:
        return
    if wanted not in known:
        raise WrongUsage(
            f"Nothing is found, and there is no purpose “{wanted[:40]}”{nearest(wanted, known)}.",
            f"There is {', '.join(known)}.",
        )
