"""The disk, and all that differs between systems: every call that changes a disk is here.

What an error number means on which system is data at the top. Calls go through `os` and
`Path` by their own names, so that any of them can be watched, or made to fail.
"""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TypeVar

T = TypeVar("T")

HELD_FOR_A_MOMENT = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation. A scanner or a sync program
may hold a file for a moment; nothing else is tried again."""
PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between the tries, about a second and a half together."""

NO_LINKS_HERE = frozenset(
    {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
)
"""A stick (exFAT) and some shared folders know no second name for a file."""
FOLDERS_DO_NOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})
"""Some shared folders keep their names by themselves. Any other fault is one."""
NO_FULLER_SYNC = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY, errno.ENOSYS}
)
"""macOS: the volume does not know the sync that reaches past the drive's cache."""

NEW_FILE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)
ADD_TO_FILE = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
# A link must not be followed, and a pipe must be refused, not waited for.
READ_FILE = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)

_WINDOWS_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
_NOT_IN_A_WINDOWS_NAME = frozenset('<>:"|?*\\/') | {chr(code) for code in range(32)}


def is_windows() -> bool:
    return sys.platform == "win32"


# -- names -------------------------------------------------------------------------------


def not_a_windows_name(name: str) -> str:
    """Why Windows takes no file or folder of this name; nothing when it does."""
    if name.partition(".")[0].rstrip(" ").upper() in _WINDOWS_DEVICES:
        return "Windows keeps that name for a device"
    if name.endswith((".", " ")):
        return "on Windows a name may not end in a full stop or a space"
    if _NOT_IN_A_WINDOWS_NAME & {*name}:
        return 'on Windows a name may not hold any of < > : " | ? * \\ /'
    return ""


def not_a_name_here(path: PurePath) -> str:
    """The first part of `path` that this system takes no name like, and why; or nothing."""
    if not is_windows():
        return ""
    for part in path.parts[1 if path.anchor else 0 :]:
        if part != ".." and (why := not_a_windows_name(part)):
            return f"“{part}” cannot be used: {why}."
    return ""


# -- a file ------------------------------------------------------------------------------


def write_all(handle: int, data: bytes) -> None:
    """A disk may take a part at a time; a full one says so on the next."""
    while data:
        data = data[os.write(handle, data) :]


def sync(handle: int) -> None:
    """Make what was written last through a power cut.

    A sync that failed is never tried again on the same file: it can then succeed with the
    data gone (PostgreSQL's fsync findings, 2018).
    """
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError as fault:
            if fault.errno not in NO_FULLER_SYNC:
                raise
        else:
            return
    os.fsync(handle)


def give_new_name(temporary: Path, path: Path) -> None:
    """Give a file a name that is new. Raises `FileExistsError` when something has it.

    A disk that takes `a` and `A` for one name says that it is there. Only where there are
    no links can something slip in between looking and naming; ids make that improbable.
    """
    if is_windows():
        patiently(lambda: temporary.rename(path))  # refuses to overwrite there
        return
    try:
        os.link(temporary, path, follow_symlinks=False)
    except OSError as fault:
        if fault.errno not in NO_LINKS_HERE:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
        temporary.rename(path)
    else:
        temporary.unlink()


def give_name(temporary: Path, path: Path) -> None:
    """Give a file a name, in place of whatever had it."""
    patiently(lambda: temporary.replace(path))


def remove(path: Path) -> None:
    """Take a file away; one already gone is as good."""
    patiently(lambda: path.unlink(missing_ok=True))
    if path.parent.is_dir():
        sync_folder(path.parent)


# -- a folder ----------------------------------------------------------------------------


def sync_folder(folder: Path) -> None:
    """Make a new name last. Windows cannot, and its file system keeps names by itself."""
    if is_windows():
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in FOLDERS_DO_NOT_SYNC:
            raise
    finally:
        os.close(handle)


def mark_changed(folder: Path) -> None:
    """Give a folder a new time: not every file system does when a file comes into it (FAT).

    Only a cache goes by that time, so where it cannot be given nothing is lost by it.
    """
    with suppress(OSError):
        os.utime(folder)


def free_bytes(folder: Path) -> int | None:
    """How much the disk of a folder still takes, whether or not it is there yet."""
    try:
        while not folder.exists() and folder.parent != folder:
            folder = folder.parent
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def patiently(move: Callable[[], T]) -> T:
    """Do `move`, again for about a second and a half while Windows says the file is held."""
    for pause in PAUSES:
        try:
            return move()
        except OSError as fault:
            if getattr(fault, "winerror", None) not in HELD_FOR_A_MOMENT:
                raise
            time.sleep(pause)
    return move()
