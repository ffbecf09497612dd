"""What was brought, as rows: the officer, their question under the name, unopened first."""

from collections.abc import Sequence
from datetime import date

from tipcoach.coach.reviewing import Review
from tipcoach.coach.reviewing import Row as Copy
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.entries import MONTHS
from tipcoach.reports.wrapping import wrap
from tipcoach.tui.widgets.rows import Row, gap, heading

WIDTH = 34
FOREIGN_SHOWN = 3
MARKED = "for the session"
NOT_OPENED, OPENED = "Not opened yet", "Opened"
FOREIGN = "Not put there by tipcoach, and left alone:"
AND_OTHERS = "and others like it"


def review_rows(
    copies: Sequence[Copy],
    review: Review,
    names: Sequence[PrincipleName],
    today: date,
    *,
    more: bool,
) -> list[Row]:
    """Rows under their two headings; under them what is not read, and why."""
    rows: list[Row] = []
    for title, opened in ((NOT_OPENED, False), (OPENED, True)):
        under = [copy for copy in copies if copy.brought.opened is opened]
        if under:
            rows += [gap()] if rows else []
            rows += [heading(title), *(_row(copy, names, today) for copy in under)]
    rows += [gap(), heading("Reading on")] if more else []
    for sentence in review.closed:
        rows += [gap(), *_muted(sentence)]
    if review.foreign:
        named = [*review.foreign[:FOREIGN_SHOWN]]
        named += [AND_OTHERS] if len(review.foreign) > FOREIGN_SHOWN else []
        rows += [gap(), *_muted(FOREIGN), *(row for name in named for row in _muted(name))]
    return rows


def _row(copy: Copy, names: Sequence[PrincipleName], today: date) -> Row:
    brought, whole = copy.brought, copy.copy
    if whole is None:
        under = tuple((line, "muted") for line in wrap(clean_line(copy.why), WIDTH))
        columns = (("× ", "muted"), (brought.officer.name, "ink"))
        return Row(brought.id, columns, right="not opened", below=under)
    mark = next((name.mark for name in names if name.principle is whole.principle), "")
    question = clean_line(whole.question).strip()
    return Row(
        brought.id,
        ((f"{mark or '·'} ", "muted"), (brought.officer.name, "ink")),
        right=MARKED if brought.marked else _month(brought.month, today),
        below=((f"  {question}", "muted"),) if question else (),
    )


def _month(month: str, today: date) -> str:
    said = MONTHS[int(month[5:]) - 1]
    return said if month[:4] == f"{today.year:04}" else f"{said[:3]} {month[:4]}"


def _muted(sentence: str) -> list[Row]:
    return [heading(line) for line in wrap(clean_line(sentence), WIDTH)]
