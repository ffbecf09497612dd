"""What commands have at hand: the coach, a way to say something, and whether there is a screen."""

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.speaking import wants_plain
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.begin import Wanted
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.correcting import ToPutRight
    from tipcoach.coach.sharing import Preparing

as_json_option = click.option(
    "--json", "as_json", is_flag=True, help="One JSON document on stdout."
)


def places_here() -> Any:
    from tipcoach.settings import places

    return places(os.environ)


def coach_here() -> "Coach":
    """Raises `LibraryFault` when prompts asked for by name have a mistake in them."""
    coach = coach_unchecked()
    coach.check_overlay()
    return coach


def coach_unchecked() -> "Coach":
    """For a command that says itself what is wrong with the prompts."""
    from tipcoach.coach.coach import Coach

    context = click.get_current_context(silent=True)
    overlay = context.find_root().params.get("prompts") if context else None
    return Coach(places_here(), overlay=overlay)


def say(sentence: str) -> None:
    """Say something to a person. It may name a file or a word that came from anywhere."""
    from tipcoach.practice.plaintext import clean

    click.echo(clean(sentence), err=True)


def can_paint() -> bool:
    """Whether a full screen can be painted, and is wanted: in a pipe, or a log, it would hang.

    The screen is painted through stderr, so that must be a terminal, too.
    """
    if wants_plain():
        return False
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def open_app_on(coach: "Coach", wanted: "Wanted | ToPutRight | Preparing | None" = None) -> int:
    import gc

    # Hardly anything that is made on the way to the first frame is garbage; Home collects again.
    gc.disable()
    from tipcoach.tui.app import open_app

    return open_app(coach, wanted)


def day_said(said: str | None, today: date) -> date | None:
    """The day that an option was given as, in words or figures. Raises `WrongUsage`."""
    from tipcoach.practice.promises import understand_date

    if said is None:
        return None
    day = understand_date(said, today)
    if day is None:
        raise WrongUsage("That is not a day. Write it as 2027-03-01, or as 1 March.")
    return day


def say_not_yet_recorded(coach: "Coach") -> None:
    """That something waits to be recorded elsewhere is said first, until it is answered.

    What it is is not said: somebody may be looking over a shoulder.
    """
    from tipcoach.coach.records import not_yet_recorded
    from tipcoach.coach.resume import find_drafts

    def say_long(done: int, total: int) -> None:
        if not total:
            say(
                "Reading through all of your journal, this once. Nothing in it is changed. "
                "Ctrl+C stops; what was read is not read again."
            )

    for entry in not_yet_recorded(coach, say_long):
        day = entry.created.date().isoformat()
        say(f"Not yet recorded, from {day}. When it is: tipcoach recorded {entry.id}")
    for draft in find_drafts(coach).drafts:
        if draft.unrecorded:
            say("Not yet recorded, in a draft. To go on with it: tipcoach reflect --plain")
