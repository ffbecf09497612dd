"""When the usual folder does not take what is written, another one does, and it says where."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tipcoach.coach.autosave import Saving
from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.elsewhere import Elsewhere, command_here, save_elsewhere, where_else
from tipcoach.coach.resume import find_drafts, resume
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotSaved, WrongUsage
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.settings import HOME_VARIABLE, places

BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
SAID = "We said the boiler part would be chased."


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.json") if path.is_file())


@pytest.fixture
def stuck(coach: Coach) -> Sitting:
    """A sitting that cannot be saved where it should be."""
    coach.places.data.write_text("a file where the folder should be")
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    assert sitting.save_now().state is Saving.FAILED
    return sitting


def at(folder: Path) -> Coach:
    """A coach started another day with that folder as its home."""
    return Coach(places({HOME_VARIABLE: str(folder)}))


@pytest.mark.parametrize("name", ["other", "with spaces, é, ŵ and 100%", "a/b/c"])
def test_the_draft_is_whole_in_the_other_folder(
    coach: Coach, stuck: Sitting, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / name
    assert save_elsewhere(coach, stuck, str(folder)).state is Saving.SAVED
    stuck.leave()
    (draft,) = find_drafts(at(folder)).drafts
    assert resume(at(folder), draft.id).walk.answers["orient.hat-sentence"] == Text(SAID)
    assert where_else(coach) == Elsewhere(str(folder), f'tipcoach --home "{folder}"')
    assert command_here(coach, "tipcoach card X") == f'tipcoach --home "{folder}" card X'


def test_a_folder_with_any_sign_in_its_name_is_known_the_next_time(
    coach: Coach, stuck: Sitting, tmp_path: Path
) -> None:
    folder = tmp_path / "📁 “nodiadau” ŵ\u200d\x7f"
    save_elsewhere(coach, stuck, str(folder))
    later = at(tmp_path)
    assert where_else(later) == where_else(coach)
    assert later.settings_fault is None
    assert later.settings.also_in == str(folder)


def test_it_is_finished_there_too(coach: Coach, stuck: Sitting, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    save_elsewhere(coach, stuck, str(folder))
    kept = stuck.keep()
    assert [path.stem for path in files(folder)] == [kept.id]
    assert at(folder).journal.read(kept.id) == kept


def test_what_was_saved_before_goes_only_once_the_rest_is_kept(
    coach: Coach, tmp_path: Path
) -> None:
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    sitting.save_now()
    before = files(coach.places.data)
    old = coach.places.data
    save_elsewhere(coach, sitting, str(tmp_path / "other"))
    assert files(old) == before
    sitting.keep()
    assert files(old) == []


def test_a_folder_that_fails_too_changes_nothing(
    coach: Coach, stuck: Sitting, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    before = coach.places
    saved = save_elsewhere(coach, stuck, str(tmp_path / "file"))
    assert saved.state is Saving.FAILED
    assert coach.places == before
    assert where_else(coach) is None
    assert stuck.walk.answers["orient.hat-sentence"] == Text(SAID)
    assert save_elsewhere(coach, stuck, str(tmp_path / "other")).state is Saving.SAVED


@pytest.mark.parametrize("typed", ["", "   ", "~nobody-of-that-name/x", "a\0b"])
def test_what_is_no_folder_is_said(coach: Coach, stuck: Sitting, typed: str) -> None:
    try:
        saved = save_elsewhere(coach, stuck, typed)
    except WrongUsage as trouble:
        assert "Your words are still here." in str(trouble)
    else:
        assert saved.state is Saving.FAILED


def test_the_next_start_says_where_the_rest_is(
    coach: Coach, stuck: Sitting, tmp_path: Path
) -> None:
    folder = tmp_path / "oth: er # é"
    save_elsewhere(coach, stuck, str(folder))
    again = Coach(replace(coach.places, data=tmp_path / "data"))
    assert where_else(again) == where_else(coach) is not None
    assert again.settings_fault is None
    assert command_here(again, "tipcoach card X") == "tipcoach card X"
    shutil.rmtree(folder)
    assert where_else(again) is None


def test_a_folder_taken_away_under_a_walk_is_made_again_with_its_questions(coach: Coach) -> None:
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    sitting.save_now()
    shutil.rmtree(coach.places.data)
    sitting.answer("orient.hat-sentence", Text(f"{SAID} More."))
    assert sitting.save_now().state is Saving.SAVED
    sitting.leave()
    assert len(find_drafts(coach).drafts) == 1
    assert find_drafts(coach).unused == ()


def test_an_entry_the_journal_did_not_take_is_kept_elsewhere(coach: Coach, tmp_path: Path) -> None:
    sitting = begin(coach, BEFORE)
    sitting.answer("orient.hat-sentence", Text(SAID))
    coach.places.data.mkdir()
    coach.places.journal.write_text("in the way")
    with pytest.raises(NotSaved):
        sitting.keep()
    save_elsewhere(coach, sitting, str(tmp_path / "other"))
    kept = sitting.keep()
    assert at(tmp_path / "other").journal.read(kept.id) == kept
    assert find_drafts(Coach(replace(coach.places, data=tmp_path / "data"))).drafts == ()
