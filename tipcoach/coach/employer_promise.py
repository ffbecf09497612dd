"""What the employer has promised in writing, for whoever decides what to share."""

from tipcoach.coach.coach import Coach
from tipcoach.practice.employer_promise import EmployerPromise


def employer_promise(coach: Coach) -> EmployerPromise | None:
    """The promise as it stands now, or `None` when none is given.

    Raises `LibraryFault` when its file has a mistake; then nothing in it is a promise.
    """
    from tipcoach.library.employer_promise import read_employer_promise

    return read_employer_promise(coach.places.employer_promise)
