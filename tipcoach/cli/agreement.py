"""Keys, the shared place, and the people one knows there: what an agreement stands on."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_person
from tipcoach.cli.passphrase import new_passphrase
from tipcoach.cli.yes import asked_for_yes
from tipcoach.errors import TipcoachError, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.people import LookedUp

WHY_COMPARE = (
    "Why we ask: whoever can write in the shared place could put their own card there, and would "
    "then read what is meant for somebody else. The number cannot be made a second time."
)
INSTEAD = "Compare the numbers first, and give theirs with --number."

SUCH_AS = "such as officer-a or supervisor-b"


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def agreement(context: click.Context, as_json: bool) -> None:
    """Agree with somebody how supervision goes, before anything is shared.

    With no command it says who you are there, whom you know, and what comes next.
    """
    if context.invoked_subcommand is not None:
        if as_json:
            raise WrongUsage("--json goes at the end, after the command.")
        return
    from tipcoach.coach.who_is_who import who_is_who
    from tipcoach.reports.agreements import overview_document, overview_text

    coach = coach_here()
    found = who_is_who(coach)
    for fault in found.faults:
        say(fault)
    today = coach.clock().date()
    click.echo(overview_document(found) if as_json else overview_text(found, today), nl=as_json)


@agreement.command()
@click.option("--folder", metavar="NAME", help="Your folder in the shared place, as officer-a.")
@click.option("--name", metavar="NAME", help="Your name, as people say it.")
@as_json_option
def keys(folder: str | None, name: str | None, as_json: bool) -> None:
    """Make your keys, once; their passphrase is asked twice."""
    from tipcoach.coach.keys import check_no_keys_yet
    from tipcoach.reports.agreements import KEEP_THEM_SAFE, card_document
    from tipcoach.supervision.cards import check_folder_name, check_name
    from tipcoach.supervision.extra import check_installed

    coach = coach_here()
    # Nothing is asked of anybody for keys that could not be made.
    check_installed()
    check_no_keys_yet(coach)
    if as_json and not (folder and name):
        raise WrongUsage("With --json nothing is asked: give --folder and --name.")
    if not folder:
        say("You share through one folder that both of you can reach. In it each has their own.")
    folder = check_folder_name(
        folder or click.prompt(f"A name for your folder in the shared place, {SUCH_AS}", err=True)
    )
    name = check_name(name or click.prompt("Your name, as people say it", err=True))
    card = coach.keys.make(folder, name, new_passphrase())
    if as_json:
        click.echo(card_document(card))
        return
    say(f"Your keys are made, and are in {coach.places.identity}.")
    say(KEEP_THEM_SAFE)
    say(f"Your number is {card.fingerprint}")
    say("Those you share with compare it with the one they see, before anything is shared.")
    say("Next: tipcoach agreement place FOLDER")
    say("FOLDER is there already, and both of you can reach it: a synced one, for example.")


@agreement.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@as_json_option
def place(folder: Path, as_json: bool) -> None:
    """Connect the shared place, a folder that both can reach, and try that it keeps its word."""
    from tipcoach.coach.shared_place import connect
    from tipcoach.reports.agreements import card_document

    coach = coach_here()
    connect(coach, folder)
    where = coach.settings.shared_place
    if as_json:
        click.echo(card_document(coach.keys.card, place=where))
        return
    say(f"Connected: {where}. It was tried with a few small files, and works.")
    say("In it are now your name and the half of your keys that others send with.")
    say("The half that opens what they send stays on this machine.")
    say("Next, once the other has come this far too, both of you: tipcoach agreement know WHO.")
    say("WHO is what the other has called their folder; ask them.")


@agreement.command()
@click.argument("folder", metavar="WHO")
@click.option("--number", metavar="NUMBER", help="Their number, as they read it to you.")
@as_json_option
def know(folder: str, number: str | None, as_json: bool) -> int:
    """Know somebody by their keys, once you have compared numbers with them."""
    from tipcoach.coach.agreeing import standing_as_it_lies
    from tipcoach.coach.people import know as know_them
    from tipcoach.coach.people import look_up
    from tipcoach.reports.agreements import NOT_KNOWN, card_document, next_lines

    coach = coach_here()
    found = look_up(coach, folder)
    if number is None and as_json:
        raise WrongUsage("With --json nothing is asked: give --number.")
    if number is None:
        _say_numbers(coach.keys.card.fingerprint, found)
    if not _is_theirs(found, number):
        say(NOT_KNOWN)
        return 1
    know_them(coach, found)
    if as_json:
        click.echo(card_document(found.card))
    else:
        say(f"You know {found.card.name} by these keys now.")
        # They are known now, whatever cannot be read of an agreement with them.
        with suppress(TipcoachError):
            standing = standing_as_it_lies(coach, found.card)
            for line in next_lines(coach.keys.card, standing, coach.clock().date()):
                say(line)
    return 0


def _say_numbers(mine: str, found: "LookedUp") -> None:
    from tipcoach.reports.agreements import COMPARE, changed_lines

    for line in changed_lines(found):
        say(line)
    say(f"Your number:   {mine}")
    say(f"Their number:  {found.card.fingerprint}  ({found.card.name})")
    say(COMPARE)


def _is_theirs(found: "LookedUp", number: str | None) -> bool:
    from tipcoach.reports.agreements import ARE_THE_SAME, NOT_KNOWN

    if number is None:
        return asked_for_yes(ARE_THE_SAME, WHY_COMPARE, NOT_KNOWN, INSTEAD)
    if number.split() != found.card.fingerprint.split():
        raise WrongUsage(
            "The number of the card in that folder is another one.",
            "Nothing is changed. Ask them to read theirs again; if it differs still, it is not "
            "their card.",
        )
    return True


@agreement.command()
@click.argument("folder", metavar="WHO", shell_complete=complete_person)
@as_json_option
def show(folder: str, as_json: bool) -> None:
    """Read the agreement with somebody, and see how far it has come."""
    from tipcoach.coach.agreeing import standing_as_it_lies
    from tipcoach.coach.people import known
    from tipcoach.reports.agreements import show_document, show_text

    coach = coach_here()
    standing = standing_as_it_lies(coach, known(coach, folder))
    today = coach.clock().date()
    click.echo(show_document(standing) if as_json else show_text(standing, today), nl=as_json)
