"""Death and faults at every call, from inside the process: on every system there is."""

import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from journal.crashes.calls import FAULTS, Dies, Fails, Fate, Watched
from journal.crashes.kept import Home, leftovers, sweep
from journal.crashes.mutants import MUTANTS, in_place, never_saying_no, over_what_is_there
from journal.crashes.story import (
    STORY,
    Step,
    a_draft,
    add,
    an_entry,
    begin,
    erase,
    id_of,
    kept_by,
    remove,
    save,
    tell,
)

pytestmark = pytest.mark.thorough


def told(folder: Path, fate: Fate = None) -> Watched:
    """The story told on a disk that meets that fate."""
    folder.mkdir()
    watched = Watched(fate)
    with watched.working():
        tell(STORY, Home(folder), watched.mark)
    return watched


def went_wrong(folder: Path, watched: Watched) -> str | None:
    """What is not as it should be after the story was told, and then after sweeping up."""
    kept = kept_by(STORY, watched.marks)
    if found := kept.violation(Home(folder)):
        return found
    sweep(folder)
    if left := leftovers(folder):
        return f"{left} were never swept"
    return kept.violation(Home(folder))


def calls_of(folder: Path) -> int:
    """How many calls the whole story makes."""
    return sum(call.name != "mark" for call in told(folder).calls)


# -- every call in turn ------------------------------------------------------------------


@pytest.mark.parametrize("halfway", [False, True], ids=["before it", "halfway through it"])
def test_a_death_at_any_call_costs_nothing_that_was_acknowledged(
    scratch: Path, halfway: bool, record_property: Callable[[str, object], None]
) -> None:
    many = calls_of(scratch / "dry")
    assert many > (40 if sys.platform == "win32" else 80)
    record_property("deaths", many)
    for at in range(many):
        folder = scratch / str(at)
        watched = told(folder, Dies(at, halfway))
        assert watched.went_wrong, f"call {at} was never made"
        assert went_wrong(folder, watched) is None, (at, watched.went_wrong)


@pytest.mark.parametrize("code", FAULTS.values(), ids=FAULTS)
def test_a_fault_at_any_call_leaves_it_saved_or_says_that_it_is_not(
    scratch: Path, code: int
) -> None:
    for at in range(calls_of(scratch / "dry")):
        folder = scratch / str(at)
        watched = told(folder, Fails(at, code))
        assert watched.went_wrong, f"call {at} was never made"
        assert len([mark for mark in watched.marks if mark.startswith("refused")]) <= 1
        if watched.went_wrong != "unlink":
            assert leftovers(folder) == [], (at, watched.went_wrong)
        assert went_wrong(folder, watched) is None, (at, watched.went_wrong)


# -- anything, in any order --------------------------------------------------------------

numbers = st.integers(1, 4)
words = st.text(max_size=30)
fates: st.SearchStrategy[Fate] = st.one_of(
    st.none(),
    st.builds(Dies, st.integers(0, 30), st.booleans()),
    st.builds(Fails, st.integers(0, 30), st.sampled_from([*FAULTS.values()])),
)


class AnyOrder(RuleBasedStateMachine):
    """An officer's journal, used in any order on a disk that goes wrong at any moment."""

    def __init__(self) -> None:
        super().__init__()
        self._place = TemporaryDirectory()
        self._folder = Path(self._place.name)
        self._home = Home(self._folder)
        self._kept = kept_by((), ())
        self._begun: set[int] = set()
        self._entries: dict[int, str] = {}

    def teardown(self) -> None:
        self._place.cleanup()

    def _take(self, step: Step, fate: Fate) -> None:
        watched = Watched(fate)
        with watched.working():
            tell([step], self._home, watched.mark)
        kept_by([step], watched.marks, self._kept)
        if watched.marks[-1] == "done 0":
            return
        fault = self._kept.violation(Home(self._folder))
        assert fault is None, fault
        self._kept.settles(Home(self._folder))
        if isinstance(fate, Dies):
            self._home = Home(self._folder)

    @rule(number=numbers, words=words, fate=fates)
    def begin(self, number: int, words: str, fate: Fate) -> None:
        self._begun.add(number)
        self._take(begin(a_draft(id_of(number), words)), fate)

    @precondition(lambda self: self._begun)
    @rule(data=st.data(), words=words, fate=fates)
    def save(self, data: st.DataObject, words: str, fate: Fate) -> None:
        number = data.draw(st.sampled_from(sorted(self._begun)))
        self._take(save(a_draft(id_of(number), words)), fate)

    @rule(number=numbers, fate=fates)
    def remove(self, number: int, fate: Fate) -> None:
        self._take(remove(id_of(number)), fate)

    @rule(number=numbers, words=words, fate=fates)
    def add(self, number: int, words: str, fate: Fate) -> None:
        """An id that another entry has may be asked for: it must be refused."""
        kept = an_entry(id_of(100 + number), words)
        there = self._home.journal.has(kept.id)
        is_same = self._entries.get(number) == words
        if there and not is_same:
            watched = Watched()
            with watched.working():
                tell([add(kept)], self._home, watched.mark)
            assert watched.marks == ["begins 0", "refused 0"], "an entry was written over"
            return
        self._entries[number] = words
        self._take(add(kept), fate)

    @rule(number=numbers, fate=fates)
    def erase(self, number: int, fate: Fate) -> None:
        self._take(erase(id_of(100 + number)), fate)

    @rule()
    def start_again(self) -> None:
        self._home = Home(self._folder)

    @rule()
    def sweep(self) -> None:
        sweep(self._folder)
        assert leftovers(self._folder) == []

    @invariant()
    def all_that_was_acknowledged_is_there(self) -> None:
        fault = self._kept.violation(Home(self._folder))
        assert fault is None, fault


def in_any_order(*, phases: Collection[Phase] = tuple(Phase)) -> None:
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=150,
            stateful_step_count=30,
            suppress_health_check=[*HealthCheck],
            report_multiple_bugs=False,
            phases=phases,
        ),
    )


def test_whatever_is_done_in_whatever_order_nothing_acknowledged_is_lost() -> None:
    in_any_order()


# -- the tests of the tests --------------------------------------------------------------


def violations_of_any_fate(folder: Path) -> Iterator[str]:
    """What the deaths and the faults at each call find; a disk answers one of two ways."""
    for at in range(calls_of(folder / "dry")):
        for name, fate in (("dies", Dies(at)), ("fails", Fails(at, FAULTS["ENOSPC"]))):
            watched = told(folder / f"{name}-{at}", fate)
            if found := went_wrong(folder / f"{name}-{at}", watched):
                yield found


@pytest.mark.parametrize("wrong", [in_place, never_saying_no], ids=lambda one: one.__name__)
def test_a_writer_that_is_wrong_is_caught_at_some_call(
    scratch: Path, wrong: "type[object]"
) -> None:
    with MUTANTS[wrong.__name__]():
        assert next(violations_of_any_fate(scratch), None)


@pytest.mark.parametrize(
    "wrong", [in_place, over_what_is_there, never_saying_no], ids=lambda one: one.__name__
)
def test_a_writer_that_is_wrong_is_caught_in_some_order(wrong: "type[object]") -> None:
    with MUTANTS[wrong.__name__](), pytest.raises(AssertionError):
        in_any_order(phases=[Phase.generate])
