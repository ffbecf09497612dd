"""Plain lines as a screen reader hears them, in a real terminal: every path, every byte of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.program import PREPARATION, REFLECTION, keep

from terminal.heard import faults, heard
from terminal.terminal import Terminal
from terminal.two_people import OFFICER, PASSPHRASES, SUPERVISOR, Person, who_have_agreed

ASKS = (b"> ", b"keys: ")
END = "\x04"
VISIT = ("--purpose", "arrears", "--channel", "phone")
NOTHING = [""] * 60


def transcript(home: Path, *arguments: str, typed: Sequence[str] = ()) -> str:
    """Type a line wherever one is asked for, and end the input after the last; what was said."""
    left = [*typed, END]

    with Terminal(home, *arguments, rows=50, more={"TIPCOACH_PLAIN": "1"}) as terminal:

        def asks_or_ended() -> bool:
            return terminal.process.poll() is not None or (
                len(terminal.raw) > answered and terminal.raw.endswith(ASKS)
            )

        answered = 0
        while left:
            terminal.wait_until(asks_or_ended, "a line asked for")
            if terminal.process.poll() is not None:
                break
            answered = len(terminal.raw)
            line = left.pop(0)
            terminal.send(line if line == END else f"{line}\r")
        terminal.exit_code()
        return heard(terminal.raw)


def assert_can_be_heard(said: str) -> None:
    assert not [*faults(said)], said


PREPARED = [
    *["why", "?", "landlord", "- as your landlord", "the rent", "", "when", "", "whether", ""],
    *["2", "We said we would ring.", "", "not yet", "1", "it goes quiet", "I wait", "keep"],
]
WALKS = {
    "before, quick": ["prepare", *VISIT, "--quick"],
    "before, full": ["prepare", *VISIT, "--full"],
    "before, few": ["prepare", *VISIT, "--few"],
    "before, always stops": ["prepare", "--purpose", "domestic-abuse", "--channel", "phone"],
    "after, quick": ["reflect", *VISIT, "--quick"],
    "after, full": ["reflect", *VISIT, "--full"],
    "after, few": ["reflect", *VISIT, "--few"],
    "mirror": ["mirror"],
    "walk it as them": ["walk-it-as-them"],
    "session": ["session"],
    "group": ["session", "--group"],
    "after a session": ["after-session"],
}
COMMANDS = (
    "journal list", "journal show ID", "journal search quiet", "journal due", "card ID",
    "promises list", "patterns", "doctor", "demo", "lenses list", "prompts list",
    "prompts show orient.hat", "inbox", "review", "--help", "journal erase ID",
    "journal supersede ID",
)  # fmt: skip


@pytest.mark.thorough
def test_a_preparation_with_answers_can_be_heard(home: Path) -> None:
    said = transcript(home, "prepare", *VISIT, "--quick", typed=PREPARED)
    assert_can_be_heard(said)
    assert "Question 2 of 6, Your hat." in said
    assert "Your card, rent arrears, phone." in said
    assert "- as your landlord" in said


@pytest.mark.thorough
def test_home_can_be_heard_and_leads_to_a_room_and_back(home: Path) -> None:
    said = transcript(home, typed=["5", "nowhere", "12", "rest", "list", ""])
    assert_can_be_heard(said)
    assert "1. Before a visit" in said
    assert "Nothing kept yet." in said
    assert said.rstrip("> \n").endswith("leaves.")


def test_at_home_the_newest_entry_needs_no_id(home: Path) -> None:
    keep(home, PREPARATION)
    said = transcript(home, typed=["journal show newest", "rest", "card newest", ""])
    assert "Answer: I am ringing as your landlord" in said.replace("\n", " ")
    assert "Your card, rent arrears, phone." in said
    assert_can_be_heard(said)


@pytest.mark.thorough
@pytest.mark.parametrize("name", WALKS)
def test_a_walk_with_nothing_said_can_be_heard(home: Path, name: str) -> None:
    assert_can_be_heard(transcript(home, *WALKS[name], typed=NOTHING))


@pytest.mark.thorough
@pytest.mark.parametrize("name", WALKS)
def test_a_walk_left_in_the_middle_can_be_heard(home: Path, name: str) -> None:
    typed = ["?", "why", "look", "skip", "back", "quit"]
    assert_can_be_heard(transcript(home, *WALKS[name], typed=typed))


@pytest.mark.thorough
def test_a_walk_that_is_stopped_can_be_heard(home: Path) -> None:
    said = transcript(
        home, "reflect", *VISIT, "--quick", typed=["yes", "at-risk", "not yet", "1", ""]
    )
    assert "The ordinary questions stop here." in said
    assert_can_be_heard(said)


@pytest.mark.thorough
def test_what_is_noticed_can_be_heard(home: Path) -> None:
    typed = ["landlord", "They refused access at 12 High Street.", "look", "2", "quit"]
    said = transcript(home, "prepare", *VISIT, "--quick", typed=typed)
    assert "Notice," in said
    assert_can_be_heard(said)


@pytest.mark.thorough
@pytest.mark.parametrize("line", COMMANDS)
def test_what_a_command_says_can_be_heard(home: Path, line: str) -> None:
    reflected, prepared = keep(home, REFLECTION), keep(home, PREPARATION)
    of = prepared if line.startswith("card") else reflected
    words = [of if word == "ID" else word for word in line.split()]
    assert_can_be_heard(transcript(home, *words, typed=["", "", "quit"]))


@pytest.mark.thorough
def test_what_goes_between_two_can_be_heard(tmp_path: Path, people: tuple[Person, Person]) -> None:
    officer, supervisor = people
    who_have_agreed(tmp_path, officer, supervisor)
    kept = keep(officer.home, REFLECTION)
    mine, theirs = PASSPHRASES[OFFICER], PASSPHRASES[SUPERVISOR]
    typed = ["4", "", "How do I stop filling it?", "", "", "", "rest", "yes", mine]
    share = transcript(officer.home, "share", kept, "--with", SUPERVISOR, typed=[mine, *typed])
    assert_can_be_heard(share)
    assert_can_be_heard(transcript(supervisor.home, "review", typed=[theirs]))
    assert_can_be_heard(transcript(officer.home, "inbox", typed=[mine]))
    with_them = ["session", "--with", OFFICER]
    assert_can_be_heard(transcript(supervisor.home, *with_them, typed=[theirs, *NOTHING]))


BROKEN = {
    "a carriage return": "Question 1 of 2, One.\n10%\r20%\n",
    "a colour": "\x1b[31mred\x1b[0m\n",
    "a cursor that moves": "one\x1b[2Aup\n",
    "a bell": "done\x07\n",
    "a box": "┌────┐\n",
    "a mark": "≡ Trustworthiness\n",
    "a dot": "rent arrears · phone\n",
    "a rule to write on": "Due back you, by ____\n",
    "columns": "Way out    I will leave it there.\n",
    "a line said twice": "Saved.\nSaved.\n",
    "no number": "Question Safety.\n",
    "more than there are": "Question 7 of 6, Safety.\n",
    "nothing says what can be typed": "What stayed?\n> ",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_heard_is_found(name: str) -> None:
    assert [*faults(BROKEN[name])], name
