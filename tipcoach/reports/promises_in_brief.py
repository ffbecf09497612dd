"""Promises in a few words: for where they stand beside something else, and once one is settled."""

from collections.abc import Sequence
from datetime import date

from tipcoach.practice.counting import in_words
from tipcoach.practice.due import when_due
from tipcoach.practice.follow_up import PromiseOutcome
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import Whose
from tipcoach.reports.promises import mark, what_came_in_full
from tipcoach.reports.wrapping import fold

SHOWN = 3
"""How many of those due are said in words beside something else."""


def how_many(count: int) -> str:
    """`two due`; nothing when nothing is."""
    return f"{in_words(count)} due" if count else ""


def due_in_one_line(count: int) -> str:
    """`■ two promises due`; nothing when nothing is."""
    return f"■ {in_words(count)} {'promise' if count == 1 else 'promises'} due" if count else ""


def due_in_a_few_lines(due: Sequence[LedgerLine], today: date, width: int) -> list[str]:
    """The first few of those due, two lines each at most, and how many more there are."""
    said: list[str] = []
    for line in due[:SHOWN]:
        first, *under = fold(f"{_when_and_whose(line, today)}: {line.promise.text}", width - 2, 2)
        said += [f"{mark(line, today)} {first}", *(f"  {each}" for each in under)]
    if len(due) > SHOWN:
        said.append(f"and {in_words(len(due) - SHOWN)} more in Promises")
    return said


def _when_and_whose(line: LedgerLine, today: date) -> str:
    """`2 days over`, or `2 days over, theirs` where somebody else is to do it."""
    whose = line.promise.whose
    when = when_due(line, today)
    return when if whose is Whose.MINE else f"{when}, {whose.label}"


def written_down(outcome: PromiseOutcome, today: date) -> str:
    """`Written down: new date, Friday 27 November, not told yet.`"""
    return f"Written down: {what_came_in_full(outcome, today)}."
