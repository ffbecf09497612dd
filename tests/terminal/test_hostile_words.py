"""On a real terminal nothing that was stored is obeyed: not by a command, not by a screen.

Through a pipe such sequences may be stripped on the way; here every byte arrives.
"""

import re
import shutil
from pathlib import Path

import pytest
from cli.program import PREPARATION, entry_file, keep, runner_that, with_answers

from terminal.terminal import Terminal
from terminal.walks import at_home

# Each says its number, so that a test sees which one got through.
OBEYED = re.compile("\x1b\\]52|\x1b\\[77;1H|\x1b\\[777m|\x9b|\u202e|\u2066|\x0e|\x1bPq|\x1b_evil")
HOSTILE = (
    "Gate\x1b]52;c;ZXZpbA==\x07\x1b[77;1H\x1b[777m\x9b31m\u202e\u2066\x0e"
    "\x1bPq\x1b\\\x1b_evil\x1b\\ [bold]loud[/bold] [@click=app.quit]x[/] end"
)


def assert_harmless(terminal: Terminal) -> None:
    found = OBEYED.search(terminal.raw.decode())
    assert found is None, f"{found[0]!r} reached the terminal"


@pytest.fixture
def hostile(home: Path) -> str:
    """The id of an entry with such words in every kind of answer, and such names beside it."""
    answers = {
        "orient.hat-sentence": HOSTILE,
        "business.sort": {"must": [HOSTILE], "may": [], "theirs": []},
        "trust.last-promise": HOSTILE,
        "plan.if-then": {"if": HOSTILE, "then": HOSTILE},
    }
    return keep(home, with_answers(PREPARATION, answers))


@pytest.mark.thorough
@pytest.mark.parametrize("command", [["journal", "show"], ["card"]], ids=" ".join)
def test_a_command_sends_none_of_it(home: Path, hostile: str, command: list[str]) -> None:
    with Terminal(home, *command, hostile) as terminal:
        assert terminal.exit_code() == 0
        assert b"Gate" in terminal.raw
        assert_harmless(terminal)


@pytest.mark.thorough
def test_the_screens_send_none_of_it(home: Path, hostile: str) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        terminal.press("j")
        terminal.wait_for("This week")
        terminal.press("enter")
        terminal.wait_for("hat: both", "[bold]loud[/bold]")
        terminal.press("c")
        terminal.wait_for("Your card", "Gate")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert_harmless(terminal)


@pytest.mark.thorough
def test_pasted_words_are_shown_and_not_obeyed(home: Path) -> None:
    said = ("prepare", "--purpose", "arrears", "--channel", "phone", "--hat", "both")
    with Terminal(home, *said) as terminal:
        terminal.wait_for("nothing yet")
        # A terminal takes the end of a paste out of what is pasted, or it would not be one.
        terminal.send(f"\x1b[200~{HOSTILE}\x1b[201~")
        terminal.wait_for("end", "saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert_harmless(terminal)


NAMES = ("evil-\x9b31m.json", "evil-\u202e.json", "evil-\x1b[777m.json")


@pytest.mark.thorough
def test_a_file_name_is_not_obeyed_either(home: Path, hostile: str) -> None:
    month = entry_file(home, hostile).parent
    for name in NAMES:
        shutil.copy(entry_file(home, hostile), month / name)
    with Terminal(home, "journal", "list") as terminal:
        terminal.exit_code()
        assert terminal.raw.count(b"evil-") == len(NAMES)
        assert_harmless(terminal)
    with Terminal(home, rows=30) as terminal:
        at_home(terminal)
        terminal.press("j")
        terminal.wait_for("This week", "Found but not used")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert_harmless(terminal)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "command",
    [["journal", "show"], ["reflect", "--plain", "--of"], ["prepare", "--purpose"]],
    ids=" ".join,
)
def test_a_word_of_the_command_line_is_not_sent_back(home: Path, command: list[str]) -> None:
    """Pasted from somewhere, say."""
    more = ["--channel", "phone", "--plain"] if "--purpose" in command else []
    with Terminal(home, *command, HOSTILE[:30], *more) as terminal:
        assert terminal.exit_code() != 0
        assert_harmless(terminal)


def test_a_crash_names_a_hostile_folder_harmlessly(tmp_path: Path) -> None:
    home = tmp_path / "home\x1b[777m"
    lines = (
        "import tipcoach.coach.coach as broken",
        "def library(coach):",
        "    raise ZeroDivisionError",
        "broken.Coach.library = property(library)",
    )
    runner = runner_that(tmp_path, *lines)
    with Terminal(home, "prepare", "--plain", "--purpose", "arrears", runner=runner) as terminal:
        assert terminal.exit_code() == 1
        assert b"went wrong" in terminal.raw
        assert_harmless(terminal)
