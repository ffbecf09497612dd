"""Questions made ready at an earlier start are asked without reading a prompt, and never others
than the prompts would ask today."""

import errno
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from making import entry, real_library

from coach.test_overlay import put
from tipcoach.coach import making_ready
from tipcoach.coach.backup import back_up
from tipcoach.coach.begin import CHECKLISTS, KINDS, Standalone, begin, trouble_with_own_files
from tipcoach.coach.coach import Coach
from tipcoach.coach.making_ready import all_is_ready, make_ready
from tipcoach.coach.reading_ahead import look_over, read_ahead
from tipcoach.coach.sample import sample_journal
from tipcoach.journal import disk
from tipcoach.library import made_of as files
from tipcoach.practice.checklist import Checklist
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walks_together import together

ALONE = Standalone(Kind.AGREEMENT)
BEFORE = CHECKLISTS[Kind.PREPARATION]
ROUTE = 'safeguarding:\n  - "Ring the adult team."\n'


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only some of all walks are made, for making all takes a second."""
    kinds = {"agreement": Kind.AGREEMENT, "staff-mirror": Kind.STAFF_MIRROR}
    monkeypatch.setattr(making_ready, "KINDS", kinds)


def start(coach: Coach) -> Coach:
    """The same person on the same machine, at another start of the program."""
    return Coach(coach.places, clock=coach.clock)


def made(coach: Coach) -> Path:
    """The folder of what was made at one start."""
    make_ready(start(coach))
    return coach.places.ready


def prompts_are_read_for(coach: Coach) -> bool:
    """Whether a start reads the prompts for a walk that was made ready, asked as today."""
    again = start(coach)
    assert again.questions.standalone("agreement") == start(coach).library.standalone("agreement")
    return "library" in vars(again)


@pytest.mark.usefixtures("few")
def test_a_later_start_reads_no_prompt(coach: Coach) -> None:
    assert prompts_are_read_for(coach)
    assert not all_is_ready(start(coach))
    made(coach)
    assert not prompts_are_read_for(coach)
    later = start(coach)
    assert all_is_ready(later)
    assert begin(later, ALONE).walk.checklist.id == "agreement"
    make_ready(later)
    real = real_library()
    asked = later.questions
    assert (asked.purposes, asked.pathways) == (real.purposes, real.pathways)
    assert (asked.principles, asked.barriers) == (real.principles, real.barriers)
    assert trouble_with_own_files(later) is None
    assert "library" not in vars(later)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def one_letter_changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"?", b"!", 1))


def no_text(path: Path) -> None:
    path.write_bytes(os.urandom(300))


def another_of_ours(path: Path) -> None:
    path.write_bytes(path.with_name(path.name.replace("agreement", "staff-mirror")).read_bytes())


def a_link(path: Path) -> None:
    aside = path.with_suffix(".aside")
    path.rename(aside)
    path.symlink_to(aside)


def taken_away(path: Path) -> None:
    path.unlink()


DAMAGES = [cut_short, emptied, one_letter_changed, no_text, another_of_ours, a_link, taken_away]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_odd_is_asked_of_the_prompts_and_made_again(
    coach: Coach, damage: Callable[[Path], None]
) -> None:
    (agreement,) = made(coach).glob("*_agreement.json")
    whole = agreement.read_bytes()
    damage(agreement)
    assert prompts_are_read_for(coach)
    make_ready(start(coach))
    assert agreement.read_bytes() == whole
    assert not agreement.is_symlink()
    assert not prompts_are_read_for(coach)


@pytest.mark.usefixtures("few")
def test_a_whole_file_of_another_shape_is_made_again(coach: Coach) -> None:
    made(coach)
    ready = start(coach).questions.ready
    assert ready is not None
    for name in ("agreement", "offered"):
        ready.write(name, {"parts": [], "walks": {"alone full": {"id": "agreement"}}})
    assert start(coach).questions.purposes == real_library().purposes
    assert prompts_are_read_for(coach)
    make_ready(start(coach))
    assert not prompts_are_read_for(coach)


@pytest.mark.usefixtures("few")
def test_what_the_organisation_changes_is_asked_at_the_next_start(coach: Coach) -> None:
    made(coach)
    put(coach.places.overlay)
    assert prompts_are_read_for(coach)
    assert start(coach).questions.purposes == start(coach).library.purposes

    before = {path.name for path in made(coach).iterdir()}
    assert not prompts_are_read_for(coach)
    (file,) = coach.places.overlay.glob("*.yaml")
    looked = file.stat()
    file.write_bytes(file.read_bytes().replace(b"you are there", b"you ARE there"))
    # As many bytes, at the same time: whoever copies files about may leave it so.
    os.utime(file, ns=(looked.st_atime_ns, looked.st_mtime_ns))
    assert prompts_are_read_for(coach)

    after = {path.name for path in made(coach).iterdir()}
    assert not prompts_are_read_for(coach)
    assert len(after) == len(before)
    assert not after & before, "what was made of other files is gone"


@pytest.mark.usefixtures("few")
def test_a_route_filled_in_is_shown_at_the_next_start(coach: Coach) -> None:
    made(coach)
    coach.places.pathways.parent.mkdir(parents=True, exist_ok=True)
    coach.places.pathways.write_text(ROUTE, encoding="utf-8")
    shown = {each.id: each.route for each in start(coach).questions.pathways}
    assert shown["safeguarding"] == ("Ring the adult team.",)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("wrong", ["prompts", "routes"])
def test_with_a_mistake_nothing_is_made_ready_and_it_is_said_at_every_start(
    coach: Coach, wrong: str
) -> None:
    made(coach)
    if wrong == "prompts":
        put(coach.places.overlay, "overlay: [")
    else:
        coach.places.pathways.parent.mkdir(parents=True, exist_ok=True)
        coach.places.pathways.write_text("nowhere: []\n", encoding="utf-8")
    for _ in range(2):
        assert trouble_with_own_files(start(coach)) is not None
        assert list(made(coach).iterdir()) == []
        assert not all_is_ready(start(coach))


@pytest.mark.usefixtures("few")
def test_another_version_makes_its_own(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    made(coach)
    for name, value in (("FORMAT", files.FORMAT + 1), ("__version__", "99")):
        with monkeypatch.context() as changed:
            changed.setattr(files, name, value)
            assert prompts_are_read_for(coach)
    assert not prompts_are_read_for(coach)


@pytest.mark.usefixtures("few")
def test_what_changes_while_it_is_made_is_not_kept(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = start(coach)

    def changed(*checklists: Iterable[Checklist]) -> object:
        put(coach.places.overlay)
        return together(*checklists)

    monkeypatch.setattr(making_ready, "together", changed)
    make_ready(making)
    assert [path.name.partition("_")[2] for path in coach.places.ready.iterdir()] == [
        "offered.json"
    ]
    assert prompts_are_read_for(coach)


@pytest.mark.usefixtures("few")
def test_what_was_read_before_the_files_were_looked_at_is_not_kept(coach: Coach) -> None:
    early = start(coach)
    assert early.library.purposes
    put(coach.places.overlay)
    make_ready(early)
    assert not coach.places.ready.exists()


@pytest.mark.usefixtures("few")
def test_a_full_disk_is_no_matter(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as changed:
        changed.setattr(disk, "write_all", full)
        make_ready(start(coach))
        assert prompts_are_read_for(coach)
    assert list(coach.places.ready.glob("*")) == []


@pytest.mark.usefixtures("few")
def test_neither_the_sample_nor_what_was_asked_for_by_name_is_made_ready(
    coach: Coach, tmp_path: Path
) -> None:
    with sample_journal() as sample:
        make_ready(sample)
        assert not sample.places.ready.exists()
    put(tmp_path / "named")
    make_ready(Coach(coach.places, overlay=tmp_path / "named"))
    assert not coach.places.ready.exists()


@pytest.mark.usefixtures("few")
def test_it_is_in_no_backup(coach: Coach, tmp_path: Path) -> None:
    coach.journal.add(entry())
    made(coach)
    back_up(coach, tmp_path / "saved.zip")
    assert b"questions" not in (tmp_path / "saved.zip").read_bytes()


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    "name", ["../../data/journal", "a/b", "Agreement", "a\x00b", "a" * 200, ""]
)
def test_a_name_from_outside_opens_nothing(coach: Coach, name: str) -> None:
    made(coach)
    ready = start(coach).questions.ready
    assert ready is not None
    ready.write(name, {})
    assert ready.read(name) is None


@pytest.mark.thorough
def test_every_walk_is_asked_as_the_prompts_ask_it(coach: Coach) -> None:
    put(coach.places.overlay)
    made(coach)
    later, library = start(coach), start(coach).library
    assert all_is_ready(later)
    read_ahead(later)
    look_over(later)
    for checklist, kind in KINDS.items():
        if not kind.is_about_a_visit:
            assert later.questions.standalone(checklist) == library.standalone(checklist)
            continue
        for purpose in library.purposes:
            for channel in Channel:
                for form in Form:
                    wanted = checklist, purpose.id, channel, form
                    asked = later.questions.checklist(*wanted)
                    assert asked == library.checklist(*wanted)
                    assert later.questions.again(replace(asked, title="")) == asked
    assert "library" not in vars(later)
