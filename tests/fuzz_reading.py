"""Throw bytes at the doors a file comes in by, guided by which lines they reach.

Not part of any test run. `atheris` is not a dependency; in an environment that has it:

    python tests/fuzz_reading.py -max_total_time=600 FOLDER

FOLDER keeps the inputs that reached something new. The only thing a reader may raise is
`NotReadable`, and cleaning raises nothing.
"""

import sys
from contextlib import suppress
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["tipcoach"]):
    from tipcoach.errors import NotReadable
    from tipcoach.journal.format import read_draft, read_record
    from tipcoach.practice.plaintext import clean, clean_line

from journal.crashes.story import a_draft, an_entry, id_of
from journal.test_format import whole_entry

from tipcoach.journal.written import write_checklist, write_draft, write_entry

A_DRAFT = a_draft(id_of(1), "What was begun.")
DRAFT, CHECKLIST = write_draft(A_DRAFT), write_checklist(A_DRAFT.walk.checklist)
SEEDS = (write_entry(whole_entry()), write_entry(an_entry(id_of(2), "Kept.")), DRAFT, CHECKLIST)


def read_anything(data: bytes) -> None:
    """One input through each door, and what a reader made of it through its writer again."""
    with suppress(NotReadable):
        read_record(data)
    for draft, beside in ((data, CHECKLIST), (DRAFT, data)):
        try:
            again = read_draft(draft, beside)
        except NotReadable:
            continue
        assert read_draft(write_draft(again), write_checklist(again.walk.checklist)) == again
    text = data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")
    assert clean(clean(text)) == clean(text)
    assert "\n" not in clean_line(text)


def main() -> None:
    folder = Path(sys.argv[-1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (folder / f"seed-{number}").write_bytes(seed)
    atheris.Setup(sys.argv, read_anything)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
