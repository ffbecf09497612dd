"""Which promises of a large journal are open, as they are noted beside its gists.

Only ids, numbers and days are noted. Whatever is added or goes puts the promises of one entry
in doubt, with all its versions; those alone are read and worked out again.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.gist import Gist
from tipcoach.practice.ledger import ledger
from tipcoach.practice.versions import links_of

TABLES = """
    CREATE TABLE open_promises (
        id TEXT, number INTEGER, due TEXT, PRIMARY KEY (id, number)
    ) WITHOUT ROWID;
    CREATE INDEX by_due ON open_promises (due);
    CREATE TABLE in_doubt (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE INDEX by_supersedes ON gists (supersedes) WHERE supersedes IS NOT NULL;
"""
AT_A_TIME = 2_000

_VERSIONS_BESIDE = """
    SELECT supersedes FROM gists WHERE id = :id AND supersedes < id
    UNION ALL SELECT id FROM gists WHERE supersedes = :id AND supersedes < id
"""
_SAID_OF = "SELECT id FROM gists WHERE about = ? AND says = 'promise'"
_ANY = "SELECT id FROM gists WHERE promises > 0 OR supersedes IS NOT NULL OR says = 'promise'"

Read = Callable[[str], Entry | FollowUp | None]


def put_in_doubt(notes: sqlite3.Connection, gist: Gist) -> None:
    """Say that what was worked out for an entry may not hold any more, for `gist` came or went."""
    if gist.says == "promise":
        ids = [gist.about]
    elif gist.promises or gist.supersedes:
        ids = [gist.id, gist.supersedes]
    else:
        return
    notes.executemany("INSERT OR IGNORE INTO in_doubt VALUES (?)", ((id_,) for id_ in ids if id_))


def in_doubt(notes: sqlite3.Connection) -> Iterator[list[str]]:
    """The ids that are in doubt, a part at a time, so that little is lost by stopping."""
    ids = [id_ for (id_,) in notes.execute("SELECT id FROM in_doubt")]
    return (ids[first : first + AT_A_TIME] for first in range(0, len(ids), AT_A_TIME))


def work_out(notes: sqlite3.Connection, ids: Iterable[str], read: Read) -> None:
    """Note what is open among the promises of some entries now, as the ledger has it.

    `read` gives a record, or nothing when it has gone or cannot be read; then what is noted
    stays in doubt.
    """
    versions = _versions(notes, ids)
    found = {id_: read(id_) for id_ in (*versions, *_said_of(notes, versions))}
    records = [each for each in found.values() if each]
    lines = ledger((each for each in records if isinstance(each, Entry)), links_of(records))
    for table in ("open_promises", "in_doubt"):
        notes.executemany(f"DELETE FROM {table} WHERE id = ?", ((id_,) for id_ in versions))  # noqa: S608  (our own names)
    notes.executemany(
        "INSERT INTO open_promises VALUES (?, ?, ?)",
        (
            (line.id.entry, line.id.number, line.due and line.due.isoformat())
            for line in lines
            if line.is_open
        ),
    )
    notes.executemany(
        "INSERT OR IGNORE INTO in_doubt SELECT ifnull(about, id) FROM gists WHERE id = ?",
        ((id_,) for id_, record in found.items() if record is None),
    )


def how_many_due(notes: sqlite3.Connection, today: date) -> int:
    """How many open promises are due by a day."""
    due = notes.execute("SELECT COUNT(*) FROM open_promises WHERE due <= ?", (today.isoformat(),))
    (many,) = due.fetchone()
    return int(many)


def with_open(notes: sqlite3.Connection, due_by: date | None) -> tuple[str, ...]:
    """The ids of all that bears on the open promises, or on those that are due by a day."""
    asked, day = ("due <= ?", (due_by.isoformat(),)) if due_by else ("TRUE", ())
    rows = notes.execute(f"SELECT DISTINCT id FROM open_promises WHERE {asked}", day)  # noqa: S608  (our own words)
    return bearing_on(notes, [id_ for (id_,) in rows])


def bearing_on(notes: sqlite3.Connection, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of every version of some entries, and of what was said of their promises."""
    versions = _versions(notes, ids)
    return (*sorted(versions), *_said_of(notes, versions))


def with_any(notes: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of all that bears on any promise."""
    return tuple(id_ for (id_,) in notes.execute(_ANY))


def _versions(notes: sqlite3.Connection, ids: Iterable[str]) -> Collection[str]:
    found: set[str] = set()
    ahead = [*ids]
    while ahead:
        id_ = ahead.pop()
        if id_ not in found:
            found.add(id_)
            ahead += [beside for (beside,) in notes.execute(_VERSIONS_BESIDE, {"id": id_})]
    return found


def _said_of(notes: sqlite3.Connection, versions: Iterable[str]) -> list[str]:
    return [id_ for about in versions for (id_,) in notes.execute(_SAID_OF, (about,))]
