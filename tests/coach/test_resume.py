"""Going on with a draft: with its own questions, whatever has become of the library since."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from making import Clock, new_id

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import (
    FoundDrafts,
    discard,
    find_drafts,
    has_newer_questions,
    resume,
)
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import InUse, NotFound, NotReadable, TipcoachError
from tipcoach.library.finder import find_prompts
from tipcoach.practice.answer import AnswerForm, Picked, Text, YesNotYet
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END

BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.FULL, Hat.BOTH)
SAID = "I look after the tenancy side."


def begun(coach: Coach, beginning: Beginning = BEFORE) -> Sitting:
    sitting = begin(coach, beginning)
    first = next(sitting.walk.open_prompts()) if sitting.walk.at == END else sitting.walk.step
    assert first is not None
    sitting.answer(sitting.walk.at, Text(SAID))
    sitting.next()
    sitting.leave()
    return sitting


# -- found again -------------------------------------------------------------------------


def test_a_draft_goes_on_where_it_was_left(coach: Coach) -> None:
    left = begun(coach)
    again = resume(coach, left.draft.id)

    assert again.walk == left.walk
    assert again.walk.at == left.walk.at != END
    assert again.walk.answers["orient.hat-sentence"] == Text(SAID)


def test_the_order_that_was_drawn_survives(coach: Coach) -> None:
    left = begun(coach)
    order = [step.id for step in left.walk.path]
    for seed in range(5):
        coach.chance.seed(seed)
        again = resume(coach, left.draft.id)
        assert [step.id for step in again.walk.path] == order
        again.leave()


def test_every_draft_is_offered_newest_first_with_where_it_stopped(
    coach: Coach, clock: Clock
) -> None:
    older = begun(coach)
    clock.advance(days=1)
    newer = begin(coach, Beginning(Kind.REFLECTION, "arrears", Channel.HOME, Form.QUICK))
    newer.answer("land.safe", YesNotYet(True))
    newer.leave()

    found = find_drafts(coach)
    assert [one.id for one in found.drafts] == [newer.draft.id, older.draft.id]
    first, second = found.drafts
    assert (first.kind, first.channel, first.label) == (Kind.REFLECTION, "home", "rent arrears")
    assert first.stopped_at == "You first"
    assert first.written == clock.now
    assert second.stopped_at == "Today’s business"
    assert found.unused == ()


def test_a_draft_that_cannot_be_read_is_named_and_hides_no_other(coach: Coach) -> None:
    good, bad = begun(coach), begun(coach)
    path = coach.places.drafts / f"{bad.draft.id}.json"
    path.write_text("{half", encoding="utf-8")

    found = find_drafts(coach)
    assert [one.id for one in found.drafts] == [good.draft.id]
    assert [Path(name).name for name, _ in found.unused] == [path.name]
    assert all(reason for _, reason in found.unused)
    with pytest.raises(NotReadable):
        resume(coach, bad.draft.id)


def test_an_unrecorded_stop_shows_in_the_list_of_drafts(coach: Coach) -> None:
    sitting = begin(coach, Beginning(Kind.REFLECTION, "arrears", Channel.HOME, Form.QUICK))
    sitting.answer("land.heard", Picked("hazard"))
    sitting.leave()
    assert find_drafts(coach).drafts[0].unrecorded

    again = resume(coach, sitting.draft.id)
    again.answer("stop.recorded", YesNotYet(True))
    again.leave()
    assert not find_drafts(coach).drafts[0].unrecorded


def test_discarding_is_for_good(coach: Coach) -> None:
    left = begun(coach)
    discard(coach, left.draft.id)
    assert find_drafts(coach).drafts == ()
    assert list(coach.places.drafts.iterdir()) == []


# -- a draft nobody has ------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft_id", [new_id(), "", "../../elsewhere", "x"], ids=["gone", "empty", "path", "short"]
)
@pytest.mark.parametrize("door", [resume, discard])
def test_asking_for_a_draft_there_is_not_leaves_no_file_behind(
    coach: Coach, tmp_path: Path, door: Callable[[Coach, str], object], draft_id: str
) -> None:
    if door is resume:
        with pytest.raises(NotFound):
            door(coach, draft_id)
    else:
        with suppress(TipcoachError):
            door(coach, draft_id)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not (tmp_path.parent / "elsewhere.lock").exists()


# -- two windows -------------------------------------------------------------------------


def test_a_draft_open_in_one_window_is_not_opened_in_another(coach: Coach) -> None:
    left = begun(coach)
    other = Coach(coach.places, clock=coach.clock, chance=coach.chance)
    here = resume(coach, left.draft.id)

    assert find_drafts(other).drafts[0].in_use
    for door in (resume, discard):
        with pytest.raises(InUse):
            door(other, left.draft.id)
    here.leave()

    assert not find_drafts(other).drafts[0].in_use
    assert resume(other, left.draft.id).walk == left.walk


def test_a_walk_just_begun_is_its_windows_own(coach: Coach) -> None:
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    sitting.save_now()
    other = Coach(coach.places, clock=coach.clock, chance=coach.chance)
    with pytest.raises(InUse):
        resume(other, sitting.draft.id)


def test_a_window_that_died_holds_nothing(coach: Coach) -> None:
    left = begun(coach)
    dying = (
        "import os, sys; from pathlib import Path; from tipcoach.coach.coach import Coach;"
        "from tipcoach.coach.resume import resume; from tipcoach.settings import places;"
        "resume(Coach(places(os.environ)), sys.argv[1]); os._exit(9)"
    )
    died = subprocess.run([sys.executable, "-c", dying, left.draft.id], timeout=60, check=False)
    assert died.returncode == 9
    assert resume(coach, left.draft.id).walk == left.walk


# -- whatever becomes of the library -----------------------------------------------------


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of the prompts to do things to."""
    return Path(shutil.copytree(find_prompts(), tmp_path / "prompts" / "en-GB"))


def reword(prompts: Path) -> None:
    path = prompts / "checklists" / "prepare.yaml"
    said = path.read_text(encoding="utf-8")
    assert "What cannot move today" in said
    path.write_text(said.replace("What cannot move today", "What is fixed now"), encoding="utf-8")


def rename_the_purpose(prompts: Path) -> None:
    path = prompts / "purposes" / "arrears.yaml"
    said = path.read_text(encoding="utf-8")
    path.with_name("money.yaml").write_text(
        said.replace("purpose: arrears", "purpose: money"), encoding="utf-8"
    )
    path.unlink()


def rename_the_checklist(prompts: Path) -> None:
    (prompts / "checklists" / "prepare.yaml").rename(prompts / "checklists" / "before.yaml")


def delete_it_all(prompts: Path) -> None:
    shutil.rmtree(prompts)


def break_it(prompts: Path) -> None:
    for path in prompts.rglob("*.yaml"):
        path.write_text("]", encoding="utf-8")


CHANGES = [reword, rename_the_purpose, rename_the_checklist, delete_it_all, break_it]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_draft_finishes_with_the_words_it_was_begun_with(
    coach: Coach, prompts: Path, change: Callable[[Path], None]
) -> None:
    old = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)
    left = begun(old)
    change(prompts)
    new = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)

    assert [found.id for found in find_drafts(new).drafts] == [left.draft.id]
    again = resume(new, left.draft.id)
    assert again.walk.checklist == left.walk.checklist
    while again.walk.at != END:
        again.next()
    kept = again.keep()

    questions = {prompt.id: prompt.question for prompt in left.walk.open_prompts()}
    assert {asked.prompt: asked.question for asked in kept.asked} == questions
    assert kept.answer_to("orient.hat-sentence") == Text(SAID)
    assert [one.id for one in new.journal.records() if isinstance(one, Entry)] == [kept.id]


def twenty(coach: Coach) -> list[Sitting]:
    """Twenty drafts under way: every kind, form and channel, each with its own answer."""
    visits = [
        Beginning(kind, purpose, channel, form, Hat.BOTH)
        for kind in (Kind.PREPARATION, Kind.REFLECTION)
        for purpose, form in (("arrears", Form.QUICK), ("offer", Form.FULL))
        for channel in Channel
    ]
    sittings = []
    for number, visit in enumerate(visits):
        sitting = begin(coach, visit)
        text = next(
            prompt for prompt in sitting.walk.open_prompts() if prompt.form is AnswerForm.TEXT
        )
        sitting.answer(text.id, Text(f"answer {number}"))
        for _ in range(number % 4):
            sitting.next()
        sitting.leave()
        sittings.append(sitting)
    return sittings


def another_library(prompts: Path) -> None:
    """Other words for everything, as another organisation's folder would have them."""
    for path in prompts.rglob("*.yaml"):
        said = path.read_text(encoding="utf-8")
        path.write_text(said.replace("question: ", "question: Ours, "), encoding="utf-8")


def drop_prompts(prompts: Path) -> None:
    """Every principle loses all its questions but one."""
    for path in (prompts / "principles").glob("*.yaml"):
        head, first, *_ = path.read_text(encoding="utf-8").split("\n  - id: ")
        path.write_text(f"{head}\n  - id: {first}\n", encoding="utf-8")


@pytest.mark.thorough
def test_twenty_drafts_finish_with_their_own_words_whatever_becomes_of_the_library(
    coach: Coach, prompts: Path
) -> None:
    """Begun under one library, gone on with under another, then a broken one, then none."""
    old = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)
    left = twenty(old)
    assert len(left) == 20
    changes = iter([another_library, drop_prompts, rename_the_purpose, break_it, delete_it_all])
    for number, sitting in enumerate(left):
        if number % 4 == 0:
            next(changes)(prompts)
        new = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)
        assert len(find_drafts(new).drafts) == 20 - number
        again = resume(new, sitting.draft.id)
        assert again.walk == sitting.walk
        while again.walk.at != END:
            again.next()
        kept = again.keep()
        said = {prompt.id: prompt.question for prompt in sitting.walk.checklist.prompts}
        assert kept.asked
        assert all(said[asked.prompt] == asked.question for asked in kept.asked)
        assert Text(f"answer {number}") in [asked.answer for asked in kept.asked]
        assert coach.journal.read(kept.id) == kept
    assert find_drafts(coach) == FoundDrafts((), ())


def switch_on(coach: Coach) -> None:
    write_overlay(coach, "Sample Homes (a sample)", "Ours")


def switch_to_another(coach: Coach) -> None:
    write_overlay(coach, "Other Homes (a sample)", "Others’")


def break_the_overlay(coach: Coach) -> None:
    (coach.places.overlay / "ours.yaml").write_text("]", encoding="utf-8")


def switch_off(coach: Coach) -> None:
    shutil.rmtree(coach.places.overlay)


def write_overlay(coach: Coach, name: str, word: str) -> None:
    """Other words for every question there is, and none of one of them."""
    coach.places.overlay.mkdir(parents=True, exist_ok=True)
    prompts = {
        prompt.id
        for id_ in ("prepare", "reflect")
        for purpose in ("arrears", "offer")
        for prompt in coach.library.checklist(id_, purpose, Channel.HOME, Form.FULL).prompts
    }
    rewords = [
        f"  - {{prompt: {id_}, question: '{word}, {id_}?', quick: '{word}, {id_}?'}}"
        for id_ in sorted(prompts)
    ]
    said = [f"overlay: {name}", "provenance: {author: a sample, lived_experience: none yet}"]
    said += ["hides: [landed.story, sense.dilemma]", "rewords:", *rewords]
    (coach.places.overlay / "ours.yaml").write_text("\n".join(said), encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "changes",
    [
        [switch_on, switch_to_another, break_the_overlay, switch_off],
        [switch_to_another, switch_off, switch_on],
    ],
    ids=["begun without", "begun with one"],
)
def test_twenty_drafts_keep_their_words_whatever_an_organisation_lays_over_them(
    coach: Coach, changes: list[Callable[[Coach], None]]
) -> None:
    def again() -> Coach:
        return Coach(coach.places, clock=coach.clock, chance=coach.chance)

    if len(changes) == 3:
        switch_on(again())
    left = twenty(again())
    asked_today = set()
    for number, sitting in enumerate(left):
        if number % 5 == 0 and number // 5 < len(changes):
            changes[number // 5](again())
            new = again().library.checklist("prepare", "arrears", Channel.HOME, Form.FULL)
            asked_today.add(new.fingerprint())
        resumed = resume(again(), sitting.draft.id)
        assert resumed.walk == sitting.walk
        while resumed.walk.at != END:
            resumed.next()
        kept = resumed.keep()
        said = {prompt.id: prompt.question for prompt in sitting.walk.checklist.prompts}
        assert kept.asked
        assert all(said[asked.prompt] == asked.question for asked in kept.asked)
    assert len(asked_today) == 3, "the overlay itself was switched"


@pytest.mark.parametrize("change", [None, *CHANGES])
def test_newer_questions_are_noticed_and_never_stop_a_draft(
    coach: Coach, prompts: Path, change: Callable[[Path], None] | None
) -> None:
    old = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)
    left = begun(old)
    if change:
        change(prompts)
    new = Coach(coach.places, clock=coach.clock, chance=coach.chance, prompts=prompts)
    assert has_newer_questions(new, resume(new, left.draft.id)) is (change is not None)


def test_another_draw_is_not_a_newer_question(coach: Coach) -> None:
    left = begun(coach, replace(BEFORE, form=Form.FULL))
    coach.chance.seed(99)
    assert not has_newer_questions(coach, resume(coach, left.draft.id))
