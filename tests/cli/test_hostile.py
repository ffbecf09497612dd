"""Words that a terminal would obey are shown, and never sent."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hostile
import pytest
import yaml
from hostile import ALL_IN_ONE, LINES, NAME, ON_LINES, TEXTS, Hostile, assert_read

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

Here = Callable[..., Done]

CURSOR = "\x1b[2J\x1b[H"
CLIPBOARD = "\x1b]52;c;ZXZpbA==\x07"
EIGHT_BIT = "\x9b31m"
BACKWARDS = "\u202etxet sdrawkcab\u202c"
MARKUP = "[bold red]loud[/bold red] [link=https://example.org]x[/]"
HOSTILE = f"Gate {CURSOR}{CLIPBOARD}{EIGHT_BIT}{BACKWARDS} {MARKUP}\u200b\x00\x7f end"


def assert_harmless(done: Done) -> None:
    hostile.assert_harmless(done.both)


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
def test_hostile_answers_are_shown_and_do_nothing(
    here: Here, home: Path, answers: dict[str, Any]
) -> None:
    entry_id = keep(home, hostile_answers(answers))
    shown = here("journal", "show", entry_id)
    assert shown.code == 0
    said = " ".join(shown.out.split())
    assert "[bold red]loud[/bold red]" in said
    assert r"\u{1b}[2J" in said
    assert_harmless(shown)
    assert_harmless(here("journal", "show", entry_id, "--json"))
    hostile.assert_harmless(entry_file(home, entry_id).read_text(encoding="utf-8"))


@pytest.mark.thorough
def test_a_hostile_card_does_nothing(home: Path, tmp_path: Path) -> None:
    path = write_answers(tmp_path, hostile_answers(dict(PREPARATION)))
    kept = tipcoach(home, "prepare", "--answers", str(path))
    assert kept.code == 0, kept.err
    assert_harmless(kept)
    assert "Gate" in kept.out
    entry_id = entry_id_in(kept.err)
    assert_harmless(tipcoach(home, "card", entry_id, "--json"))


@pytest.mark.thorough
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


@pytest.mark.thorough
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


@pytest.mark.thorough
def test_every_character_of_unicode_may_be_written_in_json(home: Path, tmp_path: Path) -> None:
    """As other programs write it: an emoji is two escapes in a row."""
    words = "A \N{FAMILY}, [sic], a\\b, 100%, <b>ŵŷ</b> {x} $HOME 日本"
    answers = {**PREPARATION, "answers": {"orient.hat-sentence": words}}
    path = write_answers(tmp_path, answers)
    assert rb"\ud83d\udc6a" in path.read_bytes()
    done = tipcoach(home, "prepare", "--answers", str(path))
    assert done.code == 0, done.err
    assert words in done.out


# -- every text, by every command --------------------------------------------------------

IN_LINES = [line.text for line in LINES]
EVERY_FORM = {
    "orient.hat-sentence": ON_LINES.text,
    "business.sort": {"must": IN_LINES, "may": IN_LINES, "theirs": IN_LINES},
    "plan.if-then": {"if": ALL_IN_ONE.text, "then": ALL_IN_ONE.text},
}
EVERY_FORM_AFTER = {
    "land.word": ALL_IN_ONE.text,
    "moment.stayed": ON_LINES.text,
    "promises.made": [{"text": text} for text in IN_LINES],
}


def assert_all_read(done: Done, *texts: Hostile) -> None:
    assert done.code == 0, done.err
    assert_harmless(done)
    assert_read(done.both, *texts)


def assert_read_in_json(done: Done, *texts: Hostile) -> None:
    assert_harmless(done)
    assert_read(texts_in(done.document), *texts)


def texts_in(shape: Any) -> str:
    """Every text of a JSON document, one after another."""
    match shape:
        case dict():
            return "\n".join(map(texts_in, shape.values()))
        case list():
            return "\n".join(map(texts_in, shape))
    return str(shape)


@pytest.mark.parametrize(
    "command, answers",
    [
        ("prepare", with_answers(PREPARATION, EVERY_FORM)),
        ("reflect", with_answers(REFLECTION, EVERY_FORM_AFTER)),
    ],
    ids=["before", "after"],
)
def test_every_text_is_read_and_none_is_obeyed(
    here: Here, tmp_path: Path, command: str, answers: dict[str, Any]
) -> None:
    path = write_answers(tmp_path, answers)
    kept = here(command, "--answers", path)
    assert kept.code == 0, kept.err
    assert_harmless(kept)
    entry_id = entry_id_in(kept.err)
    assert_all_read(here("journal", "show", entry_id), *TEXTS)
    assert_read_in_json(here("journal", "show", entry_id, "--json"), *TEXTS)
    assert_all_read(here("journal", "list"))
    assert_all_read(here("journal", "list", "--json"))
    if command == "prepare":
        assert_all_read(here("card", entry_id), *TEXTS[:2])
        assert_read_in_json(here("card", entry_id, "--json"), *TEXTS)
        after = write_answers(tmp_path, with_answers(REFLECTION, EVERY_FORM_AFTER), "after.json")
        assert_all_read(here("reflect", "--of", entry_id, "--answers", after, "--json"))


@pytest.mark.thorough
def test_files_made_hostile_by_somebody_else_are_read_by_every_command(
    here: Here, home: Path
) -> None:
    coach = coach_at(home)
    made = hostile.stored_entry(coach)
    hostile.stored_draft(coach)
    stopped = keep(home, STOPPED)
    coach.places.config.mkdir(parents=True)
    routes = {"hazard": IN_LINES}
    coach.places.pathways.write_text(yaml.safe_dump(routes), encoding="utf-8")
    coach.places.settings.write_text(yaml.safe_dump({NAME.text: NAME.text}), encoding="utf-8")
    assert_all_read(here("journal", "list"), NAME)
    assert_all_read(here("journal", "list", "--json"))
    assert_all_read(here("journal", "show", made.id), NAME, *TEXTS)
    assert_read_in_json(here("journal", "show", made.id, "--json"), NAME, *TEXTS)
    one = TEXTS[0]
    assert_all_read(here("journal", "search", one.text), NAME, one)
    assert_read_in_json(here("journal", "search", one.text, "--json"), one)
    for each in TEXTS:
        assert_harmless(here("journal", "search", each.text))
        assert_harmless(here("journal", "search", f"{each.text}:{each.text}"))
    assert_all_read(here("card", made.id), NAME, *TEXTS, Hostile("", "If so"))
    assert_read_in_json(here("card", made.id, "--json"), NAME, *TEXTS)
    assert_all_read(here("recorded", stopped, "--json"))
    assert_harmless(here())
    coach.places.pathways.write_text(yaml.safe_dump({NAME.text: ["x"]}), encoding="utf-8")
    assert_harmless(here("card", made.id))
    coach.places.pathways.write_bytes(rb'"\e[2J": [x]' + b"\n" + rb'"\e[2J": [x]' + b"\n")
    assert_harmless(here("card", made.id))


@pytest.mark.parametrize(
    "command",
    [["journal", "show", "x"], ["card", "x"], ["journal", "list"], ["recorded", "x"], ["reflect"]],
    ids=" ".join,
)
def test_a_word_too_many_is_not_sent_back(here: Here, command: list[str]) -> None:
    """Pasted after a command, say."""
    for word in (NAME.text, f"--{NAME.text}", f"--json={NAME.text}"):
        done = here(*command, word)
        assert done.code == 2
        assert "Error: " in done.err
        assert_harmless(done)


@pytest.mark.parametrize(
    "text, kept",
    [
        pytest.param("", None, id="nothing"),
        pytest.param("x", "x", id="one character"),
        pytest.param("w" * 8_000, "w" * 8_000, id="8000"),
        pytest.param(hostile.LONG_WORD, hostile.LONG_WORD, id="a long word"),
        pytest.param(hostile.MARKS_ONLY.text, hostile.MARKS_ONLY.read, id="marks alone"),
        pytest.param("w" * 8_001, "8,001 characters", id="8001"),
        pytest.param("\x1b" * 2_000, "12,000 characters", id="longer once it is shown"),
    ],
)
def test_a_text_of_any_length_is_kept_whole_or_refused(
    here: Here, home: Path, tmp_path: Path, text: str, kept: str | None
) -> None:
    answers = {**PREPARATION, "answers": {"orient.hat-sentence": text}}
    done = here("prepare", "--answers", write_answers(tmp_path, answers), "--json")
    assert_harmless(done)
    if kept is not None and "characters" in kept:
        assert done.code == 1
        assert kept in done.err
        assert files_under(home) == []
        return
    shown = here("journal", "show", done.document["id"], "--json")
    said = {one["prompt"]: one.get("answered") for one in shown.document["answers"]}
    assert said["orient.hat-sentence"] == kept
