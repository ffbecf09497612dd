"""The shortest version of a checklist, asked for by a word at any question of it."""

from tipcoach.coach.sitting import Sitting
from tipcoach.plain.talk import Talk
from tipcoach.practice.walk import Walk
from tipcoach.reports.few import ALL_AGAIN, said_of_the_few


class FewTurned(Exception):
    """The word few was typed: what was being asked is asked anew, if it still is asked at all."""


def turn() -> None:
    """What the word does, wherever a question of a walk is asked. Raises `FewTurned`."""
    raise FewTurned


def say_few(talk: Talk, walk: Walk) -> None:
    """What the shortest version is, and that the rest may wait."""
    talk.say("", *said_of_the_few(walk), "few: all the questions again.")


def turn_few(talk: Talk, sitting: Sitting) -> None:
    """Go over to the shortest version, or back to all of it, and say which it is now."""
    sitting.turn_few()
    if sitting.walk.few:
        say_few(talk, sitting.walk)
    else:
        talk.say("", ALL_AGAIN)
