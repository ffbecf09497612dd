"""Every way out: asked for, sent, closed or crashed. Nothing typed is lost, nothing is left.

In most of these the program is kept from saving by itself, so that what is on the disk
afterwards was put there by the way out, and not by luck.
"""

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.program import PREPARATION, keep, runner_that

from terminal.terminal import KEYS, Terminal
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


def writing(home: Path, *broken: str) -> Terminal:
    """A walk at a question that wants a sentence; it does not save by itself."""
    runner = runner_that(home.parent, *NEVER_BY_ITSELF, *broken)
    said = ("prepare", "--purpose", "arrears", "--channel", "phone", "--hat", "both", "--quick")
    terminal = Terminal(home, *said, runner=runner)
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
        assert terminal.left_behind() == ""
    assert drafts_at(home) == []


UNDER_WAY = {
    "question": "",
    "help": KEYS["f1"],
    "end": f"{FINISH}o",
}


@pytest.mark.parametrize("keys", UNDER_WAY.values(), ids=UNDER_WAY)
def test_ctrl_q_in_the_middle_of_a_walk_keeps_every_word(home: Path, keys: str) -> None:
    """Typed and left in one go, whatever else is on top of the question by then."""
    with writing(home) as terminal:
        terminal.send(SECRET + keys + KEYS["ctrl+q"])
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == ""
    assert sentence_kept(home) == SECRET


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


def test_a_terminal_that_is_closed_keeps_the_draft(home: Path) -> None:
    with writing(home) as terminal:
        terminal.send(SECRET)
        terminal.wait_for(SECRET, "saving")
        terminal.hang_up()
        terminal.exit_code()
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
    assert len(left.splitlines()) == 1, left


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
