"""Whether the lines above can be taken off the screen that is written to."""

import os
import sys
from typing import TextIO

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""The first place, erase the screen, and erase the lines that were kept from it."""


def can_be_cleared(out: TextIO) -> bool:
    """Whether `out` is a terminal that obeys `CLEAR`; a pipe or a file is never written it."""
    return out.isatty() and _obeys(out)


if sys.platform == "win32":

    def _obeys(out: TextIO) -> bool:
        """A console of Windows obeys only once it has been asked to, and may refuse."""
        import ctypes
        import msvcrt

        obeys_sequences = 0x0004
        console = ctypes.c_void_p(msvcrt.get_osfhandle(out.fileno()))
        mode = ctypes.c_ulong()
        kernel = ctypes.windll.kernel32
        if os.environ.get("TERM") == "dumb" or not kernel.GetConsoleMode(
            console, ctypes.byref(mode)
        ):
            return False
        return bool(kernel.SetConsoleMode(console, mode.value | obeys_sequences))

else:

    def _obeys(out: TextIO) -> bool:
        return os.environ.get("TERM", "dumb") not in ("", "dumb")
