"""Reading ahead begins nothing, writes nothing, and keeps what is wrong for whoever begins."""

from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading_ahead import read_ahead
from tipcoach.errors import LibraryFault
from tipcoach.library import lines
from tipcoach.settings import HOME_VARIABLE, places


def test_it_writes_nothing(tmp_path: Path) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path)}))
    read_ahead(coach)
    assert "purposes" in vars(coach.library)
    assert list(tmp_path.rglob("*")) == []


def test_no_line_of_a_file_is_looked_for_where_nothing_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(*_: object) -> None:
        raise AssertionError("a line was looked for")

    monkeypatch.setattr(lines, "_find_lines", look)
    # Other tests may have looked for those of a text that is read once for all of them.
    monkeypatch.setattr(lines.Lines, "__contains__", look)
    coach = Coach(places({HOME_VARIABLE: str(tmp_path)}))
    read_ahead(coach)
    assert "principles" in vars(coach.library)


def test_what_is_wrong_is_said_when_a_walk_begins(tmp_path: Path) -> None:
    (tmp_path / "purposes").mkdir()
    (tmp_path / "purposes" / "wrong.yaml").write_text("purpose: [", encoding="utf-8")
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / "home")}), prompts=tmp_path)
    read_ahead(coach)
    with pytest.raises(LibraryFault):
        _ = coach.library.purposes
