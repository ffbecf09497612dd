"""A backup holds every byte of what is kept, and is written over nothing."""

import errno
import hashlib
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journal.test_disk import Windows
from making import NOW, Clock, entries, entry, new_id

from coach.backups.homes import coach_in, posix, tree
from tipcoach.coach import gists, searching
from tipcoach.coach.backup import Count, back_up
from tipcoach.coach.coach import Coach
from tipcoach.coach.restore import restore
from tipcoach.coach.searching import search
from tipcoach.errors import NotBackedUp, NotFound, WrongUsage
from tipcoach.journal.written_out import write_entry

# -- round and back ----------------------------------------------------------------------


def test_what_is_backed_up_comes_back_byte_for_byte(
    coach: Coach, other: Coach, tmp_path: Path
) -> None:
    made = back_up(coach, tmp_path / "b.zip")
    done = restore(other, tmp_path / "b.zip")

    assert made.count == done.count == Count(entries=2, drafts=1, others=2)
    assert made.left_out == done.left_out == []
    assert tree(other) == tree(coach)


def test_as_windows_names_files_it_comes_back_byte_for_byte_too(
    coach: Coach, other: Coach, tmp_path: Path
) -> None:
    """With a scanner that holds a file for a moment."""
    with Windows([32, 5]).working():
        back_up(coach, tmp_path / "b.zip")
        restore(other, tmp_path / "b.zip")
        with pytest.raises(WrongUsage, match="there already"):
            back_up(coach, tmp_path / "b.zip")
    assert tree(other) == tree(coach)


def test_a_file_that_has_not_come_yet_is_named_and_left_out(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a sync program has only its name so far."""
    real = os.open
    late = min(coach.places.journal.rglob("*.json"))

    def not_yet(path: Path, *more: int) -> int:
        if path == late:
            raise OSError(errno.EINVAL, "the cloud file provider is not running")
        return real(path, *more)

    monkeypatch.setattr(os, "open", not_yet)
    made = back_up(coach, tmp_path / "b.zip")
    ((name, why),) = made.left_out
    assert Path(name).name == late.name
    assert "not here yet" in why
    assert late.exists()


def test_what_is_brought_back_is_found_at_once_in_a_large_journal(
    coach: Coach, other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a folder is not marked as changed, as on FAT."""
    monkeypatch.setattr(gists, "READ_THROUGH", 0)
    monkeypatch.setattr(searching, "MANY", 0)
    first, second = (entry(stopped="hazard") for _ in range(2))
    coach.journal.add(second)
    back_up(coach, tmp_path / "b.zip")
    month, long_ago = other.journal.add(first).parent, (1_000_000, 1_000_000)
    os.utime(month, long_ago)

    def found() -> tuple[set[str], set[str]]:
        matches = search(other, "has:stopped", None).matches
        return {match.entry.id for match in matches}, {*gists.not_yet_recorded(other)}

    assert found() == ({first.id}, {first.id})
    write = other.writer.write

    def as_on_fat(path: Path, data: bytes, *, once: bool) -> None:
        write(path, data, once=once)
        os.utime(path.parent, long_ago)

    monkeypatch.setattr(other.writer, "write", as_on_fat)
    restore(other, tmp_path / "b.zip")
    assert found() == ({first.id, second.id}, {first.id, second.id})


HOSTILE_NAMES = [
    "desktop.ini", ".DS_Store", "Thumbs.db", "01KAX (1).json",
    "x.sync-conflict-20261122-045935.json",
    "[oops].json", "-rf", "a b", " ", "....", "~", "%TEMP%", "$(id)", "$HOME", "café", "café",
    "👩‍👩‍👧‍👦.json", "العربية", "a:b", "CON", "nul.json", "ends.", "line\nend", "\x1b[2J",
    "\u202etxt", "backup.json", "n" * 250,
]  # fmt: skip


@pytest.mark.thorough
@posix
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kept=st.lists(entries, max_size=3, unique_by=lambda one: one.id),
    foreign=st.dictionaries(
        st.tuples(
            st.sampled_from(["journal", "journal/2026-11", "journal/1999-01", "drafts"]),
            st.sampled_from(HOSTILE_NAMES),
        ),
        st.binary(max_size=200),
        max_size=6,
    ),
)
def test_whatever_lies_in_a_journal_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory,
    kept: list[Any],
    foreign: dict[tuple[str, str], bytes],
) -> None:
    folder = tmp_path_factory.mktemp("round")
    coach, other = coach_in(folder / "home"), coach_in(folder / "other")
    coach.journal.add(entry())
    for one in kept:
        coach.journal.add(one)
    for (place, name), data in foreign.items():
        path = coach.places.data / place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    made = back_up(coach, folder / "b.zip")
    done = restore(other, folder / "b.zip")
    assert made.left_out == done.left_out == []
    assert tree(other) == tree(coach)


def test_what_cannot_be_read_or_is_newer_is_kept_too(
    coach: Coach, other: Coach, tmp_path: Path
) -> None:
    """It may hold the only copy of something."""
    month = coach.places.journal / "2026-11"
    newer = {**json.loads(write_entry(entry())), "version": 2, "id": new_id()}
    (month / f"{newer['id']}.json").write_text(json.dumps(newer), encoding="utf-8")
    (month / f"{new_id()}.json").write_bytes(b'{"format": "tipcoach/en')
    (month / f"{new_id()}.json").write_bytes(b"")

    back_up(coach, tmp_path / "b.zip")
    assert restore(other, tmp_path / "b.zip").count.entries == 5
    assert tree(other) == tree(coach)


def test_locks_and_halves_of_a_write_stay_behind(coach: Coach, tmp_path: Path) -> None:
    (coach.places.drafts / f"{new_id()}.lock").touch()
    (coach.places.journal / ".a.json.0123456789abcdef.tmp").write_bytes(b"half")
    made = back_up(coach, tmp_path / "b.zip")

    names = zipfile.ZipFile(tmp_path / "b.zip").namelist()
    assert not [name for name in names if name.endswith((".lock", ".tmp"))]
    assert made.left_out == []


@posix
def test_what_is_no_file_is_named_and_left_out(coach: Coach, tmp_path: Path) -> None:
    month = coach.places.journal / "2026-11"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.json").write_bytes(b"not of the journal")
    (month / "link.json").symlink_to(tmp_path / "elsewhere" / "secret.json")
    (coach.places.journal / "2026-12").symlink_to(tmp_path / "elsewhere")
    (month / "folder.json").mkdir()
    os.mkfifo(month / "pipe.json")
    (month / "back\\slash").write_bytes(b"")

    made = back_up(coach, tmp_path / "b.zip")
    assert {Path(name).name for name, _ in made.left_out} == {
        "link.json", "2026-12", "folder.json", "pipe.json", "back\\slash",
    }  # fmt: skip
    assert b"not of the journal" not in (tmp_path / "b.zip").read_bytes()
    assert made.count.entries == 2


def test_anybody_can_open_it_and_read_the_list(coach: Coach, tmp_path: Path) -> None:
    back_up(coach, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.testzip() is None
        listed = json.loads(archive.read("backup.json"))
        assert (listed["format"], listed["version"]) == ("tipcoach/backup", 1)
        for one in listed["files"]:
            data = archive.read(one["name"])
            assert (len(data), hashlib.sha256(data).hexdigest()) == (one["size"], one["sha256"])


def test_it_says_the_day_it_was_made_on_the_last_of_a_month_too(
    coach: Coach, tmp_path: Path
) -> None:
    coach.clock = Clock(NOW.replace(month=12, day=31))
    back_up(coach, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {(2026, 12, 31)}


@pytest.mark.parametrize("year", [1970, 1979, 2108, 2200])
def test_a_clock_that_is_wrong_is_no_hindrance(
    coach: Coach, other: Coach, tmp_path: Path, year: int
) -> None:
    coach.clock = Clock(NOW.replace(year=year))
    back_up(coach, tmp_path / "b.zip")
    restore(other, tmp_path / "b.zip")
    assert tree(other) == tree(coach)


# -- where it is put ---------------------------------------------------------------------


@posix
def test_only_its_owner_can_read_a_backup(coach: Coach, tmp_path: Path) -> None:
    back_up(coach, tmp_path / "b.zip")
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600


def test_a_backup_is_never_written_over_anything(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"last year's")
    with pytest.raises(WrongUsage, match="there already"):
        back_up(coach, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == b"last year's"


@pytest.mark.parametrize(
    "where, said",
    [(".", "is a folder"), ("none/b.zip", "no folder"), ("home/data/journal/b.zip", "part")],
)  # fmt: skip
def test_a_place_that_cannot_hold_it_is_a_sentence(
    coach: Coach, tmp_path: Path, where: str, said: str
) -> None:
    before = tree(coach)
    with pytest.raises((WrongUsage, NotFound), match=said):
        back_up(coach, tmp_path / where)
    assert tree(coach) == before


def test_with_nothing_kept_there_is_nothing_to_back_up(other: Coach, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nothing to back up"):
        back_up(other, tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_disk_that_fills_up_leaves_no_half_of_a_backup(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = os.write, 0

    def full(handle: int, data: bytes) -> int:
        nonlocal count
        count += 1
        if count > 6:
            raise OSError(errno.ENOSPC, "full")
        return real(handle, data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NotBackedUp, match="disk is full"):
        back_up(coach, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@posix
def test_a_disk_that_keeps_other_bytes_is_found_out(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, lies = os.write, 0

    def lying(handle: int, data: bytes) -> int:
        """One bit of the first file that is packed is another."""
        nonlocal lies
        whole = bytearray(data)
        if len(whole) > 200 and not lies:
            lies += 1
            whole[100] ^= 1
        return real(handle, whole)

    monkeypatch.setattr(os, "write", lying)
    with pytest.raises(NotBackedUp, match="could not be read back"):
        back_up(coach, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()
