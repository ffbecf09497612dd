"""Put an entry right line by line: what becomes of the version before it."""

import io

import pytest
from making import asked, entry
from seeing import NAME, that_see

from plain.talking import lines
from tipcoach.coach.coach import Coach
from tipcoach.plain import run_correction
from tipcoach.practice.answer import Lines, Text
from tipcoach.practice.lenses.notice import Lens

NOT_ASKED_FOR, SURE = "no", "erase"


def put_right(coach: Coach, *typed: str) -> str:
    """Put right an entry that says a name, and answer what is asked about it then."""
    before = entry(asked("q.text", Text("All quiet.")), asked("q.list", Lines(("Mr Quill",))))
    coach.journal.add(before)
    out = io.StringIO()
    said = lines(["", "Somebody.", "", "keep", *typed])
    run_correction(coach, before.id, io.StringIO(said), out)
    return " ".join(out.getvalue().split())


def versions(coach: Coach) -> int:
    return len(list(coach.journal.records()))


def test_where_it_says_who_somebody_is_an_empty_line_goes_on_to_erase_it(coach: Coach) -> None:
    heard = put_right(that_see(coach, NAME), "", NOT_ASKED_FOR, SURE)
    assert "The identifiers lens sees in it what may tell who somebody is." in heard
    assert "Has anyone asked to see records" in heard
    assert versions(coach) == 1


@pytest.mark.parametrize("typed", [("keep",), ("", "yes"), ("", NOT_ASKED_FOR, ""), ("quit",)])
def test_it_is_kept_all_the_same_when_that_is_said(coach: Coach, typed: tuple[str, ...]) -> None:
    put_right(that_see(coach, NAME), *typed)
    assert versions(coach) == 2


@pytest.mark.parametrize("is_off", [True, False])
def test_with_nothing_seen_or_the_lens_off_an_empty_line_keeps_it(
    coach: Coach, is_off: bool
) -> None:
    that_see(coach, *([NAME] if is_off else []))
    if is_off:
        coach.lenses.switch(Lens.IDENTIFIERS, on=False)
    heard = put_right(coach, "")
    assert "An empty line keeps it." in heard
    assert "identifiers lens" not in heard
    assert versions(coach) == 2
