"""Told line by line and on screen only: in no file until it is kept, and cleared when let go."""

import io
from pathlib import Path

import pytest
from making import prompt, section

from plain.talking import REFLECT, Heard, asks, lines, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.plain import run
from tipcoach.plain.clearing import CLEAR
from tipcoach.plain.talk import CLEARED, STAYS
from tipcoach.practice.answer import MOST_CHARACTERS, AnswerForm, Text
from tipcoach.practice.entry import Outcome
from tipcoach.practice.visit import Channel, Form

RARE = "quillwort"
RETELL = prompt("q.retell", AnswerForm.ON_SCREEN_ONLY)
NEXT = prompt("q.next")
ENDS = ("finish", "keep")


def tell(coach: Coach, *typed: str) -> Heard:
    return type_lines(asks(coach, section("only", RETELL, NEXT)), REFLECT, *typed)


def is_in_a_file(folder: Path) -> bool:
    files = (path for path in folder.rglob("*") if path.is_file())
    return any(RARE.encode() in path.read_bytes() for path in files)


def test_it_says_so_before_the_first_line(coach: Coach) -> None:
    heard = tell(coach)
    assert "This is not saved. When you go on it is let go, unless you choose then" in heard
    assert "This terminal may keep on its own screen what is typed." in heard


@pytest.mark.parametrize("letting_go", ["", "let go"])
def test_let_go_it_is_in_no_file(coach: Coach, tmp_path: Path, letting_go: str) -> None:
    heard = tell(coach, f"I saw the {RARE}.", "", "And hid.", ".", letting_go, "written", *ENDS)
    assert not is_in_a_file(tmp_path)
    assert "Let go. Nothing of it is saved." in heard
    assert STAYS in heard, "into a pipe nothing is cleared, and that is said"
    assert CLEAR not in heard.out
    assert heard.kept.asked[0].outcome is Outcome.SKIPPED
    assert heard.answer_to("q.next") == Text("written")


def test_kept_it_is_an_answer_like_the_others(coach: Coach) -> None:
    heard = tell(coach, "I hid.", "", "quit", ".", "what", "back", "keep", *ENDS)
    assert heard.answer_to("q.retell") == Text("I hid.\n\nquit")
    assert "Taken as text." in heard
    assert "Answer keep or let go." in heard
    assert "First this. keep: it is saved." in heard


@pytest.mark.parametrize("typed", [("",), (".", "."), ("skip",), (".", "", ".")])
def test_nothing_told_is_a_skip(coach: Coach, typed: tuple[str, ...]) -> None:
    heard = tell(coach, *typed, *ENDS)
    assert "Skipped." in heard
    assert "An empty line lets it go." not in heard
    assert heard.answer_to("q.retell") is None


@pytest.mark.parametrize("typed", [(), ("back",), ("quit",), (".", "quit")])
def test_left_in_the_middle_it_is_let_go(
    coach: Coach, tmp_path: Path, typed: tuple[str, ...]
) -> None:
    tell(coach, f"I saw the {RARE}.", ".", *typed)
    assert not is_in_a_file(tmp_path)


def test_what_was_kept_can_be_let_go_later(coach: Coach, tmp_path: Path) -> None:
    told = (f"The {RARE}.", ".", "keep", "back")
    heard = tell(coach, *told, "", "back", "let go", *ENDS)
    assert "Kept. Question 2" in heard
    assert "This is kept, as you chose. When you go on you can still let it go." in heard
    assert "anything typed takes its place" not in heard
    assert "Your answer stays as it was." in heard
    assert heard.answer_to("q.retell") is None
    assert not is_in_a_file(tmp_path)


def test_what_is_too_long_is_said_and_the_rest_may_be_kept(coach: Coach) -> None:
    long = "word " * (MOST_CHARACTERS // 5 - 3)
    heard = tell(coach, "First.", long, "one line too many", ".", "keep", *ENDS)
    assert "The last line is not held; the rest is." in heard
    assert heard.answer_to("q.retell") == Text(f"First.\n{long.strip()}")


# -- clearing ---------------------------------------------------------------------------


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(
    coach: Coach, *typed: str, keys: type[io.StringIO] = Screen, out: io.StringIO | None = None
) -> str:
    """What is written to a terminal; what it shows is what comes after the last clearing."""
    asks(coach, section("only", RETELL, NEXT), form=Form.FULL)
    out = out or Screen()
    run(
        coach,
        REFLECT,
        purpose="arrears",
        channel=Channel.PHONE,
        hat=None,
        form=Form.FULL,
        of=None,
        lines=keys(lines(typed)),
        out=out,
    )
    return out.getvalue()


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        pytest.param(("told", ".", "keep", "quit"), "tipcoach reflect --plain", id="quit"),
        pytest.param(("told", ".", "keep"), "The input ended here.", id="input ended"),
        pytest.param(("told", ".", "", *ENDS), "Let go. Nothing", id="let go"),
        pytest.param(("told", ".", "quit"), "Nothing was written", id="quit instead"),
        pytest.param(
            ("told", ".", "keep", "finish", "let go", "let go"), "Let go. Nothing", id="all let go"
        ),
    ],
)
def test_a_terminal_is_cleared_as_far_as_it_allows(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], then: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    out = at_a_terminal(coach, *typed)
    assert out.count(CLEAR) == 1
    above, _, below = out.partition(CLEAR)
    assert "q.retell?" in above
    assert "q.retell?" not in below
    assert " ".join(below.split()).startswith(CLEARED)
    assert then in below
    assert "\x1b" not in above + below


def test_nothing_is_cleared_where_nobody_types_or_nobody_reads(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert CLEAR not in at_a_terminal(coach, "told", ".", "quit", keys=io.StringIO)
    assert CLEAR not in at_a_terminal(coach, "told", ".", "quit", out=io.StringIO())


class Interrupted(Screen):
    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize("out", [Screen(), io.StringIO()], ids=["a terminal", "a file"])
def test_an_interrupt_clears_a_terminal_and_nothing_else(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, out: io.StringIO
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    with pytest.raises(KeyboardInterrupt):
        at_a_terminal(coach, "told", keys=Interrupted, out=out)
    above, cleared, below = out.getvalue().partition(CLEAR)
    assert "q.retell?" in above
    assert bool(cleared) is out.isatty()
    assert " ".join(below.split()) == (CLEARED if cleared else "")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_be_cleared_is_said(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    out = at_a_terminal(coach, "told", ".", "quit")
    assert "\x1b" not in out
    assert STAYS in " ".join(out.split())
