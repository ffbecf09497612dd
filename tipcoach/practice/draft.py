"""A walk not finished: the only thing in a journal that changes."""

from dataclasses import dataclass
from datetime import datetime

from tipcoach.practice.entry import Kind
from tipcoach.practice.walk import Walk


@dataclass(frozen=True, slots=True)
class Draft:
    """`begun` and `written` carry their zone.

    `follows` is the preparation looked back on, `supersedes` the entry that is being corrected;
    `with_whom` the folder in the shared place of whoever a session is with.
    """

    id: str
    kind: Kind
    begun: datetime
    written: datetime
    walk: Walk
    follows: str | None = None
    supersedes: str | None = None
    with_whom: str | None = None
