"""A backup: a zip of the files of a journal as they are, byte for byte, and a list of them.

Anybody can open it without this program. Reading one back trusts nothing: only names that
a backup can hold, only the sizes it may have, and every byte as the list says.
"""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tipcoach.errors import NotReadable
from tipcoach.journal import disk
from tipcoach.journal.fields import Version1
from tipcoach.journal.kept import may_be_kept

LIST = "backup.json"
BACKUP_FORMAT = "tipcoach/backup"
VERSION = 1

MOST_OF_ONE = 64 * 1024 * 1024
"""Bytes of one file. An entry is far below it; a larger file is somebody else's."""
MOST_IN_ALL = 4 * 1024 * 1024 * 1024
MOST_FILES = 200_000
_MOST_OF_LIST = 64 * 1024 * 1024

_CANNOT_BE_READ = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError,
    KeyError,
)  # fmt: skip
"""What the zip library raises for bytes that are not what they say, or are locked."""


class Listed(BaseModel):
    """One file as the list of a backup has it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Annotated[str, Field(max_length=1_000)]
    size: Annotated[int, Field(ge=0, le=MOST_OF_ONE)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _List(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    format: Literal["tipcoach/backup"]
    version: Version1
    made: Annotated[str, Field(max_length=40)]
    files: Annotated[tuple[Listed, ...], Field(max_length=MOST_FILES, strict=False)]


def fill_backup(
    handle: int, files: Iterable[tuple[str, bytes]], made: datetime
) -> tuple[Listed, ...]:
    """Write a backup of `files`, each a name and its bytes, to an open handle; its list."""
    listed: list[Listed] = []
    with zipfile.ZipFile(_Handle(handle), "w") as archive:
        for name, data in files:
            archive.writestr(_member(name, made), data)
            listed.append(Listed(name=name, size=len(data), sha256=_sum(data)))
        shape = {
            "format": BACKUP_FORMAT,
            "version": VERSION,
            "made": made.isoformat(timespec="seconds"),
            "files": [one.model_dump() for one in listed],
        }
        data = json.dumps(shape, ensure_ascii=False, indent=1).encode("utf-8")
        archive.writestr(_member(LIST, made), data)
    return tuple(listed)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _member(name: str, made: datetime) -> zipfile.ZipInfo:
    # A zip knows no year before or after these, whatever a clock may say.
    year = min(max(made.year, 1980), 2107)
    when = made if made.year == year else made.replace(year=year, day=min(made.day, 28))
    member = zipfile.ZipInfo(name, when.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # so that the mode below is read as one, wherever it was made
    member.external_attr = 0o600 << 16
    return member


class _Handle(io.RawIOBase):
    """An open handle as the stream a zip is written to, from its start to its end."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        whole = bytes(data)  # type: ignore[call-overload]
        disk.write_all(self._handle, whole)
        return len(whole)


class Backup:
    """A backup that was opened, its list read and every name and size on it looked at."""

    def __init__(self, path: Path) -> None:
        """Raises `NotReadable`, and nothing else."""
        self.path = path
        try:
            if not path.is_file():
                raise NotReadable("it is not a file")
            self._archive = zipfile.ZipFile(path)
        except _CANNOT_BE_READ:
            raise NotReadable(_NOT_A_BACKUP) from None
        try:
            self._look_at_packing()
            listed = self._read_list()
            self._look_at(listed)
        except BaseException:
            self.close()
            raise
        self.files = listed.files

    def close(self) -> None:
        self._archive.close()

    def __enter__(self) -> "Backup":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, file: Listed) -> bytes:
        """One file, just as it was. Raises `NotReadable` when any byte of it is another."""
        data = self._read(file.name, file.size)
        if len(data) != file.size or _sum(data) != file.sha256:
            raise NotReadable(_DAMAGED)
        return data

    def check(self) -> None:
        """Read everything in it. Raises `NotReadable` when any byte is another."""
        for file in self.files:
            self.read(file)

    def _look_at_packing(self) -> None:
        usual = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if any(info.compress_type not in usual for info in self._archive.infolist()):
            raise NotReadable(_NOT_A_BACKUP)

    def _read_list(self) -> _List:
        data = self._read(LIST, _MOST_OF_LIST)
        try:
            return _List.model_validate_json(data)
        except ValidationError:
            raise NotReadable(_NEWER if _is_newer(data) else _NOT_A_BACKUP) from None

    def _look_at(self, listed: _List) -> None:
        """Refuse what no backup holds, before a byte of it is unpacked."""
        names = [file.name for file in listed.files]
        if not all(may_be_kept(name) for name in names):
            raise NotReadable("it holds a name that no backup of tipcoach holds")
        # A name may be cut or changed while it is read: what was written counts.
        inside = [info.orig_filename for info in self._archive.infolist()]
        if sorted(inside) != sorted([*names, LIST]) or len({*names}) != len(names):
            raise NotReadable("its list and what is in it differ")
        if sum(file.size for file in listed.files) > MOST_IN_ALL:
            raise NotReadable("it holds more than a journal can")

    def _read(self, name: str, most: int) -> bytes:
        """At most `most` bytes and one more, however many there are."""
        try:
            with self._archive.open(name) as member:
                return member.read(most + 1)
        except _CANNOT_BE_READ:
            raise NotReadable(_NOT_A_BACKUP if name == LIST else _DAMAGED) from None


def _is_newer(data: bytes) -> bool:
    """Whether a list that cannot be read is that of a backup from a later version."""
    try:
        found = json.loads(data)
        return bool(found["format"] == BACKUP_FORMAT and found["version"] > VERSION)
    except (ValueError, TypeError, KeyError, RecursionError):
        return False


_NEWER = "it was made by a newer tipcoach; update this one first"
_NOT_A_BACKUP = "it is not a backup of tipcoach, or not a whole one"
_DAMAGED = "it is damaged, or was changed since it was made"
