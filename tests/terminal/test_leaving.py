"""Every way out: asked for, sent, closed or crashed. Nothing typed is lost, nothing is left.

In most of these the program is kept from saving by itself, so that what is on the disk
afterwards was put there by the way out, and not by luck.
"""

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.program import PREPARATION, keep, runner_that, with_answers

from terminal.terminal import KEYS, Terminal, check_no_trace
from terminal.walks import (
    BEFORE,
    DEED,
    ENTER,
    LAST_PROMISE,
    MAY,
    MOMENT,
    MUST,
    PREPARED,
    SENTENCE,
    THEIRS,
    TO_THE_FIRST_QUESTION,
    TO_THE_PLAN,
    Step,
    ahead,
    at_home,
    drafts_at,
)
from tipcoach.practice.answer import Text

SECRET = "The blue gate squeaks"
NEVER_BY_ITSELF = (
    "from tipcoach.coach.autosave import Autosave",
    "Autosave.__init__.__kwdefaults__['pause'] = 600.0",
)
FINISH = f"{KEYS['escape']}d"


def writing(home: Path, *broken: str, owner: bool = True) -> Terminal:
    """A walk at a question that wants a sentence; it does not save by itself."""
    runner = runner_that(home.parent, *NEVER_BY_ITSELF, *broken)
    said = ("prepare", "--purpose", "arrears", "--channel", "phone", "--hat", "both", "--quick")
    terminal = Terminal(home, *said, runner=runner, owner=owner)
    terminal.wait_for(BEFORE("orient.hat-sentence"), "nothing yet")
    return terminal


def sentence_kept(home: Path) -> str:
    """What the one draft holds of the sentence."""
    drafts = drafts_at(home)
    assert len(drafts) == 1, "there is no draft"
    answer = drafts[0].walk.answers.get("orient.hat-sentence")
    assert isinstance(answer, Text)
    return answer.text


# -- Ctrl+Q -----------------------------------------------------------------------------

ELSEWHERE = {
    "home": (),
    "card": (Step("j", "This week"), Step(ENTER, "hat: both"), Step("c", "Your card")),
}


@pytest.mark.thorough
@pytest.mark.parametrize("steps", ELSEWHERE.values(), ids=ELSEWHERE)
def test_ctrl_q_leaves_from_anywhere(home: Path, steps: Sequence[Step]) -> None:
    keep(home, PREPARATION)
    with Terminal(home) as terminal:
        at_home(terminal)
        for step in steps:
            terminal.send(step.keys)
            terminal.wait_for(step.shows)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        check_no_trace(terminal)
    assert drafts_at(home) == []


UNDER_WAY = {
    "question": "",
    "help": KEYS["f1"],
    "end": f"{FINISH}o",
}


@pytest.mark.thorough
@pytest.mark.parametrize("keys", UNDER_WAY.values(), ids=UNDER_WAY)
def test_ctrl_q_in_the_middle_of_a_walk_keeps_every_word(home: Path, keys: str) -> None:
    """Typed and left in one go, whatever else is on top of the question by then."""
    with writing(home) as terminal:
        terminal.send(SECRET + keys + KEYS["ctrl+q"])
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
    assert sentence_kept(home) == SECRET


@pytest.mark.thorough
def test_what_was_left_is_offered_and_goes_on_word_for_word(home: Path) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        ahead(terminal, TO_THE_PLAN)
        terminal.press("escape")
        terminal.wait_for("Paused")
        terminal.wait_until_gone(MOMENT, DEED, BEFORE("plan.if-then"))
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
    with Terminal(home) as terminal:
        at_home(terminal)
        terminal.wait_for("draft", "rent arrears", "stopped at")
        assert not terminal.says(MOMENT)
        terminal.press("up", "enter")
        terminal.wait_for("You were in the middle of something", "If … then")
        terminal.press("c")
        terminal.wait_for(BEFORE("plan.if-then"), MOMENT, DEED)
        for words in (
            (BEFORE("alone.cover"),),
            ("Go on", LAST_PROMISE),
            (MUST, MAY, THEIRS),
            (SENTENCE,),
            (BEFORE("orient.hat"),),
        ):
            terminal.press("ctrl+b")
            terminal.wait_for(*words)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    (draft,) = drafts_at(home)
    assert dict(draft.walk.answers) == PREPARED


@pytest.mark.thorough
def test_escape_covers_the_page_and_brings_it_back(home: Path) -> None:
    with writing(home) as terminal:
        terminal.type(SECRET)
        terminal.wait_for(SECRET)
        terminal.press("escape")
        terminal.wait_for("Paused", "Carry on")
        terminal.wait_until_gone(SECRET, "arrears")
        assert sentence_kept(home) == SECRET, "it says that it is saved"
        terminal.press("escape")
        terminal.wait_for(SECRET, "saved")


# -- ended by the system ----------------------------------------------------------------


@pytest.mark.parametrize(
    "name, codes, paused",
    [
        pytest.param("SIGTERM", {143}, False, id="SIGTERM"),
        pytest.param("SIGTERM", {143}, True, id="SIGTERM paused", marks=pytest.mark.thorough),
        pytest.param("SIGHUP", {129, 143}, False, id="SIGHUP"),
    ],
)
def test_a_signal_keeps_the_draft(home: Path, name: str, codes: set[int], paused: bool) -> None:
    with writing(home) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        if paused:
            terminal.press("escape")
            terminal.wait_for("Paused")
        terminal.kill(getattr(signal, name))
        assert terminal.exit_code() in codes
        assert terminal.left_behind() == ""
        assert sentence_kept(home) == SECRET


@pytest.mark.thorough
def test_a_terminal_that_is_closed_keeps_the_draft(home: Path) -> None:
    with writing(home) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        terminal.hang_up()
        terminal.exit_code()
        assert sentence_kept(home) == SECRET


DEAF = ("import signal", "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "owner, deaf", [(True, DEAF), (False, ())], ids=["signal blocked", "not the owner"]
)
def test_a_terminal_that_is_gone_without_a_signal_ends_it_at_once(
    home: Path, owner: bool, deaf: tuple[str, ...]
) -> None:
    """Well before it would be ended by force, with every word kept."""
    # By force it would end with another code.
    by_force = (
        "import os",
        "os._exit = lambda code: None",
    )
    with writing(home, *deaf, *by_force, owner=owner) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        terminal.hang_up()
        assert terminal.exit_code() == 129
        assert sentence_kept(home) == SECRET


# -- a fault in the program -------------------------------------------------------------

BREAK_THE_GUIDE = (
    "import tipcoach.tui.screens.walk as broken",
    "async def act_guide(self):",
    f"    secret = '{SECRET}'",
    "    said = [str(answer) for answer in self.sitting.walk.answers.values()]",
    "    raise RuntimeError(f'while guiding: {secret} {said}')",
    "broken.WalkScreen.act_guide = act_guide",
)
BREAK_A_MESSAGE = (
    "import tipcoach.tui.screens.walk as broken",
    "def show_written(self):",
    f"    secret = '{SECRET}'",
    "    if any(secret in str(answer) for answer in self.sitting.walk.answers.values()):",
    "        raise RuntimeError(f'while guiding: {secret}')",
    "broken.WalkScreen._show_written = show_written",
)
BREAK_THE_END = (
    "import tipcoach.coach.sitting as broken",
    "def entry_of(coach, draft, *more):",
    "    raise RuntimeError(f'while guiding: {draft.walk.answers}')",
    "broken.entry_of = entry_of",
)
BREAK_HOME = (
    "import tipcoach.tui.screens.home as broken",
    "def compose(self):",
    f"    secret = '{SECRET}'",
    "    raise RuntimeError(f'while guiding: {secret}')",
    "    yield",
    "broken.HomeScreen.compose = compose",
)


def check_crashed_calmly(terminal: Terminal) -> None:
    """One sentence in the scrollback, naming the folder; nothing of what was written."""
    assert terminal.exit_code() == 1
    left = terminal.left_behind()
    assert SECRET not in left
    assert "while guiding" not in left
    assert "Traceback" not in left
    assert str(terminal.home / "data" / "drafts") in "".join(left.splitlines())
    assert left.startswith("Something went wrong inside tipcoach"), left
    assert left.strip().endswith("Start tipcoach again to carry on."), left
    assert left.count("Something went wrong") == 1, left


@pytest.mark.thorough
@pytest.mark.parametrize(
    "broken, keys",
    [(BREAK_THE_GUIDE, KEYS["ctrl+g"]), (BREAK_A_MESSAGE, ""), (BREAK_THE_END, f"{FINISH}k")],
    ids=["key", "message", "end"],
)
def test_a_crash_says_where_the_words_are_and_that_is_true(
    home: Path, broken: tuple[str, ...], keys: str
) -> None:
    """The crash comes right after the last letter: what is kept, the crash has kept."""
    with writing(home, *broken) as terminal:
        terminal.send(SECRET + keys)
        check_crashed_calmly(terminal)
    assert sentence_kept(home) == SECRET


def test_a_crash_before_the_first_screen_is_calm_too(home: Path) -> None:
    with Terminal(home, runner=runner_that(home.parent, *BREAK_HOME)) as terminal:
        check_crashed_calmly(terminal)


BREAK_AN_ENTRY = (
    "import tipcoach.tui.screens.entry as broken",
    "def compose(self):",
    "    said = str(self._entry)",
    "    raise RuntimeError(f'while guiding: {said}') from ValueError(said)",
    "    yield",
    "broken.EntryScreen.compose = compose",
)
BREAK_A_ROW = (
    "import tipcoach.tui.screens.journal as broken",
    "def render_line(self, y):",
    "    said = str(self._rows) + str(getattr(self.screen, '_entries', ''))",
    "    raise RuntimeError(f'while guiding: {said}')",
    "broken.JournalScreen._preview = lambda self, entry: setattr(",
    "    broken.Rows, 'render_line', render_line) or self.query_one(broken.Rows).refresh()",
)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "broken, keys",
    [
        pytest.param(BREAK_AN_ENTRY, f"j{ENTER}", id="compose"),
        pytest.param(BREAK_A_ROW, "j", id="paint", marks=pytest.mark.thorough),
    ],
)
def test_a_crash_while_reading_says_nothing_of_what_was_read(
    home: Path, broken: tuple[str, ...], keys: str
) -> None:
    keep(home, with_answers(PREPARATION, {"orient.hat-sentence": SECRET}))
    with Terminal(home, runner=runner_that(home.parent, *broken)) as terminal:
        at_home(terminal)
        terminal.send(keys[:1])
        if keys[1:]:
            terminal.wait_for("This week")
            terminal.send(keys[1:])
        check_crashed_calmly(terminal)


@pytest.mark.thorough
def test_bytes_that_are_no_text_end_it_calmly(home: Path) -> None:
    """From a terminal of another encoding, say; the thread that reads the keyboard falls over."""
    with writing(home) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        terminal.send(b"\xff\xfe\xe9")
        check_crashed_calmly(terminal)
    assert sentence_kept(home) == SECRET


BREAK_A_PAGE = (
    "import tipcoach.tui.screens.walk as broken",
    "def save_now(self):",
    f"    raise RuntimeError('while guiding: {SECRET}')",
    "broken.WalkScreen.save_now = save_now",
)


@pytest.mark.thorough
def test_a_signal_ends_it_whatever_has_become_of_the_page(home: Path) -> None:
    with writing(home, *BREAK_A_PAGE) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 143
        assert terminal.left_behind() == ""
        assert b"while guiding" not in terminal.raw
    assert sentence_kept(home) == SECRET


BREAK_WHAT_NOBODY_WAITS_FOR = (
    "import asyncio, threading",
    "import tipcoach.coach.autosave as saving",
    "import tipcoach.tui.screens.journal as listing",
    "import tipcoach.tui.screens.walk as walking",
    "def break_with(said):",
    "    raise RuntimeError(f'while guiding: {said}') from ValueError(said)",
    # The worker that reads the journal.
    "listing.JournalScreen._rows = lambda self, found: break_with(str(found.entries))",
    # The thread that saves, once the words are on the disk.
    "tell = saving.Autosave._tell",
    "def tell_from_the_thread(self, saved):",
    "    tell(self, saved)",
    "    if threading.current_thread() is not threading.main_thread():",
    f"        break_with('{SECRET}')",
    "saving.Autosave._tell = tell_from_the_thread",
    # A call of the event loop's own.
    "guide = walking.WalkScreen.act_guide",
    "async def guide_and_break(self):",
    f"    asyncio.get_running_loop().call_soon(break_with, '{SECRET}')",
    "    await guide(self)",
    "walking.WalkScreen.act_guide = guide_and_break",
)


@pytest.mark.thorough
def test_a_fault_nobody_waits_for_is_painted_nowhere(home: Path) -> None:
    keep(home, with_answers(PREPARATION, {"orient.hat-sentence": SECRET}))
    runner = runner_that(home.parent, *BREAK_WHAT_NOBODY_WAITS_FOR)
    with Terminal(home, runner=runner) as terminal:
        at_home(terminal)
        terminal.press("j")
        terminal.wait_until_gone("After a visit")
        terminal.press("escape")
        at_home(terminal)
        ahead(terminal, TO_THE_FIRST_QUESTION)
        terminal.send(f"3{SECRET}")
        terminal.wait_until(lambda: bool(drafts_at(home)), "the draft is on the disk")
        terminal.press("ctrl+g")
        terminal.wait_for("Why we ask", "saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
        assert b"while guiding" not in terminal.raw
        assert b"Traceback" not in terminal.raw


BREAK_THE_WRITING = (
    "import tipcoach.coach.sitting as broken",
    "def write(self):",
    "    raise RuntimeError(f'while guiding: {self.walk.answers}')",
    "broken.Sitting._write = write",
)


@pytest.mark.thorough
def test_a_save_that_falls_over_is_said_without_the_words(home: Path) -> None:
    with Terminal(home, runner=runner_that(home.parent, *BREAK_THE_WRITING)) as terminal:
        at_home(terminal)
        ahead(terminal, TO_THE_FIRST_QUESTION)
        terminal.send(f"3{SECRET}")
        terminal.wait_for("not saved", "something went wrong inside tipcoach")
        terminal.press("ctrl+q")
        terminal.wait_for("Not everything is saved.")
        terminal.press("l")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
        assert b"while guiding" not in terminal.raw


def test_words_dictated_at_home_begin_nothing(home: Path) -> None:
    """Dictation hands over a sentence in one piece, as fast as a terminal reads."""
    with Terminal(home) as terminal:
        at_home(terminal)
        terminal.send("She did not open the door.\rI waited.\r")
        terminal.wait_for("What you typed or said came where nothing", "Before a visit")
        terminal.press("down")
        terminal.wait_until_gone("What you typed or said came")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert drafts_at(home) == []
