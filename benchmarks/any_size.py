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
from tipcoach.coach.promises import how_many_due
from tipcoach.coach.reading import newest
from tipcoach.coach.records import not_yet_recorded
from tipcoach.practice.answer import AnswerForm, Promised
from tipcoach.practice.entry import Asked, Outcome
from tipcoach.practice.promises import Promise as SomethingPromised
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
    promised = Asked(
        *("promises.made", None, "What was promised?", AnswerForm.PROMISE, Outcome.ANSWERED),
        Promised((SomethingPromised("Ring"),)),
    )

    def add_to(coach: Coach, *asked: Asked) -> Callable[[], float]:
        def add() -> float:
            one = replace(like, id=coach.new_id(), supersedes=None, follows=None)
            one = replace(one, asked=asked or one.asked)
            return seconds(lambda: coach.journal.add(one)) * 1000

        return add

    one = in_turn({str(count): add_to(coach) for count, coach in coaches.items()}, 8 * CALLS)
    with_promise = in_turn(
        {str(count): add_to(coach, promised) for count, coach in coaches.items()}, 8 * CALLS
    )
    return [
        Promise("add one entry", one[str(LARGE)], one[str(SMALL)], 1.2),
        Promise("add one with a promise", with_promise[str(LARGE)], with_promise[str(SMALL)], 1.2),
    ]


def waiting(coaches: dict[int, Coach]) -> list[Promise]:
    """What waits on the first screen, once nothing has changed for a while."""
    today = next(iter(coaches.values())).clock().date()
    as_noted: dict[str, Callable[[Coach], object]] = {
        "not yet recorded": lambda coach: coach.noted_gists.not_yet_recorded(),
        "promises due": lambda coach: coach.noted_gists.how_many_promises_due(today),
    }
    as_asked: dict[str, Callable[[Coach], object]] = {
        "not yet recorded": not_yet_recorded,
        "promises due": how_many_due,
    }
    for coach in coaches.values():
        coach.noted_gists.how_many_promises_due(today)
    time.sleep(2.5)
    promises = [_both(f"{what}, both as noted", coaches, ask) for what, ask in as_noted.items()]
    coaches[SMALL].forget_caches()
    return promises + [
        _both(f"{what}, as Home asks", coaches, ask) for what, ask in as_asked.items()
    ]


def _both(what: str, coaches: dict[int, Coach], ask: Callable[[Coach], object]) -> Promise:
    found = in_turn(
        {
            str(count): lambda coach=coach: seconds(lambda: ask(coach)) * 1000
            for count, coach in coaches.items()
        },
        CALLS,
    )
    return Promise(what, found[str(LARGE)], found[str(SMALL)], 1.5)


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
