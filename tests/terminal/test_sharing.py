"""An officer and a supervisor, two homes and one folder, from no keys to a copy taken back.

The program is the real one on a real terminal, with real keys. At the end the folder and all of
the supervisor's home are searched, with every sealed file opened, for what was never shared.
"""

import json
import re
from pathlib import Path

import pytest
from cli.program import Done, tipcoach, write_answers

from terminal.two_people import (
    OFFICER,
    PURPOSE,
    SUPERVISOR,
    Person,
    agree,
    opened_files,
    type_lines,
    who_know_each_other,
    who_were_sent_one,
)
from terminal.walks import entry_at
from tipcoach.practice.entry import Kind
from tipcoach.practice.shared_copy import parts_to_choose

ANSWERS = {
    "moment.stayed": "quennish silence after the letter",
    "moment.noticed": "I sat brillowed for a minute",
    "sense.assumption": "that they would droffle it",
    "sense.went-well": "the plunket opening",
    "decide.bring": "say crispen and then wait",
    "more.feeling": "zanverly, and then steadier",
}
SHARED = ("moment.stayed", "decide.bring")
QUESTION, ASKED_BACK, SEEN_BY_OFFICER = "What did I miss?", "What came before it?", "The radio."


def share(officer: Person, entry: str) -> str:
    """Two of six answers, chosen by number; the id of the copy."""
    with officer.at("share", entry, "--with", SUPERVISOR, "--plain") as terminal:
        officer.unlocks(terminal)
        terminal.wait_for("Which of them?", "There is no written promise yet")
        type_lines(terminal, numbers_of(officer), until="in this copy alone?")
        type_lines(terminal, "", until="What question do you bring?")
        type_lines(terminal, QUESTION, until="Which principle is it about?")
        type_lines(terminal, "collaboration", until="heavy detail")
        terminal.wait_for("as a neighbour or a colleague would")
        type_lines(terminal, "no", until="There is more.")
        type_lines(terminal, "rest", until="Type yes to share exactly this")
        _, _, preview = terminal.words().partition("This is all of it, word for word:")
        check_holds_shared_alone(preview)
        type_lines(terminal, "yes", until="To take it back")
        assert terminal.exit_code() == 0
        found = re.search(r"tipcoach take-back ([a-z2-7]{26})", terminal.words())
    assert found
    return found[1]


def numbers_of(officer: Person) -> str:
    """The numbers of what is to be shared, among all the answers there are to choose from."""
    parts = parts_to_choose(entry_at(officer.home, Kind.REFLECTION))
    assert {part.prompt for part in parts} >= {*ANSWERS}
    return " ".join(str(at) for at, part in enumerate(parts, 1) if part.prompt in SHARED)


def check_holds_shared_alone(said: str) -> None:
    """What was shared is there, and no other answer."""
    for prompt, answer in ANSWERS.items():
        assert (answer in said) == (prompt in SHARED), prompt


def kept(person: Person, root: Path) -> str:
    """A reflection of six answers in the journal; its id."""
    answers = {"land.safe": True, "land.heard": "nothing", **ANSWERS}
    visit = {"purpose": "arrears", "channel": "phone"}
    path = write_answers(root, {"visit": visit, "form": "full", "answers": answers})
    done: Done = tipcoach(person.home, "reflect", "--answers", str(path), "--json")
    assert done.code == 0, done.err
    return str(done.document["id"])


@pytest.mark.thorough
def test_two_homes_and_a_folder(tmp_path: Path, people: tuple[Person, Person]) -> None:
    officer, supervisor = people
    place = who_know_each_other(tmp_path, officer, supervisor)
    agree(officer, supervisor)

    copy = share(officer, kept(officer, tmp_path))
    brought = supervisor.runs("review")
    assert QUESTION in brought and "Collaboration" in brought and "not opened" in brought
    assert not any(answer in brought for answer in ANSWERS.values())

    opened = supervisor.runs("review", "open", copy)
    assert "Officer A has been told that you opened it." in opened
    check_holds_shared_alone(opened)
    supervisor.runs("review", "ask", copy, ASKED_BACK)
    supervisor.runs("review", "mark", copy)

    inbox = officer.runs("inbox")
    assert "Opened in tipcoach on " in inbox and ASKED_BACK in inbox
    officer.runs("inbox", "say", copy, SEEN_BY_OFFICER)
    both = supervisor.runs("review", "open", copy)
    assert ASKED_BACK in both and SEEN_BY_OFFICER in both
    nothing_unshared_is_anywhere(place, officer, supervisor, copy)

    with officer.at("take-back", copy) as terminal:
        officer.unlocks(terminal)
        terminal.wait_for("Opened in tipcoach on ", "Type yes to take it back")
        type_lines(terminal, "yes", until="If it was already opened or copied, we may not know.")
        assert terminal.exit_code() == 0
    assert copy not in supervisor.runs("review")
    assert not list(place.rglob(f"copy.*.{copy}.age"))
    nothing_unshared_is_anywhere(place, officer, supervisor, "")


def nothing_unshared_is_anywhere(
    place: Path, officer: Person, supervisor: Person, copy: str
) -> None:
    """The four answers are in no byte of the folder or the supervisor's home, sealed or not.

    While the copy is there, the two that were shared are found in it: the search can see.
    """
    identities = [officer.identity, supervisor.identity]
    found: dict[str, set[str]] = {prompt: set() for prompt in ANSWERS}
    for root in (place, supervisor.home):
        for path, data in opened_files(root, identities):
            # A document may have been written with escapes.
            text = data.decode("utf-8", "replace")
            for prompt, answer in ANSWERS.items():
                words = (answer, json.dumps(answer)[1:-1])
                if any(one in text for one in words):
                    found[prompt].add(path.name)
    for prompt, names in found.items():
        is_there = bool(copy) and prompt in SHARED
        assert len(names) == is_there, (prompt, names)
        assert all(copy in name for name in names)


@pytest.mark.thorough
def test_an_agreement_filled_in_on_the_screens_is_sent_when_they_are_left(
    tmp_path: Path, people: tuple[Person, Person]
) -> None:
    officer, supervisor = people
    who_know_each_other(tmp_path, officer, supervisor)
    with officer.at("agreement", "begin", "--with", SUPERVISOR) as terminal:
        terminal.wait_for("What it is for")
        terminal.type(PURPOSE)
        terminal.wait_for(PURPOSE, "● saved")
        terminal.press("escape")
        terminal.wait_for("Done: finish now")
        terminal.press("d")
        terminal.wait_for("Keep this as it is?")
        terminal.press("k")
        terminal.wait_until_gone("Keep this as it is?")
        terminal.press("ctrl+q")
        terminal.wait_for("To see it here as they will get it")
        assert PURPOSE not in terminal.left_behind(), "it was left quietly"
        type_lines(terminal, "yes", until="Type yes to send it")
        assert PURPOSE in terminal.left_behind()
        type_lines(terminal, "yes", until="Passphrase of your keys")
        officer.unlocks(terminal)
        terminal.wait_for("Sent to Supervisor B.")
        assert terminal.exit_code() == 0
    assert len(list((tmp_path / "place" / OFFICER / SUPERVISOR).glob("agreement.*"))) == 1


@pytest.mark.thorough
def test_a_key_that_types_no_letter_is_never_taken_for_a_yes(
    tmp_path: Path, people: tuple[Person, Person]
) -> None:
    officer, supervisor = people
    who_were_sent_one(tmp_path, officer, supervisor)
    again = "do nothing here, so that line was not taken"
    with supervisor.at("agreement", "read") as terminal:
        supervisor.unlocks(terminal)
        terminal.wait_for("Do you say yes to this?")
        terminal.press("pagedown", "enter")
        terminal.wait_until(lambda: terminal.words().count(again) == 1, "asked again")
        terminal.press("pagedown")
        terminal.send("yes\r")
        terminal.wait_until(lambda: terminal.words().count(again) == 2, "asked once more")
        assert "You both said yes." not in terminal.words()
        type_lines(terminal, "yes", until="You both said yes.")
        assert terminal.exit_code() == 0


@pytest.mark.thorough
def test_where_a_screen_can_be_painted_the_parts_are_chosen_on_it(
    tmp_path: Path, people: tuple[Person, Person]
) -> None:
    officer, supervisor = people
    who_know_each_other(tmp_path, officer, supervisor)
    agree(officer, supervisor)
    # The supervisor's yes is taken in before the screen is there.
    with officer.at("share", kept(officer, tmp_path), "--with", SUPERVISOR) as terminal:
        officer.unlocks(terminal)
        terminal.wait_for("Choose the answers")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert not list((tmp_path / "place").rglob("copy.*"))
