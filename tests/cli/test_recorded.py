"""What a stop rule sent elsewhere is said first, until it is answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import (
    PREPARATION,
    STOPPED,
    Done,
    coach_at,
    entry_file,
    keep,
    tipcoach,
    with_answers,
)
from tipcoach.coach import gists
from tipcoach.practice.follow_up import FollowUp

NOT_YET = "not yet recorded"
BARE, LIST = (), ("journal", "list")


def says_not_yet(home: Path, *way: str) -> bool:
    done = tipcoach(home, *way)
    assert NOT_YET not in done.out.lower(), "it is a message for people, so it goes to stderr"
    return NOT_YET in done.err.lower()


@pytest.fixture
def stopped(home: Path) -> str:
    return keep(home, STOPPED)


@pytest.mark.thorough
def test_it_is_said_until_it_is_recorded_and_can_be_taken_back(home: Path, stopped: str) -> None:
    before = entry_file(home, stopped).read_bytes()
    assert says_not_yet(home, *BARE)
    assert says_not_yet(home, *LIST)
    done = tipcoach(home, "recorded", stopped)
    assert (done.code, done.out) == (0, "")
    assert done.err.strip()
    assert not says_not_yet(home, *BARE)
    assert not says_not_yet(home, *LIST)
    done = tipcoach(home, "recorded", stopped, "--not-yet")
    assert (done.code, done.out) == (0, "")
    assert says_not_yet(home, *BARE)
    assert entry_file(home, stopped).read_bytes() == before


@pytest.mark.thorough
def test_each_answer_is_a_follow_up_that_names_the_one_it_replaces(
    home: Path, stopped: str
) -> None:
    first = tipcoach(home, "recorded", stopped, "--json").document
    second = tipcoach(home, "recorded", stopped, "--not-yet", "--json").document
    assert (first["kind"], first["about"]) == ("follow_up", stopped)
    assert first["said"] == {"what": "recorded", "yes": True}
    assert (second["replaces"], second["said"]["yes"]) == (first["id"], False)
    found = [one for one in coach_at(home).journal.records() if isinstance(one, FollowUp)]
    assert {one.id for one in found} == {first["id"], second["id"]}
    shown = tipcoach(home, "journal", "show", second["id"])
    assert stopped in shown.out
    as_file = tipcoach(home, "journal", "show", second["id"], "--json")
    assert as_file.out.encode() == entry_file(home, second["id"]).read_bytes()


def test_each_that_waits_is_named(home: Path, stopped: str) -> None:
    done = keep(home, with_answers(STOPPED, {"stop.recorded": "yes"}))
    never_asked = keep(home, with_answers(STOPPED, {"stop.recorded": None}))
    said = tipcoach(home).err
    assert stopped in said
    assert never_asked in said
    assert done not in said


def test_nothing_waits_for_an_ordinary_entry(home: Path) -> None:
    entry_id = keep(home, PREPARATION)
    done = tipcoach(home, "recorded", entry_id)
    assert done.code != 0
    assert "nothing waits to be recorded" in done.err


def test_the_json_list_stays_one_document(home: Path, stopped: str) -> None:
    done = tipcoach(home, "journal", "list", "--json")
    assert done.document["entries"][0]["stopped"] == "domestic-abuse"
    assert done.document["entries"][0]["purpose"] is None


def test_a_large_journal_is_read_through_once_and_that_is_said(
    here: Callable[..., Done], home: Path, stopped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gists, "READ_THROUGH", 0)
    first, second = here("journal", "list"), here("journal", "list")
    assert "Reading through all of your journal, this once." in first.err
    assert "Reading through" not in second.err
    for done in (first, second):
        assert stopped in done.err
