"""Write down what became of something, in place of what was said of it before."""

from tipcoach.coach.coach import Coach
from tipcoach.practice.follow_up import FollowUp, Said
from tipcoach.practice.versions import Links, links_of


def links(coach: Coach) -> Links:
    """How the records of the journal hang together."""
    return links_of(coach.journal.records())


def follow_up(coach: Coach, entry_id: str, said: Said) -> FollowUp:
    """Add a follow-up about an entry. Raises `NotSaved`, or `NotReadable` with no journal."""
    before = max((each.id for each in links(coach).said(entry_id, type(said))), default=None)
    record = FollowUp(
        id=coach.new_id(after=max(entry_id, before or "")),
        created=coach.clock().replace(microsecond=0),
        about=entry_id,
        said=said,
        replaces=before,
    )
    coach.journal.add(record)
    return record
