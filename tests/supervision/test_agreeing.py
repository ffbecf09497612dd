"""Which agreements wait for a yes, and which count for nothing."""

from datetime import date, timedelta

import pytest
from making import Clock, asked, entry
from sharing_between import OFFICER, SUPERVISOR, Pair, agree_between, send_between

from tipcoach.coach.agreeing import (
    NoAgreement,
    Stage,
    agree,
    collect,
    require_current,
    send,
    standing_as_it_lies,
    standing_with,
    write_agreement,
)
from tipcoach.coach.coach import Coach
from tipcoach.coach.inbox import say
from tipcoach.coach.people import known
from tipcoach.errors import NotSaved, WrongUsage
from tipcoach.practice.entry import Kind
from tipcoach.supervision.documents import Agreement, Term
from tipcoach.supervision.folder import FolderPlace
from tipcoach.supervision.mail import Letter, write_letter


def letter(pair: Pair, answer: str, made_on: date) -> Letter:
    terms = (Term("What is it for?", answer),)
    content = Agreement(made_on, made_on + timedelta(days=182), terms, None)
    return write_letter(pair.officer.keys.card, pair.supervisor.keys.card, content)


def waiting(pair: Pair) -> list[str]:
    """The answers of what waits for the supervisor's yes."""
    found, refused = collect(pair.supervisor)
    assert refused == ()
    return [each.agreement.terms[0].answer for each in found]


def test_one_that_was_sent_twice_waits_once_and_one_yes_is_enough(pair: Pair) -> None:
    today = pair.officer.clock().date()
    for _ in range(2):
        send(pair.officer, letter(pair, "New.", today))
    assert waiting(pair) == ["New."]
    agree(pair.supervisor, collect(pair.supervisor)[0][0])
    assert waiting(pair) == []


def test_an_older_one_does_not_wait_beside_a_newer_nor_after_it(pair: Pair) -> None:
    today = pair.officer.clock().date()
    send(pair.officer, letter(pair, "Old.", today + timedelta(days=1)))
    assert waiting(pair) == ["Old."]
    send(pair.officer, letter(pair, "New.", today + timedelta(days=2)))
    assert waiting(pair) == ["New."]
    agree(pair.supervisor, collect(pair.supervisor)[0][0])
    assert waiting(pair) == []
    send(pair.officer, letter(pair, "Other words of that day.", today + timedelta(days=2)))
    assert waiting(pair) == ["Other words of that day."]


def test_one_that_could_not_be_put_there_does_not_count_as_sent(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kept in pair.officer.places.agreements.rglob("*.txt"):
        kept.unlink()

    def full(*_: object) -> bool:
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(FolderPlace, "put", full)
        with pytest.raises(NotSaved):
            agree_between(pair.officer, pair.supervisor)
    other = known(pair.officer, SUPERVISOR)
    assert standing_with(pair.officer, other).stage is Stage.NONE


def test_one_with_every_question_skipped_is_not_sent_and_does_not_count(pair: Pair) -> None:
    skipped = entry(asked("agreement.purpose", None), kind=Kind.AGREEMENT)
    with pytest.raises(WrongUsage, match="Every question of this agreement was skipped"):
        write_agreement(pair.officer, skipped, SUPERVISOR)
    today = pair.officer.clock().date()
    empty = Agreement(today, today + timedelta(days=182), (), None)
    send(pair.officer, write_letter(pair.officer.keys.card, pair.supervisor.keys.card, empty))
    found, (refused,) = collect(pair.supervisor)
    assert found == ()
    assert "was not taken in" in refused


def test_a_box_that_cannot_be_read_is_named_and_stops_nothing(pair: Pair) -> None:
    pair.box.rename(pair.box.with_name("aside"))
    pair.box.write_bytes(b"a file where a folder should be")
    found, (refused,) = collect(pair.supervisor)
    assert found == ()
    assert refused.startswith("What Officer A put: ")


def test_nothing_is_said_back_once_the_agreement_was_to_be_looked_at_again(
    pair: Pair, clock: Clock
) -> None:
    record = pair.share()
    clock.now += timedelta(days=200)
    with pytest.raises(NoAgreement):
        say(pair.officer, record.copy, known(pair.officer, SUPERVISOR), "It was not like that.")
    assert not [*pair.box.glob("comment.*")]


def why_not(coach: Coach, other: str) -> tuple[str, str]:
    """What is said where an agreement is needed, and what it says to do."""
    with pytest.raises(NoAgreement) as refused:
        require_current(coach, known(coach, other))
    return refused.value.sentence, refused.value.hint


def test_past_its_day_the_next_step_is_said_to_each(pair: Pair, clock: Clock) -> None:
    clock.now += timedelta(days=200)
    sentence, to_do = why_not(pair.officer, SUPERVISOR)
    assert sentence.startswith("The agreement with Supervisor B was to be looked at again by now.")
    assert to_do == f"Fill one in together: tipcoach agreement begin --with {SUPERVISOR}"
    send_between(pair.officer, pair.supervisor)
    sentence, to_do = why_not(pair.officer, SUPERVISOR)
    assert sentence.startswith("Supervisor B has not said yes to the agreement yet.")
    assert to_do.startswith("Yours is said.")
    sentence, to_do = why_not(pair.supervisor, OFFICER)
    assert sentence.startswith("The agreement with Officer A was to be looked at again by now.")
    assert to_do == "Officer A has sent one. To read it and say yes: tipcoach agreement read"
    agree(pair.supervisor, collect(pair.supervisor)[0][0])
    sentence, to_do = why_not(pair.officer, SUPERVISOR)
    assert sentence.startswith("The yes of Supervisor B is not taken in yet.")
    assert to_do == "It has come. To take it in: tipcoach agreement read"
    collect(pair.officer)
    for coach, other in ((pair.officer, SUPERVISOR), (pair.supervisor, OFFICER)):
        assert require_current(coach, known(coach, other)).made_on == clock.now.date()


def test_past_its_day_a_new_one_that_was_sent_waits_as_the_first_did(
    pair: Pair, clock: Clock
) -> None:
    clock.now += timedelta(days=200)
    send_between(pair.officer, pair.supervisor)
    standing = standing_as_it_lies(pair.officer, known(pair.officer, SUPERVISOR))
    # The yes to the one before still lies there.
    assert (standing.stage, standing.lies_there) == (Stage.SENT, False)
    assert standing.agreement is not None
    assert standing.agreement.made_on == clock.now.date()


def test_while_one_holds_another_that_was_sent_changes_nothing(pair: Pair) -> None:
    send_between(pair.officer, pair.supervisor, look_again_in=10)
    standing = standing_with(pair.officer, known(pair.officer, SUPERVISOR))
    assert standing.stage is Stage.CURRENT


def test_one_whose_own_day_has_passed_waits_for_nothing(pair: Pair, clock: Clock) -> None:
    send_between(pair.officer, pair.supervisor, look_again_in=5)
    clock.now += timedelta(days=400)
    sentence, to_do = why_not(pair.officer, SUPERVISOR)
    assert "was to be looked at again by now" in sentence
    assert to_do.startswith("Fill one in together")


def test_where_each_sent_one_past_its_day_both_are_told_to_read(pair: Pair, clock: Clock) -> None:
    clock.now += timedelta(days=200)
    send_between(pair.officer, pair.supervisor)
    send_between(pair.supervisor, pair.officer)
    for coach, other in ((pair.officer, SUPERVISOR), (pair.supervisor, OFFICER)):
        assert why_not(coach, other)[1].endswith("to read does: tipcoach agreement read")
