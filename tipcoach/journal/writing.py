"""The one way to the disk: every file this program keeps goes through `Writer`.

A write is: a temporary file in the same folder, synced; then a link (for what is written
once, so that nothing can be overwritten) or a rename (for a draft); then the folder,
synced. Only after that is anything called saved. How each step is done on which system is
in `disk`.
"""

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tipcoach.errors import AlreadyThere, NotSaved
from tipcoach.journal import disk

SAVED, REMOVED = "saved to", "removed from"

Fill = Callable[[int], None]
"""Writes the bytes of a file to an open handle."""


class _Modes(NamedTuple):
    file: int
    folder: int


_OWNER_ALONE, _SHARED = _Modes(0o600, 0o700), _Modes(0o666, 0o777)
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{16}\.tmp")
_LEFT_BEHIND_AFTER = 3600.0
"""Seconds after which a temporary file belongs to no write still under way."""

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


def is_temporary(name: str) -> bool:
    """Whether a name is that of half a write, which a crash may leave."""
    return bool(_TEMPORARY.fullmatch(name))


class Writer:
    """Writes files so that they survive a power cut, or says that it could not.

    `noted` is a small local file naming every folder this program has written to, so that
    temporary files left by a crash are looked for there and nowhere else. `shared` leaves who
    else may read a file to the folder it is in; all others are their owner's alone.
    """

    def __init__(self, noted: Path, *, shared: bool = False) -> None:
        self._noted = noted
        self._modes = _SHARED if shared else _OWNER_ALONE
        self._noted_folders: set[bytes] | None = None
        self._lasting: set[Path] = set()

    def write(self, path: Path, data: bytes, *, once: bool) -> None:
        """Put `data` at `path`.

        `once`: the name must be new; the same bytes already there count as written.
        Raises `NotSaved`; then what was at `path` before is still there, untouched.
        """

        def place(temporary: Path) -> None:
            if once:
                _place_once(temporary, path, data)
            else:
                disk.give_name(temporary, path)

        self._write(path, lambda handle: disk.write_all(handle, data), place)

    def write_new(self, path: Path, fill: Fill) -> None:
        """Put what `fill` writes at `path`, a name that must be new. Raises `NotSaved`."""
        self._write(path, fill, lambda temporary: disk.give_new_name(temporary, path))

    def _write(self, path: Path, fill: Fill, place: Callable[[Path], None]) -> None:
        _refuse_names(path)
        try:
            self._make_folder(path.parent)
            self._note(path.parent)
            _write(path, fill, place, self._modes.file)
        except OSError as fault:
            raise not_saved(path, fault) from None

    def make_folder(self, folder: Path) -> None:
        """Make a folder. Raises `NotSaved`."""
        _refuse_names(folder)
        try:
            self._make_folder(folder)
        except OSError as fault:
            raise not_saved(folder / "draft", fault) from None

    def remove(self, path: Path) -> None:
        """Take a file away for good; one already gone is as good. Raises `NotSaved`."""
        try:
            disk.remove(path)
        except OSError as fault:
            raise not_saved(path, fault, REMOVED) from None

    def erase(self, path: Path) -> None:
        """Take a file away, and every temporary file a write of it left. Raises `NotSaved`."""
        self.remove(path)
        try:
            for left in [*path.parent.glob(f".{path.name}.*")]:
                if is_temporary(left.name):
                    self.remove(left)
        except OSError as fault:
            raise not_saved(path, fault, REMOVED) from None

    def sweep(self) -> None:
        """Take away temporary files that a crash left, in the folders noted. Never raises."""
        for folder in self._read_noted():
            # What is noted may have been damaged: nothing in it may stop a start.
            with suppress(OSError, ValueError), os.scandir(os.fsdecode(folder)) as found:
                for item in found:
                    with suppress(OSError):
                        _sweep_one(item)

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, and make their names last.

        The name of one that is there already is synced too, once: whoever made it may have
        crashed before that. Only what was made in a folder we may write to can be ours.
        """
        above = folder.parent
        if folder.is_dir() and (
            folder == above or folder in self._lasting or not os.access(above, os.R_OK | os.W_OK)
        ):
            return
        if folder != above:
            self._make_folder(above)
        with suppress(FileExistsError):
            folder.mkdir(mode=self._modes.folder)
        disk.sync_folder(above)
        self._lasting.add(folder)

    def _note(self, folder: Path) -> None:
        if self._noted_folders is None:
            self._noted_folders = set(self._read_noted())
        name = os.fsencode(folder)
        if name in self._noted_folders or b"\n" in name:
            return
        self._make_folder(self._noted.parent)
        handle = os.open(self._noted, disk.ADD_TO_FILE, 0o600)
        try:
            disk.write_all(handle, name + b"\n")
        finally:
            os.close(handle)
        self._noted_folders.add(name)

    def _read_noted(self) -> list[bytes]:
        try:
            return self._noted.read_bytes().split(b"\n")[:-1]
        except OSError:
            return []


def _write(path: Path, fill: Fill, place: Callable[[Path], None], mode: int) -> None:
    # A name may be as long as a disk takes; that of the temporary file is cut to fit.
    temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(8)}.tmp")
    try:
        _write_temporary(temporary, fill, mode)
        place(temporary)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    disk.sync_folder(path.parent)


def _write_temporary(temporary: Path, fill: Fill, mode: int) -> None:
    handle = os.open(temporary, disk.NEW_FILE, mode)
    try:
        fill(handle)
        disk.sync(handle)
    finally:
        os.close(handle)


def _place_once(temporary: Path, path: Path, data: bytes) -> None:
    try:
        disk.give_new_name(temporary, path)
    except FileExistsError:
        if not _holds(path, data):
            raise
        temporary.unlink()


def _holds(path: Path, data: bytes) -> bool:
    """Whether a plain file has just these bytes; one that cannot be read yet is not known to."""
    try:
        return not path.is_symlink() and path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _refuse_names(path: Path) -> None:
    """Raises `NotSaved` for a name this system would take for something else."""
    if why := disk.not_a_name_here(path):
        raise NotSaved(f"Not saved to {path.parent}. {why}", "Choose another name.")


def _sweep_one(item: "os.DirEntry[str]") -> None:
    if not is_temporary(item.name):
        return
    found = item.stat(follow_symlinks=False)
    if stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _LEFT_BEHIND_AFTER:
        Path(item.path).unlink()


def not_saved(path: Path, fault: OSError, what: str = SAVED) -> NotSaved:
    """What to tell somebody about a write to `path` that failed, or about taking it away."""
    if isinstance(fault, FileExistsError):
        return AlreadyThere(
            f"Not saved: {path} is already there, and nothing kept is ever overwritten.",
            "Your words are still here; save again for a new name.",
        )
    why, what_to_do = _REASONS.get(
        fault.errno or -1, ("The disk did not take it.", "Try again in a moment.")
    )
    sentence = f"Not {what} {path.parent}. {why} What was saved before is untouched."
    return NotSaved(sentence, what_to_do)
