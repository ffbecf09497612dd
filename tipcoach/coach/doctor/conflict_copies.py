"""Copies that sync programs make when two computers change one file, known by their names."""

import re
from dataclasses import dataclass

_ID = r"(?P<id>[0-7][0-9A-HJKMNP-TV-Z]{25})(?P<checklist>\.checklist)?"
_NAMES = (
    ("Syncthing", re.compile(rf"{_ID}\.sync-conflict-\d{{8}}-\d{{6}}-[A-Z0-9]+\.json")),
    ("Dropbox or Nextcloud", re.compile(rf"{_ID} \([^)]*conflicted copy[^)]*\)\.json")),
    ("a browser or a sync program", re.compile(rf"{_ID} ?\(\d+\)\.json")),
    ("iCloud", re.compile(rf"{_ID} \d+\.json")),
    ("somebody copying it", re.compile(rf"{_ID} - Copy( \(\d+\))?\.json")),
    ("OneDrive", re.compile(rf"{_ID}-[^./\\]+\.json")),
)


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """Who makes copies of such a name, and the name of what it is a copy of."""

    made_by: str
    original: str


def conflict_copy(name: str) -> ConflictCopy | None:
    """What a file of this name is a copy of, if it has the name of one."""
    for made_by, pattern in _NAMES:
        if found := pattern.fullmatch(name):
            return ConflictCopy(made_by, f"{found['id']}{found['checklist'] or ''}.json")
    return None
