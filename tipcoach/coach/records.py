"""What a stop rule sent elsewhere, and whether it has been recorded there.

Answering writes a follow-up; the entry itself is never touched. Which follow-up counts
follows from the links between them, never from a clock.
"""

from collections.abc import Iterable

from tipcoach.coach.coach import Coach
from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.entry import Entry, FollowUp


def not_yet_recorded(coach: Coach) -> tuple[Entry, ...]:
    """Entries a stop rule ended whose pathway has not been recorded, newest first."""
    stopped: list[Entry] = []
    follow_ups: list[FollowUp] = []
    for record in coach.journal.records():
        if isinstance(record, FollowUp):
            follow_ups.append(record)
        elif isinstance(record, Entry) and record.stopped:
            stopped.append(record)
    return tuple(entry for entry in stopped if not is_recorded(entry, follow_ups))


def is_recorded(entry: Entry, follow_ups: Iterable[FollowUp]) -> bool:
    """Whether the newest word on `entry`, by links, says that its pathway was recorded."""
    about = [follow_up for follow_up in follow_ups if follow_up.about == entry.id]
    if not about:
        answer = entry.answer_to(RECORDED_PROMPT)
        return isinstance(answer, YesNotYet) and answer.yes
    replaced = {follow_up.replaces for follow_up in about}
    return any(follow_up.recorded for follow_up in about if follow_up.id not in replaced)


def say_recorded(coach: Coach, entry_id: str, recorded: bool = True) -> FollowUp:
    """Write down that a pathway has been recorded where it belongs, or that it has not.

    Raises `NotFound`, `NotReadable`, `NotSaved`, or `WrongUsage` when no stop rule applied.
    """
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry) or not entry.stopped:
        raise WrongUsage(f"No stop rule applied to {entry_id}, so nothing waits to be recorded.")
    about = [
        record
        for record in coach.journal.records()
        if isinstance(record, FollowUp) and record.about == entry_id
    ]
    replaced = {record.replaces for record in about}
    newest = next((record.id for record in about if record.id not in replaced), None)
    follow_up = FollowUp(
        coach.new_id(), coach.clock().replace(microsecond=0), entry_id, recorded, newest
    )
    coach.journal.add(follow_up)
    return follow_up
