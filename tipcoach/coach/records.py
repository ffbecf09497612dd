"""What a stop rule sent elsewhere, and whether it has been recorded there.

Answering writes a follow-up; the entry itself is never touched. Which follow-up counts
follows from the links between them, never from a clock.
"""

from contextlib import suppress

from tipcoach.coach import gists
from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up
from tipcoach.coach.long_job import Progress
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, Recorded


def not_yet_recorded(coach: Coach, on_long: Progress | None = None) -> tuple[Entry, ...]:
    """Entries a stop rule ended whose pathway has not been recorded, newest first.

    `on_long` is told how many months are read, of how many, where a large journal is read through
    for the first time. What it raises ends that, and what was read is not read again.
    Raises `NotReadable` when the journal's folder cannot be read.
    """
    found: list[Entry] = []
    for entry_id in gists.not_yet_recorded(coach, on_long):
        # What went away, or could not be read, since it was looked for.
        with suppress(NotFound, NotReadable):
            record = coach.journal.read(entry_id)
            found += [record] if isinstance(record, Entry) else []
    return tuple(found)


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
