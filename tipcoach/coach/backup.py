"""Back up what is kept to one file, and bring it back from one.

Nothing that is there is ever written over, by either; and nothing is called done before it
has been read back.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotBackedUp, NotFound, NotReadable, NotSaved, WrongUsage
from tipcoach.journal import disk
from tipcoach.journal.backup import MOST_OF_ONE, Backup, Listed, fill_backup
from tipcoach.journal.kept import Kept, KeptFiles, is_draft, is_entry
from tipcoach.journal.reading import Unused, is_there, read_bytes
from tipcoach.practice.plaintext import clean_line

ROOM_TO_LEAVE = 64 * 1024 * 1024
"""Bytes of a disk that a backup brought back does not take: the next draft needs some."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many files of each kind."""

    entries: int = 0
    drafts: int = 0
    others: int = 0

    @property
    def all(self) -> int:
        return self.entries + self.drafts + self.others

    def and_one(self, name: str) -> "Count":
        if is_entry(name):
            return replace(self, entries=self.entries + 1)
        if is_draft(name):
            return replace(self, drafts=self.drafts + 1)
        return replace(self, others=self.others + 1)


@dataclass(slots=True)
class BackedUp:
    """What is in a backup that was made, and what was left out, each with its reason."""

    path: Path
    count: Count = Count()
    left_out: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Restored:
    """What a backup brought back, what was here already, and what was left out, with why."""

    path: Path
    count: Count = Count()
    already_there: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


def back_up(coach: Coach, path: Path) -> BackedUp:
    """Write a backup of the journal and the drafts to `path`, and read it back.

    Raises `WrongUsage` or `NotFound` for a place that cannot hold one or with nothing to
    back up, `NotReadable` when the journal cannot be listed, and `NotBackedUp`; then no
    backup is left behind.
    """
    path = path.absolute()
    _refuse_place(coach, path)
    made = BackedUp(path)
    found = [*_kept(coach).all()]
    if not any(isinstance(one, Kept) for one in found):
        raise NotFound(f"There is nothing to back up in {coach.places.data}.")
    listed: tuple[Listed, ...] = ()

    def fill(handle: int) -> None:
        nonlocal listed
        listed = fill_backup(handle, _read_all(found, made), coach.clock())

    try:
        coach.writer.write_new(path, fill)
    except NotSaved as fault:
        raise NotBackedUp(fault.sentence, fault.hint) from None
    _read_back(coach, path, listed)
    return made


def _read_back(coach: Coach, path: Path, listed: Sequence[Listed]) -> None:
    """What was written is what was read, or it is taken away again."""
    try:
        with Backup(path) as backup:
            backup.check()
            if backup.files != listed:
                raise NotReadable("its list is another")
    except NotReadable:
        with suppress(NotSaved):
            coach.writer.remove(path)
        raise NotBackedUp(
            f"Not backed up: what was written to {path} could not be read back, so do not use "
            "it. Your journal is untouched.",
            "Use another disk.",
        ) from None


def _read_all(found: Sequence[Kept | Unused], made: BackedUp) -> Iterator[tuple[str, bytes]]:
    """Every file with its bytes; what cannot be read is noted as left out."""
    for one in found:
        if not isinstance(one, Kept):
            made.left_out.append((clean_line(str(one.path)), one.reason))
            continue
        try:
            data = read_bytes(one.path, MOST_OF_ONE)
        except NotReadable as fault:
            made.left_out.append((clean_line(str(one.path)), str(fault)))
            continue
        made.count = made.count.and_one(one.name)
        yield one.name, data


def _refuse_place(coach: Coach, path: Path) -> None:
    if is_there(path) and path.is_dir():
        example = path / f"tipcoach-{coach.clock():%Y-%m-%d}.zip"
        raise WrongUsage(f"{path} is a folder.", f"Name a file in it, such as {example}")
    if os.path.lexists(path):
        raise WrongUsage(f"{path} is there already, and is left as it is.", "Use a new name.")
    if not is_there(path.parent):
        raise NotFound(f"There is no folder {path.parent}.", "Nothing was written.")
    kept_in = (coach.places.journal.resolve(), coach.places.drafts.resolve())
    if any(folder in path.resolve().parents for folder in kept_in):
        raise WrongUsage(
            f"{path.parent} is part of what is backed up.", "Use another folder, or a stick."
        )


def restore(coach: Coach, path: Path) -> Restored:
    """Bring back everything in a backup that is not here.

    Everything in it is checked before anything is written, and nothing here is written over,
    so one that was interrupted can simply be run again. Raises `NotFound`, `NotReadable`, or
    `NotBackedUp` when there is no room for it.
    """
    path = path.absolute()
    if not is_there(path):
        raise NotFound(f"There is no file {path}.", "Nothing was written.")
    try:
        with Backup(path) as backup:
            backup.check()
            return _bring_back(coach, backup)
    except NotReadable as fault:
        raise NotReadable(f"{path} cannot be restored: {fault}. Nothing was written.") from None


def _bring_back(coach: Coach, backup: Backup) -> Restored:
    done = Restored(backup.path)
    kept = _kept(coach)
    wanted: list[Listed] = []
    # A checklist comes before its draft, which is nothing without it.
    for file in sorted(backup.files, key=lambda file: (is_draft(file.name), file.name)):
        if why := _cannot_come(kept, file.name):
            done.left_out.append((clean_line(file.name), why))
        elif not is_there(kept.path(file.name)):
            wanted.append(file)
        elif _is_the_same(kept.path(file.name), backup.read(file)):
            done.already_there += 1
        else:
            done.left_out.append((clean_line(file.name), _DIFFERS))
    _need_room(coach, sum(file.size for file in wanted))
    for file in wanted:
        try:
            coach.writer.write(kept.path(file.name), backup.read(file), once=True)
        except (NotSaved, NotReadable) as fault:
            done.left_out.append((clean_line(file.name), str(fault)))
        else:
            done.count = done.count.and_one(file.name)
    return done


def _cannot_come(kept: KeptFiles, name: str) -> str:
    path = kept.path(name)
    if why := disk.not_a_name_here(Path(*name.split("/"))):
        return why
    if path.is_symlink() or (name.count("/") > 1 and path.parent.is_symlink()):
        return "a link is in its place here, and links are not followed"
    return ""


def _is_the_same(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, MOST_OF_ONE) == data
    except NotReadable:
        return False


def _need_room(coach: Coach, size: int) -> None:
    """Raises `NotBackedUp` when what would be written does not fit with room to spare."""
    free = disk.free_bytes(coach.places.data)
    if free is not None and size + ROOM_TO_LEAVE > free:
        needed = (size + ROOM_TO_LEAVE) // 1_000_000
        raise NotBackedUp(
            f"Not restored: it needs {needed:,} MB, some of them to spare for what you write next, "
            f"and {free // 1_000_000:,} MB are free where {coach.places.data} is. Nothing was "
            "written.",
            "Free some space, then run it again.",
        )


def _kept(coach: Coach) -> KeptFiles:
    return KeptFiles(coach.places.journal, coach.places.drafts)


_DIFFERS = "a file of that name with other contents is here, and is left as it is"
