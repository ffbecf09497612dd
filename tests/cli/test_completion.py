"""A shell asks what could come next, in the words that it asks with."""

from datetime import date
from pathlib import Path

import pytest
from making import new_id

from cli.program import PREPARATION, coach_at, keep, tipcoach
from tipcoach.coach.sharing import records
from tipcoach.supervision.identity import make_identity
from tipcoach.supervision.people import People, write_people
from tipcoach.supervision.shared_records import SharedRecord


def offered(home: Path, *words: str) -> list[str]:
    """What the shell is offered after these words, the last of them half typed."""
    asked = {
        "_TIPCOACH_COMPLETE": "zsh_complete",
        "COMP_WORDS": " ".join(["tipcoach", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = tipcoach(home, more=asked)
    assert (done.code, done.err) == (0, "")
    return done.out.split("\n")


def test_commands_are_offered(home: Path) -> None:
    assert {"prepare", "reflect", "card", "journal", "demo"} <= {*offered(home, "")}
    assert offered(home, "pre")[:2] == ["plain", "prepare"]


@pytest.mark.thorough
def test_purposes_are_offered_by_what_they_are_called(home: Path) -> None:
    assert offered(home, "prepare", "--purpose", "arr")[1:3] == ["arrears", "Rent arrears"]


@pytest.mark.thorough
def test_prompts_are_offered_with_their_question(home: Path) -> None:
    found = offered(home, "prompts", "show", "arrears.co")
    assert found[1] == "arrears.court"
    assert found[2].startswith("Does court need mentioning")


@pytest.mark.thorough
def test_what_can_be_previewed_and_described_is_offered(home: Path) -> None:
    assert offered(home, "prompts", "preview", "pre")[1] == "prepare"
    assert offered(home, "prompts", "schema", "path")[1] == "pathways"
    assert offered(home, "prompts", "list", "--purpose", "arr")[1] == "arrears"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "words", [["card"], ["journal", "show"], ["recorded"], ["reflect", "--of"]], ids=" ".join
)
def test_an_entry_is_offered_by_its_day_and_never_by_what_it_is_about(
    home: Path, words: list[str]
) -> None:
    entry_id = keep(home, PREPARATION)
    found = offered(home, *words, entry_id[:4].lower())
    assert found[1] == entry_id
    assert found[2].endswith("preparation")
    assert "arrears" not in " ".join(found)


def test_a_journal_that_cannot_be_read_offers_nothing(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "journal").write_text("a file where the folder should be")
    assert "".join(offered(home, "card", "")) == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_of_the_readme_gives_the_shell_what_it_needs(home: Path, shell: str) -> None:
    done = tipcoach(home, more={"_TIPCOACH_COMPLETE": f"{shell}_source"})
    assert done.code == 0
    assert "_TIPCOACH_COMPLETE" in done.out


@pytest.mark.thorough
def test_whom_and_what_one_shared_is_offered_and_never_what_it_is_about(home: Path) -> None:
    write_people_and_a_record(home)
    assert offered(home, "share", "--with", "sup")[1:3] == ["supervisor-b", "Supervisor B"]
    assert offered(home, "agreement", "show", "")[1] == "supervisor-b"
    assert offered(home, "session", "--with", "sup")[1] == "supervisor-b"
    assert offered(home, "session", "se")[:2] == ["plain", "send"]
    for command in ("take-back", "inbox read"):
        found = offered(home, *command.split(), "aaaa")
        assert found[1:3] == [COPY, "2026-11 supervisor-b"]
        assert "arrears" not in " ".join(found)


COPY = "a" * 26


def write_people_and_a_record(home: Path) -> None:
    """Somebody who is known, and one copy that was shared with them."""
    card = make_identity("supervisor-b", "Supervisor B").card
    record = SharedRecord(
        COPY, new_id(), "supervisor-b", "2026-11", "rent arrears", "", (), date(2026, 11, 22)
    )
    coach = coach_at(home)
    coach.writer.write(
        coach.places.people, write_people(People({card.folder: card})).encode(), once=False
    )
    records(coach).add(record)
