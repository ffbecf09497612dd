"""What a command prints in a terminal breaks between words; elsewhere it is printed as it is."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import Done
from cli.two_desks import SUPERVISOR, sit_down
from tipcoach import cli

termios = pytest.importorskip("termios")

LONG_AGO = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def in_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, *arguments: str) -> list[str]:
    """The lines a command prints in a terminal of so many columns."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with os.fdopen(theirs, "w", encoding="utf-8") as out, monkeypatch.context() as here:
        here.setattr(sys, "stdout", out)
        here.setattr(sys, "stderr", out)
        cli.run(list(arguments))
        out.flush()
        said = b""
        while not said.endswith(b"\n"):
            said += os.read(ours, 65536)
    os.close(ours)
    return said.decode().replace("\r\n", "\n").split("\n")


def test_sentences_break_between_words_in_a_terminal_alone(
    here: Callable[..., Done], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (["journal", "show", LONG_AGO], ["agreement"], ["lenses"]):
        done = here(*arguments)
        in_full = (done.out + done.err).split()
        assert max(map(len, (done.out + done.err).split("\n"))) > 40
        lines = in_a_terminal(monkeypatch, 40, *arguments)
        assert " ".join(lines).split() == in_full, "no word is broken, and none is lost"
        assert all(len(line) <= 40 or " " not in line.strip() for line in lines), lines


def test_json_and_a_line_that_fits_are_as_they_were(
    here: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = here("lenses", "--json").out
    assert "\n".join(in_a_terminal(monkeypatch, 20, "lenses", "--json")) == document
    listed = here("lenses").out
    assert "\n".join(in_a_terminal(monkeypatch, 500, "lenses")) == listed


def test_a_command_on_a_line_of_its_own_is_left_whole_to_be_copied(
    here: Callable[..., Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks = sit_down(tmp_path, here, monkeypatch, agreed=False)
    home = str(desks.pair.officer.places.data.parent)
    lines = in_a_terminal(monkeypatch, 30, "--home", home, "agreement")
    assert f"    tipcoach agreement begin --with {SUPERVISOR}" in lines
    assert "together:" in " ".join(lines)
