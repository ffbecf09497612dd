"""What waits and what is due is the same from the journal itself as from what was noted of it."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import NOW, asked, entry, follow_up, new_id

from coach.stopped_visits import stopped
from tipcoach.coach import gists
from tipcoach.coach.coach import Coach
from tipcoach.coach.following import links, links_about
from tipcoach.coach.promises import due, how_many_due, ledger, open_promises, settle
from tipcoach.coach.records import not_yet_recorded, say_recorded
from tipcoach.errors import NotReadable
from tipcoach.journal import noted
from tipcoach.journal.written_out import write_entry
from tipcoach.practice.answer import Promised, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became, FollowUp, Hold, PromiseOutcome, Recorded, Said
from tipcoach.practice.gist import gist_of
from tipcoach.practice.ledger import LedgerLine, due_now
from tipcoach.practice.ledger import ledger as fold
from tipcoach.practice.promises import Promise
from tipcoach.practice.versions import links_of
from tipcoach.settings import HOME_VARIABLE, places


@pytest.fixture
def noting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal of any size is large."""
    monkeypatch.setattr(gists, "READ_THROUGH", 0)


def read_through(coach: Coach) -> tuple[str, ...]:
    """The answer with nothing noted, from every record there is."""
    from tipcoach.practice.gist import not_yet_recorded as waiting

    records = coach.journal.records()
    known = (record for record in records if isinstance(record, Entry | FollowUp))
    return waiting(gist for record in known if (gist := gist_of(record)))


def visited(*said: Promise, **more: Any) -> Entry:
    answer = asked("promises.made", Promised(said))
    return entry(answer, **({"kind": Kind.REFLECTION} | more))


def folded(coach: Coach) -> tuple[LedgerLine, ...]:
    """The ledger with nothing noted, from every record there is."""
    records = tuple(coach.journal.records())
    return fold((each for each in records if isinstance(each, Entry)), links_of(records))


def agrees_on_promises(coach: Coach) -> None:
    lines, today = folded(coach), coach.clock().date()
    assert ledger(coach) == lines
    assert open_promises(coach) == tuple(line for line in lines if line.is_open)
    assert due(coach) == due_now(lines, today)
    assert how_many_due(coach) == len(due_now(lines, today))


def anything(coach: Coach, chance: random.Random) -> None:
    """One thing that may happen to a journal: by this program, by a person, or by a sync."""
    journal, now = coach.journal, NOW + timedelta(days=chance.randint(-90, 90))
    records = list(journal.records())
    there = [record for record in records if isinstance(record, Entry)]
    said_before = [record for record in records if isinstance(record, FollowUp)]
    files = [path for path in journal.folder.rglob("*.json") if path.is_file()]
    month = journal.folder / f"{now:%Y-%m}"

    def some_promises() -> list[Promise]:
        days = chance.choices([None, *range(-9, 9)], k=chance.randint(1, 3))
        return [
            Promise(f"Ring {days}", None if day is None else (NOW + timedelta(days=day)).date())
            for day in days
        ]

    def add() -> None:
        journal.add(stopped(created=now) if chance.random() < 0.5 else entry(created=now))

    def promise() -> None:
        journal.add(visited(*some_promises(), created=now))

    def put_promises_right() -> None:
        one = chance.choice(there)
        said = [*one.promises, *some_promises()]
        chance.shuffle(said)
        kept = said[chance.randint(0, 2) :]
        id_ = coach.new_id(after=one.id)
        journal.add(visited(*kept, supersedes=one.id, created=now, id=id_))

    def correct() -> None:
        one = chance.choice(there)
        journal.add(stopped(supersedes=one.id, created=now, id=coach.new_id(after=one.id)))

    def say() -> None:
        either: list[Said] = [Recorded(True), Recorded(False), Hold(True)]
        _say(chance.choice(either))

    def settle_one() -> None:
        day = (NOW + timedelta(days=chance.randint(-9, 9))).date()
        _say(PromiseOutcome(chance.randint(1, 3), chance.choice([*Became]), day))

    def _say(said: Said) -> None:
        about, before = chance.choice(there).id, chance.choice([None, *said_before])
        replaces = before.id if before else None
        journal.add(follow_up(about, said=said, created=now, replaces=replaces))

    def say_of_what_is_not_here() -> None:
        journal.add(follow_up(new_id(), created=now))

    def take_away() -> None:
        chance.choice(files).unlink()

    def put_something_foreign() -> None:
        month.mkdir(parents=True, exist_ok=True)
        name = chance.choice([f"{new_id(now)}.json", f"{new_id()}.json", "notes.txt", ".hidden"])
        (month / name).write_bytes(chance.choice([b"", b"{", b"\0" * 90, b"{}\n"]))

    def let_what_was_not_here_arrive() -> None:
        waiting = stopped(created=now)
        data = write_entry(waiting)
        month.mkdir(parents=True, exist_ok=True)
        path = month / f"{waiting.id}.json"
        path.write_bytes(data[:40])
        not_yet_recorded(coach)
        path.write_bytes(data)

    def damage_what_is_noted() -> None:
        path = coach.places.gists
        path.parent.mkdir(parents=True, exist_ok=True)
        size = path.stat().st_size if path.exists() else 0
        with path.open("r+b" if size else "wb") as file:
            if chance.random() < 0.5:
                file.truncate(size // 2)
            else:
                file.write(b"not a database at all")

    def look_as_if_it_had_not_changed_for_long() -> None:
        for folder in journal.folder.glob("*"):
            os.utime(folder, (1_000_000, chance.randint(1_000_000, 1_000_000_000)))

    ways: list[Callable[[], None]] = [
        add,
        promise,
        put_something_foreign,
        let_what_was_not_here_arrive,
    ]
    ways += [say_of_what_is_not_here, damage_what_is_noted, look_as_if_it_had_not_changed_for_long]
    ways += [correct, say, put_promises_right, settle_one, settle_one] * 2 if there else []
    ways += [take_away] if files else []
    chance.choice(ways)()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(n, marks=pytest.mark.thorough) for n in range(2, 40))]
)
def test_what_is_noted_gives_the_same_answer_whatever_happened(
    coach: Coach, noting: None, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        anything(coach, chance)
        assert tuple(entry.id for entry in not_yet_recorded(coach)) == read_through(coach)
        agrees_on_promises(coach)
        for record in coach.journal.records():
            if isinstance(record, Entry):
                noted, whole = links_about(coach, record.id), links(coach)
                assert noted.versions(record.id) == whole.versions(record.id)
                assert noted.said(record.id, Recorded) == whole.said(record.id, Recorded)


def test_a_month_that_has_not_changed_is_not_listed_again(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = stopped()
    month = coach.journal.add(kept).parent
    os.utime(month, (1_000_000, 1_000_000))
    assert not_yet_recorded(coach) == (kept,)

    def listed(_: Path) -> tuple[Path, ...]:
        raise AssertionError("it was listed again")

    monkeypatch.setattr(coach.journal, "paths_in", listed)
    assert not_yet_recorded(coach) == (kept,)


LONG_AGO = (1_000_000_000_000_000, 1_000_000_000_000_000)


def test_what_was_not_here_yet_is_looked_for_again(coach: Coach, noting: None) -> None:
    """It arrives in its place, so the folder does not change by it."""
    kept = stopped()
    path = coach.journal.add(kept)
    data = path.read_bytes()
    path.write_bytes(data[:40])
    os.utime(path.parent, ns=LONG_AGO)
    assert not_yet_recorded(coach) == ()
    path.write_bytes(data)
    assert not_yet_recorded(coach) == (kept,)


def test_what_comes_within_the_same_tick_of_a_clock_is_found(coach: Coach, noting: None) -> None:
    first, second = stopped(), stopped()
    month = coach.journal.add(first).parent
    assert not_yet_recorded(coach) == (first,)
    before = month.stat().st_mtime_ns
    coach.journal.add(second)
    os.utime(month, ns=(before, before))
    assert set(not_yet_recorded(coach)) == {first, second}


def test_what_is_added_is_found_where_a_folder_is_not_marked_as_changed(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on FAT, which leaves the time of a folder as it was."""
    first, second = stopped(), stopped()
    month = coach.journal.add(first).parent
    os.utime(month, ns=LONG_AGO)
    assert not_yet_recorded(coach) == (first,)
    write = coach.writer.write

    def as_on_fat(path: Path, data: bytes, *, once: bool) -> None:
        write(path, data, once=once)
        os.utime(month, ns=LONG_AGO)

    monkeypatch.setattr(coach.writer, "write", as_on_fat)
    coach.journal.add(second)
    assert set(not_yet_recorded(coach)) == {first, second}


def test_with_a_cache_that_cannot_be_looked_at_the_journal_is_read(
    coach: Coach, tmp_path: Path, noting: None
) -> None:
    no_name = tmp_path / ("n" * 300)
    coach.places = replace(coach.places, cache=no_name)
    kept = stopped()
    coach.journal.add(kept)
    assert not_yet_recorded(coach) == (kept,)
    assert gists.corrected(coach) == frozenset()


@pytest.mark.skipif(os.name == "nt", reason="links want a right of their own there")
def test_nothing_is_noted_through_a_link(coach: Coach, tmp_path: Path, noting: None) -> None:
    elsewhere = tmp_path / "elsewhere"
    coach.places.cache.mkdir(parents=True)
    coach.places.gists.symlink_to(elsewhere)
    kept = stopped()
    coach.journal.add(kept)
    assert not_yet_recorded(coach) == (kept,)
    assert not elsewhere.exists()
    assert not coach.places.gists.is_symlink()


def test_while_another_window_notes_the_journal_is_read_and_the_notes_stay(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noted, "PATIENCE", 0.01)
    kept = stopped()
    coach.journal.add(kept)
    assert not_yet_recorded(coach) == (kept,)
    before = coach.places.gists.stat().st_ino
    with closing(sqlite3.connect(coach.places.gists, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not_yet_recorded(coach) == (kept,)
        assert gists.corrected(coach) == frozenset()
        other.execute("UPDATE journal SET worked_out = 0")
        other.execute("COMMIT")
    assert coach.places.gists.stat().st_ino == before


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_folder_whose_name_is_no_text_can_be_noted(tmp_path: Path, noting: None) -> None:
    home = os.fsdecode(os.fsencode(tmp_path) + b"/h\xe9")
    coach = Coach(places({HOME_VARIABLE: home}))
    kept = stopped()
    coach.journal.add(kept)
    for _ in range(2):
        assert not_yet_recorded(coach) == (kept,)
    assert coach.places.gists.exists()


def test_a_name_missing_from_one_listing_is_looked_for_again(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is synced may list wrong for a moment."""
    kept = stopped()
    month = coach.journal.add(kept).parent
    assert not_yet_recorded(coach) == (kept,)
    os.utime(month, ns=LONG_AGO)
    with monkeypatch.context() as listing:
        listing.setattr(coach.journal, "paths_in", lambda _: ())
        assert not_yet_recorded(coach) == ()
    assert not_yet_recorded(coach) == (kept,)


def test_what_was_said_in_a_month_that_is_taken_away_is_said_no_longer(
    coach: Coach, noting: None
) -> None:
    kept = stopped()
    coach.journal.add(kept)
    month = coach.journal.add(follow_up(kept.id, created=NOW + timedelta(days=60))).parent
    assert not_yet_recorded(coach) == ()
    shutil.rmtree(month)
    assert not_yet_recorded(coach) == (kept,)


def test_what_is_noted_holds_no_words_and_is_readable_by_its_owner_alone(
    coach: Coach, noting: None
) -> None:
    kept = stopped(created=NOW)
    coach.journal.add(kept)
    coach.journal.add(entry(asked("land.word", Text("wretched")), id=coach.new_id(after=kept.id)))
    coach.journal.add(follow_up(kept.id, said=Hold(True, None, "a solicitor asked")))
    coach.journal.add(visited(Promise("Ring about the boiler", YESTERDAY)))
    assert how_many_due(coach) == 1
    assert not_yet_recorded(coach) == (kept,)
    data = coach.places.gists.read_bytes()

    assert kept.id.encode() in data
    for word in (b"wretched", b"solicitor", b"hazard", b"arrears", b"boiler"):
        assert word not in data
    if os.name == "posix":
        assert coach.places.gists.stat().st_mode & 0o777 == 0o600


def test_what_is_noted_goes_when_it_is_asked_to(coach: Coach, noting: None) -> None:
    kept = stopped()
    coach.journal.add(kept)
    assert not_yet_recorded(coach) == (kept,)
    coach.forget_caches()
    assert not coach.places.gists.exists()
    assert not_yet_recorded(coach) == (kept,)


YESTERDAY = (NOW - timedelta(days=1)).date()


def test_what_is_due_is_told_without_reading_what_is_settled(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled, due_now_, later = (
        visited(Promise("Ring", YESTERDAY)),
        visited(Promise("Send the plan", YESTERDAY), Promise("Ask")),
        visited(Promise("Look in", date(2027, 1, 5))),
    )
    for each in (settled, due_now_, later):
        coach.journal.add(each)
    settle(coach, f"{settled.id}/1", Became.KEPT)
    assert how_many_due(coach) == 1
    read: list[str] = []
    really = coach.journal.read

    def reading(record_id: str) -> Entry | FollowUp:
        read.append(record_id)
        return really(record_id)

    monkeypatch.setattr(coach.journal, "read", reading)

    assert how_many_due(coach) == 1 and read == []
    assert [line.promise.text for line in due(coach)] == ["Send the plan"]
    assert {*read} == {due_now_.id}
    read.clear()
    texts = [line.promise.text for line in open_promises(coach)]
    assert texts == ["Send the plan", "Look in", "Ask"]
    assert {*read} == {due_now_.id, later.id}
    read.clear()
    new = visited(Promise("Ring again", YESTERDAY))
    coach.journal.add(new)
    assert how_many_due(coach) == 2 and read == [new.id]


def test_what_another_window_said_of_an_earlier_version_holds_for_the_one_that_stands(
    coach: Coach, noting: None
) -> None:
    first = visited(Promise("Ring", YESTERDAY), Promise("Ask", YESTERDAY))
    coach.journal.add(first)
    sooner = Promise("Send the plan", YESTERDAY)
    second = visited(sooner, *first.promises, supersedes=first.id, id=coach.new_id(after=first.id))
    coach.journal.add(second)
    assert how_many_due(coach) == 3
    coach.journal.add(follow_up(first.id, said=PromiseOutcome(2, Became.KEPT)))
    agrees_on_promises(coach)
    assert [line.promise.text for line in due(coach)] == ["Send the plan", "Ring"]


@pytest.mark.parametrize("word", [False, True])
def test_a_promise_that_could_not_be_read_for_a_moment_is_read_again(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch, word: bool
) -> None:
    """As where a sync program fetches a file only when it is opened."""
    made = visited(Promise("Ring", YESTERDAY))
    month = coach.journal.add(made).parent
    said = follow_up(made.id, said=PromiseOutcome(1, Became.KEPT))
    if word:
        coach.journal.add(said)
    os.utime(month, ns=LONG_AGO)
    really = coach.journal.read

    def not_yet_there(record_id: str) -> Entry | FollowUp:
        if record_id == (said.id if word else made.id):
            raise NotReadable("it has not arrived yet")
        return really(record_id)

    with monkeypatch.context() as reading:
        reading.setattr(coach.journal, "read", not_yet_there)
        assert how_many_due(coach) == int(word)
    assert how_many_due(coach) == int(not word)
    agrees_on_promises(coach)


def test_a_promise_does_not_make_what_waits_to_be_recorded_be_worked_out_anew(
    coach: Coach, noting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = stopped()
    coach.journal.add(waits)
    assert not_yet_recorded(coach) == (waits,)

    def work_out(_: object) -> tuple[str, ...]:
        raise AssertionError("it was worked out again")

    monkeypatch.setattr(noted, "not_yet_recorded", work_out)
    made = visited(Promise("Ring"))
    coach.journal.add(made)
    settle(coach, f"{made.id}/1", Became.KEPT)
    coach.journal.add(follow_up(made.id, said=Hold(True)))
    assert not_yet_recorded(coach) == (waits,)
    (coach.places.journal / "2026-11" / f"{made.id}.json").unlink()
    assert not_yet_recorded(coach) == (waits,) and ledger(coach) == ()


def test_a_small_journal_is_read_and_nothing_is_noted(coach: Coach) -> None:
    kept = stopped()
    coach.journal.add(kept)
    assert not_yet_recorded(coach) == (kept,)
    assert not coach.places.cache.exists()


def test_where_nothing_can_be_noted_the_journal_is_read(coach: Coach, noting: None) -> None:
    kept = stopped()
    coach.journal.add(kept)
    coach.places.gists.mkdir(parents=True)
    said: list[str] = []
    assert not_yet_recorded(coach, on_long=lambda done, total: said.append("long")) == (kept,)
    say_recorded(coach, kept.id)
    assert not_yet_recorded(coach) == ()
