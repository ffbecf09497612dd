"""Every place that does not take what is written: one sentence, the words, another folder.

The program is the real one on a real terminal. The disk answers as such a disk does, for
every file under the home, because a disk cannot be filled or taken out from here.
"""

import json
import os
import shutil
from pathlib import Path

import pytest
from cli.program import PREPARATION, runner_that, tipcoach, write_answers

from terminal.terminal import Terminal

SAID = "We said the part would be chased."
ARREARS = ("--purpose", "arrears", "--channel", "phone", "--hat", "both")
DISKS = {
    "ENOSPC": "The disk is full.",
    "EROFS": "The disk can only be read.",
    "EACCES": "This folder may not be written to.",
    "ENOENT": "The folder is gone.",
    "EIO": "The disk reported a fault.",
}

# A full disk is the one most people meet; the thorough run takes all of them.
EVERY_DISK = pytest.mark.parametrize(
    "fault",
    [pytest.param(one, marks=[] if one == "ENOSPC" else pytest.mark.thorough) for one in DISKS],
)


def answering(folder: Path, home: Path, fault: str) -> Path:
    """The program, on a disk that answers every write under `home` with `fault`."""
    return runner_that(
        folder,
        "import errno, os",
        f"HOME, FAULT = {os.fspath(home)!r}, errno.{fault}",
        "real = os.open",
        "def opened(path, flags, *more, **others):",
        "    writes = flags & (os.O_WRONLY | os.O_RDWR)",
        "    if writes and os.fsdecode(path).startswith(HOME):",
        "        raise OSError(FAULT, os.strerror(FAULT))",
        "    return real(path, flags, *more, **others)",
        "os.open = opened",
    )


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """The home of the person, where another folder is offered."""
    folder = tmp_path / "person"
    folder.mkdir()
    return folder


@pytest.mark.thorough
@EVERY_DISK
def test_on_the_screens(home: Path, tmp_path: Path, person: Path, fault: str) -> None:
    runner = answering(tmp_path, home, fault)
    with Terminal(home, "prepare", *ARREARS, runner=runner, more={"HOME": str(person)}) as terminal:
        terminal.wait_for("nothing yet")
        terminal.type(SAID)
        terminal.wait_for("not saved", DISKS[fault], SAID, "saves in another folder")
        terminal.press("ctrl+s")
        terminal.wait_for("Another folder")
        terminal.press("o")
        terminal.wait_for("Save in which folder?", "tipcoach-kept")
        terminal.press("enter")
        terminal.wait_for("● saved", "Saved in", SAID)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    (draft,) = (person / "tipcoach-kept" / "data" / "drafts").glob("*[A-Z0-9].json")
    assert SAID in draft.read_text(encoding="utf-8")
    again = tipcoach(home, "--home", str(person / "tipcoach-kept"), "prepare", "--plain", typed="")
    assert "A draft not finished" in again.out


@pytest.mark.thorough
@EVERY_DISK
def test_in_plain_lines(home: Path, tmp_path: Path, person: Path, fault: str) -> None:
    folder = person / "with spaces, é and 100%"
    done = tipcoach(
        home, "prepare", *ARREARS, "--quick", "--plain",
        typed=f"{SAID}\nquit\nfolder\n{folder}\n",
        runner=answering(tmp_path, home, fault),
        more={"HOME": str(person)},
    )  # fmt: skip
    said = " ".join(done.out.split())
    assert DISKS[fault] in said
    assert "Your words are still held here." in said
    assert f'To go on with it: tipcoach --home "{folder}" prepare --plain' in said
    (draft,) = (folder / "data" / "drafts").glob("*[A-Z0-9].json")
    assert SAID in draft.read_text(encoding="utf-8")


@pytest.mark.thorough
@EVERY_DISK
def test_from_a_file_of_answers(home: Path, tmp_path: Path, fault: str) -> None:
    answers = str(write_answers(tmp_path, PREPARATION))
    runner = answering(tmp_path, home, fault)
    done = tipcoach(home, "prepare", "--answers", answers, runner=runner)
    assert (done.code, done.out) == (1, "")
    assert DISKS[fault] in done.err
    assert "tipcoach --home FOLDER" in done.err
    other = tmp_path / "other"
    done = tipcoach(home, "--home", str(other), "prepare", "--answers", answers, runner=runner)
    assert done.code == 0, done.err
    assert len(list((other / "data" / "journal").rglob("*.json"))) == 1


ODD = {
    "spaces and accents": "Mŷ documents é 100% 文",
    "emoji": "folder 👩\u200d👧",
    "quotes": 'it\'s "quoted" [b]',
    "long, as far as a path may be": "/".join(["n" * 60] * 5),
}


SOME_ODD = "spaces and accents"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(one, id=id_, marks=[] if id_ == SOME_ODD else pytest.mark.thorough)
        for id_, one in ODD.items()
    ],
)
def test_a_home_with_any_name_takes_it(tmp_path: Path, name: str) -> None:
    home = tmp_path / "homes" / name
    home.parent.mkdir(parents=True)
    answers = str(write_answers(tmp_path, PREPARATION))
    kept = json.loads(tipcoach(home, "prepare", "--answers", answers, "--json").out)
    shown = tipcoach(home, "journal", "show", kept["id"])
    assert (shown.code, shown.err) == (0, "")
    assert "I am ringing as your landlord" in " ".join(shown.out.split())


@pytest.mark.thorough
def test_a_home_in_the_home_of_nobody_is_said(tmp_path: Path) -> None:
    done = tipcoach(
        tmp_path / "x", "journal", "list", more={"TIPCOACH_HOME": "~nobody-of-that-name/x"}
    )
    assert done.code == 1
    assert done.err == "TIPCOACH_HOME names a home that does not exist.\n"


@pytest.mark.thorough
def test_a_path_that_is_too_long_is_said(tmp_path: Path) -> None:
    answers = str(write_answers(tmp_path, PREPARATION))
    home = str(tmp_path / ("n" * 300))
    done = tipcoach(tmp_path / "x", "--home", home, "prepare", "--answers", answers)
    assert done.code == 1
    assert "too long" in done.err


@pytest.mark.thorough
def test_a_folder_taken_away_in_the_middle_loses_nothing(home: Path) -> None:
    with Terminal(home, "prepare", *ARREARS) as terminal:
        terminal.wait_for("nothing yet")
        terminal.type(SAID)
        terminal.wait_for("● saved")
        shutil.rmtree(home / "data")
        terminal.type(" More.")
        terminal.wait_for("More.", "● saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    (draft,) = (home / "data" / "drafts").glob("*[A-Z0-9].json")
    assert f"{SAID} More." in draft.read_text(encoding="utf-8")
    assert draft.with_suffix(".checklist.json").exists()
