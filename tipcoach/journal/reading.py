"""Open one file of the journal as if a stranger had put it there.

A reader takes only what this program could have written: a plain file of a fair size, not
a link, under a name that is an id. Whatever else lies about is named with its reason, and
left alone: a sync program's conflict copy may hold the only copy of something.
"""

import errno
import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import NotReadable
from tipcoach.journal import disk

MOST_BYTES = 4 * 1024 * 1024
"""Room for forty answers at their longest, in any script; what is larger is not ours."""
ENTRY_NAME = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}\.json")
MONTH_NAME = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Unused:
    """A file found but not used, and why."""

    path: Path
    reason: str


def is_there(path: Path) -> bool:
    """Whether something is at `path`; where that cannot even be asked, nothing is."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> list[str]:
    """The names in a folder, none when there is no folder. Raises `NotReadable`."""
    try:
        return [item.name for item in os.scandir(folder)]
    except FileNotFoundError:
        return []
    except OSError:
        raise NotReadable(f"The folder {folder} cannot be read.") from None


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, `most` of them. Raises `NotReadable` with the reason, and only that."""
    try:
        if path.is_symlink():
            raise NotReadable("it is a link, and links are not followed")
        handle = os.open(path, disk.READ_FILE)
    except OSError as fault:
        raise NotReadable(_why(fault)) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NotReadable("it is not a plain file")
        if found.st_size > most:
            raise NotReadable(f"it is larger than {most // (1024 * 1024)} MB")
        return _read_all(handle, found.st_size, most)
    except OSError as fault:
        raise NotReadable(_why(fault)) from None
    finally:
        # All that was wanted is read, whatever a disk says to this.
        with suppress(OSError):
            os.close(handle)


def _read_all(handle: int, size: int, most: int) -> bytes:
    """All of a file that was `size` bytes when it was opened; a little more tells of its end."""
    data = b""
    while len(data) <= most and (more := os.read(handle, size + 1)):
        data += more
    return data


def _why(fault: OSError) -> str:
    reasons = {
        errno.ENOENT: "it is gone",
        errno.ELOOP: "it is a link, and links are not followed",
        errno.EACCES: "it may not be read by you",
        errno.EPERM: "it may not be read by you",
        errno.EISDIR: "it is a folder",
    }
    # A placeholder of a sync program answers a read with nonsense until it has arrived.
    return reasons.get(fault.errno or -1, "it is not here yet, or the disk has a fault")
