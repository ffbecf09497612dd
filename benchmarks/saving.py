"""What it costs to save 4 KB through the one way to the disk, beside the bare system calls.

Run from the checkout: `python benchmarks/saving.py [FOLDER]`. POSIX only, for the bare calls are.
"""

import os
import secrets
import sys
import tempfile
from pathlib import Path

from measuring import Promise, in_turn, report, seconds

from tipcoach.journal.writing import Writer

ROUNDS, MOST_TIMES = 400, 1.5
DATA = b"x" * 4096


def bare(folder: Path) -> None:
    """Write, sync, link, sync the folder: what no save that lasts can do without."""
    temporary, path = f"{folder}/.{secrets.token_hex(8)}", f"{folder}/{secrets.token_hex(8)}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, DATA)
    os.fsync(handle)
    os.close(handle)
    os.link(temporary, path)
    os.unlink(temporary)  # noqa: PTH108  (the bare call)
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def main() -> int:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        folder = Path(name) / "2026-11"
        folder.mkdir()
        writer = Writer(Path(name) / "open-writes.txt")

        def through_the_writer() -> None:
            writer.write(folder / f"{secrets.token_hex(8)}.json", DATA, once=True)

        found = in_turn(
            {
                "bare": lambda: seconds(lambda: bare(folder)),
                "writer": lambda: seconds(through_the_writer),
            },
            ROUNDS,
        )
    what = "save 4 KB, beside the bare calls"
    return report(
        f"The median of {ROUNDS} rounds in turn",
        [Promise(what, found["writer"] * 1000, found["bare"] * 1000, MOST_TIMES)],
    )


if __name__ == "__main__":
    raise SystemExit(main())
