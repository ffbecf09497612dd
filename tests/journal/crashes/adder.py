"""A process that waits for the word and then keeps its entries, as fast as it can."""

import sys
from pathlib import Path

from making import new_id

from journal.crashes.kept import Home
from journal.crashes.story import an_entry


def main() -> None:
    folder, number, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    home = Home(folder)
    entries = [an_entry(new_id(), f"{number} said {one}") for one in range(many)]
    print("ready", flush=True)
    sys.stdin.readline()
    for entry in entries:
        home.journal.add(entry)
    print(*(entry.id for entry in entries), flush=True)


if __name__ == "__main__":
    main()
