"""The tables of the search cache: what is known of each file, and the words of each entry.

The words are those of `practice.words`, told apart by spaces, so that the engine's own idea of
a word never counts. An entry's row of words is numbered by the first 63 bits of its id: the
newest come first by themselves. Ids that share those bits share a row.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.query import Phrase, Query
from tipcoach.practice.search import BETWEEN, Findable

SCHEMA = 1
"""Another number, and the cache is made anew."""

_TABLES = """
CREATE TABLE about(journal BLOB NOT NULL);
CREATE TABLE month(
    name TEXT PRIMARY KEY, modified INTEGER NOT NULL, looked INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE file(
    month TEXT NOT NULL, id TEXT NOT NULL, signature TEXT NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (month, id)
) WITHOUT ROWID;
CREATE INDEX file_unused ON file(month, id) WHERE NOT used;
CREATE TABLE entry(
    id TEXT PRIMARY KEY, slot INTEGER NOT NULL, kind TEXT NOT NULL, created TEXT NOT NULL,
    purpose TEXT, label TEXT NOT NULL, channel TEXT NOT NULL, stopped TEXT, supersedes TEXT,
    principles TEXT NOT NULL, has TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entry_slot ON entry(slot);
CREATE INDEX entry_supersedes ON entry(supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE said(id TEXT PRIMARY KEY, passages BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(folded, content='', columnsize=0, tokenize='ascii');
"""
_SELECT = (
    "SELECT entry.id, entry.kind, entry.created, entry.purpose, entry.label, entry.channel,"
    " entry.stopped, entry.supersedes, entry.principles, entry.has, entry.slot FROM"
)
_CONDITIONS = {
    "purpose": "entry.purpose = ?1",
    "kind": "entry.kind = ?1",
    "channel": "entry.channel = ?1",
    "from": "substr(entry.created, 1, 10) >= ?1",
    "to": "substr(entry.created, 1, min(length(?1), 10)) <= ?1",
    "principle": "instr(entry.principles, ' ' || ?1 || ' ')",
    "has": "instr(entry.has, ' ' || ?1 || ' ')",
}
_DIGITS = str.maketrans("ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUV")


class Damaged(Exception):
    """What is in the cache is not what was put there, or not for this journal."""


class Tables:
    """The tables of one cache, over an open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def are_for(self, journal: bytes) -> bool:
        """Whether the tables are there. Raises `Damaged` when they are others."""
        (version,) = self._run("PRAGMA user_version").fetchone()
        if version not in (0, SCHEMA):
            raise Damaged
        if version == SCHEMA and self._run("SELECT journal FROM about").fetchall() != [(journal,)]:
            raise Damaged
        return bool(version)

    def make(self, journal: bytes) -> None:
        """Make the tables, unless another window just has."""
        if self.are_for(journal):
            return
        for statement in _TABLES.split(";\n"):
            self._run(statement)
        self._run("INSERT INTO about VALUES (?)", (journal,))
        self._run(f"PRAGMA user_version = {SCHEMA}")

    # -- months and files ------------------------------------------------------------------

    def months(self) -> dict[str, tuple[int, int]]:
        """Each month looked at: when its folder had changed, and when it was looked at (ns)."""
        return {name: (changed, at) for name, changed, at in self._run("SELECT * FROM month")}

    def keep_month(self, name: str, modified: int, looked: int) -> None:
        self._run("INSERT OR REPLACE INTO month VALUES (?, ?, ?)", (name, modified, looked))

    def drop_month(self, name: str) -> None:
        for record_id in self.files(name):
            self.drop_file(name, record_id)
        self._run("DELETE FROM month WHERE name = ?", (name,))

    def files(self, month: str) -> dict[str, str]:
        """The signature of each known file of a month, by its id."""
        return dict(self._run("SELECT id, signature FROM file WHERE month = ?", (month,)))

    def unused(self) -> list[tuple[str, str, str]]:
        """Month, id and signature of every file that could not be used."""
        return self._run("SELECT month, id, signature FROM file WHERE NOT used").fetchall()

    def place_of(self, record_id: str) -> tuple[str, str]:
        """The month and the signature of a file that is used; it lies where its id says."""
        month = _month_of(record_id)
        said = "SELECT signature FROM file WHERE month = ? AND id = ? AND used"
        found = self._run(said, (month, record_id)).fetchone()
        if found is None:
            raise Damaged
        return month, found[0]

    def keep_file(self, month: str, record_id: str, signature: str, *, used: bool) -> None:
        row = (month, record_id, signature, used)
        self._run("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", row)

    def drop_file(self, month: str, record_id: str) -> None:
        """Forget a file, and the entry in it."""
        said = "DELETE FROM file WHERE month = ? AND id = ? RETURNING used"
        if self._run(said, (month, record_id)).fetchall() == [(1,)]:
            self._drop_entry(record_id)

    # -- entries ---------------------------------------------------------------------------

    def keep_entry(self, entry: Findable) -> None:
        slot = slot_of(entry.id)
        others = self._in_slot(slot)
        self._reword(slot, others, [*others, entry])
        row = (
            entry.id, slot, entry.kind, entry.created, entry.purpose, entry.label, entry.channel,
            entry.stopped, entry.supersedes, _spaced(entry.principles), _spaced(entry.has),
        )  # fmt: skip
        self._run("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        said = zlib.compress(json.dumps(entry.passages, ensure_ascii=False).encode())
        self._run("INSERT INTO said VALUES (?, ?)", (entry.id, said))

    def _drop_entry(self, record_id: str) -> None:
        slot = slot_of(record_id)
        before = self._in_slot(slot)
        after = [entry for entry in before if entry.id != record_id]
        self._reword(slot, before, after)
        self._run("DELETE FROM entry WHERE id = ?", (record_id,))
        self._run("DELETE FROM said WHERE id = ?", (record_id,))

    def _in_slot(self, slot: int) -> list[Findable]:
        rows = self._run(f"{_SELECT} entry WHERE entry.slot = ? ORDER BY entry.id", (slot,))
        return [self._findable(row) for row in rows.fetchall()]

    def _reword(self, slot: int, before: list[Findable], after: list[Findable]) -> None:
        """Change the words of a slot; what was there has to be said to be taken out."""
        if before:
            row = (slot, _folded(before))
            self._run("INSERT INTO words(words, rowid, folded) VALUES ('delete', ?, ?)", row)
        if after:
            row = (slot, _folded(after))
            self._run("INSERT INTO words(rowid, folded) VALUES (?, ?)", row)

    def candidates(self, query: Query) -> Iterator[Findable]:
        """Entries that may be looked for, newest first, those that are superseded too."""
        wanted = [_CONDITIONS[name] for name, _ in query.conditions]
        values = [value for _, value in query.conditions]
        where = [said.replace("?1", f"?{at}") for at, said in enumerate(wanted, 1)]
        if query.phrases:
            where.append(f"words MATCH ?{len(values) + 1}")
            values.append(" ".join(map(_sought, query.phrases)))
            source = "words CROSS JOIN entry ON entry.slot = words.rowid"
            order = "words.rowid"
        else:
            source, order = "entry", "entry.id"
        said = f"{_SELECT} {source} WHERE {' AND '.join(where)} ORDER BY {order} DESC"
        for _, rows in groupby(self._run(said, values), key=lambda row: row[-1]):
            for row in sorted(rows, reverse=True):
                yield self._findable(row)

    def superseding(self, record_id: str) -> list[str]:
        """The ids of the entries that correct this one."""
        said = "SELECT id FROM entry WHERE supersedes = ?"
        return [found for (found,) in self._run(said, (record_id,))]

    def _findable(self, row: Sequence[Any]) -> Findable:
        try:
            (said,) = self._run("SELECT passages FROM said WHERE id = ?", (row[0],)).fetchone()
            passages = json.loads(zlib.decompress(said))
            id_, kind, created, purpose, label, channel, stopped, supersedes, principles, has, _ = (
                row
            )
            return Findable(
                id=id_,
                kind=kind,
                created=created,
                purpose=purpose,
                label=clean_line(label),
                channel=channel,
                stopped=stopped,
                supersedes=supersedes,
                principles=tuple(principles.split()),
                has=tuple(has.split()),
                passages=tuple(map(clean, passages)),
            )
        except (TypeError, ValueError, AttributeError, zlib.error):
            raise Damaged from None


def slot_of(record_id: str) -> int:
    """The first 63 bits of a ULID, as a number."""
    return int(record_id[:13].translate(_DIGITS), 32)


def _month_of(record_id: str) -> str:
    milliseconds = int(record_id[:10].translate(_DIGITS), 32)
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m}"


def _folded(entries: list[Findable]) -> str:
    return BETWEEN.join(entry.folded() for entry in sorted(entries, key=lambda one: one.id))


def _spaced(names: Sequence[str]) -> str:
    return f" {' '.join(names)} "


def _sought(phrase: Phrase) -> str:
    """A phrase as the engine takes it. Words are letters and digits, so none ends the quotes."""
    return f'"{" ".join(phrase.words)}"{"*" if phrase.begins else ""}'
