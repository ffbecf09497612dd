"""A terminal that has gone: noticed at once, and nothing waits for it any more.

The system says so with a signal, but not to everyone: not to a program that another one started
in its window, nor to one that was told not to listen. Left to itself, the framework would then
read nothing from the closed terminal, as fast as it can, for ever; or wait to write to it.
"""

import select
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO


def has_gone(terminal: int, wait: float | None = 0) -> bool:
    """Whether the other side of a terminal is closed, waiting `wait` seconds for it, or for ever.

    Where the system cannot say, it has not gone.
    """
    if sys.platform == "win32":
        return False
    watched = select.poll()
    # Nothing is asked for: that it has gone is told unasked, and what is typed is not told.
    watched.register(terminal, 0)
    with suppress(OSError):
        return bool(watched.poll(None if wait is None else wait * 1000))
    return False


def watch(terminal: int, gone: Callable[[], object]) -> None:
    """Call `gone`, from a thread of its own, once a terminal has gone."""
    if sys.platform == "win32":
        return

    def wait_for_it() -> None:
        if has_gone(terminal, wait=None):
            gone()

    threading.Thread(target=wait_for_it, name="terminal-gone", daemon=True).start()


class PaintedWhileItLasts:
    """The file that is painted on; what is written once nobody sees it any more is let go.

    The thread that paints would end of it, and the app would wait for that thread.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()
