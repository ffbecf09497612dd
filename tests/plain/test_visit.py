"""What is asked about the visit when the command line left it out."""

import shutil
from pathlib import Path

import pytest
from making import Clock

from plain.talking import PREPARE, REFLECT, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, NotSaved, WrongUsage
from tipcoach.journal.writing import Writer
from tipcoach.library.finder import find_prompts
from tipcoach.practice.visit import Channel, Form, Hat


def prepare(coach: Coach, clock: Clock, channel: Channel = Channel.PHONE) -> str:
    """The id of a preparation kept a minute after the last."""
    clock.advance(minutes=1)
    return type_lines(coach, PREPARE, "support", "finish", "keep", channel=channel).kept.id


def test_purpose_channel_and_form_are_asked_by_number_or_words(coach: Coach) -> None:
    heard = type_lines(
        coach, PREPARE, "rent arrears", "4", "full", purpose=None, channel=None, form=None
    )
    assert "What is it about? 1. " in heard
    assert "How do you meet? 1. home 2. doorstep 3. phone 4. office 5. video" in heard
    assert "1. quick, two minutes 2. full, about eight minutes" in heard
    assert "Before a visit. Rent arrears. Office. Full." in heard


def test_an_empty_line_chooses_what_was_used_last(coach: Coach) -> None:
    first = type_lines(coach, PREPARE, "", "", channel=None, form=None)
    assert "Before a visit. Rent arrears. Home. Quick." in first
    type_lines(coach, PREPARE, channel=Channel.VIDEO, form=Form.FULL)
    later = type_lines(coach, PREPARE, "", "", channel=None, form=None)
    assert "An empty line chooses video." in later
    assert "Before a visit. Rent arrears. Video. Full." in later


def test_what_was_used_last_is_remembered_by_another_run(coach: Coach) -> None:
    type_lines(coach, PREPARE, channel=Channel.VIDEO, form=Form.FULL)
    another = Coach(coach.places)
    assert another.settings.channel is Channel.VIDEO
    assert another.settings.form is Form.FULL


def test_a_choice_that_cannot_be_remembered_does_not_stop_the_walk(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("Not saved.", "The disk is full.")

    monkeypatch.setattr(Writer, "write", refuse)
    heard = type_lines(coach, PREPARE, channel=Channel.VIDEO)
    assert "Not saved. The disk is full. Before a visit. Rent arrears. Video. Quick." in heard


def test_a_purpose_is_needed_and_that_is_said(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "", "rent arrears", purpose=None)
    assert "This one is needed: the questions depend on it." in heard
    assert "Before a visit. Rent arrears. Phone. Quick." in heard


def test_back_begins_these_questions_again(coach: Coach) -> None:
    heard = type_lines(
        coach, PREPARE, "rent arrears", "phone", "back", "rent arrears", "home",
        purpose=None, channel=None, form=None,
    )  # fmt: skip
    assert heard.out.count("What is it about?") == 2
    assert heard.after("What is it about?").count("An empty line chooses home.") == 1


def test_quit_before_the_first_question_begins_nothing(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "quit", purpose=None)
    assert heard.entry is None
    assert "Nothing was begun." in heard


def test_a_preparation_may_be_picked_to_look_back_on(coach: Coach, clock: Clock) -> None:
    prepare(coach, clock, Channel.HOME)
    newer = prepare(coach, clock, Channel.VIDEO)
    heard = type_lines(coach, REFLECT, "1", "finish", "keep", purpose=None, channel=None)
    assert (
        "1. Rent arrears, video, prepared on Sunday 22 November "
        "2. Rent arrears, home, prepared on Sunday 22 November 0, or an empty line" in heard
    )
    assert "After a visit. Rent arrears. Video. Quick." in heard
    assert heard.kept.follows == newer
    assert heard.kept.hat is Hat.SUPPORT


@pytest.mark.parametrize("typed", ["0", ""])
def test_something_not_prepared_for_is_asked_what_it_is_about(
    coach: Coach, clock: Clock, typed: str
) -> None:
    prepare(coach, clock)
    heard = type_lines(coach, REFLECT, typed, "rent arrears", "finish", "keep", purpose=None)
    assert heard.kept.follows is None
    assert "What is it about?" in heard


def test_a_number_that_is_no_preparation_is_asked_again(coach: Coach, clock: Clock) -> None:
    prepare(coach, clock)
    heard = type_lines(coach, REFLECT, "2", "1", purpose=None)
    assert "Answer with a number from 0 to 1." in heard
    assert "Following what you prepared" in heard


def test_no_preparation_means_no_question_about_one(coach: Coach) -> None:
    assert "Which preparation" not in type_lines(coach, REFLECT, purpose=None)


def test_a_purpose_given_is_taken_for_something_not_prepared_for(
    coach: Coach, clock: Clock
) -> None:
    prepare(coach, clock)
    assert "Which preparation" not in type_lines(coach, REFLECT)


def test_the_command_line_wins_over_how_it_was_planned(coach: Coach, clock: Clock) -> None:
    prepared = prepare(coach, clock, Channel.PHONE)
    heard = type_lines(
        coach, REFLECT, "finish", "keep", of=prepared, channel=Channel.DOORSTEP, hat=Hat.BOTH
    )
    assert heard.kept.channel is Channel.DOORSTEP
    assert heard.kept.hat is Hat.BOTH


def test_a_purpose_or_preparation_that_does_not_exist_is_refused_at_once(coach: Coach) -> None:
    with pytest.raises(NotFound):
        type_lines(coach, PREPARE, purpose="arears", channel=None)
    with pytest.raises(NotFound):
        type_lines(coach, REFLECT, of="01ARZ3NDEKTSV4RRFFQ69G5FAV")
    reflected = type_lines(coach, REFLECT, "finish", "keep").kept.id
    with pytest.raises(WrongUsage, match="is not a preparation"):
        type_lines(coach, REFLECT, of=reflected)


def test_another_purpose_than_the_one_prepared_for_is_refused(
    coach: Coach, clock: Clock, tmp_path: Path
) -> None:
    prepared = prepare(coach, clock)
    prompts = shutil.copytree(find_prompts(), tmp_path / "prompts")
    arrears = (prompts / "purposes" / "arrears.yaml").read_text(encoding="utf-8")
    other = arrears.replace("purpose: arrears", "purpose: other", 1)
    (prompts / "purposes" / "other.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(WrongUsage, match="prepared for arrears, not other"):
        type_lines(Coach(coach.places, prompts=prompts), REFLECT, of=prepared, purpose="other")


def test_why_before_the_first_question_says_why(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "why", purpose=None)
    assert "No name, address or day is asked for." in heard
