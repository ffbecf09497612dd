"""Every disk a power cut could leave, at every moment of the story, and after a restart."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from journal.crashes.calls import FAULTS, Call, Dies, Fails, Fate, Watched
from journal.crashes.kept import Home, Kept
from journal.crashes.mutants import MUTANTS
from journal.crashes.power import Disk, Picture, build
from journal.crashes.story import AFTERWARDS, STORY, Step, kept_by, tell

CHANCE = re.compile(r"\.[0-9a-f]{16}\.tmp$")
Wrong = Callable[[], AbstractContextManager[None]]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows makes names last by itself"),
]


class Cuts:
    """The states looked at so far: each disk once for each thing that was acknowledged."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._seen: set[object] = set()

    @property
    def many(self) -> int:
        return len(self._seen)

    def violations(
        self, steps: Sequence[Step], calls: Iterable[Call], disk: Disk, kept: Kept
    ) -> Iterator[str]:
        """What a start shows wrongly after a cut, before the first of the calls and after each."""
        yield from self._violations(disk, kept)
        for call in calls:
            if call.name == "mark":
                kept_by(steps, [call.path], kept)
            else:
                disk.take(call)
            for found in self._violations(disk, kept):
                yield f"after {call.name} {call.path}: {found}"

    def _violations(self, disk: Disk, kept: Kept) -> Iterator[str]:
        for picture in disk.pictures():
            state = (alike(picture), kept.told)
            if state in self._seen:
                continue
            folder = build(picture, self._folder / str(self.many))
            self._seen.add(state)
            if found := kept.violation(Home(folder)):
                yield found


def alike(picture: Picture) -> Picture:
    """The same for two disks that differ only in what chance called their temporary files."""
    return frozenset((CHANCE.sub(".tmp", path), data) for path, data in picture)


def told(
    folder: Path, steps: Sequence[Step] = STORY, fate: Fate = None, wrong: Wrong = nullcontext
) -> Watched:
    """The calls of a story told in a folder, and the marks between them."""
    watched = Watched(fate)
    with watched.working(), wrong():
        tell(steps, Home(folder), watched.mark)
    return watched


def cut_anywhere(folder: Path, cuts: Cuts, wrong: Wrong = nullcontext) -> Iterator[str]:
    """Cuts at every moment of the story."""
    folder.mkdir()
    calls = told(folder, wrong=wrong).calls
    yield from cuts.violations(STORY, calls, Disk(folder), Kept())


def test_no_power_cut_takes_what_was_acknowledged(scratch: Path) -> None:
    cuts = Cuts(scratch / "cuts")
    assert [*cut_anywhere(scratch / "home", cuts)] == []
    assert cuts.many > 150


@pytest.mark.parametrize("wrong", ["without_file_sync", "without_folder_sync", "in_place"])
def test_a_writer_that_is_wrong_is_caught(scratch: Path, wrong: str) -> None:
    cuts = Cuts(scratch / "cuts")
    assert next(cut_anywhere(scratch / "home", cuts, MUTANTS[wrong]), None)


@pytest.mark.parametrize("way", ["dies", "a fault"])
def test_nor_does_one_that_follows_a_crash_and_a_new_start(scratch: Path, way: str) -> None:
    """What a process left unsynced when it ended may still be so when the next relies on it."""
    cuts = Cuts(scratch / "cuts")
    (scratch / "dry").mkdir()
    many = sum(call.name != "mark" for call in told(scratch / "dry").calls)
    for at in range(many):
        folder = scratch / str(at)
        folder.mkdir()
        first = told(folder, fate=Dies(at) if way == "dies" else Fails(at, FAULTS["EIO"]))
        kept, disk = kept_by(STORY, first.marks), Disk(folder)
        for call in first.calls:
            disk.take(call)
        then = told(folder, AFTERWARDS)
        found = next(cuts.violations(AFTERWARDS, then.calls, disk, kept), None)
        assert found is None, (at, first.went_wrong, found)
    assert cuts.many > 500
