"""The gists of the journal, from the journal itself or, where it is large, as they are noted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tipcoach.coach.coach import Coach
from tipcoach.coach.long_job import Progress, untold
from tipcoach.journal.reading import is_there
from tipcoach.practice.gist import Gist, earlier_versions
from tipcoach.practice.gist import not_yet_recorded as of_gists

if TYPE_CHECKING:
    from tipcoach.journal.noted import NotedGists

READ_THROUGH = 2_000
"""Up to so many entries the journal is read through each time, and nothing is noted."""

T = TypeVar("T")


def not_yet_recorded(coach: Coach, on_long: Progress | None = None) -> tuple[str, ...]:
    """The ids of what a stop rule ended and is not yet recorded, newest first.

    `on_long` is told how many months are read, of how many, where a large journal is read through
    for the first time. What it raises ends that, and what was read is not read again.
    Raises `NotReadable` when the journal's folder cannot be read.
    """
    return as_noted(
        coach,
        lambda noted: noted.not_yet_recorded(),
        lambda: of_gists(coach.journal.gists()),
        on_long,
    )


def gists(coach: Coach) -> tuple[Gist, ...]:
    """The gist of every record that has one. Raises as `not_yet_recorded` does."""
    return as_noted(coach, lambda noted: noted.gists(), lambda: tuple(coach.journal.gists()))


def corrected(coach: Coach) -> frozenset[str]:
    """The ids of earlier versions, without reading a large journal through for it.

    What was corrected since the last look may be missing; at the newest end that does not
    matter, for there a correction is met before what it corrects.
    """
    if is_there(coach.places.gists):
        from tipcoach.journal.noted import CannotNote, NotedElsewhere

        try:
            return coach.noted_gists.corrected()
        except NotedElsewhere:
            pass
        except CannotNote:
            coach.noted_gists.forget()
    if coach.journal.is_larger_than(READ_THROUGH):
        return frozenset()
    return frozenset(earlier_versions(coach.journal.gists()).values())


def as_noted(
    coach: Coach,
    ask: Callable[["NotedGists"], T],
    otherwise: Callable[[], T],
    on_long: Progress | None = None,
) -> T:
    """What the notes of a large journal say; of a small one, or without notes, what is read.

    `on_long` and what it raises are those of `not_yet_recorded`.
    """
    is_noted = is_there(coach.places.gists)
    if is_noted or coach.journal.is_larger_than(READ_THROUGH):
        from tipcoach.journal.noted import CannotNote, NotedElsewhere

        noted = coach.noted_gists
        if on_long and not is_noted:
            noted.told = on_long
            on_long(0, 0)
        # Notes that cannot be used are made again once; then the journal is read without any.
        for _ in range(2):
            try:
                return ask(noted)
            except NotedElsewhere:
                break
            except CannotNote:
                noted.forget()
            finally:
                noted.told = untold
    return otherwise()
