"""A folder full of files, only some of them ours: each is read, or named with its reason."""

import errno
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from making import NOW, asked, entry, follow_up, new_id, visit
from ulid import ULID

from tipcoach.errors import NotFound, NotReadable, TipcoachError
from tipcoach.journal.journal import Journal
from tipcoach.journal.reading import Unused
from tipcoach.journal.writing import Writer
from tipcoach.journal.written import write_entry
from tipcoach.practice.answer import MOST_CHARACTERS, Promised, Sorted, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.promises import Promise

from .test_format import BAD_BYTES, BAD_FIELDS, plain

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and modes of POSIX")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal", Writer(tmp_path / "open-writes.txt"))


def month(journal: Journal, name: str = "2026-11") -> Path:
    folder = journal.folder / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def read(journal: Journal) -> tuple[list[Entry | FollowUp], list[Unused]]:
    records: list[Entry | FollowUp] = []
    unused: list[Unused] = []
    for found in journal.records():
        if isinstance(found, Unused):
            unused.append(found)
            plain(NotReadable(found.reason))
        else:
            records.append(found)
    return records, unused


# -- in order ----------------------------------------------------------------------------


def test_a_journal_that_is_not_there_yet_is_empty(journal: Journal) -> None:
    assert read(journal) == ([], [])
    assert not journal.folder.exists(), "looking makes nothing"


def test_an_entry_lies_in_the_folder_of_its_month_under_its_id(journal: Journal) -> None:
    kept = entry(asked("a", Text("said")), created=NOW)
    path = journal.add(kept)

    assert path == journal.folder / "2026-11" / f"{kept.id}.json"
    assert path.read_bytes() == write_entry(kept)
    assert journal.read(kept.id) == kept


def test_the_month_is_that_of_the_id_wherever_the_officer_is(journal: Journal) -> None:
    """Half past midnight on the first of December in Berlin is still November by the id."""
    at = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert journal.add(entry(id=new_id(at), created=at)).parent.name == "2026-11"


def test_records_come_newest_first_and_of_every_kind(journal: Journal) -> None:
    first = entry(created=NOW - timedelta(days=40))
    second = entry(created=NOW - timedelta(days=1))
    third = follow_up(second.id, created=NOW)
    for record in (second, third, first):
        journal.add(record)

    assert read(journal) == ([third, second, first], [])


def test_no_more_is_read_than_is_asked_for(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(5):
        journal.add(entry(created=NOW - timedelta(days=day)))
    opened: list[str] = []
    real = os.open

    def watched(path: Path, *args: int) -> int:
        opened.append(str(path))
        return real(path, *args)

    monkeypatch.setattr(os, "open", watched)
    next(journal.records())
    assert len(opened) == 1


def test_an_entry_is_never_written_over(journal: Journal) -> None:
    kept = entry(asked("a", Text("first")))
    journal.add(kept)
    with pytest.raises(TipcoachError, match="already there"):
        journal.add(entry(asked("a", Text("second")), id=kept.id))
    assert journal.read(kept.id) == kept


def test_adding_the_very_same_entry_again_is_as_good_as_once(journal: Journal) -> None:
    kept = entry(asked("a", Text("said")))
    assert journal.add(kept) == journal.add(kept)
    assert read(journal) == ([kept], [])


# -- what is written can be read back ----------------------------------------------------


def test_what_could_not_be_read_back_is_not_written(journal: Journal) -> None:
    with pytest.raises(TipcoachError):
        journal.add(entry(asked("a", question="q" * 10_001)))
    assert not journal.folder.exists()


@pytest.mark.parametrize("letter", ["w", "ŵ", "अ", "👩"])
def test_the_longest_visit_anyone_could_write_up_can_be_kept_and_read(
    journal: Journal, letter: str
) -> None:
    """Thirty questions, about as many as a full form asks, each answered to the brim."""
    answers = [asked(f"a.{n}", Text(letter * MOST_CHARACTERS)) for n in range(30)]
    kept = entry(*answers)
    journal.add(kept)
    assert journal.read(kept.id) == kept


@pytest.mark.parametrize(
    "answer",
    [
        Sorted(must=("a",) * 300),
        Promised((Promise("a"),) * 300),
        Promised((Promise(""),)),
    ],
    ids=["a long sort", "many promises", "a promise with nothing in it yet"],
)
def test_an_answer_is_kept_or_refused_before_it_is_held_and_never_lost(
    journal: Journal, answer: Sorted | Promised
) -> None:
    """An answer the walk takes must not be one the journal cannot read."""
    from making import checklist, prompt, section, visit

    from tipcoach.errors import AnswerNotTaken
    from tipcoach.practice.answer import AnswerForm
    from tipcoach.practice.entry import asked_on
    from tipcoach.practice.walk import Walk

    form = AnswerForm.SORT if isinstance(answer, Sorted) else AnswerForm.PROMISE
    walk = Walk.begin(checklist(section("s", prompt("a", form))), visit())
    try:
        walk = walk.answer("a", answer)
    except AnswerNotTaken:
        return
    kept = entry(*asked_on(walk))
    journal.add(kept)
    assert journal.read(kept.id) == kept


# -- the names of entries ----------------------------------------------------------------


@pytest.mark.parametrize(
    "asked_for",
    ["", "../../../etc/passwd", "01M", "x" * 26, new_id().lower(), new_id() + "/..", "\x00" * 26,
     "7" + "Z" * 25, "01M8\n" + "0" * 21, new_id()],
    ids=["empty", "path", "short", "letters", "small", "dots", "NUL", "far future", "line", "gone"],
)  # fmt: skip
def test_an_id_that_is_nobodys_is_not_found(journal: Journal, asked_for: str) -> None:
    journal.add(entry())
    with pytest.raises(NotFound) as refused:
        journal.read(asked_for)
    assert refused.value.hint


# -- files that cannot be used -----------------------------------------------------------


def test_one_bad_file_never_hides_the_others(journal: Journal) -> None:
    """Every bad file there is, in among the good ones."""
    good = [entry(created=NOW + timedelta(seconds=n)) for n in range(0, 200, 20)]
    for kept in good:
        journal.add(kept)
    planted = {}
    for number, (what, data) in enumerate((BAD_BYTES | BAD_FIELDS).items()):
        path = month(journal) / f"{new_id(NOW + timedelta(seconds=number))}.json"
        path.write_bytes(data)
        planted[path] = (what, data)

    records, unused = read(journal)
    assert records == list(reversed(good))
    assert {one.path for one in unused} == planted.keys()
    for path, (what, data) in planted.items():
        assert path.read_bytes() == data, f"{what} was not left alone"


def test_a_file_whose_name_and_id_differ_is_not_taken_for_either(journal: Journal) -> None:
    kept = entry()
    other = new_id()
    (month(journal) / f"{other}.json").write_bytes(write_entry(kept))

    records, unused = read(journal)
    assert records == []
    assert "name and the id" in unused[0].reason
    with pytest.raises(NotReadable):
        journal.read(other)


FOREIGN_NAMES = [
    "{id}.sync-conflict-20261122-045935-LRONYXS.json",
    "{id}-DESKTOP-AB12.json",
    "{id} (1).json",
    "{id} (Ann's conflicted copy).json",
    "{lower}.json",
    "{id}.JSON",
    "{id}.json.bak",
    "{id}.json.age",
    "desktop.ini",
    "Thumbs.db",
    "notes.txt",
]


@pytest.mark.parametrize("name", FOREIGN_NAMES)
def test_a_file_with_another_name_is_named_and_left_alone(journal: Journal, name: str) -> None:
    kept = entry()
    journal.add(kept)
    path = month(journal) / name.format(id=kept.id, lower=kept.id.lower())
    path.write_bytes(write_entry(kept))

    records, unused = read(journal)
    assert records == [kept], "a copy under another name is not counted twice"
    assert [one.path for one in unused] == [path]
    assert path.exists()


@pytest.mark.parametrize("name", [".DS_Store", ".a.json.0123456789abcdef.tmp", ".~lock.x#"])
def test_what_the_system_hides_is_not_worth_a_word(journal: Journal, name: str) -> None:
    journal.add(entry())
    (month(journal) / name).write_bytes(b"x")
    (journal.folder / name).write_bytes(b"x")

    records, unused = read(journal)
    assert (len(records), unused) == (1, [])


@pytest.mark.parametrize("name", ["2026", "2026-13", "2026-00", "old", "2026-11-22", "notes.txt"])
def test_a_folder_that_is_no_month_is_named_and_not_looked_into(
    journal: Journal, name: str
) -> None:
    kept = entry()
    journal.add(kept)
    if "." in name:
        (journal.folder / name).write_bytes(b"x")
    else:
        (month(journal, name) / f"{kept.id}.json").write_bytes(write_entry(kept))

    records, unused = read(journal)
    assert records == [kept]
    assert [one.path.name for one in unused] == [name]


@posix
def test_links_pipes_and_folders_with_the_name_of_an_entry_are_refused(
    journal: Journal, tmp_path: Path
) -> None:
    kept = entry(created=NOW)
    journal.add(kept)
    outside = tmp_path / "outside.json"
    linked = entry(created=NOW + timedelta(seconds=1))
    outside.write_bytes(write_entry(linked))
    odd = [
        month(journal) / f"{new_id(NOW + timedelta(seconds=seconds))}.json"
        for seconds in range(5, 9)
    ]
    (month(journal) / f"{linked.id}.json").symlink_to(outside)
    odd[0].symlink_to("/etc/passwd")
    odd[1].symlink_to("nowhere")
    os.mkfifo(odd[2])
    odd[3].mkdir()
    (journal.folder / "2026-10").symlink_to(journal.folder / "2026-11")

    records, unused = read(journal)
    assert records == [kept]
    reasons = {one.path.name: one.reason for one in unused}
    assert len(reasons) == 6
    assert "link" in reasons[odd[0].name]
    assert "link" in reasons[f"{linked.id}.json"]
    assert "plain file" in reasons[odd[2].name]


def faulty_open(path: Path, fault: OSError) -> Callable[..., int]:
    real = os.open

    def opened(wanted: Path, *args: int) -> int:
        if Path(wanted) == path:
            raise fault
        return real(wanted, *args)

    return opened


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.EACCES, "may not be read"), (errno.EPERM, "may not be read"), (errno.ENOENT, "gone"),
     (errno.EINVAL, "not here yet"), (errno.EIO, "fault"), (errno.ELOOP, "link")],
)  # fmt: skip
def test_a_file_that_cannot_be_opened_is_named_with_its_reason(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    """Somebody else's mode, a placeholder of a sync program, a file gone since the listing."""
    kept, other = entry(created=NOW), entry(created=NOW + timedelta(days=1))
    journal.add(kept)
    path = journal.add(other)
    monkeypatch.setattr(os, "open", faulty_open(path, OSError(code, os.strerror(code))))

    records, unused = read(journal)
    assert records == [kept]
    assert [one.path for one in unused] == [path]
    assert said in unused[0].reason
    with pytest.raises(NotReadable):
        journal.read(other.id)


def test_a_file_that_is_gone_between_the_listing_and_the_reading_stops_nothing(
    journal: Journal,
) -> None:
    paths = [journal.add(entry(created=NOW + timedelta(days=day))) for day in range(3)]
    records = journal.records()
    next(records)
    paths[1].unlink()

    found = list(records)
    assert [isinstance(one, Unused) for one in found] == [True, False]


def test_a_file_too_large_to_be_an_entry_is_not_read(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = month(journal) / f"{new_id()}.json"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)  # ten gigabytes, and not one on the disk

    _, unused = read(journal)
    assert "larger than" in unused[0].reason


def test_a_folder_that_cannot_be_listed_is_said(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(entry())

    def refuse(_: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(NotReadable, match="cannot be read"):
        list(journal.records())


# -- the same entry in two places --------------------------------------------------------


def test_an_entry_that_lies_in_two_months_is_counted_once(journal: Journal) -> None:
    """A sync program, or a hand, may leave a second copy."""
    kept = entry()
    journal.add(kept)
    (month(journal, "2026-10") / f"{kept.id}.json").write_bytes(write_entry(kept))

    records, unused = read(journal)
    assert records == [kept]
    assert len(unused) == 1


def test_what_is_listed_can_be_opened(journal: Journal) -> None:
    kept = entry()
    (month(journal, "2026-02") / f"{kept.id}.json").write_bytes(write_entry(kept))

    records, unused = read(journal)
    assert len(records) + len(unused) == 1
    for record in records:
        assert journal.read(record.id) == record


# -- clocks ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "folder"),
    [
        (datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), "1970-01"),
        (datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC), "2038-01"),
        (datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC), "2099-12"),
    ],
)
def test_a_clock_far_off_keeps_and_finds_entries_all_the_same(
    journal: Journal, at: datetime, folder: str
) -> None:
    kept = entry(id=str(ULID.from_datetime(at)), created=at)
    assert journal.add(kept).parent.name == folder
    assert journal.read(kept.id) == kept
    assert read(journal) == ([kept], [])


# -- those that name something -----------------------------------------------------------


def test_only_records_that_may_hold_a_word_are_read(journal: Journal) -> None:
    arrears, damp = entry(id=new_id()), entry(id=new_id(), visit=visit(purpose="damp"))
    for each in (arrears, damp):
        journal.add(each)
    assert list(journal.naming("damp", 10)) == [damp]
    assert list(journal.naming("nothing", 10)) == []


def test_a_word_spelt_with_an_escape_is_found_as_well(journal: Journal) -> None:
    damp = entry(visit=visit(purpose="damp"))
    path = journal.add(damp)
    path.write_bytes(path.read_bytes().replace(b'"damp"', b'"d\\u0061mp"'))
    assert list(journal.naming("damp", 10)) == [damp]


def test_it_looks_through_so_many_and_passes_over_what_cannot_be_read(journal: Journal) -> None:
    ids = [new_id(NOW + timedelta(days=day)) for day in range(3)]
    for each in ids:
        journal.add(entry(id=each))
    journal.add(entry(id=new_id(NOW + timedelta(days=3)))).write_bytes(b"arrears")
    assert [record.id for record in journal.naming("arrears", 3)] == [ids[2], ids[1]]
