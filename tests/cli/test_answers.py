"""A walk from a file of answers: all of it, or a sentence for everything that does not fit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.program import (
    PREPARATION,
    REFLECTION,
    STOPPED,
    Done,
    coach_at,
    entry_file,
    files_under,
    keep,
    tipcoach,
    with_answers,
    write_answers,
)
from tipcoach.journal.format import read_record
from tipcoach.practice.answer import IfThen, Sorted, Text, YesNotYet
from tipcoach.practice.entry import Entry, Kind

Here = Callable[..., Done]
"""Run in this process, where the prompts are read once; one of each command runs for real."""

YAML = """\
visit: {purpose: arrears, channel: phone, hat: both}
form: quick
answers:
  orient.hat-sentence: I am ringing as your landlord, and to help if that is useful.
  business.sort: {must: [The rent is due], may: ["How much, from when"], theirs: [Whether we talk]}
  alone.cover: yes
  plan.if-then: {if: it goes quiet, then: count to five}
"""


def only_entry(home: Path) -> Entry:
    (path,) = (home / "data" / "journal").rglob("*.json")
    record = read_record(path.read_bytes())
    assert isinstance(record, Entry)
    return record


@pytest.mark.thorough
def test_yaml_becomes_an_entry_and_its_card(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(YAML, encoding="utf-8")
    done = tipcoach(home, "prepare", "--answers", str(path))
    assert done.code == 0, done.err
    entry = only_entry(home)
    assert entry.kind is Kind.PREPARATION
    assert entry.answer_to("orient.hat-sentence") == Text(
        "I am ringing as your landlord, and to help if that is useful."
    )
    assert entry.answer_to("business.sort") == Sorted(
        ("The rent is due",), ("How much, from when",), ("Whether we talk",)
    )
    assert entry.answer_to("alone.cover") == YesNotYet(True)
    assert entry.answer_to("plan.if-then") == IfThen("it goes quiet", "count to five")
    assert "Kept" in done.err
    assert entry.id in done.err
    assert "Kept" not in done.out
    for words in ("Your card", "I am ringing as your landlord", "The rent is due", "count to five"):
        assert words in done.out


@pytest.mark.thorough
def test_a_reflection_is_kept_and_has_no_card(home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, REFLECTION)
    done = tipcoach(home, "reflect", "--answers", str(path))
    assert done.code == 0, done.err
    entry = only_entry(home)
    assert entry.kind is Kind.REFLECTION
    assert entry.answer_to("moment.stayed") == Text("The quiet after the letter")
    assert done.out.startswith("What was said would happen\nMine: Send the plan, by ")
    assert "Way out" not in done.out
    assert "Kept" in done.err


@pytest.mark.thorough
def test_json_goes_in_as_yaml_does_and_one_document_comes_out(home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, PREPARATION)
    done = tipcoach(home, "prepare", "--answers", str(path), "--json")
    assert done.code == 0, done.err
    assert only_entry(home).answer_to("plan.if-then") == IfThen("it goes quiet", "count to five")
    assert done.document == {
        "kept": True,
        "id": only_entry(home).id,
        "kind": "preparation",
        "stopped": None,
        "notices": [],
    }
    assert done.err == ""


def test_options_say_what_the_file_leaves_out(home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, {"answers": {"alone.cover": "not yet"}})
    options = ("--purpose", "arrears", "--channel", "office", "--hat", "support", "--full")
    done = tipcoach(home, "prepare", "--answers", str(path), *options)
    assert done.code == 0, done.err
    entry = only_entry(home)
    assert (entry.channel, entry.hat, entry.form) == ("office", "support", "full")


def test_every_problem_is_named_at_once_and_nothing_is_written(
    here: Here, home: Path, tmp_path: Path
) -> None:
    wrong = {
        "visit": PREPARATION["visit"],
        "answers": {
            "orient.hat-sentenc": "The blue gate squeaks",
            "business.sort": ["The blue gate squeaks"],
            "alone.cover": "perhaps",
            "plan.if-then": {"when": "it goes quiet"},
            "orient.hat": "landlord",
        },
    }
    path = write_answers(tmp_path, wrong)
    done = here("prepare", "--answers", str(path), "--json")
    assert done.code == 1
    assert done.out == ""
    for prompt_id in wrong["answers"]:
        assert prompt_id in done.err
    assert "orient.hat-sentence" in done.err
    assert "Nothing was written." in done.err
    assert "blue gate" not in done.err
    assert files_under(home) == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    "visit, named",
    [
        ({"purpose": "arears", "channel": "pigeon", "hat": "fez"}, ["arears", "pigeon", "fez"]),
        ({"purpose": "arrears"}, ["channel"]),
        ({"purpose": "arrears", "channel": "phone", "tenant": "x"}, ["tenant"]),
    ],
    ids=["words", "missing", "tenant"],
)
def test_a_visit_that_is_not_one_is_refused(
    home: Path, tmp_path: Path, visit: dict[str, Any], named: list[str]
) -> None:
    path = write_answers(tmp_path, {**PREPARATION, "visit": visit})
    done = tipcoach(home, "prepare", "--answers", str(path))
    assert done.code == 1
    assert done.out == ""
    for word in named:
        assert word in done.err
    assert files_under(home) == []


@pytest.mark.parametrize("text", ["visit: [", "- one\n"])
def test_a_file_that_is_not_answers_is_refused(
    here: Here, home: Path, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    done = here("prepare", "--answers", str(path))
    assert done.code == 1
    assert "answers.yaml" in done.err
    assert "Nothing was written." in done.err
    assert files_under(home) == []


def test_an_answer_too_long_is_refused_and_not_cut(here: Here, home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, with_answers(PREPARATION, {"orient.hat-sentence": "x" * 8001}))
    done = here("prepare", "--answers", str(path))
    assert done.code == 1
    assert "orient.hat-sentence" in done.err
    assert "8,000" in done.err
    assert files_under(home) == []


def test_after_a_stop_rule_text_is_refused_by_name(here: Here, home: Path, tmp_path: Path) -> None:
    told = {"moment.stayed": "The blue gate squeaks", "land.word": "shaken"}
    path = write_answers(tmp_path, with_answers(STOPPED, told))
    done = here("reflect", "--answers", str(path))
    assert done.code == 1
    for prompt_id in told:
        assert prompt_id in done.err
    assert "stop rule" in done.err
    assert "blue gate" not in done.err
    assert files_under(home) == []


def test_a_stopped_entry_names_its_pathway_and_no_purpose(
    here: Here, home: Path, tmp_path: Path
) -> None:
    path = write_answers(tmp_path, STOPPED)
    done = here("reflect", "--answers", str(path), "--json")
    assert done.document["stopped"] == "domestic-abuse"
    text = entry_file(home, done.document["id"]).read_text(encoding="utf-8")
    assert "arrears" not in text
    assert only_entry(home).purpose is None


@pytest.mark.thorough
def test_a_reflection_follows_the_preparation_it_looks_back_on(home: Path, tmp_path: Path) -> None:
    preparation = keep(home, PREPARATION)
    path = write_answers(tmp_path, {"answers": {"decide.if-then": {"if": "again", "then": "ask"}}})
    done = tipcoach(home, "reflect", "--of", preparation, "--answers", str(path), "--json")
    assert done.code == 0, done.err
    record = coach_at(home).journal.read(done.document["id"])
    assert isinstance(record, Entry)
    assert record.follows == preparation
    assert (record.purpose, record.channel) == ("arrears", "phone")


def test_only_a_preparation_can_be_looked_back_on(here: Here, home: Path, tmp_path: Path) -> None:
    reflection = keep(home, REFLECTION)
    before = files_under(home)
    path = write_answers(tmp_path, {"answers": {}})
    done = here("reflect", "--of", reflection, "--answers", str(path))
    assert done.code != 0
    assert "not a preparation" in done.err
    done = here("reflect", "--of", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "--answers", str(path))
    assert done.code == 1
    assert "01ARZ3NDEKTSV4RRFFQ69G5FAV" in done.err
    assert files_under(home) == before


def test_answers_and_plain_together_are_wrong_usage(here: Here, home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, PREPARATION)
    done = here("prepare", "--answers", str(path), "--plain")
    assert done.code == 2
    assert files_under(home) == []
