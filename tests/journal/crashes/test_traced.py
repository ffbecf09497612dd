"""Real deaths and real errors, given by the system itself at every call of the story."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.crashes.calls import FAULTS, Call, Watched
from journal.crashes.kept import Home, Kept, leftovers, sweep
from journal.crashes.power import Disk
from journal.crashes.story import STORY, kept_by, tell
from journal.crashes.test_power_cuts import Cuts
from journal.crashes.traced import KILLED, Run, Traced, tracing

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux"),
]

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def traced() -> Iterator[Traced]:
    with tracing() as made:
        yield made


def violation(folder: Path, run: Run) -> str | None:
    """What a fresh start shows wrongly, before and after sweeping up."""
    kept = kept_by(STORY, run.marks)
    found = kept.violation(Home(folder))
    sweep(folder)
    return found or kept.violation(Home(folder))


def effects(calls: list[Call]) -> list[str]:
    """The calls that change a disk or wait for one, by name."""
    return [call.name for call in calls if call.name not in ("open", "close", "mark")]


def test_the_calls_watched_from_inside_are_those_the_system_sees(
    scratch: Path, traced: Traced
) -> None:
    """So that no call can slip past the tests that die and fail in process."""
    (scratch / "inside").mkdir()
    watched = Watched()
    with watched.working():
        tell(STORY, Home(scratch / "inside"), watched.mark)
    run = traced.tell(scratch / "traced")
    assert run.exit_code == 0
    assert effects(run.calls) == effects(watched.calls)


def killed_at_each_call(scratch: Path, traced: Traced, wrong: str = "-") -> Iterator[str | None]:
    """What each death does; the process is really dead, and was as far on as it should be."""
    dry = traced.tell(scratch / "dry", wrong=wrong)
    points = dry.points
    for number, point in enumerate(points):
        folder = scratch / f"{number}"
        injected = f"{point.syscall}:signal=KILL:when={point.when}"
        run = traced.tell(folder, injected, wrong=wrong)
        assert run.exit_code == KILLED, f"{injected} killed nothing"
        assert run.points == points[: number + 1], f"{injected} came at another call"
        found = violation(folder, run)
        assert leftovers(folder) == []
        yield f"{injected}: {found}" if found else None


def test_a_process_killed_at_any_call_loses_nothing_that_was_acknowledged(
    scratch: Path, traced: Traced, record_property: Record
) -> None:
    found = [*killed_at_each_call(scratch, traced)]
    record_property("kill_points", len(found))
    assert len(found) > 80
    assert [one for one in found if one] == []


def test_killing_catches_a_writer_that_writes_in_place(scratch: Path, traced: Traced) -> None:
    assert any(killed_at_each_call(scratch, traced, "in_place"))


MAY_FAIL = {"open", "write", "fsync", "rename", "link", "unlink", "close"}


def refused_at_each_call(
    scratch: Path, traced: Traced, fault: str, wrong: str = "-"
) -> Iterator[str | None]:
    """What each error leads to: saved and whole, or said, with what was there before."""
    points = traced.tell(scratch / "dry", wrong=wrong).points
    for number, point in enumerate(points):
        if point.name not in MAY_FAIL:
            continue
        folder = scratch / f"{number}"
        injected = f"{point.syscall}:error={fault}:when={point.when}"
        run = traced.tell(folder, injected, wrong=wrong)
        assert run.was_met, f"{injected} was never reached"
        if run.exit_code:
            yield f"{injected}: it broke with {run.exit_code}, {run.marks[-1:]}"
        elif point.name != "unlink" and (left := leftovers(folder)):
            yield f"{injected}: {left} was left"
        else:
            found = violation(folder, run)
            yield f"{injected}: {found}" if found else None


@pytest.mark.parametrize("fault", FAULTS)
def test_an_error_at_any_call_leaves_it_saved_or_says_that_it_is_not(
    scratch: Path, traced: Traced, fault: str, record_property: Record
) -> None:
    found = [*refused_at_each_call(scratch, traced, fault)]
    record_property("runs", len(found))
    assert len(found) > 60
    assert [one for one in found if one] == []


@pytest.mark.parametrize("wrong", ["in_place", "never_saying_no"])
def test_errors_catch_a_writer_that_is_wrong(scratch: Path, traced: Traced, wrong: str) -> None:
    assert any(refused_at_each_call(scratch, traced, "ENOSPC", wrong))


def cut_anywhere(scratch: Path, traced: Traced, cuts: Cuts, wrong: str = "-") -> Iterator[str]:
    folder = scratch / "home"
    run = traced.tell(folder, wrong=wrong)
    calls = [call for call in run.calls if call.path not in ("begin 0", "end 0")]
    yield from cuts.violations(STORY, calls, Disk(folder), Kept())


def test_no_power_cut_takes_what_was_acknowledged(
    scratch: Path, traced: Traced, record_property: Record
) -> None:
    cuts = Cuts(scratch / "cuts")
    assert [*cut_anywhere(scratch, traced, cuts)] == []
    record_property("states", cuts.many)
    assert cuts.many > 150


@pytest.mark.parametrize("wrong", ["without_file_sync", "without_folder_sync", "in_place"])
def test_power_cuts_catch_a_writer_that_is_wrong(scratch: Path, traced: Traced, wrong: str) -> None:
    cuts = Cuts(scratch / "cuts")
    assert next(cut_anywhere(scratch, traced, cuts, wrong), None)
