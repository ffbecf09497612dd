"""`tipcoach journal search`: what it says, in text and in JSON, and what it does without."""

import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cli.program import (
    REFLECTION,
    STOPPED,
    Done,
    coach_at,
    files_under,
    keep,
    runner_that,
    tipcoach,
    with_answers,
)
from cli.test_quick_ways import imported_by
from tipcoach.coach import searching
from tipcoach.coach.searching import search

Here = Callable[..., Done]


@pytest.fixture
def kept(home: Path) -> list[str]:
    """The ids of three entries, the oldest first."""
    said = {"moment.stayed": "The quiet. Then the létter came, and tea."}
    return [
        keep(home, REFLECTION),
        keep(home, with_answers(REFLECTION, said)),
        keep(home, STOPPED),
    ]


def test_the_newest_come_first_each_with_its_sentence(here: Here, kept: list[str]) -> None:
    done = here("journal", "search", "letter")
    assert done.code == 0, done.err
    assert done.err == ""
    lines = done.out.splitlines()
    assert lines[0].endswith(f" · After · rent arrears · phone · {kept[1]}")
    assert lines[1] == "  Then the létter came, and tea."
    assert lines[2].endswith(kept[0])
    assert lines[3] == "  The quiet after the letter"
    assert len(lines) == 4


def test_what_is_cut_says_that_there_is_more(here: Here, kept: list[str]) -> None:
    assert "There are more" in here("journal", "search", "letter", "--limit", "1").out
    assert "more" not in here("journal", "search", "letter", "--limit", "2").out
    assert kept[0] in here("journal", "search", "letter", "--all").out


def test_as_json(here: Here, kept: list[str]) -> None:
    done = here("journal", "search", "letter", "kind:after", "--json", "--limit", "1")
    assert done.err == ""
    assert done.document["more"] is True
    (one,) = done.document["results"]
    assert one["id"] == kept[1]
    assert (one["kind"], one["purpose"], one["channel"]) == ("reflection", "arrears", "phone")
    assert one["sentence"] == "Then the létter came, and tea."
    assert [one["sentence"][start:end] for start, end in one["words"]] == ["létter"]


def test_a_stopped_visit_says_no_more_than_that(here: Here, kept: list[str]) -> None:
    done = here("journal", "search", "has:stopped")
    assert f"After · stopped · phone · {kept[2]}" in done.out


def test_nothing_found_is_no_fault_and_is_said(here: Here, kept: list[str]) -> None:
    done = here("journal", "search", "lighthouse")
    assert done.code == 0
    assert "Nothing in your journal says that." in done.out
    empty = here("journal", "search", "lighthouse", "--json")
    assert (empty.code, empty.document) == (0, {"results": [], "more": False})


def test_words_that_a_shell_was_given_in_quotes_stand_together(here: Here, kept: list[str]) -> None:
    assert kept[0] in here("journal", "search", "quiet after").out
    assert "Nothing" in here("journal", "search", "quiet letter").out
    assert kept[0] in here("journal", "search", "quiet", "letter").out
    assert kept[0] in here("journal", "search", 'letter "quiet after" kind:after').out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["prupose:arrears"], "did you mean “purpose”"),
        (["channel:fone"], "did you mean “phone”"),
        (["purpose:arears"], "did you mean “arrears”"),
        (["?"], "There is no word to look for."),
        ([], "WORDS"),
        (["x", "--limit", "0"], "--limit"),
    ],
)
def test_what_is_not_understood(here: Here, home: Path, words: list[str], said: str) -> None:
    done = here("journal", "search", *words)
    assert done.code == 2
    assert done.out == ""
    assert said in done.err
    assert files_under(home) == []


def test_reading_a_large_journal_is_said_once(
    here: Here, home: Path, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tipcoach.cli import long_job

    monkeypatch.setattr(searching, "MANY", 1)
    monkeypatch.setattr(long_job, "WORTH_SAYING", 1)
    first = here("journal", "search", "letter", "--json")
    assert first.err.startswith("Reading 3 entries once, so that later searches are quick.")
    assert len(first.document["results"]) == 2
    second = here("journal", "search", "letter", "--json")
    assert (second.err, second.out) == ("", first.out)


def test_a_spoilt_cache_is_no_fault(
    here: Here, home: Path, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MANY", 1)
    first = here("journal", "search", "letter")
    cache = home / "cache" / "search.db"
    cache.write_bytes(b"spoilt" * 1_000)
    assert here("journal", "search", "letter") == first
    with sqlite3.connect(cache) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (3,)
    connection.close()


def test_with_its_cache_a_search_loads_nothing_heavy(
    home: Path, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MANY", 1)
    search(coach_at(home), "letter", None)
    imported = imported_by(home, "journal", "search", "letter", "--json")
    assert "sqlite3" in imported
    assert imported & {"pydantic", "yaml", "textual", "rich", "ulid", "filelock"} == set()


WITH_A_CACHE = ("from tipcoach.coach import searching", "searching.MANY = 1")


@pytest.mark.thorough
def test_several_at_once_find_the_same(home: Path, kept: list[str]) -> None:
    runner = runner_that(home.parent, *WITH_A_CACHE)
    expected = tipcoach(home, "journal", "search", "letter").out
    with ThreadPoolExecutor(6) as pool:
        for _ in range(5):
            searches = [
                pool.submit(tipcoach, home, "journal", "search", "letter", runner=runner)
                for _ in range(6)
            ]
            done = [one.result() for one in searches]
            assert {(one.code, one.out) for one in done} == {(0, expected)}
            (home / "cache" / "search.db").unlink()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal")
@pytest.mark.parametrize("reads", [1, 2, 3])
def test_one_that_was_killed_while_it_wrote_spoils_nothing(
    home: Path, kept: list[str], reads: int
) -> None:
    expected = tipcoach(home, "journal", "search", "letter").out
    killed = runner_that(
        home.parent,
        *WITH_A_CACHE,
        "import os, signal",
        "from tipcoach.journal import search_cache",
        "keep, reads = search_cache.Tables.keep_file, []",
        "def keep_and_end(*args, **more):",
        "    reads.append(keep(*args, **more))",
        f"    if len(reads) == {reads}: os.kill(os.getpid(), signal.SIGKILL)",
        "search_cache.Tables.keep_file = keep_and_end",
    )
    assert tipcoach(home, "journal", "search", "letter", runner=killed).code < 0
    runner = runner_that(home.parent, *WITH_A_CACHE)
    done = tipcoach(home, "journal", "search", "letter", runner=runner)
    assert (done.code, done.out) == (0, expected)
    assert [path.name for path in (home / "cache").iterdir()] == ["search.db"]
