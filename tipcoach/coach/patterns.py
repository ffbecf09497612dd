"""My patterns: what comes back in a journal, worked out when it is asked for and kept nowhere."""

from datetime import UTC, datetime, timedelta

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.entry import Entry
from tipcoach.practice.ledger import ledger
from tipcoach.practice.patterns import Patterns, months_until, patterns
from tipcoach.practice.versions import links_of

MONTHS = 12
_ZONES = timedelta(days=1)
"""An entry has the month it was here, and its folder that of UTC."""


def my_patterns(coach: Coach, months: int = MONTHS) -> Patterns:
    """What comes back in the last so many months, this one among them.

    Only those months are read, for whatever is said later of an entry has a later id. A file that
    cannot be read is passed over. Raises `NotReadable` when the journal's folder cannot be.
    """
    today = coach.clock().date()
    first, _ = months_until(today, months)
    records = tuple(coach.journal.oldest_first(_id_before(first)))
    links = links_of(records)
    entries = [record for record in records if isinstance(record, Entry)]
    standing = (entry for entry in entries if not links.later(entry.id))
    return patterns(standing, ledger(entries, links), today, months, _barriers(coach))


def _barriers(coach: Coach) -> tuple[Barrier, ...]:
    """What is offered today; with prompt files that cannot be read, an id stands for itself."""
    try:
        return coach.questions.barriers
    except TipcoachError:
        return ()


def _id_before(month: str) -> str:
    """An id that is earlier than that of any entry of a month."""
    from ulid import ULID

    begins = datetime.fromisoformat(f"{month}-01").replace(tzinfo=UTC) - _ZONES
    at = ULID.from_datetime(max(begins, datetime.fromtimestamp(0, UTC)))
    return str(ULID(at.bytes[:6] + bytes(10)))
