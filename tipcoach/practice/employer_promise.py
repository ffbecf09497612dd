"""What an employer has promised in writing about how journals may be used.

It is the organisation's to give, with a name and a date. Without one nothing is promised, and
that is said as plainly.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.promises import say_day

NO_PROMISE = "There is no written promise yet about how these journals may be used."
YOURS_TO_DECIDE = "It is your employer’s to write. Whether to share is yours to decide."
NO_EXCEPTIONS = "It names no exceptions."


@dataclass(frozen=True, slots=True)
class EmployerPromise:
    """The promise in its own words, which may be several lines; each exception is one line.

    With no `exceptions` the organisation has said that there are none. `given_by` is a name or
    a role.
    """

    promise: str
    exceptions: tuple[str, ...]
    given_by: str
    given_on: date


def promise_lines(promise: EmployerPromise | None) -> tuple[str, ...]:
    """What is shown of it, line by line; without one, that there is none."""
    return tuple(_said(promise)) if promise else (NO_PROMISE, YOURS_TO_DECIDE)


def _said(promise: EmployerPromise) -> Iterator[str]:
    yield from (line for line in promise.promise.split("\n") if line.strip())
    if promise.exceptions:
        yield "Except:"
        yield from (f"- {exception}" for exception in promise.exceptions)
    else:
        yield NO_EXCEPTIONS
    yield f"Given by {promise.given_by} on {say_day(promise.given_on)}."
