"""All of a journal can be leafed through from either end, a few pages of it at hand."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from making import NOW, entry, new_id

from tipcoach.coach import gists, leafing
from tipcoach.coach.coach import Coach
from tipcoach.coach.leafing import (
    Stretch,
    again,
    on_to_newer,
    on_to_older,
    to_the_newest,
    to_the_oldest,
)
from tipcoach.journal import journal as journal_module
from tipcoach.practice.entry import Entry

PAGE = 5


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leafing, "PAGE", PAGE)
    monkeypatch.setattr(leafing, "PAGES_HELD", 2)


def kept(coach: Coach, many: int) -> list[Entry]:
    """So many entries over many months, newest first."""
    made = [entry(created=NOW - timedelta(days=11 * number)) for number in range(many)]
    for one in made:
        coach.journal.add(one)
    return made


def corrected(coach: Coach, one: Entry, days_later: int = 1) -> Entry:
    at = one.created + timedelta(days=days_later)
    made = entry(created=at, id=new_id(at), supersedes=one.id)
    coach.journal.add(made)
    return made


def every_entry(coach: Coach, *, from_the_oldest: bool) -> list[str]:
    """The ids met from one end to the other, newest first."""
    stretch = (to_the_oldest if from_the_oldest else to_the_newest)(coach, Stretch())
    met = {each.id for each in stretch.entries}
    while stretch.newer if from_the_oldest else stretch.older:
        stretch = (on_to_newer if from_the_oldest else on_to_older)(coach, stretch)
        assert len(stretch.entries) <= 2 * PAGE
        met |= {each.id for each in stretch.entries}
    return sorted(met, reverse=True)


@pytest.mark.parametrize("many", [0, 1, PAGE, PAGE + 1, 33])
def test_every_entry_is_met_from_either_end(coach: Coach, many: int) -> None:
    ids = [one.id for one in kept(coach, many)]
    assert every_entry(coach, from_the_oldest=False) == ids
    assert every_entry(coach, from_the_oldest=True) == ids


def test_it_can_be_turned_round_anywhere(coach: Coach) -> None:
    made = kept(coach, 33)
    stretch = to_the_newest(coach, Stretch())
    for _ in range(3):
        stretch = on_to_older(coach, stretch)
    assert (stretch.entries, stretch.newer, stretch.older) == (tuple(made[10:20]), True, True)
    stretch = on_to_newer(coach, stretch)
    assert (stretch.entries, stretch.newer, stretch.older) == (tuple(made[5:15]), True, True)
    stretch = to_the_oldest(coach, stretch)
    assert (stretch.entries, stretch.newer, stretch.older) == (tuple(made[-PAGE:]), True, False)
    for _ in range(2):
        stretch = on_to_newer(coach, stretch)
    assert (stretch.entries, stretch.newer, stretch.older) == (tuple(made[18:28]), True, True)
    assert to_the_newest(coach, stretch).entries == tuple(made[:PAGE])


@pytest.mark.parametrize("days_later", [1, 200], ids=["on one page", "pages away"])
@pytest.mark.parametrize("from_the_oldest", [False, True])
def test_an_earlier_version_is_no_line_of_the_list(
    coach: Coach, days_later: int, from_the_oldest: bool
) -> None:
    made = kept(coach, 33)
    later = corrected(coach, made[25], days_later)
    expected = sorted({*(one.id for one in made), later.id} - {made[25].id}, reverse=True)
    assert every_entry(coach, from_the_oldest=from_the_oldest) == expected


def test_in_a_large_journal_never_read_through_the_oldest_end_does_not_wait_for_that(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier version is listed there until its correction is met, or noted."""
    monkeypatch.setattr(gists, "READ_THROUGH", 0)
    made = kept(coach, 33)
    corrected(coach, made[30], 200)
    assert made[30] in to_the_oldest(coach, Stretch()).entries

    gists.not_yet_recorded(coach)
    assert made[30] not in to_the_oldest(coach, Stretch()).entries


@pytest.mark.parametrize("deep", [False, True])
def test_what_is_at_hand_is_read_again_after_a_correction_and_an_erasing(
    coach: Coach, deep: bool
) -> None:
    made = kept(coach, 33)
    stretch = to_the_newest(coach, Stretch())
    for _ in range(3 if deep else 1):
        stretch = on_to_older(coach, stretch)
    first, second, *rest = stretch.entries
    later = corrected(coach, second, days_later=700)
    coach.journal.erase(first.id)

    found = again(coach, stretch).entries
    assert found[-len(rest) :][0] in rest
    assert {each.id for each in found} & {first.id, second.id} == set()
    assert (later in found) is not deep
    for one in made:
        coach.journal.erase(one.id)
    assert again(coach, stretch).entries == (later,)


def test_an_entry_that_corrects_itself_or_a_later_one_hides_nothing(coach: Coach) -> None:
    made = kept(coach, 3)
    itself, forward = new_id(NOW + timedelta(days=1)), new_id(NOW + timedelta(days=-1))
    coach.journal.add(entry(id=itself, supersedes=itself))
    coach.journal.add(entry(id=forward, supersedes=made[0].id))
    for way in (to_the_newest, to_the_oldest):
        assert len(way(coach, Stretch()).entries) == 5


def test_only_what_is_taken_is_read_and_only_its_months_are_listed(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = kept(coach, 33)
    months = sorted({f"{one.created:%Y-%m}" for one in made}, reverse=True)
    touched: list[str] = []
    for name in ("read_bytes", "names_in"):
        whole = getattr(journal_module, name)

        def seen(path: Path, whole: Callable[[Path], object] = whole) -> object:
            touched.append(path.stem)
            return whole(path)

        monkeypatch.setattr(journal_module, name, seen)

    def look(reading: Callable[[], Stretch]) -> tuple[Stretch, set[str]]:
        touched.clear()
        return reading(), {*touched} - {"journal"}

    newest, read = look(lambda: to_the_newest(coach, Stretch()))
    assert read == {*months[:3], *(one.id for one in made[: PAGE + 1])}
    _, read = look(lambda: on_to_older(coach, newest))
    assert read == {*months[1:4], *(one.id for one in made[PAGE : 2 * PAGE + 1])}


def test_what_is_not_used_is_named_from_either_end(coach: Coach) -> None:
    made = kept(coach, 33)
    for one in (made[0], made[-1]):
        (coach.journal.folder / f"{one.created:%Y-%m}" / "notes.txt").write_text("mine")
    stretch = to_the_newest(coach, Stretch())
    assert len(stretch.unused) == 1
    assert len(to_the_oldest(coach, stretch).unused) == 2
