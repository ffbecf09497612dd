"""My patterns from a journal on disk: read true, of the newest versions, and kept nowhere."""

from datetime import timedelta
from pathlib import Path

import pytest
from a_year import ENDS, coach_of, make_year, reads_true
from making import Clock, asked, entry, new_id, real_library, visit

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.hiding import ask_again, hidden_questions, hide, what_hiding_does
from tipcoach.coach.patterns import my_patterns
from tipcoach.coach.resume import has_newer_questions, resume
from tipcoach.errors import NotFound, SettingsFault, WrongUsage
from tipcoach.practice.answer import Picked, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.hiding import Hiding
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import END
from tipcoach.settings import read_settings


@pytest.fixture(autouse=True)
def prompts_as_they_are(coach: Coach) -> None:
    coach.library = real_library()


AFTER = Beginning(Kind.REFLECTION, "arrears", Channel.HOME, Form.FULL)


def reads_true_of(home: Path, seed: int, visits: int) -> None:
    make_year(coach_of(home).places.journal, seed, visits)
    found = my_patterns(coach_of(home), 24)
    assert found.at_stake and found.in_the_way and found.slipped_whose and found.tend_to_be_left
    for months in (1, 3, 12, 24):
        assert reads_true(home, ENDS.date(), months), f"seed {seed}, {months} months"


@pytest.mark.thorough
@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_reads_true_against_another_reading_of_its_files(tmp_path: Path, seed: int) -> None:
    reads_true_of(tmp_path, seed, visits=90)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(40))
def test_many_years_read_true(tmp_path: Path, seed: int) -> None:
    reads_true_of(tmp_path, seed, visits=400)


def three_after(coach: Coach, clock: Clock) -> list[Entry]:
    made = []
    for _ in range(3):
        trust = asked("watch.at-stake", Picked("trust"))
        made.append(entry(trust, kind=Kind.REFLECTION, created=clock.now))
        coach.journal.add(made[-1])
        clock.advance(minutes=1)
    return made


def test_only_the_newest_version_of_an_entry_counts(coach: Coach, clock: Clock) -> None:
    first, *_ = three_after(coach, clock)
    assert my_patterns(coach).at_stake
    later = new_id(clock.now)
    put_right = entry(kind=Kind.REFLECTION, id=later, created=clock.now, supersedes=first.id)
    coach.journal.add(put_right)
    assert not my_patterns(coach).at_stake
    assert my_patterns(coach).written_about[0].times == 3


def test_an_entry_of_midnight_has_its_month_here_and_its_folder_elsewhere(
    coach: Coach, clock: Clock
) -> None:
    for _ in range(3):
        clock.advance(minutes=1)
        made_at = clock.now.replace(year=2025, month=11, day=30, hour=23, minute=40)
        id_ = new_id(made_at + timedelta(seconds=clock.now.minute))
        coach.journal.add(entry(id=id_, visit=visit(month="2025-12")))
    assert my_patterns(coach).written_about


def test_what_cannot_be_read_is_passed_over(coach: Coach, clock: Clock) -> None:
    three_after(coach, clock)
    month = coach.places.journal / "2026-11"
    (month / f"{new_id(clock.now)}.json").write_text("half an ent", encoding="utf-8")
    (month / "notes.txt").write_text("mine", encoding="utf-8")
    assert my_patterns(coach).at_stake


def test_asking_writes_nothing(coach: Coach, clock: Clock, tmp_path: Path) -> None:
    three_after(coach, clock)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    my_patterns(coach)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_an_empty_home_has_none(coach: Coach) -> None:
    found = my_patterns(coach)
    assert not (found.at_stake or found.tend_to_be_left or found.to_bring)


# -- hiding ------------------------------------------------------------------------------


def every_question(coach: Coach) -> set[str]:
    """Every question that a few walks ask, whatever is drawn."""
    seen: set[str] = set()
    for _ in range(12):
        sitting = begin(coach, AFTER)
        while sitting.walk.at != END:
            step = sitting.walk.step
            seen |= {prompt.id for prompt in step.prompts} if step else set()
            sitting.next()
        sitting.let_go()
    return seen


@pytest.mark.thorough
def test_a_hidden_question_is_not_asked_until_it_is_asked_again(coach: Coach) -> None:
    assert {"moment.noticed", "safety.temperature"} <= every_question(coach)
    assert hide(coach, "moment.noticed") is Hiding.LEFT_OUT
    assert hide(coach, "safety.temperature") is Hiding.ANOTHER_INSTEAD
    assert not {"moment.noticed", "safety.temperature"} & every_question(coach)
    assert read_settings(coach.places.settings).hidden == ("moment.noticed", "safety.temperature")
    assert [one.prompt for one in hidden_questions(coach)] == [*coach.settings.hidden]
    assert hidden_questions(coach)[0].question.startswith("What did you notice")
    ask_again(coach, "moment.noticed")
    assert "moment.noticed" in every_question(coach)
    assert read_settings(coach.places.settings).hidden == ("safety.temperature",)


def test_hiding_twice_is_hiding_once(coach: Coach) -> None:
    hide(coach, "moment.noticed")
    hide(coach, "moment.noticed")
    assert coach.settings.hidden == ("moment.noticed",)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "id_", ["land.safe", "orient.hat", "choice.real-choices", "decide.if-then"]
)
def test_what_has_to_stay_is_refused(coach: Coach, id_: str) -> None:
    with pytest.raises(WrongUsage, match="stays"):
        hide(coach, id_)
    assert coach.settings.hidden == ()


def test_a_question_that_there_is_not_is_refused(coach: Coach) -> None:
    with pytest.raises(NotFound, match="No visit is asked"):
        what_hiding_does(coach, "no.such")
    with pytest.raises(NotFound, match="is not hidden"):
        ask_again(coach, "no.such")


@pytest.mark.thorough
def test_hidden_ids_that_may_not_be_or_are_gone_are_passed_over(coach: Coach) -> None:
    coach.remember(hidden=("land.safe", "gone.for-good", "orient.hat"))
    assert "land.safe" in every_question(coach)
    assert hidden_questions(coach)[1].question == "gone.for-good"


def test_settings_that_cannot_be_read_are_left_and_it_is_said(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True, exist_ok=True)
    coach.places.settings.write_text("look: [", encoding="utf-8")
    with pytest.raises(SettingsFault):
        hide(coach, "moment.noticed")
    assert coach.places.settings.read_text(encoding="utf-8") == "look: ["


def test_a_draft_does_not_say_that_its_questions_changed_because_some_are_hidden(
    coach: Coach,
) -> None:
    hide(coach, "moment.noticed")
    sitting = begin(coach, AFTER)
    sitting.answer("land.word", Text("steady"))
    sitting.leave()
    again = resume(coach, sitting.draft.id)
    assert not has_newer_questions(coach, again)
    again.leave()
