"""A check of an overlay says all that is wrong with it at once, each with its own file and line."""

import random
import shutil
from pathlib import Path

import pytest

from library.overlay_planting import CANNOT_BE_READ, FAULTS, NOTES, OURS, PURPOSE, put
from library.planting import FAULTS as OF_OURS
from library.planting import Fault, plant
from library.test_check import MANGLED, is_a_sentence
from tipcoach.library.check import Checked, check_overlay
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.library.load import Problem
from tipcoach.library.overlay_files import looks_like_an_overlay


def is_found(fault: Fault, line: int | None, problem: Problem) -> bool:
    place = (Path(fault.file).name, line)
    return (problem.file, problem.line) == place and fault.said in str(problem)


def beyond(
    faults: tuple[Fault, ...], lines: list[int | None], problems: tuple[Problem, ...]
) -> list[str]:
    """What is said that was not planted."""
    planted = list(zip(faults, lines, strict=True))
    return [str(p) for p in problems if not any(is_found(f, line, p) for f, line in planted)]


def of_house_style(found: Checked) -> tuple[Problem, ...]:
    return tuple(note for note in found.notes if "has no route for" not in note.what)


@pytest.mark.thorough
def test_an_overlay_with_something_of_everything_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    found = check_overlay(put(tmp_path), find_prompts())
    assert found.problems == ()
    assert of_house_style(found) == ()
    assert found.overlay == tmp_path
    assert any("neighbour-threats" in str(note) for note in found.notes), "a route of their own"
    assert Library(find_prompts(), overlay=tmp_path).overlay_fault is None


@pytest.fixture(scope="module")
def all_of_it(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[int | None], Checked]:
    folder = put(tmp_path_factory.mktemp("overlay"))
    lines = plant(folder, FAULTS)
    return lines, check_overlay(folder, find_prompts())


@pytest.mark.thorough
@pytest.mark.parametrize("place", range(len(FAULTS)), ids=[str(fault) for fault in FAULTS])
def test_each_of_all_the_faults_is_found_in_one_run(
    all_of_it: tuple[list[int | None], Checked], place: int
) -> None:
    lines, found = all_of_it
    said = [str(p) for p in found.problems if is_found(FAULTS[place], lines[place], p)]
    assert said, f"{FAULTS[place]} (line {lines[place]})"


@pytest.mark.thorough
def test_nothing_is_made_up_beside_them_and_none_of_it_is_ours(
    all_of_it: tuple[list[int | None], Checked],
) -> None:
    lines, found = all_of_it
    assert beyond(FAULTS, lines, found.problems) == []
    assert all(str(problem).endswith(".") for problem in found.problems)
    assert len({fault.kind for fault in FAULTS}) >= 15


@pytest.mark.thorough
def test_how_the_house_writes_is_a_note(tmp_path: Path) -> None:
    lines = plant(put(tmp_path), NOTES)
    found = check_overlay(tmp_path, find_prompts())
    assert found.problems == ()
    assert beyond(NOTES, lines, of_house_style(found)) == []
    assert len(of_house_style(found)) == len(NOTES)


@pytest.mark.thorough
def test_nothing_else_is_blamed_for_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (put(tmp_path) / OURS).write_text(CANNOT_BE_READ, encoding="utf-8")
    (tmp_path / "refers.yaml").write_text(
        "overlay: x\nprovenance: {author: a, lived_experience: b}\nhides: [ours.interpreter]\n",
        encoding="utf-8",
    )
    (problem,) = check_overlay(tmp_path, find_prompts()).problems
    assert (problem.file, problem.field) == (OURS, "the file")


@pytest.mark.thorough
def test_what_loading_refuses_the_check_refuses(tmp_path: Path) -> None:
    plant(put(tmp_path), FAULTS)
    fault = Library(find_prompts(), overlay=tmp_path).overlay_fault
    assert fault
    found = check_overlay(tmp_path, find_prompts()).problems
    assert [said for said in fault.problems if said not in found] == []


@pytest.mark.thorough
def test_what_is_wrong_with_ours_is_not_laid_at_their_door(tmp_path: Path) -> None:
    over = Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))
    plant(over, OF_OURS)
    (tmp_path / "theirs").mkdir()
    found = check_overlay(put(tmp_path / "theirs"), over)
    assert [str(problem) for problem in (*found.problems, *of_house_style(found))] == []


# -- which folder is which ---------------------------------------------------------------


def test_an_overlay_is_told_from_a_whole_folder(tmp_path: Path) -> None:
    assert not looks_like_an_overlay(find_prompts())
    assert not looks_like_an_overlay(tmp_path), "with nothing in it, it is told what it wants"
    (tmp_path / "purposes").mkdir()
    (tmp_path / PURPOSE).write_text("purpose: parking\n", encoding="utf-8")
    assert looks_like_an_overlay(tmp_path), "whole purposes alone"
    (tmp_path / "principles").mkdir()
    assert not looks_like_an_overlay(tmp_path), "a whole folder that is begun"
    (tmp_path / OURS).write_text("# ours\noverlay: Sample Homes\n", encoding="utf-8")
    assert looks_like_an_overlay(tmp_path), "it says so, and is told that principles are not read"


@pytest.mark.parametrize("said", ["overly: Sample Homes\n", "hides: []\n", "x: ["])
def test_a_file_that_misspells_it_is_still_looked_at_as_one(tmp_path: Path, said: str) -> None:
    (tmp_path / OURS).write_text(said, encoding="utf-8")
    assert looks_like_an_overlay(tmp_path)


# -- anything at all ---------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("chance", range(60))
def test_whatever_is_in_the_files_it_is_said_in_sentences(tmp_path: Path, chance: int) -> None:
    dice = random.Random(chance)
    plant(put(tmp_path), FAULTS if chance % 2 else NOTES)
    for path in sorted(tmp_path.rglob("*.yaml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(dice.randint(0, 3)):
            place = dice.randrange(len(lines))
            lines[place] = dice.choice(MANGLED)(lines[place])
        path.write_text("\n".join(lines), encoding="utf-8")
    names = {path.name for path in tmp_path.rglob("*.yaml")}
    found = check_overlay(tmp_path, find_prompts())
    assert all(map(is_a_sentence, found.problems))
    assert {problem.file for problem in found.problems} <= names
    fault = Library(find_prompts(), overlay=tmp_path).overlay_fault
    assert not fault or {*fault.problems} <= {*found.problems}
