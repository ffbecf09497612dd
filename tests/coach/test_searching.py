"""A search finds the same with its cache and without, whatever has happened to either."""

import os
import random
import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hostile import TEXTS
from making import NOW, asked, entry, follow_up, new_id, visit

from tipcoach.coach import gists, searching
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.keeping import hold, lift_hold
from tipcoach.coach.records import not_yet_recorded
from tipcoach.coach.searching import Progress, search
from tipcoach.errors import NotSaved, TipcoachError
from tipcoach.journal.journal import Journal
from tipcoach.practice.answer import Answer, IfThen, Lines, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.search import Found
from tipcoach.practice.visit import Channel

SIDE_FILES = ("-journal", "-wal", "-shm")
VOCABULARY = [
    "kettle", "Kettle’s", "boiler", "bóiler", "the", "door", "arrears", "tŷ", "ŵyl", "don't",
    "STRAßE", "العربية", "עברית", "हिंदी", "家賃", "rent.", "quiet!", "one", "two", "10:30",
    *(one.text for one in TEXTS),
]  # fmt: skip
BEGUN = ["k", "ket", "bo", "arr", "العر", "str", "家", "w", "u"]
CONDITIONS = [
    "purpose:arrears", "purpose:offer", "kind:before", "kind:after", "channel:phone",
    "channel:home", "principle:choice", "principle:trust", "from:2026-03", "to:2026-05",
    "to:2026", "from:2026-11-20", "has:promise", "has:plan", "has:stopped",
]  # fmt: skip


@pytest.fixture
def cached(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> "Cached":
    return Cached(coach, monkeypatch)


class Cached:
    """Searches that have to be answered by the cache, and by the files."""

    def __init__(self, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
        self.coach = coach
        self._patch = monkeypatch
        without = replace(coach.places, cache=coach.places.cache / "none")
        self._without = Coach(without, clock=coach.clock)
        self.path = coach.places.search_cache
        self.read: list[int] = []

    def cache(
        self, typed: str, limit: int | None = None, progress: Progress = lambda done, total: None
    ) -> Found:
        """What the cache answers; how many files that read is added to `read`."""
        count = 0

        def counted(here: Journal, month: str, name: str) -> object:
            nonlocal count
            count += 1
            return read_at(here, month, name)

        read_at: Callable[..., object] = Journal.read_at
        with self._patch.context() as patched:
            patched.setattr(searching, "_is_large", lambda _: True)
            patched.setattr(searching, "_search_files", _not_asked)
            patched.setattr(Journal, "read_at", counted)
            try:
                return search(self.coach, typed, limit, progress)
            finally:
                self.read.append(count)

    def files(self, typed: str, limit: int | None = None) -> Found:
        return search(self._without, typed, limit)

    def agree(self, typed: str, limit: int | None = None) -> Found:
        found = self.cache(typed, limit)
        assert found == self.files(typed, limit), typed
        return found


def _not_asked(*_: object) -> Found:
    raise AssertionError("the files were gone through")


def ids(found: Found) -> list[str]:
    return [match.entry.id for match in found.matches]


def keep(coach: Coach, said: str = "the kettle", **more: Any) -> Entry:
    made = entry(asked("p", Text(said)), **more)
    coach.journal.add(made)
    return made


def path_of(coach: Coach, one: Entry) -> Path:
    (path,) = coach.places.journal.rglob(f"{one.id}.json")
    return path


def age(coach: Coach, by: int = 3_600) -> None:
    """Months look as if nothing had changed in them for a while."""
    for month in coach.places.journal.glob("*"):
        past = month.stat().st_mtime - by
        os.utime(month, (past, past))


# -- the same answers --------------------------------------------------------------------


class Life:
    """A journal to which one thing after another happens, as chance has it."""

    def __init__(self, coach: Coach, seed: int) -> None:
        self._coach = coach
        self._chance = random.Random(seed)
        self._made: list[Entry] = []

    def happens(self) -> None:
        chance = self._chance
        ways: list[Callable[[], None]] = [self._write] * 6 + [
            self._correct, self._follow, self._remove, self._damage, self._mend, self._misplace,
            self._rename_month,
        ]  # fmt: skip
        chance.choice(ways)()

    def _words(self, most: int = 12) -> str:
        return " ".join(self._chance.choices(VOCABULARY, k=self._chance.randint(1, most)))

    def _answer(self) -> Answer:
        made: list[Answer] = [
            Text(self._words()),
            Text(f"{self._words()}\n{self._words()}"),
            Lines((self._words(4), self._words(4))),
            Promised((Promise(self._words(4)),)),
            IfThen(self._words(3), self._words(3)),
        ]
        return self._chance.choice(made)

    def _write(self, **more: Any) -> None:
        chance = self._chance
        at = NOW - timedelta(days=chance.randint(0, 400))
        # Now and then ids that begin alike, as those of one moment do.
        same = {"id": f"{new_id(NOW)[:10]}000{chance.randint(0, 99):013d}"}
        questions = [
            asked(f"p{n}", self._answer(), principle=chance.choice([None, *Principle]))
            for n in range(chance.randint(0, 4))
        ]
        stopped = chance.random() < 0.2
        made = entry(
            *questions,
            created=at,
            kind=chance.choice([Kind.PREPARATION, Kind.REFLECTION]),
            visit=visit(
                purpose=None if stopped else chance.choice(["arrears", "offer"]),
                channel=chance.choice([*Channel]),
            ),
            visit_label="" if stopped else "rent arrears",
            stopped="hazard" if stopped else None,
            watched=chance.choice([None, *Principle]),
            **(same if chance.random() < 0.2 else {}),
            **more,
        )
        if made.id not in {one.id for one in self._made}:
            self._coach.journal.add(made)
            self._made.append(made)

    def _correct(self) -> None:
        if self._made:
            self._write(supersedes=self._chance.choice(self._made).id)

    def _follow(self) -> None:
        if self._made:
            self._coach.journal.add(follow_up(self._chance.choice(self._made).id))

    def _file(self) -> Path | None:
        paths = sorted(self._coach.places.journal.rglob("*.json"))
        return self._chance.choice(paths) if paths else None

    def _remove(self) -> None:
        if path := self._file():
            path.unlink()

    def _damage(self) -> None:
        if path := self._file():
            data = path.read_bytes()
            path.write_bytes(self._chance.choice([data[: len(data) // 2], b"", b"\0" * 4_096]))

    def _mend(self) -> None:
        for made in self._made:
            for path in self._coach.places.journal.rglob(f"{made.id}.json"):
                in_its_month = path.parent.name == f"{made.created:%Y-%m}"
                if in_its_month and path.stat().st_size in (0, 4_096):
                    path.unlink()
                    self._coach.journal.add(made)
                    return

    def _misplace(self) -> None:
        if path := self._file():
            month = self._coach.places.journal / "2020-02"
            month.mkdir(exist_ok=True)
            (month / path.name).write_bytes(path.read_bytes())

    def _rename_month(self) -> None:
        if path := self._file():
            month = path.parent
            away = month.with_name(
                f"{month.name} away" if " " not in month.name else month.name[:7]
            )
            if not away.exists():
                month.rename(away)

    def query(self) -> str:
        chance = self._chance
        said = [
            chance.choice(VOCABULARY),
            f'"{chance.choice(VOCABULARY)} {chance.choice(VOCABULARY)}"',
            f"{chance.choice(BEGUN)}*",
        ]
        parts = chance.choices(said, k=chance.randint(0, 2))
        parts += chance.sample(CONDITIONS, k=chance.choice([0, 0, 1, 2]))
        return " ".join(parts)


def lives(coach: Coach, cached: Cached, seed: int, events: int) -> Iterator[int]:
    """How many were found each time the two were asked the same."""
    life = Life(coach, seed)
    for number in range(events):
        life.happens()
        if number % 3:
            continue
        if number % 9 == 0:
            age(coach)
        for _ in range(4):
            typed, limit = life.query(), random.Random(number).choice([None, 1, 3])
            try:
                expected = cached.files(typed, limit)
            except TipcoachError:
                continue
            assert cached.cache(typed, limit) == expected, typed
            yield len(expected.matches)


def test_the_same_is_found_with_the_cache_and_without(coach: Coach, cached: Cached) -> None:
    counts = list(lives(coach, cached, 1, 60))
    assert len(counts) > 40
    assert sum(counts) > 40


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(2, 12))
def test_the_same_is_found_in_many_lives(coach: Coach, cached: Cached, seed: int) -> None:
    assert sum(lives(coach, cached, seed, 150)) > 40


# -- corrections -------------------------------------------------------------------------


def test_what_was_corrected_is_not_found(coach: Coach, cached: Cached) -> None:
    old = keep(coach, "the kettle", created=NOW - timedelta(days=90))
    new = keep(coach, "the boiler", supersedes=old.id)
    assert ids(cached.agree("the")) == [new.id]
    assert ids(cached.agree("kettle")) == []


def test_a_link_that_points_forward_hides_nothing(coach: Coach, cached: Cached) -> None:
    new = keep(coach, "the kettle")
    old = keep(coach, "the boiler", supersedes=new.id, created=NOW - timedelta(days=90))
    assert ids(cached.agree("the")) == [new.id, old.id]


def test_a_correction_that_cannot_be_read_corrects_nothing(coach: Coach, cached: Cached) -> None:
    old = keep(coach)
    new = keep(coach, "the boiler", supersedes=old.id, created=NOW + timedelta(hours=1))
    assert ids(cached.agree("the")) == [new.id]
    age(coach)
    assert ids(cached.agree("the")) == [new.id]
    path_of(coach, new).write_bytes(b"half")
    assert ids(cached.agree("kettle")) == [old.id]


# -- fresh -------------------------------------------------------------------------------


def test_only_what_is_new_is_read(coach: Coach, cached: Cached) -> None:
    for month in range(6):
        for hour in range(5):
            keep(coach, created=NOW - timedelta(days=31 * month, hours=hour))
    age(coach)
    cached.agree("kettle")
    cached.agree("kettle")
    for minute in range(10):
        keep(coach, created=NOW + timedelta(minutes=minute + 1))
    assert len(cached.agree("kettle").matches) == 40
    assert cached.read == [30, 0, 10]


def test_a_month_that_had_just_changed_is_listed_again(coach: Coach, cached: Cached) -> None:
    """A coarse clock gives the folder the same time for what comes a moment later."""
    keep(coach)
    cached.agree("kettle")
    (month,) = coach.places.journal.iterdir()
    before = month.stat()
    keep(coach, created=NOW + timedelta(minutes=1))
    os.utime(month, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert len(cached.agree("kettle").matches) == 2


def test_a_file_damaged_under_its_name_is_no_answer_and_is_one_again_when_mended(
    coach: Coach, cached: Cached
) -> None:
    one = keep(coach)
    age(coach)
    cached.agree("kettle")
    data = path_of(coach, one).read_bytes()
    path_of(coach, one).write_bytes(data[:100])
    assert ids(cached.agree("kettle")) == []
    path_of(coach, one).write_bytes(data)
    assert ids(cached.agree("kettle")) == [one.id]


def test_a_stopped_reading_goes_on_where_it_was(
    coach: Coach, cached: Cached, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        keep(coach, created=NOW - timedelta(days=31 * number))
    monkeypatch.setattr(searching, "MANY", 0)

    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert total == 4
        if done == 3:
            raise Enough

    with pytest.raises(Enough):
        search(coach, "kettle", None, stop)
    assert len(cached.agree("kettle").matches) == 4
    assert cached.read == [2]


# -- whatever the cache is ---------------------------------------------------------------


def spoil_its_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4_096:] = b"\xa5" * (len(data) - 4_096)
    path.write_bytes(data)


def make_it_older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def make_it_another_journals(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET journal = x'00'")
    connection.close()


def spoil_an_entry(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE said SET passages = x'0102'")
    connection.close()


def take_a_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE words")
    connection.close()


WAYS = {
    "not a database": lambda path: path.write_bytes(b"words " * 2_000),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5_000]),
    "spoilt in the middle": spoil_its_middle,
    "another version": make_it_older,
    "another journal's": make_it_another_journals,
    "a spoilt entry": spoil_an_entry,
    "a table is gone": take_a_table,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_cache_that_is_not_as_it_should_be_is_made_anew(
    coach: Coach, cached: Cached, way: str
) -> None:
    one = keep(coach)
    cached.agree("kettle")
    WAYS[way](cached.path)
    assert ids(cached.agree("kettle")) == [one.id]
    assert cached.read == [1, 1]


def test_where_no_cache_can_be_the_files_answer(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = keep(coach)
    monkeypatch.setattr(searching, "MANY", 0)
    coach.places.search_cache.mkdir(parents=True)
    assert ids(search(coach, "kettle", None)) == [one.id]
    coach.places.search_cache.rmdir()
    coach.places.cache.rmdir()
    coach.places.cache.write_text("a file where a folder should be", encoding="utf-8")
    assert ids(search(coach, "kettle", None)) == [one.id]


def test_while_another_window_writes_the_files_answer(
    coach: Coach, cached: Cached, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tipcoach.journal import search_cache

    monkeypatch.setattr(search_cache, "PATIENCE", 0.01)
    one = keep(coach)
    cached.agree("kettle")
    two = keep(coach, created=NOW + timedelta(minutes=1))
    other = sqlite3.connect(cached.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert ids(search(coach, "kettle", None)) == [two.id, one.id]
    other.execute("ROLLBACK")
    other.close()
    assert ids(cached.agree("kettle")) == [two.id, one.id]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_cache_is_the_owners_alone_and_leaves_no_side_files(
    coach: Coach, cached: Cached
) -> None:
    keep(coach)
    seen: dict[str, int] = {}

    def look(done: int, total: int) -> None:
        for path in cached.path.parent.iterdir():
            seen[path.name] = stat.S_IMODE(path.stat().st_mode)

    old = os.umask(0)
    try:
        cached.cache("kettle", progress=look)
    finally:
        os.umask(old)
    assert seen == {"search.db": 0o600, "search.db-journal": 0o600}
    assert stat.S_IMODE(cached.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(cached.path.parent.stat().st_mode) == 0o700
    assert [path.name for path in cached.path.parent.iterdir()] == ["search.db"]
    cached.path.chmod(0o644)
    cached.agree("kettle")
    assert stat.S_IMODE(cached.path.stat().st_mode) == 0o600


def test_a_small_journal_makes_no_cache(coach: Coach) -> None:
    one = keep(coach)
    assert ids(search(coach, "kettle", None)) == [one.id]
    assert not coach.places.cache.exists()


def test_forgetting_deletes_the_cache_and_its_side_files(coach: Coach, cached: Cached) -> None:
    keep(coach)
    cached.agree("kettle")
    for side in SIDE_FILES:
        cached.path.with_name(cached.path.name + side).write_text("kettle", encoding="utf-8")
    coach.forget_caches()
    assert list(cached.path.parent.iterdir()) == []
    coach.forget_caches()


def test_an_erased_entry_is_in_no_cache(coach: Coach, cached: Cached) -> None:
    one, other = keep(coach), keep(coach, created=NOW - timedelta(days=1))
    cached.agree("kettle")
    erase(coach, plan_erasing(coach, one.id))
    assert not cached.path.exists()
    assert ids(cached.agree("kettle")) == [other.id]


def test_after_erasing_its_words_are_in_no_file_of_the_home(
    coach: Coach, cached: Cached, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes searched: also in the caches, and in those made again afterwards."""
    monkeypatch.setattr(gists, "READ_THROUGH", 0)
    rare = entry(asked("own.words", Text("the quillwort")))
    coach.journal.add(rare)
    hold(coach, rare.id, "quillwort", None)
    lift_hold(coach, rare.id)
    keep(coach, created=NOW - timedelta(days=1))
    cached.agree("quillwort")
    not_yet_recorded(coach)
    home = coach.places.data.parent

    def holding(word: str) -> list[Path]:
        files = (path for path in home.rglob("*") if path.is_file())
        return [path for path in files if word.encode() in path.read_bytes()]

    assert cached.path in holding("quillwort")
    assert coach.places.gists in holding(rare.id)
    erase(coach, plan_erasing(coach, rare.id))
    assert holding("quillwort") == holding(rare.id) == []
    assert cached.agree("quillwort").matches == ()
    not_yet_recorded(coach)
    assert cached.path.exists() and coach.places.gists.exists()
    assert holding("quillwort") == holding(rare.id) == []


def test_a_cache_that_stays_is_said(coach: Coach) -> None:
    coach.places.search_cache.mkdir(parents=True)
    with pytest.raises(NotSaved, match="could not be deleted"):
        coach.forget_caches()


def test_a_cache_that_is_forgotten_while_it_is_written_is_let_be(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        keep(coach, created=NOW - timedelta(days=31 * number))
    monkeypatch.setattr(searching, "MANY", 0)

    def forget_then(done: int, total: int) -> None:
        if done == 1 and total:
            coach.forget_caches()

    assert len(search(coach, "kettle", None, forget_then).matches) == 3
    assert not coach.places.search_cache.exists()


def words_in(cache: Path) -> set[str]:
    """Every word that the index of the cache still holds."""
    with sqlite3.connect(cache) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)")
        found = {term for (term,) in connection.execute("SELECT term FROM temp.terms")}
    connection.close()
    return found


def test_what_is_gone_leaves_the_index_too(coach: Coach, cached: Cached) -> None:
    alike = new_id(NOW)[:13]
    stays = keep(coach, "the heron", id=f"{alike}{'0' * 13}")
    goes = keep(coach, "the egret", id=f"{alike}{'1' * 13}")
    cached.agree("the")
    before = keep(coach, "the wren", id=f"{alike}{'0' * 12}Z")
    assert ids(cached.agree("the")) == [goes.id, before.id, stays.id]
    path_of(coach, goes).unlink()
    path_of(coach, before).unlink()
    assert ids(cached.agree("the")) == [stays.id]
    assert {"heron", "egret", "wren"} & words_in(cached.path) == {"heron"}
