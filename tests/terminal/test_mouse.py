"""A real mouse, as a terminal tells of it: a button goes down and up, or the wheel turns."""

from pathlib import Path

import pytest
from cli.program import PREPARATION, keep

from terminal.terminal import Terminal
from terminal.walks import BEFORE, drafts_at
from tipcoach.practice.answer import Text

pytestmark = pytest.mark.thorough

HAT = "orient.hat-sentence"
LEFT, WHEEL_UP, WHEEL_DOWN = 0, 64, 65


def at(terminal: Terminal, words: str) -> str:
    """The column and row of `words`, counted from one."""
    row = next(number for number, line in enumerate(terminal.lines()) if words in line)
    return f"{terminal.lines()[row].index(words) + 1};{row + 1}"


def click(terminal: Terminal, words: str) -> None:
    terminal.wait_for(words)
    place = at(terminal, words)
    terminal.send(f"\x1b[<{LEFT};{place}M\x1b[<{LEFT};{place}m")


def test_a_preparation_is_begun_written_and_left_by_mouse(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Ctrl+Q leave")
        click(terminal, "Before a visit")
        click(terminal, "Rent arrears")
        click(terminal, "Enter begin")
        terminal.wait_for(BEFORE("orient.hat"))
        click(terminal, "3  ")
        terminal.wait_for(BEFORE(HAT))
        terminal.type("I ring first")
        terminal.wait_for("● saved")
        click(terminal, "Next  Enter")
        terminal.wait_for("● Your hat", "► Today")
        click(terminal, "● Your hat")
        terminal.wait_for(BEFORE("orient.hat"))
        click(terminal, "Next  Enter")
        terminal.wait_for(BEFORE(HAT), "I ring first")
        click(terminal, "Esc pause")
        click(terminal, "Leave quietly")
        assert terminal.exit_code() == 0
        (draft,) = drafts_at(home)
        assert draft.walk.answers[HAT] == Text("I ring first")


def test_the_wheel_turns_a_page_and_no_key_comes_of_it(home: Path) -> None:
    keep(home, PREPARATION)
    with Terminal(home, rows=20, columns=60) as terminal:
        terminal.wait_for("Ctrl+Q leave")
        click(terminal, "Journal")
        click(terminal, "rent arrears")
        terminal.wait_for("hat: both")
        for _ in range(20):
            terminal.send(f"\x1b[<{WHEEL_DOWN};20;10M")
        terminal.wait_until_gone("↓ more below")
        for _ in range(20):
            terminal.send(f"\x1b[<{WHEEL_UP};20;10M")
        terminal.wait_for("↓ more below", "hat: both")
        click(terminal, "Esc back")
        terminal.wait_for("This week")
