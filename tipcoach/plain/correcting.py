"""Put an entry right line by line, then keep the version before it or erase that."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.erasing import plan_erasing
from tipcoach.coach.keeping import standing_of
from tipcoach.coach.looking import sees_identifiers
from tipcoach.errors import TipcoachError
from tipcoach.plain.door import OPENING, sit
from tipcoach.plain.erasing import ask_and_erase
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.practice.entry import Entry

KEEP, ERASE = "keep", "erase"
WHY = (
    "Why we ask: a correction is a new entry, and the one before it is not changed. It shows what "
    "was put right, and it holds what you would sooner not have written.",
)

STILL_THERE = "The version before it is still in your journal."
_WITH_NOTHING_TYPED = {
    KEEP: ("An empty line keeps it.",),
    ERASE: (
        "The identifiers lens sees in it what may tell who somebody is.",
        "An empty line goes on to erase it, which asks first.",
    ),
}


def run_correction(coach: Coach, entry_id: str, lines: TextIO, out: TextIO) -> Entry | None:
    """Put an entry right. The new entry, or `None` when it was left or let go.

    Raises the leaves of `TipcoachError` alone.
    """
    sitting = correct(coach, entry_id)
    talk = Talk(lines, out)
    talk.say("tipcoach, plain lines. Putting an entry right.", *OPENING)
    talk.say("Each question stands as it was asked. What you picked then stays as it was.")
    entry = sit(talk, coach, sitting)
    if entry is not None:
        _ask_about_earlier(talk, coach, entry)
    return entry


def _ask_about_earlier(talk: Talk, coach: Coach, entry: Entry) -> None:
    earlier = standing_of(coach, entry).earlier
    if not earlier:
        return
    usual = ERASE if _names_somebody(coach, earlier) else KEEP
    talk.say("", STILL_THERE, *_WITH_NOTHING_TYPED[usual])
    try:
        if (Asking(talk, WHY).word(KEEP, ERASE) or usual) != ERASE:
            return
        ask_and_erase(talk, coach, plan_erasing(coach, entry.id, earlier_only=True), entry.id)
    except Turned as turned:
        if turned.command is Command.QUIT:
            talk.clear()
    except TipcoachError as trouble:
        # The correction itself is kept, whatever becomes of the version before it.
        talk.say(str(trouble))


def _names_somebody(coach: Coach, earlier: Sequence[str]) -> bool:
    """Whether a version before, as far as it can be read, has what tells who somebody is."""
    for entry_id in earlier:
        with suppress(TipcoachError):
            before = coach.journal.read(entry_id)
            if isinstance(before, Entry) and sees_identifiers(coach, before):
                return True
    return False
