"""A sample journal in a home of its own, which goes when it is closed.

It is walked through the questions as they are today, so it never shows a question that the
library does not ask. Its answers say that they are a sample.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.throw_away import throw_away_home
from tipcoach.practice.entry import Entry, Kind

SAYS_SO = "A sample: nobody in it is real, and it goes when you leave."


@dataclass(frozen=True, slots=True)
class Sample:
    """One visit of the sample: its files of answers, and how many days ago it was."""

    days_ago: int
    before: str
    after: str | None = None


VISITS = (
    Sample(9, "arrears-before.yaml", "arrears-after.yaml"),
    Sample(3, "repairs-before.yaml", "repairs-after.yaml"),
    Sample(0, "offer-before.yaml"),
)


@contextmanager
def sample_journal() -> Iterator[Coach]:
    """A coach whose journal holds the sample; nothing of it is left afterwards.

    Raises `LibraryFault`, `AnswersRefused` or `NotSaved`.
    """
    with throw_away_home("sample") as coach:
        keep_visits(coach)
        yield coach


def keep_visits(coach: Coach) -> None:
    """Keep the visits of the sample. Raises as `sample_journal` does."""
    for visit in VISITS:
        _keep(coach, visit)


def _keep(coach: Coach, visit: Sample) -> None:
    """Keep both halves of a visit, two hours apart, as if on its day."""
    answers = coach.library.folder / "sample"
    with days_ago(visit.days_ago, coach, earlier=timedelta(hours=2)):
        before = keep_answers(coach, answers / visit.before, Wanted(Kind.PREPARATION))
    with days_ago(visit.days_ago, coach):
        if visit.after:
            keep_answers(coach, answers / visit.after, Wanted(Kind.REFLECTION, of=before.id))


@contextmanager
def days_ago(days: int, *coaches: Coach, earlier: timedelta = timedelta()) -> Iterator[None]:
    """Let it be some days ago for these, and `earlier` on that day."""
    clocks = [coach.clock for coach in coaches]
    then = clocks[0]() - timedelta(days=days) - earlier
    for coach in coaches:
        coach.clock = lambda: then
    try:
        yield
    finally:
        for coach, clock in zip(coaches, clocks, strict=True):
            coach.clock = clock


def sample_pair(coach: Coach) -> tuple[Entry, Entry]:
    """The newest preparation of the sample that was looked back on, and the entry that did."""
    entries = [record for record in coach.journal.records() if isinstance(record, Entry)]
    after = next(entry for entry in entries if entry.follows)
    return next(entry for entry in entries if entry.id == after.follows), after
