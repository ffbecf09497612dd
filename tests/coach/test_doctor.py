"""Looking a journal over: what is wrong is named, what is safe to do is said, nothing changes."""

import errno
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from making import NOW, Clock, asked, draft, entry, follow_up, real_checklist, visit

from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor import places as places_module
from tipcoach.coach.doctor.check import check_journal
from tipcoach.coach.doctor.conflict_copies import conflict_copy
from tipcoach.coach.doctor.examine import examine
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.doctor.places import look_at_places
from tipcoach.journal import disk
from tipcoach.journal.written import write_entry
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.walk import Walk
from tipcoach.settings import HOME_VARIABLE, places

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
SECRET = "what was confided"
ID = "01KAX00000000000000000000A"


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(tmp_path / "home")}), clock=Clock(NOW))


@pytest.fixture
def kept(coach: Coach) -> Entry:
    """An entry in the journal, with a follow-up and a draft beside it."""
    made = entry(asked("p", Text(SECRET)))
    coach.journal.add(made)
    coach.journal.add(follow_up(made.id))
    coach.drafts.begin(draft(Walk(checklist=real_checklist(), visit=visit(), at="hat")))
    return made


def file_of(coach: Coach, made: Entry) -> Path:
    return coach.places.journal / "2026-11" / f"{made.id}.json"


def draft_file(coach: Coach) -> Path:
    (found,) = (one for one in coach.places.drafts.iterdir() if one.name.count(".") == 1)
    return found


def checked(coach: Coach, state: State = State.WRONG) -> list[Finding]:
    """What the check says of one kind, after seeing that it tells nothing of what was written."""
    found = [*check_journal(coach)]
    assert SECRET not in str(found)
    return [one for one in found if one.state is state]


def examined(coach: Coach, what: str, environment: Mapping[str, str] = {}) -> list[Finding]:
    found = [*examine(coach, environment)]
    assert SECRET not in str(found)
    return [one for one in found if one.what == what]


# -- a journal ---------------------------------------------------------------------------


def test_a_journal_in_order_is_counted(coach: Coach, kept: Entry) -> None:
    assert checked(coach) == checked(coach, State.NOTE) == []
    journal, drafts = checked(coach, State.FINE)
    assert "1 entry, 1 follow-up can be read" in journal.detail
    assert "1 draft can be read" in drafts.detail


def test_no_journal_yet_is_no_fault(coach: Coach) -> None:
    (found,) = check_journal(coach)
    assert found.state is State.FINE
    assert "Nothing is kept yet" in found.detail


def test_a_damaged_entry_is_wrong_and_a_newer_one_only_noted(coach: Coach, kept: Entry) -> None:
    newer = {**json.loads(write_entry(entry(id=ID))), "version": 2}
    (file_of(coach, kept).with_name(f"{ID}.json")).write_text(json.dumps(newer))
    path = file_of(coach, kept)
    path.write_bytes(path.read_bytes()[:-20])

    (damaged,) = checked(coach)
    assert path.name in damaged.detail
    assert "not whole JSON" in damaged.detail
    assert "journal restore" in damaged.to_do
    (note,) = checked(coach, State.NOTE)
    assert "1 file of a newer tipcoach" in note.detail


def test_an_entry_in_another_month_is_wrong(coach: Coach, kept: Entry) -> None:
    elsewhere = coach.places.journal / "2026-10"
    elsewhere.mkdir()
    file_of(coach, kept).rename(elsewhere / f"{kept.id}.json")
    (found,) = checked(coach)
    assert "another month" in found.detail


@pytest.mark.parametrize("name", ["desktop.ini", "Thumbs.db", "notes.txt", "x.json"])
def test_a_file_of_another_program_is_noted_and_no_fault(
    coach: Coach, kept: Entry, name: str
) -> None:
    (file_of(coach, kept).with_name(name)).write_bytes(b"")
    (coach.places.drafts / name).write_bytes(b"")
    assert checked(coach) == []
    assert [name in one.detail for one in checked(coach, State.NOTE)] == [True, True]


@posix
def test_a_journal_that_cannot_be_listed_is_wrong(coach: Coach) -> None:
    coach.places.data.mkdir(parents=True)
    for folder in (coach.places.journal, coach.places.drafts):
        folder.write_bytes(b"")
    assert [one.what for one in checked(coach)] == ["Journal", "Drafts"]


# -- copies of sync programs -------------------------------------------------------------

COPIES = {
    f"{ID}.sync-conflict-20261122-045935-LRONYXS.json": "Syncthing",
    f"{ID}-DESKTOP-AB12CD.json": "OneDrive",
    f"{ID}-DESKTOP-AB12CD-2.json": "OneDrive",
    f"{ID} (Sam's conflicted copy 2026-11-22).json": "Dropbox",
    f"{ID} (conflicted copy 2026-11-22 160509).json": "Nextcloud",
    f"{ID} (1).json": "browser",
    f"{ID}(2).json": "browser",
    f"{ID} 2.json": "iCloud",
    f"{ID} - Copy.json": "copying",
    f"{ID} - Copy (2).json": "copying",
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    found = conflict_copy(name)
    assert found is not None
    assert COPIES[name] in found.made_by
    assert found.original == f"{ID}.json"


def test_a_copy_of_the_questions_of_a_draft_is_of_those(coach: Coach) -> None:
    found = conflict_copy(f"{ID}.checklist.sync-conflict-20261122-045935-LRONYXS.json")
    assert found is not None
    assert found.original == f"{ID}.checklist.json"


@pytest.mark.parametrize(
    "name",
    [f"{ID}.json", f"{ID}.checklist.json", "notes (1).json", f"{ID}.txt", f"{ID}-x.txt",
     f"{ID}.sync-conflict-now.json", f"x{ID} (1).json", f"{ID} (draft).json", "desktop.ini"],
)  # fmt: skip
def test_what_has_no_name_of_a_copy_is_none(name: str) -> None:
    assert conflict_copy(name) is None


def copy_of(path: Path, data: bytes) -> Path:
    copy = path.with_name(f"{path.stem}-DESKTOP-AB12.json")
    copy.write_bytes(data)
    return copy


@pytest.mark.parametrize("is_draft", [False, True], ids=["an entry", "a draft"])
def test_a_copy_that_is_the_same_may_be_deleted(coach: Coach, kept: Entry, is_draft: bool) -> None:
    path = draft_file(coach) if is_draft else file_of(coach, kept)
    copy = copy_of(path, path.read_bytes())
    assert checked(coach) == []
    (note,) = checked(coach, State.NOTE)
    assert copy.name in note.detail
    assert "safely be deleted" in note.to_do


@pytest.mark.parametrize("is_draft", [False, True], ids=["an entry", "a draft"])
def test_a_copy_that_differs_is_to_be_looked_at(coach: Coach, kept: Entry, is_draft: bool) -> None:
    path = draft_file(coach) if is_draft else file_of(coach, kept)
    copy_of(path, b"{}")
    (found,) = checked(coach)
    assert f"differs from {path.name}" in found.detail
    assert "Keep both" in found.to_do
    assert "delete" not in found.to_do


def test_a_copy_that_is_all_there_is_is_to_be_kept(coach: Coach, kept: Entry) -> None:
    path = file_of(coach, kept)
    copy_of(path, path.read_bytes())
    path.unlink()
    (found,) = checked(coach)
    assert "may be the only one" in found.to_do
    assert "If you erased that entry, delete this as well." in found.to_do
    assert path.name in found.to_do


@posix
def test_a_copy_of_what_cannot_be_read_is_not_called_the_same(coach: Coach, kept: Entry) -> None:
    path = file_of(coach, kept)
    copy = path.with_name(f"{path.stem} (1).json")
    copy.symlink_to(path)
    (found,) = checked(coach)
    assert "Keep both" in found.to_do


# -- drafts and leavings -----------------------------------------------------------------


def test_a_draft_that_cannot_be_read_is_wrong(coach: Coach, kept: Entry) -> None:
    draft_file(coach).write_bytes(b"{")
    (found,) = checked(coach)
    assert "not whole JSON" in found.detail
    assert "editor" in found.to_do


def test_questions_without_their_draft_may_be_deleted(coach: Coach, kept: Entry) -> None:
    draft_file(coach).unlink()
    (note,) = checked(coach, State.NOTE)
    assert "safely be deleted" in note.to_do


def test_what_a_crash_left_is_noted(coach: Coach, kept: Entry) -> None:
    path = file_of(coach, kept)
    path.with_name(f".{path.name}.0123456789abcdef.tmp").write_bytes(b"half")
    (note,) = checked(coach, State.NOTE)
    assert "1 hidden file " in note.detail
    assert "next start" in note.to_do


# -- where it is -------------------------------------------------------------------------


def test_before_anything_is_kept_nothing_is_wrong_and_nothing_is_made(
    coach: Coach, tmp_path: Path
) -> None:
    found = [*examine(coach, {})]
    assert [one for one in found if one.state is State.WRONG] == []
    assert list(tmp_path.iterdir()) == []


def test_looking_changes_nothing(coach: Coach, kept: Entry, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert [*examine(coach, {})]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_file_in_the_place_of_the_home_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / "home")}))
    (found,) = examined(coach, "Data")
    assert found.state is State.WRONG


def test_a_home_that_may_not_be_looked_into_is_not_called_empty(
    coach: Coach, kept: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(errno.EACCES, "closed")

    for owner, name in ((Path, "stat"), (Path, "lstat"), (os, "scandir"), (os, "open")):
        monkeypatch.setattr(owner, name, refuse)
    found = [*check_journal(coach), *look_at_places(coach.places)]
    monkeypatch.undo()
    assert {one.what for one in found if one.state is State.WRONG} >= {"Data", "Journal", "Drafts"}
    assert [one.detail for one in found if one.state is State.FINE] == []


def test_a_file_in_the_place_of_a_folder_is_said(coach: Coach) -> None:
    coach.places.data.parent.mkdir()
    coach.places.data.write_bytes(b"")
    (found,) = examined(coach, "Data")
    assert "a file where a folder should be" in found.detail


@pytest.mark.parametrize(
    "refused, said", [(os.R_OK, "may not be opened"), (os.W_OK, "not written to")]
)
def test_a_folder_that_is_closed_to_you_is_said(
    coach: Coach, kept: Entry, refused: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & refused and real(path, mode))
    (found,) = examined(coach, "Data")
    assert found.state is State.WRONG
    assert said in found.detail


@posix
def test_what_others_can_open_is_wrong(
    coach: Coach, kept: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [one.state for one in examined(coach, "Who can open it")] == [State.FINE]
    (coach.places.journal / "a link").symlink_to("/etc")
    assert [one.state for one in examined(coach, "Who can open it")] == [State.FINE]
    file_of(coach, kept).chmod(0o644)
    (found,) = examined(coach, "Who can open it")
    assert found.state is State.NOTE, "the folders above it are closed"
    monkeypatch.setattr(places_module, "_is_shut_in", lambda _: False)
    (found,) = examined(coach, "Who can open it")
    assert found.state is State.WRONG
    assert "(644)" in found.detail
    assert "chmod" in found.to_do


@posix
def test_what_belongs_to_somebody_else_is_wrong(
    coach: Coach, kept: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    (found,) = examined(coach, "Who can open it")
    assert "somebody else" in found.detail


def test_on_windows_who_can_open_it_cannot_be_told(
    coach: Coach, kept: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid", raising=False)
    (found,) = examined(coach, "Who can open it")
    assert found.state is State.CANNOT_TELL


@pytest.mark.parametrize(
    "free, state",
    [(5_000_000, State.WRONG), (5_000_000_000, State.FINE), (None, State.CANNOT_TELL)],
)
def test_how_much_room_there_is(
    coach: Coach, free: int | None, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "free_bytes", lambda _: free)
    (found,) = examined(coach, "Room on the disk")
    assert found.state is state


def test_the_size_of_the_cache_is_said_and_that_it_may_go(coach: Coach) -> None:
    coach.places.cache.mkdir(parents=True)
    (coach.places.cache / "search.db").write_bytes(bytes(2_500_000))
    (found,) = examined(coach, "Cache")
    assert "2.5 MB" in found.detail
    assert "safely be deleted" in found.detail


# -- sync programs -----------------------------------------------------------------------


def test_drafts_in_a_synced_folder_are_wrong_and_a_journal_there_is_noted(tmp_path: Path) -> None:
    home = tmp_path / "OneDrive - Housing" / "tipcoach"
    coach = Coach(places({HOME_VARIABLE: str(home)}))
    drafts, journal = examined(coach, "Sync programs")
    assert (drafts.state, journal.state) == (State.WRONG, State.NOTE)
    assert "“OneDrive - Housing” is in its path" in drafts.detail
    assert HOME_VARIABLE in drafts.to_do


@pytest.mark.parametrize(
    "inside, program",
    [("Dropbox/x", "Dropbox"), ("Google Drive/x", "Google Drive"), ("OneDrive/x", "OneDrive"),
     ("Mobile Documents/x", "iCloud"), ("CloudStorage/OneDrive-Housing", "a sync program")],
)  # fmt: skip
def test_a_folder_of_a_sync_program_is_known_by_its_name(
    tmp_path: Path, inside: str, program: str
) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / inside)}))
    drafts, _ = examined(coach, "Sync programs")
    assert f"a folder of {program}" in drafts.detail


def test_a_folder_is_known_by_what_lies_above_it_or_by_what_windows_says(
    coach: Coach, tmp_path: Path
) -> None:
    drafts, _ = examined(coach, "Sync programs", {"OneDriveCommercial": str(tmp_path)})
    assert "which is OneDrive" in drafts.detail
    (tmp_path / ".stfolder").mkdir()
    drafts, _ = examined(coach, "Sync programs")
    assert str(tmp_path / ".stfolder") in drafts.detail


@posix
def test_a_link_into_a_synced_folder_is_seen_through(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    coach.places.data.mkdir(parents=True)
    coach.places.journal.symlink_to(tmp_path / "Dropbox")
    (found,) = examined(coach, "Sync programs")
    assert found.state is State.NOTE
    assert "Dropbox" in found.detail


@pytest.mark.parametrize("folder", ["not-dropbox", "onedrives", "Documents"])
def test_another_folder_is_not(tmp_path: Path, folder: str) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path / folder)}))
    (found,) = examined(coach, "Sync programs", {"OneDrive": "", "OneDriveConsumer": "/other"})
    assert found.state is State.FINE


# -- choices, prompts and routes ---------------------------------------------------------


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_mistake_in_the_choices_is_wrong(coach: Coach) -> None:
    write(coach.places.settings, "look: pink\n")
    (found,) = examined(coach, "Choices")
    assert found.state is State.WRONG
    assert str(coach.places.settings) in found.detail


def test_a_list_for_the_lenses_that_cannot_be_read_is_wrong(coach: Coach) -> None:
    assert examined(coach, "Lenses") == []
    write(coach.places.dismissed, f"wording: {SECRET}\n")
    (found,) = examined(Coach(coach.places), "Lenses")
    assert found.state is State.WRONG
    assert str(coach.places.dismissed) in found.detail


def test_another_folder_that_was_used_is_noted(coach: Coach, tmp_path: Path) -> None:
    write(coach.places.settings, f"also_in: {json.dumps(str(tmp_path))}\n")
    _, note = examined(coach, "Choices")
    assert note.state is State.NOTE
    assert str(tmp_path) in note.to_do


def test_routes_that_are_not_filled_in_are_a_note(coach: Coach) -> None:
    (found,) = examined(coach, "Your organisation’s routes")
    assert found.state is State.NOTE
    assert "21 have no route yet" in found.detail
    write(coach.places.pathways, "domestic-abuse:\n  - Ring the duty line.\n")
    coach.__dict__.pop("library")
    (found,) = examined(coach, "Your organisation’s routes")
    assert "20 have no route yet" in found.detail


def test_a_mistake_in_the_routes_is_wrong(coach: Coach) -> None:
    write(coach.places.pathways, "domestic-abuse: 3\n")
    found = examined(coach, "Your organisation’s routes")
    assert [one.state for one in found] == [State.WRONG] * len(found) != []
    assert "pathways.yaml" in found[0].detail


def test_a_mistake_in_the_organisations_questions_is_wrong(coach: Coach) -> None:
    write(coach.places.overlay / "purposes" / "arrears.yaml", "colour: red\n")
    found = examined(coach, "Your organisation’s questions")
    assert [one.state for one in found] == [State.WRONG] * len(found) != []


def test_prompts_that_cannot_be_read_are_wrong(coach: Coach, tmp_path: Path) -> None:
    broken = Coach(coach.places, prompts=tmp_path / "none")
    (found, *_) = examined(broken, "Questions")
    assert found.state is State.WRONG


@pytest.mark.parametrize("hostile", ["\x1b[2J", "[oops", "\u202etxt"])
@posix
def test_the_name_of_a_file_cannot_act(coach: Coach, kept: Entry, hostile: str) -> None:
    (file_of(coach, kept).with_name(hostile)).write_bytes(b"")
    (coach.places.drafts / hostile).write_bytes(b"")
    said = "".join([one.detail for one in check_journal(coach)])
    assert "\x1b" not in said
    assert "\u202e" not in said
