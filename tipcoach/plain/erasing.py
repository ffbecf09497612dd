"""Erase an entry line by line: one question first, then what goes and what cannot, then sure."""

from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import Erasing, erase
from tipcoach.plain.talk import Asking, Talk, Turned
from tipcoach.reports.erasing import (
    ASKED_FOR,
    ERASED,
    NOT_ERASED,
    THEN_IT_STAYS,
    WHO_ASKS,
    out_of_reach,
    what_goes,
)

YES, NO, NOT_SURE, ERASE = "yes", "no", "not sure", "erase"
WHY = (
    "Why we ask: erasing cannot be undone, and records that somebody has a right to see must not "
    "be destroyed. Nobody is told what you answer, and it is not kept.",
)


def ask_and_erase(talk: Talk, coach: Coach, erasing: Erasing, entry_id: str) -> bool:
    """Ask, and erase if the answers allow it; whether it was erased.

    Raises `InUse` or `NotErased`.
    """
    try:
        sure = _may_go(talk, entry_id) and _is_sure(talk, erasing)
    except Turned:
        sure = False
    if sure:
        erase(coach, erasing)
    talk.say(ERASED if sure else NOT_ERASED)
    return sure


def _may_go(talk: Talk, entry_id: str) -> bool:
    talk.say("", ASKED_FOR, WHO_ASKS)
    if Asking(talk, WHY).word(YES, NO, NOT_SURE) == NO:
        return True
    talk.say(THEN_IT_STAYS, "To hold it, so that it is not erased here by mistake:")
    # Not wrapped: it is to be copied.
    talk.show(f"tipcoach journal hold {entry_id}")
    return False


def _is_sure(talk: Talk, erasing: Erasing) -> bool:
    talk.say("", "This goes, for good:", *(f"- {line}" for line in what_goes(erasing)))
    talk.say("This is out of reach:", *(f"- {line}" for line in out_of_reach(erasing)))
    talk.say("", "Type erase to be sure; an empty line keeps it.")
    return Asking(talk, WHY).agreed(ERASE)
