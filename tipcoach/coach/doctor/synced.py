"""Whether a folder belongs to a sync program, told by its path or by what lies above it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Windows: where OneDrive keeps its folders."""
_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a sync program",
    "nextcloud": "Nextcloud",
}
"""Names of folders that sync programs make, in small letters."""
_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".csync_journal.db": "Nextcloud",
    ".sync_journal.db": "Nextcloud",
}
"""What sync programs leave at the top of a folder of theirs."""


@dataclass(frozen=True, slots=True)
class Synced:
    """The program a folder seems to belong to, and what says so."""

    program: str
    evidence: str


def synced(
    folder: Path,
    environment: Mapping[str, str],
    is_there: Callable[[Path], bool] = os.path.lexists,
) -> Synced | None:
    """The sync program that `folder`, made or not, seems to belong to; `None` for none known."""
    for path in (folder, _real(folder)):
        found = _by_variable(path, environment) or _by_name(path) or _by_marker(path, is_there)
        if found:
            return found
    return None


def _real(folder: Path) -> Path:
    """Where a folder is when every link in its path is followed."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder


def _by_variable(folder: PurePath, environment: Mapping[str, str]) -> Synced | None:
    for name in _VARIABLES:
        at = environment.get(name, "").strip()
        if at and folder.is_relative_to(at):
            return Synced("OneDrive", f"it is inside {at}, which is OneDrive’s")
    return None


def _by_name(folder: PurePath) -> Synced | None:
    for part in folder.parts:
        # `OneDrive - Company`, and on a Mac `OneDrive-Company`.
        plain = part.lower()
        for name, program in _FOLDERS.items():
            if plain == name or plain.startswith((f"{name} ", f"{name}-")):
                return Synced(program, f"“{part}” is in its path")
    return None


def _by_marker(folder: Path, is_there: Callable[[Path], bool]) -> Synced | None:
    for above in (folder, *folder.parents):
        for name, program in _MARKERS.items():
            if is_there(above / name):
                return Synced(program, f"{above / name} is there")
    return None
