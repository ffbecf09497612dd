"""Walks about no visit: how an officer is doing, a team walking it as them, the agreement."""

from datetime import date

import pytest
from making import Clock

from tipcoach.coach.begin import Standalone, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.records import not_yet_recorded, say_recorded
from tipcoach.coach.resume import find_drafts, has_newer_questions, resume
from tipcoach.coach.rhythm import soon_again
from tipcoach.coach.searching import search
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import WrongUsage
from tipcoach.journal.written import write_entry
from tipcoach.practice.agreement import LOOK_AGAIN, review_date
from tipcoach.practice.answer import Answer, AnswerForm, Picked, Text, YesNotYet
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.walk import END

MIRROR, TEAM = Standalone(Kind.STAFF_MIRROR), Standalone(Kind.WALK_IT_AS_THEM)
AGREEMENT = Standalone(Kind.AGREEMENT)
EACH = pytest.mark.parametrize(
    "beginning", [MIRROR, TEAM, AGREEMENT], ids=["mirror", "team", "agreement"]
)
ALL_RIGHT, NOT_ALL_RIGHT = Picked("go-on"), Picked("not-all-right")
SAID = "what-was-confided"


def walked(coach: Coach, beginning: Standalone, answers: dict[str, Answer]) -> Sitting:
    """A walk gone through to its end, with these answers where they are asked for."""
    sitting = begin(coach, beginning)
    while sitting.walk.at != END:
        if sitting.walk.at in answers:
            sitting.answer(sitting.walk.at, answers[sitting.walk.at])
        sitting.next()
    return sitting


def kept(coach: Coach, beginning: Standalone = MIRROR, **answers: Answer) -> Entry:
    return walked(coach, beginning, answers or {"mirror.all-right": ALL_RIGHT}).keep()


# -- what is asked, and what is kept --------------------------------------------------------


@EACH
def test_it_begins_with_nothing_known_and_is_kept_without_a_visit(
    coach: Coach, beginning: Standalone
) -> None:
    entry = walked(coach, beginning, {}).keep()

    assert (entry.kind, entry.visit, entry.visit_label) == (beginning.kind, None, "")
    assert entry.month == "2026-11"
    assert coach.journal.read(entry.id) == entry


@EACH
def test_every_question_can_be_skipped_and_has_its_reason(
    coach: Coach, beginning: Standalone
) -> None:
    walk = begin(coach, beginning).walk
    assert 10 <= len(list(walk.open_prompts())) <= 14
    for prompt in walk.checklist.prompts:
        assert prompt.why
        assert prompt.sources
        assert prompt.reviewed == "none yet"
    assert len(walked(coach, beginning, {}).walk.answers) == 0


def test_a_team_is_asked_about_each_of_the_five(coach: Coach) -> None:
    asked = [prompt.principle for prompt in begin(coach, TEAM).walk.open_prompts()]
    assert [principle for principle in asked if principle] == list(Principle)


def test_how_one_is_doing_and_what_two_agreed_are_never_sent_to_anybody() -> None:
    alone = [Kind.STAFF_MIRROR, Kind.AFTER_SESSION]
    assert [kind for kind in Kind if kind.is_for_one_alone] == alone
    never = {kind for kind in Kind if kind.is_never_shared}
    assert never == {*alone, Kind.AGREEMENT, Kind.SESSION}


# -- the agreement --------------------------------------------------------------------------


def test_an_agreement_asks_the_two_of_them_for_no_rating_and_no_name(coach: Coach) -> None:
    walk = begin(coach, AGREEMENT).walk
    *ordinary, last = walk.open_prompts()
    assert {prompt.form for prompt in ordinary} == {AnswerForm.TEXT}
    assert (last.id, last.form) == (LOOK_AGAIN, AnswerForm.PICK_ONE)
    assert not [prompt for prompt in ordinary if prompt.principle]


@pytest.mark.parametrize(
    ("chosen", "again"),
    [("three-months", (2027, 2, 22)), ("six-months", (2027, 5, 22)), ("a-year", (2027, 11, 22))],
)
def test_every_choice_of_when_to_look_again_is_understood(
    coach: Coach, chosen: str, again: tuple[int, int, int]
) -> None:
    choices = next(p for p in begin(coach, AGREEMENT).walk.open_prompts() if p.id == LOOK_AGAIN)
    assert len(choices.choices) == 3
    assert choices.choice(chosen) is not None
    assert review_date(kept(coach, AGREEMENT, **{LOOK_AGAIN: Picked(chosen)})) == date(*again)


def test_an_agreement_is_found_put_right_and_erased_like_any_other(coach: Coach) -> None:
    first = kept(coach, AGREEMENT, **{"agreement.limits": Text("Danger to a child.")})
    (match,) = search(coach, "kind:agreement danger", 20).matches
    assert match.entry.id == first.id
    again = correct(coach, first.id)
    again.answer("agreement.limits", Text("Danger to anybody."))
    second = again.keep()
    assert (second.kind, second.supersedes) == (Kind.AGREEMENT, first.id)
    assert [match.entry.id for match in search(coach, "danger", 20).matches] == [second.id]
    erase(coach, plan_erasing(coach, second.id))
    assert search(coach, "danger", 20).matches == ()


# -- not all right --------------------------------------------------------------------------


def test_whoever_is_not_all_right_is_shown_where_to_turn_and_asked_no_more(coach: Coach) -> None:
    sitting = begin(coach, MIRROR)
    sitting.answer("mirror.all-right", NOT_ALL_RIGHT)
    walk = sitting.walk

    assert [prompt.id for prompt in walk.open_prompts()] == ["mirror.all-right", "mirror.someone"]
    assert walk.stopped == "staff-support"
    said = " ".join(walk.checklist.pathway("staff-support").say)
    for number in ("999", "116 123", "111", "0808 808 8000"):
        assert number in said


def test_nothing_that_was_written_before_is_kept_as_text(coach: Coach) -> None:
    sitting = begin(coach, MIRROR)
    for _ in range(2):
        sitting.next()
    sitting.answer("mirror.load", Text(SAID))
    sitting.go_to("mirror.all-right")
    sitting.answer("mirror.all-right", NOT_ALL_RIGHT)
    sitting.next()
    sitting.answer("mirror.someone", YesNotYet(True))
    entry = sitting.keep()

    assert SAID not in write_entry(entry).decode()
    assert {asked.prompt for asked in entry.asked} == {"mirror.all-right", "mirror.someone"}
    assert (entry.stopped, entry.checklist_hash) == ("staff-support", "")


def test_how_somebody_is_belongs_in_no_other_record(coach: Coach) -> None:
    """Nothing of it stands on Home or in the command line as not yet recorded."""
    begun = begin(coach, MIRROR)
    begun.answer("mirror.all-right", NOT_ALL_RIGHT)
    begun.leave()
    entry = walked(coach, MIRROR, {"mirror.all-right": NOT_ALL_RIGHT}).keep()

    assert not_yet_recorded(coach) == ()
    assert [draft.unrecorded for draft in find_drafts(coach).drafts] == [False]
    with pytest.raises(WrongUsage):
        say_recorded(coach, entry.id)


# -- drafts ---------------------------------------------------------------------------------


@EACH
def test_a_draft_is_found_by_its_title_and_goes_on_where_it_was(
    coach: Coach, beginning: Standalone
) -> None:
    left = begin(coach, beginning)
    left.next()
    left.answer(left.walk.at, Text("Drizzle"))
    left.next()
    left.leave()
    (found,) = find_drafts(coach).drafts
    again = resume(coach, found.id)

    assert (found.kind, found.label, found.channel) == (beginning.kind, "", "")
    assert found.concerning == found.title
    assert again.walk == left.walk
    assert not has_newer_questions(coach, again)


# -- how often ------------------------------------------------------------------------------


def test_the_first_time_nothing_is_said_of_another(coach: Coach) -> None:
    kept(coach, TEAM)
    assert soon_again(coach, Kind.STAFF_MIRROR) is None


def test_within_a_week_it_is_said_when_the_last_one_was_and_why_that_is_enough(
    coach: Coach, clock: Clock
) -> None:
    kept(coach)
    clock.advance(days=6, hours=23)
    said = soon_again(coach, Kind.STAFF_MIRROR)

    assert said is not None
    assert said.startswith("The last one was kept on Sunday 22 November.")
    assert "watching yourself" in said
    clock.advance(hours=1)
    assert soon_again(coach, Kind.STAFF_MIRROR) is None


def test_a_team_hears_of_it_within_a_quarter(coach: Coach, clock: Clock) -> None:
    kept(coach, TEAM)
    clock.advance(days=83)
    assert "quarter" in (soon_again(coach, Kind.WALK_IT_AS_THEM) or "")


def test_whoever_was_not_all_right_last_time_is_not_told_that_it_was_lately(coach: Coach) -> None:
    walked(coach, MIRROR, {"mirror.all-right": NOT_ALL_RIGHT}).keep()
    assert soon_again(coach, Kind.STAFF_MIRROR) is None


def test_a_journal_that_cannot_be_read_keeps_nobody_from_beginning(coach: Coach) -> None:
    coach.places.journal.parent.mkdir(parents=True, exist_ok=True)
    coach.places.journal.write_text("a file where a folder should be", encoding="utf-8")
    assert soon_again(coach, Kind.STAFF_MIRROR) is None
