"""Every file that is kept, whatever it is, under the name a backup gives it.

Not only what this program can read: a file that came from elsewhere, or from a newer
version, may hold the only copy of something.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import NotReadable
from tipcoach.journal.reading import ENTRY_NAME, MONTH_NAME, Unused, names_in
from tipcoach.journal.writing import is_temporary

LOCK_NAME = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}\.lock")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the journal or the drafts: `journal/2026-11/ID.json`, and where it is."""

    name: str
    path: Path


class KeptFiles:
    """The files of a journal and the drafts beside it."""

    def __init__(self, journal: Path, drafts: Path) -> None:
        self._folders = {"journal": journal, "drafts": drafts}

    def path(self, name: str) -> Path:
        """Where a file of this name belongs; `name` is one that `may_be_kept`."""
        first, *rest = name.split("/")
        return self._folders[first].joinpath(*rest)

    def all(self) -> Iterator[Kept | Unused]:
        """Every file, and whatever is no file to keep, with its reason.

        Raises `NotReadable` when the journal or the drafts cannot be listed.
        """
        for first, folder in self._folders.items():
            for last in sorted(names_in(folder)):
                path = folder / last
                if first == "journal" and MONTH_NAME.fullmatch(last) and path.is_dir():
                    yield from _in_month(path)
                else:
                    yield from _one(f"{first}/{last}", path)


def _in_month(folder: Path) -> Iterator[Kept | Unused]:
    if folder.is_symlink():
        yield Unused(folder, "it is a link, and links are not followed")
        return
    try:
        names = sorted(names_in(folder))
    except NotReadable:
        yield Unused(folder, "it cannot be opened")
        return
    for last in names:
        yield from _one(f"journal/{folder.name}/{last}", folder / last)


def _one(name: str, path: Path) -> Iterator[Kept | Unused]:
    if is_our_own(name):
        return
    if path.is_dir():
        yield Unused(path, "it is a folder, and no part of the journal")
    elif os.path.lexists(path) and not path.is_file() and not path.is_symlink():
        yield Unused(path, "it is not a plain file")
    elif may_be_kept(name):
        yield Kept(name, path)
    else:
        yield Unused(path, "its name cannot be written in a backup")


def is_our_own(name: str) -> bool:
    """Whether a file is only for the work itself: a lock, or half a write."""
    first, *_, last = name.split("/")
    return is_temporary(last) or (first == "drafts" and bool(LOCK_NAME.fullmatch(last)))


def may_be_kept(name: str) -> bool:
    """Whether a backup can hold a file of this name.

    A name is `journal/NAME`, `journal/YYYY-MM/NAME` or `drafts/NAME`.
    """
    match name.split("/"):
        case ["journal", month, last]:
            fits = bool(MONTH_NAME.fullmatch(month))
        case ["journal" | "drafts", last]:
            fits = True
        case _:
            return False
    return fits and last not in ("", ".", "..") and _is_text(last) and not is_our_own(name)


def _is_text(last: str) -> bool:
    """A name on Linux may be no text at all, and a backslash is a folder on Windows."""
    return not any(sign in "\\\x00" or "\ud800" <= sign <= "\udfff" for sign in last)


def is_entry(name: str) -> bool:
    """Whether a file has the name and the place of an entry, readable or not."""
    match name.split("/"):
        case ["journal", _, last]:
            return bool(ENTRY_NAME.fullmatch(last))
    return False


def is_draft(name: str) -> bool:
    """Whether a file has the name and the place of a draft, readable or not."""
    first, *_, last = name.split("/")
    return first == "drafts" and bool(ENTRY_NAME.fullmatch(last))
