"""`--prompts FOLDER`: an organisation's own prompts, for this run."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import PREPARATION, Done, coach_at, entry_file, tipcoach, write_answers

Here = Callable[..., Done]

OVERLAY = """\
overlay: Sample Homes (a sample)
provenance: {author: a sample, lived_experience: none yet}
rewords:
  - prompt: orient.hat-sentence
    quick: What will you say you are there for?
"""


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "ours.yaml").write_text(OVERLAY, encoding="utf-8")
    return folder


@pytest.mark.thorough
def test_their_words_are_asked_and_said_to_be_theirs(home: Path, theirs: Path) -> None:
    visit = ["prepare", "--plain", "--purpose", "arrears", "--channel", "phone", "--quick"]
    done = tipcoach(home, "--prompts", str(theirs), *visit, typed="both\nwhy\nquit\n")
    assert done.code == 0, done.err
    assert "What will you say you are there for?" in done.out
    said = " ".join(done.out.split())
    assert said.count("These words are those of Sample Homes (a sample).") == 1


@pytest.mark.thorough
def test_answers_are_kept_under_their_words(home: Path, theirs: Path) -> None:
    answers = write_answers(home.parent, PREPARATION)
    done = tipcoach(home, "--prompts", str(theirs), "prepare", "--answers", str(answers), "--json")
    assert done.code == 0, done.err
    kept = entry_file(home, done.document["id"]).read_text(encoding="utf-8")
    assert "What will you say you are there for?" in kept


@pytest.mark.parametrize(
    "command",
    [["prepare", "--plain", "--purpose", "arrears"], ["journal", "list"], []],
    ids=lambda command: "-".join(command[:1]) or "alone",
)
def test_a_mistake_is_refused_with_every_problem_before_anything_begins(
    home: Path, here: Here, theirs: Path, command: list[str]
) -> None:
    (theirs / "ours.yaml").write_text(
        OVERLAY + "hides: [land.safe, stop.recorded]\norder: {prepare: {landde: []}}\n", "utf-8"
    )
    done = here("--prompts", str(theirs), *command)
    assert done.code == 1
    assert done.out == ""
    lines = [line for line in done.err.split("\n") if line.startswith("ours.yaml, line ")]
    assert len(lines) == 3, done.err
    assert not (home / "data").exists()


def test_help_is_given_all_the_same(here: Here, theirs: Path) -> None:
    (theirs / "ours.yaml").write_text("]", encoding="utf-8")
    assert here("--prompts", str(theirs), "prepare", "--help").code == 0


@pytest.mark.parametrize("make", [None, "file", "empty"])
def test_a_folder_that_holds_no_prompts_is_not_passed_over(
    here: Here, tmp_path: Path, make: str | None
) -> None:
    place = tmp_path / "elsewhere"
    if make == "file":
        place.write_text("x")
    elif make == "empty":
        place.mkdir()
    done = here("--prompts", str(place), "journal", "list")
    assert done.code == (1 if make == "empty" else 2)
    assert re.search("elsewhere", done.err)


@pytest.mark.thorough
def test_a_mistake_beside_the_settings_is_said_and_our_words_are_asked(home: Path) -> None:
    folder = coach_at(home).places.overlay
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(OVERLAY + "hides: [land.safe]\n", encoding="utf-8")
    visit = ["reflect", "--plain", "--purpose", "arrears", "--channel", "phone", "--quick"]
    done = tipcoach(home, *visit, typed="yes\nnothing\nfine\nfinish\nkeep\n")
    assert done.code == 0, done.err
    said = " ".join(done.out.split())
    assert "only ours are asked. ours.yaml, line 6: hides[1].prompt names “land.safe”" in said
    assert "Kept in your journal." in said


def test_a_mistake_beside_the_settings_is_said_beside_a_file_of_answers_too(
    home: Path, here: Here
) -> None:
    folder = coach_at(home).places.overlay
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(OVERLAY + "hides: [land.safe]\n", encoding="utf-8")
    answers = write_answers(home.parent, PREPARATION)
    done = here("prepare", "--answers", str(answers), "--json")
    assert done.code == 0 and done.document["kept"] is True
    assert "only ours are asked. ours.yaml, line 6:" in done.err


# -- for those who write them ------------------------------------------------------------

HIDES = OVERLAY + "hides:\n  - landed.story\n"


@pytest.mark.thorough
def test_the_list_and_the_check_know_what_is_beside_the_settings(home: Path, here: Here) -> None:
    folder = coach_at(home).places.overlay
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(HIDES, encoding="utf-8")
    listed = here("prompts", "list")
    assert (listed.code, listed.err) == (0, "")
    assert "Hidden by Sample Homes (a sample) (ours.yaml, line 7)." in listed.out
    done = here("prompts", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Looked at {folder}, laid over ours.\n")
    assert done.out.endswith("\nNothing wrong.\n")

    (folder / "ours.yaml").write_text(HIDES + "  - land.safe\n  - nobody\n", encoding="utf-8")
    done = here("prompts", "check", "--json")
    assert (done.code, done.err) == (1, "")
    assert done.document["overlay"] == str(folder)
    found = [(one["file"], one["line"], one["field"]) for one in done.document["problems"]]
    assert found == [("ours.yaml", 8, "hides[2].prompt"), ("ours.yaml", 9, "hides[3].prompt")]
    listed = here("prompts", "list")
    assert listed.code == 0
    assert "Hidden" not in listed.out
    assert "so only ours are asked. All of it: tipcoach prompts check" in listed.err


@pytest.mark.thorough
def test_a_check_of_prompts_asked_for_by_name_says_all_of_it(here: Here, theirs: Path) -> None:
    (theirs / "ours.yaml").write_text(HIDES.replace("quick:", "quik:"), encoding="utf-8")
    for words in (
        ["--prompts", str(theirs), "prompts", "check"],
        ["prompts", "check", str(theirs)],
    ):
        done = here(*words)
        assert (done.code, done.err) == (1, "")
        assert "ours.yaml, line 5: rewords[1].quik is not a field here; did you mean" in done.out
        assert done.out.endswith("\n1 problem.\n")
