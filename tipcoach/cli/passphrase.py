"""The passphrase of one's keys: typed without an echo, or read from a file that is named.

It is never an argument, for other programs on the machine can read those.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import say
from tipcoach.errors import NoTerminal

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach

PASSPHRASE_FILE = "TIPCOACH_PASSPHRASE_FILE"  # noqa: S105  (the name of a variable)
TRIES = 3


def unlocked(coach: "Coach") -> "Coach":
    """The coach with its keys open for this run.

    Raises `NotFound` before there are keys, `NotUnlocked`, or `NoTerminal` where nobody can be
    asked and no file is named.
    """
    if coach.keys.are_unlocked:
        return coach
    if not coach.keys.are_made:
        # Says what to do about it.
        _ = coach.keys.card
    if (said := _from_file()) is not None:
        coach.keys.unlock(said)
    else:
        _unlock_by_asking(coach)
    return coach


def new_passphrase() -> str:
    """A passphrase for new keys, typed twice or read from the file. Raises `NoTerminal`."""
    from tipcoach.coach.keys import LEAST_IN_A_PASSPHRASE, check_passphrase
    from tipcoach.errors import WrongUsage

    if (said := _from_file()) is not None:
        return said
    say(f"A passphrase of at least {LEAST_IN_A_PASSPHRASE} characters; four words will do.")
    say("Nothing is shown while you type it.")
    while True:
        first = _asked("Passphrase")
        try:
            check_passphrase(first)
        except WrongUsage as fault:
            say(str(fault))
            continue
        if _asked("The same again") == first:
            return first
        say("Those were two different passphrases. Once more, please.")


def _unlock_by_asking(coach: "Coach") -> None:
    from tipcoach.supervision.identity import NotUnlocked

    for left in reversed(range(TRIES)):
        try:
            coach.keys.unlock(_asked("Passphrase of your keys"))
        except NotUnlocked as fault:
            if not left:
                raise
            say(str(fault))
        else:
            return


def _asked(what: str) -> str:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoTerminal(
            "Your keys open with your passphrase, and there is no terminal here to type it on.",
            f"Write it on the first line of a file, and name that file in {PASSPHRASE_FILE}.",
        )
    return str(click.prompt(what, hide_input=True, err=True))


def _from_file() -> str | None:
    from tipcoach.coach.keys import passphrase_in

    named = os.environ.get(PASSPHRASE_FILE)
    return passphrase_in(Path(named)) if named else None
