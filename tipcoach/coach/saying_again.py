"""Say of the version that stays what was said of the versions before it, before those go.

What a follow-up that goes had replaced, such as a hold that is lifted, is replaced again, or it
would come back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import entry_if_readable, follow_up_replacing
from tipcoach.practice.follow_up import Hold, PromiseOutcome, Recorded, Review, Said, SessionView
from tipcoach.practice.ledger import lines_of
from tipcoach.practice.versions import Links


def say_again(coach: Coach, links: Links, entry_id: str, going: Collection[str]) -> None:
    """Say again of `entry_id` whatever would not hold for it once the follow-ups `going` go.

    `links` are those of the journal as it is now. Raises `NotSaved`.
    """
    left = tuple(each for each in links.follow_ups if each.id not in going)
    after = replace(links, follow_ups=left)
    for kind in (Recorded, Review, Hold, SessionView):
        stood = {each.id: each.said for each in links.said(entry_id, kind)}
        _replace(coach, entry_id, stood, [each.id for each in after.said(entry_id, kind)])
    _say_promises_again(coach, links, after, entry_id)


def _say_promises_again(coach: Coach, now: Links, after: Links, entry_id: str) -> None:
    """The same of each promise by itself, by its number in the version that stays."""
    read = {id_: entry_if_readable(coach, id_) for id_ in now.versions(entry_id)}
    versions = {id_: entry for id_, entry in read.items() if entry}
    if entry_id not in versions:
        return
    said = {each.id: each.said for each in now.follow_ups}
    lines_now, lines_after = (
        lines_of(versions[entry_id], versions, links) for links in (now, after)
    )
    for line, then in zip(lines_now, lines_after, strict=True):
        stood = {
            id_: replace(outcome, number=line.id.number)
            for id_ in line.said_by
            if isinstance(outcome := said[id_], PromiseOutcome)
        }
        _replace(coach, entry_id, stood, then.said_by)


def _replace(coach: Coach, entry_id: str, stood: Mapping[str, Said], stands: Sequence[str]) -> None:
    """Say what stood and does not stand any more, in place of what would stand instead."""
    unsaid = [said for id_, said in stood.items() if id_ not in stands]
    back = [id_ for id_ in stands if id_ not in stood]
    for said, before in zip_longest(unsaid, back if stood else ()):
        follow_up_replacing(coach, entry_id, said or [*stood.values()][-1], before)
