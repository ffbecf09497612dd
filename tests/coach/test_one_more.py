"""The one question more: offered once the writing is done, left or answered, and no other."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.resume import resume
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotSaved
from tipcoach.journal.writing import Writer
from tipcoach.practice.answer import Picked, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END

AFTER = Beginning(Kind.REFLECTION, "arrears", Channel.PHONE, Form.QUICK)
DULL = (
    "The kettle was on and so was the radio. Tea in a blue cup, a clean table, a plant on the "
    "sill. Three chairs and a good view of the hill from there."
)


def written(coach: Coach, beginning: Beginning = AFTER) -> Sitting:
    """A reflection gone through to its end, with little of anything in it."""
    sitting = begin(coach, beginning)
    sitting.answer("moment.stayed", Text(DULL))
    sitting.go_to(END)
    return sitting


def again(coach: Coach) -> Coach:
    """The same machine, another day."""
    return Coach(coach.places, clock=coach.clock, chance=random.Random(5))


def test_it_is_the_same_in_one_sitting_and_an_ordinary_answer_of_the_entry(coach: Coach) -> None:
    sitting = written(coach)
    prompt = sitting.one_more.prompt
    assert prompt is not None
    assert all(sitting.one_more.prompt is prompt for _ in range(9))
    sitting.one_more.call()
    assert sitting.walk.at == prompt.id
    sitting.answer(prompt.id, Text("Quillwort."))
    assert sitting.one_more.prompt is None
    entry = sitting.keep()
    (kept,) = coach.journal.records()
    assert kept == entry
    assert isinstance(kept, Entry)
    (asked,) = (each for each in kept.asked if each.prompt == prompt.id)
    assert (asked.question, asked.answer) == (prompt.question, Text("Quillwort."))
    assert kept.answer_to("moment.stayed") == Text(DULL)
    assert correct(coach, kept.id).one_more.prompt is None


def test_a_draft_that_waited_has_it_still_and_asks_no_other(coach: Coach) -> None:
    sitting = written(coach)
    sitting.one_more.call()
    prompt_id = sitting.walk.at
    sitting.answer(prompt_id, Text("Quillwort."))
    sitting.leave()
    resumed = resume(again(coach), sitting.draft.id)
    assert resumed.walk.at == prompt_id
    assert resumed.walk.answers[prompt_id] == Text("Quillwort.")
    assert resumed.one_more.prompt is None


def test_left_it_is_gone_and_nothing_of_it_is_kept(coach: Coach) -> None:
    sitting = written(coach)
    assert sitting.one_more.prompt
    sitting.one_more.opened()
    sitting.one_more.leave()
    assert sitting.one_more.prompt is None
    assert not any(asked.prompt.startswith("more.") for asked in sitting.keep().asked)


def test_once_written_of_it_is_not_asked_for(coach: Coach) -> None:
    coach.remember(last_move="learning")
    sitting = written(coach)
    prompt = sitting.one_more.prompt
    assert prompt is not None
    said = (
        "I felt sad but maybe she thought I assumed it, as the rule is. If so I know now, next time"
    )
    sitting.answer("moment.stayed", Text(f"{DULL} {said}"))
    assert sitting.one_more.prompt is None


def test_another_the_next_time(coach: Coach) -> None:
    asked = []
    for _ in range(6):
        one_more = written(coach := again(coach)).one_more
        prompt = one_more.prompt
        assert prompt is not None
        one_more.opened()
        asked.append(prompt.id)
    assert all(one != other for one, other in pairwise(asked))


def test_one_that_was_not_opened_is_not_remembered(coach: Coach) -> None:
    assert written(coach).one_more.prompt
    assert not coach.places.settings.exists()


def test_switched_off_it_stays_off_until_it_is_switched_on(coach: Coach) -> None:
    sitting = written(coach)
    assert sitting.one_more.prompt
    sitting.one_more.switch_off()
    assert sitting.one_more.prompt is None
    later = again(coach)
    assert written(later).one_more.prompt is None
    later.lenses.switch(Lens.MOVES, on=True)
    assert written(again(coach)).one_more.prompt


STOPS = Picked("hazard")
UNSAFE = Picked("not-safe")


@pytest.mark.parametrize("answer", [STOPS, UNSAFE], ids=["stopped", "not safe"])
def test_none_after_a_stop_or_on_a_day_they_were_not_safe(coach: Coach, answer: Picked) -> None:
    sitting = written(coach)
    assert sitting.one_more.prompt
    sitting.answer("land.heard", answer)
    assert sitting.one_more.prompt is None


def test_none_on_a_preparation(coach: Coach) -> None:
    sitting = begin(coach, replace(AFTER, kind=Kind.PREPARATION, hat=Hat.BOTH))
    sitting.answer("orient.hat-sentence", Text(DULL))
    assert sitting.one_more.prompt is None


def test_a_file_that_cannot_be_used_asks_nothing_and_keeps_nobody_from_keeping(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcoach.library.lenses.MOVES", "lenses/nowhere.yaml")
    sitting = written(coach)
    assert sitting.one_more.prompt is None
    assert "nowhere.yaml" in str(coach.lenses.faults[0])
    assert sitting.keep().answer_to("moment.stayed") == Text(DULL)


def test_a_disk_that_takes_no_settings_is_in_nobodys_way(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    write: Callable[..., None] = Writer.write

    def refuse(self: Writer, path: object, data: bytes, *, once: bool) -> None:
        if path == coach.places.settings:
            raise NotSaved("Not saved.", "Free some space.")
        write(self, path, data, once=once)

    monkeypatch.setattr(Writer, "write", refuse)
    sitting = written(coach)
    assert sitting.one_more.prompt
    sitting.one_more.opened()
    with pytest.raises(NotSaved):
        sitting.one_more.switch_off()
    assert sitting.one_more.prompt is None
    assert sitting.keep()
