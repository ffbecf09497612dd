"""A throw-away cache beside the journal, so that searching many entries is quick.

The files are the truth. A month's folder is listed again when its time has changed, and of
it only what is new is read; a file that changed under its name is noticed before it becomes
an answer. A cache that is damaged, older or another journal's is made anew. One that cannot be
used at all is never a fault to anybody: the search then goes through the files.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tipcoach.errors import NotReadable, NotSaved
from tipcoach.journal.cache_file import is_busy, is_settled
from tipcoach.journal.reading import ENTRY_NAME, MONTH_NAME, read_bytes
from tipcoach.journal.search_tables import Damaged, Tables
from tipcoach.practice.query import Query
from tipcoach.practice.search import Findable, Found, Match, is_looked_for, match_of

Progress = Callable[[int, int], None]
"""Told how many entries are read, and of how many. What it raises ends the search."""

PATIENCE = 1.0
"""Seconds to wait for another window that is writing to the cache."""
PORTION = 5_000
"""Entries read at most before what is read so far is kept."""
TRIES = 5
_SIDE_FILES = ("", "-journal", "-wal", "-shm")
_UNREAD = "unread"
"""The signature of a file that could not even be opened: it is tried again every time."""


def forget(path: Path) -> None:
    """Delete the cache and its side files. Raises `NotSaved` when one of them stays."""
    for side in _SIDE_FILES:
        try:
            path.with_name(path.name + side).unlink(missing_ok=True)
        except NotADirectoryError:
            return
        except OSError:
            raise NotSaved(
                f"The search cache {path} could not be deleted, and may hold words of entries.",
                "Close other windows of tipcoach, then delete it: nothing is lost with it.",
            ) from None


class SearchCache:
    """The cache at `path` for the journal in `folder`.

    `read` gives what a file of a month holds as a search sees it, `None` when that is
    nothing, and raises `NotReadable`.
    """

    def __init__(
        self, path: Path, folder: Path, read: Callable[[str, str], Findable | None]
    ) -> None:
        self._path = path
        self._folder = folder
        self._read = read

    def search(self, query: Query, limit: int | None, progress: Progress) -> Found | None:
        """What is found, or `None` when the cache cannot be used.

        Raises `NotReadable` when the journal's folder cannot be read.
        """
        for _ in range(2):
            try:
                with self._opened() as connection:
                    return _Search(connection, self, progress).answer(query, limit)
            except sqlite3.Error as fault:
                if is_busy(fault):
                    return None
            except Damaged:
                pass
            except OSError:
                return None
            try:
                forget(self._path)
            except NotSaved:
                return None
        return None

    @property
    def folder(self) -> Path:
        return self._folder

    def identity(self) -> tuple[int, int]:
        """Which file stands at the path now."""
        found = self._path.stat()
        return found.st_dev, found.st_ino

    def read(self, month: str, name: str) -> Findable | None:
        return self._read(month, name)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self._make_private()
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA temp_store = MEMORY")
            tables, journal = Tables(connection), os.fsencode(self._folder.absolute())
            if not tables.are_for(journal):
                with writing(connection):
                    tables.make(journal)
            yield connection

    def _make_private(self) -> None:
        """A file for its owner alone before the first word is in it; side files follow it."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            os.close(os.open(self._path, flags, 0o600))
        except FileExistsError:
            found = self._path.lstat()
            shared = os.name == "posix" and (found.st_mode & 0o077 or found.st_uid != os.geteuid())
            if not stat.S_ISREG(found.st_mode) or shared:
                raise Damaged from None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One change to the cache: all of it, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # The engine has already done so by itself where the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class _Search:
    """One search: what is known is brought up to the files, then asked."""

    def __init__(
        self, connection: sqlite3.Connection, cache: SearchCache, progress: Progress
    ) -> None:
        self._connection = connection
        self._tables = Tables(connection)
        self._cache = cache
        self._progress = progress
        self._done = self._total = 0
        self._identity = cache.identity()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One change. In a file that was deleted meanwhile, it would spoil the one made after."""
        if self._cache.identity() != self._identity:
            raise FileNotFoundError
        with writing(self._connection):
            yield

    def answer(self, query: Query, limit: int | None) -> Found:
        for _ in range(TRIES):
            self._freshen()
            changed: list[tuple[str, str]] = []
            found = self._ask(query, limit, changed)
            if not changed:
                return found
            with self._writing():
                for month, record_id in changed:
                    self._take(month, record_id)
        raise Damaged

    def _ask(self, query: Query, limit: int | None, changed: list[tuple[str, str]]) -> Found:
        """What is found; files that are not what was read of them are put in `changed`."""
        matches: list[Match] = []
        for entry in self._tables.candidates(query):
            by = self._tables.superseding(entry.id)
            for record_id in (entry.id, *by):
                month, signature = self._tables.place_of(record_id)
                if self._signature(month, record_id) != signature:
                    changed.append((month, record_id))
            if by or not is_looked_for(query, entry):
                continue
            if len(matches) == limit:
                return Found(tuple(matches), more=True)
            matches.append(match_of(query, entry))
        return Found(tuple(matches), more=False)

    # -- the files -------------------------------------------------------------------------

    def _freshen(self) -> None:
        there, known = self._months(), self._tables.months()
        stale = [name for name in sorted(there) if not _is_as_known(there[name], known.get(name))]
        self._total = sum(self._count(name) for name in stale if name not in known)
        if self._total:
            self._progress(0, self._total)
        if gone := known.keys() - there.keys():
            with self._writing():
                for name in gone:
                    self._tables.drop_month(name)
        for name in stale:
            while not self._look(name):
                pass
        self._look_again_at_unused()

    def _months(self) -> dict[str, int]:
        """The month folders, and when each last changed (ns)."""
        months: dict[str, int] = {}
        try:
            with os.scandir(self._cache.folder) as found:
                for item in found:
                    if MONTH_NAME.fullmatch(item.name) and not item.is_symlink():
                        # Not the listing's own copy: on Windows that can be an old one.
                        months[item.name] = Path(item.path).lstat().st_mtime_ns
        except FileNotFoundError:
            pass
        except OSError:
            raise NotReadable(f"The folder {self._cache.folder} cannot be read.") from None
        return months

    def _count(self, month: str) -> int:
        try:
            with os.scandir(self._cache.folder / month) as found:
                return sum(1 for item in found if _is_entry(item.name))
        except OSError:
            return 0

    def _look(self, month: str) -> bool:
        """List a month and read what is new in it. False when there is more to read."""
        with self._writing():
            looked = time.time_ns()
            try:
                modified = (self._cache.folder / month).lstat().st_mtime_ns
                listed = self._listed(month)
            except OSError:
                self._tables.drop_month(month)
                return True
            known = self._tables.files(month)
            for record_id in known.keys() - listed.keys():
                self._tables.drop_file(month, record_id)
            new = sorted(one for one, signature in listed.items() if known.get(one) != signature)
            for record_id in new[:PORTION]:
                self._take(month, record_id)
            if len(new) > PORTION:
                return False
            self._tables.keep_month(month, modified, looked)
        return True

    def _listed(self, month: str) -> dict[str, str]:
        listed: dict[str, str] = {}
        with os.scandir(self._cache.folder / month) as found:
            for item in found:
                if _is_entry(item.name):
                    # One that goes while it is looked at is not there.
                    with suppress(OSError):
                        signature = _signed(item.stat(follow_symlinks=False))
                        listed[item.name.removesuffix(".json")] = signature
        return listed

    def _look_again_at_unused(self) -> None:
        """A file that was damaged may be mended, and one not here yet may have come."""
        again = [
            (month, record_id)
            for month, record_id, signature in self._tables.unused()
            if self._signature(month, record_id) != signature
        ]
        if again:
            with self._writing():
                for month, record_id in again:
                    self._take(month, record_id)

    def _take(self, month: str, record_id: str) -> None:
        """Read one file, or read it again."""
        name = f"{record_id}.json"
        self._tables.drop_file(month, record_id)
        signature = self._signature(month, record_id)
        if signature is None:
            return
        try:
            # Without what it takes to understand it, which is slow to load.
            read_bytes(self._cache.folder / month / name)
        except NotReadable:
            self._tables.keep_file(month, record_id, _UNREAD, used=False)
            return
        try:
            entry = self._cache.read(month, name)
        except NotReadable:
            self._tables.keep_file(month, record_id, signature, used=False)
            return
        self._tables.keep_file(month, record_id, signature, used=True)
        if entry is not None:
            self._tables.keep_entry(entry)
        self._done += 1
        self._progress(self._done, max(self._done, self._total))

    def _signature(self, month: str, record_id: str) -> str | None:
        try:
            return _signed((self._cache.folder / month / f"{record_id}.json").lstat())
        except OSError:
            return None


def _is_entry(name: str) -> bool:
    return ENTRY_NAME.fullmatch(name) is not None


def _is_as_known(modified: int, known: tuple[int, int] | None) -> bool:
    """Whether a folder is as it was looked at; one that had just changed may have again."""
    return known is not None and known[0] == modified and is_settled(*known)


def _signed(found: os.stat_result) -> str:
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size}"
