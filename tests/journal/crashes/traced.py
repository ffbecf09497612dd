"""The story as the system sees it: traced, killed, or refused, at any of its calls.

strace counts `when=` for each name of a call by itself, not over all that are watched, and
an injection that is never reached looks like a success. So the calls are listed in a dry
run, each with its own running count, and every run must show that it met its fate.
"""

import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from journal.crashes.calls import Call
from journal.crashes.teller import MARK

_ALSO_KNOWN_AS = {
    "openat": "open", "linkat": "link", "renameat": "rename", "renameat2": "rename",
    "unlinkat": "unlink", "mkdirat": "mkdir",
}  # fmt: skip
_CALLS = [
    "open", "write", "fsync", "close", "link", "rename", "unlink", "mkdir", "rmdir",
    *_ALSO_KNOWN_AS,
]  # fmt: skip
_ONE = re.compile(r"(?P<name>\w+)\((?P<given>.*)\)\s+= (?P<result>-?\d+)(?P<rest>.*)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Point(NamedTuple):
    """One call of a run: its name for strace, and how many of that name came up to it."""

    syscall: str
    when: int
    name: str


class Run(NamedTuple):
    """One telling: what the process left with, and the lines of its trace."""

    exit_code: int
    lines: Sequence[str]

    @property
    def calls(self) -> list[Call]:
        """The calls that went through and the marks of the story, in order."""
        return [call for line in self.lines if (call := _call(line)) is not None]

    @property
    def marks(self) -> list[str]:
        """What the story was told, without the marks of its beginning and end."""
        told = [call.path for call in self.calls if call.name == "mark"]
        return [mark for mark in told if mark.split()[0] not in ("begin", "end")]

    @property
    def points(self) -> list[Point]:
        """Every call from the beginning on, whether it went through or not."""
        counted: Counter[str] = Counter()
        found = []
        for line in self.lines:
            syscall = line.split("(")[0]
            counted[syscall] += 1
            if syscall != "rmdir":
                name = _ALSO_KNOWN_AS.get(syscall, syscall)
                found.append(Point(syscall, counted[syscall], name))
        return found

    @property
    def was_met(self) -> bool:
        return any("(INJECTED)" in line for line in self.lines)


def _call(line: str) -> Call | None:
    one = _ONE.match(line)
    if one is None:
        return None
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(one["given"])]
    paths = [text.decode("utf-8", "surrogateescape") for text in texts]
    if one["name"] == "rmdir" and paths[0].startswith(MARK):
        return Call("mark", paths[0].removeprefix(MARK))
    result = int(one["result"])
    if result < 0:
        return None
    match _ALSO_KNOWN_AS.get(one["name"], one["name"]):
        case "open":
            return Call("open", paths[0], handle=result, truncates="O_TRUNC" in one["given"])
        case "write":
            return Call("write", handle=int(one["given"].split(",")[0]), data=texts[0][:result])
        case "fsync" | "close" as name:
            return Call(name, handle=int(one["given"]))
        case "link" | "rename" as name:
            return Call(name, paths[0], paths[1])
        case name:
            return Call(name, paths[0])


class Traced:
    """A process that tells the story under strace, as often as it is asked."""

    def __init__(self, teller: "subprocess.Popen[bytes]", strace: str) -> None:
        self._teller = teller
        self._strace = strace

    def tell(self, folder: Path, *injected: str, wrong: str = "-") -> Run:
        """Tell it once in a new folder, with what is to be injected as strace is told it."""
        folder.mkdir()
        child = self._say(f"{folder} {wrong}\n")
        trace = folder.with_suffix(".trace")
        watch = ",".join(f"?{name}" for name in _CALLS)
        asked = [f"--inject={one}" for one in injected]
        tracer = subprocess.Popen(
            [self._strace, "-xx", "-s", "1000000", "-o", trace, f"--trace={watch}", *asked,
             "-p", str(child)],
            stderr=subprocess.PIPE,
        )  # fmt: skip
        assert tracer.stderr is not None
        said = tracer.stderr.readline().decode()
        exit_code = self._say("go\n")
        tracer.stderr.close()
        tracer.wait(30)
        assert "attached" in said, f"This machine does not let a process be traced: {said}"
        lines = [line for line in trace.read_text().splitlines() if line[:1].isalpha()]
        assert _call(lines[0]) == Call("mark", "begin 0"), "the trace begins with the story"
        return Run(exit_code, lines)

    def _say(self, line: str) -> int:
        assert self._teller.stdin is not None
        assert self._teller.stdout is not None
        self._teller.stdin.write(line.encode())
        self._teller.stdin.flush()
        return int(self._teller.stdout.readline())


@contextmanager
def tracing(teller: str = "journal.crashes.teller") -> Iterator[Traced]:
    """Start the teller of a module. Where there is no strace, it fails and says what to do."""
    strace = shutil.which("strace")
    assert strace, "strace is not here. Install it (apt-get install strace), then run this again."
    with subprocess.Popen(
        [sys.executable, "-m", teller],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        yield Traced(process, strace)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0


KILLED = -signal.SIGKILL
