"""In what two people write down together their own names are nothing to look at."""

from dataclasses import replace

import pytest
from sharing_between import Pair
from tui.stub_lenses import TITLED, sees

from tipcoach.coach.looking import looking_in
from tipcoach.practice.entry import Kind

SAID = "Officer A rings Supervisor B, and supervisor b’s deputy rings Mr Fern."
NAME = r"(?:Officer|Supervisor) [AB]|Mr \w+"


def seen(pair: Pair, kind: Kind) -> list[str]:
    sees(pair.officer, replace(TITLED, quote=NAME))
    return [notice.quote for notice in looking_in(pair.officer, kind).look("p", SAID)]


@pytest.mark.parametrize("kind", [Kind.AGREEMENT, Kind.SESSION])
def test_only_others_are_named(pair: Pair, kind: Kind) -> None:
    assert seen(pair, kind) == ["Mr Fern"]


def test_in_an_entry_of_ones_own_everybody_is(pair: Pair) -> None:
    everybody = ["Officer A", "Supervisor B", "supervisor b", "Mr Fern"]
    assert seen(pair, Kind.REFLECTION) == everybody


def test_what_cannot_be_read_of_people_is_no_reason_to_stop_looking(pair: Pair) -> None:
    pair.officer.places.people.write_bytes(b"{")
    assert "Supervisor B" in seen(pair, Kind.AGREEMENT)
