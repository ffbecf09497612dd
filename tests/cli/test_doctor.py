"""`tipcoach doctor` and `journal check`, as somebody types them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import PREPARATION, Done, entry_file, files_under, keep, tipcoach

Here = Callable[..., Done]


def test_with_nothing_wrong_it_leaves_with_nought_and_says_so(home: Path, here: Here) -> None:
    keep(home, PREPARATION)
    for command in (["doctor"], ["journal", "check"]):
        done = here(*command)
        assert done.code == 0, done.both
        assert done.out.endswith("Nothing needs doing.\n")
        assert done.err == ""
        assert max(map(len, done.out.splitlines())) < 80 or str(home) in done.out


def test_what_is_wrong_comes_first_and_it_leaves_with_one(home: Path, here: Here) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    path.write_bytes(path.read_bytes()[:-9])
    for command in (["doctor"], ["journal", "check"]):
        done = here(*command)
        assert done.code == 1
        assert done.out.startswith("Wrong       Damaged entries.")
        assert done.out.endswith("1 thing needs doing.\n")


@pytest.mark.parametrize("command", [["doctor"], ["journal", "check"]], ids=" ".join)
def test_as_json_it_is_one_document(home: Path, here: Here, command: list[str]) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    path.with_name(f"{path.stem} (1).json").write_bytes(b"")
    done = here(*command, "--json")
    assert (done.code, done.err) == (1, "")
    assert done.document["wrong"] == 1
    (wrong,) = (one for one in done.document["findings"] if one["state"] == "wrong")
    assert set(wrong) == {"what", "state", "detail", "to_do"}
    assert path.name in wrong["detail"]


def test_no_word_of_a_journal_is_said(home: Path, here: Here) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    words = "it goes quiet"
    assert words in path.read_text(encoding="utf-8")
    path.with_name(f"{path.stem} (1).json").write_bytes(path.read_bytes()[:-9])
    for command in (["doctor"], ["journal", "check"]):
        for as_json in ([], ["--json"]):
            assert words not in here(*command, *as_json).both


def test_of_very_many_the_first_are_shown(home: Path, here: Here) -> None:
    path = entry_file(home, keep(home, PREPARATION))
    for number in range(25):
        path.with_name(f"{number}.txt").write_bytes(b"")
    said = here("journal", "check")
    assert said.out.count("Keep it unless you know what it is.") == 20
    assert "5 more like these" in said.out
    assert len(here("journal", "check", "--json").document["findings"]) == 26


@pytest.mark.thorough
def test_in_a_home_that_is_no_folder_it_says_so_and_does_not_crash(home: Path) -> None:
    home.write_bytes(b"")
    done = tipcoach(home, "doctor")
    assert done.code == 1
    assert "cannot be looked at" in done.out
    assert "went wrong inside" not in done.err
    assert files_under(home.parent) == [home]


def test_the_shape_of_an_entry_is_one_document(here: Here) -> None:
    done = here("journal", "schema")
    assert done.code == 0
    assert done.document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert here("journal", "schema", "--json").out == done.out
