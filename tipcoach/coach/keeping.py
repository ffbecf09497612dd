"""What is kept and until when: look at it again, keep it on, hold it so that it stays."""

from dataclasses import dataclass, replace
from datetime import date

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up, links
from tipcoach.errors import WrongUsage
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
from tipcoach.practice.versions import Links, links_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of an entry beyond its own file.

    `review` is the day to look at it again; `later` the id of the version that stands in its
    place, and `earlier` those of the versions before it; `holds` keep all of them.
    """

    review: date
    later: str | None
    earlier: tuple[str, ...]
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """What it is time to look at again, the longest due first."""

    entries: tuple[tuple[Entry, date], ...]
    drafts: tuple[tuple[Draft, date], ...]
    holds: tuple[tuple[Entry, Hold], ...]


def standing_of(coach: Coach, entry: Entry) -> Standing:
    """Raises `NotReadable` when the journal's folder cannot be read."""
    standing = _standing(entry, links(coach))
    # One that was erased is still named by the version that stands.
    return replace(standing, earlier=tuple(filter(coach.journal.has, standing.earlier)))


def _standing(entry: Entry, all_links: Links) -> Standing:
    return Standing(
        review=review_date(entry, all_links),
        later=all_links.later(entry.id),
        earlier=tuple(id_ for id_ in all_links.versions(entry.id) if id_ < entry.id),
        holds=holds_on(entry.id, all_links),
    )


def due(coach: Coach) -> Due:
    """What has come to its day. An entry on hold waits for its hold to be looked at.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    today = coach.clock().date()
    records = tuple(coach.journal.records())
    all_links = links_of(records)
    entries: list[tuple[Entry, date]] = []
    holds: list[tuple[Entry, Hold]] = []
    for entry in records:
        if not isinstance(entry, Entry):
            continue
        standing = _standing(entry, all_links)
        if standing.later:
            continue
        holds += [
            (entry, hold)
            for hold in standing.holds
            if hold.look_again is not None and hold.look_again <= today
        ]
        if standing.review <= today and not standing.holds:
            entries.append((entry, standing.review))
    drafts = [
        (draft, draft_review_date(draft))
        for draft in coach.drafts.all()
        if isinstance(draft, Draft) and draft_review_date(draft) <= today
    ]
    return Due(
        entries=tuple(sorted(entries, key=lambda each: each[1])),
        drafts=tuple(sorted(drafts, key=lambda each: each[1])),
        holds=tuple(holds),
    )


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
    said = Hold(True, look_again, reason.strip())
    return follow_up(coach, _entry(coach, entry_id).id, said)


def lift_hold(coach: Coach, entry_id: str) -> FollowUp:
    """Lift the hold on an entry. Raises as `hold` does, and `WrongUsage` when there is none."""
    entry = _entry(coach, entry_id)
    if not holds_on(entry.id, links(coach)):
        raise WrongUsage(f"There is no hold on {entry_id}.")
    return follow_up(coach, entry.id, Hold(False))


def _entry(coach: Coach, entry_id: str) -> Entry:
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry):
        raise WrongUsage(f"{entry_id} is a follow-up to {entry.about}; name that one.")
    return entry
