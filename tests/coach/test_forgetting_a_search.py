"""The cache of the search keeps nothing that was taken away, and is itself taken away."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from making import NOW, asked, entry, new_id

from coach.searched import SIDE_FILES, Cached, ids, keep, path_of
from tipcoach.coach import gists, searching
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.keeping import hold, lift_hold
from tipcoach.coach.records import not_yet_recorded
from tipcoach.coach.searching import search
from tipcoach.errors import NotSaved
from tipcoach.practice.answer import Text


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
