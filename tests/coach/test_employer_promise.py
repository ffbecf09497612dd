"""How the employer's written promise stands, as `doctor` says it and whoever shares is told."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor.examine import examine
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.employer_promise import employer_promise
from tipcoach.errors import LibraryFault
from tipcoach.practice.employer_promise import NO_PROMISE

WHOLE = "promise: Not for appraisal.\nexceptions: none\ngiven_by: A\ngiven_on: 2026-10-01\n"


def write(coach: Coach, text: str) -> None:
    path = coach.places.employer_promise
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def examined(coach: Coach) -> Finding:
    (found,) = (one for one in examine(coach, {}) if one.what == "Your employer’s promise")
    return found


def test_that_there_is_none_is_noted_with_where_it_would_be(coach: Coach) -> None:
    assert employer_promise(coach) is None
    found = examined(coach)
    assert (found.state, found.detail) == (State.NOTE, NO_PROMISE)
    assert str(coach.places.employer_promise) in found.to_do


def test_one_that_is_given_is_fine_and_read_anew_each_time(coach: Coach) -> None:
    write(coach, WHOLE)
    assert (found := employer_promise(coach)) is not None
    assert (found.promise, found.given_by) == ("Not for appraisal.", "A")
    said = examined(coach)
    assert (said.state, said.detail) == (State.FINE, "Given by A on 1 October 2026.")
    write(coach, "# Taken back.\n")
    assert employer_promise(coach) is None


def test_a_mistake_is_wrong_and_until_it_is_mended_nothing_is_promised(coach: Coach) -> None:
    write(coach, WHOLE.replace("given_on: 2026-10-01", "given_on: soon"))
    with pytest.raises(LibraryFault):
        employer_promise(coach)
    found = examined(coach)
    assert found.state is State.WRONG
    assert found.detail.startswith("employer-promise.yaml, line 4: given_on wants a day")
    assert "nothing is promised" in found.to_do
    assert "prompts check" not in found.to_do, "it does not look there"
