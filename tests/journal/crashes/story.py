"""The story every disk is told: drafts begun and gone on with, entries kept, some erased."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from making import NOW, asked, checklist, draft, entry, prompt, section, visit
from ulid import ULID

from journal.crashes.kept import Home, Kept
from tipcoach.errors import NotSaved
from tipcoach.journal.written import write_draft, write_entry
from tipcoach.practice.answer import Text
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.walk import Walk


class Step(NamedTuple):
    """One thing asked of the journal, and the file that then holds `data`, or is gone."""

    do: Callable[[Home], object]
    name: str
    data: bytes | None


def id_of(number: int, at: datetime = NOW) -> str:
    """An id that is the same in every process."""
    return str(ULID.from_bytes(ULID.from_datetime(at).bytes[:6] + number.to_bytes(10, "big")))


def a_draft(draft_id: str, words: str) -> Draft:
    questions = checklist(section("s", prompt("a"), prompt("b")))
    return draft(Walk.begin(questions, visit()).answer("a", Text(words)), id=draft_id)


def an_entry(entry_id: str, words: str) -> Entry:
    return entry(asked("a", Text(words)), id=entry_id)


def begin(begun: Draft) -> Step:
    return Step(lambda home: home.drafts.begin(begun), f"{begun.id}.json", write_draft(begun))


def save(saved: Draft) -> Step:
    return Step(lambda home: home.drafts.save(saved), f"{saved.id}.json", write_draft(saved))


def remove(draft_id: str) -> Step:
    return Step(lambda home: home.drafts.remove(draft_id), f"{draft_id}.json", None)


def add(kept: Entry) -> Step:
    return Step(lambda home: home.journal.add(kept), f"{kept.id}.json", write_entry(kept))


def erase(entry_id: str) -> Step:
    return Step(lambda home: home.journal.erase(entry_id), f"{entry_id}.json", None)


FIRST, SECOND, THIRD, FOURTH = map(id_of, range(1, 5))
NEXT_MONTH = id_of(5, NOW + timedelta(days=30))

STORY: Sequence[Step] = (
    begin(a_draft(FIRST, "What was begun.")),
    save(a_draft(FIRST, "What was begun, and gone on with. " * 20)),
    add(an_entry(SECOND, "What was kept.")),
    remove(FIRST),
    begin(a_draft(THIRD, "Another.")),
    add(an_entry(NEXT_MONTH, "What was kept a month later.")),
    erase(SECOND),
)
"""A visit from the first question to the entry, the next visit, and the first one erased."""

AFTERWARDS: Sequence[Step] = (
    begin(a_draft(id_of(6), "Begun again.")),
    add(an_entry(FOURTH, "What was kept afterwards.")),
)
"""What the next start does in the same folders."""


def tell(steps: Sequence[Step], home: Home, mark: Callable[[str], None]) -> None:
    """Take every step, marking what a person would be told of it.

    A disk that says no stops one step and not the story, as it would not stop a person.
    """
    for number, step in enumerate(steps):
        mark(f"begins {number}")
        try:
            step.do(home)
        except NotSaved:
            mark(f"refused {number}")
        else:
            mark(f"done {number}")


def kept_by(steps: Sequence[Step], marks: Iterable[str], kept: Kept | None = None) -> Kept:
    """What may be on the disk after these marks."""
    kept = kept or Kept()
    for mark in marks:
        what, number = mark.split()
        step = steps[int(number)]
        if what == "begins":
            kept.begins(step.name, step.data)
        elif what == "done":
            kept.is_done(step.name, step.data)
    return kept
