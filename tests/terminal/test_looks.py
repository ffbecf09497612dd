"""What is painted fits the terminal it is painted on, and paints nowhere else."""

from pathlib import Path

import pytest

from terminal.terminal import ALTERNATE_SCREEN, Terminal, colours, without_escapes
from terminal.walks import (
    A_PREPARATION,
    A_REFLECTION,
    TO_THE_FIRST_QUESTION,
    ahead,
    at_home,
    slowly,
)


def test_at_60_by_20_nothing_goes_over_the_edge(home: Path) -> None:
    """On paper wider than the terminal is said to be, nothing is painted beyond its edge."""
    widest = 0
    with Terminal(home, columns=60, rows=20, paper=200) as terminal:
        at_home(terminal)
        for step in (*A_PREPARATION, None, *A_REFLECTION):
            if step is None:
                terminal.press("escape")
                at_home(terminal)
            else:
                slowly(terminal, [step])
            widest = max(widest, *(len(line) for line in terminal.lines()))
        assert widest <= 60
        assert widest > 50, "the whole width is used"
        assert max(position for position in _columns_gone_to(terminal.raw)) <= 60


def _columns_gone_to(raw: bytes) -> list[int]:
    """Every column the cursor was sent to."""
    import re

    return [int(column) for column in re.findall(rb"\x1b\[\d+;(\d+)H", raw)]


def test_no_color_is_respected(home: Path) -> None:
    with Terminal(home, more={"NO_COLOR": "1"}) as terminal:
        at_home(terminal)
        ahead(terminal, A_PREPARATION)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert colours(terminal.raw) == []


def test_otherwise_there_is_colour(home: Path) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        assert colours(terminal.raw) != []


@pytest.mark.parametrize("command", [[], ["prepare"]], ids=["bare", "prepare"])
def test_a_dumb_terminal_is_not_painted(home: Path, command: list[str]) -> None:
    with Terminal(home, *command, more={"TERM": "dumb"}) as terminal:
        assert terminal.exit_code() == 1
        assert b"\x1b" not in terminal.raw
        terminal.wait_for("--plain", "--answers")


def test_a_terminal_without_stderr_is_not_painted_into_a_file(home: Path, tmp_path: Path) -> None:
    """`tipcoach 2>errors.txt`: either the screen is painted on the terminal, or none is."""
    errors = tmp_path / "errors.txt"
    with Terminal(home, errors=errors) as terminal:
        terminal.wait_until(
            lambda: terminal.says("Before a visit") or terminal.process.poll() is not None
            or ALTERNATE_SCREEN in errors.read_bytes(),
            "it was painted, or refused",
        )  # fmt: skip
        terminal.press("ctrl+q")
        terminal.exit_code()
    assert b"\x1b" not in errors.read_bytes()


def test_prepare_with_all_of_it_said_begins_at_the_second_question(home: Path) -> None:
    said = ("--purpose", "arrears", "--channel", "phone", "--hat", "both")
    with Terminal(home, "prepare", *said) as terminal:
        terminal.wait_for("How will you say", "phone")
        assert not terminal.says(TO_THE_FIRST_QUESTION[-1].shows)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert without_escapes(terminal.raw).count("Traceback") == 0
