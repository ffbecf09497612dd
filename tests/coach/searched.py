"""Searches answered by the cache and by the files, and a journal to search."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import asked, entry

from tipcoach.coach import searching
from tipcoach.coach.coach import Coach
from tipcoach.coach.searching import Progress, search
from tipcoach.journal.journal import Journal
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.search import Found

SIDE_FILES = ("-journal", "-wal", "-shm")


class Cached:
    """Searches that have to be answered by the cache, and by the files."""

    def __init__(self, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
        self.coach = coach
        self._patch = monkeypatch
        without = replace(coach.places, cache=coach.places.cache / "none")
        self._without = Coach(without, clock=coach.clock)
        self.path = coach.places.search_cache
        self.read: list[int] = []

    def cache(
        self, typed: str, limit: int | None = None, progress: Progress = lambda done, total: None
    ) -> Found:
        """What the cache answers; how many files that read is added to `read`."""
        count = 0

        def counted(here: Journal, month: str, name: str) -> object:
            nonlocal count
            count += 1
            return read_at(here, month, name)

        read_at: Callable[..., object] = Journal.read_at
        with self._patch.context() as patched:
            patched.setattr(searching, "_is_large", lambda _: True)
            patched.setattr(searching, "_search_files", _not_asked)
            patched.setattr(Journal, "read_at", counted)
            try:
                return search(self.coach, typed, limit, progress)
            finally:
                self.read.append(count)

    def files(self, typed: str, limit: int | None = None) -> Found:
        return search(self._without, typed, limit)

    def agree(self, typed: str, limit: int | None = None) -> Found:
        found = self.cache(typed, limit)
        assert found == self.files(typed, limit), typed
        return found


def _not_asked(*_: object) -> Found:
    raise AssertionError("the files were gone through")


def ids(found: Found) -> list[str]:
    return [match.entry.id for match in found.matches]


def keep(coach: Coach, said: str = "the kettle", **more: Any) -> Entry:
    made = entry(asked("p", Text(said)), **more)
    coach.journal.add(made)
    return made


def path_of(coach: Coach, one: Entry) -> Path:
    (path,) = coach.places.journal.rglob(f"{one.id}.json")
    return path


def age(coach: Coach, by: int = 3_600) -> None:
    """Months look as if nothing had changed in them for a while."""
    for month in coach.places.journal.glob("*"):
        past = month.stat().st_mtime - by
        os.utime(month, (past, past))
