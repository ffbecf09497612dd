"""The lenses on the command line: which are on, what they leave alone, what they see in a text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_lens
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach

lens_argument = click.argument("lens", metavar="LENS", shell_complete=complete_lens)


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def lenses(context: click.Context, as_json: bool) -> None:
    """A second pair of eyes on what you write: see what there is, and switch it off.

    With no command it lists them. They change no word, stop nothing, and miss things.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_lenses, as_json=as_json)
    elif as_json:
        raise WrongUsage("--json goes at the end, after the command.")


@lenses.command("list")
@as_json_option
def list_lenses(as_json: bool) -> None:
    """List the lenses, which are on, and what they were asked to leave alone."""
    from tipcoach.coach.lens_choices import lens_list
    from tipcoach.reports.lenses import lens_list_document, lens_list_text

    found = lens_list(coach_here())
    for fault in found.faults:
        say(str(fault))
    click.echo(lens_list_document(found) if as_json else lens_list_text(found), nl=as_json)


@lenses.command()
@lens_argument
@as_json_option
def on(lens: str, as_json: bool) -> None:
    """Switch a lens on."""
    _switch(lens, as_json, on=True)


@lenses.command()
@lens_argument
@as_json_option
def off(lens: str, as_json: bool) -> None:
    """Switch a lens off."""
    _switch(lens, as_json, on=False)


def _switch(name: str, as_json: bool, *, on: bool) -> None:
    from tipcoach.coach.lens_choices import switch
    from tipcoach.reports.lenses import switched_sentence

    coach = coach_here()
    _say(coach, switched_sentence(switch(coach, name, on=on), on=on), as_json)


@lenses.command("ask-again")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@as_json_option
def ask_again(words: tuple[str, ...], as_json: bool) -> None:
    """Be told again of words that were to be left alone."""
    from tipcoach.coach.lens_choices import ask_again as say_again

    coach = coach_here()
    say_again(coach, " ".join(words))
    _say(coach, "You are told of it again.", as_json)


def _say(coach: "Coach", sentence: str, as_json: bool) -> None:
    """The sentence, or the whole list as it is now."""
    from tipcoach.coach.lens_choices import lens_list
    from tipcoach.reports.lenses import lens_list_document

    if as_json:
        click.echo(lens_list_document(lens_list(coach)))
    else:
        say(sentence)


@lenses.command()
@click.option("--add", multiple=True, metavar="NAME", help="Look out for it; may be given again.")
@click.option("--remove", multiple=True, metavar="NAME", help="Take it off the list.")
@as_json_option
def names(add: tuple[str, ...], remove: tuple[str, ...], as_json: bool) -> None:
    """Your own list of streets, schemes and colleagues to look out for, one a line.

    It is a plain file on this machine, readable by you alone. No tenant's name belongs in it.
    """
    from tipcoach.coach.lens_choices import change_names, own_names
    from tipcoach.reports.lenses import names_document, names_text

    coach = coach_here()
    found = change_names(coach, add, remove) if add or remove else own_names(coach)
    if as_json:
        click.echo(names_document(found))
    elif found:
        click.echo(names_text(found), nl=False)
    else:
        say("The list is empty. To begin it: tipcoach lenses names --add NAME")


@lenses.command()
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@as_json_option
def read(file: Path, as_json: bool) -> None:
    """Say what the lenses see in a text file, or with - in what is piped in. Nothing is changed."""
    from tipcoach.coach.lens_reading import MOST_BYTES, look_at, look_at_file
    from tipcoach.reports.lenses import looked_at_document, looked_at_text

    coach = coach_here()
    if str(file) == "-":
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        found = look_at(coach, data, "What was piped in")
    else:
        found = look_at_file(coach, file)
    for fault in coach.lenses.faults:
        say(str(fault))
    click.echo(looked_at_document(found) if as_json else looked_at_text(found), nl=as_json)
