"""Back up what is kept to one file.

Nothing that is there is ever written over, and nothing is called done before it has been read
back.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.coach.long_job import Progress, untold
from tipcoach.coach.new_file import check_place, is_among_what_is_kept
from tipcoach.errors import NotBackedUp, NotFound, NotReadable, NotSaved, WrongUsage
from tipcoach.journal.backup import MOST_OF_ONE, Backup, Listed, fill_backup
from tipcoach.journal.kept import Kept, KeptFiles, is_draft, is_entry
from tipcoach.journal.reading import Unused, read_bytes
from tipcoach.practice.plaintext import clean_line


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


NOTHING = Count()


@dataclass(slots=True)
class BackedUp:
    """What is in a backup that was made, and what was left out, each with its reason."""

    path: Path
    count: Count = NOTHING
    left_out: list[tuple[str, str]] = field(default_factory=list)


def back_up(coach: Coach, path: Path, progress: Progress = untold) -> BackedUp:
    """Write a backup of the journal and the drafts to `path`, and read it back.

    `progress` is told how many files are done; what it raises ends it, and leaves no backup.

    Raises `WrongUsage` or `NotFound` for a place that cannot hold one or with nothing to
    back up, `NotReadable` when the journal cannot be listed, and `NotBackedUp`; then no
    backup is left behind.
    """
    path = path.absolute()
    _refuse_place(coach, path)
    made = BackedUp(path)
    found = [*kept_files(coach).all()]
    if not any(isinstance(one, Kept) for one in found):
        raise NotFound(f"There is nothing to back up in {coach.places.data}.")
    listed: tuple[Listed, ...] = ()

    def fill(handle: int) -> None:
        nonlocal listed
        listed = fill_backup(handle, _read_all(found, made, progress), coach.clock())

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
    except BaseException as fault:
        # A backup that is there can be relied on: one that was not read to its end is not.
        with suppress(NotSaved):
            coach.writer.remove(path)
        if not isinstance(fault, NotReadable):
            raise
        raise NotBackedUp(
            f"Not backed up: what was written to {path} could not be read back, so do not use "
            "it. Your journal is untouched.",
            "Use another disk.",
        ) from None


def _read_all(
    found: Sequence[Kept | Unused], made: BackedUp, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Every file with its bytes; what cannot be read is noted as left out."""
    for done, one in enumerate(found):
        progress(done, len(found))
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
    check_place(path, f"tipcoach-{coach.clock():%Y-%m-%d}.zip")
    if is_among_what_is_kept(coach, path):
        raise WrongUsage(
            f"{path.parent} is part of what is backed up.", "Use another folder, or a stick."
        )


def kept_files(coach: Coach) -> KeptFiles:
    """Every file of the journal and the drafts."""
    return KeptFiles(coach.places.journal, coach.places.drafts)
