"""Erasing: everything of an entry within reach goes, and what is not in reach is named."""

from dataclasses import replace

import pytest
from making import Clock, asked, entry, follow_up, new_id, visit

from coach.erasures import RARE, found_in, kept, put_right
from tipcoach.coach.begin import begin, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.following import links
from tipcoach.coach.keeping import hold, lift_hold, standing_of
from tipcoach.coach.reading import newest
from tipcoach.coach.records import not_yet_recorded, say_recorded
from tipcoach.coach.resume import find_drafts, resume
from tipcoach.errors import ChangedMeanwhile, Held, InUse, NotErased, NotFound, NotSaved, WrongUsage
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Hold, Recorded
from tipcoach.practice.visit import Form, Hat


def test_every_version_goes_and_what_was_said_of_them(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, f"{RARE} put right")
    other = kept(coach, "ordinary")
    hold(coach, first.id, f"A request about {RARE}", None)
    lift_hold(coach, second.id)
    assert len(found_in(coach, RARE)) == 3

    erasing = plan_erasing(coach, second.id)
    assert erasing.versions == (first.id, second.id)
    assert len(erasing.follow_ups) == 2
    erase(coach, erasing)

    assert found_in(coach, RARE) == []
    assert newest(coach, 10).entries == (other,)
    assert list(coach.journal.records()) == [other]


def test_it_does_not_matter_which_version_is_named(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, f"{RARE} put right")
    by_first, by_second = plan_erasing(coach, first.id), plan_erasing(coach, second.id)
    assert replace(by_first, entry_id=second.id) == by_second


def test_a_correction_under_way_goes_too(coach: Coach) -> None:
    old = kept(coach)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(f"{RARE}, in other words"))
    sitting.leave()
    erase(coach, plan_erasing(coach, old.id))

    assert found_in(coach, RARE) == []
    assert find_drafts(coach).drafts == ()


def test_a_draft_that_looks_back_on_it_keeps_its_own_words_and_loses_the_quoted(
    coach: Coach,
) -> None:
    before = kept(coach)
    sitting = begin(coach, looking_back_on(coach, before.id, Form.QUICK))
    sitting.answer("moment.stayed", Text("My own words."))
    sitting.leave()
    assert len(found_in(coach, RARE)) == 2
    erase(coach, plan_erasing(coach, before.id))

    assert found_in(coach, RARE) == []
    (found,) = find_drafts(coach).drafts
    assert resume(coach, found.id).walk.answers["moment.stayed"] == Text("My own words.")


def test_nothing_goes_while_another_window_has_the_draft(coach: Coach) -> None:
    before = kept(coach)
    sitting = begin(coach, looking_back_on(coach, before.id, Form.QUICK))
    sitting.answer("moment.stayed", Text("My own words."))
    sitting.save_now()

    with pytest.raises(InUse):
        erase(coach, plan_erasing(coach, before.id))
    assert coach.journal.read(before.id) == before


def test_what_a_write_cut_short_left_goes_with_it(coach: Coach) -> None:
    old = kept(coach)
    path = coach.places.journal / "2026-11" / f"{old.id}.json"
    left = path.with_name(f".{path.name}.0123456789abcdef.tmp")
    left.write_bytes(path.read_bytes()[:-9])
    erase(coach, plan_erasing(coach, old.id))
    assert found_in(coach, RARE) == []


def test_a_copy_a_sync_program_made_is_named_and_left(coach: Coach) -> None:
    old = kept(coach)
    path = coach.places.journal / "2026-11" / f"{old.id}.json"
    copy = path.with_name(f"{old.id}-DESKTOP-SAMPLE.json")
    copy.write_bytes(path.read_bytes())
    erasing = plan_erasing(coach, old.id)
    erase(coach, erasing)

    assert erasing.copies == (str(copy),)
    assert found_in(coach, RARE) == [copy]


def test_a_damaged_entry_can_be_erased_without_being_read(coach: Coach) -> None:
    old = kept(coach)
    path = coach.places.journal / "2026-11" / f"{old.id}.json"
    path.write_bytes(path.read_bytes()[:-9])
    erase(coach, plan_erasing(coach, old.id))
    assert found_in(coach, RARE) == []


def test_a_hold_keeps_every_version_until_it_is_lifted(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, "put right")
    hold(coach, second.id, "A request for records", None)

    for named in (first.id, second.id):
        with pytest.raises(Held, match="A request for records"):
            plan_erasing(coach, named)
    with pytest.raises(Held):
        plan_erasing(coach, second.id, earlier_only=True)
    lift_hold(coach, first.id)
    erase(coach, plan_erasing(coach, first.id))
    assert newest(coach, 10).entries == ()


def test_only_the_versions_before_can_go_and_what_was_said_of_them_stays_true(
    coach: Coach,
) -> None:
    first = kept(coach, kind=Kind.REFLECTION, stopped="hazard", visit=visit(Hat.BOTH, purpose=None))
    say_recorded(coach, first.id)
    second = put_right(coach, first.id, "put right")
    second = put_right(coach, second.id, "put right again")
    assert not_yet_recorded(coach) == ()

    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert [record.id for record in coach.journal.records() if isinstance(record, Entry)] == [
        second.id
    ]
    assert not_yet_recorded(coach) == (), "it is still said to be recorded"
    for nothing_before in (second, coach.journal.read(coach.journal.add(entry()).stem)):
        with pytest.raises(WrongUsage, match="no version before"):
            plan_erasing(coach, nothing_before.id, earlier_only=True)


def test_an_older_version_never_stands_in_for_an_erased_one(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut short after any number of files, what is listed is the newest version or nothing."""
    first = kept(coach)
    second = put_right(coach, first.id, "put right")
    say = follow_up(first.id, said=Hold(False))
    coach.journal.add(say)
    really = coach.journal.erase

    # One more file each time: what was said of it, then the first version.
    for allowed in (0, 1, 1):
        left = allowed

        def erase_some(record_id: str) -> None:
            nonlocal left
            if left == 0:
                raise NotSaved("The disk can only be read.")
            left -= 1
            really(record_id)

        monkeypatch.setattr(coach.journal, "erase", erase_some)
        with pytest.raises(NotErased, match="Erase it again"):
            erase(coach, plan_erasing(coach, second.id))
        assert newest(coach, 10).entries == (second,)
    monkeypatch.setattr(coach.journal, "erase", really)
    erase(coach, plan_erasing(coach, second.id))
    assert newest(coach, 10).entries == ()


def test_what_is_not_an_entry_is_said(coach: Coach) -> None:
    old = kept(coach)
    said = hold(coach, old.id, "", None)
    with pytest.raises(WrongUsage, match=old.id):
        plan_erasing(coach, said.id)
    with pytest.raises(NotFound):
        plan_erasing(coach, new_id())


def test_a_reflection_stays_when_what_it_looks_back_on_goes(coach: Coach, clock: Clock) -> None:
    before = kept(coach)
    after = entry(asked("moment.stayed", Text("Mine")), kind=Kind.REFLECTION, follows=before.id)
    coach.journal.add(after)
    erase(coach, plan_erasing(coach, before.id))
    assert newest(coach, 10).entries == (after,)
    assert links(coach).supersedes == {}


def test_a_draft_that_cannot_be_read_is_named_because_it_may_quote_it(coach: Coach) -> None:
    before = kept(coach)
    sitting = begin(coach, looking_back_on(coach, before.id, Form.QUICK))
    sitting.answer("moment.stayed", Text("My own words."))
    sitting.leave()
    draft = coach.places.drafts / f"{sitting.draft.id}.json"
    draft.write_bytes(draft.read_bytes()[:-9])
    assert plan_erasing(coach, before.id).copies == (str(draft),)


def test_what_was_said_of_an_entry_deleted_by_hand_can_be_erased(coach: Coach) -> None:
    old = kept(coach)
    hold(coach, old.id, f"About {RARE}", None)
    lift_hold(coach, old.id)
    (coach.places.journal / "2026-11" / f"{old.id}.json").unlink()
    assert len(found_in(coach, RARE)) == 1
    erase(coach, plan_erasing(coach, old.id))
    assert found_in(coach, RARE) == []
    with pytest.raises(NotFound):
        plan_erasing(coach, old.id)


def test_a_hold_placed_while_it_asks_is_obeyed(coach: Coach) -> None:
    old = kept(coach)
    agreed = plan_erasing(coach, old.id)
    hold(coach, old.id, "A request for records", None)
    with pytest.raises(Held, match="A request for records"):
        erase(coach, agreed)
    assert coach.journal.read(old.id) == old


@pytest.mark.parametrize("finished", [True, False])
def test_nothing_goes_when_it_is_put_right_while_it_asks(coach: Coach, finished: bool) -> None:
    """Erasing what was shown would leave its words in what has come since."""
    old = kept(coach)
    agreed = plan_erasing(coach, old.id)
    sitting = correct(coach, old.id)
    sitting.answer("moment.stayed", Text(f"{RARE} put right"))
    if finished:
        sitting.keep()
    else:
        sitting.leave()

    with pytest.raises(ChangedMeanwhile, match="Nothing was erased"):
        erase(coach, agreed)
    assert coach.journal.read(old.id) == old
    erase(coach, plan_erasing(coach, old.id))
    assert found_in(coach, RARE) == []


def test_a_lifted_hold_stays_lifted_when_the_version_it_was_lifted_by_goes(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, "put right")
    hold(coach, second.id, "A request for records", None)
    lift_hold(coach, first.id)
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert standing_of(coach, second).holds == ()


def test_a_hold_lifted_twice_stays_lifted_when_only_the_first_lift_goes(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, "put right")
    for lifted_by in (first, second):
        hold(coach, second.id, "A request for records", None)
        lift_hold(coach, lifted_by.id)
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert standing_of(coach, second).holds == ()


@pytest.mark.parametrize("last", [True, False])
def test_the_last_word_on_whether_it_is_recorded_stays_the_last(coach: Coach, last: bool) -> None:
    first = kept(coach, kind=Kind.REFLECTION, stopped="hazard", visit=visit(Hat.BOTH, purpose=None))
    second = put_right(coach, first.id, "put right")
    say_recorded(coach, second.id, not last)
    say_recorded(coach, first.id, last)
    waiting = () if last else (second,)
    assert not_yet_recorded(coach) == waiting
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert not_yet_recorded(coach) == waiting


@pytest.mark.parametrize("words", [(True, False), (False, True)])
def test_what_two_windows_said_both_stands_when_the_version_they_said_it_of_goes(
    coach: Coach, words: tuple[bool, bool]
) -> None:
    first = kept(coach, kind=Kind.REFLECTION, stopped="hazard", visit=visit(Hat.BOTH, purpose=None))
    second = put_right(coach, first.id, "put right")
    for word in words:
        coach.journal.add(follow_up(first.id, word))
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    said = {each.said for each in links(coach).said(second.id, Recorded)}
    assert said == {Recorded(True), Recorded(False)}


def test_a_cache_that_cannot_be_deleted_is_named_before_anything_goes(coach: Coach) -> None:
    old = kept(coach)
    coach.places.search_cache.mkdir(parents=True)
    with pytest.raises(NotErased, match="search cache") as refused:
        erase(coach, plan_erasing(coach, old.id))
    assert "Erase it again once that is put right." in str(refused.value)
    assert coach.journal.read(old.id) == old


def test_a_correction_made_in_another_window_is_no_version_before(coach: Coach) -> None:
    first = kept(coach)
    here, there = sorted(
        (entry(supersedes=first.id), entry(supersedes=first.id)), key=lambda each: each.id
    )
    coach.journal.add(here)
    coach.journal.add(there)
    assert plan_erasing(coach, there.id, earlier_only=True).versions == (first.id,)
    assert plan_erasing(coach, there.id).versions == (first.id, here.id, there.id)


def test_what_is_gone_already_is_not_counted_again(coach: Coach) -> None:
    first = kept(coach)
    second = put_right(coach, first.id, "put right")
    erase(coach, plan_erasing(coach, second.id, earlier_only=True))
    assert plan_erasing(coach, second.id).versions == (second.id,)
