"""What is kept and until when: look at it again, keep it on, hold it so that it stays."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up, links, links_about
from tipcoach.coach.promises import promises_in
from tipcoach.coach.sharing import records
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, Hold, Review
from tipcoach.practice.keeping import (
    ENTRY_MONTHS,
    draft_review_date,
    holds_on,
    months_after,
    review_date,
)
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.versions import Links
from tipcoach.supervision.shared_records import SharedRecord

LEEWAY_MONTHS = 1
"""How far the time in an id and the day an entry was written may lie apart."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of an entry beyond its own file.

    `review` is the day to look at it again; `later` the id of the version that stands in its
    place, and `earlier` those of the versions before it; `holds` keep all of them. `promises`
    are those made in it, as they stand now, and `shared` what was shared of it or of a version
    before it.
    """

    review: date
    later: str | None
    earlier: tuple[str, ...]
    holds: tuple[Hold, ...]
    promises: tuple[LedgerLine, ...] = ()
    shared: tuple[SharedRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """What it is time to look at again; `more` when entries beyond those are due too."""

    entries: tuple[tuple[Entry, date], ...]
    more: bool
    drafts: tuple[tuple[Draft, date], ...]
    holds: tuple[tuple[Entry, Hold], ...]


def standing_of(coach: Coach, entry: Entry) -> Standing:
    """Raises `NotReadable` when the journal's folder cannot be read."""
    standing = _standing(entry, links_about(coach, entry.id))
    versions = (*standing.earlier, entry.id)
    return replace(
        standing,
        # One that was erased is still named by the version that stands.
        earlier=tuple(filter(coach.journal.has, standing.earlier)),
        promises=promises_in(coach, entry),
        shared=tuple(each for each in records(coach).all() if each.entry in versions),
    )


def _standing(entry: Entry, all_links: Links) -> Standing:
    return Standing(
        review=review_date(entry, all_links),
        later=all_links.later(entry.id),
        earlier=all_links.before(entry.id),
        holds=holds_on(entry.id, all_links),
    )


def due(coach: Coach, most: int | None = None) -> Due:
    """What has come to its day, of the entries at most so many, those written first before others.

    An entry on hold waits for its hold to be looked at. The journal is read from its oldest
    end, one entry at a time, and no further than what was written a year ago.
    Raises `NotReadable` when the journal's folder cannot be read.
    """
    today = coach.clock().date()
    all_links = links(coach)
    entries = _due_entries(coach, all_links, today)
    shown = tuple(entries if most is None else islice(entries, most))
    drafts = [
        (draft, draft_review_date(draft))
        for draft in coach.drafts.all()
        if isinstance(draft, Draft) and draft_review_date(draft) <= today
    ]
    return Due(
        entries=shown,
        more=next(entries, None) is not None,
        drafts=tuple(sorted(drafts, key=lambda each: each[1])),
        holds=tuple(_due_holds(coach, all_links, today)),
    )


def _written(entry_id: str) -> date:
    from ulid import ULID

    return ULID.from_str(entry_id).datetime.date()


def _due_entries(coach: Coach, all_links: Links, today: date) -> Iterator[tuple[Entry, date]]:
    for entry in coach.journal.oldest_first():
        if not isinstance(entry, Entry):
            continue
        # Ids come in the order of their times, whatever an entry says of its own.
        if months_after(_written(entry.id), ENTRY_MONTHS - LEEWAY_MONTHS) > today:
            return
        review = review_date(entry, all_links)
        stands = not all_links.later(entry.id)
        if stands and review <= today and not holds_on(entry.id, all_links):
            yield entry, review


def _due_holds(coach: Coach, all_links: Links, today: date) -> Iterator[tuple[Entry, Hold]]:
    held = {all_links.later(each.about) or each.about for each in all_links.follow_ups}
    for entry_id in sorted(held):
        for hold in holds_on(entry_id, all_links):
            if hold.look_again is not None and hold.look_again <= today:
                with suppress(NotFound, NotReadable):
                    yield _entry(coach, entry_id), hold


def keep_on(coach: Coach, entry_id: str, again: date | None = None) -> FollowUp:
    """Say that an entry was looked at and stays until `again`, or for a year from today.

    Raises `NotFound`, `NotReadable`, `NotSaved`, or `WrongUsage`.
    """
    today = coach.clock().date()
    again = again or months_after(today, ENTRY_MONTHS)
    if again <= today:
        raise WrongUsage("The day to look at it again has to be after today.")
    return follow_up(coach, _entry(coach, entry_id).id, Review(again))


def hold(coach: Coach, entry_id: str, reason: str, look_again: date | None) -> FollowUp:
    """Hold an entry, with all its versions, so that it cannot be erased here.

    Raises `NotFound`, `NotReadable`, `NotSaved`, or `WrongUsage`.
    """
    if look_again is not None and look_again <= coach.clock().date():
        raise WrongUsage("The day to look at the hold again has to be after today.")
    said = Hold(True, look_again, reason.strip())
    return follow_up(coach, _entry(coach, entry_id).id, said)


def lift_hold(coach: Coach, entry_id: str) -> FollowUp:
    """Lift the hold on an entry. Raises as `hold` does, and `WrongUsage` when there is none."""
    entry = _entry(coach, entry_id)
    if not holds_on(entry.id, links_about(coach, entry.id)):
        raise WrongUsage(f"There is no hold on {entry_id}.")
    return follow_up(coach, entry.id, Hold(False))


def _entry(coach: Coach, entry_id: str) -> Entry:
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry):
        raise WrongUsage(f"{entry_id} is a follow-up to {entry.about}; name that one.")
    return entry
