"""How long a reader waits for the first 20 of 2,000 copies, beside an empty place.

Run from the checkout: `python benchmarks/sharing.py [--copies 2000] [--officers 50]`. The place is
made up in a temporary folder: every officer has a current agreement with the reader. The floor is
the same look at a place where the same officers have put nothing, and the bare unsealing of 20
copies. Each look is a whole process that has just begun, with its keys given; the passphrase, more
than a second, is left out of both.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyrage
from measuring import Promise, in_turn, report, run, seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from making import Clock
from sharing_between import a_coach, agree_between, connect_all, hold_keys

from tipcoach.coach.coach import Coach
from tipcoach.coach.reviewing import FIRST_ROWS, look_over, rows
from tipcoach.practice.entry import Kind
from tipcoach.practice.shared_copy import SharedCopy, SharedPart
from tipcoach.supervision.identity import Identity
from tipcoach.supervision.mail import write_letter
from tipcoach.supervision.sealing import seal, signed

RUNS, MOST, MOST_AGAIN = 15, 1.3, 4.0
READER = "supervisor-b"
FIRST_ROWS_ALONE = Path(__file__).with_name("first_rows.py")
CLOCK = Clock(datetime(2026, 11, 22, 16, 5, tzinfo=UTC))


@dataclass(frozen=True)
class Reader:
    """Somebody who reads: what lies in the folder is for them."""

    coach: Coach
    folder: Path


def a_copy(number: int) -> SharedCopy:
    answer = f"She said number {number} and looked at the door. " * 8
    parts = tuple(SharedPart(None, "What happened, in her words?", answer) for _ in range(3))
    month = f"2026-{1 + number % 11:02}"
    question = "How do I leave room for her to say no?"
    return SharedCopy(Kind.REFLECTION, "rent arrears", month, question, None, False, parts)


def share(folder: Path, identity: Identity, reader: Reader, number: int) -> None:
    """Put a copy as the program does, but for waiting for the disk."""
    card = reader.coach.keys.card
    letter = write_letter(identity.card, card, a_copy(number))
    sealed = seal(signed(letter.written, identity), [card.seals_to, identity.card.seals_to])
    (folder / identity.card.folder / READER / letter.name).write_bytes(sealed)


def make_place(root: Path, officers: int, copies: int) -> tuple[Reader, Reader]:
    """A reader of a place with so many copies, and the same one of a place without any."""
    reader = a_coach(root / "reader", CLOCK)
    hold_keys(reader, READER)
    folder = root / "place"
    identities = []
    for number in range(officers):
        officer = a_coach(root / "homes" / str(number), CLOCK)
        hold_keys(officer, f"officer-{number}")
        connect_all(folder, officer, reader)
        agree_between(officer, reader)
        identities.append(officer.keys.identity)
    shutil.copytree(folder, root / "empty")
    shutil.copytree(root / "reader", root / "reader-of-nothing")
    full = Reader(reader, folder)
    for number in range(copies):
        share(folder, identities[number % officers], full, number)
    without = a_coach(root / "reader-of-nothing", CLOCK)
    without.keys._hold(reader.keys.identity)
    without.remember(shared_place=str(root / "empty"))
    return full, Reader(without, root / "empty")


def bare(reader: Reader) -> Callable[[], None]:
    """The unsealing of as many copies as the first page shows, and nothing else."""
    shown = look_over(reader.coach).brought[:FIRST_ROWS]
    sealed = [
        (reader.folder / each.officer.folder / READER / each.name).read_bytes() for each in shown
    ]
    opens = [reader.coach.keys.identity.opens]

    def work() -> None:
        for data in sealed:
            pyrage.decrypt(data, opens)

    return work


def first_rows(reader: Reader) -> int:
    found = rows(reader.coach, look_over(reader.coach))
    assert all(row.copy for row in found), "a copy of our own is refused"
    return len(found)


def a_process(reader: Reader, expected: int, *, as_command: bool = False) -> Callable[[], float]:
    identity, home = reader.coach.keys.identity, reader.coach.places.data.parent
    seed = identity.signs.private_bytes_raw().hex()
    (home / "keys.txt").write_text(f"{identity.opens}\n{seed}\n")

    def milliseconds() -> float:
        how = ["--command"] if as_command else []
        found = run([sys.executable, str(FIRST_ROWS_ALONE), str(home), *how])
        said = json.loads(found.said)
        assert (len(said["brought"]) if as_command else said) == expected, found.said
        return found.seconds * 1000

    return milliseconds


def measure(root: Path, officers: int, copies: int) -> int:
    full, empty = make_place(root, officers, copies)
    unsealing = bare(full)
    assert first_rows(full) == FIRST_ROWS
    assert first_rows(empty) == 0
    taken = in_turn(
        {
            "full": lambda: seconds(lambda: first_rows(full)) * 1000,
            "empty": lambda: seconds(lambda: first_rows(empty)) * 1000,
            "bare": lambda: seconds(unsealing) * 1000,
            "full process": a_process(full, FIRST_ROWS),
            "empty process": a_process(empty, 0),
            "full command": a_process(full, FIRST_ROWS, as_command=True),
            "empty command": a_process(empty, 0, as_command=True),
        },
        RUNS,
    )
    bare_ones = taken["bare"]
    print(f"an empty place {taken['empty']:.2f} ms, 20 bare unsealings {bare_ones:.2f} ms")
    whole, again = taken["empty process"] + bare_ones, taken["empty"] + bare_ones
    command = taken["empty command"] + bare_ones
    return report(
        f"{copies:,} copies of {officers} officers; the median of {RUNS} runs in turn",
        [
            Promise("the first 20, as a whole process", taken["full process"], whole, MOST),
            Promise("tipcoach review --json", taken["full command"], command, MOST),
            Promise("the first 20 again, in the same process", taken["full"], again, MOST_AGAIN),
        ],
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--officers", type=int, default=50)
    parser.add_argument("--copies", type=int, default=2_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tipcoach-sharing-") as folder:
        return measure(Path(folder), chosen.officers, chosen.copies)


if __name__ == "__main__":
    raise SystemExit(main())
