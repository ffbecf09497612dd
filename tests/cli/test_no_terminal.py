"""Where no screen can be painted, none is, and the words say what to use instead."""

import subprocess
from pathlib import Path

import pytest

from cli.program import DEADLINE, PROGRAM, environment_for, files_under, tipcoach

ESCAPE = "\x1b"
WAYS_IN = [[], ["prepare", "--purpose", "arrears", "--channel", "phone"], ["reflect"]]


@pytest.mark.parametrize("way_in", WAYS_IN, ids=["bare", "prepare", "reflect"])
def test_a_pipe_is_never_painted(home: Path, way_in: list[str]) -> None:
    done = tipcoach(home, *way_in)
    assert done.code == 1
    assert done.out == ""
    assert ESCAPE not in done.err
    assert "--plain" in done.err
    assert "--answers" in done.err
    assert files_under(home) == []


WISHES = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1"}


@pytest.mark.parametrize(
    "more", [{**WISHES, "TERM": "dumb"}, {"TERM": ""}], ids=["wishes", "unset"]
)
def test_no_variable_makes_a_pipe_a_terminal(home: Path, more: dict[str, str]) -> None:
    done = tipcoach(home, more=more)
    assert done.code == 1
    assert ESCAPE not in done.both


def test_json_of_a_walk_wants_answers_or_plain(home: Path) -> None:
    done = tipcoach(home, "prepare", "--json")
    assert done.code == 1
    assert done.out == ""
    assert "--answers" in done.err


def test_no_stdin_at_all_is_no_terminal(home: Path) -> None:
    done = subprocess.run(
        PROGRAM,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=DEADLINE,
        cwd=home.parent,
        env=environment_for(home),
        check=False,
    )
    assert done.returncode == 1
    assert b"--plain" in done.stderr


@pytest.mark.thorough
def test_plain_lines_are_plain(home: Path) -> None:
    typed = "1\n3\n1\n3\nI am your landlord.\nquit\n"
    done = tipcoach(home, "prepare", "--plain", typed=typed, more={"TERM": "dumb"})
    assert done.code == 0, done.err
    assert ESCAPE not in done.both
    assert "\r" not in done.both
    assert "Saved." in done.out
