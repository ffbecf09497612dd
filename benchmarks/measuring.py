"""Time things in turn, so that a busy machine slows all of them, and say what is promised."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# The system counts the memory of whoever starts a process as its own, so that must be small.
_STOPWATCH = """
import os, sys, time
begun = time.perf_counter()
silent = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[silent])
_, status, used = os.wait4(child, 0)
code = os.waitstatus_to_exitcode(status)
print(time.perf_counter() - begun, used.ru_maxrss, code, file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """`value` is measured and at most `most` times `floor`; or, with no floor, at most `most`."""

    what: str
    value: float
    floor: float
    most: float
    unit: str = "ms"

    @property
    def times(self) -> float:
        return self.value / self.floor

    @property
    def is_kept(self) -> bool:
        return self.times <= self.most


@dataclass(frozen=True, slots=True)
class Run:
    """A whole process: seconds, and the most memory it held, in MB."""

    seconds: float
    megabytes: float
    said: str


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(kinds: Mapping[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """The median of each, over so many rounds after one that is not counted."""
    found: dict[str, list[float]] = {name: [] for name in kinds}
    for measure in kinds.values():
        measure()
    for _ in range(runs):
        for name, measure in kinds.items():
            found[name].append(measure())
    return {name: statistics.median(each) for name, each in found.items()}


def as_installed() -> dict[str, str]:
    """The environment of whoever has installed the program, which may keep what it compiled.

    Where that is forbidden, as it is on some machines that build things, all of it is compiled
    again at each start, and the framework, compiled when it was installed, is not: no ratio of the
    two would say anything. What is compiled stays beside its source, from the first round on.
    """
    return {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(arguments: list[str], home: str = "") -> Run:
    """Run a process to its end; the program is a whole path. POSIX only."""
    environment = {**as_installed(), "TIPCOACH_HOME": home} if home else as_installed()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _STOPWATCH, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    taken, held, code = done.stderr.split()
    if code != "0":
        raise SystemExit(f"{arguments} ended with {code}")
    kilobytes = int(held) / (1024 if sys.platform == "darwin" else 1)
    return Run(float(taken), kilobytes / 1024, done.stdout)


def report(title: str, promises: list[Promise]) -> int:
    """Print a table, and return the exit code: 1 when a promise is broken."""
    print(title)
    print(f"{'':52}{'measured':>12}{'floor':>12}{'times':>8}{'at most':>9}")
    for each in promises:
        value, floor = f"{each.value:.2f} {each.unit}", f"{each.floor:.2f} {each.unit}"
        broken = "" if each.is_kept else "  BROKEN"
        print(f"{each.what:52}{value:>12}{floor:>12}{each.times:8.2f}{each.most:9.1f}{broken}")
    return 0 if all(each.is_kept for each in promises) else 1
