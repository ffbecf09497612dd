"""Which version stands follows from links alone, whatever a hostile file says of itself."""

import random

from hypothesis import given
from hypothesis import strategies as st
from making import entry, follow_up, ids

from tipcoach.practice.follow_up import Hold, Recorded, Review, standing
from tipcoach.practice.versions import links_of


@given(
    names=st.lists(ids, min_size=1, max_size=6, unique=True).map(sorted),
    chance=st.randoms(use_true_random=False),
)
def test_a_chain_of_corrections_is_one_entry_whatever_the_order_it_arrives_in(
    names: list[str], chance: random.Random
) -> None:
    before = [None, *names[:-1]]
    records = [
        entry(id=name, supersedes=corrects) for name, corrects in zip(names, before, strict=True)
    ]
    chance.shuffle(records)
    links = links_of(records)

    for name in names:
        assert links.versions(name) == tuple(names)
        assert links.later(name) == (None if name == names[-1] else names[-1])


@given(
    names=st.lists(ids, min_size=1, max_size=6, unique=True),
    targets=st.lists(st.integers(0, 5), min_size=6, max_size=6),
)
def test_no_files_can_make_every_version_an_earlier_one(
    names: list[str], targets: list[int]
) -> None:
    """Loops, entries that correct themselves, forks: something always stands."""
    records = [
        entry(id=name, supersedes=names[target % len(names)])
        for name, target in zip(names, targets, strict=False)
    ]
    links = links_of(records)

    for name in names:
        newest = links.later(name) or name
        assert links.later(newest) is None
        assert newest >= name
        assert name in links.versions(name)


def test_what_is_said_of_one_version_holds_for_all_of_them() -> None:
    first, second = entry(), entry()
    older, newer = sorted((first.id, second.id))
    records = [entry(id=older), entry(id=newer, supersedes=older)]
    said = follow_up(older, said=Hold(True))
    links = links_of([*records, said, follow_up(newer), "anything else"])

    assert links.said(newer, Hold) == links.said(older, Hold) == (said,)
    assert len(links.of(older)) == 2


def test_two_windows_may_each_have_said_something_and_both_stand() -> None:
    about = entry().id
    here, there = follow_up(about, said=Hold(True)), follow_up(about, said=Hold(False))
    review = follow_up(about)

    assert set(standing([here, there, review], [about], Hold)) == {here, there}
    after = follow_up(about, said=Hold(False), replaces=here.id)
    assert set(standing([after, here, there], [about], Hold)) == {after, there}
    assert standing([here, there], [about], Review) == ()
    assert standing([here, review], [about], Recorded) == (review,)
