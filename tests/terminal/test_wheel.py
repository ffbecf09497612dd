"""The wheel, installed where there is nothing else, and walked from there."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from cli.program import PREPARATION, environment_for, write_answers

from terminal.terminal import Terminal

pytestmark = pytest.mark.thorough

CHECKOUT = Path(__file__).parent.parent.parent
PATIENCE = 600
"""Seconds: what it needs comes from wherever pip gets it."""


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, capture_output=True, text=True, timeout=PATIENCE, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, CHECKOUT,
        cwd=folder)  # fmt: skip
    (built,) = folder.glob("tipcoach-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the wheel and what it needs, and nothing more."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return python


def test_it_holds_the_prompts_and_the_looks_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    ours = {path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.glob("prompts/**/*.yaml")}
    assert {f"tipcoach/{name}" for name in ours} <= {*names}
    looks = {path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.glob("tipcoach/**/*.tcss")}
    assert looks <= {*names}
    assert "tipcoach/py.typed" in names
    assert not [name for name in names if name.startswith("tests")]


def test_a_file_of_answers_becomes_an_entry(installed: Path, home: Path, tmp_path: Path) -> None:
    answers = write_answers(tmp_path, PREPARATION)

    def tipcoach(*arguments: str) -> str:
        done = subprocess.run(
            [str(installed), "-m", "tipcoach", *arguments],
            cwd=tmp_path, env=environment_for(home), capture_output=True, text=True,
            encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    kept = json.loads(tipcoach("prepare", "--answers", str(answers), "--json"))
    assert "Your card · rent arrears · phone" in tipcoach("card", kept["id"])
    assert kept["id"] in tipcoach("journal", "list")
    assert "A sample" in tipcoach("demo")


def test_a_preparation_is_walked_on_a_terminal(installed: Path, home: Path) -> None:
    with Terminal(home, python=installed) as terminal:
        terminal.wait_for("Before a visit", "Ctrl+Q leave")
        terminal.press("b", "r", "enter")
        terminal.wait_for("Which hat today?")
        terminal.press("3")
        terminal.type("I am your landlord today, and here to help.")
        terminal.wait_for("● saved")
        terminal.press("enter", "escape", "d")
        terminal.wait_for("Keep this as it is?")
        terminal.press("k")
        terminal.wait_for("Your card", "kept in your journal")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert len(list((home / "data" / "journal").rglob("*.json"))) == 1
