"""Tell the story in a process of its own, again and again, for `traced.py` to look on.

Reads lines: the folder to tell it in and the name of a mutant or `-`, then, once the process
made for it is being traced, `go`. Everything is imported before, so that a trace holds the
story and nothing else. A mark is a call that changes nothing and that every trace shows.
"""

import ctypes
import os
from collections.abc import Callable
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.crashes.kept import Home
from journal.crashes.mutants import MUTANTS
from journal.crashes.story import STORY, tell

MARK = "/no-such-folder-of-tipcoach/"
_LET_ANYBODY_TRACE = 0x59616D61


def mark(text: str) -> None:
    with suppress(OSError):
        Path(MARK + text).rmdir()


def _tell(folder: Path, wrong: str) -> None:
    with MUTANTS[wrong]() if wrong in MUTANTS else nullcontext():
        mark("begin 0")
        tell(STORY, Home(folder), mark)
        mark("end 0")


def wait_for_words(prepare: Callable[[Path, str], Callable[[], None]]) -> None:
    """For each line, `prepare` with the folder and what is wrong; what it returns is traced."""
    # Not buffered: what is read ahead would be gone from the process made next.
    commands = os.fdopen(os.dup(0), "rb", buffering=0)
    for line in iter(commands.readline, b""):
        folder_name, wrong = line.decode().split()
        tell_it = prepare(Path(folder_name), wrong)
        child = os.fork()
        if child:
            print(child, flush=True)
            _, status = os.waitpid(child, 0)
            print(os.waitstatus_to_exitcode(status), flush=True)
            continue
        ctypes.CDLL(None).prctl(_LET_ANYBODY_TRACE, ctypes.c_ulong(2**64 - 1), 0, 0, 0)
        os.read(0, 3)
        try:
            tell_it()
        except BaseException as broke:
            mark(f"broke {type(broke).__name__}")
            os._exit(70)
        os._exit(0)


def main() -> None:
    with TemporaryDirectory() as folder:
        _tell(Path(folder), "-")
    wait_for_words(partial(partial, _tell))


if __name__ == "__main__":
    main()
