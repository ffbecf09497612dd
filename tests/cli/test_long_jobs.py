"""Jobs that may take a while: named, and stopped so that everything is whole."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import PREPARATION, REFLECTION, Done, coach_at, files_under, keep
from tipcoach.cli import long_job
from tipcoach.cli.backup import NO_BACKUP
from tipcoach.coach.backup import back_up

Here = Callable[..., Done]


class Interrupted(BaseException):
    """What Ctrl+C raises, but not of the program that runs these tests."""


@pytest.fixture
def kept(home: Path) -> list[str]:
    return [keep(home, PREPARATION), keep(home, REFLECTION)]


@pytest.fixture
def everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_job, "WORTH_SAYING", 1)


@pytest.mark.usefixtures("kept", "everything_is_long")
def test_a_long_job_is_named_on_stderr_alone(here: Here, tmp_path: Path) -> None:
    backup = tmp_path / "copy.zip"
    looking = "Looking over every file of the journal. Ctrl+C stops.\n"
    assert here("journal", "check").err == looking
    assert here("doctor").err == looking
    made = here("journal", "backup", str(backup), "--json")
    assert made.err.startswith("Backing up 2 files. Ctrl+C stops.\n")
    assert json.loads(made.out)
    for path in (tmp_path / "home" / "data").rglob("*.json"):
        path.unlink()
    restored = here("journal", "restore", str(backup))
    assert restored.err.startswith("Bringing back 2 files. Ctrl+C stops.\n")


@pytest.mark.usefixtures("kept")
def test_of_a_short_one_nothing_is_said(here: Here) -> None:
    assert here("journal", "check").err == ""


def test_a_backup_that_is_stopped_leaves_nothing_behind(
    home: Path, kept: list[str], tmp_path: Path
) -> None:
    before, backup = files_under(home), tmp_path / "copy.zip"

    def stop(done: int, total: int) -> None:
        assert total == len(kept)
        if done == 1:
            raise Interrupted

    with pytest.raises(Interrupted):
        back_up(coach_at(home), backup, stop)
    assert files_under(home) == before
    assert not [*tmp_path.glob("*copy*")]


def test_one_that_is_stopped_while_it_is_read_back_leaves_nothing_behind(
    home: Path, kept: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise Interrupted

    monkeypatch.setattr("tipcoach.coach.backup.Backup.check", stop)
    with pytest.raises(Interrupted):
        back_up(coach_at(home), tmp_path / "copy.zip")
    assert not [*tmp_path.glob("*copy*")]


@pytest.mark.usefixtures("everything_is_long")
def test_ctrl_c_says_what_is_whole(
    here: Here, kept: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "writestr", stop)
    done = here("journal", "backup", str(tmp_path / "copy.zip"))
    assert done.code == 130
    assert done.err.rstrip().endswith(NO_BACKUP)
