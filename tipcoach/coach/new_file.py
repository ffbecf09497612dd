"""A new file where somebody asked for one: a backup, a calendar, a report.

Nothing is written over, but a report where that was asked for by name.
"""

import os
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.journal.disk import write_all
from tipcoach.journal.reading import is_there


def check_place(path: Path, example: str) -> None:
    """Raise `WrongUsage` or `NotFound` for a place that no new file can be put at.

    `example` is a name for one in a folder.
    """
    if is_there(path) and path.is_dir():
        raise WrongUsage(f"{path} is a folder.", f"Name a file in it, such as {path / example}")
    if os.path.lexists(path):
        raise WrongUsage(f"{path} is there already, and is left as it is.", "Use a new name.")
    if not is_there(path.parent):
        raise NotFound(f"There is no folder {path.parent}.", "Nothing was written.")


def is_among_what_is_kept(coach: Coach, path: Path) -> bool:
    """Whether a file there would lie among the entries or the drafts."""
    kept_in = (coach.places.journal.resolve(), coach.places.drafts.resolve())
    return any(folder in path.resolve().parents for folder in kept_in)


def write_new_file(coach: Coach, path: Path, data: bytes, example: str) -> None:
    """Put `data` at `path`, readable by its owner alone.

    Raises `WrongUsage` or `NotFound` for a place it cannot be put at, and `NotSaved`.
    """
    path = path.absolute()
    check_place(path, example)
    if is_among_what_is_kept(coach, path):
        raise WrongUsage(f"{path.parent} is part of your journal.", "Use another folder.")
    coach.writer.write_new(path, lambda handle: write_all(handle, data))


def check_place_of_report(coach: Coach, path: Path, example: str, *, replace: bool) -> None:
    """Raise `WrongUsage` or `NotFound` for a place that no report can be put at."""
    path = path.absolute()
    if is_among_what_is_kept(coach, path):
        raise WrongUsage(f"{path.parent} is part of your journal.", "Use another folder.")
    if path.is_symlink() or not path.is_file():
        check_place(path, example)
    elif not replace:
        raise WrongUsage(
            f"{path} is there already, and is left as it is.",
            "Use a new name, or give --replace.",
        )


def write_report(coach: Coach, path: Path, data: bytes, example: str, *, replace: bool) -> None:
    """Put `data` at `path`, in place of a file there only with `replace`.

    Raises as `check_place_of_report` does, and `NotSaved`; then what was there is untouched.
    """
    path = path.absolute()
    check_place_of_report(coach, path, example, replace=replace)
    if replace:
        coach.writer.write(path, data, once=False)
    else:
        coach.writer.write_new(path, lambda handle: write_all(handle, data))
