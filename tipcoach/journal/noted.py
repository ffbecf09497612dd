"""The gists of a large journal, noted in the cache so that it is read through only once.

The journal is the truth, and this is thrown away whenever it is in doubt. It holds ids, what
kind each is, how they are linked and when promises are due, and not a word that anybody wrote.
A month's folder is looked at again when it has changed since it was last looked at, or might
have without its time showing it. An entry is written once, so a name seen is a content seen; a
file that could not be read yet, or a name that has gone, makes its month be looked at once more.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from tipcoach.errors import NotFound, NotReadable, NotSaved
from tipcoach.journal import noted_promises
from tipcoach.journal import noted_tables as tables
from tipcoach.journal.cache_file import is_busy, is_settled
from tipcoach.journal.journal import Journal, Record
from tipcoach.journal.writing import Writer
from tipcoach.practice.gist import Gist, earlier_versions, not_yet_recorded

VERSION = 3
NOT_SETTLED = -1
"""In place of the time of a month's folder: it is looked at again whatever its time is."""
PATIENCE = 10.0
"""Seconds to wait for another window that is noting something down."""


class CannotNote(Exception):
    """The cache cannot be used; the journal can be read without it."""


class NotedElsewhere(CannotNote):
    """Another window is noting something down, and what it notes is to stay."""


class NotedGists:
    """What is noted in the file at `path` about the entries of `journal`."""

    def __init__(self, path: Path, journal: Journal, writer: Writer) -> None:
        self._path = path
        self._journal = journal
        self._writer = writer
        self.told: Callable[[int, int], None] = lambda done, total: None
        """Told how many months are looked through, and of how many. What it raises ends the look;
        what is noted of the months before stays."""

    def not_yet_recorded(self) -> tuple[str, ...]:
        """The ids `practice.gist.not_yet_recorded` gives. Raises `CannotNote`, `NotReadable`."""
        with self._up_to_date() as notes:
            rows = notes.execute("SELECT id FROM waiting ORDER BY id DESC")
            return tuple(id_ for (id_,) in rows)

    def gists(self) -> tuple[Gist, ...]:
        """The gist of every record that has one. Raises `CannotNote`, `NotReadable`."""
        with self._up_to_date() as notes:
            return tables.gists(notes)

    def corrected(self) -> frozenset[str]:
        """The ids of earlier versions, as far as they were known at the last look.

        Nothing is read for it. Raises `CannotNote`.
        """
        with self._open() as notes:
            return frozenset(
                earlier_versions(tables.gists(notes, "supersedes IS NOT NULL")).values()
            )

    def forget(self) -> None:
        """Take the file away; it is made again when it is needed."""
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def how_many_promises_due(self, today: date) -> int:
        """How many are open and due by `today`. Raises `CannotNote`, `NotReadable`."""
        with self._up_to_date() as notes:
            return noted_promises.how_many_due(notes, today)

    def bearing_on_open_promises(self, due_by: date | None = None) -> tuple[str, ...]:
        """The ids of all that has to be read to know the open promises, or those due by a day.

        Raises `CannotNote`, `NotReadable`.
        """
        with self._up_to_date() as notes:
            return noted_promises.with_open(notes, due_by)

    def bearing_on_promises(self, entry_id: str | None = None) -> tuple[str, ...]:
        """The same for the promises of one entry, open or not; or for all there are."""
        with self._up_to_date() as notes:
            if entry_id is None:
                return noted_promises.with_any(notes)
            return noted_promises.bearing_on(notes, [entry_id])

    @contextmanager
    def _up_to_date(self) -> Iterator[sqlite3.Connection]:
        with self._open() as notes:
            self._look(notes)
            yield notes

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._writer.make_folder(self._path.parent)
            # Never through a link, into a file that is somebody else's.
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            os.close(os.open(self._path, flags, 0o600))
            opened = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
            with closing(opened) as notes:
                self._make_ready(notes)
                yield notes
        except (sqlite3.Error, OSError, NotSaved) as fault:
            raise (NotedElsewhere if is_busy(fault) else CannotNote) from fault

    def _make_ready(self, notes: sqlite3.Connection) -> None:
        folder = os.fsencode(self._journal.folder)
        with tables.at_once(notes):
            (version,) = notes.execute("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in f"{tables.TABLES}{noted_promises.TABLES}".split(";"):
                    notes.execute(statement)
                notes.execute("INSERT INTO journal VALUES (?, 0)", (folder,))
                notes.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise sqlite3.DatabaseError("made by another version")
            elif notes.execute("SELECT folder FROM journal").fetchone() != (folder,):
                raise sqlite3.DatabaseError("made of another journal")

    def _look(self, notes: sqlite3.Connection) -> None:
        """Bring the notes up to date, a month at a time, so that little is lost by stopping."""
        months = {month.name: month for month in self._journal.months()}
        noted = dict(notes.execute("SELECT month, changed FROM months"))
        for gone in noted.keys() - months.keys():
            with tables.at_once(notes):
                tables.drop_month(notes, gone)
        for done, (name, month) in enumerate(months.items()):
            self.told(done, len(months))
            began = time.time_ns()
            with suppress(FileNotFoundError):
                changed = month.stat().st_mtime_ns
                if noted.get(name) != changed:
                    self._look_at(notes, month, changed, began)
        self._work_out(notes)

    def _look_at(self, notes: sqlite3.Connection, month: Path, changed: int, began: int) -> None:
        with tables.at_once(notes):
            try:
                paths = {path.stem: path for path in self._journal.paths_in(month)}
            except NotReadable:
                tables.drop_month(notes, month.name)
                return
            rows = notes.execute("SELECT id FROM seen WHERE month = ?", (month.name,))
            seen = {id_ for (id_,) in rows}
            gone, new = seen - paths.keys(), paths.keys() - seen
            unread = [id_ for id_ in new if not self._note(notes, month.name, paths[id_])]
            for id_ in gone:
                notes.execute("DELETE FROM seen WHERE month = ? AND id = ?", (month.name, id_))
                tables.drop_gists(notes, "id", id_)
            settled = not gone and not unread and is_settled(changed, began)
            notes.execute(tables.NOTE_MONTH, (month.name, changed if settled else NOT_SETTLED))

    def _note(self, notes: sqlite3.Connection, month: str, path: Path) -> bool:
        """Note one record down, unless it cannot be read: it may not have arrived yet."""
        try:
            gist = self._journal.gist_at(path)
        except NotReadable:
            return False
        notes.execute("INSERT INTO seen VALUES (?, ?)", (month, path.stem))
        if gist:
            tables.put(notes, gist, month)
        return True

    def _work_out(self, notes: sqlite3.Connection) -> None:
        """Keep the answers themselves, too: they change far less often than they are asked for."""
        if notes.execute("SELECT worked_out FROM journal").fetchone() != (1,):
            with tables.at_once(notes):
                notes.execute("DELETE FROM waiting")
                waiting = not_yet_recorded(tables.gists(notes, tables.BEARS_ON_RECORDING))
                notes.executemany("INSERT INTO waiting VALUES (?)", ((id_,) for id_ in waiting))
                notes.execute("UPDATE journal SET worked_out = 1")
        for ids in noted_promises.in_doubt(notes):
            with tables.at_once(notes):
                noted_promises.work_out(notes, ids, self._read)

    def _read(self, record_id: str) -> Record | None:
        with suppress(NotFound, NotReadable):
            return self._journal.read(record_id)
        return None
