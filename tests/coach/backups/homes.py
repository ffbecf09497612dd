"""The homes a backup is made of and brought back to."""

import hashlib
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from making import NOW, Clock

from tipcoach.coach.coach import Coach
from tipcoach.settings import HOME_VARIABLE, places

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links of POSIX")


def coach_in(home: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(home)}), clock=Clock(NOW))


def tree(coach: Coach) -> dict[str, bytes]:
    """Every file of the journal and the drafts, but for locks and halves of a write."""
    return {
        path.relative_to(coach.places.data).as_posix(): path.read_bytes()
        for folder in (coach.places.journal, coach.places.drafts)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".tmp")
    }


def nothing_in(coach: Coach) -> bool:
    return not coach.places.data.exists()


def write_zip(
    path: Path,
    files: Mapping[str, bytes],
    *,
    listed: Callable[[dict[str, Any]], None] = lambda _: None,
    packing: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A backup of anything at all, its list changed by `listed`."""
    shape: dict[str, Any] = {
        "format": "tipcoach/backup",
        "version": 1,
        "made": "2026-11-22T16:05:00+00:00",
        "files": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }
    listed(shape)
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("backup.json", json.dumps(shape))
    return path
