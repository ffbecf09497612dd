"""Putting a kept entry right: another entry, and the old one stays as it was."""

from pathlib import Path

import pytest
from making import Clock, asked, entry, follow_up, new_id, visit
from ulid import ULID

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct, correct_from
from tipcoach.coach.reading import newest
from tipcoach.coach.records import not_yet_recorded
from tipcoach.coach.resume import find_drafts, has_newer_questions, resume
from tipcoach.errors import AnswersRefused, NotFound, NotReadable, WrongUsage
from tipcoach.practice.answer import AnswerForm, IfThen, Lines, Picked, Text, YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT, CardWords, Principle
from tipcoach.practice.entry import Entry, Kind, Outcome
from tipcoach.practice.visit import Hat

WRONG, RIGHT = "They said Tuesday.", "They said Thursday."


def kept(coach: Coach, **more: object) -> Entry:
    """An entry in the journal, with words, a pick, and a question left."""
    made = entry(
        asked("orient.hat", Picked("both"), label="Both"),
        asked("moment.stayed", Text(WRONG)),
        asked("trust.last-promise", Text("A letter."), principle=Principle.TRUST),
        asked("choice.real", principle=Principle.CHOICE),
        asked("plan.if-then", IfThen("it goes quiet", "count to ten")),
        card=CardWords(WRONG, "You can ask me to go."),
        watched=Principle.TRUST,
        **more,
    )
    coach.journal.add(made)
    return made


def entries(coach: Coach) -> list[Entry]:
    return [record for record in coach.journal.records() if isinstance(record, Entry)]


def test_a_correction_is_a_new_entry_that_names_the_old_one(coach: Coach, clock: Clock) -> None:
    old = kept(coach)
    path = coach.places.journal / "2026-11" / f"{old.id}.json"
    before = path.read_bytes()
    clock.advance(days=2)

    sitting = correct(coach, old.id)
    assert sitting.walk.answers["moment.stayed"] == Text(WRONG), "as it was kept"
    sitting.answer("moment.stayed", Text(RIGHT))
    sitting.answer("choice.real", Text("Which day."))
    sitting.answer("trust.last-promise", Text(""))
    new = sitting.keep()

    assert path.read_bytes() == before
    assert (new.supersedes, new.kind, new.visit) == (old.id, old.kind, old.visit)
    assert (new.checklist_hash, new.watched) == (old.checklist_hash, old.watched)
    assert new.created == clock.now
    assert [each.question for each in new.asked] == [each.question for each in old.asked]
    assert new.asked[0] == old.asked[0], "what was picked stands"
    assert new.answer_to("moment.stayed") == Text(RIGHT)
    assert new.asked[2].outcome is Outcome.SKIPPED, "taken away"
    assert new.asked[3].outcome is Outcome.ANSWERED, "answered now"
    assert new.card == CardWords(RIGHT, "You can ask me to go.")
    assert entries(coach) == [new, old]
    assert find_drafts(coach).drafts == ()


def test_the_list_shows_the_version_that_stands(coach: Coach) -> None:
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(RIGHT))
    new = sitting.keep()

    assert newest(coach, 10).entries == (new,)


def test_a_correction_left_is_found_again_and_gone_on_with(coach: Coach) -> None:
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text("They said"))
    sitting.leave()

    (found,) = find_drafts(coach).drafts
    assert found.title == "Putting an entry right"
    again = resume(coach, found.id)
    assert not has_newer_questions(coach, again)
    again.leave()
    once_more = correct(coach, old.id)
    assert once_more.draft.id == found.id, "not a second one beside it"
    once_more.answer("moment.stayed", Text(RIGHT))
    assert once_more.keep().answer_to("moment.stayed") == Text(RIGHT)


def test_looking_at_a_correction_leaves_nothing_behind(coach: Coach) -> None:
    sitting = correct(coach, kept(coach).id)
    sitting.next()
    sitting.leave()
    assert find_drafts(coach).drafts == ()


def test_the_clock_may_have_gone_back_and_the_correction_still_comes_after(
    coach: Coach, clock: Clock
) -> None:
    old = kept(coach, id=new_id(clock.now))
    clock.advance(days=-400)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(RIGHT))
    new = sitting.keep()

    assert new.id > old.id
    assert ULID.from_str(new.id).datetime > ULID.from_str(old.id).datetime
    assert newest(coach, 10).entries == (new,)


def test_only_the_version_that_stands_can_be_put_right(coach: Coach) -> None:
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(RIGHT))
    new = sitting.keep()

    with pytest.raises(WrongUsage, match=new.id):
        correct(coach, old.id)


def test_what_cannot_be_put_right_is_said(coach: Coach) -> None:
    picks = entry(asked("land.heard", Picked("nothing")), asked("land.safe", YesNotYet(True)))
    twice = entry(asked("moment.stayed", Text("a")), asked("moment.stayed", Text("b")))
    later = follow_up(picks.id)
    for record in (picks, twice, later):
        coach.journal.add(record)

    with pytest.raises(WrongUsage, match="only what was picked"):
        correct(coach, picks.id)
    with pytest.raises(NotReadable, match="same question"):
        correct(coach, twice.id)
    with pytest.raises(WrongUsage, match="follow-up"):
        correct(coach, later.id)
    with pytest.raises(NotFound):
        correct(coach, new_id())


def test_an_entry_gone_meanwhile_leaves_the_words_in_the_draft(coach: Coach) -> None:
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(RIGHT))
    sitting.leave()
    (coach.places.journal / "2026-11" / f"{old.id}.json").unlink()
    (found,) = find_drafts(coach).drafts
    again = resume(coach, found.id)

    with pytest.raises(NotFound, match="not in your journal any more"):
        again.keep()
    assert again.walk.answers["moment.stayed"] == Text(RIGHT)
    again.leave()
    assert len(find_drafts(coach).drafts) == 1


def test_a_stopped_entry_put_right_waits_once_until_it_is_recorded(coach: Coach) -> None:
    old = entry(
        asked("land.heard", Picked("hazard")),
        asked(RECORDED_PROMPT, YesNotYet(False), form=AnswerForm.YES_NOT_YET),
        asked("own.part", Text(WRONG)),
        kind=Kind.REFLECTION,
        visit=visit(Hat.BOTH, purpose=None),
        stopped="hazard",
    )
    coach.journal.add(old)
    sitting = correct(coach, old.id)
    sitting.answer("own.part", Text(RIGHT))
    new = sitting.keep()

    assert new.stopped == "hazard"
    assert not_yet_recorded(coach) == (new,)


def test_a_file_of_answers_changes_only_what_is_in_it(coach: Coach, tmp_path: Path) -> None:
    old = kept(coach)
    answers = tmp_path / "right.yaml"
    answers.write_text(f'answers:\n  moment.stayed: "{RIGHT}"\n', encoding="utf-8")
    new = correct_from(coach, old.id, answers)

    assert new.answer_to("moment.stayed") == Text(RIGHT)
    assert new.answer_to("trust.last-promise") == Text("A letter.")
    assert new.supersedes == old.id


def test_a_file_of_answers_that_does_not_fit_is_refused_whole(coach: Coach, tmp_path: Path) -> None:
    old = kept(coach)
    answers = tmp_path / "right.yaml"
    answers.write_text("answers:\n  orient.hat: landlord\n  moment.stayed: [a]\n", "utf-8")
    with pytest.raises(AnswersRefused) as refused:
        correct_from(coach, old.id, answers)
    assert len(refused.value.problems) == 2
    answers.write_text("form: quick\nanswers: {}\n", "utf-8")
    with pytest.raises(AnswersRefused, match="no visit or form"):
        correct_from(coach, old.id, answers)
    assert entries(coach) == [old]


def test_lists_and_plans_can_be_put_right_too(coach: Coach) -> None:
    old = entry(asked("sense.mine", Lines(("one", "two"))), kind=Kind.REFLECTION)
    coach.journal.add(old)
    sitting = correct(coach, old.id)
    sitting.answer("sense.mine", Lines(("two",)))
    assert sitting.keep().answer_to("sense.mine") == Lines(("two",))


def test_a_file_of_answers_waits_for_a_correction_under_way(coach: Coach, tmp_path: Path) -> None:
    """Both kept would be two versions that stand beside each other."""
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(RIGHT))
    sitting.leave()
    answers = tmp_path / "answers.yaml"
    answers.write_text("answers: {moment.stayed: Friday}", encoding="utf-8", newline="\n")

    with pytest.raises(WrongUsage, match=sitting.draft.id):
        correct_from(coach, old.id, answers)
    assert entries(coach) == [old]
