"""Promises as a shell sees them: the list, what became of one, and the days for a calendar."""

import json
import re
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from cli.program import (
    REFLECTION,
    Done,
    coach_at,
    entry_file,
    files_under,
    keep,
    tipcoach,
    with_answers,
    write_answers,
)
from tipcoach.coach.coach import Coach
from tipcoach.coach.promises import settle
from tipcoach.practice.follow_up import Became
from tipcoach.practice.promises import say_date
from tipcoach.reports.promises import NEWEST_FEW

Here = Callable[..., Done]

NOW = datetime.now().astimezone()
TODAY = NOW.date()
LAST_WEEK, NEXT_WEEK = TODAY - timedelta(days=7), TODAY + timedelta(days=7)


def promised(*promises: Mapping[str, str]) -> dict[str, Any]:
    return with_answers(REFLECTION, {"promises.made": [*promises]})


OVERDUE = {"text": "Chase the part", "due": LAST_WEEK.isoformat(), "whose": "mine"}
THEIRS = {"text": "Send the page", "due": LAST_WEEK.isoformat(), "whose": "theirs"}
LATER = {"text": "Find a slot", "due": NEXT_WEEK.isoformat(), "whose": "another-team"}
SOME_DAY = {"text": "Think about the cupboard"}


@pytest.fixture(autouse=True)
def _the_day_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run may go on past midnight; the commands of these tests stay on the day it began."""
    defaults = Coach.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "clock", lambda: NOW)


@pytest.fixture
def kept(home: Path) -> str:
    """The id of a reflection with four promises."""
    return keep(home, promised(OVERDUE, THEIRS, LATER, SOME_DAY))


def listed(done: Done) -> dict[str, Any]:
    return {one["id"]: one for one in done.document["promises"]}


@pytest.mark.parametrize("command", [["promises"], ["promises", "list"]], ids=" ".join)
def test_the_list_says_what_is_due_each_with_its_id(
    here: Here, kept: str, command: list[str]
) -> None:
    done = here(*command)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Overdue\n"
        f"{kept}/1  ■ Chase the part · mine · 7 days over\n"
        f"{kept}/2  ■ Send the page · theirs · 7 days over\n"
        "\n"
        "Later\n"
        f"{kept}/3  □ Find a slot · another team’s · "
    )
    assert listed(here(*command, "--json"))[f"{kept}/1"] == {
        "id": f"{kept}/1",
        "text": "Chase the part",
        "whose": "mine",
        "due": LAST_WEEK.isoformat(),
        "open": True,
        "overdue": True,
        "became": None,
        "told": None,
        "because": None,
        "purpose": "arrears",
    }


def test_not_kept_and_told_is_a_follow_up_and_nothing_else_is_touched(
    here: Here, home: Path, kept: str
) -> None:
    before = {path: path.read_bytes() for path in files_under(home / "data")}

    done = here("promises", "not-kept", f"{kept}/1", "--told", "--because", "another-team")
    assert (done.code, done.out) == (0, "")
    assert done.err == "Written down: not kept, already told. The entry itself is unchanged.\n"
    shown = here("promises", "list")
    assert "× Chase the part · not kept, already told" in shown.out
    found = listed(here("promises", "list", "--json"))[f"{kept}/1"]
    assert (found["became"], found["told"], found["because"]) == ("not_kept", True, "another-team")
    assert (found["open"], found["overdue"]) == (False, False)

    (new,) = {*files_under(home / "data")} - {*before}
    record = json.loads(new.read_bytes())
    assert (record["kind"], record["about"]) == ("follow_up", kept)
    assert all(path.read_bytes() == data for path, data in before.items())


def test_a_new_date_moves_it_and_json_prints_the_follow_up_as_its_file_holds_it(
    here: Here, home: Path, kept: str
) -> None:
    said = here("promises", "renegotiated", f"{kept}/1", "--due", "in two weeks").err
    new_day = say_date(TODAY + timedelta(weeks=2), TODAY)
    assert said.startswith(f"Written down: new date, {new_day}, not told yet.")
    done = here("promises", "renegotiated", f"{kept}/1", "--due", "in two weeks", "--json")
    follow_up = done.document
    assert done.out == entry_file(home, follow_up["id"]).read_text(encoding="utf-8")
    day = (TODAY + timedelta(days=14)).isoformat()
    assert follow_up["said"]["due"] == day
    found = listed(here("promises", "--json"))[f"{kept}/1"]
    assert (found["due"], found["open"], found["overdue"]) == (day, True, False)
    assert (found["became"], found["told"]) == ("renegotiated", False)

    assert here("promises", "kept", f"{kept}/1").code == 0
    assert "● Chase the part · kept\n" in here("promises").out


def test_an_entry_says_what_became_of_its_promises_also_once_it_was_put_right(
    here: Here, home: Path, kept: str
) -> None:
    def shown(entry_id: str) -> list[str]:
        lines = here("journal", "show", entry_id).out.split("\n")
        return [line for line in lines if line.startswith("“")]

    assert shown(kept) == []
    here("promises", "not-kept", f"{kept}/2", "--told")
    here("promises", "renegotiated", f"{kept}/1", "--due", "tomorrow", "--told")
    said = [
        "“Send the page”: not kept, already told.",
        "“Chase the part”: new date, already told, due tomorrow.",
    ]
    assert shown(kept) == said

    right = write_answers(home.parent, {"answers": {"moment.stayed": "The quiet."}})
    done = here("journal", "supersede", kept, "--answers", right, "--json")
    assert shown(done.document["id"]) == said
    assert shown(kept) == []


@pytest.mark.parametrize(
    "arguments, code, says",
    [
        (["kept", "nonsense"], 1, "one looks like ENTRY/2"),
        (["kept", "{}/9"], 1, "There is no promise"),
        (["kept", "{}/1", "--told"], 2, "--told"),
        (["renegotiated", "{}/1"], 2, "--due"),
        (["renegotiated", "{}/1", "--due", "some day"], 2, "That is not a day."),
        (["renegotiated", "{}/1", "--due", LAST_WEEK.isoformat()], 2, "That day has gone by."),
        (["not-kept", "{}/1", "--because", "I was away"], 2, "They are: time, another-team, "),
        (["list", "--open", "--all"], 2, "give one of them"),
        (["--json", "list"], 2, "--json goes at the end"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    here: Here, home: Path, kept: str, arguments: list[str], code: int, says: str
) -> None:
    before = files_under(home / "data")
    done = here("promises", *(each.format(kept) for each in arguments))
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert files_under(home / "data") == before


def test_of_those_settled_the_newest_few_are_listed(here: Here, home: Path) -> None:
    assert here("promises").out == "No promises. They come from a reflection: tipcoach reflect\n"
    texts = [f"Promise {number}" for number in range(NEWEST_FEW + 2)]
    kept = keep(home, promised(*({"text": text} for text in texts)))
    coach = coach_at(home)
    for number in reversed(range(1, len(texts) + 1)):
        settle(coach, f"{kept}/{number}", Became.KEPT)

    few = here("promises", "--json").document
    assert [one["text"] for one in few["promises"]] == texts[:NEWEST_FEW]
    assert few["more"] is True
    assert "And two more settled: tipcoach promises list --all" in here("promises").out
    all_ = here("promises", "list", "--all", "--json").document
    assert ([one["text"] for one in all_["promises"]], all_["more"]) == (texts, False)
    assert here("promises", "list", "--open").out == "No promise is open.\n"


def test_a_shell_is_offered_the_ids_without_a_word_of_a_promise(home: Path, kept: str) -> None:
    asked = {
        "_TIPCOACH_COMPLETE": "zsh_complete",
        "COMP_WORDS": f"tipcoach promises kept {kept[:10]}",
        "COMP_CWORD": "3",
    }
    offered = tipcoach(home, more=asked).out.split("\n")
    assert offered[1:3] == [f"{kept}/1", f"due {LAST_WEEK}"]
    assert f"{kept}/4" in offered
    assert "Chase" not in "".join(offered)


def test_the_calendar_says_that_something_is_due_and_on_which_day(
    here: Here, home: Path, kept: str
) -> None:
    file = home.parent / "due.ics"
    done = here("promises", "calendar", file, "--json")
    assert done.document == {"file": str(file), "days": 2}

    data = file.read_bytes()
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [LAST_WEEK, NEXT_WEEK]
    assert [event.decoded("DTEND") - event.decoded("DTSTART") for event in events] == (
        [timedelta(days=1)] * 2
    )
    for event in events:
        assert {**event}.keys() == {
            *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP")
        }
        assert (event["SUMMARY"], event["CLASS"]) == ("Something is due", "PRIVATE")
        assert event["TRANSP"] == "TRANSPARENT"
        assert not event.subcomponents
    assert len({event["UID"] for event in events}) == 2
    written = {*re.findall("[a-z0-9]+", data.decode("utf-8").lower())}
    told = "chase the part find a slot send page mine theirs another team arrears rent promise"
    assert written & {*told.split(), kept.lower()} == set()


def test_brought_in_again_a_day_that_moved_takes_the_old_ones_place(
    here: Here, home: Path, kept: str
) -> None:
    def uids(name: str) -> dict[str, date]:
        file = home.parent / name
        assert here("promises", "calendar", file).code == 0
        events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        return {str(event["UID"]): event.decoded("DTSTART") for event in events}

    before = uids("before.ics")
    here("promises", "renegotiated", f"{kept}/1", "--due", "tomorrow")
    after = uids("after.ics")
    assert after.keys() == before.keys()
    assert sorted(after.values()) == [TODAY + timedelta(days=1), NEXT_WEEK]


def test_a_calendar_is_written_over_nothing_and_not_into_the_journal(
    here: Here, home: Path, kept: str
) -> None:
    there = home.parent / "there.ics"
    there.write_bytes(b"mine")
    assert here("promises", "calendar", there).code == 2
    assert there.read_bytes() == b"mine"
    done = here("promises", "calendar", home.parent)
    assert (done.code, "is a folder" in done.err) == (2, True)
    done = here("promises", "calendar", home.parent / "no" / "due.ics")
    assert (done.code, "There is no folder" in done.err) == (1, True)
    done = here("promises", "calendar", home / "data" / "journal" / "due.ics")
    assert (done.code, "is part of your journal" in done.err) == (2, True)


def test_with_nothing_to_write_no_calendar_is_written(here: Here, home: Path) -> None:
    keep(home, promised(THEIRS, SOME_DAY))
    file = home.parent / "due.ics"
    done = here("promises", "calendar", file)
    assert (done.code, file.exists()) == (1, False)
    assert "there is nothing to write" in done.err


def test_without_the_part_for_calendars_it_says_how_to_install_it(
    here: Here, home: Path, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    file = home.parent / "due.ics"
    done = here("promises", "calendar", file)
    assert (done.code, done.out, file.exists()) == (1, "", False)
    assert f'To install it: "{sys.executable}" -m pip install "' in done.err
    assert '[reports]"' in done.err
    assert here("promises").code == 0
