"""Words that a terminal would obey are shown, and never sent."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.program import (
    PREPARATION,
    REFLECTION,
    Done,
    entry_file,
    keep,
    tipcoach,
    write_answers,
)

CURSOR = "\x1b[2J\x1b[H"
CLIPBOARD = "\x1b]52;c;ZXZpbA==\x07"
EIGHT_BIT = "\x9b31m"
BACKWARDS = "\u202etxet sdrawkcab\u202c"
MARKUP = "[bold red]loud[/bold red] [link=https://example.org]x[/]"
HOSTILE = f"Gate {CURSOR}{CLIPBOARD}{EIGHT_BIT}{BACKWARDS} {MARKUP}\u200b\x00\x7f end"

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def assert_harmless(done: Done) -> None:
    found = ACTS.search(done.both)
    assert found is None, f"{found[0]!r} was sent in {done.both!r}"


def entry_id_in(said: str) -> str:
    found = re.search("[0-9A-Z]{26}", said)
    assert found, said
    return found[0]


def hostile_answers(answers: dict[str, Any]) -> dict[str, Any]:
    """The same answers, every text in them hostile."""

    def spoil(shape: Any) -> Any:
        match shape:
            case list():
                return [spoil(item) for item in shape]
            case dict():
                return {
                    key: value if key in ("due", "whose") else spoil(value)
                    for key, value in shape.items()
                }
            case str() if shape not in ("yes", "not yet", "nothing"):
                return HOSTILE
        return shape

    return {**answers, "answers": spoil(answers["answers"])}


@pytest.mark.parametrize("answers", [PREPARATION, REFLECTION], ids=["before", "after"])
def test_hostile_answers_are_shown_and_do_nothing(home: Path, answers: dict[str, Any]) -> None:
    entry_id = keep(home, hostile_answers(answers))
    shown = tipcoach(home, "journal", "show", entry_id)
    assert shown.code == 0
    said = " ".join(shown.out.split())
    assert "[bold red]loud[/bold red]" in said
    assert r"\u{1b}[2J" in said
    assert_harmless(shown)
    assert_harmless(tipcoach(home, "journal", "show", entry_id, "--json"))
    assert ACTS.search(entry_file(home, entry_id).read_text(encoding="utf-8")) is None


def test_a_hostile_card_does_nothing(home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, hostile_answers(dict(PREPARATION)))
    kept = tipcoach(home, "prepare", "--answers", str(path))
    assert kept.code == 0, kept.err
    assert_harmless(kept)
    assert "Gate" in kept.out
    entry_id = entry_id_in(kept.err)
    assert_harmless(tipcoach(home, "card", entry_id, "--json"))


def test_hostile_names_in_a_refused_file_do_nothing(home: Path, tmp_path: Path) -> None:
    wrong = {
        "visit": {"purpose": HOSTILE, "channel": HOSTILE, "hat": HOSTILE},
        "form": HOSTILE,
        "answers": {HOSTILE: HOSTILE},
    }
    for answers in (wrong, {**wrong, "visit": PREPARATION["visit"], "form": "quick"}):
        path = write_answers(tmp_path, answers)
        done = tipcoach(home, "prepare", "--answers", str(path))
        assert done.code == 1
        assert_harmless(done)


def test_a_file_made_hostile_by_somebody_else_does_nothing(home: Path) -> None:
    """Not written by this program: raw escapes in every text of an entry that is valid."""
    entry_id = keep(home, PREPARATION)
    path = entry_file(home, entry_id)
    shape = json.loads(path.read_text(encoding="utf-8"))
    shape["visit"]["label"] = HOSTILE[:60]
    shape["card"] = {
        "opening": HOSTILE,
        "way_out": HOSTILE,
        "stops": [{"label": HOSTILE, "pathway": "hazard"}],
    }
    for asked in shape["answers"]:
        asked["question"] = HOSTILE
        asked["label"] = HOSTILE
    path.write_text(json.dumps(shape), encoding="utf-8")
    for command in (["journal", "show"], ["card"]):
        done = tipcoach(home, *command, entry_id)
        assert done.code == 0, done.err
        assert_harmless(done)
    done = tipcoach(home, "journal", "list")
    assert entry_id in done.out
    assert_harmless(done)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["text", "json"])
def test_a_hostile_file_name_does_nothing(home: Path, as_json: list[str]) -> None:
    entry_id = keep(home, PREPARATION)
    month = entry_file(home, entry_id).parent
    for name in (f"evil{EIGHT_BIT}.json", f"evil{BACKWARDS}.json", "evil\x1b[31m.json"):
        (month / name).write_text("{}", encoding="utf-8")
    done = tipcoach(home, "journal", "list", *as_json)
    assert done.both.count("evil") == 3
    assert_harmless(done)


def test_every_character_of_unicode_may_be_written_in_json(home: Path, tmp_path: Path) -> None:
    """As other programs write it: an emoji is two escapes in a row."""
    words = "A \N{FAMILY}, [sic], a\\b, 100%, <b>ŵŷ</b> {x} $HOME 日本"
    answers = {**PREPARATION, "answers": {"orient.hat-sentence": words}}
    path = write_answers(tmp_path, answers)
    assert rb"\ud83d\udc6a" in path.read_bytes()
    done = tipcoach(home, "prepare", "--answers", str(path))
    assert done.code == 0, done.err
    assert words in done.out
