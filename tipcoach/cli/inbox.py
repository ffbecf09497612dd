"""The officer's side: who opened what, what came back, and how they see it themselves."""

import json
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_shared
from tipcoach.cli.passphrase import unlocked
from tipcoach.cli.session_reading import say_what_came
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.inbox import Shared

copy_argument = click.argument("copy_id", metavar="COPY", shell_complete=complete_shared)


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def inbox(context: click.Context, as_json: bool) -> None:
    """See what you shared: whether it was opened, and what came back.

    You see when it was opened in tipcoach, but not when somebody it opens for did so in another
    way.
    """
    if context.invoked_subcommand is not None:
        if as_json:
            raise WrongUsage("--json goes at the end, after the command.")
        return
    from tipcoach.coach.agreeing import collect
    from tipcoach.coach.inbox import look_in
    from tipcoach.coach.taking_back import finish_taking_back
    from tipcoach.reports.inbox import inbox_document, inbox_text

    coach = unlocked(coach_here())
    _, refused = collect(coach)
    for record in finish_taking_back(coach):
        say(f"{record.copy} was taken back and lay there again. It was taken away once more.")
    found = look_in(coach)
    for sentence in (*refused, *found.refused):
        say(sentence)
    say_what_came(coach)
    today = coach.clock().date()
    click.echo(inbox_document(found) if as_json else inbox_text(found, today), nl=as_json)


@inbox.command()
@copy_argument
@as_json_option
def read(copy_id: str, as_json: bool) -> None:
    """Read a copy again, as its reader gets it, with what was said of it."""
    from tipcoach.coach.inbox import read_again
    from tipcoach.coach.reading import principles
    from tipcoach.reports.inbox import read_again_document, read_again_text

    coach, shared = _shared(copy_id)
    copy = read_again(coach, shared)
    if as_json:
        click.echo(read_again_document(copy, shared))
    else:
        today = coach.clock().date()
        click.echo(read_again_text(copy, shared, principles(coach), today), nl=False)


@inbox.command("say")
@copy_argument
@click.argument("text", metavar="TEXT")
@as_json_option
def say_something(copy_id: str, text: str, as_json: bool) -> None:
    """Say how you see it. It stands beside what was said; neither takes the other's place."""
    from tipcoach.coach.inbox import say as say_of_it
    from tipcoach.coach.people import known

    coach, shared = _shared(copy_id)
    copy_id = shared.record.copy
    say_of_it(coach, copy_id, known(coach, shared.record.reader), text)
    if as_json:
        click.echo(json.dumps({"copy": copy_id, "said": text}, ensure_ascii=False, indent=2))
    else:
        say(f"Said. {shared.reader_name} sees it beside the copy.")


def _shared(copy_id: str) -> "tuple[Coach, Shared]":
    """Raises `NotFound` for a copy one did not share."""
    from tipcoach.coach.inbox import look_in
    from tipcoach.coach.taking_back import shared_record

    coach = coach_here()
    copy_id = shared_record(coach, copy_id).copy
    found = look_in(unlocked(coach)).shared
    return coach, next(each for each in found if each.record.copy == copy_id)
