"""What a person was told is kept, held against what a fresh start finds."""

import os
import time
from pathlib import Path

from tipcoach.journal.drafts import Drafts
from tipcoach.journal.journal import Journal
from tipcoach.journal.reading import Unused
from tipcoach.journal.writing import Writer

TWO_HOURS = 7200.0


class Home:
    """The journal, the drafts and the one writer of a process that has just begun."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writer = Writer(folder / "open-writes.txt")
        self.journal = Journal(folder / "journal", self.writer)
        self.drafts = Drafts(folder / "drafts", self.writer)

    def found(self) -> tuple[dict[str, bytes], list[Unused]]:
        """Every file a start shows, by its name, with its bytes; and what it cannot use."""
        shown: dict[str, bytes] = {}
        unused: list[Unused] = []
        for record in self.journal.records():
            if isinstance(record, Unused):
                unused.append(record)
                continue
            (path,) = self.journal.folder.glob(f"*/{record.id}.json")
            shown[path.name] = path.read_bytes()
        for draft in self.drafts.all():
            if isinstance(draft, Unused):
                unused.append(draft)
                continue
            path = self.drafts.folder / f"{draft.id}.json"
            shown[path.name] = path.read_bytes()
        return shown, unused


class Kept:
    """For each file, what may be in it now; `None` is that it is not there.

    Once something is acknowledged there is one possibility. While it is under way, or when
    it was said not to be saved, what was there before and what was to be there are both fair.
    """

    def __init__(self) -> None:
        self._may_be: dict[str, set[bytes | None]] = {}
        self._erased: set[str] = set()

    @property
    def told(self) -> frozenset[object]:
        """The same for two stories after which the same may be there."""
        fair = {(name, frozenset(may_be)) for name, may_be in self._may_be.items()}
        return frozenset({*fair, *self._erased})

    def begins(self, name: str, data: bytes | None) -> None:
        """A write of `data` to the file of that name, or its erasing, is under way."""
        self._may_be.setdefault(name, {None}).add(data)
        self._erased.discard(name)

    def is_done(self, name: str, data: bytes | None) -> None:
        """It was acknowledged."""
        self._may_be[name] = {data}
        if data is None:
            self._erased.add(name)

    def settles(self, home: Home) -> None:
        """What was found after a crash is now what is there."""
        shown, _ = home.found()
        for name in self._may_be:
            self._may_be[name] = {shown.get(name)}

    def violation(self, home: Home) -> str | None:
        """What a fresh start shows that it may not, or fails to show; `None` when all is well."""
        shown, unused = home.found()
        for one in unused:
            return f"{one.path.name} is shown torn: {one.reason}"
        for name, may_be in self._may_be.items():
            there = shown.pop(name, None)
            if there not in may_be:
                return f"{name} holds {_in_short(there)} and not {[*map(_in_short, may_be)]}"
        for name in self._erased:
            if left := [*home.folder.rglob(f".{name}.*")]:
                return f"{name} was erased, and {left[0].name} still has its words"
        return f"{[*shown]} were never written" if shown else None


def _in_short(data: bytes | None) -> str:
    return "nothing" if data is None else f"{len(data)} bytes"


def leftovers(folder: Path) -> list[str]:
    """The temporary files in a folder and below."""
    return sorted(path.name for path in folder.rglob("*.tmp"))


def sweep(folder: Path) -> None:
    """What the first start does that is an hour after a crash."""
    then = time.time() - TWO_HOURS
    for path in folder.rglob("*.tmp"):
        os.utime(path, (then, then))
    Home(folder).writer.sweep()
