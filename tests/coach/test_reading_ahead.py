"""Reading ahead begins nothing, writes nothing, and keeps what is wrong for whoever begins."""

import shutil
from pathlib import Path

import pytest

from tipcoach.coach.begin import CHECKLISTS
from tipcoach.coach.coach import Coach
from tipcoach.coach.reading_ahead import look_over, read_ahead
from tipcoach.errors import LibraryFault
from tipcoach.library import library, lines
from tipcoach.library.finder import find_prompts
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form
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


def test_what_purposes_refer_to_is_looked_over_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path)}))
    look_over(coach)

    def look(*_: object) -> None:
        raise AssertionError("it was looked over again")

    monkeypatch.setattr(library, "broken", look)
    for purpose in coach.library.purposes:
        for checklist in (CHECKLISTS[Kind.PREPARATION], CHECKLISTS[Kind.REFLECTION]):
            assert coach.library.checklist(checklist, purpose.id, Channel.DOORSTEP, Form.FULL)


def test_what_is_wrong_with_one_purpose_is_said_each_time_and_of_that_one_alone(
    tmp_path: Path,
) -> None:
    prompts = Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))
    wrong = prompts / "purposes" / "arrears.yaml"
    text = wrong.read_text(encoding="utf-8")
    text = text.replace("\ndrops: []", "\ndrops: [nowhere.to-be-found]")
    wrong.write_text(text, encoding="utf-8")
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / "home")}), prompts=prompts)
    look_over(coach)
    before = CHECKLISTS[Kind.PREPARATION]
    for _ in range(2):
        with pytest.raises(LibraryFault, match=r"nowhere\.to-be-found"):
            coach.library.checklist(before, "arrears", Channel.HOME, Form.QUICK)
    others = [one.id for one in coach.library.purposes if one.id != "arrears"]
    assert coach.library.checklist(before, others[0], Channel.HOME, Form.QUICK)
