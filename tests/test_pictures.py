"""The pictures in the README and the guides are the screens as they are now."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"


def maker() -> ModuleType:
    found = importlib.util.spec_from_file_location("make", PICTURES / "make.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.thorough
def test_each_is_what_its_screen_shows(tmp_path: Path) -> None:
    """When one is not: python docs/pictures/make.py"""
    maker().main(tmp_path)
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
