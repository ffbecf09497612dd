"""Home in plain lines: a numbered list of what there is to do, and any command typed whole."""

import io
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tipcoach.plain import other_keys
from tipcoach.plain.talk import Talk, Turned
from tipcoach.reports.spoken import spoken

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
    ("Settings", "settings"),
)
OPENING = (
    "tipcoach, plain lines. Home.",
    "Kept on this machine, and sent nowhere unless you share it. This is not the case record.",
)
HOW = (
    "Answer with a number. Any command can be typed whole, and help lists them.",
    "The word newest stands for the id of the newest entry, as in journal show newest.",
    "list says these again. quit, or an empty line, leaves.",
)
GOES_ON = "The word on goes on with the newest draft: {}."
ON = "on"
AGAIN = "Home. A number, a command, list or quit."
NEWEST = "newest"
LEAVES, SAYS_AGAIN = ("", "quit"), ("list", "?", "back")
READ = [
    line.split()
    for line in (
        "journal list", "journal show", "journal search", "journal due", "card", "demo", "doctor",
        "inbox list", "patterns", "promises list", "prompts list", "prompts show", "--help",
    )
]  # fmt: skip
"""What asks nothing."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft, and the command that offers it."""

    title: str
    command: tuple[str, ...]


def home_in_lines(
    run: Callable[[list[str]], int], newest: Callable[[], str], draft: Callable[[], Waiting | None]
) -> int:
    """Ask what to do, and have `run` do it, until there is no more; the exit code.

    `newest` is the id of the newest entry, which nobody wants to hear or type; empty without one.
    `draft` is the newest of those that can be gone on with.
    """
    talk = Talk(sys.stdin, sys.stdout)
    talk.say(*OPENING)
    _say_rooms(talk, draft())
    while True:
        try:
            line = talk.hear().strip()
        except Turned:
            return 0
        if line.casefold() in LEAVES:
            return 0
        if line.casefold() in SAYS_AGAIN:
            _say_rooms(talk, draft())
            continue
        if other_keys.are_among(line):
            talk.say(other_keys.NOT_TAKEN)
            continue
        if line.casefold() == ON:
            waiting = draft()
            command = list(waiting.command) if waiting else []
        else:
            command = [newest() or word if word == NEWEST else word for word in _meant(line)]
        if command:
            _run(talk, run, command)
        elif line.casefold() == ON:
            talk.say("There is no draft to go on with.")
        else:
            talk.say(f"There is no {line} here.")
        talk.say("", AGAIN)


def _run(talk: Talk, run: Callable[[list[str]], int], command: list[str]) -> None:
    """Run a command; what only says something is said a piece at a time."""
    if not any(command[: len(read)] == read for read in READ):
        run(command)
        return
    out, sys.stdout = sys.stdout, io.StringIO()
    try:
        run(command)
        said = sys.stdout.getvalue()
    finally:
        sys.stdout = out
    if said:
        talk.in_pieces(spoken(said))


def _say_rooms(talk: Talk, waiting: Waiting | None) -> None:
    rooms = [f"{number}. {room}" for number, (room, _) in enumerate(ROOMS, 1)]
    talk.say(*rooms, *([GOES_ON.format(waiting.title)] if waiting else []), *HOW)


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
