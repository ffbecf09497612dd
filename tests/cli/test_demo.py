"""The demo: a sample journal that says it is one, and leaves nothing behind."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.program import Done, files_under, tipcoach
from tipcoach.coach.agenda import agenda
from tipcoach.coach.reading import newest
from tipcoach.coach.sample import sample_journal
from tipcoach.coach.sample_supervision import OFFICER, sample_supervision
from tipcoach.coach.who_is_who import who_is_who


def elsewhere(folder: Path) -> dict[str, str]:
    """Where temporary files go, so that a test sees what is left of them."""
    folder.mkdir()
    return {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


class Left(NamedTuple):
    """A demo that has been left: what it said, its home, and where temporary files went."""

    done: Done
    home: Path
    temporary: Path


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("demo")
    home, temporary = folder / "home", folder / "temporary"
    return Left(tipcoach(home, "demo", more=elsewhere(temporary)), home, temporary)


def test_without_a_terminal_it_prints_the_card_and_one_entry(left: Left) -> None:
    done = left.done
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A sample: nobody in it is real, and it goes when you leave.\n")
    assert "Your card · repairs access · home" in done.out
    assert "After a visit · repairs access · home" in done.out
    assert "A sample answer" in done.out


def test_as_json_it_is_one_document(here: Callable[..., Done]) -> None:
    done = here("demo", "--json")
    assert done.document["sample"] is True
    assert done.document["card"]["title"] == "repairs access · home"
    assert done.document["entry"]["kind"] == "reflection"


def test_nothing_is_left_and_nothing_of_ones_own_is_touched(left: Left) -> None:
    assert left.done.code == 0
    assert list(left.temporary.iterdir()) == []
    assert not left.home.exists() or files_under(left.home) == []


def test_every_entry_of_it_says_that_it_is_a_sample() -> None:
    with sample_journal() as coach:
        entries = newest(coach, None).entries
        kept_in = coach.places.data
        assert kept_in.is_relative_to(tempfile.gettempdir())
        for entry in entries:
            said = coach.places.journal.glob(f"*/{entry.id}.json")
            assert "A sample answer" in next(said).read_text(encoding="utf-8")
    assert len(entries) == 5
    assert [entry.created for entry in entries] == sorted(
        (entry.created for entry in entries), reverse=True
    )
    assert not kept_in.exists()


@pytest.mark.thorough
def test_a_supervisor_finds_what_was_agreed_last_time_and_what_is_brought(
    home: Path, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    done = tipcoach(home, "demo", "--supervisor", more=elsewhere(temporary))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A sample: nobody in it is real, and it goes when you leave.\n")
    assert "Count to five after the hard sentence · Sample officer" in done.out
    assert "The record was seen differently:\n  A sample answer: I said I would try" in done.out
    assert "how do I leave room for a no that I cannot act on?" in done.out
    assert list(temporary.iterdir()) == []
    assert not home.exists() or files_under(home) == []


@pytest.mark.thorough
def test_as_json_a_supervisor_gets_the_agenda(home: Path) -> None:
    done = tipcoach(home, "demo", "--supervisor", "--json")
    assert [each["whose"] for each in done.document["last"]["actions"]] == ["mine", "theirs"]
    assert done.document["brought"][0]["opened"] is False


def test_a_sample_officer_and_supervisor_are_gone_when_they_are_left() -> None:
    with sample_supervision() as coach:
        kept_in = coach.places.data
        assert agenda(coach, OFFICER).unread == ()
        assert who_is_who(coach).faults == ()
        for path in coach.places.journal.rglob("*.json"):
            said = path.read_text(encoding="utf-8")
            assert "A sample" in said or '"kind": "follow_up"' in said
    assert not kept_in.exists()
