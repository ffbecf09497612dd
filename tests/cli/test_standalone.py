"""`tipcoach mirror` and `tipcoach walk-it-as-them`: walks that are not about a visit."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from cli.program import coach_at, files_under, tipcoach, write_answers
from tipcoach.coach.begin import Standalone, begin
from tipcoach.plain import run
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Kind

MIRROR: dict[str, Any] = {
    "answers": {"mirror.all-right": "go-on", "mirror.load": "Eleven calls."},
}


@pytest.mark.thorough
def test_a_mirror_from_a_file_is_kept_and_listed_as_private(home: Path, tmp_path: Path) -> None:
    answers = str(write_answers(tmp_path, MIRROR))
    kept = tipcoach(home, "mirror", "--answers", answers, "--json")
    assert (kept.code, kept.err) == (0, "")
    assert json.loads(kept.out)["kind"] == "staff_mirror"

    again = tipcoach(home, "mirror", "--answers", answers, "--json")
    assert again.code == 0, "it is said, and in nobody's way"
    assert "The last one was kept on" in again.err
    assert json.loads(again.out)["kept"] is True

    listed = tipcoach(home, "journal", "list")
    assert listed.out.count("Staff mirror · private") == 2
    row = json.loads(tipcoach(home, "journal", "list", "--json").out)["entries"][0]
    assert (row["kind"], row["purpose"], row["channel"]) == ("staff_mirror", None, None)
    shown = tipcoach(home, "journal", "show", row["id"]).out
    assert shown.startswith("Staff mirror\n")
    assert "Eleven calls." in shown


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"visit": {"purpose": "arrears"}}, "purpose is only for a checklist about a visit."),
        ({"form": "quick"}, "form is only for a checklist about a visit."),
    ],
    ids=["visit", "form"],
)
def test_a_file_that_says_something_of_a_visit_is_refused(
    home: Path, tmp_path: Path, more: dict[str, Any], said: str
) -> None:
    refused = tipcoach(
        home, "mirror", "--answers", str(write_answers(tmp_path, {**MIRROR, **more}))
    )
    assert refused.code == 1
    assert said in refused.err
    assert "line 1" in refused.err
    assert not files_under(home)


@pytest.mark.thorough
def test_a_preview_takes_nothing_that_is_about_a_visit(home: Path) -> None:
    walk = tipcoach(home, "prompts", "preview", "walk-it-as-them")
    assert walk.code == 0
    assert "≡ Trustworthiness" not in walk.out, "its sections are its own"
    assert "them.trust: checklists/walk-it-as-them.yaml" in walk.out.replace("\n      ", " ")

    read = json.loads(tipcoach(home, "prompts", "preview", "staff-mirror", "--json").out)
    assert (read["purpose"], read["channel"], read["hat"]) == (None, None, None)

    refused = tipcoach(home, "prompts", "preview", "staff-mirror", "--channel", "phone")
    assert refused.code == 1 or refused.code == 2
    assert "not about a visit, so it takes no --channel" in refused.err


@pytest.mark.thorough
def test_an_agreement_is_listed_shown_found_and_counted_by_its_name(home: Path) -> None:
    coach = coach_at(home)
    sitting = begin(coach, Standalone(Kind.AGREEMENT))
    sitting.answer("agreement.limits", Text("Danger to a child."))
    entry = sitting.keep()

    listed = tipcoach(home, "journal", "list").out
    assert "Supervision agreement" in listed
    assert "private" not in listed, "two people were there"
    assert "Danger to a child." in tipcoach(home, "journal", "show", entry.id).out
    found = tipcoach(home, "journal", "search", "danger", "kind:agreement").out
    assert f"Supervision agreement · {entry.id}" in found
    assert "1  supervision agreements" in tipcoach(home, "journal", "about").out


def test_a_draft_of_an_agreement_says_how_to_go_on_with_it(home: Path) -> None:
    coach = coach_at(home)
    out = io.StringIO()
    lines = io.StringIO("To think.\nquit\n")
    left = run(
        coach, Kind.AGREEMENT, purpose=None, channel=None, hat=None, form=None, of=None,
        lines=lines, out=out,
    )  # fmt: skip
    assert left is None
    assert "tipcoach agreement begin --plain --with" in out.getvalue()


@pytest.mark.thorough
def test_a_session_from_a_file_takes_its_form_and_what_was_agreed(
    home: Path, tmp_path: Path
) -> None:
    said = {"answers": {"group.raise": ["The second letter goes out too soon."]}}
    answers = str(write_answers(tmp_path, said))
    kept = tipcoach(home, "session", "--group", "--answers", answers, "--json")
    assert (kept.code, json.loads(kept.out)["kind"]) == (0, "session")
    assert "Group session" in tipcoach(home, "journal", "list").out
    assert "letter" in tipcoach(home, "journal", "search", "letter", "kind:session").out
    wrong = tipcoach(home, "session", "--minutes", "2", "--answers", answers)
    assert wrong.code != 0
    assert "a number from 5 to 240, or off" in wrong.err


def test_in_plain_lines_the_eyes_turn_and_the_time_is_said_until_it_is_off(home: Path) -> None:
    def heard(typed: str) -> str:
        out = io.StringIO()
        run(
            coach_at(home), Kind.SESSION, purpose=None, channel=None, hat=None, form=None, of=None,
            lines=io.StringIO(typed), out=out,
        )  # fmt: skip
        return out.getvalue()

    said = heard("eyes\n\nquit\n")
    assert "Question 1 of 24, Arrive. About 3 minutes." in said
    assert "Then, where you were." in said
    assert "Question 3" not in said, "turning the eyes goes nowhere"
    settings = coach_at(home).places.settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("session_minutes: off\n", encoding="utf-8")
    assert "minutes" not in heard("discard\ndiscard\nquit\n")
