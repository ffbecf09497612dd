"""What the caches beside the journal have in common: each is one SQLite file, kept up to the
folders of the months.
"""

import sqlite3

COARSEST_CLOCK = 2_000_000_000
"""Nanoseconds within which two changes of a folder may bear the same time (FAT's are 2 s)."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_settled(changed: int, looked: int) -> bool:
    """Whether a folder that bore the time `changed` when it was looked at would bear another
    after any change since (both in nanoseconds)."""
    return looked - changed >= COARSEST_CLOCK


def is_busy(fault: Exception) -> bool:
    """Whether nothing is wrong with a cache but that another window is writing to it."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF in _BUSY
