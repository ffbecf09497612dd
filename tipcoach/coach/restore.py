"""Bring back what is in a backup and not here.

Nothing that is here is ever written over.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tipcoach.coach.backup import NOTHING, Count, kept_files
from tipcoach.coach.coach import Coach
from tipcoach.coach.long_job import Progress, untold
from tipcoach.errors import NotBackedUp, NotFound, NotReadable, NotSaved
from tipcoach.journal import disk
from tipcoach.journal.backup import MOST_OF_ONE, Backup, Listed
from tipcoach.journal.kept import KeptFiles, is_draft
from tipcoach.journal.reading import is_there, read_bytes
from tipcoach.practice.plaintext import clean_line

ROOM_TO_LEAVE = 64 * 1024 * 1024
"""Bytes of a disk that a backup brought back does not take: the next draft needs some."""


@dataclass(slots=True)
class Restored:
    """What a backup brought back, what was here already, and what was left out, with why."""

    path: Path
    count: Count = NOTHING
    already_there: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


def restore(coach: Coach, path: Path, progress: Progress = untold) -> Restored:
    """Bring back everything in a backup that is not here.

    Everything in it is checked before anything is written, and nothing here is written over,
    so one that was interrupted can simply be run again. `progress` is told how many files are
    done. Raises `NotFound`, `NotReadable`, or
    `NotBackedUp` when there is no room for it.
    """
    path = path.absolute()
    if not is_there(path):
        raise NotFound(f"There is no file {path}.", "Nothing was written.")
    try:
        with Backup(path) as backup:
            backup.check()
            return _bring_back(coach, backup, progress)
    except NotReadable as fault:
        raise NotReadable(f"{path} cannot be restored: {fault}. Nothing was written.") from None


def _bring_back(coach: Coach, backup: Backup, progress: Progress) -> Restored:
    done = Restored(backup.path)
    kept = kept_files(coach)
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
    for number, file in enumerate(wanted):
        progress(number, len(wanted))
        path = kept.path(file.name)
        try:
            coach.writer.write(path, backup.read(file), once=True)
        except (NotSaved, NotReadable) as fault:
            done.left_out.append((clean_line(file.name), str(fault)))
        else:
            disk.mark_changed(path.parent)
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


_DIFFERS = "a file of that name with other contents is here, and is left as it is"
