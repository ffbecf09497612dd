"""Finding again what was kept."""

from pathlib import Path

import pytest
from making import Clock, asked, entry, follow_up, new_id, visit

from tipcoach.coach import reading
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.practice.answer import Text
from tipcoach.practice.card import HAT_SENTENCE
from tipcoach.practice.entry import Entry, Kind


def keep(coach: Coach, clock: Clock, count: int) -> list[Entry]:
    """So many entries a day apart, newest first."""
    kept = []
    for _ in range(count):
        kept.append(entry(created=clock.advance(days=1)))
        coach.journal.add(kept[-1])
    return kept[::-1]


def test_nothing_kept_is_an_empty_list(coach: Coach) -> None:
    assert reading.newest(coach, 50) == reading.Listing((), False, ())


@pytest.mark.parametrize(
    ("limit", "shown", "more"), [(0, 0, True), (4, 4, True), (5, 5, False), (50, 5, False)]
)
def test_the_newest_are_shown_and_whether_there_are_more(
    coach: Coach, clock: Clock, limit: int, shown: int, more: bool
) -> None:
    kept = keep(coach, clock, 5)
    listing = reading.newest(coach, limit)
    assert listing.entries == tuple(kept[:shown])
    assert listing.more is more


def test_without_a_limit_all_of_them_are_shown(coach: Coach, clock: Clock) -> None:
    kept = keep(coach, clock, 5)
    assert reading.newest(coach, None).entries == tuple(kept)


def test_all_of_them_come_a_page_at_a_time(
    coach: Coach, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    kept = keep(coach, clock, 5)
    corrects = entry(created=clock.advance(days=1), supersedes=kept[3].id)
    coach.journal.add(corrects)
    pages = [page.entries for page in reading.every_page(coach)]
    assert pages == [(corrects, kept[0]), (kept[1], kept[2]), (kept[4],)]
    assert not any(page.more for page in reading.every_page(coach))


def test_a_follow_up_is_no_line_of_its_own(coach: Coach, clock: Clock) -> None:
    kept = keep(coach, clock, 1)
    coach.journal.add(follow_up(kept[0].id, created=clock.advance(days=1)))
    assert reading.newest(coach, 1) == reading.Listing(tuple(kept), False, ())


def test_what_cannot_be_used_is_named_and_is_not_counted_as_more(
    coach: Coach, clock: Clock
) -> None:
    kept = keep(coach, clock, 2)
    folder = coach.places.journal / "2026-11"
    (folder / "notes.txt").write_text("mine")
    (folder / f"{new_id(clock.advance(days=1))}.json").write_bytes(b"{")
    listing = reading.newest(coach, 2)

    assert listing.entries == tuple(kept)
    assert not listing.more
    assert {Path(name).suffix for name, _ in listing.unused} == {".txt", ".json"}
    assert all(reason for _, reason in listing.unused)


def test_one_record_is_read_by_its_id(coach: Coach, clock: Clock) -> None:
    (kept,) = keep(coach, clock, 1)
    said = follow_up(kept.id, created=clock.advance(days=1))
    coach.journal.add(said)
    assert reading.read(coach, kept.id) == kept
    assert reading.read(coach, said.id) == said
    with pytest.raises(NotFound):
        reading.read(coach, new_id())


def test_only_a_preparation_has_a_card(coach: Coach) -> None:
    kept = entry(asked(HAT_SENTENCE, Text("Both hats today.")))
    after = entry(kind=Kind.REFLECTION)
    for one in (kept, after):
        coach.journal.add(one)
    assert reading.card(coach, kept.id).rows[0].text == "Both hats today."
    with pytest.raises(WrongUsage, match="not a preparation"):
        reading.card(coach, after.id)


# -- what to look back on ----------------------------------------------------------------


def test_the_newest_preparations_nobody_has_looked_back_on_are_offered(
    coach: Coach, clock: Clock
) -> None:
    kept = keep(coach, clock, 4)
    looked_back = entry(kind=Kind.REFLECTION, follows=kept[1].id, created=clock.advance(days=1))
    plain = entry(kind=Kind.REFLECTION, created=clock.advance(days=1))
    stopped = entry(stopped="hazard", visit=visit(purpose=None), created=clock.advance(days=1))
    for one in (looked_back, plain, stopped):
        coach.journal.add(one)

    expected = (kept[0], kept[2], kept[3])
    assert reading.preparations_to_look_back_on(coach) == expected
    assert reading.preparations_to_look_back_on(coach, limit=2) == expected[:2]


def test_a_preparation_looked_back_on_with_a_clock_put_back_is_not_offered_again(
    coach: Coach, clock: Clock
) -> None:
    """The reflection then seems older than the preparation it follows."""
    (kept,) = keep(coach, clock, 1)
    coach.journal.add(entry(kind=Kind.REFLECTION, follows=kept.id, created=clock.advance(days=-10)))
    assert reading.preparations_to_look_back_on(coach) == ()
