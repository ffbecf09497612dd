"""How long a supervision agreement stands before the two look at it again."""

from datetime import date

from tipcoach.practice.answer import Picked
from tipcoach.practice.entry import Entry
from tipcoach.practice.keeping import months_after

LOOK_AGAIN = "agreement.look-again"
_MONTHS = {Picked("three-months"): 3, Picked("six-months"): 6, Picked("a-year"): 12}
_WHEN_SKIPPED = 6


def review_date(entry: Entry) -> date:
    """The day by which they look again: as they chose, or after six months when they did not."""
    answer = entry.answer_to(LOOK_AGAIN)
    chosen = _MONTHS.get(answer) if isinstance(answer, Picked) else None
    return months_after(entry.created.date(), chosen or _WHEN_SKIPPED)
