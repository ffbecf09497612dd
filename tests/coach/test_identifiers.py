"""The officer's own list, and what the identifiers lens sees through the coach."""

from tipcoach.coach.coach import Coach
from tipcoach.practice.lenses.notice import Lens

SAID = "Mrs Ashdown was at the Larkfell hall again."


def test_the_own_list_is_looked_for_from_the_moment_it_is_kept(coach: Coach) -> None:
    assert [one.quote for one in coach.lenses.look(SAID)] == ["Mrs Ashdown"]
    coach.lenses.look_out_for(("larkfell hall",))
    assert [one.quote for one in coach.lenses.look(SAID)] == ["Mrs Ashdown", "Larkfell hall"]


def test_it_can_be_switched_off_and_says_that_it_misses_things(coach: Coach) -> None:
    assert "misses" in coach.lenses.misses
    coach.lenses.switch(Lens.IDENTIFIERS, on=False)
    assert coach.lenses.look(SAID) == ()
