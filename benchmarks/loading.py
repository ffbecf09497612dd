"""How long the prompt files take to load, beside parsing the same YAML and nothing else.

Run from the checkout: `python benchmarks/loading.py`. Both are timed in turn, in one run, so
that a busy machine slows both; what is promised is the ratio.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from pydantic import BaseModel

from tipcoach.library.finder import find_prompts
from tipcoach.library.folder import FILES, FOLDERS
from tipcoach.library.library import Library
from tipcoach.library.load import load
from tipcoach.practice.visit import Channel, Form

RUNS, MOST_TIMES = 15, 3.0


def prompt_files(folder: Path) -> list[tuple[Path, type[BaseModel]]]:
    """Every prompt file, with what it is read as."""
    found = [
        (path, model)
        for name, model in FOLDERS.items()
        for path in sorted((folder / name).glob("*.yaml"))
    ]
    return found + [(folder / name, model) for name, model in FILES.items()]


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    folder = find_prompts()
    files = [(path, model) for path, model in prompt_files(folder) if path.exists()]

    def parse_bare() -> None:
        for path, _ in files:
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    def load_all() -> None:
        for path, model in files:
            load(path, model)

    def begin_a_walk() -> None:
        Library(folder).checklist("prepare", "arrears", Channel.HOME, Form.FULL)

    kinds = {"parse the YAML": parse_bare, "load every file": load_all, "one walk": begin_a_walk}
    times: dict[str, list[float]] = {name: [] for name in kinds}
    for work in kinds.values():
        work()
    for _ in range(RUNS):
        for name, work in kinds.items():
            times[name].append(seconds(work))

    floor = statistics.median(times["parse the YAML"])
    size = sum(path.stat().st_size for path, _ in files)
    print(f"{len(files)} files, {size // 1024} KB, the median of {RUNS} runs in turn")
    print(f"{'':18}{'ms':>8}{'times':>8}{'at most':>9}")
    for name, each in times.items():
        median = statistics.median(each)
        most = f"{MOST_TIMES:.1f}" if name == "load every file" else ""
        print(f"{name:18}{median * 1000:8.1f}{median / floor:8.2f}{most:>9}")
    return 0 if statistics.median(times["load every file"]) <= MOST_TIMES * floor else 1


if __name__ == "__main__":
    raise SystemExit(main())
