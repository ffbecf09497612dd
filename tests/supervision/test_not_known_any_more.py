"""Somebody whose keys are not known any more, or are others now."""

import pytest
from sharing_between import OFFICER, SUPERVISOR, Pair, agree_between, hold_keys, send_between

from tipcoach.coach.agreeing import Stage, standing_as_it_lies
from tipcoach.coach.inbox import Where, look_in, read_again, say
from tipcoach.coach.people import KeysChanged, know, look_up
from tipcoach.coach.reviewing import open_copy
from tipcoach.coach.taking_back import finish_taking_back, take_back
from tipcoach.errors import NotFound
from tipcoach.reports.inbox import inbox_text
from tipcoach.supervision.cards import Card, write_card
from tipcoach.supervision.identity import make_identity


def test_a_copy_whose_reader_is_not_known_any_more_is_shown_by_their_folder(pair: Pair) -> None:
    record = pair.share()
    pair.officer.places.people.unlink()
    inbox = look_in(pair.officer)
    (shared,) = inbox.shared
    assert (shared.record, shared.where, shared.reader) == (record, Where.THERE, None)
    assert f"Shared with {SUPERVISOR} on" in inbox_text(inbox, pair.officer.clock().date())
    with pytest.raises(NotFound, match="do not know"):
        read_again(pair.officer, shared)


def test_it_is_taken_back_all_the_same_and_the_inbox_is_not_stopped(pair: Pair) -> None:
    record = pair.share()
    pair.officer.places.people.unlink()
    take_back(pair.officer, record.copy)
    assert not [*pair.box.glob("copy.*")]
    assert finish_taking_back(pair.officer) == ()
    assert look_in(pair.officer).shared[0].where is Where.TAKEN_BACK


def test_a_copy_stays_closed_while_the_card_of_its_officer_is_another(pair: Pair) -> None:
    pair.share()
    (row,) = pair.brought()
    other = write_card(make_identity(OFFICER, "Officer A").card)
    (pair.folder / OFFICER / "card.json").write_bytes(other)
    with pytest.raises(KeysChanged, match="Nothing was shared, sent or opened"):
        open_copy(pair.supervisor, row.brought)
    with pytest.raises(KeysChanged):
        say(pair.supervisor, row.brought.id, row.brought.officer, "What did she say?")
    assert not [*pair.box_back.glob("opened.*"), *pair.box_back.glob("comment.*")]


def test_an_agreement_from_before_keys_were_new_does_not_count_as_one_that_has_come(
    pair: Pair,
) -> None:
    agree_between(pair.supervisor, pair.officer, look_again_in=100)
    card = hold_keys(pair.supervisor, SUPERVISOR)
    put_card(pair, card)
    know(pair.officer, look_up(pair.officer, SUPERVISOR))
    standing = standing_as_it_lies(pair.officer, card)
    assert (standing.stage, standing.lies_there) == (Stage.NONE, False)
    know(pair.supervisor, look_up(pair.supervisor, OFFICER))
    send_between(pair.supervisor, pair.officer)
    assert standing_as_it_lies(pair.officer, card).lies_there


def put_card(pair: Pair, card: Card) -> None:
    (pair.folder / SUPERVISOR / "card.json").write_bytes(write_card(card))
