"""Show the first page of what was brought for one reader, as a process that has just begun.

    python benchmarks/first_rows.py HOME [--command]

The keys, which `sharing.py` puts beside the home, are given: a passphrase would take more than
a second. Prints how many rows there are, or with `--command` what `tipcoach review --json` does.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tipcoach.coach.coach import Coach
from tipcoach.coach.reviewing import look_over, rows
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.supervision.identity import Identity


def main(home: Path, *, as_command: bool) -> None:
    opens, seed = (home / "keys.txt").read_text().split()
    coach = Coach(
        places({HOME_VARIABLE: str(home)}), clock=lambda: datetime(2026, 11, 22, 16, 5, tzinfo=UTC)
    )
    signs = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    coach.keys._hold(Identity(coach.keys.card, pyrage.x25519.Identity.from_str(opens), signs))
    if as_command:
        from tipcoach.cli import review, tipcoach

        review.coach_here = lambda: coach  # type: ignore[attr-defined]
        tipcoach.main(["review", "--json"], standalone_mode=False)
    else:
        print(len(rows(coach, look_over(coach))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), as_command="--command" in sys.argv)
