"""Sessions: what is talked of and not written down, and the little that is kept."""

import random
from datetime import date

import pytest
from making import Clock

from tipcoach.coach.begin import Standalone, Timing, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.lens_reading import seen_in
from tipcoach.coach.resume import find_drafts, has_newer_questions, resume
from tipcoach.coach.sitting import Sitting
from tipcoach.journal.written import write_entry
from tipcoach.practice.answer import AnswerForm, Lines, PickedMany, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.minutes import time_of
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import ACTIONS, GROUP, HELPED, ONE_TO_ONE, RAISE, TEAM_TIME, THEMES
from tipcoach.practice.walk import END
from tipcoach.reports.entries import entry_text, entry_title
from tipcoach.settings import Places

SESSION = Standalone(Kind.SESSION)
FORMS = {name: Standalone(Kind.SESSION, checklist=name) for name in (ONE_TO_ONE, GROUP, TEAM_TIME)}
EACH = pytest.mark.parametrize("beginning", [*FORMS.values()], ids=[*FORMS])
STAGES = ("experience", "reflection", "analysis", "plan")
WRITTEN = {AnswerForm.PROMISE: {ACTIONS}, AnswerForm.LIST: {*RAISE}, AnswerForm.TEXT: {*HELPED}}
ALLOWED = {AnswerForm.SAY_ONLY, AnswerForm.PICK_MANY, *WRITTEN}


def talked(sitting: Sitting) -> list[str]:
    """A session gone through to its end; the ids of what was asked."""
    asked = []
    while sitting.walk.at != END:
        asked.append(sitting.walk.at)
        sitting.next()
    return asked


def kept(coach: Coach) -> Entry:
    sitting = begin(coach, SESSION)
    promise = Promise("Ask about the second letter", date(2026, 12, 4), Whose.THEIRS)
    sitting.answer(RAISE[0], Lines(("The letter at 14 Elm Road goes out too soon.",)))
    sitting.answer(ACTIONS, Promised((promise,)))
    sitting.answer(THEMES[0], PickedMany(("trust", "our-system")))
    sitting.answer(HELPED[0], Text("The quiet at the start."))
    talked(sitting)
    return sitting.keep()


# -- no score, and nothing about the officer ------------------------------------------------


@EACH
def test_nothing_on_any_path_can_be_scored_or_written_but_what_both_agree(
    coach: Coach, beginning: Standalone
) -> None:
    """No gate closes anything, so what stands in the file is every path there is."""
    checklist = begin(coach, beginning).walk.checklist
    for prompt in checklist.prompts:
        assert prompt.nothing_closes
        assert prompt.form in ALLOWED
        assert prompt.form not in WRITTEN or prompt.id in WRITTEN[prompt.form]
        assert (prompt.form is AnswerForm.PICK_MANY) == (prompt.id in THEMES)
        assert prompt.choices == () or prompt.id in THEMES
        assert prompt.why
        assert prompt.sources


@EACH
def test_themes_are_the_five_and_what_our_system_did(coach: Coach, beginning: Standalone) -> None:
    checklist = begin(coach, beginning).walk.checklist
    picks = [prompt for prompt in checklist.prompts if prompt.form is AnswerForm.PICK_MANY]
    assert len(picks) == (0 if beginning.checklist == TEAM_TIME else 1)
    for prompt in picks:
        assert prompt.values == (*(each.value for each in Principle), "our-system")


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(12))
@EACH
def test_whatever_is_drawn_only_that_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, clock: Clock, beginning: Standalone, seed: int
) -> None:
    home = tmp_path_factory.mktemp("home")
    coach = Coach(Places(home, home, home), clock=clock, chance=random.Random(seed))
    sitting = begin(coach, beginning)
    talked(sitting)
    entry = sitting.keep()
    assert {asked.form for asked in entry.asked} <= {AnswerForm.PICK_MANY, *WRITTEN}
    assert not entry.kind.keeps_one_line


def test_whose_an_action_is_is_said_in_the_question(coach: Coach) -> None:
    prompt = begin(coach, SESSION).walk.checklist.prompt(ACTIONS)
    assert prompt is not None
    assert "Mine is the supervisor’s" in prompt.question
    assert "theirs the officer’s" in prompt.question


def test_a_team_on_what_it_was_like_has_no_list_of_things_to_do(coach: Coach) -> None:
    forms = [prompt.form for prompt in begin(coach, FORMS[TEAM_TIME]).walk.checklist.prompts]
    assert set(forms) == {AnswerForm.SAY_ONLY, AnswerForm.TEXT}
    assert forms.count(AnswerForm.TEXT) == 1


# -- what is kept ---------------------------------------------------------------------------


def test_what_is_kept_is_what_was_agreed_and_no_question_of_the_talk(coach: Coach) -> None:
    entry = kept(coach)
    said = entry_text(entry, coach.library.principles, date(2026, 11, 22))
    assert [asked.prompt for asked in entry.asked] == [RAISE[0], ACTIONS, THEMES[0], HELPED[0]]
    assert "□ Ask about the second letter · theirs · Friday 4 December" in said
    assert "Trustworthiness, What our system did" in said
    assert "skipped" not in said
    assert "tighten" not in write_entry(entry).decode()
    assert entry.promises[0].whose is Whose.THEIRS


def test_what_could_tell_who_somebody_is_is_noticed_in_it(coach: Coach) -> None:
    assert RAISE[0] in {prompt for prompt, _ in seen_in(coach, kept(coach))}


@EACH
def test_an_entry_is_called_by_its_form_and_is_never_sent_as_a_copy(
    coach: Coach, beginning: Standalone
) -> None:
    sitting = begin(coach, beginning)
    talked(sitting)
    entry = sitting.keep()
    titles = {ONE_TO_ONE: "Session", GROUP: "Group session", TEAM_TIME: "Team Time"}
    assert entry_title(entry) == titles[entry.checklist_id]
    assert entry.kind.is_never_shared
    assert not entry.kind.is_for_one_alone


# -- the talk -------------------------------------------------------------------------------


def test_each_stage_asks_a_few_and_not_always_the_same(coach: Coach) -> None:
    drawn: dict[str, set[str]] = {stage: set() for stage in STAGES}
    for _ in range(12):
        asked = talked(begin(coach, SESSION))
        for section in begin(coach, SESSION).walk.checklist.sections:
            if section.id in drawn:
                here = {prompt.id for prompt in section.prompts} & {*asked}
                assert len(here) == 2
                drawn[section.id] |= here
    assert all(len(found) > 3 for found in drawn.values())


def test_the_eyes_turn_to_every_question_before_one_comes_again_and_nothing_moves(
    coach: Coach,
) -> None:
    sitting = begin(coach, SESSION)
    sitting.next()
    before = sitting.walk
    eyes = {prompt.id for prompt in before.checklist.eyes}
    assert len(eyes) > 4
    assert {sitting.eyes.turn().id for _ in eyes} == eyes
    assert sitting.eyes.turn().id in eyes
    assert sitting.walk == before
    assert not eyes & {*talked(sitting)}


def test_a_session_left_in_the_middle_goes_on_there_with_nothing_written_yet(
    coach: Coach,
) -> None:
    left = begin(coach, FORMS[GROUP])
    left.next()
    left.next()
    left.leave()
    (found,) = find_drafts(coach).drafts
    again = resume(coach, found.id)
    assert (found.checklist, again.walk) == (GROUP, left.walk)
    assert not has_newer_questions(coach, again)


# -- how long -------------------------------------------------------------------------------


def minutes(coach: Coach, beginning: Standalone) -> list[int]:
    sections = begin(coach, beginning).walk.checklist.sections
    return [section.minutes for section in sections if section.minutes]


def test_the_seven_parts_make_an_hour_and_a_team_a_quarter(coach: Coach) -> None:
    assert minutes(coach, SESSION) == [3, 5, 25, 10, 7, 5, 5]
    assert sum(minutes(coach, FORMS[TEAM_TIME])) == 15


def test_the_parts_are_made_to_fit_what_there_is_and_the_questions_stay_the_same(
    coach: Coach,
) -> None:
    shorter = Standalone(Kind.SESSION, timing=Timing(30))
    assert minutes(coach, shorter) == [2, 2, 12, 5, 4, 2, 2]
    assert minutes(coach, Standalone(Kind.SESSION, timing=Timing(None))) == []
    left = begin(coach, shorter)
    left.next()
    left.leave()
    (found,) = find_drafts(coach).drafts
    again = resume(coach, found.id)
    assert time_of(again.walk.checklist.sections[0]) == "about 2 minutes"
    assert not has_newer_questions(coach, again)


# -- afterwards -----------------------------------------------------------------------------


def test_what_a_supervisor_asks_themselves_is_theirs_alone(coach: Coach) -> None:
    sitting = begin(coach, Standalone(Kind.AFTER_SESSION))
    assert {prompt.form for prompt in sitting.walk.open_prompts()} == {AnswerForm.TEXT}
    sitting.answer("after-session.curious", Text("I was looking for the gap."))
    entry = sitting.keep()
    assert entry.kind.is_for_one_alone
    assert entry.kind.is_never_shared
    assert "private" in entry_text(entry, coach.library.principles, date(2026, 11, 22))
