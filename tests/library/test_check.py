"""A check of a folder says all that is wrong with it, in one run, each with its file and line."""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from library.planting import FAULTS, IN_A_TRANSLATION, Fault, plant
from tipcoach.library.check import Checked, check
from tipcoach.library.finder import find_prompts
from tipcoach.library.load import Problem

EVERY = (*FAULTS, *IN_A_TRANSLATION)
KINDS = sorted({fault.kind for fault in FAULTS})


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of the prompts to make mistakes in."""
    return Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))


def is_found(fault: Fault, line: int | None, problem: Problem) -> bool:
    wanted = fault.file if line is None else Path(fault.file).name
    return (problem.file, problem.line) == (wanted, line) and fault.said in str(problem)


def missed(faults: list[Fault], lines: list[int | None], found: Checked) -> list[str]:
    return [
        f"{fault} (line {line})"
        for fault, line in zip(faults, lines, strict=True)
        if not any(is_found(fault, line, problem) for problem in found.problems)
    ]


def made_up(faults: list[Fault], lines: list[int | None], found: Checked) -> list[str]:
    """What is said beyond what was planted."""
    return [
        str(problem)
        for problem in found.problems
        if not any(is_found(f, line, problem) for f, line in zip(faults, lines, strict=True))
    ]


def is_a_sentence(problem: Problem) -> bool:
    said = str(problem)
    jargon = ("pydantic", "validation", "Traceback", "type=", "input_value")
    return said.endswith(".") and "\n" not in said and not any(word in said for word in jargon)


@pytest.mark.thorough
def test_our_own_prompts_have_nothing_wrong_with_them() -> None:
    found = check(find_prompts())
    assert found.problems == ()
    assert all("has no route for" in str(note) for note in found.notes)


# -- all at once -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[int | None], Checked]:
    """Every fault there is, in one translation beside the language it is from."""
    both = tmp_path_factory.mktemp("prompts")
    shutil.copytree(find_prompts(), both / "en-GB")
    lines = plant(Path(shutil.copytree(find_prompts(), both / "cy")), EVERY)
    return lines, check(both / "cy")


def test_there_are_two_faults_of_every_kind_and_forty_in_all() -> None:
    kinds = [fault.kind for fault in EVERY]
    assert [kind for kind in {*kinds} if kinds.count(kind) < 2] == []
    assert len(EVERY) >= 40


@pytest.mark.thorough
@pytest.mark.parametrize("place", range(len(EVERY)), ids=[str(fault) for fault in EVERY])
def test_each_of_all_the_faults_is_found_in_one_run(
    translated: tuple[list[int | None], Checked], place: int
) -> None:
    lines, found = translated
    assert missed([EVERY[place]], [lines[place]], found) == []


def test_nothing_is_made_up_beside_them(translated: tuple[list[int | None], Checked]) -> None:
    """What was planted is also missing from the translation, and that may be said as well."""
    lines, found = translated
    beyond = made_up(list(EVERY), lines, found)
    assert [said for said in beyond if "; en-GB has" not in said] == []
    assert all(map(is_a_sentence, found.problems))


# -- each kind by itself -----------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_fault_is_found_by_itself_and_nothing_is_blamed_for_it(
    prompts: Path, kind: str
) -> None:
    faults = [fault for fault in FAULTS if fault.kind == kind]
    lines = plant(prompts, faults)
    found = check(prompts)
    assert missed(faults, lines, found) == []
    assert made_up(faults, lines, found) == []


@pytest.mark.thorough
def test_a_translation_is_missing_string_by_string(tmp_path: Path) -> None:
    shutil.copytree(find_prompts(), tmp_path / "en-GB")
    welsh = Path(shutil.copytree(find_prompts(), tmp_path / "cy"))
    assert check(welsh).problems == ()
    faults = list(IN_A_TRANSLATION)
    lines = plant(welsh, faults)
    found = check(welsh)
    assert missed(faults, lines, found) == []
    assert made_up(faults, lines, found) == []


# -- files that cannot be read at all ----------------------------------------------------


def bomb(path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path.write_text("\n".join(rows), encoding="utf-8")


def brackets(path: Path) -> None:
    path.write_text("a: " + "[" * 20_000 + "]" * 20_000, encoding="utf-8")


def ten_megabytes(path: Path) -> None:
    path.write_bytes(b"# nothing to see\n" * 620_000)


def link_out(path: Path) -> None:
    outside = path.parents[2] / f"outside-{path.name}"
    path.rename(outside)
    path.symlink_to(outside)


def latin_1(path: Path) -> None:
    path.write_bytes(
        path.read_bytes() + "# caf\N{LATIN SMALL LETTER E WITH ACUTE}".encode("latin-1")
    )


def tab(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:3], "\tx: y", *lines[3:]]), encoding="utf-8")


HORRORS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a bomb": (bomb, "uses an alias"),
    "20,000 brackets": (brackets, "nest"),
    "10 MB": (ten_megabytes, "is larger than 512 KB"),
    "a link out of the folder": (link_out, "is a link"),
    "Latin-1": (latin_1, "is not written in UTF-8"),
    "a tab": (tab, "is not YAML"),
    "gone": (Path.unlink, "is missing"),
}


FEW_HORRORS = ("a bomb", "a link out of the folder", "gone")
"""Those of the default run: one read in part, one not opened, one not there."""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(*one, id=name, marks=[] if name in FEW_HORRORS else pytest.mark.thorough)
        for name, one in HORRORS.items()
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_at_once(
    prompts: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(prompts / "principles" / "trust.yaml")
    begun = time.perf_counter()
    (problem,) = check(prompts).problems
    assert time.perf_counter() - begun < 10
    assert said in str(problem)
    assert "trust.yaml" in problem.file
    assert is_a_sentence(problem)


ANY_FILE = (
    "checklists/prepare.yaml",
    "checklists/reflect.yaml",
    "principles/choice.yaml",
    "principles/culture.yaml",
    "purposes/arrears.yaml",
    "purposes/domestic-abuse.yaml",
    "pathways.yaml",
    "sources.yaml",
    "house-style.yaml",
)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ANY_FILE)
def test_nothing_else_is_blamed_for_a_file_that_cannot_be_read(prompts: Path, name: str) -> None:
    brackets(prompts / name)
    (problem,) = check(prompts).problems
    assert problem.file == Path(name).name


@pytest.mark.thorough
def test_what_can_be_read_is_looked_at_all_the_same(prompts: Path) -> None:
    spoilt = {"checklists/reflect.yaml": tab, "principles/trust.yaml": brackets}
    spoilt |= {"purposes/domestic-abuse.yaml": link_out, "purposes/arrears.yaml": latin_1}
    for name, spoil in spoilt.items():
        spoil(prompts / name)
    of_the_spoilt = ("in reflect", "trust.", "land.", "moment.", "promises.", "sense.")
    faults = [
        fault
        for fault in FAULTS
        if fault.file not in spoilt and not any(of in fault.said for of in of_the_spoilt)
    ]
    assert len(faults) >= 40
    lines = plant(prompts, faults)
    found = check(prompts)
    assert missed(faults, lines, found) == []
    beyond = [problem for problem in made_up(faults, lines, found) if "the file" not in problem]
    assert beyond == []
    assert len(made_up(faults, lines, found)) == len(spoilt)


@pytest.mark.thorough
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none here")
def test_what_would_never_end_is_not_waited_for(prompts: Path) -> None:
    (prompts / "house-style.yaml").unlink()
    os.mkfifo(prompts / "house-style.yaml")
    (problem,) = check(prompts).problems
    assert "is no ordinary file" in str(problem)


def test_a_folder_with_nothing_in_it_is_told_what_it_wants(tmp_path: Path) -> None:
    for folder in (tmp_path / "nothing", tmp_path / "nowhere"):
        found = check(folder)
        assert {problem.what for problem in found.problems} == {"is missing"}
        assert found.notes == ()


@pytest.mark.thorough
def test_hidden_files_are_nobodys_business(prompts: Path) -> None:
    (prompts / "purposes" / ".arrears.yaml").write_text("x: [", encoding="utf-8")
    assert check(prompts).problems == ()


# -- the organisation's own routes -------------------------------------------------------


@pytest.mark.thorough
def test_a_pathway_without_a_route_is_a_note_and_no_fault(prompts: Path, tmp_path: Path) -> None:
    own = tmp_path / "pathways.yaml"
    own.write_text("hazard: [Ring the duty line on 7.]\nincident: []\n", encoding="utf-8")
    without, found = check(prompts), check(prompts, own)
    assert found.problems == without.problems == ()
    assert len(found.notes) == len(without.notes) - 1
    assert not any("“hazard”" in str(note) for note in found.notes)
    assert any("has no route for “incident” (You were not safe)" in str(n) for n in found.notes)


@pytest.mark.thorough
def test_a_slip_in_the_routes_is_a_fault_with_its_line(prompts: Path, tmp_path: Path) -> None:
    own = tmp_path / "pathways.yaml"
    own.write_text("hazard: [Ring 7.]\nincidnt: [Ring 8.]\ncrisis: Ring 9.\n", encoding="utf-8")
    misspelt, no_list = check(prompts, own).problems
    assert (misspelt.line, no_list.line) == (2, 3)
    assert "incidnt is not a pathway; did you mean “incident”" in str(misspelt)
    assert "crisis wants a list of lines" in str(no_list)


# -- anything at all ---------------------------------------------------------------------

MANGLED = (
    lambda line: "",
    lambda line: "  " + line,
    lambda line: line[2:],
    lambda line: line.split(":")[0] + ":",
    lambda line: line.split(":")[0] + ": [x, {y: z}]",
    lambda line: line.split(":")[0] + ": {id: 7}",
    lambda line: line + "\n" + line,
    lambda line: line.replace("id:", "key:"),
)


@pytest.mark.thorough
@pytest.mark.parametrize("chance", range(60))
def test_whatever_is_in_the_files_it_is_said_in_sentences(prompts: Path, chance: int) -> None:
    dice = random.Random(chance)
    for path in sorted(prompts.rglob("*.yaml")):
        if path.parent.name == "sample":
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(dice.randint(0, 3)):
            place = dice.randrange(len(lines))
            lines[place] = dice.choice(MANGLED)(lines[place])
        path.write_text("\n".join(lines), encoding="utf-8")
    found = check(prompts)
    assert found.problems
    assert all(map(is_a_sentence, found.problems))
