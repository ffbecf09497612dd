"""Files that are no prompts, or more than they say, do no harm."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from making import real_library

from library.overlays.laid import (
    HEAD,
    NAME,
    OWN_PATHWAY,
    OWN_PROMPT,
    faults,
    laid,
    one,
    put,
)
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.checklist import NO_ROUTE
from tipcoach.practice.visit import Channel, Form

# -- files that are no such files --------------------------------------------------------


def bomb() -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(rows).encode()


HARMFUL = {
    "a bomb": (bomb(), "alias"),
    "brackets": (b"[" * 20_000, "nest"),
    "10 MB": (b"# x\n" * 2_500_000, "larger than"),
    "Latin-1": (HEAD.encode() + "# caf\xe9".encode("latin-1"), "not written in UTF-8"),
    "a tab": (HEAD.encode() + b"\thides: []", "not YAML"),
    "nothing": (b"", "is empty"),
    "a list": (b"- a\n", "wants a mapping"),
    "an object": (b"overlay: !!python/object/apply:os.system [x]", "tag"),
}


@pytest.mark.parametrize(("data", "wanted"), HARMFUL.values(), ids=HARMFUL)
@pytest.mark.parametrize("name", ["ours.yaml", "sources.yaml", "purposes/ours.yaml"])
def test_a_harmful_file_is_one_sentence(folder: Path, name: str, data: bytes, wanted: str) -> None:
    (folder / name).write_bytes(data)
    (problem,) = faults(folder)
    assert problem.startswith(f"{Path(name).name}, line ")
    assert wanted in problem


def link_a_file(folder: Path) -> None:
    (folder.parent / "outside.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "ours.yaml").symlink_to(folder.parent / "outside.yaml")


def link_the_purposes(folder: Path) -> None:
    (folder / "purposes").rmdir()
    (folder / "purposes").symlink_to(find_prompts() / "purposes")


def copy_ours(folder: Path) -> None:
    (folder / "principles").mkdir()


def another_ending(folder: Path) -> None:
    put(folder, "", "ours.yml")


def a_file_for_the_folder(folder: Path) -> None:
    (folder / "purposes").rmdir()
    folder.rmdir()
    folder.write_text("x")


def too_many(folder: Path) -> None:
    for number in range(201):
        (folder / f"{number}.yaml").touch()


ODD = {
    "a link": (link_a_file, "is a link"),
    "a linked folder": (link_the_purposes, "is a link"),
    "a copy of ours": (copy_ours, "is not read"),
    "another ending": (another_ending, "its name must be ours.yaml"),
    "a file": (a_file_for_the_folder, "cannot be opened as a folder"),
    "too many": (too_many, "more than 200"),
}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("make", "wanted"), ODD.values(), ids=ODD)
def test_what_would_be_passed_over_is_said(
    folder: Path, make: Callable[[Path], None], wanted: str
) -> None:
    make(folder)
    (problem,) = faults(folder)
    assert wanted in problem


def test_hidden_files_and_other_kinds_do_no_harm(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    for name in (".ours.yaml.swp", ".git", "README.md", "ours.yaml~", "purposes/.x.yaml"):
        (folder / name).write_text("x: [", encoding="utf-8")
    assert laid(folder).prompt("ours.interpreter")


def test_an_empty_folder_changes_nothing(folder: Path) -> None:
    assert laid(folder) == real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)


def test_pathways_without_a_route_still_say_so(folder: Path) -> None:
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    assert {p.lines for p in Library(find_prompts(), overlay=folder).pathways} == {(NO_ROUTE,)}


def test_the_one_in_the_guide_for_practice_leads_is_taken(folder: Path) -> None:
    page = (find_prompts() / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (folder / "ours.yaml").write_text(shown, encoding="utf-8")
    (five,) = (section for section in laid(folder, form=Form.QUICK).sections if section.together)
    assert five.prompts[0].id == "ours.interpreter"
    assert one(laid(folder), "collaboration.wants").words_of == NAME
