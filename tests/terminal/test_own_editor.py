"""An answer in an editor of one's own: what it saved comes back, and no file of ours stays."""

import sys
from pathlib import Path

import pytest
from cli.program import coach_at

from terminal.terminal import Terminal
from terminal.walks import BEFORE, drafts_at
from tipcoach.practice.answer import MOST_CHARACTERS, Text

F8 = "\x1b[19~"
MINE, THEIRS = "as I had it", "Two lines\nfrom the editor"
ASKS = "In your own editor?"
HAT = "orient.hat-sentence"

# Each finds the file as its last argument, and what was in it in `before`.
WRITES = f"path.write_text({THEIRS!r} + chr(10))"
FAILS = f"{WRITES}; sys.exit(3)"
TOO_LONG = f"path.write_text('x' * ({MOST_CHARACTERS} + 1) if before == {MINE!r} else 'short')"
MEGABYTE = "path.write_text('x' * 1_000_000)"
BINARY = r"path.write_bytes(b'\xff\xfe\x00' * 9)"
DELETES = "path.unlink()"
A_LINK = "path.unlink(); path.symlink_to('/etc/hostname')"
KILLED = f"{WRITES}; os.kill(os.getpid(), 9)"
ESCAPES = r"path.write_text('be\x1b[2Jfore')"
LEAVES_MORE = f"{WRITES}; path.with_name('.answer.txt.swp').write_text(before)"
LOOKS = (
    f"{WRITES}; said = [oct(p.stat().st_mode)[-3:] for p in (path, path.parent)]; "
    "pathlib.Path(sys.argv[1]).with_suffix('.seen').write_text(f'{said} {before}')"
)


def editor_that(folder: Path, does: str) -> str:
    """The command of an editor that does one thing and closes."""
    script = folder / "an editor.py"
    lines = (
        "import os, pathlib, sys",
        "path = pathlib.Path(sys.argv[-1])",
        "before = path.read_text().rstrip()",
        does,
    )
    script.write_text("\n".join(lines), encoding="utf-8")
    return f"'{sys.executable}' '{script}' '{script}'"


def at_the_question(home: Path, visual: str, editor: str = "", *, told: bool = True) -> Terminal:
    if told:
        coach_at(home).remember(editor_told=True)
    said = ("prepare", "--purpose", "arrears", "--channel", "phone", "--hat", "both", "--quick")
    terminal = Terminal(home, *said, more={"VISUAL": visual, "EDITOR": editor})
    terminal.wait_for(BEFORE(HAT), "nothing yet")
    terminal.send(MINE)
    terminal.wait_for(MINE)
    return terminal


def kept(terminal: Terminal) -> str:
    """The answer in the draft, once it was left; nothing is left of the editor's files."""
    terminal.press("ctrl+q")
    assert terminal.exit_code() == 0
    editing = terminal.home / "data" / "editing"
    assert not editing.exists() or list(editing.iterdir()) == []
    (draft,) = drafts_at(terminal.home)
    answer = draft.walk.answers[HAT]
    assert isinstance(answer, Text)
    return answer.text


@pytest.mark.thorough
def test_it_is_said_what_an_editor_keeps_then_the_answer_comes_back_and_can_be_undone(
    home: Path,
) -> None:
    with at_the_question(home, editor_that(home.parent, LOOKS), told=False) as terminal:
        terminal.send(F8)
        terminal.wait_for(ASKS, "swap, backup and history files")
        terminal.press("escape")
        terminal.wait_until_gone(ASKS)
        terminal.send(F8)
        terminal.wait_for(ASKS)
        terminal.press("o")
        terminal.wait_for("Two lines", "from the editor")
        terminal.send("\x1a")
        terminal.wait_for(MINE)
        terminal.send(F8)
        # It is not asked a second time.
        terminal.wait_for("Two lines")
        assert kept(terminal) == THEIRS
    assert (home.parent / "an editor.seen").read_text() == f"['600', '700'] {MINE}"


HOSTILE = {
    "an error": (FAILS, "The editor ended with an error", MINE),
    "deleted": (DELETES, "The file was gone", MINE),
    "a link": (A_LINK, "The file was gone", MINE),
    "killed": (KILLED, "What it had saved is in the answer", THEIRS),
    "escapes": (ESCAPES, r"be\u{1b}[2Jfore", r"be\u{1b}[2Jfore"),
    "a swap file": (LEAVES_MORE, "from the editor", THEIRS),
}


@pytest.mark.thorough
@pytest.mark.parametrize(
    "does, says, stays",
    [
        pytest.param(*each, id=name, marks=[] if name == "an error" else pytest.mark.thorough)
        for name, each in HOSTILE.items()
    ],
)
def test_whatever_an_editor_does_no_word_is_lost(
    home: Path, does: str, says: str, stays: str
) -> None:
    with at_the_question(home, editor_that(home.parent, does)) as terminal:
        terminal.send(F8)
        terminal.wait_for(says)
        assert kept(terminal) == stays


@pytest.mark.thorough
@pytest.mark.parametrize(
    "does, says",
    [(MEGABYTE, "more than 512 kB"), (BINARY, "not text in UTF-8")],
    ids=["a megabyte", "binary"],
)
def test_what_cannot_be_an_answer_is_let_go_only_when_asked(
    home: Path, does: str, says: str
) -> None:
    with at_the_question(home, editor_that(home.parent, does)) as terminal:
        terminal.send(F8)
        terminal.wait_for("It cannot be taken as it is.", says)
        terminal.press("l")
        terminal.wait_for(MINE)
        assert kept(terminal) == MINE


@pytest.mark.thorough
def test_too_long_an_answer_is_cut_nowhere_and_can_be_shortened(home: Path) -> None:
    with at_the_question(home, editor_that(home.parent, TOO_LONG)) as terminal:
        terminal.send(F8)
        terminal.wait_for("It has 8,001 characters. One answer holds 8,000.")
        terminal.press("escape")
        terminal.wait_for("short")
        assert kept(terminal) == "short"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "visual, editor, says",
    [
        ("", "", "No editor is named"),
        ("no-such-editor -w", "", "“no-such-editor” could not be started"),
        ("'half", "", "cannot be understood as a command"),
    ],
    ids=["none", "missing", "half a quotation"],
)
def test_an_editor_that_is_not_there_is_a_sentence(
    home: Path, visual: str, editor: str, says: str
) -> None:
    with at_the_question(home, visual, editor) as terminal:
        terminal.send(F8)
        terminal.wait_for(says)
        assert kept(terminal) == MINE


@pytest.mark.thorough
def test_a_window_closed_over_the_editor_keeps_what_it_had_saved(home: Path) -> None:
    waits = f"{WRITES}; print('waiting', flush=True); sys.stdin.read()"
    with at_the_question(home, editor_that(home.parent, waits)) as terminal:
        terminal.send(F8)
        terminal.wait_for("waiting")
        terminal.hang_up()
        terminal.exit_code()
    (draft,) = drafts_at(home)
    assert draft.walk.answers[HAT] in (Text(MINE), Text(THEIRS))
    assert list((home / "data" / "editing").iterdir()) == []


@pytest.mark.thorough
def test_what_a_crash_left_is_gone_at_the_next_start(home: Path) -> None:
    waits = f"{WRITES}; print('waiting', flush=True); sys.stdin.read()"
    editing = home / "data" / "editing"
    with at_the_question(home, editor_that(home.parent, waits)) as terminal:
        terminal.send(F8)
        terminal.wait_for("waiting")
        with Terminal(home) as other:
            other.wait_for("Before a visit")
            assert len(list(editing.iterdir())) == 2, "one that is in use is left alone"
        terminal.kill()
        terminal.exit_code()
    assert len(list(editing.iterdir())) == 2
    with Terminal(home) as terminal:
        terminal.wait_for("Before a visit")
        terminal.wait_until(lambda: not any(editing.iterdir()), "nothing is left of the editor")
        terminal.press("ctrl+q")
        terminal.exit_code()
