"""What stands in the ledger follows from links alone, in whatever order anything arrives."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import NOW, Clock, asked, entry, follow_up, promises

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Promised, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine, PromiseId, due_now, ledger, numbers_now
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.versions import links_of
from tipcoach.settings import HOME_VARIABLE, places

TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
KEPT = PromiseOutcome(1, Became.KEPT)
RING, PLAN, ASK = (
    Promise("Ring about the boiler", TOMORROW),
    Promise("Send the plan", YESTERDAY),
    Promise("Ask repairs", None, Whose.ANOTHER_TEAM),
)


def made(*said: Promise, **more: object) -> Entry:
    return entry(asked("promises.made", Promised(said)), **more)


def put_right(before: Entry, *said: Promise) -> Entry:
    return made(*said, id=after(before.id), supersedes=before.id)


def after(id_: str) -> str:
    return Coach(places({HOME_VARIABLE: "nowhere"}), clock=Clock(NOW)).new_id(after=id_)


def say(about: Entry, outcome: PromiseOutcome, replaces: FollowUp | None = None) -> FollowUp:
    return follow_up(about.id, said=outcome, replaces=replaces.id if replaces else None)


def not_kept(number: int = 1, told: bool = True) -> PromiseOutcome:
    return PromiseOutcome(number, Became.NOT_KEPT, told=told)


def moved(day: date, number: int = 1, told: bool | None = True) -> PromiseOutcome:
    return PromiseOutcome(number, Became.RENEGOTIATED, day, told)


def lines(*records: Entry | FollowUp) -> tuple[LedgerLine, ...]:
    return ledger((each for each in records if isinstance(each, Entry)), links_of(records))


def came_to(*records: Entry | FollowUp) -> dict[str, Became | None]:
    """What became of each promise, by its words."""
    return {
        line.promise.text: line.outcome.became if line.outcome else None for line in lines(*records)
    }


# -- one promise -------------------------------------------------------------------------


def test_a_promise_is_open_until_something_is_said_of_it() -> None:
    visit = made(PLAN)
    (line,) = lines(visit)
    assert (line.id, line.promise, line.purpose) == (PromiseId(visit.id, 1), PLAN, "arrears")
    assert line.is_open and line.is_due(TODAY) and line.is_overdue(TODAY)
    assert not line.is_due(YESTERDAY - timedelta(days=1))


def test_one_that_is_due_today_is_due_and_not_yet_overdue() -> None:
    (line,) = lines(made(RING))
    assert line.is_due(TOMORROW) and not line.is_overdue(TOMORROW)


def test_one_without_a_day_is_open_and_never_due() -> None:
    (line,) = lines(made(ASK))
    assert line.is_open and not line.is_due(date.max)


@pytest.mark.parametrize("outcome", [KEPT, not_kept(told=True), not_kept(told=False)])
def test_kept_or_not_kept_it_is_settled(outcome: PromiseOutcome) -> None:
    visit = made(PLAN)
    (line,) = lines(visit, say(visit, outcome))
    assert line.outcome == outcome
    assert not line.is_open and due_now([line], TODAY) == ()


def test_renegotiated_it_is_open_until_its_new_day() -> None:
    visit = made(PLAN)
    (line,) = lines(visit, say(visit, moved(TOMORROW)))
    assert line.is_open and line.due == TOMORROW
    assert not line.is_due(TODAY) and line.is_due(TOMORROW)


def test_settled_again_the_newest_word_counts_whatever_its_date_says() -> None:
    visit = made(PLAN)
    first = replace(say(visit, KEPT), created=NOW + timedelta(days=400))
    second = replace(say(visit, moved(TOMORROW), first), created=NOW - timedelta(days=400))
    third = say(visit, not_kept(), second)
    (line,) = lines(third, first, visit, second)
    assert (line.outcome, line.said_by) == (not_kept(), (third.id,))


def test_soonest_due_comes_first_and_what_has_no_day_last() -> None:
    visit = made(ASK, RING, PLAN)
    assert [line.promise for line in lines(visit)] == [PLAN, RING, ASK]
    assert [line.promise for line in due_now(lines(visit), TODAY)] == [PLAN]


def test_only_of_its_number_is_anything_said() -> None:
    visit = made(PLAN, RING)
    assert came_to(visit, say(visit, not_kept(2))) == {PLAN.text: None, RING.text: Became.NOT_KEPT}
    assert came_to(visit, say(visit, not_kept(3))) == {PLAN.text: None, RING.text: None}


# -- two windows -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (KEPT, not_kept(), not_kept()),
        (KEPT, moved(TOMORROW), moved(TOMORROW)),
        (not_kept(), moved(TOMORROW), moved(TOMORROW)),
        (moved(TOMORROW, told=False), moved(TODAY), moved(TODAY)),
        (moved(TODAY), moved(TODAY, told=False), moved(TODAY, told=False)),
        (moved(TODAY, told=None), moved(TODAY, told=False), moved(TODAY, told=False)),
        (not_kept(told=False), not_kept(), not_kept(told=False)),
    ],
)
def test_of_what_two_windows_said_counts_what_leaves_most_to_do(
    one: PromiseOutcome, other: PromiseOutcome, counts: PromiseOutcome
) -> None:
    visit = made(PLAN)
    here, there = say(visit, one), say(visit, other)
    for records in ((visit, here, there), (there, here, visit)):
        (line,) = lines(*records)
        assert line.outcome == counts
        assert line.said_by == tuple(sorted((here.id, there.id)))


# -- an entry that was put right ---------------------------------------------------------

OVEN = Promise("Look at the oven", TODAY)


@pytest.mark.parametrize(
    ("now", "came"),
    [
        ((RING, OVEN, PLAN), {RING.text: None, OVEN.text: None, PLAN.text: Became.KEPT}),
        ((PLAN, RING), {PLAN.text: Became.KEPT, RING.text: None}),
        ((RING, Promise("Post the plan")), {RING.text: None, "Post the plan": Became.KEPT}),
        ((RING, replace(PLAN, due=None)), {RING.text: None, PLAN.text: Became.KEPT}),
        ((PLAN,), {PLAN.text: Became.KEPT}),
        ((RING,), {RING.text: None}),
        ((), {}),
        # It cannot be told that this is the plan in other words, so it is there to be done.
        ((Promise("Post the plan"),), {"Post the plan": None}),
        ((PLAN, OVEN), {PLAN.text: Became.KEPT, OVEN.text: None}),
    ],
)
def test_put_right_it_keeps_what_was_said_of_each_promise(
    now: tuple[Promise, ...], came: dict[str, Became | None]
) -> None:
    """`PLAN`, the second of two, is said to be kept; then the entry is put right."""
    visit = made(RING, PLAN)
    kept = say(visit, PromiseOutcome(2, Became.KEPT))
    assert came_to(kept, put_right(visit, *now), visit) == came


def test_put_right_twice_what_was_said_of_the_first_version_still_holds() -> None:
    first = made(RING, PLAN)
    second = put_right(first, Promise("Ring on Monday"), PLAN)
    third = put_right(second, PLAN, Promise("Ring on Monday"))
    kept = say(first, KEPT)
    assert came_to(third, kept, first, second) == {PLAN.text: None, "Ring on Monday": Became.KEPT}
    again = say(third, not_kept(2), kept)
    assert came_to(third, kept, again, first, second)["Ring on Monday"] is Became.NOT_KEPT


def test_what_was_said_of_a_version_that_is_gone_is_not_guessed_at() -> None:
    first = made(RING, PLAN)
    second = put_right(first, PLAN, RING)
    assert came_to(second, say(first, KEPT)) == {PLAN.text: None, RING.text: None}


def test_two_windows_put_it_right_and_neither_brings_back_what_was_replaced() -> None:
    first = made(RING)
    here = put_right(first, Promise("Ring on Monday"))
    there = put_right(first, RING, ASK)
    kept = say(first, KEPT)
    after_all = say(here, not_kept(), kept)
    found = came_to(first, here, there, kept, after_all)
    assert found == {"Ring on Monday": Became.NOT_KEPT, RING.text: None, ASK.text: None}


def test_the_same_words_twice_are_two_promises() -> None:
    monday, friday = Promise("Ring", date(2026, 11, 23)), Promise("Ring", date(2026, 11, 27))
    assert numbers_now([monday, friday], [friday, monday]) == {1: 2, 2: 1}
    assert numbers_now([RING, RING], [ASK, RING]) == {1: 1, 2: 2}
    assert numbers_now([RING, RING], [RING]) == {1: 1}
    assert numbers_now([monday, ASK, friday], [ASK, friday]) == {2: 1, 3: 2}


@given(before=st.lists(promises, max_size=5), now=st.lists(promises, max_size=5))
def test_no_promise_is_two_and_none_is_out_of_reach(
    before: list[Promise], now: list[Promise]
) -> None:
    found = numbers_now(before, now)
    assert {*found} <= {*range(1, len(before) + 1)}
    assert {*found.values()} <= {*range(1, len(now) + 1)}
    assert len({*found.values()}) == len(found)
    assert numbers_now(before, before) == {n: n for n in range(1, len(before) + 1)}


# -- what was not written by this program ------------------------------------------------


def test_follow_ups_that_replace_each_other_leave_the_promise_to_be_done() -> None:
    visit = made(PLAN)
    here = say(visit, KEPT)
    there = say(visit, KEPT, here)
    (line,) = lines(visit, there, replace(here, replaces=there.id))
    assert (line.outcome, line.said_by, line.is_open) == (None, (), True)


AN_ID = "01KAPC2G8H3QY7V5T9W4ZBXN1M"


@pytest.mark.parametrize(
    "said", ["", "nonsense", "/1", AN_ID, f"{AN_ID}/0", f"{AN_ID}/1/2", f"{'I' * 26}/1"]
)
def test_what_is_no_id_of_a_promise_is_none(said: str) -> None:
    assert PromiseId.read(said) is None


def test_an_id_of_a_promise_is_read_as_it_is_written_or_typed() -> None:
    written = PromiseId(AN_ID, 12)
    assert PromiseId.read(str(written)) == PromiseId.read(f" {str(written).lower()}\n") == written


# -- anything that may happen ------------------------------------------------------------


@dataclass
class Meant:
    """One promise as the person means it, and what they have said of it, by follow-up."""

    now: Promise
    said: dict[str, PromiseOutcome] = field(default_factory=dict)


Seen = dict[PromiseId, tuple[Meant, tuple[str, ...]]]
"""What a window shows: which promise a line is, and what it saw that was said of it."""


class Story:
    """A journal being written, and beside it what was meant, kept without any links."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.clock = Clock(NOW)
        self._coach = Coach(places({HOME_VARIABLE: "nowhere"}), clock=self.clock)
        self.records: list[Entry | FollowUp] = []
        self.standing: dict[str, list[Meant]] = {}
        self.windows: list[Seen] = []
        self._words = 0

    def goes_on(self) -> None:
        self.clock.advance(days=self.chance.randint(-40, 40))
        ways = [self.promise, self.settle, self.settle, self.settle_late, self.put_right]
        (self.chance.choice(ways) if self.standing else self.promise)()
        if self.chance.random() < 0.3:
            self.windows.append(self.seen())

    def promise(self) -> None:
        self._keep([self._another() for _ in range(self.chance.randint(1, 3))], None)

    def put_right(self) -> None:
        """One change at a time: two at once cannot always be told apart."""
        before = self.chance.choice([*self.standing])
        meant = self.standing.pop(before)
        place = self.chance.randrange(len(meant)) if meant else 0
        match self.chance.choice(["reword", "remove", "reorder", "add", "due", "nothing"]):
            case "reword" if meant:
                meant[place].now = replace(meant[place].now, text=self._text())
            case "due" if meant:
                meant[place].now = replace(meant[place].now, due=self._day())
            case "remove" if meant:
                del meant[place]
            case "reorder":
                self.chance.shuffle(meant)
            case "add":
                meant.insert(place, self._another())
        self._keep(meant, before)

    def settle(self) -> None:
        self._settle(self.seen())

    def settle_late(self) -> None:
        """In a window opened before something else happened."""
        self._settle(self.chance.choice(self.windows) if self.windows else {})

    def seen(self) -> Seen:
        return {
            PromiseId(id_, number): (meant, tuple(sorted(meant.said)))
            for id_, several in self.standing.items()
            for number, meant in enumerate(several, 1)
        }

    def _settle(self, window: Seen) -> None:
        if not window:
            return
        id_, (meant, said_by) = self.chance.choice([*window.items()])
        became, told = self.chance.choice([*Became]), self.chance.choice([True, False, None])
        outcome = PromiseOutcome(id_.number, became, self._day(), told)
        for before in said_by or (None,):
            new = self._coach.new_id(after=max(id_.entry, before or ""))
            self.records.append(FollowUp(new, self.clock.now, id_.entry, outcome, before))
            meant.said[new] = outcome
            meant.said.pop(before or "", None)

    def _keep(self, meant: list[Meant], before: str | None) -> None:
        id_ = self._coach.new_id(after=before or "")
        said = Promised(tuple(each.now for each in meant))
        answers = [asked("promises.made", said)] if meant else [asked("a", Text("Nothing."))]
        self.records.append(entry(*answers, id=id_, created=self.clock.now, supersedes=before))
        self.standing[id_] = meant

    def _another(self) -> Meant:
        return Meant(Promise(self._text(), self._day(), self.chance.choice([*Whose])))

    def _text(self) -> str:
        self._words += 1
        return f"Promise {self._words}"

    def _day(self) -> date | None:
        days = self.chance.choice([None, *range(-20, 20)])
        return None if days is None else TODAY + timedelta(days=days)


def leaves_most_to_do(said: Sequence[PromiseOutcome]) -> PromiseOutcome | None:
    """Worked out by striking off, the slow way."""
    if any(each.became is Became.RENEGOTIATED for each in said):
        said = [each for each in said if each.became is Became.RENEGOTIATED]
    elif any(each.became is Became.NOT_KEPT for each in said):
        said = [each for each in said if each.became is Became.NOT_KEPT]
    if days := [each.due for each in said if each.due]:
        said = [each for each in said if each.due == min(days)]
    for told in (False, None, True):
        if left := [each for each in said if each.told is told]:
            return min(left, key=lambda each: each.number)
    return None


def as_meant(story: Story) -> Iterator[LedgerLine]:
    for id_, (meant, said_by) in story.seen().items():
        outcome = leaves_most_to_do([*meant.said.values()])
        yield LedgerLine(id_, meant.now, "arrears", "rent arrears", outcome, said_by)


@given(chance=st.randoms(use_true_random=False), steps=st.integers(1, 25))
def test_whatever_happens_and_in_any_order_the_ledger_is_what_was_meant(
    chance: random.Random, steps: int
) -> None:
    story = Story(chance)
    for _ in range(steps):
        story.goes_on()
    found = lines(*story.records)
    assert sorted(found, key=lambda line: line.id) == sorted(
        as_meant(story), key=lambda line: line.id
    )
    for _ in range(3):
        chance.shuffle(story.records)
        assert lines(*story.records) == found
