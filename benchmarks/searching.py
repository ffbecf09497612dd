"""How long a search takes as a whole command, beside `tipcoach --version`.

Run from the checkout: `python benchmarks/searching.py [--entries 100000] [--home FOLDER]`. The
journal is made up in FOLDER, which is kept, or else in a temporary one. Both commands are run in
turn, so that a busy machine slows both; what is promised is the difference of the medians.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import as_installed

RUNS, MOST_MILLISECONDS = 15, 50.0
WORD = "letter"
WAYS = {
    "--version": ["--version"],
    "newest 20 of a word": ["journal", "search", WORD],
    "two words": ["journal", "search", "home", WORD],
    "a beginning": ["journal", "search", "let*"],
    "with a condition": ["journal", "search", WORD, "channel:phone"],
}


def run(home: Path, arguments: list[str]) -> tuple[float, str]:
    """Milliseconds a command takes, and what it said."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tipcoach", *arguments],
        capture_output=True,
        check=True,
        env={**as_installed(), "TIPCOACH_HOME": str(home)},
        encoding="utf-8",
    )
    return (time.perf_counter() - begun) * 1000, done.stdout


def measure(home: Path, entries: int) -> int:
    cache = home / "cache" / "search.db"
    if not (home / "data" / "journal").exists():
        from journals import make_journal

        make_journal(home / "data" / "journal", entries)
    built = "there already"
    if not cache.exists():
        built = f"built in {run(home, WAYS['newest 20 of a word'])[0] / 1000:.1f} s"
    size = cache.stat().st_size // (1024 * 1024) if cache.exists() else 0
    print(f"{entries:,} entries; cache {size} MB, {built}; the median of {RUNS} runs in turn")
    times: dict[str, list[float]] = {name: [] for name in WAYS}
    lines: dict[str, int] = {}
    for _ in range(RUNS + 1):
        for name, arguments in WAYS.items():
            taken, said = run(home, arguments)
            times[name].append(taken)
            lines[name] = len(said.splitlines())
    medians = {name: statistics.median(each[1:]) for name, each in times.items()}
    floor = medians["--version"]
    print(f"{'':22}{'ms':>8}{'more ms':>10}{'at most':>9}{'lines':>7}")
    for name, median in medians.items():
        most = f"{MOST_MILLISECONDS:.0f}" if name == "newest 20 of a word" else ""
        print(f"{name:22}{median:8.1f}{median - floor:10.1f}{most:>9}{lines[name]:7}")
    return 0 if medians["newest 20 of a word"] - floor <= MOST_MILLISECONDS else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    chosen = parser.parse_args()
    if chosen.home:
        return measure(chosen.home, chosen.entries)
    with tempfile.TemporaryDirectory(prefix="tipcoach-searching-") as folder:
        return measure(Path(folder), chosen.entries)


if __name__ == "__main__":
    raise SystemExit(main())
