"""Ids as they are typed: whole, or any beginning that tells one from the others."""

import click

from tipcoach.cli.completing import complete_id

WHOLE = 26


def in_full(context: click.Context, parameter: click.Parameter, typed: str | None) -> str | None:
    """The id of an entry, or of a promise, which has the number of the promise after it.

    What is none is left to the command. Raises `WrongUsage` where several begin so.
    """
    begun, slash, number = (typed or "").strip().upper().partition("/")
    if typed is None or len(begun) >= WHOLE:
        return typed
    from tipcoach.cli.at_hand import places_here
    from tipcoach.coach.beginnings import whole_id
    from tipcoach.coach.coach import Coach

    found = whole_id(begun, Coach(places_here()).journal.ids(begun))
    return f"{found}{slash}{number}" if len(found) == WHOLE else typed


entry_argument = click.argument(
    "entry_id", metavar="[ENTRY]", required=False, callback=in_full, shell_complete=complete_id
)
"""An entry that may be left out, where the newest is meant then."""
