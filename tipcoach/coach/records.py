"""What a stop rule sent elsewhere, and whether it has been recorded there.

Answering writes a follow-up; the entry itself is never touched. Which follow-up counts
follows from the links between them, never from a clock.
"""

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up
from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, Recorded
from tipcoach.practice.versions import Links, links_of


def not_yet_recorded(coach: Coach) -> tuple[Entry, ...]:
    """Entries a stop rule ended whose pathway has not been recorded, newest first."""
    records = tuple(
        record
        for record in coach.journal.records()
        if isinstance(record, FollowUp)
        or (isinstance(record, Entry) and (record.stopped or record.supersedes))
    )
    links = links_of(records)
    return tuple(
        entry
        for entry in records
        if isinstance(entry, Entry)
        and entry.sends_elsewhere
        and not links.later(entry.id)
        and not is_recorded(entry, links)
    )


def is_recorded(entry: Entry, links: Links) -> bool:
    """Whether the newest word on `entry`, by links, says that its pathway was recorded."""
    said = links.said(entry.id, Recorded)
    if not said:
        answer = entry.answer_to(RECORDED_PROMPT)
        return isinstance(answer, YesNotYet) and answer.yes
    return any(each.said == Recorded(True) for each in said)


def say_recorded(coach: Coach, entry_id: str, recorded: bool = True) -> FollowUp:
    """Write down that a pathway has been recorded where it belongs, or that it has not.

    Raises `NotFound`, `NotReadable`, `NotSaved`, or `WrongUsage` when no stop rule applied.
    """
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry) or not entry.sends_elsewhere:
        raise WrongUsage(
            f"Nothing in {entry_id} was sent elsewhere, so nothing waits to be recorded."
        )
    return follow_up(coach, entry_id, Recorded(recorded))
