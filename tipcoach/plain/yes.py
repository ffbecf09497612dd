"""A yes, which is only ever the word itself: typed, or given on the command line."""

from tipcoach.plain.talk import Asking, Talk, Turned

YES = "yes"


def says_yes(talk: Talk, question: str, why: str) -> bool:
    """Whether yes is what is typed; any other line, or none, is a no."""
    talk.say("", question)
    try:
        return Asking(talk, (why,)).agreed(YES)
    except Turned:
        return False
