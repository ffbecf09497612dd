"""What a stop rule sent elsewhere stays on the list until it is said to be recorded there."""

import random
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import Clock, asked, entry, follow_up, ids, moments, new_id, visit

from tipcoach.coach.coach import Coach
from tipcoach.coach.records import not_yet_recorded, say_recorded
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.practice.answer import YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import FollowUp, Recorded
from tipcoach.practice.gist import gist_of
from tipcoach.practice.gist import not_yet_recorded as waiting


def stopped(recorded: bool | None = None, **more: Any) -> Entry:
    answer = None if recorded is None else YesNotYet(recorded)
    return entry(
        asked(RECORDED_PROMPT, answer),
        kind=Kind.REFLECTION,
        stopped="hazard",
        visit=visit(purpose=None),
        visit_label="",
        **more,
    )


def test_a_stopped_visit_waits_until_it_is_said_to_be_recorded(coach: Coach, clock: Clock) -> None:
    skipped, not_yet = (
        stopped(None, created=clock.now),
        stopped(False, created=clock.advance(days=1)),
    )
    done, ordinary = stopped(True, created=clock.advance(days=1)), entry(created=clock.now)
    for kept in (skipped, not_yet, done, ordinary):
        coach.journal.add(kept)
    assert not_yet_recorded(coach) == (not_yet, skipped), "newest first"

    clock.advance(hours=1)
    say_recorded(coach, skipped.id)
    assert not_yet_recorded(coach) == (not_yet,)
    say_recorded(coach, not_yet.id)
    assert not_yet_recorded(coach) == ()


def test_saying_it_writes_a_follow_up_and_leaves_the_entry_as_it_was(
    coach: Coach, clock: Clock
) -> None:
    kept = stopped(False)
    path = coach.journal.add(kept)
    before = path.read_bytes()
    clock.advance(days=1)
    said = say_recorded(coach, kept.id)

    assert path.read_bytes() == before
    assert coach.journal.read(said.id) == said
    assert (said.about, said.said, said.replaces) == (kept.id, Recorded(True), None)
    assert said.created == clock.now


def test_it_can_be_taken_back_and_said_again_whatever_the_clock_does(
    coach: Coach, clock: Clock
) -> None:
    """Each follow-up names the one it replaces, so a clock put back changes nothing."""
    kept = stopped(False)
    coach.journal.add(kept)
    said: list[FollowUp] = []
    for recorded, hours in ((True, 5), (False, -40), (True, 1), (False, -100), (True, -1)):
        clock.advance(hours=hours)
        said.append(say_recorded(coach, kept.id, recorded))
        assert (not_yet_recorded(coach) == ()) is recorded

    assert [later.replaces for later in said[1:]] == [earlier.id for earlier in said[:-1]]


@given(
    said=st.lists(st.booleans(), min_size=1, max_size=5),
    names=st.lists(ids, min_size=5, max_size=5, unique=True),
    clocks=st.lists(moments, min_size=5, max_size=5),
    chance=st.randoms(use_true_random=False),
)
def test_the_last_word_counts_by_its_links_in_whatever_order_it_arrives(
    said: list[bool], names: list[str], clocks: list[datetime], chance: random.Random
) -> None:
    kept = stopped(False)
    chain = [
        follow_up(kept.id, recorded, id=name, created=clock)
        for recorded, name, clock in zip(said, names, clocks, strict=False)
    ]
    linked = [chain[0]] + [
        follow_up(kept.id, id=later.id, created=later.created, said=later.said, replaces=earlier.id)
        for earlier, later in pairwise(chain)
    ]
    elsewhere = [follow_up(new_id(), not said[-1])]
    arrived: list[Entry | FollowUp] = [kept, *linked, *elsewhere]
    chance.shuffle(arrived)

    gists = [gist for record in arrived if (gist := gist_of(record))]
    assert waiting(gists) == (() if said[-1] else (kept.id,))


def test_a_follow_up_about_another_entry_says_nothing_here(coach: Coach, clock: Clock) -> None:
    first, second = stopped(False, created=clock.now), stopped(False, created=clock.advance(days=1))
    coach.journal.add(first)
    coach.journal.add(second)
    say_recorded(coach, second.id)
    assert not_yet_recorded(coach) == (first,)


def test_only_a_stopped_visit_can_be_said_to_be_recorded(coach: Coach) -> None:
    ordinary = entry()
    coach.journal.add(ordinary)
    with pytest.raises(WrongUsage):
        say_recorded(coach, ordinary.id)
    kept = stopped()
    coach.journal.add(kept)
    with pytest.raises(WrongUsage):
        say_recorded(coach, say_recorded(coach, kept.id).id)
    with pytest.raises(NotFound):
        say_recorded(coach, new_id())


def test_a_bad_file_does_not_hide_what_is_not_recorded(coach: Coach) -> None:
    kept = stopped(False)
    path = coach.journal.add(kept)
    (path.parent / f"{new_id()}.json").write_bytes(b"{")
    assert not_yet_recorded(coach) == (kept,)
