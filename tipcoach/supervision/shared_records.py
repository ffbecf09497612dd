"""What an officer shared, of which entry and with whom: kept on their own machine alone.

A copy does not name its entry, so this is the only thread between them. Two files a copy, each
written once: that it was shared, and that it was taken back.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tipcoach.errors import NotReadable
from tipcoach.journal.fields import Day, Month, UlidText, Version1
from tipcoach.journal.reading import names_in, read_bytes
from tipcoach.journal.writing import Writer
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.supervision.document_files import Folder, Id
from tipcoach.supervision.documents import ID

_FORMAT = "tipcoach/shared-record"
_BACK = ".taken-back.json"


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """`copy` is the id of the copy, `entry` that of the entry; `prompts` those of its parts."""

    copy: str
    entry: str
    reader: str
    month: str
    concerning: str
    question: str
    prompts: tuple[str, ...]
    shared_on: date
    is_taken_back: bool = False

    @property
    def name(self) -> str:
        """The name of the copy in the shared place."""
        return f"copy.{self.month}.{self.copy}.age"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    format: Literal["tipcoach/shared-record"]
    version: Version1
    copy_: Annotated[Id, Field(alias="copy")]
    entry: UlidText
    reader: Folder
    month: Month
    concerning: Annotated[str, Field(max_length=10_000), AfterValidator(clean_line)]
    question: Annotated[str, Field(max_length=10_000), AfterValidator(clean)]
    prompts: Annotated[list[str], Field(max_length=500)]
    shared_on: Day


class SharedRecords:
    """The records in one folder."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        self._folder = folder
        self._writer = writer

    def add(self, record: SharedRecord) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._path(record.copy), _write(record), once=True)

    def note_taken_back(self, copy: str) -> None:
        """Raises `NotSaved`."""
        self._writer.write(self._folder / f"{copy}{_BACK}", b"{}\n", once=True)

    def erase(self, copy: str) -> None:
        """Raises `NotSaved`."""
        self._writer.erase(self._folder / f"{copy}{_BACK}")
        self._writer.erase(self._path(copy))

    def all(self) -> tuple[SharedRecord, ...]:
        """Every record that can be read, the newest first. Raises `NotReadable`."""
        found = [each for each in self._read() if isinstance(each, SharedRecord)]
        return tuple(sorted(found, key=lambda each: (each.shared_on, each.copy), reverse=True))

    def unused(self) -> tuple[tuple[Path, str], ...]:
        """Every file that is not one, and why. Raises `NotReadable`."""
        return tuple(each for each in self._read() if not isinstance(each, SharedRecord))

    def _read(self) -> Iterator[SharedRecord | tuple[Path, str]]:
        """One bad file never hides the others."""
        names = frozenset(names_in(self._folder))
        for name in sorted(names):
            path, copy = self._folder / name, name.removesuffix(".json")
            if name.endswith(_BACK) and ID.fullmatch(name.removesuffix(_BACK)):
                continue
            if not ID.fullmatch(copy):
                yield path, "its name is not one this program gives"
                continue
            try:
                yield _record(read_bytes(path), copy, f"{copy}{_BACK}" in names)
            except NotReadable as fault:
                yield path, fault.sentence

    def _path(self, copy: str) -> Path:
        return self._folder / f"{copy}.json"


def _write(record: SharedRecord) -> bytes:
    shape: dict[str, Any] = {
        "format": _FORMAT,
        "version": 1,
        "copy": record.copy,
        "entry": record.entry,
        "reader": record.reader,
        "month": record.month,
        "concerning": record.concerning,
        "question": record.question,
        "prompts": list(record.prompts),
        "shared_on": record.shared_on.isoformat(),
    }
    return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _record(data: bytes, copy: str, is_taken_back: bool) -> SharedRecord:
    try:
        model = _Model.model_validate_json(data)
    except ValidationError:
        raise NotReadable("it is not as this program writes it") from None
    if model.copy_ != copy:
        raise NotReadable("it lies under a name that is not its own")
    return SharedRecord(
        copy=model.copy_,
        entry=model.entry,
        reader=model.reader,
        month=model.month,
        concerning=model.concerning,
        question=model.question,
        prompts=tuple(model.prompts),
        shared_on=model.shared_on,
        is_taken_back=is_taken_back,
    )
