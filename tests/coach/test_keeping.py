"""What is kept and until when: dates ask, and nothing goes because a day has passed."""

from datetime import date

import pytest
from making import Clock, asked, entry, follow_up, new_id

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.inventory import inventory
from tipcoach.coach.keeping import due, hold, keep_on, lift_hold, standing_of
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Hold, Review
from tipcoach.practice.keeping import months_after
from tipcoach.practice.visit import Channel, Form, Hat


def kept(coach: Coach, clock: Clock) -> Entry:
    made = entry(asked("moment.stayed", Text("A silence.")), created=clock.now)
    coach.journal.add(made)
    return made


def test_an_entry_asks_a_year_after_it_was_written(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    assert standing_of(coach, old).review == months_after(clock.now.date(), 12)
    assert due(coach).entries == ()
    clock.advance(days=366)
    kept(coach, clock)
    assert due(coach).entries == ((old, months_after(old.created.date(), 12)),)


def test_kept_on_it_asks_again_on_the_day_that_was_said(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    clock.advance(days=366)
    keep_on(coach, old.id)
    assert due(coach).entries == ()
    again = standing_of(coach, old).review
    assert again == months_after(clock.now.date(), 12)
    keep_on(coach, old.id, date(2028, 1, 5))
    assert standing_of(coach, old).review == date(2028, 1, 5), "the last word counts"
    with pytest.raises(WrongUsage, match="after today"):
        keep_on(coach, old.id, clock.now.date())


def test_a_hold_asks_on_its_day_and_until_it_is_lifted_nothing_else_does(
    coach: Coach, clock: Clock
) -> None:
    old = kept(coach, clock)
    hold(coach, old.id, "A request for records", months_after(clock.now.date(), 13))
    clock.advance(days=370)
    assert due(coach).entries == () and due(coach).holds == ()
    clock.advance(days=60)
    ((entry_on_hold, why),) = due(coach).holds
    assert (entry_on_hold, why.reason) == (old, "A request for records")
    assert inventory(coach).on_hold == 1
    lift_hold(coach, old.id)
    assert [each for each, _ in due(coach).entries] == [old]
    with pytest.raises(WrongUsage, match="no hold"):
        lift_hold(coach, old.id)


def test_only_the_version_that_stands_asks(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text("A long silence."))
    new = sitting.keep()
    clock.advance(days=800)
    assert [each for each, _ in due(coach).entries] == [new]
    assert standing_of(coach, old).later == new.id
    assert standing_of(coach, new).earlier == (old.id,)


def test_a_draft_asks_after_thirty_days(coach: Coach, clock: Clock) -> None:
    sitting = begin(
        coach, Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
    )
    sitting.answer("orient.hat-sentence", Text("Both hats."))
    sitting.leave()
    clock.advance(days=29)
    assert due(coach).drafts == ()
    clock.advance(days=1)
    ((draft, day),) = due(coach).drafts
    assert (draft.id, day) == (sitting.draft.id, clock.now.date())


def test_what_is_not_there_cannot_be_held_or_kept_on(coach: Coach, clock: Clock) -> None:
    said = hold(coach, kept(coach, clock).id, "", None)
    for doing in (keep_on, lift_hold):
        with pytest.raises(WrongUsage, match="follow-up"):
            doing(coach, said.id)
        with pytest.raises(NotFound):
            doing(coach, new_id())


def test_the_inventory_counts_everything_and_quotes_nothing(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text("A long silence."))
    sitting.keep()
    hold(coach, old.id, "", None)
    (coach.places.journal / "2026-11" / "notes.txt").write_text("mine", encoding="utf-8")
    found = inventory(coach)

    assert found.kinds == (("preparation", 2),)
    assert found.purposes == (("rent arrears", 2),)
    assert (found.earlier, found.follow_ups, found.drafts, found.unused) == (1, 1, 0, 1)
    assert found.first == found.last == f"{clock.now:%Y-%m}"
    assert "silence" not in repr(found)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 6, 1), 12, date.max),
    ],
)
def test_a_year_from_a_day_that_not_every_month_has(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_of_many_that_are_due_the_oldest_come_first_and_the_rest_are_said(
    coach: Coach, clock: Clock
) -> None:
    old = [kept(coach, clock)]
    for _ in range(3):
        clock.advance(days=40)
        old.append(kept(coach, clock))
    clock.advance(days=500)
    kept(coach, clock)
    found = due(coach, 2)
    assert ([each for each, _ in found.entries], found.more) == (old[:2], True)
    everything = due(coach)
    assert ([each for each, _ in everything.entries], everything.more) == (old, False)


def test_holds_that_two_windows_placed_are_lifted_together(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    for reason in ("A request for records", "A complaint"):
        coach.journal.add(follow_up(old.id, said=Hold(True, reason=reason)))
    lift_hold(coach, old.id)
    assert standing_of(coach, old).holds == ()
    with pytest.raises(WrongUsage, match="no hold"):
        lift_hold(coach, old.id)
    hold(coach, old.id, "Another", None)
    lift_hold(coach, old.id)
    assert standing_of(coach, old).holds == ()


def test_a_new_day_takes_the_place_of_those_two_windows_gave(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    for year in (2030, 2031):
        coach.journal.add(follow_up(old.id, said=Review(date(year, 1, 5))))
    keep_on(coach, old.id, date(2028, 1, 5))
    assert standing_of(coach, old).review == date(2028, 1, 5)


def test_a_hold_asks_on_a_day_that_is_still_to_come(coach: Coach, clock: Clock) -> None:
    old = kept(coach, clock)
    with pytest.raises(WrongUsage, match="after today"):
        hold(coach, old.id, "A complaint", clock.now.date())
    assert standing_of(coach, old).holds == ()
