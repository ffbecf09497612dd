"""Which sessions are here, which record is not sent yet, and what came, told from names alone."""

from dataclasses import replace

import pytest
from sharing_between import OFFICER, SUPERVISOR, Pair

from supervision.test_session_records import (
    AGREED,
    DIFFERENTLY,
    answered,
    came,
    sent,
    session,
)
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.reviewing import open_copy
from tipcoach.coach.session_post import Post, look_for_post
from tipcoach.coach.session_records import send_record, write_record
from tipcoach.coach.sessions_here import sessions_here
from tipcoach.coach.shared_place import the_place
from tipcoach.coach.taking_back import take_back
from tipcoach.supervision.place import NotThere, box


def unsent(coach: Coach) -> list[str]:
    return [each.entry.id for each in sessions_here(coach).unsent]


def test_one_is_unsent_until_its_record_lies_there(pair: Pair) -> None:
    made = session(pair)
    assert unsent(pair.supervisor) == [made.id]
    write_record(pair.supervisor, made)
    assert unsent(pair.supervisor) == [made.id], "writing it is not sending it"
    sent(pair)
    assert unsent(pair.supervisor) == [made.id], "another was sent"
    send_record(pair.supervisor, write_record(pair.supervisor, made), made)
    assert unsent(pair.supervisor) == []


def test_one_that_did_not_get_there_is_unsent_and_one_with_a_view_is_not(pair: Pair) -> None:
    made = sent(pair)
    assert unsent(pair.supervisor) == []
    place, where = the_place(pair.supervisor), box(SUPERVISOR, OFFICER)
    (name,) = (each for each in place.names(where) if each.startswith("record."))
    kept = place.get(where, name)
    place.drop(where, name)
    assert unsent(pair.supervisor) == [made.id]
    place.put(where, name, kept)
    answered(pair, AGREED)
    came(pair.supervisor)
    place.drop(where, name)
    assert unsent(pair.supervisor) == [], "they have it, for they said how they see it"


def test_what_the_other_wrote_and_what_was_put_right_are_not_sent(pair: Pair) -> None:
    made = sent(pair)
    answered(pair, DIFFERENTLY)
    assert unsent(pair.officer) == []
    (held,) = sessions_here(pair.officer).newest
    assert (held.view, held.sides.is_mine) == (DIFFERENTLY, False)
    right = replace(made, id=pair.supervisor.new_id(after=made.id), supersedes=made.id)
    pair.supervisor.journal.add(right)
    assert unsent(pair.supervisor) == []


def test_nothing_written_and_nobody_known_is_nothing_to_send(pair: Pair) -> None:
    session(pair, with_whom="officer-z")
    whole = session(pair)
    assert unsent(pair.supervisor) == [whole.id]
    erase(pair.supervisor, plan_erasing(pair.supervisor, whole.id))
    bare = replace(whole, id=pair.supervisor.new_id(), asked=())
    pair.supervisor.journal.add(bare)
    found = sessions_here(pair.supervisor)
    assert found.unsent == ()
    assert [each.entry.id for each in found.newest] == [bare.id]


# -- what came, by names ------------------------------------------------------------------


def test_post_is_what_collecting_would_find(pair: Pair) -> None:
    """With the keys locked, nothing can be unsealed for it."""
    sent(pair)
    identity, pair.officer.keys._identity = pair.officer.keys._identity, None
    assert look_for_post(pair.officer) == Post(records=("Supervisor B",))
    pair.officer.keys._identity = identity
    answered(pair, AGREED)
    assert look_for_post(pair.officer) == Post()
    assert look_for_post(pair.supervisor) == Post(views=("Officer A",))
    came(pair.supervisor)
    assert look_for_post(pair.supervisor) == Post()


def test_a_copy_is_post_until_it_is_opened_or_taken_back(pair: Pair) -> None:
    shared = pair.share()
    assert look_for_post(pair.supervisor) == Post(copies=("Officer A",))
    assert look_for_post(pair.officer) == Post()
    (row,) = pair.brought()
    open_copy(pair.supervisor, row.brought)
    assert look_for_post(pair.supervisor) == Post()
    another = pair.share()
    assert another.copy != shared.copy
    assert look_for_post(pair.supervisor) == Post(copies=("Officer A",))
    take_back(pair.officer, another.copy)
    assert look_for_post(pair.supervisor) == Post()


def test_post_of_what_was_erased_is_not_told(pair: Pair) -> None:
    made = sent(pair)
    theirs = answered(pair, AGREED)
    erase(pair.officer, plan_erasing(pair.officer, theirs.id))
    assert look_for_post(pair.officer) == Post()
    erase(pair.supervisor, plan_erasing(pair.supervisor, made.id))
    assert look_for_post(pair.supervisor) == Post()


def test_a_place_that_is_out_is_not_there(pair: Pair) -> None:
    sent(pair)
    pair.folder.rename(pair.folder.with_name("out"))
    with pytest.raises(NotThere):
        look_for_post(pair.officer)
