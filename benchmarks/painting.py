"""Type in the program, in a terminal of its own, and time each key to its letter. POSIX only.

The time is taken when the bytes that bring the letter are read, by a thread that does nothing
else, and the screen is worked out beside it, so the work of looking is not in it: a frame comes in
several reads, and working out the first takes longer than the rest are under way.
"""

import fcntl
import os
import pty
import queue
import random
import re
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte
from measuring import as_installed

from tipcoach.practice.lenses.notice import Lens
from tipcoach.settings import HOME_VARIABLE, Settings, write_settings

COLUMNS, ROWS = 100, 30
PATIENCE = 20.0
A_TURN = 0.0005
"""Seconds the thread that reads waits at most for the one that works out what is read."""
BETWEEN_KEYS = 0.11
KEYS_BETWEEN_PAUSES = 16
KEYS_IN_TURN = 5 * KEYS_BETWEEN_PAUSES
A_READING_BEGINS = 2.0
"""Seconds after a key at which the lenses read, if none has come since."""
AROUND_A_READING = (-0.01, 0.0, 0.01, 0.02, 0.035, 0.05, 0.08, 0.12, 0.2)
"""When typing goes on, in seconds from the moment a reading begins."""
JUST_AFTER = 0.5
BESIDE_AN_ANSWER, BESIDE_A_BARE_TEXT = "▌", "▊"
DRAWN_AGAIN = 1_000
SEEN = 4
"""Letters to find on the screen at once: so many are not together by chance."""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*u")
_HALF_AN_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
_CAN_YOU_WAIT, _I_CAN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Key:
    """Seconds from a key to its letter, and from the beginning of the last reading to the key."""

    took: float
    since_a_reading: float | None


class Program:
    """The program with a home of its own, or another in its place, and its screen."""

    def __init__(self, home: Path, arguments: Sequence[str] = ("-m", "tipcoach")) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._half = b""
        self._answered = False
        self._whole = True
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.begun = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**as_installed(), HOME_VARIABLE: str(home), "TERM": "xterm-256color"},
        )
        os.close(slave)
        self._came: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        sys.setswitchinterval(A_TURN)
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        # It ends when nobody is left to write; before that its number must not be given away.
        self._listening.join()
        os.close(self._master)

    @property
    def number(self) -> int:
        """The number the system knows the process by."""
        return self._process.pid

    def write(self, keys: str) -> float:
        """Write `keys`, and return when that was."""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def when(self, words: str, *, beside: str = "") -> float:
        """When `words` were on the screen, in a whole frame.

        `beside` is the sign to the left of each row of an answer; in one, spaces are left out.
        """

        def shown() -> str:
            return self._answer(beside) if beside else self._page()

        give_up = time.perf_counter() + PATIENCE
        read_at = time.perf_counter()
        while not (self._whole and words in shown()):
            if time.perf_counter() > give_up:
                raise SystemExit(f"“{words}” did not come:\n" + "\n".join(self._screen.display))
            read_at = self._read(0.05) or read_at
        return read_at

    def watch_for(self, seconds: float) -> None:
        """Let so much time pass, and read what is painted in it."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def _page(self) -> str:
        return "\n".join(self._screen.display)

    def _answer(self, beside: str) -> str:
        """What is written, as one word, for a line may end anywhere."""
        rows = (row.partition(beside)[2] for row in self._screen.display)
        return re.sub(r"\W+", "", "".join(rows))

    def _read(self, seconds: float) -> float | None:
        """Take what has been painted, and return when it came."""
        try:
            at, data = self._came.get(timeout=seconds)
        except queue.Empty:
            return None
        data = self._half + data
        half = _HALF_AN_ESCAPE.search(data)
        self._half = half[0] if half else b""
        data = data.removesuffix(self._half)
        # The sign that ends a frame may itself have come in two reads.
        begins, ends = data.rfind(_FRAME_BEGINS), data.rfind(_FRAME_ENDS)
        self._whole = ends > begins if max(begins, ends) >= 0 else self._whole
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return at

    def _listen(self) -> None:
        """Read what is painted as it comes, until there is nothing to read from."""
        with suppress(OSError):
            while data := os.read(self._master, 65536):
                self._came.put((time.perf_counter(), data))
                if _CAN_YOU_WAIT in data and not self._answered:
                    self._answered = True
                    os.write(self._master, _I_CAN)


def type_in_turn(folder: Path, text: str, already: str) -> dict[str, list[Key]]:
    """Type `text` into answers that have `already` in them, some keys with the lenses on and the
    same with them off, until both are typed."""
    with Program(_home(folder / "on", [])) as on, Program(_home(folder / "off", [*Lens])) as off:
        return type_by_turns({"on": Typist(on, already), "off": Typist(off, already)}, text)


def type_by_turns(typists: "dict[str, Typist]", text: str) -> dict[str, list[Key]]:
    """Each types some of `text` and the other the same, until both have typed it."""
    found: dict[str, list[Key]] = {name: [] for name in typists}
    letters = [sign for sign in " ".join(text.split()) if sign.isalnum() or sign == " "]
    for first in range(0, len(letters), KEYS_IN_TURN):
        for name in sorted(found, reverse=first % (2 * KEYS_IN_TURN) > 0):
            found[name] += typists[name].type(letters[first : first + KEYS_IN_TURN])
    return found


def _home(folder: Path, off: list[Lens]) -> Path:
    (folder / "config").mkdir(parents=True)
    settings = write_settings(Settings(welcomed=True, lenses_off=tuple(off)))
    (folder / "config" / "settings.yaml").write_text(settings, encoding="utf-8")
    return folder


class Typist:
    """Types at a steady pace, with pauses for a reading.

    `is_bare`: the program is a text to write in and nothing else, and is there.
    """

    def __init__(self, program: Program, already: str, *, is_bare: bool = False) -> None:
        self._program = program
        self._beside = BESIDE_A_BARE_TEXT if is_bare else BESIDE_AN_ANSWER
        self._typed = ""
        self._pauses = 0
        if not is_bare:
            _to_a_question(program)
        if already:
            program.write(f"\x1b[200~{already} \x1b[201~")
        program.watch_for(A_READING_BEGINS + 1)

    def type(self, letters: list[str]) -> list[Key]:
        found = []
        reading, last = None, time.perf_counter()
        for number, letter in enumerate(letters):
            if number and number % KEYS_BETWEEN_PAUSES == 0:
                self._pauses += 1
                reading = last + A_READING_BEGINS
                again = reading + AROUND_A_READING[self._pauses % len(AROUND_A_READING)]
            else:
                again = last + BETWEEN_KEYS
            self._program.watch_for(again - time.perf_counter())
            last = self._program.write(letter)
            if letter != " ":
                self._typed = (self._typed + letter)[-SEEN:]
                painted = self._program.when(self._typed, beside=self._beside)
                found.append(Key(painted - last, None if reading is None else last - reading))
        self._program.watch_for(A_READING_BEGINS + 0.5)
        return found


def _to_a_question(program: Program) -> None:
    """A preparation for arrears by phone, as far as its first question for words."""
    program.when("Before a visit")
    for keys, shows in (
        ("b", "What is it about?"),
        ("r\t\x1b[B\x1b[B", "(●) phone"),
        ("\r", "3  Both"),
        ("3", "out loud?"),
    ):
        program.write(keys)
        program.when(shows)


def after_a_reading(keys: list[Key]) -> list[Key]:
    """Those written while a reading may be under way, and just after."""
    return [
        key for key in keys if key.since_a_reading is not None and key.since_a_reading <= JUST_AFTER
    ]


def p95(keys: list[Key]) -> float:
    """What 95 of 100 keys take at most, in seconds."""
    times = sorted(key.took for key in keys)
    return times[min(len(times) - 1, len(times) * 95 // 100)]


def between(on: list[Key], off: list[Key]) -> tuple[float, float]:
    """Where `p95(on) / p95(off)` is 95 times of 100 when the same keys are drawn again."""
    chance = random.Random(1)
    again = sorted(
        p95(chance.choices(on, k=len(on))) / p95(chance.choices(off, k=len(off)))
        for _ in range(DRAWN_AGAIN)
    )
    return again[DRAWN_AGAIN // 40], again[-DRAWN_AGAIN // 40]
