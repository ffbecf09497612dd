"""The journal: a person's entries, one write-once file each.

What validates a file is heavy, so it is imported once there is a file to read or to write.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tipcoach.errors import NotFound, NotReadable, NotSaved
from tipcoach.journal import disk
from tipcoach.journal.glance import is_ordinary
from tipcoach.journal.reading import (
    ENTRY_NAME,
    MONTH_NAME,
    MOST_BYTES,
    Unused,
    is_there,
    names_in,
    read_bytes,
)
from tipcoach.journal.writing import Writer
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.gist import Gist, gist_of

Record = Entry | FollowUp


class Journal:
    """Entries under `folder`, in a folder for each month of their id (UTC)."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        self.folder = folder
        self._writer = writer

    def add(self, record: Record) -> Path:
        """Write a record once and return where. Raises `NotSaved`."""
        from tipcoach.journal.written_out import write_entry, write_follow_up

        data = write_entry(record) if isinstance(record, Entry) else write_follow_up(record)
        # What could not be read back must not be written: it would be lost without a word.
        _read_record(data)
        if len(data) > MOST_BYTES:
            raise NotSaved(
                f"Not saved: this entry is larger than {MOST_BYTES // (1024 * 1024)} MB.",
                "Your words are still in the draft. Take some out, then keep it again.",
            )
        path = self._path(record.id)
        self._writer.write(path, data, once=True)
        disk.mark_changed(path.parent)
        return path

    @property
    def is_there(self) -> bool:
        """Whether there is a folder of entries, readable or not."""
        return is_there(self.folder)

    def has(self, record_id: str) -> bool:
        """Whether a record of that id is there, readable or not."""
        try:
            return is_there(self._path(record_id))
        except ValueError:
            return False

    def ids(self, begun: str) -> Iterator[str]:
        """The ids that begin so, newest first, by the names alone. Raises `NotReadable`."""
        for each in self._files():
            if isinstance(each, Path) and each.stem.startswith(begun):
                yield each.stem

    def read(self, record_id: str) -> Record:
        """Read one record. Raises `NotFound` or `NotReadable`."""
        if not ENTRY_NAME.fullmatch(f"{record_id}.json"):
            raise NotFound(f"“{record_id[:40]}” is not the id of an entry.", _HOW_TO_LIST)
        try:
            path = self._path(record_id)
            found = path.exists()
        except ValueError:  # a time beyond any calendar
            found = False
        except OSError:
            raise NotReadable(f"The folder {self.folder} cannot be read.") from None
        if not found:
            raise NotFound(f"There is no entry {record_id} in {self.folder}.", _HOW_TO_LIST)
        return self._read(path)

    def erase(self, record_id: str) -> None:
        """Take a record away for good, with what a write cut short left of it.

        One already gone is as good. Raises `NotSaved`.
        """
        path = self._path(record_id)
        self._writer.erase(path)
        disk.mark_changed(path.parent)

    def records(self, before: str | None = None) -> Iterator[Record | Unused]:
        """Every record, newest first, and every file that cannot be used, with its reason.

        With `before`, an id, only those older than it. Reads one at a time, so a caller that
        stops early has listed only the months and read only the files that it took.
        """
        yield from self._readable(self._files(before=before))

    def oldest_first(self, after: str | None = None) -> Iterator[Record | Unused]:
        """The same from the other end; with `after`, only those newer than that id."""
        yield from self._readable(self._files(after=after, oldest_first=True))

    def _readable(self, files: Iterable[Path | Unused]) -> Iterator[Record | Unused]:
        for path in files:
            if isinstance(path, Unused):
                yield path
                continue
            try:
                yield self._read(path)
            except NotReadable as fault:
                yield Unused(path, str(fault))

    def read_at(self, month: str, name: str) -> Record:
        """Read the file `name` of a month as `records` would. Raises `NotReadable`."""
        path = self.folder / month / name
        if not self._is_in_its_month(path):
            raise NotReadable(_ANOTHER_MONTH)
        return self._read(path)

    def linked(self) -> Iterator[Record]:
        """Every record with a gist, newest first, and few others: most are passed over unread."""
        for path in self._paths():
            with suppress(NotReadable):
                if record := self._linked_at(path):
                    yield record

    def naming(self, word: str, most: int) -> Iterator[Record]:
        """Of the newest `most` records those that may hold the text `word`, newest first.

        The rest are passed over at a tenth of the price. `word` is of plain letters, digits, full
        stops and hyphens, so that it can be spelt otherwise with an escape alone; and a record
        with one is read. Raises `NotReadable` when the folder cannot be.
        """
        text = f'"{word}"'.encode()
        for path in islice(self._paths(), most):
            with suppress(NotReadable):
                data = read_bytes(path)
                if text in data or b"\\u" in data:
                    yield self._record(path, data)

    def gists(self) -> Iterator[Gist]:
        """The gist of every record that has one."""
        return (gist for record in self.linked() if (gist := gist_of(record)))

    def gist_at(self, path: Path) -> Gist | None:
        """The gist of the record in a file, if it has one. Raises `NotReadable`."""
        record = self._linked_at(path)
        return gist_of(record) if record else None

    def _linked_at(self, path: Path) -> Record | None:
        data = read_bytes(path)
        return None if is_ordinary(data) else self._record(path, data)

    def foreign(self) -> Iterator[Unused]:
        """What lies among the entries under a name that is not theirs; nothing is read."""
        return (each for each in self._files() if isinstance(each, Unused))

    def is_larger_than(self, many: int) -> bool:
        """Whether there are more than so many entries; no more names are listed than that."""
        return next(islice(self._paths(), many, None), None) is not None

    def months(self) -> tuple[Path, ...]:
        """The folders of entries, newest first. Raises `NotReadable`."""
        return tuple(each for each in self._months(oldest_first=False) if isinstance(each, Path))

    def paths_in(self, month: Path) -> tuple[Path, ...]:
        """The files of entries in the folder of a month. Raises `NotReadable`."""
        return tuple(path for path in self._files_of(month) if isinstance(path, Path))

    def _paths(self) -> Iterator[Path]:
        return (path for path in self._files() if isinstance(path, Path))

    def _read(self, path: Path) -> Record:
        return self._record(path, read_bytes(path))

    def _record(self, path: Path, data: bytes) -> Record:
        record = _read_record(data)
        if record.id != path.stem:
            raise NotReadable("its name and the id in it differ")
        return record

    def _path(self, record_id: str) -> Path:
        from ulid import ULID

        written = ULID.from_str(record_id).datetime
        return self.folder / f"{written:%Y-%m}" / f"{record_id}.json"

    def _is_in_its_month(self, path: Path) -> bool:
        """Whether a file lies where its id says; a copy elsewhere would count twice."""
        try:
            return self._path(path.stem) == path
        except ValueError:
            return False

    def _files(
        self, *, before: str | None = None, after: str | None = None, oldest_first: bool = False
    ) -> Iterator[Path | Unused]:
        """What lies in the journal, a month at a time, between two ids that are left out."""
        first, last = self._month_of(after), self._month_of(before)
        for month in self._months(oldest_first):
            if isinstance(month, Unused):
                yield month
            elif (first is None or month.name >= first) and (last is None or month.name <= last):
                try:
                    files = self._files_of(month, oldest_first)
                except NotReadable:
                    yield Unused(month, "it is a month of the journal, and cannot be opened")
                    continue
                yield from (each for each in files if _is_between(each, after, before))

    def _months(self, oldest_first: bool) -> Iterator[Path | Unused]:
        for name in sorted(names_in(self.folder), reverse=not oldest_first):
            folder = self.folder / name
            if MONTH_NAME.fullmatch(name) and not folder.is_symlink():
                yield folder
            elif not name.startswith("."):
                yield Unused(folder, "it is not a month of the journal")

    def _files_of(self, month: Path, oldest_first: bool = False) -> list[Path | Unused]:
        found: list[Path | Unused] = []
        for name in sorted(names_in(month), reverse=not oldest_first):
            path = month / name
            if ENTRY_NAME.fullmatch(name):
                here = self._is_in_its_month(path)
                found.append(path if here else Unused(path, _ANOTHER_MONTH))
            elif not name.startswith("."):
                found.append(Unused(path, "its name is not the id of an entry"))
        return found

    def _month_of(self, record_id: str | None) -> str | None:
        return None if record_id is None else self._path(record_id).parent.name


def _read_record(data: bytes) -> Record:
    """Raises `NotReadable`."""
    from tipcoach.journal.plain_record import plain_record

    if record := plain_record(data):
        return record
    from tipcoach.journal.format import read_record

    return read_record(data)


def _is_between(file: Path | Unused, after: str | None, before: str | None) -> bool:
    """Whether an entry lies between two ids; what is not used has no place among them."""
    if isinstance(file, Unused):
        return True
    return (after is None or file.stem > after) and (before is None or file.stem < before)


_ANOTHER_MONTH = "it lies in another month than its id says"
_HOW_TO_LIST = "`tipcoach journal list` shows those there are."
