"""Promises in a few words, beside what is asked first."""

from datetime import UTC, date, datetime

from making import new_id

from tipcoach.practice.ledger import LedgerLine, PromiseId
from tipcoach.practice.promises import Promise, Whose
from tipcoach.reports.promises_in_brief import due_in_a_few_lines

TODAY = date(2026, 11, 24)
AN_ENTRY = new_id(datetime(2026, 11, 1, tzinfo=UTC))


def test_whose_it_is_is_said_where_it_is_somebody_elses() -> None:
    said = [
        Promise("Ring back", TODAY, Whose.MINE),
        Promise("Bring the form", date(2026, 11, 22), Whose.THEIRS),
    ]
    due = [LedgerLine(PromiseId(AN_ENTRY, n), each, None, "") for n, each in enumerate(said, 1)]
    assert due_in_a_few_lines(due, TODAY, 60) == [
        "□ today: Ring back",
        "■ 2 days over, theirs: Bring the form",
    ]
