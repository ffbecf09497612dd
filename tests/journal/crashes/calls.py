"""The calls that reach the disk, watched from inside the process, and made to go wrong."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

import pytest


class Call(NamedTuple):
    """One call that went through, as the system names it; `mark` is a word of the story."""

    name: str
    path: str = ""
    target: str = ""
    handle: int = -1
    data: bytes = b""
    truncates: bool = False


class Died(BaseException):
    """The process is gone: not an error, so that nothing which handles errors handles it."""


class Dies(NamedTuple):
    """The process ends as call number `at` is made; of a write, half may have gone through."""

    at: int
    halfway: bool = False


class Fails(NamedTuple):
    """Call number `at` is answered with an error of that number."""

    at: int
    code: int


Fate = Dies | Fails | None

NAMES = {
    "open": "open", "write": "write", "fsync": "fsync", "close": "close", "link": "link",
    "rename": "rename", "replace": "rename", "unlink": "unlink", "remove": "unlink",
    "mkdir": "mkdir",
}  # fmt: skip
"""What of `os` changes a disk, and the system's own name for it."""


class Watched:
    """Every call of this thread that reaches the disk: `calls` in order, `fate` at its number.

    After a death each further call dies too, so that no clearing up can reach the disk.
    """

    def __init__(self, fate: Fate = None) -> None:
        self.calls: list[Call] = []
        self.went_wrong = ""
        """The name of the call that died or failed; empty when none did."""
        self._fate = fate
        self._count = 0
        self._is_dead = False
        self._handles: set[int] = set()
        self._thread = threading.get_ident()

    @property
    def marks(self) -> list[str]:
        return [call.path for call in self.calls if call.name == "mark"]

    def mark(self, text: str) -> None:
        self.calls.append(Call("mark", text))

    @contextmanager
    def working(self) -> Iterator["Watched"]:
        """With the disk behind this; a death ends the block, and the handles go with it."""
        close = os.close
        with pytest.MonkeyPatch.context() as patch:
            for name in NAMES:
                if hasattr(os, name):
                    patch.setattr(os, name, self._watching(name, getattr(os, name)))
            with suppress(Died):
                yield self
        for handle in self._handles:
            close(handle)

    def _watching(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            if threading.get_ident() != self._thread:
                return real(*given, **more)
            self._meets_its_fate(name, real, given)
            # Counted, and not waited for: what dies here is a process, and not the machine.
            result = None if name == "fsync" else real(*given, **more)
            self._note(NAMES[name], given, result)
            return result

        return call

    def _meets_its_fate(self, name: str, real: Callable[..., Any], given: Any) -> None:
        if self._is_dead:
            raise Died
        self._count += 1
        if self._fate is None or self._count - 1 != self._fate.at:
            return
        self.went_wrong = NAMES[name]
        match self._fate:
            case Dies(halfway=halfway):
                if halfway and name == "write":
                    self._note("write", given, real(given[0], given[1][: len(given[1]) // 2]))
                self._is_dead = True
                raise Died
            case Fails(code=code):
                if name == "close":
                    real(*given)  # Linux lets go of the handle whatever it answers
                    self._note("close", given, None)
                raise OSError(code, os.strerror(code))

    def _note(self, name: str, given: Any, result: Any) -> None:
        match name:
            case "open":
                self._handles.add(result)
                flags = given[1]
                truncates = bool(flags & os.O_TRUNC)
                call = Call("open", os.fspath(given[0]), handle=result, truncates=truncates)
            case "write":
                call = Call("write", handle=given[0], data=bytes(given[1][:result]))
            case "fsync" | "close":
                call = Call(name, handle=given[0])
            case "link" | "rename":
                call = Call(name, os.fspath(given[0]), os.fspath(given[1]))
            case _:
                call = Call(name, os.fspath(given[0]))
        if name == "close":
            self._handles.discard(given[0])
        self.calls.append(call)


FAULTS = {
    name: getattr(errno, name)
    for name in (
        "ENOSPC", "EIO", "EROFS", "EACCES", "EDQUOT", "EINTR", "EPERM", "ENOSYS", "EMFILE",
    )
    if hasattr(errno, name)
}  # fmt: skip
"""What a disk may answer."""
