"""Changes of a form that are no typing: a line added, moved or taken out. Each can be undone.

What is typed in a field is the field's own to undo, and comes first.
"""

from collections.abc import Iterable
from typing import Protocol


class Changing(Protocol):
    """A part of a form that can say how it is, and be as it was."""

    def as_it_is(self) -> object: ...

    def be_as(self, it_was: object) -> None: ...


_Change = list[tuple[Changing, object]]


class Changes:
    """What was changed in one form, while one answer is in it."""

    def __init__(self) -> None:
        self._done: list[_Change] = []
        self._undone: list[tuple[_Change, _Change]] = []

    def forget(self) -> None:
        """Another answer is in the form."""
        self._done.clear()
        self._undone.clear()

    def will_change(self, *parts: Changing) -> None:
        self._done.append(_now(parts))
        self._undone.clear()

    def undo(self) -> bool:
        """Put back what was there before the last change. False: there was none."""
        if not self._done:
            return False
        before = self._done.pop()
        after = _now(part for part, _ in before)
        _put(before)
        self._undone.append((before, after))
        return True

    def redo(self) -> bool:
        """Make the change again that was undone last. False: there is none, or it was written
        on since."""
        if not self._undone:
            return False
        before, after = self._undone.pop()
        if _now(part for part, _ in before) != before:
            self._undone.clear()
            return False
        _put(after)
        self._done.append(before)
        return True


def _now(parts: Iterable[Changing]) -> _Change:
    return [(part, part.as_it_is()) for part in parts]


def _put(change: _Change) -> None:
    for part, it_was in change:
        part.be_as(it_was)
