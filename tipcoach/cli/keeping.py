"""What is kept and until when: hold an entry, keep it on, see what is due and what there is."""

from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, day_said, say
from tipcoach.cli.completing import complete_id
from tipcoach.cli.ids import in_full
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.practice.follow_up import FollowUp


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@click.option("--reason", metavar="WORDS", default="", help="Why, such as a request for records.")
@click.option("--until", metavar="DATE", help="The day to look at the hold again.")
@click.option("--lift", is_flag=True, help="Take the hold away.")
@as_json_option
def hold(entry_id: str, reason: str, until: str | None, lift: bool, as_json: bool) -> None:
    """Hold an entry, so that it is not erased here until the hold is lifted."""
    from tipcoach.coach.keeping import hold as hold_entry
    from tipcoach.coach.keeping import lift_hold

    coach = coach_here()
    if lift:
        if reason or until:
            raise WrongUsage("--lift takes the hold away; it has no reason and no day.")
        follow_up = lift_hold(coach, entry_id)
        sentence = "The hold is lifted. It can be erased again."
    else:
        day = day_said(until, coach.clock().date())
        follow_up = hold_entry(coach, entry_id, reason, day)
        sentence = "Held. It is not erased here, nor any version of it, until you lift the hold."
    _say_followed_up(follow_up, sentence, as_json)


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@click.option("--until", metavar="DATE", help="The day to look at it again; in a year if not said.")
@as_json_option
def keep(entry_id: str, until: str | None, as_json: bool) -> None:
    """Say that an entry was looked at, and stays."""
    from tipcoach.coach.keeping import keep_on

    coach = coach_here()
    follow_up = keep_on(coach, entry_id, day_said(until, coach.clock().date()))
    _say_followed_up(follow_up, "Written down. It asks again on that day.", as_json)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@as_json_option
def due(limit: int, everything: bool, as_json: bool) -> None:
    """List what it is time to look at again; nothing is taken away by itself."""
    from tipcoach.coach.keeping import due as what_is_due
    from tipcoach.reports.keeping import due_document, due_text

    coach = coach_here()
    found = what_is_due(coach, None if everything else limit)
    click.echo(
        due_document(found) if as_json else due_text(found, coach.clock().date()), nl=as_json
    )


@click.command()
@as_json_option
def about(as_json: bool) -> None:
    """Say what there is and where, for a request to see records. It quotes nothing."""
    from tipcoach.coach.inventory import inventory
    from tipcoach.reports.keeping import inventory_document, inventory_text

    found = inventory(coach_here())
    click.echo(inventory_document(found) if as_json else inventory_text(found), nl=as_json)


def _say_followed_up(follow_up: "FollowUp", sentence: str, as_json: bool) -> None:
    from tipcoach.reports.documents import follow_up_document

    if as_json:
        click.echo(follow_up_document(follow_up))
    else:
        say(sentence)
