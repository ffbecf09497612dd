"""From Home to what is kept, by keyboard alone: slowly, and typed far ahead of the screen."""

from pathlib import Path

import pytest
from cli.program import entry_file, files_under

from terminal.terminal import Terminal, colours
from terminal.walks import (
    A_PREPARATION,
    A_REFLECTION,
    BEFORE,
    PREPARED,
    PROMISE,
    REFLECTED,
    ahead,
    answers_in,
    at_home,
    drafts_at,
    entry_at,
    slowly,
)
from tipcoach.journal.format import read_record
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Whose


@pytest.mark.thorough
def test_three_keys_to_the_first_question(home: Path) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        terminal.press("b")
        terminal.wait_for("What is it about?")
        terminal.press("r")
        terminal.press("enter")
        terminal.wait_for(BEFORE("orient.hat"), "1  Landlord", "2  Support", "3  Both")
        assert [path for path in files_under(home) if "drafts" in path.parts] == []
        assert colours(terminal.raw) != [], "and with NO_COLOR there are none"


def check_kept(home: Path) -> tuple[Entry, Entry]:
    """Both entries are on disk with every answer under its own question, and no draft is left."""
    before, after = entry_at(home, Kind.PREPARATION), entry_at(home, Kind.REFLECTION)
    assert answers_in(before) == PREPARED
    answers = answers_in(after)
    made = answers.pop("promises.made")
    assert answers == REFLECTED
    assert isinstance(made, Promised)
    assert [(one.text, one.whose) for one in made.promises] == [(PROMISE, Whose.MINE)]
    assert made.promises[0].due is not None
    assert made.promises[0].due.strftime("%A") == "Friday"
    assert after.follows == before.id
    assert drafts_at(home) == []
    return before, after


def test_a_visit_before_and_after(home: Path) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        pages = slowly(terminal, A_PREPARATION)
        terminal.press("escape")
        at_home(terminal)
        pages += slowly(terminal, A_REFLECTION)
        before, after = check_kept(home)
        assert any("You wrote before" in page for page in pages)
        assert any("before:" in page for page in pages)
        for entry in (before, after):
            assert read_record(entry_file(home, entry.id).read_bytes()) == entry
            for asked in entry.asked:
                assert any(asked.question in page for page in pages), asked.question
        terminal.press("escape")
        at_home(terminal)
        terminal.press("j")
        terminal.wait_for("This week", "Before rent arrears · phone", "After  rent arrears · phone")
        terminal.wait_for("After a visit · rent arrears · phone")
        terminal.press("enter")
        terminal.wait_for("follows a preparation")
        terminal.press("escape")
        terminal.wait_for("This week")
        terminal.press("down", "enter")
        terminal.wait_for("hat: both")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0


@pytest.mark.thorough
def test_typed_ahead_nothing_is_lost_or_in_the_wrong_place(home: Path) -> None:
    with Terminal(home) as terminal:
        at_home(terminal)
        ahead(terminal, A_PREPARATION)
        terminal.press("escape")
        at_home(terminal)
        ahead(terminal, A_REFLECTION)
        check_kept(home)


@pytest.mark.thorough
@pytest.mark.parametrize("time", range(20))
def test_typed_ahead_it_is_so_every_time(home: Path, time: int) -> None:
    test_typed_ahead_nothing_is_lost_or_in_the_wrong_place(home)
