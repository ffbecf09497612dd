"""The reader's side: see what was brought, open one, ask about it, mark it for the session."""

from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.cli.passphrase import unlocked
from tipcoach.cli.session_reading import say_what_came
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.reviewing import Brought

copy_argument = click.argument("copy_id", metavar="COPY")


@click.group(cls=Group, invoke_without_command=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@as_json_option
@click.pass_context
def review(context: click.Context, limit: int, everything: bool, as_json: bool) -> None:
    """See what officers brought, what is not opened yet first, each with its question.

    Nothing of a copy is kept on this machine, and its officer is told when you open it.
    """
    if context.invoked_subcommand is not None:
        if as_json:
            raise WrongUsage("--json goes at the end, after the command.")
        return
    from tipcoach.coach.agreeing import collect
    from tipcoach.coach.reading import principles
    from tipcoach.coach.reviewing import look_over, rows
    from tipcoach.reports.review import review_document, review_text

    coach = unlocked(coach_here())
    _, refused = collect(coach)
    found = look_over(coach)
    shown = rows(coach, found, many=len(found.brought) if everything else limit)
    more = len(shown) < len(found.brought)
    for sentence in (*refused, *found.closed):
        say(sentence)
    say_what_came(coach)
    for name in found.foreign:
        say(f"Found but not used: {name}. It is left alone.")
    if as_json:
        click.echo(review_document(found, shown, more=more))
    else:
        click.echo(review_text(shown, principles(coach), more=more), nl=False)


@review.command("open")
@copy_argument
@as_json_option
def open_one(copy_id: str, as_json: bool) -> None:
    """Open a copy and read it whole; its officer is told first."""
    from tipcoach.coach.reading import principles
    from tipcoach.coach.reviewing import open_copy, said_of
    from tipcoach.reports.review import opened_document, opened_text, told_sentence

    coach, brought = _brought(copy_id)
    copy = open_copy(coach, brought)
    said = said_of(coach, brought)
    say(told_sentence(brought))
    if as_json:
        click.echo(opened_document(brought, copy, said))
    else:
        click.echo(opened_text(brought, copy, said, principles(coach)), nl=False)


@review.command()
@copy_argument
@click.argument("text", metavar="TEXT")
@as_json_option
def ask(copy_id: str, text: str, as_json: bool) -> None:
    """Ask its officer a question about a copy."""
    from tipcoach.coach.inbox import say as say_of_it
    from tipcoach.reports.review import asked_document

    coach, brought = _brought(copy_id)
    say_of_it(coach, brought.id, brought.officer, text)
    if as_json:
        click.echo(asked_document(brought, text))
    else:
        say(f"Asked. {brought.officer.name} sees it beside the copy.")


@review.command()
@copy_argument
@as_json_option
def mark(copy_id: str, as_json: bool) -> None:
    """Mark a copy for the session, on this machine alone."""
    from tipcoach.coach.reviewing import mark as mark_it
    from tipcoach.reports.review import MARKED, marked_document

    coach, brought = _brought(copy_id)
    mark_it(coach, brought.id, on=True)
    if as_json:
        click.echo(marked_document(brought))
    else:
        say(MARKED)


@review.command()
@copy_argument
@as_json_option
def unmark(copy_id: str, as_json: bool) -> None:
    """Take the mark off again, of a copy that is gone as well."""
    from tipcoach.coach.reviewing import mark as mark_it
    from tipcoach.reports.review import NOT_MARKED, unmarked_document

    # What is marked is on this machine alone: it takes no keys and no place.
    mark_it(coach_here(), copy_id, on=False)
    if as_json:
        click.echo(unmarked_document(copy_id))
    else:
        say(NOT_MARKED)


def _brought(copy_id: str) -> "tuple[Coach, Brought]":
    """Raises `NotFound` for an id that is none, or a copy that was taken back."""
    from tipcoach.coach.reviewing import find, look_over

    coach = unlocked(coach_here())
    return coach, find(look_over(coach), copy_id)
