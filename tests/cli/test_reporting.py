"""`tipcoach report` and `tipcoach learning`: what is written to a file, and what never is."""

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from making import asked, entry
from reading_word import words_of

from cli.program import REFLECTION, Done, coach_at, files_under, keep, with_answers, write_answers
from tipcoach.practice.answer import Lines, Promised, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.session import ACTIONS, HELPED, RAISE

Here = Callable[..., Done]
NAMED = with_answers(REFLECTION, {"moment.stayed": "Mrs Okafor went quiet"})
FIELDS: dict[str, Any] = {
    "was": "A call that went quiet",
    "learned": "A pause is an answer",
    "changed": "I count to five",
    "standards": ["cih-skilled", "charter-communication"],
}


@pytest.fixture
def kept(home: Path) -> str:
    return keep(home, NAMED)


def add(home: Path, *questions: Any, **more: Any) -> Entry:
    made = entry(*questions, **{"visit": None, "visit_label": "", **more})
    coach_at(home).journal.add(made)
    return made


def add_session(home: Path, checklist_id: str = "session") -> Entry:
    helped = HELPED[0] if checklist_id == "session" else "team-time.helped"
    return add(
        home,
        asked(ACTIONS, Promised((Promise("Ask about the letter"),))),
        asked(RAISE[0], Lines(("The letter goes out first",))),
        asked(helped, Text("The quiet")),
        kind=Kind.SESSION,
        checklist_id=checklist_id,
    )


# -- report: what is in it ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["r.docx", "r.md"])
def test_only_the_parts_named_are_in_it(here: Here, home: Path, kept: str, name: str) -> None:
    file = home.parent / name
    done = here("report", kept, file, "--part", "land.safe", "--part", "promises.made")
    assert (done.code, done.out) == (0, "")
    assert f"Written to {file}" in done.err
    said = words_of(file) if name == "r.docx" else file.read_text(encoding="utf-8")
    assert "Send the plan" in said
    assert "quiet" not in said
    assert kept not in said


def test_with_nothing_chosen_and_nobody_to_ask_nothing_is_written(
    here: Here, home: Path, kept: str
) -> None:
    file = home.parent / "r.md"
    done = here("report", kept, file)
    assert (done.code, file.exists()) == (1, False)
    assert "--all-parts" in done.err
    assert "moment.stayed" in done.err
    assert "quiet" not in done.both
    assert here("report", kept, file, "--all-parts").code == 0
    assert "Mrs Okafor went quiet" in file.read_text(encoding="utf-8")


class AtATerminal(StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "code"), [("3 4\n", 0), ("\n", 1), ("quit\n", 1), ("", 1)])
def test_at_a_terminal_it_asks_which(
    here: Here, home: Path, kept: str, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", AtATerminal(typed))
    file = home.parent / "r.md"
    done = here("report", kept, file)
    assert (done.code, file.exists()) == (code, code == 0)
    assert "3. What stayed with you? No names." in done.out
    if code:
        assert "Nothing was written." in done.err
    else:
        said = file.read_text(encoding="utf-8")
        assert ("went quiet" in said, "All right?" in said) == (True, False)


def test_what_may_tell_who_somebody_is_is_said(here: Here, home: Path, kept: str) -> None:
    done = here("report", kept, home.parent / "r.md", "--part", "moment.stayed")
    assert "1 thing that may tell who somebody is" in done.err
    assert "“Mrs Okafor”, in moment.stayed" in done.err


def test_as_a_document_it_says_what_was_written_and_quotes_nothing(
    here: Here, home: Path, kept: str
) -> None:
    file = home.parent / "r.docx"
    done = here("report", kept, file, "--all-parts", "--json")
    assert done.document == {
        "file": str(file),
        "entry": kept,
        "parts": ["land.safe", "land.heard", "moment.stayed", "promises.made"],
        "notices": [{"part": "moment.stayed", "about": "name-after-title"}],
    }
    assert "Okafor" not in done.both


def test_a_part_that_was_not_answered_is_refused(here: Here, home: Path, kept: str) -> None:
    done = here("report", kept, home.parent / "r.md", "--part", "moment.mine")
    assert (done.code, files_under(home.parent / "r.md")) == (1, [])
    assert "no answer called “moment.mine”" in done.err


# -- report: a session --------------------------------------------------------------------


def test_of_a_session_the_record_is_written_with_how_each_sees_it(here: Here, home: Path) -> None:
    file = home.parent / "s.docx"
    assert here("report", add_session(home).id, file).code == 0
    said = words_of(file)
    for words in ("Session: the record", "Ask about the letter", "The supervisor", "The quiet"):
        assert words in said, words
    assert said.endswith("not said yet")


def test_a_team_has_no_two_views(here: Here, home: Path) -> None:
    file = home.parent / "s.md"
    assert here("report", add_session(home, "team-time").id, file).code == 0
    assert "The quiet" in file.read_text(encoding="utf-8")
    assert "sees it" not in file.read_text(encoding="utf-8")


def test_a_record_is_whole(here: Here, home: Path) -> None:
    done = here("report", add_session(home).id, home.parent / "s.md", "--part", ACTIONS)
    assert (done.code, "as a whole" in done.err) == (2, True)


# -- both: what is refused ----------------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.STAFF_MIRROR, Kind.AFTER_SESSION])
@pytest.mark.parametrize("command", ["report", "learning"])
def test_what_is_for_one_alone_is_written_only_for_oneself(
    here: Here, home: Path, kind: Kind, command: str
) -> None:
    made = add(home, asked("a.one", Text("tired")), kind=kind)
    file = home.parent / "r.md"
    more = ["--all-parts"] if command == "report" else ["--answers", a_file(home)]
    done = here(command, made.id, file, *more)
    assert (done.code, file.exists()) == (2, False)
    assert "for you alone" in done.err
    assert here(command, made.id, file, *more, "--for-me").code == 0
    assert file.exists()


def a_file(home: Path, fields: dict[str, Any] = FIELDS) -> Path:
    return write_answers(home.parent, fields, "learning.json")


@pytest.mark.parametrize("command", ["report", "learning"])
def test_a_file_is_written_over_only_when_that_is_asked(
    here: Here, home: Path, kept: str, command: str
) -> None:
    file = home.parent / "r.md"
    file.write_bytes(b"mine")
    more = ["--all-parts"] if command == "report" else ["--answers", a_file(home)]
    done = here(command, kept, file, *more)
    assert (done.code, file.read_bytes()) == (2, b"mine")
    assert "--replace" in done.err
    assert here(command, kept, file, *more, "--replace").code == 0
    assert file.read_bytes().startswith(b"# ")


def test_places_that_are_no_place_for_a_report(here: Here, home: Path, kept: str) -> None:
    folder, link = home.parent / "folder.md", home.parent / "link.md"
    folder.mkdir()
    link.symlink_to(home.parent / "other.md")
    for file in (folder, link, home / "data" / "journal" / "r.md", home.parent / "no" / "r.md"):
        done = here("report", kept, file, "--all-parts", "--replace")
        assert done.code in (1, 2), file
    assert files_under(folder) == []
    assert not (home.parent / "other.md").exists()
    assert [*home.rglob("r.md")] == []


@pytest.mark.parametrize("name", ["r.odt", "r", "r.docx.zip"])
def test_another_ending_is_refused(here: Here, home: Path, kept: str, name: str) -> None:
    file = home.parent / name
    done = here("report", kept, file, "--all-parts")
    assert (done.code, file.exists()) == (2, False)
    assert ".docx for Word or LibreOffice, .md for markdown" in done.err


def test_without_the_part_for_word_it_says_how_to_install_it_and_markdown_needs_none(
    here: Here, home: Path, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    file = home.parent / "r.docx"
    done = here("report", kept, file, "--all-parts")
    assert (done.code, file.exists()) == (1, False)
    assert f'To install it: "{sys.executable}" -m pip install "' in done.err
    assert '[reports]"' in done.err
    assert here("report", kept, home.parent / "r.md", "--all-parts").code == 0


# -- learning -----------------------------------------------------------------------------


def test_a_page_from_a_file_has_its_fields_the_standards_and_nothing_of_the_entry(
    here: Here, home: Path, kept: str
) -> None:
    file = home.parent / "l.docx"
    done = here("learning", kept, file, "--answers", a_file(home))
    assert (done.code, done.out) == (0, "")
    said = words_of(file)
    for words in ("A pause is an answer", "CIH professional standards: Skilled"):
        assert words in said, words
    assert "Scottish Social Housing Charter: Communication (2)" in said
    assert "Okafor" not in said
    assert kept not in said


def test_as_a_document_a_page_says_its_fields_and_quotes_nothing(
    here: Here, home: Path, kept: str
) -> None:
    fields = {**FIELDS, "was": "A call with Mrs Okafor", "changed": ""}
    file = home.parent / "l.md"
    done = here("learning", kept, file, "--answers", a_file(home, fields), "--json")
    assert done.document == {
        "file": str(file),
        "entry": kept,
        "parts": ["was", "learned"],
        "standards": ["cih-skilled", "charter-communication"],
        "notices": [{"part": "was", "about": "name-after-title"}],
    }


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"lerned": "x"}, "lerned is not a field here; did you mean “learned”"),
        ({"learned": ["x"]}, "learned wants text in quotes"),
        ({"learned": "x", "standards": "cih-skilled"}, "standards wants a list of ids"),
        ({"learned": "x", "standards": ["cih-skiled"]}, "did you mean “cih-skilled”"),
        ({"learned": "x" * 4001}, "one field holds 4,000 characters"),
        ({"learned": "  "}, "Nothing is written yet"),
        (["x"], "the file wants was, learned, changed, standards"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name(
    here: Here, home: Path, kept: str, fields: Any, said: str
) -> None:
    answers, file = home.parent / "learning.json", home.parent / "l.md"
    answers.write_text(json.dumps(fields), encoding="utf-8")
    done = here("learning", kept, file, "--answers", answers)
    assert (done.code != 0, file.exists()) == (True, False)
    assert said in done.err
    assert "Nothing was written." in done.err


def test_with_json_and_no_file_nothing_is_asked(here: Here, home: Path, kept: str) -> None:
    done = here("learning", kept, home.parent / "l.md", "--json")
    assert (done.code, "give --answers FILE" in done.err) == (2, True)
