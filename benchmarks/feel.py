"""How quickly the program answers a person, beside the framework with nothing in it.

    python benchmarks/feel.py [FOLDER] [--rounds 15] [--keys 240] [--only KIND]

Every figure is of a whole process in a terminal of its own, as a person has it, and each round
runs its floor beside it. With a folder the journal is made in it and kept for the next time.

**Opening.** From the start of the process to the frame with the whole menu, and from the write of
a key to the frame in which it was acted on, together: beside an app of the framework that holds
one line and has one key. Looking for the words in a frame is not counted, in either. The count of
due promises is on the menu when it is known, and is held against the same app.

**Walking.** Three keys on Home, each from its write to its frame: a visit, what it is about, and
Enter to the first question. A person has looked at the menu for a second before the first.

**Writing.** From a key to its letter with everything on, beside a bare `TextArea`; typing pauses
long enough for the lenses to read, again and again.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from bare_app import ACTED, READABLE
from journals import make_journal
from lens_speed import officers_prose
from measuring import Promise, report, run
from painting import Program, Typist, between, p95, type_by_turns

from tipcoach.cli import tipcoach
from tipcoach.coach.coach import Coach
from tipcoach.coach.making_ready import make_ready
from tipcoach.coach.promises import how_many_due
from tipcoach.reports.promises_in_brief import how_many
from tipcoach.settings import HOME_VARIABLE, places

Found = TypeVar("Found")

HERE = Path(__file__).parent
EMPTY, WRITING, PUSHING = "bare_app.py empty", "bare_app.py writing", "empty_push.py"
ENTRIES = 10_000
A_LOOK = 1.0
DOWN = "\x1b[B"
THE_WHOLE_MENU, ON_AFTER = "Walk it as them", "▌ a  After a visit"
WALK = (("b", "What is it about?"), ("r", "▌ r  Rent arrears"), ("\r", "1  Landlord"))


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds to a readable frame, from a key to its frame, and to what is due; MB at rest."""

    readable: float
    acted: float
    counted: float
    megabytes: float

    @property
    def ready(self) -> float:
        return self.readable + self.acted


class Homes:
    """A home with nothing kept, and one with many entries; in both questions were made ready, as
    they are once a version was open for some seconds."""

    def __init__(self, folder: Path) -> None:
        self.none, self.many = folder / "no-entries", folder / f"{ENTRIES}-entries"
        coach_of(self.none).remember(welcomed=True)
        coach = coach_of(self.many)
        if not coach.places.journal.exists():
            make_journal(coach.places.journal, ENTRIES)
        coach.remember(welcomed=True)
        for home in (self.none, self.many):
            make_ready(coach_of(home))
        self.due = how_many(how_many_due(coach))
        if not self.due:
            raise SystemExit("nothing is due in that journal; let another be made")


def coach_of(home: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(home)}))


# -- opening -----------------------------------------------------------------------------


def opening(homes: Homes, rounds: int) -> list[Promise]:
    found = in_rounds(
        {
            "the empty app": lambda: open_empty(homes.none),
            "no entries": lambda: open_home(homes.none, ""),
            "10,000 entries": lambda: open_home(homes.many, homes.due),
        },
        rounds,
    )
    ready = spread("ready", found, lambda one: one.ready * 1000, "ms")
    spread("of that, readable", found, lambda one: one.readable * 1000, "ms")
    counted = spread("due counted", found, lambda one: one.counted * 1000, "ms")
    held = spread("memory", found, lambda one: one.megabytes, "MB")
    empty, none, many = found
    return [
        Promise("the menu is readable and acts on a key", ready[none], ready[empty], 1.35),
        Promise("the same with 10,000 entries, beside none", ready[many], ready[none], 1.1),
        Promise("due promises of 10,000 entries are counted", counted[many], ready[empty], 2.0),
        Promise("memory with 10,000 entries", held[many], held[empty], 1.6, "MB"),
    ]


def open_home(home: Path, due: str) -> Opened:
    with Program(home) as program:
        readable = program.when(THE_WHOLE_MENU)
        pressed = program.write(DOWN)
        acted = program.when(ON_AFTER)
        counted = program.when(due)
        return opened(program, readable, acted - pressed, counted)


def open_empty(home: Path) -> Opened:
    with bare(home, EMPTY) as program:
        readable = program.when(READABLE)
        pressed = program.write(DOWN)
        acted = program.when(ACTED)
        return opened(program, readable, acted - pressed, readable)


def opened(program: Program, readable: float, acted: float, counted: float) -> Opened:
    program.watch_for(A_LOOK)
    asked = ["ps", "-o", "rss=", "-p", str(program.number)]
    kilobytes = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    begun = program.begun
    return Opened(readable - begun, acted, counted - begun, int(kilobytes) / 1024)


def bare(home: Path, said: str) -> Program:
    name, *arguments = said.split()
    return Program(home, [str(HERE / name), *arguments])


# -- walking -----------------------------------------------------------------------------


def walking(homes: Homes, rounds: int) -> list[Promise]:
    found = in_rounds(
        {"an empty screen": lambda: push(homes.none), "first question": lambda: walk(homes.none)},
        rounds,
    )
    whole = spread("from Home", found, lambda one: sum(one) * 1000, "ms")
    for number, (_, shows) in enumerate(WALK):
        each = {"walk": found["first question"]}
        spread(f"  to “{shows}”", each, partial(_of_key, number), "ms")
    empty, question = whole.values()
    return [Promise("Home to the first question, less an empty screen", question - empty, 1, 100)]


def _of_key(number: int, took: list[float]) -> float:
    return took[number] * 1000


def push(home: Path) -> list[float]:
    with bare(home, PUSHING) as program:
        return keys_in_turn(program, (("e", READABLE),))


def walk(home: Path) -> list[float]:
    with Program(home) as program:
        return keys_in_turn(program, WALK)


def keys_in_turn(program: Program, pairs: tuple[tuple[str, str], ...]) -> list[float]:
    """Seconds from each key to what it shows."""
    program.when(THE_WHOLE_MENU)
    program.watch_for(A_LOOK)
    took = []
    for key, shows in pairs:
        pressed = program.write(key)
        took.append(program.when(shows) - pressed)
    return took


# -- writing -----------------------------------------------------------------------------


def writing(home: Path, number: int) -> list[Promise]:
    """In a home of its own, for it is changed: how one meets is remembered."""
    coach_of(home).remember(welcomed=True)
    with Program(home) as program, bare(home, WRITING) as floor:
        floor.when(READABLE)
        typists = {"all on": Typist(program, ""), "bare": Typist(floor, "", is_bare=True)}
        found = type_by_turns(typists, officers_prose(number))
    for name, keys in found.items():
        times = sorted(key.took * 1000 for key in keys)
        print(
            f"  a key, {name}: median {times[len(times) // 2]:.1f} ms, at most {times[-1]:.1f} ms"
        )
    least, most = between(found["all on"], found["bare"])
    print(f"  it is between {least:.2f} and {most:.2f} times, by 95 of 100")
    on, off = p95(found["all on"]) * 1000, p95(found["bare"]) * 1000
    return [Promise("from a key to its letter, 95 of 100", on, off, 1.5)]


# -- help --------------------------------------------------------------------------------


def helping(homes: Homes, rounds: int) -> list[Promise]:
    floor = [str(HERE / "bare_commands.py"), str(len(tipcoach.commands)), "--help"]

    def measured(arguments: list[str]) -> Callable[[], float]:
        return lambda: run([sys.executable, *arguments], home=str(homes.none)).seconds * 1000

    found = in_rounds(
        {"bare": measured(floor), "tipcoach": measured(["-m", "tipcoach", "--help"])}, rounds
    )
    took = spread("--help", found, lambda one: one, "ms")
    return [Promise("tipcoach --help", took["tipcoach"], took["bare"], 1.3)]


# -- all of them -------------------------------------------------------------------------


def in_rounds(kinds: Mapping[str, Callable[[], Found]], rounds: int) -> dict[str, list[Found]]:
    """What each finds, one after the other in every round, after a round that is not counted."""
    found: dict[str, list[Found]] = {name: [] for name in kinds}
    for number in range(rounds + 1):
        for name, measure in kinds.items():
            found[name] += [measure()][: number and 1]
    return found


def spread(
    what: str, found: dict[str, list[Found]], of: Callable[[Found], float], unit: str
) -> dict[str, float]:
    """The median of each, printed with where the middle half of them lies."""
    medians = {}
    for name, each in found.items():
        low, middle, high = statistics.quantiles(map(of, each), n=4)
        print(f"  {what}, {name}: {middle:.1f} {unit}, half of them {low:.1f} to {high:.1f}")
        medians[name] = middle
    return medians


KINDS = ("opening", "walking", "writing", "help")


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--keys", type=int, default=240, help="how many in either")
    asked.add_argument("--only", choices=KINDS)
    chosen = asked.parse_args()
    promises: list[Promise] = []
    with tempfile.TemporaryDirectory(prefix="tipcoach-feel-") as temporary:
        homes = Homes(chosen.folder or Path(temporary))
        measures: dict[str, Callable[[], list[Promise]]] = {
            "opening": lambda: opening(homes, chosen.rounds),
            "walking": lambda: walking(homes, chosen.rounds),
            "writing": lambda: writing(Path(temporary) / "writing", chosen.keys),
            "help": lambda: helping(homes, chosen.rounds),
        }
        for kind, measure in measures.items():
            promises += measure() if chosen.only in (None, kind) else []
    return report(f"How it feels, medians of {chosen.rounds} rounds", promises)


if __name__ == "__main__":
    raise SystemExit(main())
