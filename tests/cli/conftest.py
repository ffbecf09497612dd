"""A home of its own for the program, and beside it room for files that are not its own."""

import io
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import Done
from cli.two_desks import Desks, sit_down
from tipcoach import cli
from tipcoach.settings import HOME_VARIABLE


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def here(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """Run a command in this process: quicker, and what it is made of can be broken.

    `typed` is then on its stdin, which is no terminal.
    """
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    monkeypatch.setattr(cli, "_listen_for_the_end", lambda: None)
    # The program takes these for itself; here they are given back.
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)

    def run(*arguments: str, typed: str | None = None) -> Done:
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        capfd.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def desks(tmp_path: Path, here: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> Desks:
    """An officer and a supervisor who agreed, with an unlocked pair of keys each."""
    return sit_down(tmp_path, here, monkeypatch)
