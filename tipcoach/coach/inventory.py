"""What there is, for whoever has to answer a request for records: counts and places, no words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.keeping import holds_on
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.versions import links_of


@dataclass(frozen=True, slots=True)
class Inventory:
    """What is kept, and where.

    `kinds` counts the entries of each kind, `purposes` the visits by what they were about, as
    it read then. `first` and `last` are the months they were written in, `YYYY-MM`. `unused`
    counts files in the journal that cannot be read here, and may hold words all the same.
    """

    journal: str
    drafts_folder: str
    kinds: tuple[tuple[str, int], ...]
    purposes: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    earlier: int
    follow_ups: int
    on_hold: int
    drafts: int
    unused: int


def inventory(coach: Coach) -> Inventory:
    """Count everything. Raises `NotReadable` when the journal's folder cannot be read."""
    records = tuple(coach.journal.records())
    links = links_of(records)
    entries = [record for record in records if isinstance(record, Entry)]
    follow_ups = [record for record in records if isinstance(record, FollowUp)]
    months = sorted(f"{entry.created:%Y-%m}" for entry in entries)
    drafts = [draft for draft in coach.drafts.all() if isinstance(draft, Draft)]
    return Inventory(
        journal=clean_line(str(coach.places.journal)),
        drafts_folder=clean_line(str(coach.places.drafts)),
        kinds=_counted(entry.kind.value for entry in entries),
        purposes=_counted(
            entry.visit_label or "no purpose kept" for entry in entries if entry.visit
        ),
        first=months[0] if months else None,
        last=months[-1] if months else None,
        earlier=sum(1 for entry in entries if links.later(entry.id)),
        follow_ups=len(follow_ups),
        on_hold=sum(
            1 for entry in entries if not links.later(entry.id) and holds_on(entry.id, links)
        ),
        drafts=len(drafts),
        unused=len(records) - len(entries) - len(follow_ups),
    )


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Each word with how often it comes, the commonest first."""
    return tuple(sorted(Counter(words).items(), key=lambda each: (-each[1], each[0])))
