"""Whatever lies in the shared place is refused by its name and its reason, and the rest shows."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from making import Clock
from sharing_between import (
    OFFICER,
    SUPERVISOR,
    Pair,
    a_coach,
    agree_between,
    connect_all,
    hold_keys,
)

from tipcoach.coach.inbox import look_in, say
from tipcoach.coach.people import known
from tipcoach.coach.reviewing import look_over, open_copy, rows
from tipcoach.coach.taking_back import finish_taking_back, take_back
from tipcoach.errors import NotReadable, NotSaved
from tipcoach.supervision.documents import Comment, Opened
from tipcoach.supervision.identity import make_identity
from tipcoach.supervision.mail import write_letter
from tipcoach.supervision.place import NotThere
from tipcoach.supervision.sealing import MOST_BYTES, seal, signed

COPY_NAME = f"copy.2026-11.{'a' * 26}.age"
COMMENT_END = f"{'b' * 26}.age"

Plant = Callable[[Path], object]


def _locked(path: Path) -> None:
    path.write_bytes(b"x")
    path.chmod(0)


def _reads_everything() -> bool:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "locked"
        _locked(path)
        return os.access(path, os.R_OK)


READS_EVERYTHING = _reads_everything()

PLANTED: dict[str, tuple[Plant, str]] = {
    "empty": (lambda path: path.write_bytes(b""), "changed on the way"),
    "rubbish": (lambda path: path.write_bytes(b"\xff" * 500), "changed on the way"),
    "too large": (lambda path: path.write_bytes(bytes(MOST_BYTES + 1)), "larger than"),
    "a folder": (lambda path: path.mkdir(), "it is a folder|not a plain file"),
    "a link": (lambda path: path.symlink_to("/etc/passwd"), "links are not followed"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "links are not followed"),
    "a pipe": (lambda path: os.mkfifo(path), "not a plain file"),
    "not ours to read": (_locked, "may not be read"),
}
"""How to put something at a path, and what is said of it."""
NEEDS_POSIX = {"a link", "a link to nothing", "a pipe", "not ours to read"}
PLANTS = [
    pytest.param(
        *each,
        id=name,
        marks=[
            pytest.mark.skipif(os.name == "nt" and name in NEEDS_POSIX, reason="POSIX"),
            pytest.mark.skipif(
                name == "not ours to read" and READS_EVERYTHING, reason="root reads everything"
            ),
        ],
    )
    for name, each in PLANTED.items()
]
FOREIGN = [
    "desktop.ini", ".DS_Store", "Thumbs.db", "~$notes.docx", "card.json", "notes.txt",
    f".{COPY_NAME}.0123456789abcdef.tmp",
    COPY_NAME.replace(".age", "-DESKTOP-AB12.age"),
    COPY_NAME.replace(".age", " (1).age"),
    COPY_NAME.replace(".age", ".sync-conflict-20261101-101010-ABCDEFG.age"),
    COPY_NAME.upper(),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "why"), PLANTS)
def test_a_bad_copy_is_a_row_with_its_reason_and_the_rest_shows(
    pair: Pair, plant: Plant, why: str
) -> None:
    record = pair.share()
    plant(pair.box / COPY_NAME)
    by_id = {row.brought.id: row for row in pair.brought()}
    assert by_id[record.copy].copy is not None
    bad = by_id["a" * 26]
    assert bad.copy is None
    assert [each for each in why.split("|") if each in bad.why], bad.why
    with pytest.raises(NotReadable):
        open_copy(pair.supervisor, bad.brought)
    assert not [*pair.box_back.glob("opened.*")], "what stays closed was said to be opened"


@pytest.mark.parametrize(("plant", "why"), PLANTS)
def test_a_bad_comment_is_named_in_the_inbox_and_the_rest_shows(
    pair: Pair, plant: Plant, why: str
) -> None:
    record = pair.share()
    say(pair.supervisor, record.copy, known(pair.supervisor, OFFICER), "And then?")
    plant(pair.box_back / f"comment.{record.copy}.{COMMENT_END}")
    plant(pair.box_back / f"opened.{record.copy}.age")
    inbox = look_in(pair.officer)
    (shared,) = inbox.shared
    assert [said.text for said in shared.said] == ["And then?"]
    assert shared.opened is None
    assert len(inbox.refused) == 2
    for refused in inbox.refused:
        assert record.copy in refused
        assert "Supervisor B" in refused
        assert [each for each in why.split("|") if each in refused], refused


@pytest.mark.parametrize("name", FOREIGN)
def test_a_name_this_program_does_not_give_is_named_and_left_alone(pair: Pair, name: str) -> None:
    record = pair.share()
    say(pair.supervisor, record.copy, known(pair.supervisor, OFFICER), "And then?")
    for box in (pair.box, pair.box_back):
        (box / name).write_bytes(b"x")
    review = look_over(pair.supervisor)
    assert review.foreign == (f"{OFFICER}: {name}",)
    assert [brought.id for brought in review.brought] == [record.copy]
    inbox = look_in(pair.officer)
    assert [said.text for said in inbox.shared[0].said] == ["And then?"]
    assert len(inbox.refused) == 1
    assert name in inbox.refused[0]
    assert (pair.box / name).read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_would_act_in_a_terminal_is_shown_and_not_obeyed(pair: Pair) -> None:
    pair.share()
    for name in (b"\x1b[2J.age", b"\xff.age", b"one\ntwo", "\u202egnp.age".encode()):
        for box in (pair.box, pair.box_back):
            box.mkdir(parents=True, exist_ok=True)
            (box / os.fsdecode(name)).write_bytes(b"x")
    said = "".join((*look_over(pair.supervisor).foreign, *look_in(pair.officer).refused))
    assert "\\u{1b}[2J.age" in said
    assert not [sign for sign in "\x1b\n\u202e\udcff" if sign in said]


# -- boxes -------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["a file", "a folder that may not be read", "a link to itself"])
def test_a_box_that_cannot_be_read_closes_nobody_elses(pair: Pair, clock: Clock, what: str) -> None:
    if what == "a folder that may not be read" and READS_EVERYTHING:
        pytest.skip("root reads everything")
    other = a_coach(pair.homes / "other", clock)
    hold_keys(other, "officer-c")
    connect_all(pair.folder, other, pair.supervisor)
    agree_between(other, pair.supervisor)
    pair.share()
    box = pair.folder / "officer-c" / SUPERVISOR
    shutil.rmtree(box)
    match what:
        case "a file":
            box.write_bytes(b"x")
        case "a link to itself":
            box.symlink_to(box)
        case _:
            box.mkdir(mode=0)
    review = look_over(pair.supervisor)
    assert len(review.brought) == 1
    assert len(review.closed) == 1
    assert "officer-c" in review.closed[0]


def test_a_box_back_that_cannot_be_read_is_named_in_the_inbox(pair: Pair) -> None:
    record = pair.share()
    shutil.rmtree(pair.box_back)
    pair.box_back.write_bytes(b"x")
    inbox = look_in(pair.officer)
    assert [shared.record.copy for shared in inbox.shared] == [record.copy]
    assert len(inbox.refused) == 1
    assert "Supervisor B" in inbox.refused[0]


def test_an_empty_folder_behind_a_stick_that_is_out_is_not_the_place(pair: Pair) -> None:
    preparing = pair.prepare()
    pair.folder.rename(pair.folder.with_name("elsewhere"))
    pair.folder.mkdir()
    for step in (
        lambda: preparing.share(preparing.preview()),
        lambda: look_in(pair.officer),
        lambda: look_over(pair.supervisor),
    ):
        with pytest.raises(NotThere):
            step()
    assert [*pair.folder.rglob("*")] == []


# -- replays -----------------------------------------------------------------------------


def test_a_copy_put_back_after_it_was_taken_back_is_not_shown(pair: Pair) -> None:
    """A sync program, or somebody, brings the file again."""
    record = pair.share()
    data = (pair.box / record.name).read_bytes()
    take_back(pair.officer, record.copy)
    (pair.box / record.name).write_bytes(data)
    assert look_over(pair.supervisor).brought == ()
    assert [each.copy for each in finish_taking_back(pair.officer)] == [record.copy]
    assert not (pair.box / record.name).exists()


def test_even_when_the_word_of_it_is_taken_away_too(pair: Pair) -> None:
    record = pair.share()
    data = (pair.box / record.name).read_bytes()
    take_back(pair.officer, record.copy)
    (pair.box / f"taken-back.{record.copy}.age").unlink()
    (pair.box / record.name).write_bytes(data)
    finish_taking_back(pair.officer)
    assert look_over(pair.supervisor).brought == ()
    assert [path.name for path in pair.box.glob("*taken*")] == [f"taken-back.{record.copy}.age"]


def test_a_copy_in_the_box_of_another_officer_is_a_row_with_its_reason(
    pair: Pair, clock: Clock
) -> None:
    other = a_coach(pair.homes / "other", clock)
    hold_keys(other, "officer-c")
    connect_all(pair.folder, other, pair.supervisor)
    agree_between(other, pair.supervisor)
    record = pair.share()
    shutil.copy(pair.box / record.name, pair.folder / "officer-c" / SUPERVISOR / record.name)
    found = {row.brought.officer.folder: row for row in pair.brought()}
    assert found[OFFICER].copy is not None
    assert found["officer-c"].copy is None
    assert found["officer-c"].why == "it is not signed with the key you know them by"


# -- an opening is told, whatever lies there ---------------------------------------------


@pytest.mark.parametrize("planted", ["rubbish", "of a stranger", "of another copy"])
def test_what_only_looks_like_an_opening_does_not_keep_one_from_being_told(
    pair: Pair, planted: str
) -> None:
    """Otherwise whoever can write in the place could have a copy opened in silence."""
    record = pair.share()
    name = f"opened.{record.copy}.age"
    stranger = make_identity(SUPERVISOR, "Supervisor B")
    officer = known(pair.supervisor, OFFICER)
    at = pair.supervisor.clock()
    data = {
        "rubbish": b"x",
        "of a stranger": seal(
            signed(write_letter(stranger.card, officer, Opened(record.copy, at)).written, stranger),
            [officer.seals_to, pair.supervisor.keys.card.seals_to],
        ),
        "of another copy": seal(
            signed(
                write_letter(pair.supervisor.keys.card, officer, Opened("a" * 26, at)).written,
                pair.supervisor.keys.identity,
            ),
            [officer.seals_to, pair.supervisor.keys.card.seals_to],
        ),
    }[planted]
    (pair.box_back / name).write_bytes(data)
    (row,) = pair.brought()
    assert open_copy(pair.supervisor, row.brought)
    assert look_in(pair.officer).shared[0].opened == at


def test_a_copy_opened_again_keeps_the_time_it_was_first_opened(pair: Pair, clock: Clock) -> None:
    pair.share()
    first = clock.now
    open_copy(pair.supervisor, pair.brought()[0].brought)
    clock.advance(days=1)
    open_copy(pair.supervisor, pair.brought()[0].brought)
    assert look_in(pair.officer).shared[0].opened == first


def test_where_an_opening_cannot_be_told_the_copy_stays_closed(pair: Pair) -> None:
    pair.share()
    (row,) = pair.brought()
    shutil.rmtree(pair.box_back)
    pair.box_back.write_bytes(b"x")
    with pytest.raises((NotSaved, NotReadable)):
        open_copy(pair.supervisor, row.brought)


def test_a_comment_signed_by_somebody_else_is_not_shown_as_the_readers(pair: Pair) -> None:
    record = pair.share()
    stranger = make_identity(SUPERVISOR, "Supervisor B")
    letter = write_letter(
        pair.supervisor.keys.card, pair.officer.keys.card, Comment(record.copy, "Forged.")
    )
    pair.box_back.mkdir(exist_ok=True)
    (pair.box_back / letter.name).write_bytes(
        seal(signed(letter.written, stranger), [pair.officer.keys.card.seals_to])
    )
    inbox = look_in(pair.officer)
    assert inbox.shared[0].said == ()
    assert "not signed with the key you know them by" in inbox.refused[0]


def test_a_letter_that_is_no_copy_under_the_name_of_one_is_refused(pair: Pair) -> None:
    identity = pair.officer.keys.identity
    other = known(pair.officer, SUPERVISOR)
    letter = write_letter(identity.card, other, Comment("a" * 26, "Hello."))
    (pair.box / COPY_NAME).write_bytes(seal(signed(letter.written, identity), [other.seals_to]))
    review = look_over(pair.supervisor)
    (row,) = rows(pair.supervisor, review)
    assert row.why == "it lies under a name that is not its own"


def test_a_box_of_mine_that_cannot_be_read_does_not_stop_the_inbox(pair: Pair) -> None:
    take_back(pair.officer, pair.share().copy)
    pair.box.rename(pair.box.with_name("aside"))
    pair.box.write_bytes(b"a file where a folder should be")
    assert finish_taking_back(pair.officer) == ()
    inbox = look_in(pair.officer)
    assert len(inbox.shared) == 1
    assert "What Officer A put: " in inbox.refused[0]
