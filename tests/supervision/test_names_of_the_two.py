"""In what two people write down together their own names are nothing to look at."""

from dataclasses import replace

import pytest
from making import checklist, draft, prompt, section, visit
from sharing_between import SUPERVISOR, Pair
from tui.stub_lenses import TITLED, sees

from tipcoach.coach.looking import looking_in
from tipcoach.practice.entry import Kind
from tipcoach.practice.walk import Walk
from tipcoach.supervision.people import read_people, write_people

NAME = r"Officer [AC]|Supervisor B|Officer|Fern B|\bB\b|★"
SAID = "Officer A rings Supervisor B, the officer rings Fern B and Officer C ★, and B waits."
OTHERS = ["Fern B", "Officer C", "★", "B"]


def seen(pair: Pair, kind: Kind, with_whom: str | None = None) -> list[str]:
    sees(pair.officer, replace(TITLED, quote=NAME))
    walk = Walk.begin(checklist(section("s", prompt("p"))), visit())
    begun = draft(walk, kind=kind, with_whom=with_whom)
    return [notice.quote for notice in looking_in(pair.officer, begun).look("p", SAID)]


@pytest.mark.parametrize(
    ("kind", "with_whom"), [(Kind.AGREEMENT, None), (Kind.SESSION, SUPERVISOR)]
)
def test_only_others_are_named(pair: Pair, kind: Kind, with_whom: str | None) -> None:
    assert seen(pair, kind, with_whom) == OTHERS


def test_somebody_else_who_is_known_is_named_in_a_session_of_two(pair: Pair) -> None:
    people = read_people(pair.officer.places.people)
    one = next(iter(people.cards.values()))
    third = replace(one, folder="officer-c", name="Officer C")
    both = write_people(people.and_also(third))
    pair.officer.places.people.write_text(both, encoding="utf-8")
    assert "Officer C" in seen(pair, Kind.SESSION, SUPERVISOR)
    assert "Officer C" not in seen(pair, Kind.AGREEMENT)


def test_of_a_group_only_whoever_writes_is_not(pair: Pair) -> None:
    assert seen(pair, Kind.SESSION) == ["Supervisor B", *OTHERS]


def test_in_an_entry_of_ones_own_everybody_is(pair: Pair) -> None:
    everybody = ["Officer A", "Supervisor B", "officer", *OTHERS]
    assert seen(pair, Kind.REFLECTION) == everybody


def test_what_cannot_be_read_of_people_is_no_reason_to_stop_looking(pair: Pair) -> None:
    pair.officer.places.people.write_bytes(b"{")
    assert "Supervisor B" in seen(pair, Kind.AGREEMENT)
