"""Saying what became of a promise writes one record more, and touches nothing that was there."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import Clock, asked, entry, new_id

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.promises import due, how_many_due, ledger, settle
from tipcoach.errors import NotFound, TipcoachError, WrongUsage
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.promises import Promise
from tipcoach.settings import HOME_VARIABLE, places

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
PLAN, RING = Promise("Send the plan", MONDAY), Promise("Ring about the boiler", FRIDAY)


def visited(coach: Coach, *said: Promise) -> Entry:
    made = entry(asked("promises.made", Promised(said)), kind=Kind.REFLECTION)
    coach.journal.add(made)
    return made


def files(coach: Coach) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in coach.places.journal.rglob("*.json")}


def is_untouched(before: Mapping[Path, bytes], now: Mapping[Path, bytes]) -> bool:
    return before.items() <= now.items()


def test_what_is_due_is_today_or_gone_by_and_not_settled(coach: Coach, clock: Clock) -> None:
    visit = visited(coach, PLAN, RING)
    assert due(coach) == () and how_many_due(coach) == 0
    clock.advance(days=1)
    assert [line.promise for line in due(coach)] == [PLAN]
    clock.advance(days=7)
    assert [line.promise for line in due(coach)] == [PLAN, RING]
    settle(coach, f"{visit.id}/1", Became.KEPT)
    assert [line.promise for line in due(coach)] == [RING]
    assert how_many_due(coach) == 1


def test_each_word_is_a_record_of_its_own_and_the_last_one_counts(coach: Coach) -> None:
    promise_id = f"{visited(coach, PLAN, RING).id}/2"
    words: list[tuple[Became, dict[str, Any]]] = [
        (Became.KEPT, {}),
        (Became.RENEGOTIATED, {"due": FRIDAY, "told": True}),
        (Became.NOT_KEPT, {"told": True, "because": "another-team"}),
    ]
    said: list[FollowUp] = []
    for became, more in words:
        before = files(coach)
        said.append(settle(coach, promise_id, became, **more))
        now = files(coach)
        assert is_untouched(before, now), "nothing earlier is rewritten"
        assert len(now) == len(before) + 1
        assert ledger(coach)[-1].outcome == said[-1].said
    assert [each.said for each in said] == [
        PromiseOutcome(2, Became.KEPT),
        PromiseOutcome(2, Became.RENEGOTIATED, FRIDAY, told=True),
        PromiseOutcome(2, Became.NOT_KEPT, told=True, because="another-team"),
    ]
    assert [each.replaces for each in said] == [None, said[0].id, said[1].id]


def test_kept_has_nothing_to_tell_and_no_reason(coach: Coach) -> None:
    promise_id = f"{visited(coach, PLAN).id}/1"
    said = settle(coach, promise_id, Became.KEPT, told=True, because="another-team", due=FRIDAY)
    assert said.said == PromiseOutcome(1, Became.KEPT)


def test_a_clock_that_steps_back_changes_nothing(coach: Coach, clock: Clock) -> None:
    promise_id = f"{visited(coach, PLAN).id}/1"
    clock.advance(days=30)
    first = settle(coach, promise_id, Became.KEPT)
    clock.advance(days=-90)
    second = settle(coach, promise_id, Became.NOT_KEPT)
    assert second.created < first.created and second.id > first.id
    (line,) = ledger(coach)
    assert line.outcome == second.said


@pytest.mark.parametrize(
    ("became", "day", "why"),
    [
        (Became.RENEGOTIATED, None, "A new date is needed"),
        (Became.RENEGOTIATED, date(2026, 11, 21), "That day has gone by"),
    ],
)
def test_a_new_day_is_needed_and_lies_ahead(
    coach: Coach, became: Became, day: date | None, why: str
) -> None:
    promise_id = f"{visited(coach, PLAN).id}/1"
    before = files(coach)
    with pytest.raises(WrongUsage, match=why) as refused:
        settle(coach, promise_id, became, due=day)
    assert "Nothing was written." in str(refused.value)
    assert files(coach) == before


def test_a_new_day_may_be_today(coach: Coach, clock: Clock) -> None:
    promise_id = f"{visited(coach, PLAN).id}/1"
    settle(coach, promise_id, Became.RENEGOTIATED, due=clock.now.date())
    assert how_many_due(coach) == 1


AN_ID = "01KAPC2G8H3QY7V5T9W4ZBXN1M"


@pytest.mark.parametrize(
    ("promise_id", "why"),
    [
        ("the plan", "“the plan” is not the id of a promise"),
        (AN_ID, "is not the id of a promise"),
        (f"{AN_ID}/1", f"There is no promise {AN_ID}/1"),
    ],
)
def test_what_is_no_promise_is_refused_with_where_to_look(
    coach: Coach, promise_id: str, why: str
) -> None:
    visited(coach, PLAN)
    before = files(coach)
    with pytest.raises(NotFound, match=why) as refused:
        settle(coach, promise_id, Became.KEPT)
    assert "tipcoach promises list" in str(refused.value)
    assert files(coach) == before


def test_a_number_the_entry_has_not_is_refused(coach: Coach) -> None:
    visit = visited(coach, PLAN)
    with pytest.raises(NotFound, match=f"{visit.id}/2"):
        settle(coach, f"{visit.id}/2", Became.KEPT)


def test_of_an_entry_that_was_put_right_the_promises_are_those_of_its_newest_version(
    coach: Coach,
) -> None:
    visit = visited(coach, PLAN, RING)
    settle(coach, f"{visit.id}/2", Became.KEPT)
    sitting = correct(coach, visit.id)
    sitting.answer("promises.made", Promised((RING, PLAN)))
    new = sitting.keep()
    assert [(line.id.entry, line.promise, line.is_open) for line in ledger(coach)] == [
        (new.id, PLAN, True),
        (new.id, RING, False),
    ]
    before = files(coach)
    with pytest.raises(NotFound, match=f"was put right, and is now {new.id}"):
        settle(coach, f"{visit.id}/1", Became.KEPT)
    assert files(coach) == before
    settle(coach, f"{new.id}/1", Became.NOT_KEPT, told=True)
    assert ledger(coach)[-1].outcome == PromiseOutcome(1, Became.NOT_KEPT, told=True)


def test_where_two_windows_have_said_something_the_next_word_takes_the_place_of_both(
    coach: Coach,
) -> None:
    visit = visited(coach, PLAN)
    for became in (Became.KEPT, Became.NOT_KEPT):
        said = PromiseOutcome(1, became, told=None)
        coach.journal.add(FollowUp(new_id(), visit.created, visit.id, said))
    (line,) = ledger(coach)
    assert len(line.said_by) == 2 and line.outcome and line.outcome.became is Became.NOT_KEPT
    settle(coach, f"{visit.id}/1", Became.KEPT)
    (line,) = ledger(coach)
    assert line.outcome == PromiseOutcome(1, Became.KEPT)


def happens(coach: Coach, chance: random.Random, clock: Clock) -> None:
    """One thing somebody may do with their promises, at a time a clock may show."""
    clock.advance(days=chance.randint(-40, 40))
    lines = ledger(coach)
    if not lines or chance.random() < 0.3:
        two = (Promise(f"Promise {chance.random()}", TUESDAY) for _ in range(2))
        made = entry(asked("promises.made", Promised(tuple(two))), created=clock.now)
        coach.journal.add(made)
        return
    line = chance.choice(lines)
    if chance.random() < 0.3:
        before = coach.journal.read(line.id.entry)
        assert isinstance(before, Entry)
        said = chance.sample(before.promises, len(before.promises))
        id_ = coach.new_id(after=before.id)
        answer = asked("promises.made", Promised(tuple(said)))
        coach.journal.add(entry(answer, id=id_, supersedes=before.id))
        return
    became = chance.choice([*Became])
    new_day = clock.now.date() + timedelta(days=3) if became is Became.RENEGOTIATED else None
    settle(coach, str(line.id), became, due=new_day, told=chance.random() < 0.5)


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.thorough) for n in range(1, 40))]
)
def test_files_may_arrive_in_any_order_and_nothing_earlier_is_ever_rewritten(
    coach: Coach, clock: Clock, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        before = files(coach)
        happens(coach, chance, clock)
        assert is_untouched(before, files(coach))
    written = files(coach)
    elsewhere = Coach(places({HOME_VARIABLE: str(tmp_path / "elsewhere")}), clock=clock)
    for path in chance.sample(sorted(written), len(written)):
        there = elsewhere.places.journal / path.relative_to(coach.places.journal)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(written[path])
        ledger(elsewhere)
    assert ledger(elsewhere) == ledger(coach)


def test_no_trouble_repeats_a_word_of_a_promise(coach: Coach) -> None:
    visit = visited(coach, Promise("quillwort", MONDAY))
    for wrong in (f"{visit.id}/9", "no id"):
        with pytest.raises(TipcoachError) as refused:
            settle(coach, wrong, Became.KEPT)
        assert "quillwort" not in str(refused.value)
