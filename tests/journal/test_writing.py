"""Every write is whole or is not there, is said plainly, and leaves what was there alone."""

import errno
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tipcoach.errors import NotSaved
from tipcoach.journal.writing import Writer

OLD, NEW = b"what was kept before\n", b"what is being written now\n" * 50
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path / "open-writes.txt")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp")]


# -- what is kept ------------------------------------------------------------------------


def test_what_is_written_is_there_whole_and_nothing_beside_it(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "journal" / "2026-11" / "a.json"
    writer.write(path, NEW, once=True)

    assert path.read_bytes() == NEW
    assert [item.name for item in path.parent.iterdir()] == ["a.json"]


@posix
def test_only_its_owner_can_read_what_is_written(writer: Writer, tmp_path: Path) -> None:
    """Whatever the machine would otherwise allow new files."""
    before = os.umask(0)
    try:
        for name, once in (("a.json", True), ("b.json", False)):
            writer.write(tmp_path / "data" / "journal" / name, NEW, once=once)
    finally:
        os.umask(before)

    for name in ("a.json", "b.json"):
        mode = (tmp_path / "data" / "journal" / name).stat().st_mode
        assert stat.S_IMODE(mode) == 0o600
    for folder in (tmp_path / "data", tmp_path / "data" / "journal"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "open-writes.txt").stat().st_mode) == 0o600


def test_what_is_written_once_is_never_written_over(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    writer.write(path, OLD, once=True)

    with pytest.raises(NotSaved, match="already there"):
        writer.write(path, NEW, once=True)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_the_same_bytes_again_count_as_written(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    writer.write(path, NEW, once=True)
    inode = path.stat().st_ino
    writer.write(path, NEW, once=True)

    assert path.read_bytes() == NEW
    assert path.stat().st_ino == inode, "the first file stands"
    assert leftovers(tmp_path) == []


@posix
def test_a_link_in_the_place_of_a_file_is_not_written_through(
    writer: Writer, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(NEW)
    path = tmp_path / "a.json"
    path.symlink_to(elsewhere)

    with pytest.raises(NotSaved):
        writer.write(path, NEW, once=True)
    with pytest.raises(NotSaved):
        writer.write(path, OLD, once=True)
    assert elsewhere.read_bytes() == NEW


def test_a_draft_is_written_over_the_last_one(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    writer.write(path, OLD, once=False)
    writer.write(path, NEW, once=False)

    assert path.read_bytes() == NEW
    assert leftovers(tmp_path) == []


def test_of_many_who_want_one_name_exactly_one_gets_it(tmp_path: Path) -> None:
    path, won = tmp_path / "journal" / "a.json", []
    ready = threading.Barrier(6)

    def want(number: int) -> None:
        ready.wait(10)
        with suppress(NotSaved):
            Writer(tmp_path / f"{number}.txt").write(path, b"%d" % number * 9_000, once=True)
            won.append(number)

    threads = [threading.Thread(target=want, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(won) == 1
    assert path.read_bytes() == b"%d" % won[0] * 9_000


def test_taking_a_file_away_is_for_good_and_once_gone_is_gone(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    writer.write(path, NEW, once=True)
    writer.remove(path)
    writer.remove(path)
    writer.remove(tmp_path / "no such folder" / "a.json")

    assert not path.exists()


@pytest.mark.parametrize(
    "name", ["with spaces", "cafe\u0301 é", "👩‍👩‍👧‍👦", "100%", "[b]", "n" * 200]
)
def test_a_folder_may_have_any_name(writer: Writer, tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "a.json"
    writer.write(path, NEW, once=True)
    assert path.read_bytes() == NEW


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not text exist on Linux")
def test_a_folder_whose_name_is_not_text_is_written_to_or_refused(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    path = folder / "a.json"
    with suppress(NotSaved):
        Writer(folder / "open-writes.txt").write(path, NEW, once=True)
        assert path.read_bytes() == NEW


# -- what goes wrong: every call to the system, failing in every way ---------------------


class Faulty:
    """Counts the calls that reach the disk, and fails one of them.

    `done` are the names of those that went through, in order.
    """

    CALLS = (
        (os, "open"), (os, "write"), (os, "fsync"), (os, "link"), (os, "close"),
        (Path, "replace"), (Path, "rename"), (Path, "unlink"), (Path, "mkdir"),
    )  # fmt: skip

    def __init__(self, fails_at: int | None = None, fault: OSError | None = None) -> None:
        self.done: list[str] = []
        self.failed = ""
        self._fails_at = fails_at
        self._fault = fault or OSError(errno.EIO, "a fault")
        self._count = 0

    @contextmanager
    def working(self) -> Iterator["Faulty"]:
        with pytest.MonkeyPatch.context() as patch:
            for owner, name in self.CALLS:
                patch.setattr(owner, name, self._watched(name, getattr(owner, name)))
            yield self

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            self._count += 1
            if self._count - 1 == self._fails_at:
                self.failed = name
                if name == "close":
                    real(*args, **more)
                raise self._fault
            result = real(*args, **more)
            self.done.append(name)
            return result

        return call

    @property
    def placed(self) -> bool:
        """Whether the file had its name by the time of the fault."""
        return bool({"link", "replace", "rename"} & {*self.done})


FAULTS = {
    "full": errno.ENOSPC,
    "only be read": errno.EROFS,
    "may not be written": errno.EACCES,
    "fault": errno.EIO,
    "size": errno.EFBIG,
    "share of the disk": errno.EDQUOT,
    "did not take it": errno.EMFILE,
}


def calls_made(tmp_path: Path, once: bool) -> list[str]:
    """The calls of one write into a folder that is there, and those of the first write of all."""
    with Faulty().working() as watched:
        Writer(tmp_path / "noted.txt").write(tmp_path / "new" / "a.json", NEW, once=once)
    return watched.done


@posix
@pytest.mark.parametrize("once", [True, False], ids=["an entry", "a draft"])
def test_whatever_call_fails_the_write_is_whole_or_not_there_and_says_so(
    tmp_path: Path, once: bool
) -> None:
    """For every call in turn, and for every fault a disk can report."""
    calls = calls_made(tmp_path, once)
    assert {"open", "write", "fsync", "mkdir"} <= {*calls}

    for said, code in FAULTS.items():
        for number in range(len(calls)):
            home = tmp_path / f"{code}-{number}"
            path = home / "data" / "a.json"
            path.parent.mkdir(parents=True)
            if not once:
                path.write_bytes(OLD)
            faulty = Faulty(number, OSError(code, os.strerror(code)))
            saved = True
            with faulty.working():
                try:
                    Writer(home / "noted.txt").write(path, NEW, once=once)
                except NotSaved as trouble:
                    saved = False
                    assert said in str(trouble), (faulty.failed, str(trouble))
                    assert trouble.hint
            found = path.read_bytes() if path.exists() else None
            where = (faulty.failed, number, os.strerror(code), faulty.done)
            if saved:
                assert found == NEW, where
            elif not faulty.placed:
                assert found == (None if once else OLD), where
            else:
                assert found == NEW, where
            assert leftovers(home) == [], where
            # Nothing is stuck: once the disk is well again, the very same write goes through.
            Writer(home / "noted.txt").write(path, NEW, once=once)
            assert path.read_bytes() == NEW


@posix
def test_making_the_folder_may_fail_too(tmp_path: Path) -> None:
    calls = calls_made(tmp_path, once=True)
    for number in range(len(calls)):
        home = tmp_path / str(number)
        home.mkdir()
        with Faulty(number, OSError(errno.ENOSPC, "full")).working() as faulty:
            try:
                Writer(home / "noted.txt").write(home / "new" / "a.json", NEW, once=True)
            except NotSaved as trouble:
                assert "full" in str(trouble), faulty.failed
            else:
                assert (home / "new" / "a.json").read_bytes() == NEW
        assert leftovers(home) == [], faulty.failed


@posix
@pytest.mark.parametrize("once", [True, False])
def test_a_name_is_given_only_to_what_the_disk_already_holds(tmp_path: Path, once: bool) -> None:
    """File first, then its name, then the folder: so that a power cut can take none of it."""
    (tmp_path / "new").mkdir()
    writer = Writer(tmp_path / "noted.txt")
    writer.write(tmp_path / "new" / "first.json", OLD, once=True)
    with Faulty().working() as watched:
        writer.write(tmp_path / "new" / "a.json", NEW, once=once)

    calls = [call for call in watched.done if call not in ("close", "unlink")]
    naming = "link" if once else "replace"
    assert calls == ["open", "write", "fsync", naming, "open", "fsync"]


@posix
def test_a_sync_that_failed_is_not_tried_again_on_the_same_file(tmp_path: Path) -> None:
    """It could succeed the second time with the data gone."""
    opened: list[Path] = []
    synced: list[Path] = []
    real = os.open

    def watched(path: Path, *args: int) -> int:
        opened.append(path)
        return real(path, *args)

    def failing(handle: int) -> None:
        synced.append(opened[-1])
        raise OSError(errno.EIO, "a fault")

    writer = Writer(tmp_path / "noted.txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", watched)
        patch.setattr(os, "fsync", failing)
        for _ in range(2):
            with pytest.raises(NotSaved):
                writer.write(tmp_path / "a.json", NEW, once=False)
    assert len(synced) == 2, "each try syncs once"
    assert synced[0] != synced[1], "and the second try a file of its own"
    assert not (tmp_path / "a.json").exists()


@posix
def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_them_all(
    writer: Writer, tmp_path: Path
) -> None:
    real = os.write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:7])))
        writer.write(tmp_path / "a.json", NEW, once=True)
    assert (tmp_path / "a.json").read_bytes() == NEW


def test_a_file_where_a_folder_should_be_is_said_plainly(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("not a folder")
    with pytest.raises(NotSaved, match="A file stands where a folder should be"):
        writer.write(tmp_path / "journal" / "2026-11" / "a.json", NEW, once=True)


def test_a_path_that_is_too_long_is_said_plainly(writer: Writer, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="too long"):
        writer.write(tmp_path / ("n" * 300) / "a.json", NEW, once=True)


def test_a_failure_to_take_a_file_away_is_said_and_the_file_stands(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    writer.write(path, NEW, once=True)
    with (
        Faulty(0, OSError(errno.EROFS, "read-only")).working(),
        pytest.raises(NotSaved, match="only be read"),
    ):
        writer.remove(path)
    assert path.read_bytes() == NEW


def test_a_message_names_the_folder_and_never_what_was_written(
    writer: Writer, tmp_path: Path
) -> None:
    with (
        Faulty(2, OSError(errno.ENOSPC, "full")).working(),
        pytest.raises(NotSaved) as trouble,
    ):
        writer.write(tmp_path / "a.json", b"what was confided", once=True)
    assert str(tmp_path) in str(trouble.value)
    assert "confided" not in str(trouble.value)


# -- what a crash leaves -----------------------------------------------------------------


def temporary(folder: Path, hours_old: float, name: str = ".a.json.0123456789abcdef.tmp") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(b"half")
    then = time.time() - hours_old * 3600
    os.utime(path, (then, then))
    return path


def test_an_old_temporary_is_swept_from_a_folder_written_to_before(
    writer: Writer, tmp_path: Path
) -> None:
    writer.write(tmp_path / "journal" / "a.json", NEW, once=True)
    left = temporary(tmp_path / "journal", hours_old=2)

    Writer(tmp_path / "open-writes.txt").sweep()  # the next start
    assert not left.exists()
    assert (tmp_path / "journal" / "a.json").read_bytes() == NEW


def test_a_temporary_of_a_write_under_way_is_left_alone(writer: Writer, tmp_path: Path) -> None:
    writer.write(tmp_path / "journal" / "a.json", NEW, once=True)
    young = temporary(tmp_path / "journal", hours_old=0.5)

    writer.sweep()
    assert young.exists()


def test_a_folder_never_written_to_is_never_swept(writer: Writer, tmp_path: Path) -> None:
    writer.write(tmp_path / "journal" / "a.json", NEW, once=True)
    elsewhere = temporary(tmp_path / "elsewhere", hours_old=48)
    below = temporary(tmp_path / "journal" / "below", hours_old=48)

    writer.sweep()
    assert elsewhere.exists()
    assert below.exists()


@pytest.mark.parametrize(
    "name",
    [".a.tmp", "a.json.0123456789abcdef.tmp", ".a.json.0123456789abcdef.tmp.json",
     ".a.json.0123456789ABCDEF.tmp", ".~lock.tmp", "a.json"],
)  # fmt: skip
def test_what_only_looks_like_a_temporary_is_somebody_elses(
    writer: Writer, tmp_path: Path, name: str
) -> None:
    writer.write(tmp_path / "journal" / "b.json", NEW, once=True)
    foreign = temporary(tmp_path / "journal", hours_old=48, name=name)

    writer.sweep()
    assert foreign.exists()


@posix
def test_a_link_with_the_name_of_a_temporary_is_not_followed(
    writer: Writer, tmp_path: Path
) -> None:
    writer.write(tmp_path / "journal" / "a.json", NEW, once=True)
    target = temporary(tmp_path / "elsewhere", hours_old=48)
    (tmp_path / "journal" / ".b.json.0123456789abcdef.tmp").symlink_to(target)

    writer.sweep()
    assert target.exists()


@pytest.mark.parametrize("noted", [b"", b"\xff\xfe\x00", b"/no/such/folder\n\n../..\n", b"\x00\n"])
def test_sweeping_never_fails_whatever_was_noted(tmp_path: Path, noted: bytes) -> None:
    (tmp_path / "noted.txt").write_bytes(noted)
    Writer(tmp_path / "noted.txt").sweep()
    Writer(tmp_path / "never.txt").sweep()
    assert not (tmp_path / "never.txt").exists(), "looking writes nothing"


def test_each_folder_is_noted_once_however_often_it_is_written_to(tmp_path: Path) -> None:
    for number in range(3):
        writer = Writer(tmp_path / "noted.txt")
        writer.write(tmp_path / "journal" / f"{number}.json", NEW, once=True)
        writer.write(tmp_path / "drafts" / f"{number}.json", NEW, once=False)
    noted = (tmp_path / "noted.txt").read_text(encoding="utf-8").splitlines()
    assert noted == [str(tmp_path / "journal"), str(tmp_path / "drafts")]
