"""What a large journal costs beside a small one: 100,000 entries and 1,000.

Run from the checkout: `python benchmarks/any_size.py [FOLDER]`. With a folder the journals are
made in it and kept for the next time. POSIX only, for memory is asked of the system.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from journals import make_journal
from measuring import Promise, Run, in_turn, report, run, seconds

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import newest
from tipcoach.coach.records import not_yet_recorded
from tipcoach.settings import HOME_VARIABLE, places

SMALL, LARGE = 1_000, 100_000
PROCESSES, CALLS = 9, 25
MOST_WIDGETS = 60.0

Homes = dict[int, Path]


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        homes = make_homes(Path(sys.argv[1]) if sys.argv[1:] else Path(temporary))
        coaches = {count: coach_of(home) for count, home in homes.items()}
        for count, coach in coaches.items():
            coach.forget_caches()
            taken = seconds(partial(not_yet_recorded, coach))
            print(f"{count:,} entries read through for the first time: {taken:.2f} s")
        promises = [*listing(homes), *opening(homes), *adding(coaches), *waiting(coaches)]
    return report(f"{LARGE:,} entries beside {SMALL:,}, medians of runs in turn", promises)


def coach_of(home: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(home)}))


def make_homes(folder: Path) -> Homes:
    """A home with a journal of each size, made when it is not there yet."""
    homes = {count: folder / f"{count}-entries" for count in (SMALL, LARGE)}
    for count, home in homes.items():
        coach = coach_of(home)
        if not coach.places.journal.exists():
            make_journal(coach.places.journal, count)
        coach.remember(welcomed=True)
    return homes


def listing(homes: Homes) -> list[Promise]:
    runs = processes(homes, lambda home: ["-m", "tipcoach", "journal", "list"])
    return [
        beside("journal list, the newest 50", runs, lambda one: one.seconds * 1000, "ms", 1.3),
        beside("its memory", runs, lambda one: one.megabytes, "MB", 1.3),
    ]


def opening(homes: Homes) -> list[Promise]:
    runs = processes(homes, lambda home: ["benchmarks/opening.py", str(home)])

    def said(name: str) -> Callable[[Run], float]:
        return lambda one: float(json.loads(one.said)[name])

    widgets = max(said("widgets")(one) for one in runs[LARGE])
    return [
        beside("open the journal screen", runs, lambda one: said("opened")(one) * 1000, "ms", 1.3),
        beside("End, to the oldest entry", runs, lambda one: said("ended")(one) * 1000, "ms", 1.3),
        beside("memory of both", runs, lambda one: one.megabytes, "MB", 1.3),
        Promise("widgets", widgets, 1, MOST_WIDGETS, ""),
    ]


def adding(coaches: dict[int, Coach]) -> list[Promise]:
    (like,) = newest(coaches[SMALL], 1).entries

    def add_to(coach: Coach) -> Callable[[], float]:
        def add() -> float:
            one = replace(like, id=coach.new_id(), supersedes=None, follows=None)
            return seconds(lambda: coach.journal.add(one)) * 1000

        return add

    found = in_turn({str(count): add_to(coach) for count, coach in coaches.items()}, 8 * CALLS)
    return [Promise("add one entry", found[str(LARGE)], found[str(SMALL)], 1.2)]


def waiting(coaches: dict[int, Coach]) -> list[Promise]:
    """What is not yet recorded, once nothing has changed for a while."""
    time.sleep(2.5)

    def noted(coach: Coach) -> Callable[[], float]:
        return lambda: seconds(coach.noted_gists.not_yet_recorded) * 1000

    def asked(coach: Coach) -> Callable[[], float]:
        return lambda: seconds(lambda: not_yet_recorded(coach)) * 1000

    as_noted = in_turn({str(count): noted(coach) for count, coach in coaches.items()}, CALLS)
    coaches[SMALL].forget_caches()
    as_asked = in_turn({str(count): asked(coach) for count, coach in coaches.items()}, CALLS)
    return [
        Promise("not yet recorded, both as noted", as_noted[str(LARGE)], as_noted[str(SMALL)], 1.5),
        Promise("not yet recorded, as Home asks", as_asked[str(LARGE)], as_asked[str(SMALL)], 1.5),
    ]


def processes(homes: Homes, arguments: Callable[[Path], list[str]]) -> dict[int, list[Run]]:
    """Whole processes of each home in turn, after one that is not counted."""
    found: dict[int, list[Run]] = {count: [] for count in homes}
    for number in range(PROCESSES + 1):
        for count, home in homes.items():
            one = run([sys.executable, *arguments(home)], home=str(home))
            found[count] += [one] if number else []
    return found


def beside(
    what: str, runs: dict[int, list[Run]], of: Callable[[Run], float], unit: str, most: float
) -> Promise:
    medians = {count: statistics.median(map(of, each)) for count, each in runs.items()}
    return Promise(what, medians[LARGE], medians[SMALL], most, unit)


if __name__ == "__main__":
    raise SystemExit(main())
