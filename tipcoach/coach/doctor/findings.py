"""What was found on looking over a journal and the machine it is on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether anything needs doing. Only what is wrong does; a note is worth knowing."""

    WRONG = "wrong"
    CANNOT_TELL = "cannot-tell"
    NOTE = "note"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is about, what was seen, and what to do.

    Holds names of files and folders, and never a word that is in one.
    """

    what: str
    state: State
    detail: str
    to_do: str = ""


def how_many_wrong(findings: Iterable[Finding]) -> int:
    return sum(finding.state is State.WRONG for finding in findings)
