"""The tables in which the gists of a large journal are noted, and their rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tipcoach.journal import noted_promises
from tipcoach.practice.gist import Gist

TABLES = """
    CREATE TABLE journal (folder BLOB NOT NULL, worked_out INTEGER NOT NULL);
    CREATE TABLE months (month TEXT PRIMARY KEY, changed INTEGER NOT NULL);
    CREATE TABLE seen (month TEXT, id TEXT, PRIMARY KEY (month, id)) WITHOUT ROWID;
    CREATE TABLE gists (
        id TEXT PRIMARY KEY, month TEXT NOT NULL, stopped INTEGER NOT NULL,
        recorded INTEGER NOT NULL, supersedes TEXT, about TEXT, says TEXT NOT NULL, replaces TEXT,
        promises INTEGER NOT NULL
    );
    CREATE INDEX by_about ON gists (about);
    CREATE TABLE waiting (id TEXT PRIMARY KEY);
"""

_ANSWER_IN_DOUBT = "UPDATE journal SET worked_out = 0"
BEARS_ON_RECORDING = "stopped OR supersedes IS NOT NULL OR says = 'recorded'"
"""Of gists, as `Gist.bears_on_recording` has it."""
NOTE_MONTH = """
    INSERT INTO months VALUES (?, ?)
    ON CONFLICT DO UPDATE SET changed = excluded.changed WHERE changed != excluded.changed
"""


@contextmanager
def at_once(notes: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, and no other window in between."""
    notes.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        notes.execute("ROLLBACK")
        raise
    notes.execute("COMMIT")


def put(notes: sqlite3.Connection, gist: Gist, month: str) -> None:
    """Note a gist down, and that the answers it bears on are in doubt."""
    put_in_doubt(notes, gist)
    notes.execute(
        "INSERT INTO gists VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(gist.id, month, gist.stopped, gist.recorded),
            *(gist.supersedes, gist.about, gist.says, gist.replaces),
            gist.promises,
        ),
    )


def put_in_doubt(notes: sqlite3.Connection, gist: Gist) -> None:
    """Say which answers may not hold any more, for a record came or went."""
    if gist.bears_on_recording:
        notes.execute(_ANSWER_IN_DOUBT)
    noted_promises.put_in_doubt(notes, gist)


def drop_month(notes: sqlite3.Connection, month: str) -> None:
    """Take out all that is noted of a month."""
    drop_gists(notes, "month", month)
    for table in ("months", "seen"):
        notes.execute(f"DELETE FROM {table} WHERE month = ?", (month,))  # noqa: S608  (our own names)


def drop_gists(notes: sqlite3.Connection, column: str, value: str) -> None:
    """Take out the gists with a value in a column, and put in doubt what they bore on."""
    for gist in gists(notes, f"{column} = ?", value):
        put_in_doubt(notes, gist)
    notes.execute(f"DELETE FROM gists WHERE {column} = ?", (value,))  # noqa: S608  (our own names)


def gists(notes: sqlite3.Connection, where: str = "TRUE", *values: str) -> tuple[Gist, ...]:
    """The gists for which `where` holds, newest first."""
    columns = "id, stopped, recorded, supersedes, about, says, replaces, promises"
    asked = f"SELECT {columns} FROM gists WHERE {where} ORDER BY id DESC"  # noqa: S608  (our own words)
    return tuple(
        Gist(id_, bool(stopped), bool(recorded), supersedes, about, says, replaces, promises)
        for id_, stopped, recorded, supersedes, about, says, replaces, promises in notes.execute(
            asked, values
        )
    )
