"""Put a kept entry right, and erase one: what is done to an entry that is already there."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, can_paint, coach_here, open_app_on, say
from tipcoach.cli.completing import complete_id
from tipcoach.cli.ids import in_full
from tipcoach.cli.walks import answers_option, plain_option
from tipcoach.errors import NoTerminal, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.erasing import Erasing
    from tipcoach.practice.entry import Entry


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@plain_option
@answers_option
@as_json_option
def supersede(entry_id: str, plain: bool, answers: Path | None, as_json: bool) -> int:
    """Put the words of an entry right; the version before it stays unless you erase it."""
    coach = coach_here()
    if answers:
        if plain:
            raise WrongUsage("--answers and --plain are two ways; give one of them.")
        from tipcoach.coach.correcting import correct_from

        return _say_put_right(coach, correct_from(coach, entry_id, answers), as_json)
    if plain:
        from tipcoach.plain import run_correction

        out = sys.stderr if as_json else sys.stdout
        entry = run_correction(coach, entry_id, sys.stdin, out)
        return _say_put_right(coach, entry, as_json) if entry and as_json else 0
    if as_json or not can_paint():
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use --plain to answer line by line, or --answers FILE.",
        )
    from tipcoach.coach.correcting import ToPutRight

    return open_app_on(coach, ToPutRight(entry_id))


def _say_put_right(coach: "Coach", entry: "Entry", as_json: bool) -> int:
    from tipcoach.coach.lens_reading import seen_in
    from tipcoach.reports.documents import kept_document
    from tipcoach.reports.lenses import seen_in_sentence

    seen = seen_in(coach, entry)
    if as_json:
        click.echo(kept_document(entry, seen))
    else:
        say(f"Kept in your journal as {entry.id}. The version before it is there too.")
        if sentence := seen_in_sentence(entry.id, seen):
            say(sentence)
        say(f"To erase that one: tipcoach journal erase {entry.id} --earlier")
    return 0


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@click.option("--earlier", is_flag=True, help="Only the versions before it.")
@click.option(
    "--not-requested", is_flag=True, help="Nobody has asked to see records this may be in."
)
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
@as_json_option
def erase(entry_id: str, earlier: bool, not_requested: bool, yes: bool, as_json: bool) -> int:
    """Erase an entry with all its versions, and say what is out of reach.

    It asks first whether anybody has asked to see records that this may be in. Give
    --not-requested and --yes to answer beforehand.
    """
    from tipcoach.coach.erasing import erase as erase_for_good
    from tipcoach.coach.erasing import plan_erasing

    coach = coach_here()
    erasing = plan_erasing(coach, entry_id, earlier_only=earlier)
    if not_requested and yes:
        erase_for_good(coach, erasing)
        _say_erased(erasing, as_json)
        return 0
    if as_json:
        raise WrongUsage("With --json nothing is asked: give --not-requested and --yes.")
    return 0 if _asked_and_erased(coach, erasing, entry_id) else 1


def _asked_and_erased(coach: "Coach", erasing: "Erasing", entry_id: str) -> bool:
    from tipcoach.plain.erasing import ask_and_erase
    from tipcoach.plain.talk import Talk

    return ask_and_erase(Talk(sys.stdin, sys.stdout), coach, erasing, entry_id)


def _say_erased(erasing: "Erasing", as_json: bool) -> None:
    from tipcoach.reports.documents import erased_document
    from tipcoach.reports.erasing import ERASED, out_of_reach

    if as_json:
        click.echo(erased_document(erasing))
        return
    say(f"{ERASED} Out of reach:")
    for line in out_of_reach(erasing):
        say(f"- {line}")
