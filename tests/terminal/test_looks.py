"""What is painted fits the terminal it is painted on, and paints nowhere else."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from terminal.terminal import ALTERNATE_SCREEN, Terminal, colours
from terminal.walks import (
    A_PREPARATION,
    A_REFLECTION,
    TO_THE_FIRST_QUESTION,
    Step,
    ahead,
    at_home,
    slowly,
)
from tipcoach.tui.terminal_ground import QUESTION


@pytest.mark.parametrize(
    "walks",
    [
        pytest.param((A_PREPARATION,), id="before"),
        pytest.param((A_PREPARATION, A_REFLECTION), id="after", marks=pytest.mark.thorough),
    ],
)
def test_at_60_by_20_nothing_goes_over_the_edge(
    home: Path, walks: Sequence[Sequence[Step]]
) -> None:
    """On paper wider than the terminal is said to be, nothing is painted beyond its edge."""
    widest = 0
    with Terminal(home, columns=60, rows=20, paper=200) as terminal:
        for walk in walks:
            at_home(terminal)
            for step in walk:
                slowly(terminal, [step])
                widest = max(widest, *(len(line) for line in terminal.lines()))
            terminal.press("escape")
        assert 50 < widest <= 60


def is_grey(sequence: bytes) -> bool:
    """Whether a sequence sets only greys, of the 256 colours' own row of them or the cube's."""
    cube = {str(16 + 43 * level).encode() for level in range(6)}
    greys = cube | {str(number).encode() for number in range(232, 256)}
    shades = rb"[34]8;5;(" + b"|".join(sorted(greys, reverse=True)) + rb")(?=[;m])"
    return colours(re.sub(shades, b"", sequence)) == []


@pytest.mark.thorough
def test_no_color_shows_greys_alone(home: Path) -> None:
    with Terminal(home, more={"NO_COLOR": "1"}) as terminal:
        at_home(terminal)
        ahead(terminal, TO_THE_FIRST_QUESTION)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert all(map(is_grey, colours(terminal.raw)))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("ground", "rgb"), [("ffff/ffff/dddd", (247, 245, 239)), ("1111/1111/1111", (20, 24, 26))]
)
def test_it_is_light_or_dark_as_the_terminal_says(
    home: Path, ground: str, rgb: tuple[int, int, int]
) -> None:
    """Asked before the first frame; letters typed round the answer are keys, and none of it is."""
    painted = "48;2;{};{};{}".format(*rgb).encode()
    with Terminal(home, more={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait_until(lambda: QUESTION.encode() in terminal.raw, "it is asked")
        assert ALTERNATE_SCREEN in terminal.raw.partition(QUESTION.encode())[0]
        terminal.send(f"p\x1b]11;rgb:{ground}")
        terminal.send("\x1b\\")
        terminal.wait_for("Promises", "Esc back")
        terminal.wait_until(lambda: painted in terminal.raw, "the page is as light or as dark")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert b"gb:" not in terminal.raw


@pytest.mark.thorough
def test_it_is_asked_as_well_once_it_is_to_be_as_the_terminal(home: Path) -> None:
    """With a look that was chosen it is not asked at the start."""
    (home / "config" / "settings.yaml").parent.mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.yaml").write_text("look: dark\n", encoding="utf-8")
    with Terminal(home, more={"COLORTERM": "truecolor"}) as terminal:
        at_home(terminal)
        assert QUESTION.encode() not in terminal.raw
        terminal.press("ctrl+p")
        terminal.send("as the terminal")
        terminal.wait_for("look: as the terminal")
        terminal.press("enter")
        terminal.wait_until(lambda: QUESTION.encode() in terminal.raw, "it is asked")
        terminal.send("\x1b]11;rgb:ffff/ffff/dddd\x1b\\")
        painted = b"48;2;247;245;239"
        terminal.wait_until(lambda: painted in terminal.raw, "the page is as light")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert b"gb:" not in terminal.raw


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
        if terminal.process.poll() is None:
            terminal.press("ctrl+q")
        terminal.exit_code()
    assert b"\x1b" not in errors.read_bytes()
