"""What the files of a journal call themselves, and which version of the program they want."""

import json

ENTRY_FORMAT = "tipcoach/entry"
DRAFT_FORMAT = "tipcoach/draft"
VERSION = 1


def is_newer(data: bytes) -> bool:
    """Whether a file was written by a version of this program that is not out yet."""
    return _version_of(data) > VERSION


def _version_of(data: bytes) -> int:
    try:
        found = json.loads(data)
        version = found.get("version") if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return 0
    return version if isinstance(version, int) and not isinstance(version, bool) else 0
