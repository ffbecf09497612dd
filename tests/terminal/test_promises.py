"""Two visits in a row: what was promised at the first is met before the second, and settled."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from cli.program import files_under, tipcoach

from terminal.terminal import Terminal
from terminal.walks import AFTER, BEFORE, at_home, entry_at
from tipcoach.practice.entry import Kind
from tipcoach.reports.promises import ON_THE_CASE

ARREARS = ("--purpose", "arrears", "--channel", "phone", "--quick", "--plain")
PROMISE, DUE = "Send the plan in writing", "2026-11-02"


def hashes(home: Path) -> dict[Path, str]:
    """Every file of the journal, by what is in it."""
    files = files_under(home / "data" / "journal")
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def say(terminal: Terminal, *lines: str, until: str) -> None:
    for line in lines:
        terminal.send(f"{line}\r")
    terminal.wait_for(until)


def prepare(home: Path, sentence: str) -> list[str]:
    """Prepare in plain lines; the rows of the terminal at the end."""
    with Terminal(home, "prepare", *ARREARS, rows=80) as terminal:
        terminal.wait_for(BEFORE("orient.hat"))
        say(terminal, "3", until=BEFORE("orient.hat-sentence"))
        say(terminal, sentence, "finish", "keep", until="Due back")
        assert terminal.exit_code() == 0
        return terminal.lines()


def questions(terminal: Terminal) -> int:
    """How many questions have been asked so far."""
    return sum(row.startswith("Question ") for row in terminal.lines())


def reflect(home: Path, of: str) -> None:
    """Reflect on it, and promise one thing for a day that has gone by."""
    with Terminal(home, "reflect", "--of", of, "--quick", "--plain", rows=80) as terminal:
        terminal.wait_for(AFTER("land.safe"))
        say(terminal, "yes", "1", until=AFTER("land.word"))
        while not terminal.says(AFTER("promises.made")):
            say(terminal, "skip", until=f"Question {questions(terminal) + 1} of ")
        say(terminal, PROMISE, DUE, "", "", "finish", "keep", until=ON_THE_CASE[:40])
        assert terminal.exit_code() == 0


def see_the_card_on_the_screen(home: Path, overdue: str) -> None:
    """The newest entry's card, in the app."""
    with Terminal(home) as terminal:
        at_home(terminal)
        terminal.press("j")
        terminal.wait_for("This week")
        terminal.press("enter")
        terminal.wait_for("Before a visit", "hat: both")
        terminal.press("c")
        terminal.wait_for("Your card", overdue)
        rows = [row.strip() for row in terminal.lines() if row.strip()]
        assert rows[1] == overdue


@pytest.mark.thorough
def test_what_was_promised_heads_the_next_preparation_until_it_is_settled(home: Path) -> None:
    first = prepare(home, "I ring as your landlord")
    assert not any("Due first" in row or "Overdue" in row for row in first)
    reflect(home, entry_at(home, Kind.PREPARATION).id)
    reflection = entry_at(home, Kind.REFLECTION)
    before = hashes(home)

    days = (date.today() - date.fromisoformat(DUE)).days
    second = prepare(home, "It is me again")
    begins = second.index("Due first:")
    assert second[begins + 1] == f"{PROMISE}, mine, {days} days over"
    assert begins < next(n for n, row in enumerate(second) if row.startswith("Question 1"))
    card = next(n for n, row in enumerate(second) if row.startswith("Your card"))
    assert second[card + 1].rstrip(".") == f"Overdue: {PROMISE}, {days} days over"
    see_the_card_on_the_screen(home, f"Overdue    {PROMISE}, {days} days over")

    with Terminal(home, "promises", "not-kept", f"{reflection.id}/1", "--told") as terminal:
        terminal.wait_for("Written down: not kept, already told.")
        assert terminal.exit_code() == 0
    (line,) = tipcoach(home, "promises", "list", "--json").document["promises"]
    assert (line["became"], line["told"]) == ("not_kept", True)

    after = hashes(home)
    assert after.items() >= before.items()
    new = [json.loads(path.read_bytes()) for path in {*after} - {*before}]
    (follow_up,) = (each for each in new if each["kind"] == "follow_up")
    assert (follow_up["about"], follow_up["said"]["became"]) == (reflection.id, "not_kept")
    assert len(new) == 2, "the second preparation, and what became of the promise"


@pytest.mark.thorough
def test_on_the_screen_what_is_typed_at_once_is_written_down_and_shown(home: Path) -> None:
    prepare(home, "I ring as your landlord")
    reflect(home, entry_at(home, Kind.PREPARATION).id)
    before = hashes(home)
    with Terminal(home, rows=20, columns=60) as terminal:
        at_home(terminal)
        terminal.press("p")
        terminal.wait_for("Overdue", PROMISE)
        terminal.send("xy2")
        terminal.wait_for("Written down: not kept, already told.", "Waiting on another team")
        assert terminal.says(f"× {PROMISE}")
    (line,) = tipcoach(home, "promises", "list", "--json").document["promises"]
    assert (line["became"], line["told"], line["because"]) == ("not_kept", True, "another-team")
    after = hashes(home)
    assert after.items() >= before.items()
    assert len(after) == len(before) + 1
