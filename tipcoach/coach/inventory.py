"""What there is, for whoever has to answer a request for records: counts and places, no words."""

from collections import Counter
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import links
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.keeping import holds_on
from tipcoach.practice.plaintext import clean_line


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
    all_links = links(coach)
    counted = Counter[str]()
    kinds, purposes, months = Counter[str](), Counter[str](), Counter[str]()
    for record in coach.journal.records():
        if isinstance(record, Entry):
            kinds[record.kind.value] += 1
            months[f"{record.created:%Y-%m}"] += 1
            if record.kind.is_about_a_visit:
                purposes[record.visit_label or "no purpose kept"] += 1
            if all_links.later(record.id):
                counted["earlier"] += 1
            elif holds_on(record.id, all_links):
                counted["on hold"] += 1
        else:
            counted["follow-ups" if isinstance(record, FollowUp) else "unused"] += 1
    return Inventory(
        journal=clean_line(str(coach.places.journal)),
        drafts_folder=clean_line(str(coach.places.drafts)),
        kinds=_commonest_first(kinds),
        purposes=_commonest_first(purposes),
        first=min(months, default=None),
        last=max(months, default=None),
        earlier=counted["earlier"],
        follow_ups=counted["follow-ups"],
        on_hold=counted["on hold"],
        drafts=sum(1 for draft in coach.drafts.all() if isinstance(draft, Draft)),
        unused=counted["unused"],
    )


def _commonest_first(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))
