"""From the first answer to the entry: what is on the disk at each moment, and what is not."""

import errno
import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import Clock

from tipcoach.coach.autosave import PAUSE, Saved, Saving
from tipcoach.coach.begin import Beginning, begin, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import find_drafts, resume
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, NotSaved
from tipcoach.journal.writing import Writer
from tipcoach.practice.answer import (
    AnswerForm,
    IfThen,
    Lines,
    Picked,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.entry import ONE_LINE, Entry, Kind, Outcome
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END

from .conftest import Timers

BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
AFTER = replace(BEFORE, kind=Kind.REFLECTION)
SAID = "We said the boiler part would be chased."


def files(coach: Coach, part: str = "") -> list[Path]:
    """Every file tipcoach keeps, under one of its folders or under all of them."""
    return sorted(path for path in (coach.places.data / part).rglob("*") if path.is_file())


def words_on_disk(coach: Coach) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in files(coach))


def entries(coach: Coach) -> list[Entry]:
    return [record for record in coach.journal.records() if isinstance(record, Entry)]


def prepared(coach: Coach) -> Sitting:
    """A preparation with a few answers, saved."""
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text("Both hats today."))
    sitting.next()
    sitting.answer("business.sort", Sorted(must=("The rent",), theirs=("Which day",)))
    sitting.answer("trust.last-promise", Text(SAID))
    sitting.answer("plan.if-then", IfThen("it goes quiet", "count to ten"))
    assert sitting.save_now().state is Saving.SAVED
    return sitting


# -- while it goes on --------------------------------------------------------------------


def test_the_first_answer_is_on_the_disk_a_moment_later(coach: Coach, timers: Timers) -> None:
    sitting = begin(coach, BEFORE)
    assert sitting.saved == Saved(Saving.NOTHING_YET)
    sitting.answer("orient.hat-sentence", Text(SAID))
    assert sitting.saved == Saved(Saving.PENDING)
    timers.pass_(PAUSE)

    assert sitting.saved == Saved(Saving.SAVED)
    assert SAID in words_on_disk(coach)
    assert [found.id for found in find_drafts(coach).drafts] == [sitting.draft.id]


def test_a_draft_is_for_its_owners_eyes_alone(coach: Coach) -> None:
    prepared(coach)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files(coach)} == {0o600}


def test_an_answer_that_is_not_taken_changes_nothing(coach: Coach) -> None:
    sitting = begin(coach, AFTER)
    before = sitting.walk
    for refused in ("stop.recorded", "no.such-question"):
        with pytest.raises(AnswerNotTaken):
            sitting.answer(refused, YesNotYet(True))
    assert sitting.walk == before
    sitting.save_now()
    assert files(coach) == []


def test_what_is_told_of_saving_reaches_whoever_shows_the_walk(
    coach: Coach, timers: Timers
) -> None:
    sitting = begin(coach, BEFORE)
    heard: list[Saving] = []
    sitting.told = lambda saved: heard.append(saved.state)
    sitting.answer("orient.hat-sentence", Text(SAID))
    timers.pass_(PAUSE)
    assert heard == [Saving.PENDING, Saving.SAVED]


def test_a_place_moved_to_is_remembered_once_there_is_a_draft(coach: Coach) -> None:
    sitting = prepared(coach)
    sitting.go_to("alone.cover")
    sitting.save_now()
    sitting.leave()
    assert resume(coach, sitting.draft.id).walk.at == "alone.cover"


def test_a_disk_that_fills_up_costs_no_words(
    coach: Coach, timers: Timers, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = prepared(coach)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(errno.ENOSPC))
        sitting.answer("trust.last-promise", Text("Newer words."))
        timers.pass_(PAUSE)
        assert sitting.saved.state is Saving.FAILED
        assert sitting.saved.trouble is not None
        assert "full" in str(sitting.saved.trouble)
        assert SAID in words_on_disk(coach), "what was saved before stands"
        assert sitting.walk.answers["trust.last-promise"] == Text("Newer words.")

    assert sitting.save_now().state is Saving.SAVED
    assert "Newer words." in words_on_disk(coach)


def failing(code: int) -> Callable[..., Any]:
    def call(*_: Any, **__: Any) -> None:
        raise OSError(code, os.strerror(code))

    return call


# -- keeping it --------------------------------------------------------------------------


def test_keeping_turns_the_draft_into_an_entry(coach: Coach, clock: Clock) -> None:
    sitting = prepared(coach)
    clock.advance(minutes=4)
    sitting.go_to(END)
    kept = sitting.keep()

    assert entries(coach) == [kept]
    assert files(coach, "drafts") == []
    assert find_drafts(coach).drafts == ()
    assert kept.created == clock.now
    assert kept.hat is Hat.BOTH
    assert (kept.visit_label, kept.checklist_id) == ("rent arrears", "prepare")
    assert kept.checklist_hash == sitting.walk.checklist.fingerprint()
    assert kept.answer_to("trust.last-promise") == Text(SAID)
    assert kept.card is not None


def test_an_entry_says_of_each_question_on_screen_what_became_of_it(coach: Coach) -> None:
    sitting = prepared(coach)
    while sitting.walk.at != END:
        sitting.next()
    outcomes = {asked.prompt: asked.outcome for asked in sitting.keep().asked}

    assert outcomes["orient.hat"] is Outcome.ANSWERED
    assert outcomes["trust.last-promise"] is Outcome.ANSWERED
    assert outcomes["safety.cornered"] is Outcome.SHOWN
    assert outcomes["alone.cover"] is Outcome.SKIPPED


def test_the_hat_that_was_answered_is_the_hat_of_the_visit(coach: Coach) -> None:
    sitting = begin(coach, replace(BEFORE, hat=None))
    sitting.answer("orient.hat", Picked("landlord"))
    assert sitting.keep().hat is Hat.LANDLORD


def test_the_officers_own_first_words_head_the_card(coach: Coach) -> None:
    sitting = begin(coach, replace(BEFORE, form=Form.FULL))
    usual = sitting.keep().card
    coach.chance.seed(1)
    for _ in range(50):  # until the draw asks for them
        sitting = begin(coach, replace(BEFORE, form=Form.FULL))
        asked = [p.id for p in sitting.walk.open_prompts() if p.opens_the_card]
        if asked:
            break
    sitting.answer(asked[0], Text("Hello, it is me again."))
    own = sitting.keep().card

    assert usual is not None
    assert own is not None
    assert own.opening == "Hello, it is me again."
    assert (own.way_out, own.stops) == (usual.way_out, usual.stops)


def test_a_keep_that_fails_keeps_the_draft_and_the_next_adds_the_entry_once(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = prepared(coach)
    draft = (coach.places.drafts / f"{sitting.draft.id}.json").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", failing(errno.ENOSPC))
        with pytest.raises(NotSaved, match="full"):
            sitting.keep()
    assert entries(coach) == []
    assert (coach.places.drafts / f"{sitting.draft.id}.json").read_bytes() == draft

    kept = sitting.keep()
    assert entries(coach) == [kept]
    assert files(coach, "drafts") == []


def test_a_draft_that_cannot_be_taken_away_leaves_one_entry_however_often_it_is_tried(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = prepared(coach)
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "remove", failing_save)
        for _ in range(3):
            with pytest.raises(NotSaved):
                sitting.keep()
    assert len(entries(coach)) == 1

    kept = sitting.keep()
    assert entries(coach) == [kept]
    assert files(coach, "drafts") == []


def failing_save(*_: Any, **__: Any) -> None:
    raise NotSaved("Not saved.", "Try again.")


def fail_on_the_folder_of(monkeypatch: pytest.MonkeyPatch, coach: Coach) -> None:
    """The disk takes the entry, and then fails before it can say that it will last."""
    real_open, real_sync = os.open, os.fsync
    of_journal: set[int] = set()

    def opened(path: Any, flags: int, *args: int, **more: Any) -> int:
        handle = real_open(path, flags, *args, **more)
        of_journal.discard(handle)
        if Path(path).parent == coach.places.journal and Path(path).is_dir():
            of_journal.add(handle)
        return handle

    def synced(handle: int) -> None:
        if handle in of_journal:
            raise OSError(errno.EIO, "a fault")
        real_sync(handle)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "fsync", synced)


@pytest.mark.parametrize("then", ["the same", "another answer", "one line"])
def test_an_entry_that_only_may_have_reached_the_disk_is_there_once_after_the_next_try(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    sitting = prepared(coach)
    with monkeypatch.context() as patch:
        fail_on_the_folder_of(patch, coach)
        with pytest.raises(NotSaved):
            sitting.keep()
    assert files(coach, "drafts"), "not saved, so the draft stays"

    if then == "another answer":
        sitting.answer("trust.last-promise", Text("Newer words."))
    kept = sitting.keep_one_line("One line.") if then == "one line" else sitting.keep()

    assert files(coach, "drafts") == []
    assert kept in entries(coach), "what was asked to be kept is kept"
    if then == "another answer":
        assert kept.answer_to("trust.last-promise") == Text("Newer words.")
    elif then == "one line":
        assert kept.answer_to(ONE_LINE) == Text("One line.")
    else:
        assert len(entries(coach)) == 1, "and not twice"


def test_after_it_is_kept_nothing_brings_the_draft_back(coach: Coach, timers: Timers) -> None:
    sitting = prepared(coach)
    sitting.answer("trust.last-promise", Text("A last word, not saved yet."))
    kept = sitting.keep()
    timers.pass_(60)
    sitting.save_now()

    assert files(coach, "drafts") == []
    assert kept.answer_to("trust.last-promise") == Text("A last word, not saved yet.")


# -- one line, and letting go ------------------------------------------------------------


def test_one_line_keeps_the_line_and_the_promises_and_lets_the_rest_go(coach: Coach) -> None:
    sitting = begin(coach, AFTER)
    made = Promised((Promise("Send the plan in writing"), Promise("Ring back")))
    sitting.answer("moment.stayed", Text("The quiet after I mentioned the letter."))
    sitting.answer("land.word", Text("Wired"))
    sitting.answer("promises.made", made)
    sitting.save_now()
    kept = sitting.keep_one_line("Ask first, next time.")

    assert [(asked.prompt, asked.answer) for asked in kept.asked] == [
        (ONE_LINE, Text("Ask first, next time.")),
        ("promises.made", made),
    ]
    assert entries(coach) == [kept]
    left = words_on_disk(coach)
    assert "Ask first, next time." in left
    assert "Ring back" in left
    assert "The quiet" not in left
    assert "Wired" not in left


def test_letting_go_leaves_nothing_behind(coach: Coach, timers: Timers) -> None:
    sitting = prepared(coach)
    sitting.answer("trust.last-promise", Text("Not saved yet either."))
    sitting.let_go()
    timers.pass_(60)

    assert files(coach, "drafts") == []
    assert entries(coach) == []
    assert SAID not in words_on_disk(coach)


def test_letting_go_after_a_first_save_that_failed_leaves_nothing_behind_either(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the first save may have gone through: the checklist, and not the draft."""
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(errno.ENOSPC))
        assert sitting.save_now().state is Saving.FAILED
    sitting.let_go()
    assert files(coach, "drafts") == []


def test_letting_go_that_fails_says_so(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = prepared(coach)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", failing(errno.EROFS))
        with pytest.raises(NotSaved):
            sitting.let_go()
    sitting.let_go()
    assert files(coach, "drafts") == []


# -- what is set aside -------------------------------------------------------------------


def test_what_is_set_aside_is_let_go_unless_it_is_named(coach: Coach) -> None:
    for keep in (frozenset[str](), frozenset({"choice.real-choices"})):
        sitting = begin(coach, BEFORE)
        sitting.answer("choice.real-choices", Text("Which day to pay."))
        sitting.answer("business.sort", Sorted(must=("The rent",)))
        assert [prompt.id for prompt, _ in sitting.walk.set_aside()] == ["choice.real-choices"]
        kept = sitting.keep(keep)

        answers = {asked.prompt: asked.set_aside for asked in kept.asked if asked.answer}
        assert ("choice.real-choices" in answers) == bool(keep)
        assert answers.get("choice.real-choices", True)


# -- stopped -----------------------------------------------------------------------------


def stopped(coach: Coach, beginning: Beginning = AFTER) -> Sitting:
    sitting = begin(coach, beginning)
    sitting.answer("land.safe", YesNotYet(True))
    sitting.answer("land.word", Text("Shaken"))
    sitting.answer("moment.stayed", Text("What I was told."))
    sitting.answer("land.heard", Picked("disclosure-abuse"))
    return sitting


def test_a_stopped_entry_says_only_that_it_was_stopped_and_for_which_pathway(
    coach: Coach,
) -> None:
    preparation = prepared(coach).keep()
    sitting = stopped(coach, looking_back_on(coach, preparation.id, Form.FULL))
    assert sitting.walk.stopped == "domestic-abuse"
    while sitting.walk.at != END:
        sitting.next()
    kept = sitting.keep()

    assert kept.stopped == "domestic-abuse"
    assert kept.purpose is None
    assert kept.visit_label == ""
    assert (kept.follows, kept.watched, kept.card) == (None, None, None)
    forms = {asked.form for asked in kept.asked}
    assert forms == {AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET}, "no room for words"
    data = (coach.places.journal / "2026-11" / f"{kept.id}.json").read_text(encoding="utf-8")
    for word in ("arrears", "rent", "Shaken", "What I was told", preparation.id):
        assert word not in data, word
    assert json.loads(data)["visit"]["channel"] == "phone"


@pytest.mark.thorough
def test_the_purpose_of_a_stopped_visit_cannot_be_worked_out_from_its_entry(coach: Coach) -> None:
    """The hash of a checklist is different for every purpose, so it gives the purpose away."""
    kept = stopped(coach).keep()
    for purpose in coach.library.purposes:
        for channel in Channel:
            for form in Form:
                made = coach.library.checklist("reflect", purpose.id, channel, form)
                assert kept.checklist_hash != made.fingerprint()


def test_a_stopped_draft_lets_go_of_the_words_when_it_is_kept(coach: Coach) -> None:
    sitting = stopped(coach)
    sitting.save_now()
    assert "What I was told." in words_on_disk(coach), "a slip of the key costs nothing"
    sitting.keep()
    assert "What I was told." not in words_on_disk(coach)


def test_the_officers_own_part_may_be_kept_of_a_stopped_visit(coach: Coach) -> None:
    sitting = stopped(coach)
    kept = sitting.keep(frozenset({"land.word"}))
    assert kept.answer_to("land.word") == Text("Shaken")
    assert kept.answer_to("moment.stayed") is None


def test_one_line_of_a_stopped_visit_still_knows_whether_it_was_recorded(coach: Coach) -> None:
    sitting = stopped(coach)
    sitting.answer("stop.recorded", YesNotYet(True))
    kept = sitting.keep_one_line("Breathe first.")
    assert kept.stopped == "domestic-abuse"
    assert kept.answer_to("stop.recorded") == YesNotYet(True)


def test_lists_and_sorts_keep_their_lines_in_order(coach: Coach) -> None:
    sitting = begin(coach, replace(BEFORE, form=Form.FULL))
    sitting.answer("landed.from-us", Lines(("Two letters", "A missed repair")))
    kept = sitting.keep()
    assert kept.answer_to("landed.from-us") == Lines(("Two letters", "A missed repair"))


# -- a purpose whose name alone would tell -----------------------------------------------


@pytest.mark.parametrize("kind", [Kind.PREPARATION, Kind.REFLECTION])
def test_an_entry_of_it_says_nowhere_what_it_was_about(coach: Coach, kind: Kind) -> None:
    beginning = Beginning(kind, "domestic-abuse", Channel.PHONE, Form.FULL, Hat.BOTH)
    sitting = begin(coach, beginning)
    if kind is Kind.REFLECTION:
        sitting.answer("stop.recorded", YesNotYet(True))
    for prompt in list(sitting.walk.open_prompts()):
        if prompt.form is AnswerForm.TEXT:
            sitting.answer(prompt.id, Text("My own part."))
    kept = sitting.keep()
    assert kept.purpose is None
    (path,) = files(coach, "journal")
    said = path.read_text(encoding="utf-8").replace('"stopped": "domestic-abuse"', "")
    assert "My own part." in said
    assert "abuse" not in said.casefold().replace("abuse, told or suspected", "")
