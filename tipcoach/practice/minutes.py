"""How long the parts of a walk tend to take: said in words, never counted down."""

from dataclasses import replace

from tipcoach.practice.checklist import Checklist, Section
from tipcoach.practice.walk import Step, Walk

SHORTEST, LONGEST = 5, 240


def lasting(checklist: Checklist, minutes: int | None) -> Checklist:
    """The same checklist with its parts made to fit a whole of `minutes`; `None` names no time."""
    whole = sum(section.minutes or 0 for section in checklist.sections)

    def fitted(section: Section) -> Section:
        if section.minutes is None or minutes is None:
            return replace(section, minutes=None)
        return replace(section, minutes=max(1, round(section.minutes * minutes / whole)))

    return replace(checklist, sections=tuple(map(fitted, checklist.sections)))


def say_minutes(minutes: int) -> str:
    """`about 25 minutes`."""
    return f"about {minutes} minutes" if minutes > 1 else "about a minute"


def time_of(section: Section) -> str:
    """How long a part tends to take, in words; empty where nothing is said of it."""
    return say_minutes(section.minutes) if section.minutes else ""


def time_at_first(walk: Walk, step: Step) -> str:
    """The same, at the first step of the part alone."""
    first = next(one for one in walk.path if one.section.id == step.section.id)
    return time_of(step.section) if first.id == step.id else ""
