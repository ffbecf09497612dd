"""What is brought back stands beside what is here already, and replaces nothing."""

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from coach.backups.homes import nothing_in, posix, tree, write_zip
from tipcoach.coach.backup import Count, back_up
from tipcoach.coach.coach import Coach
from tipcoach.coach.restore import restore
from tipcoach.errors import NotBackedUp
from tipcoach.journal import disk
from tipcoach.practice.draft import Draft

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
