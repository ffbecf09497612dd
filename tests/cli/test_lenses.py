"""`tipcoach lenses`: a second pair of eyes, what it leaves alone, and how it is switched off."""

import io
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from seeing import NAME, WORDING, readers

from cli.program import REFLECTION, Done, coach_at, with_answers, write_answers
from tipcoach.coach.lenses import Lenses

Here = Callable[..., Done]
WRITTEN = "All quiet.\r\nAnother 👩🏽‍🚒 “missed visit” on the sheet, so no access.\n"


def dismiss(home: Path, words: str) -> None:
    """As an officer does who looks at a notice and says not to be told again."""
    lenses = coach_at(home).lenses
    (notice,) = lenses.look(words)
    lenses.do_not_say_again(notice)


def test_it_says_which_are_on_what_each_does_and_that_they_miss_things(here: Here) -> None:
    here("lenses", "off", "moves")
    said = here("lenses").out
    assert "wording      on   Words that blame or label" in said
    assert "identifiers  on   What could tell somebody who a person is" in said
    assert "moves        off  " in said
    assert "Your own list of streets and colleagues is empty." in said
    assert "The lenses miss things." in said
    assert said == here("lenses", "list").out


def test_one_is_switched_off_and_on_and_stays_so(home: Path, here: Here, tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_text(WRITTEN, encoding="utf-8")
    done = here("lenses", "off", "Wording")
    assert (done.code, done.out) == (0, "")
    assert "tipcoach lenses on wording" in done.err
    assert "Switched off: wording." in here("lenses", "read", path).out
    found = here("lenses", "on", "wording", "--json").document
    assert [one["on"] for one in found["lenses"]] == [True, True, True]
    assert "no access" in here("lenses", "read", path).out


def test_a_lens_that_does_not_exist_is_told_its_nearest_spelling(here: Here) -> None:
    done = here("lenses", "off", "identifier")
    assert done.code == 1
    assert "did you mean “identifiers”" in done.err


def test_what_was_left_alone_is_listed_and_can_be_asked_again(home: Path, here: Here) -> None:
    dismiss(home, "No  access.")
    assert "wording: no access" in here("lenses").out
    assert here("lenses", "ask-again", "NO", "access").code == 0
    assert "Left alone" not in here("lenses").out
    done = here("lenses", "ask-again", "no access")
    assert (done.code, done.err.count("was not left alone")) == (1, 1)


def test_names_are_a_plain_list_for_their_owner_alone(home: Path, here: Here) -> None:
    assert "--add NAME" in here("lenses", "names").err
    here("lenses", "names", "--add", "Elm  Court", "--add", "Rae", "--add", "elm court")
    path = home / "config" / "streets-and-colleagues.txt"
    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["Elm Court", "Rae"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    said = here("lenses").out
    assert "has 2 names:" in said
    assert "Elm" not in said, "the list of lenses may be shown to anybody"
    assert here("lenses", "names", "--remove", "rae").out == "Elm Court\n"
    assert here("lenses", "names", "--json").document == {"names": ["Elm Court"]}


@pytest.mark.parametrize("name", ["#Elm", "?!", "x" * 101, ""])
def test_what_cannot_be_a_name_is_refused_and_the_list_stays(here: Here, name: str) -> None:
    here("lenses", "names", "--add", "Rae")
    done = here("lenses", "names", "--add", "Elm", "--add", name)
    assert done.code == 2
    assert here("lenses", "names").out == "Rae\n"


def test_a_name_that_is_not_there_cannot_be_taken_off(here: Here) -> None:
    here("lenses", "names", "--add", "Rae")
    done = here("lenses", "names", "--add", "Elm", "--remove", "Oak")
    assert (done.code, "“Oak” is not on the list" in done.err) == (1, True)
    assert here("lenses", "names").out == "Rae\n"


@pytest.mark.parametrize(
    ("file", "command"),
    [
        ("dismissed.yaml", ["ask-again", "no access"]),
        ("streets-and-colleagues.txt", ["names", "--add", "Elm"]),
        ("settings.yaml", ["off", "wording"]),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_left(
    home: Path, here: Here, file: str, command: list[str]
) -> None:
    path = home / "config" / file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff: [\n")
    done = here("lenses", *command)
    assert done.code == 1
    assert "cannot be read" in done.err
    assert path.read_bytes() == b"\xff: [\n"
    listed = here("lenses", "list", "--json")
    assert listed.code == 0
    assert [file in fault for fault in listed.document["faults"]] == [True]


def test_a_text_is_read_and_each_notice_says_where_and_why(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WRITTEN.encode())
    done = here("lenses", "read", path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Line 2, wording: “no access”\n  It says whose fault it was")
    assert "What did you see? Such as: we did not get in" in done.out
    assert done.out.count("miss things") == 1
    found = here("lenses", "read", path, "--json").document
    (one,) = found["notices"]
    assert WRITTEN[one["start"] : one["end"]] == one["quote"] == "no access"
    assert (one["line"], one["lens"], one["about"]) == (2, "wording", "no-access")
    assert found["complete"] is False
    assert path.read_bytes().decode("utf-8-sig") == WRITTEN


def test_what_is_piped_in_is_read(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"all of it is quiet")))
    assert "not the same as nothing being there" in here("lenses", "read", "-").out


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (None, "There is no file"),
        (b"Mr \xe9 wrote", "is not written in UTF-8. Save it"),
        (b"a" * (128 * 1024 + 1), "is larger than 128 KB"),
    ],
    ids=["missing", "encoding", "size"],
)
def test_a_file_that_cannot_be_read_as_text_is_a_sentence(
    here: Here, tmp_path: Path, holds: bytes | None, said: str
) -> None:
    path = tmp_path / "written.txt"
    if holds is not None:
        path.write_bytes(holds)
    done = here("lenses", "read", path)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert "wrote" not in done.err
    assert here("lenses", "read", tmp_path).code == 2


NAMING = {
    "land.safe": True,
    "moment.stayed": "Mr Quill said we were at fault.",
    "promises.made": [{"text": "Ring Mr Quill"}],
}


@pytest.fixture
def sees_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lenses, "_readers", readers(NAME, WORDING))


@pytest.mark.usefixtures("sees_names")
def test_what_is_kept_from_a_file_of_answers_is_looked_over_and_not_quoted(
    here: Here, tmp_path: Path
) -> None:
    path = write_answers(tmp_path, with_answers(REFLECTION, NAMING))
    done = here("reflect", "--answers", path)
    assert (done.code, done.err.count("lens saw")) == (0, 1)
    assert "The identifiers lens saw something in it: name. It misses things." in done.err
    assert "tipcoach journal show" in done.err
    assert "Quill" not in done.err
    entry_id = done.err.split("journal show ")[1].split()[0]
    right = write_answers(tmp_path, {"answers": {"moment.stayed": "Quiet."}}, "right.json")
    assert (
        "saw something in it: name."
        in here("journal", "supersede", entry_id, "--answers", right).err
    )


@pytest.mark.usefixtures("sees_names")
def test_as_a_document_it_names_the_prompt_and_the_kind_alone(here: Here, tmp_path: Path) -> None:
    path = write_answers(tmp_path, with_answers(REFLECTION, NAMING))
    done = here("reflect", "--answers", path, "--json")
    stayed = [("moment.stayed", "identifiers", "name"), ("moment.stayed", "wording", "blame")]
    found = [(one["prompt"], one["lens"], one["about"]) for one in done.document["notices"]]
    assert found == [*stayed, ("promises.made", "identifiers", "name")]
    assert "Quill" not in done.both
    here("lenses", "off", "identifiers")
    assert "lens saw" not in here("reflect", "--answers", path).err


def test_a_backup_holds_neither_names_nor_what_was_left_alone(
    home: Path, here: Here, tmp_path: Path
) -> None:
    here("lenses", "names", "--add", "Quillwort Court")
    dismiss(home, "no access")
    here("reflect", "--answers", write_answers(tmp_path, REFLECTION))
    here("journal", "backup", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as backup:
        held = b"".join(backup.read(name) for name in backup.namelist())
    assert b"steadier" in held or b"letter" in held
    assert b"Quillwort" not in held
    assert b"no access" not in held
    assert "lenses names" in " ".join(here("journal", "about").out.split())
