"""A draft belongs to one window at a time.

The lock is the system's own: it goes when the process goes, however it ends, so a crash
never leaves a draft that nobody can open.
"""

import errno
from pathlib import Path

from tipcoach.errors import InUse
from tipcoach.journal.reading import is_there


class Hold:
    """One draft held by this window, until it is let go or the process ends."""

    def __init__(self, path: Path) -> None:
        """Take hold. Raises `InUse` when another window has it."""
        from filelock import FileLock, Timeout

        # Taken by the thread that saves, let go by the one that leaves.
        self._lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            # A folder that is not there any more is no other window.
            if not is_there(path):
                raise FileNotFoundError(errno.ENOENT, "gone", str(path)) from None
            raise InUse(
                "This draft is open in another window.",
                "Nothing of it is changed here. Go on there, or close it there first.",
            ) from None

    def let_go(self) -> None:
        """Let another window have it. Letting go twice is no harm."""
        self._lock.release(force=True)
