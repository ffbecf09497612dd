"""The page about the house and the contracts that hold it say the same."""

import re
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def drawn() -> list[str]:
    """The floors as the page draws them, from the top."""
    found = re.search("```layers\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1].split("\n")[:-1]


def test_the_floors_drawn_are_the_floors_held() -> None:
    (floors,) = (contract for contract in CONTRACTS if contract["type"] == "layers")
    assert drawn() == floors["layers"]


def test_every_room_of_the_house_is_on_a_floor() -> None:
    rooms = {
        path.stem
        for path in (CHECKOUT / "tipcoach").iterdir()
        if (path.suffix == ".py" and not path.stem.startswith("__"))
        or (path / "__init__.py").exists()
    }
    assert rooms == {room for floor in drawn() for room in floor.split(" | ")}


def test_every_other_contract_is_on_the_page_by_its_name() -> None:
    named = [contract["name"] for contract in CONTRACTS if contract["type"] != "layers"]
    assert named
    assert [name for name in named if f"- {name}\n" not in PAGE] == []


def test_every_file_the_pages_name_is_there() -> None:
    pages = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *CHECKOUT.glob("docs/*.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not link.startswith("http"):
                assert (page.parent / link).exists(), f"{page.name}: {link}"
