"""Two sessions in a row at real terminals, and one that is cut short; two homes and a folder."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.program import coach_at, files_under, tipcoach
from making import real_library
from reading_word import words_of

from terminal.terminal import Terminal
from terminal.two_people import (
    NAMES,
    OFFICER,
    SUPERVISOR,
    Person,
    type_lines,
    who_have_agreed,
)
from terminal.walks import drafts_at, entry_at
from tipcoach.coach.begin import Standalone, begin
from tipcoach.practice.answer import Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Whose
from tipcoach.practice.session import ACTIONS, HELPED, ONE_TO_ONE, THEMES
from tipcoach.practice.session_record import record_of

pytestmark = pytest.mark.thorough

LAST_TIME = "Question 3 of "
ACTION, OTHERS = "Count to five after the hard sentence", "Take the letter upstairs"
DIFFERENTLY = "I only said I would try."
HELPED_BY = "The quiet at the start."
SAT_DOWN = ("session", "--with", OFFICER, "--plain")


def question_of(*prompts: str) -> str:
    """The question of a session under one of these ids."""
    asked = real_library().standalone(ONE_TO_ONE).prompts
    return next(each.question for each in asked if each.id in prompts)


ABOUT = question_of(*THEMES)


def sit_down(supervisor: Person, *beginning: str) -> Terminal:
    """A session with the officer, its agenda said, at the first question."""
    terminal = supervisor.at(*SAT_DOWN)
    for typed in beginning:
        terminal.wait_for("Answer continue, later or discard.")
        terminal.send(f"{typed}\r")
    supervisor.unlocks(terminal)
    terminal.wait_for("With Officer A")
    return terminal


def to_the_actions(terminal: Terminal) -> None:
    """From anywhere to the question about who does what: it is the fifth from the end."""
    terminal.wait_for("Question 1 of ")
    type_lines(terminal, "finish", until="Answer keep, let go or back.")
    for _ in range(5):
        terminal.send("back\r")
    terminal.wait_for("What was said would happen?")


def agree_on(terminal: Terminal) -> None:
    type_lines(terminal, ACTION, until="By when?")
    type_lines(terminal, "in two weeks", until="Whose is it?")
    type_lines(terminal, "theirs", until="What else?")
    type_lines(terminal, OTHERS, "", "mine", "", until=ABOUT)
    # It was there once before, on the way back.
    terminal.wait_until(lambda: terminal.words().count(ABOUT) == 2, "the next question")


def kept_and_sent(supervisor: Person) -> None:
    with sit_down(supervisor) as terminal:
        to_the_actions(terminal)
        agree_on(terminal)
        type_lines(terminal, "finish", until="Answer keep, let go or back.")
        type_lines(terminal, "keep", until="Type yes to send it")
        type_lines(terminal, "yes", until="Sent to Officer A.")
        assert terminal.exit_code() == 0


def seen_differently(officer: Person) -> None:
    with officer.at("session", "read") as terminal:
        officer.unlocks(terminal)
        terminal.wait_for(f"{NAMES[SUPERVISOR]} sent this.", ACTION, "Type agreed, or differently")
        type_lines(terminal, "differently", until="In your words")
        type_lines(terminal, DIFFERENTLY, until="Your words stand beside the record")
        assert terminal.exit_code() == 0


def test_two_sessions_in_a_row(tmp_path: Path, people: tuple[Person, Person]) -> None:
    officer, supervisor = people
    place = who_have_agreed(tmp_path, officer, supervisor)
    kept_and_sent(supervisor)
    assert len(list(place.rglob("record.*.age"))) == 1
    seen_differently(officer)
    came = supervisor.runs("session", "read")
    assert f"Officer A sees the record of your session differently: {DIFFERENTLY}" in came

    with sit_down(supervisor) as terminal:
        terminal.wait_for("Question 1 of ")
        heads, _, _ = terminal.screen_text().partition("Question 1 of ")
        assert ACTION in heads and OTHERS in heads and DIFFERENTLY in heads
        type_lines(terminal, "", "", until=LAST_TIME)
        terminal.wait_until(
            lambda: {ACTION, OTHERS} <= {*_actions_under(terminal, LAST_TIME)},
            "what was agreed, under the question about it",
        )
        type_lines(terminal, "quit", until="To go on with it:")
        assert terminal.exit_code() == 0
    theirs = officer.runs("session", "agenda", "--with", SUPERVISOR)
    assert f"□ {ACTION} · Officer A" in theirs and f"□ {OTHERS} · Supervisor B" in theirs

    for person in people:
        for command in (("session", "show"), ("journal", "show", entry_at_one(person))):
            said = tipcoach(person.home, *command).out
            assert f"How Officer A sees it\n  {DIFFERENTLY}" in said
            assert ACTION in said and OTHERS in said
        for name in ("record.docx", "record.md"):
            written = tmp_path / f"{person.folder}-{name}"
            done = tipcoach(person.home, "report", entry_at_one(person), str(written))
            assert done.code == 0, done.err
        in_word = words_of(tmp_path / f"{person.folder}-record.docx")
        assert DIFFERENTLY in in_word and ACTION in in_word
        assert in_word.index(NAMES[SUPERVISOR]) < in_word.index(DIFFERENTLY)
        listed = tipcoach(person.home, "promises", "list").out
        assert ACTION in listed and OTHERS in listed


def _actions_under(terminal: Terminal, heading: str) -> list[str]:
    _, _, part = terminal.screen_text().partition(heading)
    return [each for each in (ACTION, OTHERS) if each in part]


def entry_at_one(person: Person) -> str:
    return entry_at(person.home, Kind.SESSION).id


def test_on_screens_it_is_offered_once_they_are_left(
    tmp_path: Path, people: tuple[Person, Person]
) -> None:
    officer, supervisor = people
    place = who_have_agreed(tmp_path, officer, supervisor)
    with supervisor.at("session", "--with", OFFICER) as terminal:
        on_to_what_helped(terminal)
        terminal.type(HELPED_BY)
        terminal.wait_for(HELPED_BY, "● saved")
        terminal.press("escape")
        terminal.wait_for("Done: finish now")
        terminal.press("d")
        terminal.wait_for("Keep this as it is?")
        terminal.press("k")
        terminal.wait_until_gone("Keep this as it is?")
        terminal.press("ctrl+q")
        terminal.wait_for("To see the record here as they will get it")
        assert HELPED_BY not in terminal.left_behind(), "it was left quietly"
        assert not list(place.rglob("record.*"))
        type_lines(terminal, "yes", until="Type yes to send it")
        assert HELPED_BY in terminal.left_behind()
        type_lines(terminal, "yes", until="Passphrase of your keys")
        supervisor.unlocks(terminal)
        terminal.wait_for("Sent to Officer A.")
        assert terminal.exit_code() == 0
    assert len(list(place.rglob("record.*"))) == 1


def on_to_what_helped(terminal: Terminal) -> None:
    """Go on with Enter, ahead of the screen, to the question of what helped.

    The keys stay locked: the talk goes on without what was brought.
    """
    terminal.wait_for("Your passphrase")
    terminal.press("escape")
    terminal.wait_until_gone("Your passphrase")
    terminal.wait_for(question_of("session.arrive"))
    steps = begin(coach_at(terminal.home), Standalone(Kind.SESSION)).walk.path
    for step in steps:
        if step.prompts[0].id in HELPED:
            break
        terminal.press("enter")
    terminal.wait_for(question_of(*HELPED))


# -- cut short --------------------------------------------------------------------------------

Cut = Callable[[Terminal], None]


def interrupt(terminal: Terminal) -> None:
    terminal.send("\x03")
    assert terminal.exit_code() == 130


def kill(terminal: Terminal) -> None:
    terminal.kill(signal.SIGKILL)
    assert terminal.exit_code() == -signal.SIGKILL


@pytest.mark.parametrize("cut", [interrupt, kill])
def test_cut_short_in_the_middle_nothing_is_lost_and_nothing_shared(
    tmp_path: Path, people: tuple[Person, Person], cut: Cut
) -> None:
    officer, supervisor = people
    place = who_have_agreed(tmp_path, officer, supervisor)
    before = files_under(place)
    with sit_down(supervisor) as terminal:
        to_the_actions(terminal)
        agree_on(terminal)
        terminal.type("half a li")
        cut(terminal)
    assert files_under(place) == before, "nothing without a yes"
    (draft,) = drafts_at(supervisor.home)
    assert draft.with_whom == OFFICER
    held = draft.walk.answers[ACTIONS]
    assert isinstance(held, Promised)
    assert [(each.text, each.whose) for each in held.promises] == [
        (ACTION, Whose.THEIRS),
        (OTHERS, Whose.MINE),
    ]

    with sit_down(supervisor, "continue") as terminal:
        terminal.wait_for(", Agree.")
        type_lines(terminal, "finish", until="Answer keep, let go or back.")
        type_lines(terminal, "keep", until="Type yes to send it")
        cut(terminal)
    assert files_under(place) == before, "nothing without a yes"
    assert drafts_at(supervisor.home) == []
    kept = record_of(entry_at(supervisor.home, Kind.SESSION)).actions
    assert kept == held.promises

    sent = supervisor.at("session", "send")
    with sent as terminal:
        type_lines(terminal, "yes", until="Passphrase of your keys")
        cut(terminal)
    assert files_under(place) == before, "a yes without keys sends nothing"
    with supervisor.at("session", "send") as terminal:
        terminal.wait_for(ACTION, "Type yes to send it")
        type_lines(terminal, "yes", until="Passphrase of your keys")
        supervisor.unlocks(terminal)
        terminal.wait_for("Sent to Officer A.")
        assert terminal.exit_code() == 0
    (record,) = {*files_under(place)} - {*before}
    assert record.name.startswith("record.")


def test_killed_on_screens_it_waits_with_all_that_was_saved(
    tmp_path: Path, people: tuple[Person, Person]
) -> None:
    officer, supervisor = people
    place = who_have_agreed(tmp_path, officer, supervisor)
    before = files_under(place)
    with supervisor.at("session", "--with", OFFICER) as terminal:
        on_to_what_helped(terminal)
        terminal.type(HELPED_BY)
        terminal.wait_until(lambda: held_at(supervisor.home) == HELPED_BY, "on the disk")
        kill(terminal)
    assert files_under(place) == before
    (draft,) = drafts_at(supervisor.home)
    assert draft.with_whom == OFFICER
    with sit_down(supervisor, "continue") as terminal:
        terminal.wait_for("Your answer so far:", HELPED_BY)


def held_at(home: Path) -> str:
    """What the draft of a session says helped."""
    answers = [draft.walk.answers.get(HELPED[0]) for draft in drafts_at(home)]
    return next((each.text for each in answers if isinstance(each, Text)), "")


@pytest.mark.parametrize("cut", [interrupt, kill])
def test_a_view_that_was_not_said_is_not_sent(
    tmp_path: Path, people: tuple[Person, Person], cut: Cut
) -> None:
    officer, supervisor = people
    place = who_have_agreed(tmp_path, officer, supervisor)
    kept_and_sent(supervisor)
    before = files_under(place)
    with officer.at("session", "read") as terminal:
        officer.unlocks(terminal)
        terminal.wait_for("Type agreed, or differently")
        type_lines(terminal, "differently", until="In your words")
        terminal.type(DIFFERENTLY)
        cut(terminal)
    assert files_under(place) == before
    assert not coach_at(officer.home).journal.is_there
    seen_differently(officer)
    (view,) = {*files_under(place)} - {*before}
    assert view.name.startswith("view.")
