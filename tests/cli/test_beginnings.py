"""An id is told by its beginning, wherever one is asked for; a slip of the finger does nothing."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from making import NOW, asked, entry

from cli.program import Done
from cli.two_desks import Desks
from tipcoach.coach.beginnings import whole_id
from tipcoach.coach.coach import Coach
from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import Promised
from tipcoach.practice.promises import Promise
from tipcoach.settings import HOME_VARIABLE, places


def test_a_beginning_that_one_alone_has_is_that_one() -> None:
    ids = ["abcdef", "abcdxy", "qrstuv"]
    assert whole_id("qrst", ids) == "qrstuv"
    assert whole_id("abcdef", ids) == "abcdef"
    assert whole_id("qr", ids) == "qr", "too short to be meant"
    assert whole_id("zzzz", ids) == "zzzz", "what is none is left to the command"
    with pytest.raises(WrongUsage, match="2 ids begin with abcd, and nothing was done") as told:
        whole_id("abcd", ids)
    assert "Type more of it, as abcde." in str(told.value)


def test_an_entry_and_a_promise_are_told_by_it(home: Path, here: Callable[..., Done]) -> None:
    coach = Coach(places({HOME_VARIABLE: str(home)}))
    old = entry(asked("a.b", Promised((Promise("Ring"),))), created=NOW - timedelta(minutes=3))
    new = entry(asked("a.c"))
    for each in (old, new):
        coach.journal.add(each)
    begun = next(
        old.id[:many] for many in range(4, 26) if not new.id.startswith(old.id[:many])
    ).lower()
    assert here("journal", "show", begun, "--json").document["id"] == old.id
    assert here("promises", "kept", f"{begun}/1").code == 0
    told = here("journal", "show", old.id[:4])
    assert told.code == 2 and "3 ids begin with" in told.err, "what was said of one has an id too"
    assert here("journal", "show", "ZZZZZ").code == 1


def test_a_copy_is_told_by_it_on_either_side(desks: Desks) -> None:
    copy = desks.share("--question", "What did I miss?")
    begun = copy[:6]
    assert desks.supervisor("review", "ask", begun, "What did she see?").code == 0
    assert "Wobbly." in desks.supervisor("review", "open", begun).out
    assert desks.supervisor("review", "mark", begun, "--json").document["copy"] == copy
    assert desks.supervisor("review", "unmark", begun).code == 0
    assert not desks.supervisor("review", "--json").document["brought"][0]["marked"]
    assert desks.officer("inbox", "say", begun, "I saw it otherwise.").code == 0
    assert "I saw it otherwise." in desks.officer("inbox", "read", begun).out
    assert desks.officer("take-back", begun, "--yes").code == 0
    assert not desks.supervisor("review", "--json").document["brought"]
