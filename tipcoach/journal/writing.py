"""The one way to the disk: every file this program writes goes through `Writer.write`.

A write is: a temporary file in the same folder, synced; then a link (for what is written
once, so that nothing can be overwritten) or a rename (for a draft); then the folder,
synced. Only after that is anything called saved. A failed sync is never tried again on the
same file: it can then succeed with the data gone (PostgreSQL's fsync findings, 2018).
"""

import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tipcoach.errors import NotSaved

T = TypeVar("T")

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{16}\.tmp")
_LEFT_BEHIND_AFTER = 3600.0
"""Seconds after which a temporary file belongs to no write still under way."""

# A scanner or a sync program may hold a file for a moment on Windows: access denied,
# sharing violation, lock violation. Nothing else is tried again.
_HELD_FOR_A_MOMENT = (5, 32, 33)
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)

_NO_LINKS_HERE = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
_FOLDERS_DO_NOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}

_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Free some space, then save again."),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: (
        "Your share of the disk is full.",
        "Free some space, then save again.",
    ),
    errno.EROFS: ("The disk can only be read.", "See whether it is locked."),
    errno.EACCES: ("This folder may not be written to.", "Ask whoever set it up."),
    errno.EPERM: ("This folder may not be written to.", "Ask whoever set it up."),
    errno.ENOENT: ("The folder is gone.", "Put it back, then save again."),
    errno.ENOTDIR: ("A file stands where a folder should be.", "Move that file away."),
    errno.ENAMETOOLONG: ("The folder's path is too long.", "Use one with a shorter path."),
    errno.EFBIG: ("The disk does not take a file of this size.", "Use another disk."),
    errno.EIO: ("The disk reported a fault.", "Copy what is on the screen, and have it looked at."),
}


class Writer:
    """Writes files so that they survive a power cut, or says that it could not.

    `noted` is a small local file naming every folder this program has written to, so that
    temporary files left by a crash are looked for there and nowhere else.
    """

    def __init__(self, noted: Path) -> None:
        self._noted = noted
        self._noted_folders: set[bytes] | None = None

    def write(self, path: Path, data: bytes, *, once: bool) -> None:
        """Put `data` at `path`, readable by its owner alone.

        `once`: the name must be new; the same bytes already there count as written.
        Raises `NotSaved`; then what was at `path` before is still there, untouched.
        """
        try:
            _make_folder(path.parent)
            self._note(path.parent)
            _write(path, data, once=once)
        except OSError as fault:
            raise not_saved(path, fault) from None

    def make_folder(self, folder: Path) -> None:
        """Make a folder, for the owner alone. Raises `NotSaved`."""
        try:
            _make_folder(folder)
        except OSError as fault:
            raise not_saved(folder / "draft", fault) from None

    def remove(self, path: Path) -> None:
        """Take a file away for good; one already gone is as good. Raises `NotSaved`."""
        try:
            _patiently(lambda: path.unlink(missing_ok=True))
            if path.parent.is_dir():
                _sync_folder(path.parent)
        except OSError as fault:
            raise not_saved(path, fault) from None

    def erase(self, path: Path) -> None:
        """Take a file away, and every temporary file a write of it left. Raises `NotSaved`."""
        self.remove(path)
        try:
            for left in [*path.parent.glob(f".{path.name}.*")]:
                if _TEMPORARY.fullmatch(left.name):
                    self.remove(left)
        except FileNotFoundError:
            return
        except OSError as fault:
            raise not_saved(path, fault) from None

    def sweep(self) -> None:
        """Take away temporary files that a crash left, in the folders noted. Never raises."""
        for folder in self._read_noted():
            # What is noted may have been damaged: nothing in it may stop a start.
            with suppress(OSError, ValueError), os.scandir(os.fsdecode(folder)) as found:
                for item in found:
                    with suppress(OSError):
                        _sweep_one(item)

    def _note(self, folder: Path) -> None:
        if self._noted_folders is None:
            self._noted_folders = set(self._read_noted())
        name = os.fsencode(folder)
        if name in self._noted_folders or b"\n" in name:
            return
        _make_folder(self._noted.parent)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        handle = os.open(self._noted, flags, 0o600)
        try:
            _write_all(handle, name + b"\n")
        finally:
            os.close(handle)
        self._noted_folders.add(name)

    def _read_noted(self) -> list[bytes]:
        try:
            return self._noted.read_bytes().split(b"\n")[:-1]
        except OSError:
            return []


def _write(path: Path, data: bytes, *, once: bool) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        _write_temporary(temporary, data)
        if once:
            _place_once(temporary, path, data)
        else:
            _patiently(lambda: temporary.replace(path))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _write_temporary(temporary: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _write_all(handle, data)
        _sync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    """A disk may take a part at a time; a full one says so on the next."""
    while data:
        data = data[os.write(handle, data) :]


def _place_once(temporary: Path, path: Path, data: bytes) -> None:
    try:
        if sys.platform == "win32":
            _patiently(lambda: temporary.rename(path))  # refuses to overwrite there
            return
        try:
            os.link(temporary, path, follow_symlinks=False)
        except OSError as fault:
            if fault.errno not in _NO_LINKS_HERE:
                raise
            if path.exists():
                raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
            temporary.rename(path)
            return
    except FileExistsError:
        if path.is_symlink() or path.read_bytes() != data:
            raise
    temporary.unlink()


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync stops at the drive's cache; not every volume knows the fuller one.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """Make a new name last. Windows cannot, and its file system keeps names by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _FOLDERS_DO_NOT_SYNC:
            raise
    finally:
        os.close(handle)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, for the owner alone, and make their names last."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _sync_folder(folder.parent)


def _patiently(move: Callable[[], T]) -> T:
    """Do `move`, again for about a second and a half while Windows says the file is held."""
    for pause in _PAUSES:
        try:
            return move()
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _HELD_FOR_A_MOMENT:
                raise
            time.sleep(pause)
    return move()


def _sweep_one(item: "os.DirEntry[str]") -> None:
    if not _TEMPORARY.fullmatch(item.name):
        return
    found = item.stat(follow_symlinks=False)
    if stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _LEFT_BEHIND_AFTER:
        Path(item.path).unlink()


def not_saved(path: Path, fault: OSError) -> NotSaved:
    """What to tell somebody about a write to `path` that failed."""
    if isinstance(fault, FileExistsError):
        return NotSaved(
            f"Not saved: {path} is already there, and nothing kept is ever overwritten.",
            "Your words are still here; save again for a new name.",
        )
    why, what_to_do = _REASONS.get(
        fault.errno or -1, ("The disk did not take it.", "Try again in a moment.")
    )
    return NotSaved(
        f"Not saved to {path.parent}. {why} What was saved before is untouched.", what_to_do
    )
