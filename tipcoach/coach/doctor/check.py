"""Look over every file of the journal and the drafts. Nothing is changed by looking."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor.conflict_copies import ConflictCopy, conflict_copy
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.long_job import Progress, untold
from tipcoach.errors import NotReadable
from tipcoach.journal.kept import LOCK_NAME
from tipcoach.journal.reading import (
    ENTRY_NAME,
    MONTH_NAME,
    Unused,
    is_there,
    names_in,
    read_bytes,
)
from tipcoach.journal.versions import is_newer
from tipcoach.journal.writing import is_temporary
from tipcoach.practice.counting import number_of
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.plaintext import clean_line

OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db", ".ds_store", "icon\r"})


def check_journal(coach: Coach, progress: Progress = untold) -> Iterator[Finding]:
    """What is in the journal and the drafts, and what of it needs looking after.

    `progress` is told how many files were looked over.
    """
    try:
        yield from _entries(coach, progress)
    except NotReadable as fault:
        yield Finding("Journal", State.WRONG, str(fault), _ASK)
    try:
        yield from _drafts(coach)
    except NotReadable as fault:
        yield Finding("Drafts", State.WRONG, str(fault), _ASK)
    yield from _temporary_files(coach)


# -- the journal -------------------------------------------------------------------------


def _entries(coach: Coach, progress: Progress) -> Iterator[Finding]:
    folder = coach.journal.folder
    if not names_in(folder) and not is_there(folder):
        detail = f"Nothing is kept yet: {_name(folder)} is made with the first entry."
        yield Finding("Journal", State.FINE, detail)
        return
    unused: list[Unused] = []
    entries = follow_ups = 0
    for done, record in enumerate(coach.journal.records(), 1):
        progress(done, 0)
        if isinstance(record, Unused):
            unused.append(record)
        elif isinstance(record, Entry):
            entries += 1
        else:
            follow_ups += 1
    readable = f"{number_of(entries, 'entry', 'entries')}, {number_of(follow_ups, 'follow-up')}"
    detail = f"{readable} can be read in {_name(folder)}."
    yield Finding("Journal", State.FINE, detail)
    newer = [one for one in unused if _is_newer(one.path)]
    if newer:
        detail = (
            f"{number_of(len(newer), 'file')} of a newer tipcoach, the first "
            f"{newer[0].path.name}: kept, and shown once this is updated."
        )
        yield Finding("Newer entries", State.NOTE, detail, "Update tipcoach.")
    yield from _about_others(one for one in unused if one not in newer)


def _is_newer(path: Path) -> bool:
    try:
        return bool(ENTRY_NAME.fullmatch(path.name)) and is_newer(read_bytes(path))
    except NotReadable:
        return False


def _about_others(unused: Iterable[Unused]) -> Iterator[Finding]:
    """Each file that is not used, with what is safe to do about it."""
    for one in unused:
        copy = conflict_copy(one.path.name)
        if copy:
            yield _about_copy(one.path, copy)
        elif ENTRY_NAME.fullmatch(one.path.name):
            detail = f"{_name(one.path)} cannot be used: {one.reason}. It is left alone."
            yield Finding("Damaged entries", State.WRONG, detail, _DAMAGED)
        elif MONTH_NAME.fullmatch(one.path.name):
            detail = f"{_name(one.path)} is not used: {one.reason}."
            yield Finding("Months", State.WRONG, detail, _ASK)
        elif one.path.name.lower() in OF_THE_SYSTEM:
            detail = f"{_name(one.path)} is of the system. It does no harm."
            yield Finding("Other files", State.NOTE, detail)
        else:
            detail = f"{_name(one.path)} is not used: {one.reason}. It is left alone."
            yield Finding("Other files", State.NOTE, detail, _NOT_OURS)


def _about_copy(path: Path, copy: ConflictCopy) -> Finding:
    """A copy beside what it is a copy of: the same, another, or the only one there is."""
    what = "Conflict copies"
    named = f"{_name(path)} has the name of a copy made by {copy.made_by}"
    original = path.with_name(copy.original)
    if not is_there(original):
        to_do = (
            "If you erased that entry, delete this as well. Otherwise keep it: it may be the only "
            f"one. To have it back, rename it to {original.name}."
        )
        return Finding(what, State.WRONG, f"{named}, and {original.name} is not there.", to_do)
    try:
        is_same = read_bytes(path) == read_bytes(original)
    except NotReadable as fault:
        to_do = "Keep both until both can be read."
        return Finding(what, State.WRONG, f"{named}; one of them cannot be read: {fault}.", to_do)
    if is_same:
        detail = f"{named}, and is the same as {original.name}, byte for byte."
        return Finding(what, State.NOTE, detail, "It can safely be deleted.")
    to_do = (
        f"Keep both. Only {original.name} is used; look at the other in an editor before you "
        "decide which to keep."
    )
    return Finding(what, State.WRONG, f"{named}, and differs from {original.name}.", to_do)


# -- the drafts --------------------------------------------------------------------------


def _drafts(coach: Coach) -> Iterator[Finding]:
    folder = coach.drafts.folder
    names = names_in(folder)
    if not is_there(folder):
        return
    found = [*coach.drafts.all()]
    readable = sum(isinstance(draft, Draft) for draft in found)
    detail = f"{number_of(readable, 'draft')} can be read in {_name(folder)}."
    yield Finding("Drafts", State.FINE, detail)
    for one in found:
        if isinstance(one, Unused):
            detail = f"{_name(one.path)} cannot be opened: {one.reason}. It is left alone."
            yield Finding("Drafts", State.WRONG, detail, _DAMAGED_DRAFT)
    for name in sorted(names):
        if name.endswith(".checklist.json") and name.replace(".checklist", "") not in names:
            detail = f"{_name(folder / name)} holds the questions of a draft that is gone."
            yield Finding("Drafts", State.NOTE, detail, "It can safely be deleted.")
        elif copy := conflict_copy(name):
            yield _about_copy(folder / name, copy)
        elif not _belongs(name):
            detail = f"{_name(folder / name)} is no draft. It is left alone."
            yield Finding("Other files", State.NOTE, detail, _NOT_OURS)


def _belongs(name: str) -> bool:
    plain = name.replace(".checklist.json", ".json")
    return bool(ENTRY_NAME.fullmatch(plain) or LOCK_NAME.fullmatch(name)) or is_temporary(name)


# -- what a crash leaves -----------------------------------------------------------------


def _temporary_files(coach: Coach) -> Iterator[Finding]:
    left = [path for folder in _folders(coach) for path in _temporary_in(folder)]
    if left:
        detail = (
            f"{number_of(len(left), 'hidden file')} of a write that was cut short, the first "
            f"{_name(left[0])}. Words of yours may be in there."
        )
        to_do = "The next start of tipcoach clears those that are over an hour old."
        yield Finding("Temporary files", State.NOTE, detail, to_do)


def _folders(coach: Coach) -> list[Path]:
    journal = coach.journal.folder
    try:
        months = [journal / name for name in names_in(journal) if MONTH_NAME.fullmatch(name)]
    except NotReadable:
        months = []
    return [coach.places.data, coach.drafts.folder, *sorted(months)]


def _temporary_in(folder: Path) -> list[Path]:
    try:
        return [folder / name for name in sorted(names_in(folder)) if is_temporary(name)]
    except NotReadable:
        return []


def _name(path: Path) -> str:
    return clean_line(str(path))


_ASK = "Nothing of it is changed. See who may open it, or ask whoever set this computer up."
_DAMAGED = (
    "If a sync program keeps this folder, let it finish. An editor shows what is left of it. With "
    "a backup, move the file away and run `tipcoach journal restore FILE`."
)
_DAMAGED_DRAFT = "An editor shows what is left of it. Copy what you want to keep, then delete it."
_NOT_OURS = "Keep it unless you know what it is."
