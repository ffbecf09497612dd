"""Promises: see what was said would happen, say what became of it, put the days in a calendar."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, day_said, say
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_barrier, complete_promise
from tipcoach.cli.ids import in_full
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.follow_up import Became

promise_argument = click.argument(
    "promise_id", metavar="ID", callback=in_full, shell_complete=complete_promise
)
told_option = click.option("--told", is_flag=True, help="Those it was made to have heard of it.")
because_option = click.option(
    "--because",
    metavar="BARRIER",
    default="",
    help="What got in the way, such as another-team.",
    shell_complete=complete_barrier,
)


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def promises(context: click.Context, as_json: bool) -> None:
    """What was said would happen: see what is due, and say what became of it.

    With no command it lists them. The list is your reminder, not the landlord's record: put
    each promise on the case too.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_promises, as_json=as_json)
    elif as_json:
        raise WrongUsage("--json goes at the end, after the command.")


@promises.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only those still to be done.")
@click.option("--all", "everything", is_flag=True, help="All of them, however long settled.")
@as_json_option
def list_promises(only_open: bool, everything: bool, as_json: bool) -> None:
    """List the promises still open, soonest due first, and the newest few settled.

    The id that begins each line is what the other commands take.
    """
    from tipcoach.coach.promises import ledger
    from tipcoach.reports.promises import NEWEST_FEW, ledger_document, ledger_text, shown_of

    if only_open and everything:
        raise WrongUsage("--open and --all are two lists; give one of them.")
    coach = coach_here()
    settled = 0 if only_open else None if everything else NEWEST_FEW
    shown, today = shown_of(ledger(coach), settled), coach.clock().date()
    click.echo(ledger_document(shown, today) if as_json else ledger_text(shown, today), nl=as_json)


@promises.command()
@promise_argument
@as_json_option
def kept(promise_id: str, as_json: bool) -> None:
    """Say that a promise was kept."""
    from tipcoach.practice.follow_up import Became

    _settle(promise_id, Became.KEPT, as_json)


@promises.command()
@promise_argument
@click.option("--due", metavar="DATE", required=True, help="The new day, such as friday.")
@told_option
@because_option
@as_json_option
def renegotiated(promise_id: str, due: str, told: bool, because: str, as_json: bool) -> None:
    """Say that a promise has a new date."""
    from tipcoach.practice.follow_up import Became

    _settle(promise_id, Became.RENEGOTIATED, as_json, due=due, told=told, because=because)


@promises.command("not-kept")
@promise_argument
@told_option
@because_option
@as_json_option
def not_kept(promise_id: str, told: bool, because: str, as_json: bool) -> None:
    """Say that a promise was not kept, and whether that was told."""
    from tipcoach.practice.follow_up import Became

    _settle(promise_id, Became.NOT_KEPT, as_json, told=told, because=because)


@promises.command()
@click.argument("file", type=click.Path(path_type=Path))
@as_json_option
def calendar(file: Path, as_json: bool) -> None:
    """Write the days that something is due to FILE, to bring into a calendar.

    It says that something is due and on which day: no words of a promise, no purpose, and
    nobody. What the tenant is to do is left out. Brought in again later, a day that moved
    takes the place of the one before; what is settled or put right meanwhile you take out
    there.
    """
    from tipcoach.coach.new_file import write_new_file
    from tipcoach.coach.promises import open_promises
    from tipcoach.reports.calendar import EXAMPLE, calendar_document, calendar_of, days_due

    coach = coach_here()
    days = days_due(open_promises(coach))
    write_new_file(coach, file, calendar_of(days, coach.clock()), EXAMPLE)
    if as_json:
        click.echo(calendar_document(file, days))
    else:
        say(f"Written to {file}. It says only that something is due, and on which day.")


def _settle(
    promise_id: str,
    became: "Became",
    as_json: bool,
    *,
    due: str | None = None,
    told: bool = False,
    because: str = "",
) -> None:
    from tipcoach.coach.promises import settle
    from tipcoach.practice.follow_up import PromiseOutcome
    from tipcoach.reports.documents import follow_up_document
    from tipcoach.reports.promises_in_brief import written_down

    coach = coach_here()
    today = coach.clock().date()
    _check_barrier(coach, because)
    day = day_said(due, today)
    follow_up = settle(coach, promise_id, became, due=day, told=told, because=because)
    if as_json:
        click.echo(follow_up_document(follow_up))
    elif isinstance(follow_up.said, PromiseOutcome):
        say(f"{written_down(follow_up.said, today)} The entry itself is unchanged.")


def _check_barrier(coach: "Coach", said: str) -> None:
    if not said:
        return
    known = [barrier.id for barrier in coach.questions.barriers]
    if said not in known:
        raise WrongUsage(f"That is no barrier there is. They are: {', '.join(known)}.")
