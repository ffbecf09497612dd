"""How often a checklist is walked, said kindly and never in the way."""

from datetime import timedelta

from tipcoach.coach.begin import CHECKLISTS
from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.journal.reading import Unused
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import say_date


def soon_again(coach: Coach, kind: Kind) -> str | None:
    """When the last one was kept and why that is often enough; `None` where it is not soon."""
    try:
        rhythm = coach.questions.standalone(CHECKLISTS[kind]).rhythm
        last = _last_kept(coach, kind, rhythm.days) if rhythm else None
    except TipcoachError:
        # What is wrong is said where it matters, and this is no reason to keep anybody out.
        return None
    if rhythm is None or last is None:
        return None
    day = say_date(last.created.date(), coach.clock().date())
    return f"The last one was kept on {day}. {rhythm.why} Go on with this one if you want to."


def _last_kept(coach: Coach, kind: Kind, days: int) -> Entry | None:
    """The newest of its kind that is less than `days` old.

    One that was stopped is passed over: whoever turned to somebody then may look again at once.
    """
    since = coach.clock() - timedelta(days=days)
    for record in coach.journal.records():
        if isinstance(record, Unused):
            continue
        if record.created <= since:
            return None
        if isinstance(record, Entry) and record.kind is kind and not record.stopped:
            return record
    return None
