"""Write down what became of something, in place of what was said of it before."""

from contextlib import suppress

from tipcoach.coach.coach import Coach
from tipcoach.coach.gists import gists
from tipcoach.errors import NotFound, NotReadable
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, Said
from tipcoach.practice.gist import earlier_versions
from tipcoach.practice.versions import Links, links_of


def links(coach: Coach) -> Links:
    """How the records of the journal hang together, read from the journal itself."""
    return links_of(coach.journal.linked())


def links_about(coach: Coach, entry_id: str) -> Links:
    """The versions of one entry, among those of all, and what was said of them.

    Only that is read, and of a large journal the rest is as it was noted.
    Raises `NotReadable` when the journal's folder cannot be read.
    """
    found = gists(coach)
    supersedes = earlier_versions(found)
    versions = {*Links(supersedes).versions(entry_id)}
    follow_ups: list[FollowUp] = []
    for gist in found:
        if gist.about in versions:
            with suppress(NotFound, NotReadable):
                record = coach.journal.read(gist.id)
                follow_ups += [record] if isinstance(record, FollowUp) else []
    return Links(supersedes, tuple(follow_ups))


def entry_if_readable(coach: Coach, entry_id: str) -> Entry | None:
    """An entry, unless it is gone, damaged, or not an entry."""
    with suppress(NotFound, NotReadable):
        record = coach.journal.read(entry_id)
        return record if isinstance(record, Entry) else None
    return None


def follow_up(coach: Coach, entry_id: str, said: Said) -> FollowUp:
    """Say something of an entry, in place of all of its kind that stands.

    Where two windows have each said something, that takes a follow-up for each of the two;
    the last is returned. Raises `NotSaved`, or `NotReadable` with no journal.
    """
    standing = sorted(each.id for each in links_about(coach, entry_id).said(entry_id, type(said)))
    for before in standing[:-1]:
        follow_up_replacing(coach, entry_id, said, before)
    return follow_up_replacing(coach, entry_id, said, standing[-1] if standing else None)


def follow_up_replacing(coach: Coach, entry_id: str, said: Said, before: str | None) -> FollowUp:
    """Say something of an entry in place of the follow-up `before`, and of no other."""
    record = FollowUp(
        id=coach.new_id(after=max(entry_id, before or "")),
        created=coach.clock().replace(microsecond=0),
        about=entry_id,
        said=said,
        replaces=before,
    )
    coach.journal.add(record)
    return record
