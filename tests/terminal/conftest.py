"""A home of its own for the program, and beside it room for files that are not its own."""

from pathlib import Path

import pytest

from terminal.two_people import OFFICER, SUPERVISOR, Person


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def people(tmp_path: Path) -> tuple[Person, Person]:
    return Person(tmp_path / "officer", OFFICER), Person(tmp_path / "supervisor", SUPERVISOR)
