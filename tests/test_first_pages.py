"""The first pages hold for somebody who has read nothing else."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOUND = "[how it does](../README.md#run-it)"


def blocks(heading: str) -> list[str]:
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"```\w*\n(.*?)\n```", section, re.DOTALL)


def test_after_the_one_line_the_window_finds_the_program() -> None:
    here, there = blocks("Run it")
    assert here.splitlines() == [here] and there.splitlines() == [there]
    assert "&& . .venv/bin/activate &&" in here and here.endswith("&& tipcoach")
    # What activates there is a script, and may be forbidden.
    assert "$env:Path =" in there and there.endswith("; tipcoach")


def test_the_test_command_is_one_line_that_needs_nothing_before_it() -> None:
    assert blocks("Work on it")[0].endswith("&& .venv/bin/python -m pytest")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.stem)
def test_each_page_with_commands_says_once_how_they_are_found(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    has_commands = re.search(r"(`|^)tipcoach \w", text, re.MULTILINE) is not None
    assert text.count(FOUND) == has_commands


def test_the_shortest_way_is_in_the_order_in_which_it_is_gone() -> None:
    way = README.split("## The first quarter of an hour\n")[1].split("\n## ")[0]
    steps = re.findall(r"^\d\. .*", way, re.MULTILINE)
    assert len(steps) == 6
    anchor = re.search(r"\(docs/sharing\.md#([\w-]+)\)", way)
    assert anchor is not None
    page = (ROOT / "docs" / "sharing.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)", page, re.MULTILINE)
    assert anchor[1] in {heading.lower().replace(" ", "-") for heading in headings}
