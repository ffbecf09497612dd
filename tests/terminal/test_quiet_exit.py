"""One key, from every screen there is: saved, blank, gone, and nothing printed before or after."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.program import PREPARATION, coach_at, keep

from terminal.shared import PAPER, PASSPHRASE, REVIEW, SUPERVISION, somebody_who_shares
from terminal.terminal import KEYS, Terminal, check_no_trace
from terminal.walks import ENTER, TO_THE_FIRST_QUESTION, Step, at_home
from tipcoach.coach.begin import Standalone, begin
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import GROUP
from tipcoach.tui import keys

SENTENCE = "I am ringing as your landlord"
ENTRY = (Step("j", "This week"), Step(ENTER, "hat: both"))
WALK = (*TO_THE_FIRST_QUESTION, Step(f"3{SENTENCE}", SENTENCE))
THERE: dict[str, Sequence[Step]] = {
    keys.HOME: (),
    keys.VISIT: TO_THE_FIRST_QUESTION[:1],
    keys.WALK: WALK,
    keys.SHEET: (*WALK, Step(KEYS["escape"], "Paused.")),
    keys.CARD: (*ENTRY, Step("c", "Your card")),
    keys.JOURNAL: ENTRY[:1],
    keys.SEARCH: (Step("/", "Words to look for"),),
    keys.ENTRY: ENTRY,
    keys.PROMISES: (Step("p", "No promises yet."),),
    keys.PATTERNS: (Step("y", "This is for you alone."),),
    keys.SETTINGS: (Step(",", "How the screens look"),),
    keys.SHARE: (
        *ENTRY[:1],
        Step("s", "Your passphrase"),
        Step(f"{PASSPHRASE}{ENTER}", "Choose the answers"),
    ),
    keys.SUPERVISION: SUPERVISION,
    keys.REVIEW: REVIEW,
    keys.PAPER: PAPER,
    keys.READING_VIEW: (
        Step("", "○ draft"),
        Step(f"{KEYS['home']}{ENTER}", "You were in the middle of something"),
        Step("c", "Turn the eyes"),
        Step(KEYS["ctrl+r"], "Make the letters"),
    ),
    keys.PALETTE: (*WALK, Step(KEYS["ctrl+p"], "What can be done here")),
    keys.HELP: (*WALK, Step(KEYS["f1"], "Nothing here is counted")),
}


SHARED = frozenset({keys.SHARE, keys.SUPERVISION, keys.REVIEW, keys.PAPER})
"""Screens that only somebody with keys and an agreement comes to."""


def test_every_screen_of_the_registry_is_left_here() -> None:
    assert set(THERE) == set(keys.EVERYWHERE), "say how the new screen is reached"


@pytest.mark.thorough
@pytest.mark.parametrize("screen", THERE)
def test_it_is_left_without_a_trace(home: Path, screen: str) -> None:
    keep(home, PREPARATION)
    if screen in SHARED:
        somebody_who_shares(home)
    if screen == keys.READING_VIEW:
        a_session_under_way(home)
    with Terminal(home) as terminal:
        go(terminal, THERE[screen])
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        check_no_trace(terminal)


@pytest.mark.thorough
@pytest.mark.parametrize("how", ["\x1bq", "\x1b"], ids=["Esc and q at once", "Esc, then q"])
def test_the_letter_of_the_pause_leaves_as_the_key_does(home: Path, how: str) -> None:
    with Terminal(home) as terminal:
        go(terminal, WALK)
        terminal.send(how)
        if how == "\x1b":
            terminal.wait_for("Paused.")
            terminal.send("q")
        assert terminal.exit_code() == 0
        check_no_trace(terminal)


def a_session_under_way(home: Path) -> None:
    sitting = begin(coach_at(home), Standalone(Kind.SESSION, checklist=GROUP))
    sitting.next()
    sitting.leave()


def go(terminal: Terminal, steps: Sequence[Step]) -> None:
    at_home(terminal)
    for step in steps:
        terminal.send(step.keys)
        terminal.wait_for(step.shows)
