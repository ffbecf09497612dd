"""Say line by line how one sees the record of a session: agreed, differently, or later."""

from tipcoach.coach.session_views import MOST_IN_A_VIEW
from tipcoach.plain.reading_text import hear_text
from tipcoach.plain.talk import Asking, Talk, Turned
from tipcoach.practice.follow_up import SessionView
from tipcoach.reports.session_records import HOW_DO_YOU_SEE_IT, IN_YOUR_WORDS

AGREED, DIFFERENTLY, LATER = "agreed", "differently", "later"
WHY = (
    "Why we ask: two people remember an hour in two ways, and both stand. What you say stands "
    "beside the record in both journals, and cannot be taken out of the other’s.",
)


def ask_how_it_is_seen(talk: Talk) -> SessionView | None:
    """How it is seen; `None` for later, which is what an empty line and any way out mean."""
    try:
        while True:
            talk.say("", HOW_DO_YOU_SEE_IT)
            asking = Asking(talk, WHY)
            said = asking.understood(_word, HOW_DO_YOU_SEE_IT)
            if said == AGREED:
                return SessionView(agreed=True)
            if said != DIFFERENTLY:
                return None
            if words := _words(talk):
                return SessionView(agreed=False, words=words)
    except Turned:
        return None


def _word(line: str) -> str | None:
    word = line.casefold()
    return word if word in (AGREED, DIFFERENTLY, LATER) else None


def _words(talk: Talk) -> str:
    """The words, empty when none were typed. Raises `Turned`."""
    talk.say(
        IN_YOUR_WORDS,
        "A full stop alone on a line begins a long answer, and another one ends it. An empty "
        "line goes back.",
    )
    while len(words := SessionView(agreed=False, words=hear_text(Asking(talk, WHY))).words) > (
        MOST_IN_A_VIEW
    ):
        talk.say(f"That is too long: {MOST_IN_A_VIEW:,} characters at most.")
    return words
