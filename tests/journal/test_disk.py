"""Each system has its ways with files; each is acted out here, whatever this one is."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from tipcoach.errors import NotReadable, NotSaved
from tipcoach.journal import disk
from tipcoach.journal.reading import read_bytes
from tipcoach.journal.writing import Writer

OLD, NEW = b"what was kept before\n", b"what is being written now\n" * 50
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX links and modes")


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path / "open-writes.txt")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp")]


# -- disks that know no links, or no capitals --------------------------------------------


@posix
@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK])
def test_where_there_are_no_links_a_name_is_still_never_taken_twice(
    tmp_path: Path, code: int
) -> None:
    """As on a stick or in some shared folders."""

    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(code, os.strerror(code))

    writer, path = Writer(tmp_path / "noted.txt"), tmp_path / "a.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", no_links)
        writer.write(path, OLD, once=True)
        assert path.read_bytes() == OLD
        writer.write(path, OLD, once=True)
        with pytest.raises(NotSaved, match="already there"):
            writer.write(path, NEW, once=True)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


@posix
def test_where_there_are_no_links_even_a_link_to_nowhere_holds_its_name(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.symlink_to(tmp_path / "nowhere")

    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "no links")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", no_links)
        with pytest.raises(NotSaved, match="already there"):
            writer.write(path, NEW, once=True)
    assert path.is_symlink()


@posix
@pytest.mark.parametrize("has_links", [True, False], ids=["with links", "without links"])
def test_a_disk_that_takes_a_and_capital_a_for_one_name_refuses_the_second(
    writer: Writer, tmp_path: Path, has_links: bool
) -> None:
    """As on Windows, on a Mac and on a stick."""
    writer.write(tmp_path / "a.json", OLD, once=True)
    real_link, real_lexists = os.link, os.path.lexists

    def there(path: Path) -> bool:
        return path.name.lower() in {name.lower() for name in os.listdir(path.parent)}  # noqa: PTH208

    def link(source: Path, target: Path, **more: Any) -> None:
        if not has_links:
            raise OSError(errno.EPERM, "no links")
        if there(target):
            raise FileExistsError(errno.EEXIST, "exists", str(target))
        real_link(source, target, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", link)
        patch.setattr(os.path, "lexists", lambda path: there(path) or real_lexists(path))
        with pytest.raises(NotSaved, match="already there"):
            writer.write(tmp_path / "A.json", NEW, once=True)
    assert (tmp_path / "a.json").read_bytes() == OLD
    assert leftovers(tmp_path) == []


# -- folders that do not sync, and a Mac's two kinds of sync -----------------------------


@posix
def test_a_folder_that_cannot_be_synced_is_no_fault_where_folders_never_can(
    writer: Writer, tmp_path: Path
) -> None:
    real = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(handle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", files_only)
        writer.write(tmp_path / "a.json", NEW, once=True)
    assert (tmp_path / "a.json").read_bytes() == NEW


class Mac:
    """A sync past the drive's cache that may be unknown, or fail; `synced` says what was done."""

    FULLER = 51

    def __init__(self, fault: int = 0) -> None:
        self.synced: list[str] = []
        self._fault = fault

    @contextmanager
    def working(self) -> Iterator["Mac"]:
        import fcntl

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "platform", "darwin")
            patch.setattr(fcntl, "F_FULLFSYNC", self.FULLER, raising=False)
            patch.setattr(fcntl, "fcntl", self._fcntl)
            patch.setattr(os, "fsync", self._fsync)
            yield self

    def _fcntl(self, handle: int, asked: int) -> None:
        assert asked == self.FULLER
        self.synced.append("fuller")
        if self._fault:
            raise OSError(self._fault, os.strerror(self._fault))

    def _fsync(self, handle: int) -> None:
        self.synced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")


@posix
def test_on_a_mac_a_file_is_synced_past_the_cache_of_the_drive(
    writer: Writer, tmp_path: Path
) -> None:
    with Mac().working() as mac:
        writer.write(tmp_path / "a.json", NEW, once=True)
    assert mac.synced == ["fuller", "folder"]


@posix
@pytest.mark.parametrize("fault", sorted(disk.NO_FULLER_SYNC))
def test_on_a_mac_a_volume_that_does_not_know_it_gets_the_ordinary_sync(
    writer: Writer, tmp_path: Path, fault: int
) -> None:
    with Mac(fault).working() as mac:
        writer.write(tmp_path / "a.json", NEW, once=True)
    assert mac.synced == ["fuller", "file", "folder"]


@posix
def test_on_a_mac_a_sync_that_failed_is_not_followed_by_another(
    writer: Writer, tmp_path: Path
) -> None:
    with Mac(errno.EIO).working() as mac, pytest.raises(NotSaved, match="fault"):
        writer.write(tmp_path / "a.json", NEW, once=True)
    assert mac.synced == ["fuller"]
    assert not (tmp_path / "a.json").exists()


# -- Windows, as far as it can be told from here -----------------------------------------


class Windows:
    """A rename that refuses an existing name, held for a while by somebody else."""

    def __init__(self, held: list[int]) -> None:
        self.held, self.slept = held, 0.0

    @contextmanager
    def working(self) -> Iterator["Windows"]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "platform", "win32")
            patch.setattr(time, "sleep", self._sleep)
            patch.setattr(Path, "rename", self._moves(Path.rename, may_replace=False))
            patch.setattr(Path, "replace", self._moves(Path.replace, may_replace=True))
            patch.delattr(os, "link")
            yield self

    def _sleep(self, seconds: float) -> None:
        self.slept += seconds

    def _moves(self, real: Callable[[Path, Path], Path], may_replace: bool) -> Callable[..., Path]:
        def move(source: Path, target: Path) -> Path:
            if self.held:
                fault = OSError(errno.EACCES, "held")
                fault.winerror = self.held.pop(0)  # type: ignore[attr-defined,unused-ignore]
                raise fault
            if target.exists() and not may_replace:
                raise FileExistsError(errno.EEXIST, "exists", str(target))
            return real(source, target)

        return move


@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_for_a_moment_on_windows_is_saved_after_it(
    tmp_path: Path, once: bool, code: int
) -> None:
    path = tmp_path / "a.json"
    with Windows([code] * 4).working() as windows:
        Writer(tmp_path / "noted.txt").write(path, NEW, once=once)
    assert path.read_bytes() == NEW
    assert 0 < windows.slept < 0.5
    assert leftovers(tmp_path) == []


def test_a_file_held_for_good_on_windows_is_given_up_in_a_second_or_two(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    with Windows([5] * 100).working() as windows, pytest.raises(NotSaved):
        Writer(tmp_path / "noted.txt").write(path, NEW, once=False)
    assert 1 < windows.slept < 2
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_another_fault_on_windows_is_not_tried_again(tmp_path: Path) -> None:
    with Windows([1314]).working() as windows, pytest.raises(NotSaved):
        Writer(tmp_path / "noted.txt").write(tmp_path / "a.json", NEW, once=True)
    assert windows.slept == 0


def test_what_is_written_once_is_never_written_over_on_windows_either(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with Windows([]).working():
        writer = Writer(tmp_path / "noted.txt")
        writer.write(path, OLD, once=True)
        writer.write(path, OLD, once=True)
        with pytest.raises(NotSaved, match="already there"):
            writer.write(path, NEW, once=True)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_no_folder_is_synced_on_windows(tmp_path: Path) -> None:
    """It has no way to open one; its file system keeps names by itself."""
    opened: list[Path] = []
    real = os.open

    def watched(path: Path, *args: int) -> int:
        opened.append(path)
        return real(path, *args)

    with Windows([]).working(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", watched)
        Writer(tmp_path / "noted.txt").write(tmp_path / "new" / "a.json", NEW, once=True)
    assert tmp_path not in opened
    assert tmp_path / "new" not in opened


REFUSED = ["CON", "con", "NUL.json", "nul .txt", "PRN", "Aux", "COM1", "lpt9.tar.gz", "COM²",
           "CONIN$", "home.", "home ", "a:b", "what?", "a*b", '"a"', "a|b", "<a>", "tab\there",
           "a\\b"]  # fmt: skip
TAKEN = ["01KAX0000000000000000000AA.json", ".a.tmp", "CONTROL", "COM", "COM10", "NULL.json",
         "café", "a b", "2026-11", "…", "100%"]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_windows_takes_for_something_else_is_refused(name: str) -> None:
    assert disk.not_a_windows_name(name)


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_windows_takes_is_let_be(name: str) -> None:
    assert disk.not_a_windows_name(name) == ""


def test_the_name_of_a_drive_and_a_way_up_are_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert disk.not_a_name_here(PureWindowsPath(r"C:\Users\..\Sam\tipcoach")) == ""
    assert disk.not_a_name_here(PureWindowsPath(r"\\server\share\tipcoach")) == ""
    assert "“nul”" in disk.not_a_name_here(PureWindowsPath(r"C:\Users\nul\tipcoach"))


def test_elsewhere_any_name_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert disk.not_a_name_here(PurePosixPath("/home/sam/CON/a:b.")) == ""


def test_nothing_is_written_to_a_device_of_windows_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "NUL" / "a.json"
    with Windows([]).working(), pytest.raises(NotSaved, match="device"):
        Writer(tmp_path / "noted.txt").write(path, NEW, once=True)
    with Windows([]).working(), pytest.raises(NotSaved, match="device"):
        Writer(tmp_path / "noted.txt").make_folder(path.parent)
    assert list(tmp_path.iterdir()) == []


# -- files a sync program has not brought yet --------------------------------------------


@posix
def test_a_file_that_has_not_come_yet_is_said_so_and_neither_read_nor_written_over(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(OLD)

    def not_yet(*_: Any) -> Any:
        raise OSError(errno.EINVAL, "the cloud file provider is not running")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fdopen", not_yet)
        with pytest.raises(NotReadable, match="not here yet"):
            read_bytes(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", not_yet)
        with pytest.raises(NotSaved, match="already there"):
            writer.write(path, OLD, once=True)
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []
