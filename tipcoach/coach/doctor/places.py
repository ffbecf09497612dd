"""Look over where things are: whether the folders are there, closed to others, with room."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.journal import disk
from tipcoach.journal.reading import is_there
from tipcoach.practice.plaintext import clean_line
from tipcoach.settings import Places

_OTHERS, _OTHERS_GO_THROUGH = 0o077, 0o011
LITTLE_ROOM = 100 * 1024 * 1024
"""Bytes below which a disk may soon take no more drafts."""


def look_at_places(places: Places) -> Iterator[Finding]:
    """Each folder, then who may open it and how much room there is."""
    yield _folder("Data", places.data, "your journal and drafts")
    yield _folder("Settings", places.config, "your choices, and your organisation’s routes")
    yield _cache(places.cache)
    yield _permissions(places)
    yield _room(places.data)


def _folder(what: str, folder: Path, holds: str) -> Finding:
    name = _name(folder)
    try:
        found = folder.stat()
    except FileNotFoundError:
        return Finding(what, State.FINE, f"{name} is not there yet; it will hold {holds}.")
    except (OSError, ValueError):
        return Finding(what, State.WRONG, f"{name} cannot be looked at.", _WHO_MAY)
    if not stat.S_ISDIR(found.st_mode):
        return Finding(what, State.WRONG, f"{name} is a file where a folder should be.", _MOVE_IT)
    if not os.access(folder, os.R_OK | os.X_OK):
        return Finding(what, State.WRONG, f"{name} may not be opened by you.", _WHO_MAY)
    if not os.access(folder, os.W_OK):
        detail = f"{name} may be read and not written to. What is kept there is safe."
        return Finding(what, State.WRONG, detail, f"{_WHO_MAY} {_ANOTHER}")
    return Finding(what, State.FINE, f"{name} holds {holds}.")


def _is_closed(folder: Path) -> bool:
    """Whether it cannot even be told that a folder is there."""
    try:
        folder.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return False


def _cache(folder: Path) -> Finding:
    what = "Cache"
    if _is_closed(folder):
        return Finding(what, State.CANNOT_TELL, f"{_name(folder)} cannot be looked at.")
    if not is_there(folder):
        return Finding(what, State.FINE, f"{_name(folder)} is not there, and need not be.")
    size = sum(found.st_size for found in _files_under(folder).values())
    detail = f"{_name(folder)} holds {size / 1_000_000:,.1f} MB. It can safely be deleted."
    return Finding(what, State.FINE, detail)


def _permissions(places: Places) -> Finding:
    what = "Who can open it"
    if not hasattr(os, "getuid"):
        detail = "On Windows that follows from your own folder, and is not looked at here."
        return Finding(what, State.CANNOT_TELL, detail)
    if _is_closed(places.data):
        return Finding(what, State.CANNOT_TELL, f"{_name(places.data)} cannot be looked at.")
    found = _everything_in(places)
    if not found:
        return Finding(what, State.FINE, "Nothing is there yet to be opened.")
    of_others = [path for path, one in found.items() if one.st_uid != os.getuid()]
    if of_others:
        detail = f"{len(of_others):,} belong to somebody else, the first {_name(of_others[0])}."
        return Finding(what, State.WRONG, detail, _WHO_MAY)
    loose = [path for path, one in found.items() if one.st_mode & _OTHERS]
    if not loose:
        return Finding(what, State.FINE, "Only you: the folders are 700 and the files 600.")
    mode = stat.S_IMODE(found[loose[0]].st_mode)
    first = f"{len(loose):,} in all, the first {_name(loose[0])} ({mode:o})"
    to_do = f'chmod -R go-rwx "{_name(places.data)}" {_NO_MODES}'
    if all(_is_shut_in(path) for path in loose):
        detail = f"Only you, but only because a folder above is closed: {first}."
        return Finding(what, State.NOTE, detail, to_do)
    return Finding(what, State.WRONG, f"Others on this computer, too: {first}.", to_do)


def _is_shut_in(path: Path) -> bool:
    """Whether some folder above lets nobody but its owner through."""
    try:
        return any(not above.stat().st_mode & _OTHERS_GO_THROUGH for above in path.parents)
    except OSError:
        return False


def _everything_in(places: Places) -> dict[Path, os.stat_result]:
    """The folder of the data, and what of it is the journal’s and the drafts’."""
    found: dict[Path, os.stat_result] = {}
    for folder in (places.data, places.journal, places.drafts):
        try:
            found[folder] = folder.stat()
        except (OSError, ValueError):
            continue
        if folder != places.data:
            found |= _files_under(folder)
    return found


def _files_under(folder: Path) -> dict[Path, os.stat_result]:
    """Every file and folder under one, but for links, which are not followed."""
    found: dict[Path, os.stat_result] = {}
    for at, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(at, name)
            try:
                one = path.lstat()
            except OSError:
                continue
            if not stat.S_ISLNK(one.st_mode):
                found[path] = one
    return found


def _room(folder: Path) -> Finding:
    what = "Room on the disk"
    free = disk.free_bytes(folder)
    if free is None:
        return Finding(what, State.CANNOT_TELL, f"The disk of {_name(folder)} does not say.")
    detail = f"{free / 1_000_000:,.0f} MB are free where {_name(folder)} is."
    if free < LITTLE_ROOM:
        to_do = "Free some space: with none, what you write cannot be saved."
        return Finding(what, State.WRONG, detail, to_do)
    return Finding(what, State.FINE, detail)


def _name(path: Path) -> str:
    return clean_line(str(path))


_WHO_MAY = "See who may open it, or ask whoever set this computer up."
_MOVE_IT = "Move that file away, or use another folder: tipcoach --home FOLDER."
_ANOTHER = "Another folder can be used: tipcoach --home FOLDER."
_NO_MODES = "closes them. If it changes nothing, this disk keeps no permissions: use another."
