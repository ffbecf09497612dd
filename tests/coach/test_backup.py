"""A backup holds every byte of what is kept, and brings back nothing but that."""

import errno
import hashlib
import json
import os
import stat
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journal.test_disk import Windows
from making import NOW, Clock, draft, entries, entry, new_id, real_checklist, visit

from tipcoach.coach import gists, searching
from tipcoach.coach.backup import Count, back_up
from tipcoach.coach.coach import Coach
from tipcoach.coach.restore import restore
from tipcoach.coach.searching import search
from tipcoach.errors import NotBackedUp, NotFound, NotReadable, WrongUsage
from tipcoach.journal import backup as backup_file
from tipcoach.journal import disk
from tipcoach.journal.written import write_entry
from tipcoach.practice.draft import Draft
from tipcoach.practice.walk import Walk
from tipcoach.settings import HOME_VARIABLE, places

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links of POSIX")


def coach_in(home: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(home)}), clock=Clock(NOW))


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """A journal with two entries, a draft, and what sync programs leave."""
    made = coach_in(tmp_path / "home")
    for _ in range(2):
        made.journal.add(entry())
    made.drafts.begin(draft(Walk(checklist=real_checklist(), visit=visit(), at="hat")))
    (made.places.journal / "desktop.ini").write_bytes(b"[.ShellClassInfo]\r\n")
    return made


@pytest.fixture
def other(tmp_path: Path) -> Coach:
    return coach_in(tmp_path / "other")


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


# -- what is here already ----------------------------------------------------------------


def test_what_is_here_with_other_contents_stays_and_is_named(coach: Coach, tmp_path: Path) -> None:
    back_up(coach, tmp_path / "b.zip")
    (changed,) = coach.places.drafts.glob("*[!t].json")
    changed.write_bytes(b"newer than the backup")
    (gone,) = coach.places.journal.glob("*.ini")
    gone.unlink()

    done = restore(coach, tmp_path / "b.zip")
    assert changed.read_bytes() == b"newer than the backup"
    assert gone.exists()
    assert (done.count, done.already_there) == (Count(others=1), 3)
    ((name, why),) = done.left_out
    assert name == f"drafts/{changed.name}"
    assert "other contents" in why


@posix
@pytest.mark.parametrize("after", range(5))
def test_one_that_was_interrupted_can_be_run_again(
    coach: Coach, other: Coach, tmp_path: Path, after: int
) -> None:
    """And a draft is never without its questions."""
    back_up(coach, tmp_path / "b.zip")
    real, count = os.link, 0

    def killed(*args: Any, **more: Any) -> None:
        nonlocal count
        count += 1
        if count > after:
            raise KeyboardInterrupt
        real(*args, **more)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(os, "link", killed)
        restore(other, tmp_path / "b.zip")
    assert len(tree(other)) == after
    assert [one for one in other.drafts.all() if not isinstance(one, Draft)] == []

    done = restore(other, tmp_path / "b.zip")
    assert (done.count.all, done.already_there) == (5 - after, after)
    assert tree(other) == tree(coach)


@posix
def test_a_link_in_the_place_of_a_file_is_not_written_through(coach: Coach, tmp_path: Path) -> None:
    back_up(coach, tmp_path / "b.zip")
    (path,) = coach.places.journal.glob("*.ini")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    ((name, why),) = restore(coach, tmp_path / "b.zip").left_out
    assert name == "journal/desktop.ini"
    assert "a link is in its place" in why
    assert not (tmp_path / "elsewhere").exists()


@posix
def test_a_disk_that_fills_up_keeps_what_came_and_names_the_rest(
    coach: Coach, other: Coach, tmp_path: Path
) -> None:
    back_up(coach, tmp_path / "b.zip")
    real = os.fsync
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(errno.ENOSPC, "")))
        done = restore(other, tmp_path / "b.zip")
    assert real is os.fsync
    assert done.count.all == 0
    assert len(done.left_out) == 5
    assert all("disk is full" in why for _, why in done.left_out)
    assert restore(other, tmp_path / "b.zip").count.all == 5


def test_what_does_not_fit_is_not_begun(
    coach: Coach, other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(coach, tmp_path / "b.zip")
    monkeypatch.setattr(disk, "free_bytes", lambda _: 1_000)
    with pytest.raises(NotBackedUp, match="0 MB are free"):
        restore(other, tmp_path / "b.zip")
    assert nothing_in(other)


@posix
def test_a_month_that_is_a_link_is_not_written_through(
    coach: Coach, other: Coach, tmp_path: Path
) -> None:
    back_up(coach, tmp_path / "b.zip")
    (tmp_path / "elsewhere").mkdir()
    other.places.journal.mkdir(parents=True)
    (other.places.journal / "2026-11").symlink_to(tmp_path / "elsewhere")

    done = restore(other, tmp_path / "b.zip")
    assert done.count == Count(drafts=1, others=2)
    assert len(done.left_out) == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_name_this_system_cannot_have_is_named_and_the_rest_comes(
    coach: Coach, other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Backed up where it could be one."""
    made_of = {"journal/a:b": b"one", "drafts/nul.json": b"two", "journal/fine": b"three"}
    path = write_zip(tmp_path / "b.zip", made_of)
    monkeypatch.setattr(sys, "platform", "win32")
    done = restore(other, path)
    monkeypatch.undo()
    assert [name for name, _ in done.left_out] == ["drafts/nul.json", "journal/a:b"]
    assert [path.name for path in other.places.journal.iterdir()] == ["fine"]


# -- what somebody else made -------------------------------------------------------------


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


@pytest.mark.parametrize(
    "name",
    ["../x", "journal/../../x", "journal/2026-11/../x", "/etc/x", "C:/x", "C:x", "journal", "x",
     "journal/2026-11/sub/x", "journal/notes/x", "drafts/sub/x", "config/settings.yaml",
     "journal//x", "drafts/..", "drafts/.", "drafts/", "journal/2026-11/", "journal/a\\..\\..\\b",
     "drafts\\x", "drafts/01KAX00000000000000000000A.lock", "journal/.a.0123456789abcdef.tmp",
     "journal/2026-13/x"],
)  # fmt: skip
def test_a_name_that_no_backup_has_makes_all_of_it_suspect(
    other: Coach, tmp_path: Path, name: str
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/fine": b"fine", name: b"not"})
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotReadable, match="Nothing was written"):
        restore(other, path)
    assert sorted(tmp_path.rglob("*")) == before


def _bomb(shape: dict[str, Any]) -> None:
    shape["files"][0]["size"] = 10


def _huge(shape: dict[str, Any]) -> None:
    shape["files"][0]["size"] = backup_file.MOST_OF_ONE + 1


def _too_much(shape: dict[str, Any]) -> None:
    first = shape["files"][0]
    shape["files"] = [
        {**first, "name": f"drafts/{number}", "size": backup_file.MOST_OF_ONE}
        for number in range(65)
    ]


def _twice(shape: dict[str, Any]) -> None:
    shape["files"] *= 2


def _less(shape: dict[str, Any]) -> None:
    shape["files"] = []


def _newer(shape: dict[str, Any]) -> None:
    shape.update(version=2, comment="new")


def _other_sum(shape: dict[str, Any]) -> None:
    shape["files"][0]["sha256"] = "0" * 64


def _true(shape: dict[str, Any]) -> None:
    shape["version"] = True


@pytest.mark.parametrize(
    "listed, said",
    [(_bomb, "damaged"), (_huge, "not a backup"), (_too_much, "differ"), (_twice, "differ"),
     (_less, "differ"), (_newer, "newer tipcoach"), (_other_sum, "damaged"),
     (_true, "not a backup"), (dict.clear, "not a backup")],
)  # fmt: skip
def test_a_list_that_is_not_true_is_refused_whole(
    other: Coach, tmp_path: Path, listed: Callable[[dict[str, Any]], None], said: str
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_000_000)}, listed=listed)
    with pytest.raises(NotReadable, match=said):
        restore(other, path)
    assert nothing_in(other)


def test_a_name_that_is_cut_short_while_it_is_read_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x!../y": b"x"}, listed=_cut)
    path.write_bytes(path.read_bytes().replace(b"journal/x!../y", b"journal/x\x00../y"))
    with pytest.raises(NotReadable, match="differ"):
        restore(other, path)
    assert nothing_in(other)


def _cut(shape: dict[str, Any]) -> None:
    shape["files"][0]["name"] = "journal/x"


def test_one_name_with_two_contents_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x": b"one", "journal/y": b"two"}, listed=_both_x)
    path.write_bytes(path.read_bytes().replace(b"journal/y", b"journal/x"))
    with pytest.raises(NotReadable, match="differ"):
        restore(other, path)
    assert nothing_in(other)


def _both_x(shape: dict[str, Any]) -> None:
    shape["files"][1]["name"] = "journal/x"


def test_no_more_is_unpacked_than_the_list_says(
    other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_000_000)}, listed=_bomb)
    real, unpacked = zipfile.ZipExtFile.read, [0]

    def watched(member: zipfile.ZipExtFile, most: int | None = -1) -> bytes:
        data = real(member, most)
        unpacked.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", watched)
    with pytest.raises(NotReadable, match="damaged"):
        restore(other, path)
    assert max(unpacked) < 1_000


def test_more_than_a_journal_can_hold_is_refused_by_what_it_says_of_itself(
    other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "MOST_IN_ALL", 1_000)
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_001)})
    with pytest.raises(NotReadable, match="more than a journal can"):
        restore(other, path)
    assert nothing_in(other)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"not a zip" * 100, b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_backup_is_a_sentence(other: Coach, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(NotReadable, match="not a backup of tipcoach"):
        restore(other, tmp_path / "b.zip")
    with pytest.raises(NotFound):
        restore(other, tmp_path / "none.zip")
    with pytest.raises(NotReadable, match="not a file"):
        restore(other, tmp_path)
    assert nothing_in(other)


def test_another_way_of_packing_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x": b"x"}, packing=zipfile.ZIP_LZMA)
    with pytest.raises(NotReadable, match="not a backup"):
        restore(other, path)


@pytest.mark.parametrize(
    "share", [0.1, 0.5, 0.9, 0.999], ids=lambda share: f"the first {share:.1%}"
)
def test_a_backup_that_is_cut_short_brings_back_nothing(
    coach: Coach, other: Coach, tmp_path: Path, share: float
) -> None:
    back_up(coach, tmp_path / "b.zip")
    data = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(NotReadable, match="Nothing was written"):
        restore(other, tmp_path / "b.zip")
    assert nothing_in(other)


def changed_at(places: range, coach: Coach, folder: Path) -> None:
    """With any one bit changed a backup is refused whole, or everything in it is as it was."""
    back_up(coach, folder / "b.zip")
    whole, meant = (folder / "b.zip").read_bytes(), tree(coach)
    for at in places:
        if at >= len(whole):
            break
        one_off = bytearray(whole)
        one_off[at] ^= 1 << at % 8
        (folder / "c.zip").write_bytes(one_off)
        other = coach_in(folder / f"{at}")
        try:
            restore(other, folder / "c.zip")
        except NotReadable:
            assert nothing_in(other), at
        else:
            assert tree(other) == meant, at


def test_one_changed_bit_never_brings_back_another_word(coach: Coach, tmp_path: Path) -> None:
    changed_at(range(0, 100_000, 199), coach, tmp_path)


@pytest.mark.thorough
def test_one_changed_bit_in_more_places_is_no_other(coach: Coach, tmp_path: Path) -> None:
    changed_at(range(0, 100_000, 7), coach, tmp_path)
