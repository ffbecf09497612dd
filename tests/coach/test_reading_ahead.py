"""Reading ahead begins nothing, writes nothing, and keeps what is wrong for whoever begins."""

from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading_ahead import read_ahead
from tipcoach.errors import LibraryFault
from tipcoach.settings import HOME_VARIABLE, places


def test_it_writes_nothing(tmp_path: Path) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path)}))
    read_ahead(coach)
    assert "purposes" in vars(coach.library)
    assert list(tmp_path.rglob("*")) == []


def test_what_is_wrong_is_said_when_a_walk_begins(tmp_path: Path) -> None:
    (tmp_path / "purposes").mkdir()
    (tmp_path / "purposes" / "wrong.yaml").write_text("purpose: [", encoding="utf-8")
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / "home")}), prompts=tmp_path)
    read_ahead(coach)
    with pytest.raises(LibraryFault):
        _ = coach.library.purposes
