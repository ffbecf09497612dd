"""`tipcoach mirror` and `tipcoach walk-it-as-them`: walks that are not about a visit."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.program import files_under, tipcoach, write_answers

MIRROR: dict[str, Any] = {
    "answers": {"mirror.all-right": "go-on", "mirror.load": "Eleven calls."},
}


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
