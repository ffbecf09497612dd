"""A terminal for tests: the real program in a pseudo-terminal, and its screen to read.

Nothing here sleeps. What a test waits for is a condition with a deadline, and while it waits
the screen is fed, as a terminal's would be.
"""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Self

import pyte
import pytest
from cli.program import DEADLINE, environment_for

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of POSIX", allow_module_level=True)
else:
    import fcntl
    import pty
    import termios

ALTERNATE_SCREEN, ORDINARY_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
BLANK = b"\x1b[H\x1b[J"
# A terminal that can is asked to show a frame only once it is whole; this one can.
_CAN_YOU_WAIT, _I_CAN = b"\x1b[?2026$p", "\x1b[?2026;2$y"
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "bglnpqrs"},
}

# Whoever opens a terminal becomes its owner: without one, a closed window hangs nobody up.
# This is done by a program of its own, because a fork of a process with threads is not safe.
_TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
_ONLY_USE_IT = "import os, sys; os.execv(sys.argv[1], sys.argv[1:])"
_ESCAPE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])"
)

# What a screen of pyte's would print for want of knowing it: the kitty keyboard's protocol,
# and an escape sequence of which the end has not come yet.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*u")
_HALF_AN_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")


class Terminal:
    """The program running in a terminal of its own, with a home of its own."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        paper: int = 0,
        runner: Path | None = None,
        more: Mapping[str, str] | None = None,
        errors: Path | None = None,
        python: Path = Path(sys.executable),
        owner: bool = True,
    ) -> None:
        """Start `tipcoach` with `arguments`; `runner` is a script to start in its place.

        `python` is the interpreter, with the tipcoach that is installed beside it.

        Without being its `owner`, it gets no signal when the terminal is closed.

        `paper` is wider than the terminal says it is, to see what would go over its edge.
        `more` is added to the environment; `errors` is where stderr goes instead.
        """
        self.home = home
        self.raw = b""
        self._half = b""
        self._answered = False
        self._looked_at = True
        self._screen = pyte.Screen(paper or columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        program = [str(runner)] if runner else ["-m", "tipcoach"]
        stderr = os.open(errors, os.O_WRONLY | os.O_CREAT) if errors else os.dup(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c",
             _TAKE_THE_TERMINAL if owner else _ONLY_USE_IT,
             str(python), *program, *arguments],
            stdin=slave, stdout=slave, stderr=stderr,
            start_new_session=True,
            # The checkout must not be found before an installed or a broken copy.
            cwd=home.parent,
            env=environment_for(home, more),
        )  # fmt: skip
        os.close(slave)
        os.close(stderr)
        self._open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.hang_up()
        self.process.wait(DEADLINE)

    # -- typing -------------------------------------------------------------------------

    def send(self, data: str | bytes) -> None:
        """Send `data` in one write, as a paste of keys or a very fast typist would."""
        left = data.encode() if isinstance(data, str) else data
        while left:
            # Whoever does not read what is painted will not be read from either.
            self.pump(0)
            left = left[os.write(self._master, left) :]

    def type(self, text: str) -> None:
        """Type the letters of `text`, each in a write of its own."""
        for letter in text:
            self.send(letter)

    def press(self, *keys: str) -> None:
        """Press keys by name, each in a write of its own."""
        for key in keys:
            self.send(KEYS.get(key, key))

    # -- reading ------------------------------------------------------------------------

    def pump(self, seconds: float) -> bool:
        """Feed the screen what is painted, waiting at most `seconds` for it."""
        if not self._open:
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            # Linux says so when nobody has the other side open any more.
            data = b""
        if not data:
            self.hang_up()
            return False
        self.raw += data
        if _CAN_YOU_WAIT in self.raw[-len(data) - len(_CAN_YOU_WAIT) :] and not self._answered:
            self._answered = True
            self.send(_I_CAN)
        if self._looked_at:
            self._paint(self._half + data)
        return True

    def _paint(self, data: bytes) -> None:
        half = _HALF_AN_ESCAPE.search(data)
        self._half = half[0] if half else b""
        data = _UNKNOWN_TO_PYTE.sub(b"", data.removesuffix(self._half))
        before, left, after = data.rpartition(ORDINARY_SCREEN)
        if left:
            # There is one screen here; what was on it goes when the program gives it back.
            self._stream.feed(before)
            self._screen.reset()
        self._stream.feed(after)

    def look_away(self) -> None:
        """Read what is painted from here on, and do not look at it: that takes time."""
        self._looked_at = False

    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [row.rstrip() for row in self._screen.display]

    def screen_text(self) -> str:
        return "\n".join(self.lines())

    def says(self, words: str) -> bool:
        """Whether `words` are on the screen, in a row or down a column of it."""
        return words in self.screen_text() or words in self.words()

    def words(self) -> str:
        """What is on the screen as running text, as it is read."""
        return down_the_page(self.lines())

    def _is_gone(self, words: str) -> bool:
        return not self.says(words)

    @property
    def is_whole(self) -> bool:
        """Whether no frame is half painted."""
        return self.raw.rfind(_FRAME_ENDS) >= self.raw.rfind(_FRAME_BEGINS)

    # -- waiting ------------------------------------------------------------------------

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Feed the screen until `condition` holds of a whole frame."""
        give_up = time.monotonic() + DEADLINE
        while not (self.is_whole and condition()):
            left = give_up - time.monotonic()
            if left < 0 or (not self._open and self.process.poll() is not None):
                # Between the look and the end, what was waited for may have come.
                if condition():
                    return
                raise AssertionError(f"{what}: not so. The screen:\n{self.screen_text()}")
            if not self.pump(min(left, 0.05)) and not self._open:
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(min(left, 0.05))

    def wait_for(self, *words: str) -> None:
        """Wait until all of `words` are on the screen."""
        for each in words:
            self.wait_until(partial(self.says, each), f"“{each}” on the screen")

    def wait_until_gone(self, *words: str) -> None:
        """Wait until none of `words` are on the screen."""
        for each in words:
            self.wait_until(partial(self._is_gone, each), f"“{each}” gone")

    def exit_code(self) -> int:
        """Wait for the program to end, and return its exit code."""
        self.wait_until(lambda: self.process.poll() is not None, "the program ended")
        while self.pump(0):
            pass
        return int(self.process.returncode)

    # -- ending -------------------------------------------------------------------------

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        self.process.send_signal(how)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        if self._open:
            self._open = False
            os.close(self._master)

    def left_behind(self) -> str:
        """What was printed, to be read in the scrollback, once the screen was given back."""
        assert ORDINARY_SCREEN in self.raw, "the alternate screen was not left"
        return without_escapes(self.raw.rpartition(ORDINARY_SCREEN)[2]).strip()


def check_no_trace(terminal: Terminal) -> None:
    """Nothing readable outside the alternate screen, that one blank before it was left, and
    nothing in sight on a terminal that has no other screen at all: one of pyte's has none."""
    before, _, after = terminal.raw.partition(ALTERNATE_SCREEN)
    assert ALTERNATE_SCREEN not in after
    painted, _, left = after.partition(ORDINARY_SCREEN)
    assert ORDINARY_SCREEN not in left
    assert BLANK in painted, "the alternate screen was left with its words on it"
    blank = painted.rpartition(BLANK)[2]
    for printed in (before, blank, left):
        assert without_escapes(printed).strip() == ""
    has_one_screen = pyte.Screen(80, 24)
    pyte.ByteStream(has_one_screen).feed(_UNKNOWN_TO_PYTE.sub(b"", terminal.raw))
    assert "".join(has_one_screen.display).strip() == ""


def without_escapes(data: bytes) -> str:
    return _ESCAPE.sub(b"", data).decode("utf-8", "replace")


def colours(data: bytes) -> list[bytes]:
    """The escape sequences that set a colour."""
    found = []
    for match in re.finditer(rb"\x1b\[([0-9;:]*)m", data):
        codes = re.split(rb"[;:]", match[1])
        if any(re.fullmatch(rb"3[0-8]|4[0-8]|9[0-7]|10[0-7]", code) for code in codes):
            found.append(match[0])
    return found


def down_the_page(lines: Iterable[str]) -> str:
    """The last column of a page as running text: what stands left of a gap is the rail."""
    columns = (re.split(r"\s{2,}", line.strip()) for line in lines)
    return " ".join(column[-1] for column in columns if column[-1])
