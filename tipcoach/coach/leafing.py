"""Leaf through a journal of any size: a stretch of it is at hand, and more is read at its ends.

Whatever the size, no more than a few pages are held. A stretch never changes: reading on makes
the next one, so it can be done away from the screen that shows this one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.gists import corrected, gists
from tipcoach.coach.reading import Listing, newest, oldest
from tipcoach.practice.entry import Entry
from tipcoach.practice.gist import earlier_versions

PAGE = 100
PAGES_HELD = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries in a row, newest first; `newer` and `older` when there are others beyond them.

    `corrected` and `unused` are as in `reading.Listing`, of everything read so far.
    """

    entries: tuple[Entry, ...] = ()
    newer: bool = False
    older: bool = False
    corrected: frozenset[str] = frozenset()
    unused: tuple[tuple[str, str], ...] = ()


def to_the_newest(coach: Coach, stretch: Stretch) -> Stretch:
    """The newest page. Raises `NotReadable`, as all of these do."""
    page = newest(coach, PAGE, corrected=stretch.corrected)
    return _joined(stretch, page, page.entries, newer=False, older=page.more)


def to_the_oldest(coach: Coach, stretch: Stretch) -> Stretch:
    """The oldest page, leaving out the earlier versions that are known."""
    known = stretch.corrected | corrected(coach)
    page = oldest(coach, PAGE, corrected=known)
    return _joined(stretch, page, page.entries, newer=page.more, older=False)


def on_to_older(coach: Coach, stretch: Stretch) -> Stretch:
    """One more page at the older end; what is held beyond a few pages goes at the newer."""
    page = newest(coach, PAGE, before=stretch.entries[-1].id, corrected=stretch.corrected)
    entries = (*stretch.entries, *page.entries)
    held = entries[-PAGES_HELD * PAGE :]
    newer = stretch.newer or len(held) < len(entries)
    return _joined(stretch, page, held, newer=newer, older=page.more)


def on_to_newer(coach: Coach, stretch: Stretch) -> Stretch:
    """One more page at the newer end; what is held beyond a few pages goes at the older."""
    page = oldest(coach, PAGE, after=stretch.entries[0].id, corrected=stretch.corrected)
    entries = (*page.entries, *stretch.entries)
    held = entries[: PAGES_HELD * PAGE]
    older = stretch.older or len(held) < len(entries)
    return _joined(stretch, page, held, newer=page.more, older=older)


def again(coach: Coach, stretch: Stretch) -> Stretch:
    """The same stretch as it is now, after something in it was put right or erased."""
    known = frozenset(earlier_versions(gists(coach)).values())
    if stretch.newer:
        first = stretch.entries[0]
        page = newest(coach, len(stretch.entries), before=first.id, corrected=known)
        entries = (first, *page.entries) if coach.journal.has(first.id) else page.entries
    else:
        page = newest(coach, max(PAGE, len(stretch.entries)), corrected=known)
        entries = page.entries
    as_it_is = Stretch(unused=stretch.unused)
    found = _joined(as_it_is, page, entries, newer=stretch.newer, older=page.more)
    return found if found.entries else to_the_newest(coach, found)


def _joined(
    stretch: Stretch, page: Listing, entries: Iterable[Entry], *, newer: bool, older: bool
) -> Stretch:
    unused = tuple({**dict(stretch.unused), **dict(page.unused)}.items())
    # A correction may have been met only after the version before it was shown.
    standing = tuple(entry for entry in entries if entry.id not in page.corrected)
    return Stretch(standing, newer, older, page.corrected, unused)
