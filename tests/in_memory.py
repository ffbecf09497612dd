"""Where the homes of the tests are: in memory, where there is room and programs may run.

There are some twenty thousand folders and files in a run. On a disk, taking them away again
takes longer than all that is tested.
"""

import os
from pathlib import Path

_MEMORY = Path("/dev/shm")

_ENOUGH = 2**30
"""Bytes free. A run needs a tenth of that, as what has passed is taken away at once."""


def homes_in_memory() -> None:
    """From now on, for this process and those it starts; a root asked for is left alone."""
    if _has_room():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def _has_room() -> bool:
    if not (hasattr(os, "statvfs") and _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)):
        return False
    found = os.statvfs(_MEMORY)
    # Some tests run a script that they wrote, which containers often forbid there.
    runs = not found.f_flag & os.ST_NOEXEC
    return runs and found.f_bavail * found.f_frsize >= _ENOUGH
