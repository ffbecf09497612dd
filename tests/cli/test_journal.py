"""Reading back what was kept: the list, an entry, a card."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import (
    PREPARATION,
    REFLECTION,
    STOPPED,
    Done,
    entry_file,
    files_under,
    keep,
    tipcoach,
    with_answers,
)

Here = Callable[..., Done]
"""Run in this process; the list is also read from the real program."""


@pytest.fixture
def three(home: Path) -> list[str]:
    """The ids of three entries, the oldest first."""
    return [keep(home, PREPARATION), keep(home, REFLECTION), keep(home, PREPARATION)]


def test_an_empty_journal_says_how_to_begin(home: Path) -> None:
    done = tipcoach(home, "journal", "list")
    assert done.code == 0
    assert "tipcoach prepare" in done.out
    assert files_under(home) == []


def test_the_newest_come_first(home: Path, three: list[str]) -> None:
    done = tipcoach(home, "journal", "list")
    assert done.code == 0, done.err
    places = [done.out.index(entry_id) for entry_id in reversed(three)]
    assert places == sorted(places)
    assert "rent arrears · phone" in done.out
    assert "Before" in done.out
    assert "After" in done.out
    assert "more" not in done.out


def test_a_list_that_is_cut_says_that_there_is_more(here: Here, three: list[str]) -> None:
    done = here("journal", "list", "--limit", "2")
    assert [entry_id in done.out for entry_id in three] == [False, True, True]
    assert "There are more" in done.out


def test_the_json_list_says_whether_there_is_more(here: Here, three: list[str]) -> None:
    done = here("journal", "list", "--json", "--limit", "2")
    assert done.code == 0
    assert [entry["id"] for entry in done.document["entries"]] == [three[2], three[1]]
    assert done.document["more"] is True
    assert done.err == ""


def test_all_goes_beyond_the_usual_fifty(home: Path, here: Here) -> None:
    newest = keep(home, PREPARATION)
    path = entry_file(home, newest)
    text = path.read_text(encoding="utf-8")
    for number in range(50):
        older = f"{newest[:10]}{number:016d}"
        path.with_name(f"{older}.json").write_text(text.replace(newest, older), encoding="utf-8")
    usual = here("journal", "list", "--json").document
    assert (len(usual["entries"]), usual["more"]) == (50, True)
    whole = here("journal", "list", "--json", "--all").document
    assert (len(whole["entries"]), whole["more"]) == (51, False)


def test_one_bad_file_is_named_and_hides_nothing(home: Path, here: Here, three: list[str]) -> None:
    month = entry_file(home, three[0]).parent
    half = entry_file(home, three[1])
    half.write_bytes(half.read_bytes()[:100])
    conflict = month / "note (conflicted copy).json"
    conflict.write_text("mine", encoding="utf-8")
    before = {path: path.read_bytes() for path in files_under(home)}
    done = here("journal", "list")
    assert [entry_id in done.out for entry_id in three] == [True, False, True]
    for name in (half.name, conflict.name):
        assert name in done.err
        assert name not in done.out
    listed = here("journal", "list", "--json").document
    assert len(listed["entries"]) == 2
    assert {Path(one["file"]).name for one in listed["unused"]} == {half.name, conflict.name}
    assert {path: path.read_bytes() for path in files_under(home)} == before


def test_an_entry_is_shown_with_its_questions(here: Here, three: list[str]) -> None:
    done = here("journal", "show", three[0])
    assert done.code == 0
    for words in ("Before a visit", "rent arrears", "The rent is due", "then I will count to five"):
        assert words in done.out
    assert "skipped" in here("journal", "show", three[1]).out


def test_the_json_of_an_entry_is_its_file(home: Path, here: Here, three: list[str]) -> None:
    for entry_id in three[:2]:
        done = here("journal", "show", entry_id, "--json")
        assert done.code == 0
        assert done.out.encode() == entry_file(home, entry_id).read_bytes()
        assert done.err == ""


@pytest.mark.parametrize(
    "command",
    [
        ["journal", "show", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
        ["card", "../../etc/passwd"],
        ["recorded", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_a_sentence(here: Here, command: list[str]) -> None:
    *_, entry_id = command
    done = here(*command)
    assert done.code == 1
    assert done.out == ""
    assert entry_id in done.err
    assert "journal list" in done.err


def test_a_card_as_text_and_as_json_says_the_same(home: Path, here: Here) -> None:
    """The longest of the five names, too, stands apart from what was said for it."""
    entry_id = keep(home, with_answers(PREPARATION, {"collaboration.wants": "Small and true."}))
    text = here("card", entry_id)
    assert text.code == 0
    document = here("card", entry_id, "--json").document
    said = " ".join(text.out.split())
    assert document["title"] in said
    labels = [row["label"] for row in document["rows"]]
    assert {"Then say", "Must", "Way out", "Stop if", "If so"} <= set(labels)
    for row in document["rows"]:
        assert f"{row['label']} {' '.join(row['text'].split())}" in said
    assert " Small and true." in said


@pytest.mark.parametrize(
    "answers, as_json", [(REFLECTION, []), (STOPPED, ["--json"])], ids=["reflection", "stopped"]
)
def test_only_a_preparation_has_a_card(
    home: Path, here: Here, answers: dict[str, object], as_json: list[str]
) -> None:
    done = here("card", keep(home, answers), *as_json)
    assert done.code != 0
    assert done.out == ""
    assert "not a preparation" in done.err
