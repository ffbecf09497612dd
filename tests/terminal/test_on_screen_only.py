"""From their chair, in the real program: every byte of every file searched, running and after.

All the switches are set with which the framework could write keys down, and it saves at once.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.program import coach_at, runner_that
from tui.frames.visits import LANDED, begun

from terminal.terminal import Terminal
from terminal.walks import at_home, drafts_at, entry_at
from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Form

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read in /proc"),
]

RARE = "quillwort"
BEFORE = "saxifrage"
TOLD = f"I saw the {RARE} by the gate and kept still. " * 3
QUESTION, NEXT = "How would they tell this", "What was said would happen"
AT_ONCE = (
    "from tipcoach.coach.autosave import Autosave",
    "Autosave.__init__.__kwdefaults__['pause'] = 0.01",
)
RETELL = "chair.retell"


class Told(Terminal):
    """The program with a retelling on its screen, in a folder where nothing else writes."""

    def __init__(self, folder: Path, *broken: str) -> None:
        self.folder = folder
        home, temporary = folder / "home", folder / "tmp"
        temporary.mkdir()
        coach = coach_at(home)
        begun(coach, Kind.REFLECTION, LANDED, at=RETELL, form=Form.FULL).leave()
        switches = {
            "TEXTUAL": "debug,devtools",
            "TEXTUAL_DEBUG": "1",
            "TEXTUAL_LOG": str(folder / "textual.log"),
            "TEXTUAL_PRESS": RARE[0],
            "TEXTUAL_SCREENSHOT": "0",
            "TEXTUAL_SCREENSHOT_LOCATION": str(folder),
            "TEXTUAL_SHOW_RETURN": "1",
            "TMPDIR": str(temporary),
            "HOME": str(folder),
        }
        super().__init__(home, runner=runner_that(folder, *AT_ONCE, *broken), more=switches)

    def tell(self) -> None:
        """Answer the question before it and see that saved; then tell, save, and look about."""
        at_home(self)
        self.wait_for("draft")
        self.press("up", "enter")
        self.wait_for("You were in the middle of something")
        self.press("c")
        self.wait_for(QUESTION, "○ on screen only")
        self.press("ctrl+b")
        self.wait_until_gone(QUESTION)
        self.type(BEFORE)
        self.wait_for(BEFORE, "● saved")
        self.wait_until(lambda: self.is_written_in_files(BEFORE), "the answer before it is saved")
        self.press("ctrl+n")
        self.wait_for(QUESTION, "This is not saved.")
        self.type(TOLD)
        self.wait_for("kept still.", "○ on screen only")
        self.press("ctrl+s", "ctrl+g")
        self.wait_for("Why we ask")
        self.press("ctrl+g", "escape")
        self.wait_for("Paused.")
        self.press("escape")
        self.wait_for(QUESTION, RARE, "○ on screen only")

    def is_written_in_files(self, word: str = RARE) -> bool:
        return any(word.encode() in data for _, data in self._files())

    def is_anywhere(self) -> bool:
        """Whether the word is in a file, in one that is open and has no name, or in what the
        program was started with."""
        words = (RARE.encode(), RARE.encode("utf-16-le"))
        return any(word in data for _, data in (*self._files(), *self._held()) for word in words)

    def files_with_it(self) -> list[Path]:
        return [path for path, data in self._files() if RARE.encode() in data]

    def _files(self) -> Iterator[tuple[Path, bytes]]:
        for path in self.folder.rglob("*"):
            try:
                if path.is_file():
                    yield path, path.read_bytes()
            except FileNotFoundError:
                # A temporary file may have got its name since.
                continue

    def _held(self) -> Iterator[tuple[Path, bytes]]:
        if self.process.poll() is None:
            process = Path("/proc") / str(self.process.pid)
            yield process, (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
            for held in (process / "fd").iterdir():
                if held.is_file():
                    yield held, held.read_bytes()


def test_let_go_it_is_nowhere_while_it_runs_and_after(tmp_path: Path) -> None:
    with Told(tmp_path) as terminal:
        terminal.tell()
        assert not terminal.is_anywhere()
        terminal.press("ctrl+n")
        terminal.wait_for("Let it go, or keep it?")
        assert not terminal.is_anywhere()
        terminal.press("enter")
        terminal.wait_for(NEXT)
        assert not terminal.is_anywhere()
        terminal.press("escape", "d", "k")
        terminal.wait_for("kept in your journal")
        assert not terminal.is_anywhere()
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
        assert not terminal.is_anywhere()
        assert terminal.is_written_in_files(BEFORE)
    (asked,) = (
        one for one in entry_at(terminal.home, Kind.REFLECTION).asked if one.prompt == RETELL
    )
    assert asked.answer is None
    assert not (tmp_path / "textual.log").exists()
    assert not (tmp_path / "keys.log").exists()


def test_a_notice_of_it_that_was_looked_at_is_nowhere(tmp_path: Path) -> None:
    with Told(tmp_path) as terminal:
        terminal.tell()
        terminal.type("They wrote no access.")
        terminal.wait_for("» Wording", "Ctrl+L look")
        terminal.press("ctrl+l")
        terminal.wait_for("Keep my words")
        assert not terminal.says("do not ask about this again")
        terminal.press("enter")
        terminal.wait_until_gone("» Wording")
        terminal.press("ctrl+n", "l")
        terminal.wait_for(NEXT)
        terminal.press("escape", "d")
        terminal.wait_for("Keep this as it is?")
        assert not terminal.says("Look at one notice")
        terminal.press("k")
        terminal.wait_for("kept in your journal")
        assert not terminal.is_anywhere()
        assert not terminal.is_written_in_files("no access")


def test_kept_it_is_in_the_entry_once_and_nowhere_else(tmp_path: Path) -> None:
    with Told(tmp_path) as terminal:
        terminal.tell()
        terminal.press("ctrl+n", "k")
        terminal.wait_for(NEXT)
        terminal.wait_until(terminal.is_written_in_files, "it is saved with the draft")
        terminal.press("escape", "d", "k")
        terminal.wait_for("kept in your journal")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        (path,) = terminal.files_with_it()
    entry = entry_at(terminal.home, Kind.REFLECTION)
    assert path.name == f"{entry.id}.json"
    assert path.read_text(encoding="utf-8").count(TOLD.strip()) == 1
    assert drafts_at(terminal.home) == []
    (asked,) = (one for one in entry.asked if one.prompt == RETELL)
    assert asked.form is AnswerForm.ON_SCREEN_ONLY
    assert asked.answer == Text(TOLD)


def quit_quietly(terminal: Terminal) -> None:
    terminal.press("ctrl+q")


def quit_by_alt(terminal: Terminal) -> None:
    terminal.send("\x1bq")


def terminate(terminal: Terminal) -> None:
    terminal.kill(signal.SIGTERM)


def kill(terminal: Terminal) -> None:
    terminal.kill(signal.SIGKILL)


def close(terminal: Terminal) -> None:
    terminal.hang_up()


@pytest.mark.parametrize("end", [quit_quietly, quit_by_alt, terminate, kill, close])
def test_ended_with_it_on_the_screen_it_is_nowhere(
    tmp_path: Path, end: Callable[[Terminal], None]
) -> None:
    with Told(tmp_path) as terminal:
        terminal.tell()
        end(terminal)
        terminal.exit_code()
        assert not terminal.is_anywhere()
        assert terminal.is_written_in_files(BEFORE), "and the rest of the walk waits"
    (draft,) = drafts_at(terminal.home)
    assert RETELL not in draft.walk.answers


BREAK_THE_GUIDE = (
    "import tipcoach.tui.screens.walk as broken",
    "guide = broken.WalkScreen.act_guide",
    "async def act_guide(self):",
    "    if self.is_on_screen_only and self.is_written and self.page.has_class('-guided'):",
    "        raise RuntimeError(str(self.page.form.said()))",
    "    await guide(self)",
    "broken.WalkScreen.act_guide = act_guide",
)


def test_a_crash_with_it_on_the_screen_writes_and_prints_nothing_of_it(tmp_path: Path) -> None:
    with Told(tmp_path, *BREAK_THE_GUIDE) as terminal:
        at_home(terminal)
        terminal.wait_for("draft")
        terminal.press("up", "enter")
        terminal.wait_for("You were in the middle of something")
        terminal.press("c")
        terminal.wait_for(QUESTION)
        terminal.type(TOLD)
        terminal.wait_for("kept still.")
        terminal.press("ctrl+g", "ctrl+g")
        assert terminal.exit_code() == 1
        assert RARE not in terminal.left_behind()
        assert not terminal.is_anywhere()


HANDED_ON = (
    "import tipcoach.tui.screens.walk as broken",
    "broken.WalkScreen.hold_written = lambda self: self.keep_written()",
)


def test_the_search_would_find_it(tmp_path: Path) -> None:
    """The same search, of a program that hands every key to the draft."""
    with Told(tmp_path, *HANDED_ON) as terminal:
        at_home(terminal)
        terminal.wait_for("draft")
        terminal.press("up", "enter")
        terminal.wait_for("You were in the middle of something")
        terminal.press("c")
        terminal.wait_for(QUESTION)
        terminal.type(TOLD)
        terminal.wait_until(terminal.is_anywhere, "the word is found in the draft")


def test_in_plain_lines_it_is_nowhere_and_the_screen_is_cleared(tmp_path: Path) -> None:
    home = tmp_path / "home"
    begun(coach_at(home), Kind.REFLECTION, LANDED, at=RETELL, form=Form.FULL).leave()
    with Terminal(home, "reflect", "--plain", more={"HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("A draft not finished")
        terminal.send("continue\r")
        terminal.wait_for(QUESTION, "This is not saved.")
        terminal.send(f"{TOLD}\r")
        terminal.send(".\r")
        terminal.wait_for("Answer keep or let go.")
        terminal.wait_for(RARE)
        found = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert not any(RARE.encode() in path.read_bytes() for path in found)
        terminal.send("\r")
        terminal.wait_for("The screen was cleared as far as this terminal allows.", NEXT)
        assert not terminal.says(RARE)
        terminal.send("quit\r")
        assert terminal.exit_code() == 0
        assert not terminal.says(NEXT)
        assert terminal.says("To go on with it:")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(RARE.encode() in path.read_bytes() for path in found)
