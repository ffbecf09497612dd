"""Erase an entry with everything of it that is within reach, and name what is not.

All its versions go, what was said of them, a correction under way, and what a draft quotes.
Whatever is interrupted can be asked for again: the newest version goes last, so an older one
never stands in its place, and what is left still leads to the rest.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import entry_if_readable, links
from tipcoach.coach.saying_again import say_again
from tipcoach.coach.sharing import records
from tipcoach.errors import (
    ChangedMeanwhile,
    Held,
    NotErased,
    NotFound,
    NotReadable,
    NotSaved,
    WrongUsage,
)
from tipcoach.practice.draft import Draft
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.keeping import holds_on
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.versions import Links
from tipcoach.practice.walk import Planned
from tipcoach.supervision.record_files import erase_record, records_of

OUT_OF_REACH = (
    "Every backup made until now, wherever it is.",
    "What a sync program such as OneDrive keeps of deleted files: empty its recycle bin too.",
    "What was put in a calendar: delete it there, and wherever that calendar is synced to.",
    "Reports written from it, anything copied, printed, sent or said, and what the case system "
    "holds.",
    "Traces on the disk itself: only an encrypted disk keeps those from others.",
)
"""What no program on this machine can take away, said before anybody relies on erasing."""


@dataclass(frozen=True, slots=True)
class StillShared:
    """A copy of parts of an entry, and the folder of whoever it is shared with."""

    copy: str
    reader: str


@dataclass(frozen=True, slots=True)
class Erasing:
    """What goes when an entry is erased.

    `entry_id` is the entry it was asked of; `versions` are ids, oldest first; `follow_ups` those
    of what was said of them; `drafts` of corrections under way; `quoting` of drafts that quote
    it, from which only the quoted lines go; `promises` is how many were made in it. `copies` are
    files left alone that may hold its words all the same: those under other names, and drafts
    that cannot be read. `shared` is what is shared of it and not taken back; `notes` are ids of
    copies that were taken back, whose notes on this machine go; `records` are those of a session as
    they were signed, each with the folder of whoever has it as well. `stays` is the version that
    only those before go from; `None` when all go.
    """

    entry_id: str
    versions: tuple[str, ...]
    follow_ups: tuple[str, ...]
    drafts: tuple[str, ...]
    quoting: tuple[str, ...]
    copies: tuple[str, ...]
    stays: str | None
    promises: int = 0
    shared: tuple[StillShared, ...] = ()
    notes: tuple[str, ...] = ()
    records: tuple[tuple[str, str], ...] = ()


def plan_erasing(coach: Coach, entry_id: str, *, earlier_only: bool = False) -> Erasing:
    """Work out what erasing an entry takes; with `earlier_only`, the versions before it alone.

    Raises `NotFound`, `NotReadable`, `Held` while a hold is on it, or `WrongUsage`.
    """
    return _plan(coach, links(coach), entry_id, earlier_only=earlier_only)


def _plan(coach: Coach, all_links: Links, entry_id: str, *, earlier_only: bool) -> Erasing:
    _see_that_it_is_there(coach, entry_id, all_links)
    if holds := holds_on(entry_id, all_links):
        raise Held(
            f"{entry_id} is on hold, so it is not erased. {_why(holds[0].reason)}".strip(),
            f"To lift the hold: tipcoach journal hold {entry_id} --lift",
        )
    gone = _going(all_links, entry_id, earlier_only=earlier_only)
    versions = tuple(filter(coach.journal.has, gone))
    if earlier_only and not versions:
        raise WrongUsage(f"There is no version before {entry_id}.")
    found = tuple(coach.drafts.all())
    drafts = [draft for draft in found if isinstance(draft, Draft)]
    corrections = [draft.id for draft in drafts if draft.supersedes in gone]
    made = [each for each in records(coach).all() if each.entry in gone]
    unreadable = [draft.path for draft in found if not isinstance(draft, Draft)]
    return Erasing(
        entry_id=entry_id,
        versions=versions,
        follow_ups=tuple(sorted(each.id for each in all_links.follow_ups if each.about in gone)),
        drafts=tuple(corrections),
        quoting=tuple(
            draft.id for draft in drafts if draft.id not in corrections and _quotes(draft, gone)
        ),
        copies=tuple(clean_line(str(path)) for path in [*_copies(coach, gone), *unreadable]),
        stays=entry_id if earlier_only else None,
        promises=0 if earlier_only else _promises(coach, versions),
        shared=tuple(
            StillShared(each.copy, each.reader) for each in made if not each.is_taken_back
        ),
        notes=tuple(each.copy for each in made if each.is_taken_back),
        records=records_of(coach.places.sessions, gone),
    )


def _going(all_links: Links, entry_id: str, *, earlier_only: bool) -> tuple[str, ...]:
    """The ids of the versions that go, those that are gone already among them."""
    return all_links.before(entry_id) if earlier_only else all_links.versions(entry_id)


def _promises(coach: Coach, versions: Sequence[str]) -> int:
    """How many promises stand in an entry, as far as its newest version can be read."""
    newest = entry_if_readable(coach, versions[-1]) if versions else None
    return len(newest.promises) if newest else 0


def _see_that_it_is_there(coach: Coach, entry_id: str, all_links: Links) -> None:
    """Raises `NotFound`, or `WrongUsage` when it is a follow-up."""
    try:
        record = coach.journal.read(entry_id)
    except NotReadable:
        # It can be erased without being read, or a damaged file would stay for good.
        return
    except NotFound:
        # Deleted by hand, what was said of it is still there.
        if all_links.of(entry_id):
            return
        raise
    if isinstance(record, FollowUp):
        raise WrongUsage(f"{entry_id} was said of {record.about}, and goes when that is erased.")


def erase(coach: Coach, erasing: Erasing) -> None:
    """Take away what was worked out, for good.

    Raises, before anything is touched, `InUse` when another window has one of the drafts, and
    `Held` or `ChangedMeanwhile` when it is not as it was worked out any more; and `NotErased`
    when the disk does not let it go: then what is left can be erased again.
    """
    try:
        _erase(coach, erasing)
    except NotSaved as trouble:
        once_more = "Erase it again once that is put right."
        raise NotErased(trouble.sentence, f"{trouble.hint} {once_more}".strip()) from None


def _erase(coach: Coach, erasing: Erasing) -> None:
    with ExitStack() as holds:
        for draft_id in (*erasing.drafts, *erasing.quoting):
            holds.callback(coach.drafts.hold(draft_id).let_go)
        all_links = links(coach)
        _see_that_nothing_changed(coach, all_links, erasing)
        coach.forget_caches()
        gone = _going(all_links, erasing.entry_id, earlier_only=erasing.stays is not None)
        for draft_id in erasing.quoting:
            _take_out_quotes(coach, draft_id, gone)
        if erasing.stays is not None:
            say_again(coach, all_links, erasing.stays, erasing.follow_ups)
        for copy_id in erasing.notes:
            records(coach).erase(copy_id)
        for folder, session_record in erasing.records:
            erase_record(coach.places.sessions, coach.writer, folder, session_record)
        for record_id in (*erasing.follow_ups, *erasing.versions):
            coach.journal.erase(record_id)
    for draft_id in erasing.drafts:
        coach.drafts.remove(draft_id)
    # What was read while it went may have been noted again.
    coach.forget_caches()


def _see_that_nothing_changed(coach: Coach, all_links: Links, erasing: Erasing) -> None:
    """Somebody may sit long over the question, and hold it or put it right in another window."""
    only = erasing.stays is not None
    if _plan(coach, all_links, erasing.entry_id, earlier_only=only) != erasing:
        raise ChangedMeanwhile(
            "The entry, or what hangs on it, has changed since you were asked. Nothing was erased.",
            "Ask for it to be erased again, and look at what goes.",
        )


def _take_out_quotes(coach: Coach, draft_id: str, gone: Sequence[str]) -> None:
    draft = coach.drafts.read(draft_id)
    left = tuple(line for line in draft.walk.planned if _source(draft, line) not in gone)
    coach.drafts.save(replace(draft, walk=replace(draft.walk, planned=left)))


def _quotes(draft: Draft, gone: Sequence[str]) -> bool:
    return any(_source(draft, line) in gone for line in draft.walk.planned)


def _source(draft: Draft, line: Planned) -> str | None:
    """The id of the entry a line is quoted from; once it was always that looked back on."""
    return line.entry or draft.follows


def _why(reason: str) -> str:
    return f"The reason given: {clean_line(reason)}." if reason else ""


def _copies(coach: Coach, ids: Sequence[str]) -> list[Path]:
    """Files that are not used, and are named after one of `ids`: a sync program's copies."""
    paths = (each.path for each in coach.journal.foreign())
    return [path for path in paths if any(id_ in path.name for id_ in ids)]
