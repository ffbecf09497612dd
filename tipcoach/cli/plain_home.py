"""Home in plain lines: a numbered list of what there is to do, and any command typed whole."""

import shlex
import sys
from collections.abc import Callable

from tipcoach.plain.talk import Asking, Talk, Turned

ROOMS = (
    ("Before a visit", "prepare"),
    ("Before a visit, a few questions for a bad day", "prepare --few"),
    ("After a visit", "reflect"),
    ("After a visit, a few questions for a bad day", "reflect --few"),
    ("Journal", "journal list"),
    ("Promises", "promises list"),
    ("What you shared, and what came back", "inbox"),
    ("What officers brought to you", "review"),
    ("My patterns", "patterns"),
    ("Staff mirror", "mirror"),
    ("Walk it as them, as a team", "walk-it-as-them"),
    ("Look round a sample journal", "demo"),
)
OPENING = (
    "tipcoach, plain lines. Home.",
    "Kept on this machine, and sent nowhere unless you share it. This is not the case record.",
)
HOW = (
    "Answer with a number. Any command can be typed whole, as in journal show ID; help lists them.",
    "list says these again. quit, or an empty line, leaves.",
)
WHY = ("Why we ask: each of these is a command, and this saves typing it.",)
AGAIN = "Home. A number, a command, list or quit."
BEGAN_AGAIN = "You are at Home already."


def home_in_lines(run: Callable[[list[str]], int]) -> int:
    """Ask what to do, and have `run` do it, until there is no more; the exit code."""
    talk = Talk(sys.stdin, sys.stdout)
    asking = Asking(talk, WHY)
    talk.say(*OPENING)
    _say_rooms(talk)
    while True:
        try:
            line = asking.line()
        except Turned as turned:
            if turned.command == "quit":
                return 0
            talk.say(AGAIN)
            continue
        if not line:
            return 0
        if line.casefold() == "list":
            _say_rooms(talk)
            continue
        command = _meant(line)
        if not command:
            talk.say(f"There is no {line} here. {AGAIN}")
            continue
        run(command)
        talk.say("", AGAIN)


def _say_rooms(talk: Talk) -> None:
    talk.say(*(f"{number}. {room}" for number, (room, _) in enumerate(ROOMS, 1)), *HOW)


def _meant(line: str) -> list[str]:
    """The arguments of what is meant; none when it is no number of the list, nor words."""
    if line.isdecimal():
        number = int(line)
        return ROOMS[number - 1][1].split() if 1 <= number <= len(ROOMS) else []
    for room, command in ROOMS:
        if line.casefold() == room.casefold():
            return command.split()
    try:
        words = shlex.split(line.removeprefix("tipcoach "))
    except ValueError:
        return []
    return ["--help"] if words == ["help"] else words
