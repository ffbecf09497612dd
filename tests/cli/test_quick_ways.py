"""Asking what there is loads next to nothing, and a slip of the finger says so."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import DEADLINE, Done, environment_for, tipcoach

HEAVY = {"textual", "rich", "pydantic", "yaml", "ulid", "filelock", "platformdirs"}


def imported_by(home: Path, *arguments: str) -> set[str]:
    """The packages that running the program with `arguments` imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tipcoach", *arguments],
        capture_output=True,
        timeout=DEADLINE,
        cwd=home.parent,
        env=environment_for(home),
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines if "|" in line}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["-h"],
        ["prepare", "--help"],
        ["journal", "--help"],
        ["promises", "--help"],
        ["prompts", "--help"],
    ],
)
def test_help_and_version_load_nothing_heavy(home: Path, arguments: list[str]) -> None:
    imported = imported_by(home, *arguments)
    assert "click" in imported
    assert imported & HEAVY == set()


def test_the_look_at_imports_can_see_a_heavy_one(home: Path) -> None:
    assert "pydantic" in imported_by(home, "journal", "list")


def test_version(home: Path) -> None:
    done = tipcoach(home, "--version")
    assert done.code == 0
    assert done.out.startswith("tipcoach ")
    assert done.err == ""


def test_help_names_every_command(home: Path) -> None:
    done = tipcoach(home, "--help")
    assert done.code == 0
    commands = (
        "prepare reflect mirror walk-it-as-them card journal recorded promises prompts "
        "agreement share take-back inbox review"
    )
    for command in commands.split():
        assert command in done.out
    assert not home.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["prepair"],
        ["--colour"],
        ["prepare", "--tenant", "x"],
        ["prepare", "--channel", "pigeon"],
        ["reflect", "--hat", "fez"],
        ["journal", "list", "--limit", "0"],
        ["journal", "burn"],
        ["card"],
    ],
    ids=" ".join,
)
def test_what_is_not_known_is_wrong_usage(
    here: Callable[..., Done], home: Path, arguments: list[str]
) -> None:
    done = here(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.strip()
    assert not home.exists()
