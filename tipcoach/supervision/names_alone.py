"""What the names of files tell of copies, records and views, with nothing opened or unsealed."""

from collections.abc import Collection, Iterator
from pathlib import Path

from tipcoach.journal.reading import names_in
from tipcoach.supervision.documents import read_name


def copies_that_wait(theirs: Collection[str], mine: Collection[str]) -> Iterator[str]:
    """The ids of copies in `theirs` that were not taken back, and not opened by this person.

    `theirs` and `mine` are as for records.
    """
    done = {*_named("taken-back", theirs), *_named("opened", mine)}
    yield from (id_ for id_ in _named("copy", theirs) if id_ not in done)


def records_that_wait(theirs: Collection[str], mine: Collection[str], kept: Path) -> Iterator[str]:
    """The ids of records in `theirs` that wait for a view.

    `theirs` is what the other has put for this person, `mine` what this person put for them, and
    `kept` the folder of their records here. One that was answered and then erased does not wait.
    """
    here = {*names_in(kept)}
    for id_ in _named("record", theirs):
        answered = f"view.{id_}.age" in mine and f"{id_}.entry.txt" not in here
        if not answered and f"{id_}.view.txt" not in here:
            yield id_


def views_that_came(theirs: Collection[str], kept: Path) -> Iterator[str]:
    """The ids of records here of which the other's view has come and is not taken in yet."""
    here = {*names_in(kept)}
    for id_ in _named("view", theirs):
        if f"{id_}.record.txt" in here and f"{id_}.view.txt" not in here:
            yield id_


def _named(what: str, names: Collection[str]) -> Iterator[str]:
    for name in names:
        says = read_name(name)
        if says is not None and says.what == what:
            yield says.id
