"""Backing up and bringing back, as somebody types it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import PREPARATION, REFLECTION, Done, entry_file, files_under, keep

Here = Callable[..., Done]


@pytest.fixture
def backed_up(home: Path, here: Here, tmp_path: Path) -> Path:
    """A backup of two entries, in a home that has them no more."""
    keep(home, PREPARATION)
    keep(home, REFLECTION)
    path = tmp_path / "b.zip"
    assert here("journal", "backup", path).code == 0
    shutil.rmtree(home)
    return path


def test_what_was_backed_up_is_counted_and_said_not_to_be_encrypted(
    home: Path, here: Here, tmp_path: Path
) -> None:
    keep(home, PREPARATION)
    done = here("journal", "backup", tmp_path / "b.zip")
    assert done.code == 0
    assert "1 entry, 0 drafts and 0 other files" in done.out
    assert "read back" in done.out
    assert "not encrypted" in done.err


def test_as_json_it_is_one_document_and_the_warning_stays(
    home: Path, here: Here, tmp_path: Path
) -> None:
    keep(home, PREPARATION)
    done = here("journal", "backup", tmp_path / "b.zip", "--json")
    assert done.document == {
        "file": str(tmp_path / "b.zip"),
        "entries": 1,
        "drafts": 0,
        "other_files": 0,
        "left_out": [],
        "encrypted": False,
    }
    assert "not encrypted" in done.err


def test_a_backup_comes_back_and_a_second_time_finds_it_all_there(
    here: Here, backed_up: Path
) -> None:
    done = here("journal", "restore", backed_up)
    assert done.code == 0
    assert "2 entries" in done.out
    assert "erased" in done.err
    assert len(here("journal", "list", "--json").document["entries"]) == 2

    again = here("journal", "restore", backed_up, "--json")
    assert again.code == 0
    assert (again.document["entries"], again.document["already_there"]) == (0, 2)
    assert again.err == "", "nothing came back, so nothing is warned of"


def test_a_file_left_out_is_named_and_it_leaves_with_one(
    home: Path, here: Here, tmp_path: Path
) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    assert here("journal", "backup", tmp_path / "b.zip").code == 0
    path.write_bytes(b"mine")
    for as_json in ([], ["--json"]):
        done = here("journal", "restore", tmp_path / "b.zip", *as_json)
        assert done.code == 1
        assert path.name in done.out
        assert path.read_bytes() == b"mine"


def test_nothing_is_written_where_it_cannot_be_done(home: Path, here: Here, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"not a backup")
    for command in (
        ["backup", tmp_path / "new.zip"],
        ["restore", tmp_path / "b.zip"],
        ["restore", tmp_path / "none.zip"],
    ):
        done = here("journal", *command)
        assert done.code == 1
        assert done.out == ""
        assert str(home) in done.err or str(command[-1]) in done.err
    assert files_under(tmp_path) == [tmp_path / "b.zip"]


def test_many_files_left_out_do_not_fill_the_screen(home: Path, here: Here, tmp_path: Path) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    for number in range(25):
        path.with_name(f"{number}.folder").mkdir()
    done = here("journal", "backup", tmp_path / "b.zip")
    assert done.out.count("Left out") == 20
    assert "5 more" in done.out
