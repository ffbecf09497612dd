"""The pictures in the README and the guides are the screens as they are now."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"


@pytest.mark.thorough
def test_each_is_what_its_screen_shows(tmp_path: Path) -> None:
    """When one is not: python docs/pictures/make.py"""
    runpy.run_path(str(PICTURES / "make.py"))["main"](tmp_path)
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert made.keys() == {path.name for path in PICTURES.glob("*.svg")}
    changed = [n for n, svg in made.items() if svg != (PICTURES / n).read_text(encoding="utf-8")]
    assert changed == []


def test_each_is_shown_somewhere_and_asks_for_nothing_from_anywhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        Path(name).name
        for page in pages
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+\.svg)\)", page.read_text(encoding="utf-8"))
    }
    assert shown == {path.name for path in PICTURES.glob("*.svg")}
    for path in PICTURES.glob("*.svg"):
        links = re.findall(r"https?://[^\"' ]+", path.read_text(encoding="utf-8"))
        assert {*links} <= {"http://www.w3.org/2000/svg"}, path.name
