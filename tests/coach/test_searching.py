"""The cache of the search: fresh, the owner’s alone, and in nobody’s way when it is spoilt."""

import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from making import NOW

from coach.searched import Cached, age, ids, keep, path_of
from tipcoach.coach import searching
from tipcoach.coach.coach import Coach
from tipcoach.coach.searching import search

# -- corrections -------------------------------------------------------------------------


def test_what_was_corrected_is_not_found(coach: Coach, cached: Cached) -> None:
    old = keep(coach, "the kettle", created=NOW - timedelta(days=90))
    new = keep(coach, "the boiler", supersedes=old.id)
    assert ids(cached.agree("the")) == [new.id]
    assert ids(cached.agree("kettle")) == []


def test_a_link_that_points_forward_hides_nothing(coach: Coach, cached: Cached) -> None:
    new = keep(coach, "the kettle")
    old = keep(coach, "the boiler", supersedes=new.id, created=NOW - timedelta(days=90))
    assert ids(cached.agree("the")) == [new.id, old.id]


def test_a_correction_that_cannot_be_read_corrects_nothing(coach: Coach, cached: Cached) -> None:
    old = keep(coach)
    new = keep(coach, "the boiler", supersedes=old.id, created=NOW + timedelta(hours=1))
    assert ids(cached.agree("the")) == [new.id]
    age(coach)
    assert ids(cached.agree("the")) == [new.id]
    path_of(coach, new).write_bytes(b"half")
    assert ids(cached.agree("kettle")) == [old.id]


# -- fresh -------------------------------------------------------------------------------


def test_only_what_is_new_is_read(coach: Coach, cached: Cached) -> None:
    for month in range(6):
        for hour in range(5):
            keep(coach, created=NOW - timedelta(days=31 * month, hours=hour))
    age(coach)
    cached.agree("kettle")
    cached.agree("kettle")
    for minute in range(10):
        keep(coach, created=NOW + timedelta(minutes=minute + 1))
    assert len(cached.agree("kettle").matches) == 40
    assert cached.read == [30, 0, 10]


def test_a_month_that_had_just_changed_is_listed_again(coach: Coach, cached: Cached) -> None:
    """A coarse clock gives the folder the same time for what comes a moment later."""
    keep(coach)
    cached.agree("kettle")
    (month,) = coach.places.journal.iterdir()
    before = month.stat()
    keep(coach, created=NOW + timedelta(minutes=1))
    os.utime(month, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert len(cached.agree("kettle").matches) == 2


def test_a_file_damaged_under_its_name_is_no_answer_and_is_one_again_when_mended(
    coach: Coach, cached: Cached
) -> None:
    one = keep(coach)
    age(coach)
    cached.agree("kettle")
    data = path_of(coach, one).read_bytes()
    path_of(coach, one).write_bytes(data[:100])
    assert ids(cached.agree("kettle")) == []
    path_of(coach, one).write_bytes(data)
    assert ids(cached.agree("kettle")) == [one.id]


def test_a_stopped_reading_goes_on_where_it_was(
    coach: Coach, cached: Cached, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        keep(coach, created=NOW - timedelta(days=31 * number))
    monkeypatch.setattr(searching, "MANY", 0)

    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert total == 4
        if done == 3:
            raise Enough

    with pytest.raises(Enough):
        search(coach, "kettle", None, stop)
    assert len(cached.agree("kettle").matches) == 4
    assert cached.read == [2]


# -- whatever the cache is ---------------------------------------------------------------


def spoil_its_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4_096:] = b"\xa5" * (len(data) - 4_096)
    path.write_bytes(data)


def make_it_older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def make_it_another_journals(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET journal = x'00'")
    connection.close()


def spoil_an_entry(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE said SET passages = x'0102'")
    connection.close()


def take_a_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE words")
    connection.close()


WAYS = {
    "not a database": lambda path: path.write_bytes(b"words " * 2_000),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5_000]),
    "spoilt in the middle": spoil_its_middle,
    "another version": make_it_older,
    "another journal's": make_it_another_journals,
    "a spoilt entry": spoil_an_entry,
    "a table is gone": take_a_table,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_cache_that_is_not_as_it_should_be_is_made_anew(
    coach: Coach, cached: Cached, way: str
) -> None:
    one = keep(coach)
    cached.agree("kettle")
    WAYS[way](cached.path)
    assert ids(cached.agree("kettle")) == [one.id]
    assert cached.read == [1, 1]


def test_where_no_cache_can_be_the_files_answer(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = keep(coach)
    monkeypatch.setattr(searching, "MANY", 0)
    coach.places.search_cache.mkdir(parents=True)
    assert ids(search(coach, "kettle", None)) == [one.id]
    coach.places.search_cache.rmdir()
    coach.places.cache.rmdir()
    coach.places.cache.write_text("a file where a folder should be", encoding="utf-8")
    assert ids(search(coach, "kettle", None)) == [one.id]


def test_while_another_window_writes_the_files_answer(
    coach: Coach, cached: Cached, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tipcoach.journal import search_cache

    monkeypatch.setattr(search_cache, "PATIENCE", 0.01)
    one = keep(coach)
    cached.agree("kettle")
    two = keep(coach, created=NOW + timedelta(minutes=1))
    other = sqlite3.connect(cached.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert ids(search(coach, "kettle", None)) == [two.id, one.id]
    other.execute("ROLLBACK")
    other.close()
    assert ids(cached.agree("kettle")) == [two.id, one.id]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_cache_is_the_owners_alone_and_leaves_no_side_files(
    coach: Coach, cached: Cached
) -> None:
    keep(coach)
    seen: dict[str, int] = {}

    def look(done: int, total: int) -> None:
        for path in cached.path.parent.iterdir():
            seen[path.name] = stat.S_IMODE(path.stat().st_mode)

    old = os.umask(0)
    try:
        cached.cache("kettle", progress=look)
    finally:
        os.umask(old)
    assert seen == {"search.db": 0o600, "search.db-journal": 0o600}
    assert stat.S_IMODE(cached.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(cached.path.parent.stat().st_mode) == 0o700
    assert [path.name for path in cached.path.parent.iterdir()] == ["search.db"]
    cached.path.chmod(0o644)
    cached.agree("kettle")
    assert stat.S_IMODE(cached.path.stat().st_mode) == 0o600
