"""Read what is kept: the journal, one entry, a card; and say that something is recorded."""

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say, say_not_yet_recorded
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_id
from tipcoach.cli.ids import in_full
from tipcoach.cli.speaking import wants_plain


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@as_json_option
def card(entry_id: str, as_json: bool) -> None:
    """Print the card of a preparation: one screen, to read before you go in."""
    from tipcoach.coach.reading import card as find_card
    from tipcoach.reports.cards import card_said, card_text
    from tipcoach.reports.documents import card_document

    found = find_card(coach_here(), entry_id)
    if wants_plain() and not as_json:
        click.echo("\n".join(card_said(found)))
    else:
        click.echo(card_document(found) if as_json else card_text(found), nl=as_json)


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@click.option("--not-yet", is_flag=True, help="It is not recorded there yet after all.")
@as_json_option
def recorded(entry_id: str, not_yet: bool, as_json: bool) -> None:
    """Say that what a stop rule sent elsewhere is recorded there now."""
    from tipcoach.coach.records import say_recorded
    from tipcoach.reports.documents import follow_up_document

    follow_up = say_recorded(coach_here(), entry_id, not not_yet)
    if as_json:
        click.echo(follow_up_document(follow_up))
    else:
        say("Written down as a follow-up. The entry itself is unchanged.")


@click.group(cls=Group)
def journal() -> None:
    """Find, read and look after what you have kept."""


@journal.command("list")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@as_json_option
def list_entries(limit: int, everything: bool, as_json: bool) -> None:
    """List entries, newest first, and files that were found but not used."""
    from tipcoach.coach.reading import every_page, newest, principles
    from tipcoach.reports.documents import listing_document, listing_text

    coach = coach_here()
    pages = every_page(coach) if everything else iter([newest(coach, limit)])
    if as_json:
        click.echo(listing_document(pages))
        return
    unused: dict[str, str] = {}
    for page in pages:
        click.echo(listing_text(page, principles(coach), coach.clock().date()), nl=False)
        unused |= dict(page.unused)
    for name, reason in unused.items():
        say(f"Found but not used: {name}: {reason}. It is left alone.")
    say_not_yet_recorded(coach)


@journal.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@as_json_option
def show(entry_id: str, as_json: bool) -> None:
    """Read one entry."""
    from tipcoach.coach.keeping import standing_of
    from tipcoach.coach.reading import principles, read
    from tipcoach.coach.session_sides import sides_of
    from tipcoach.coach.session_views import view_of
    from tipcoach.practice.follow_up import FollowUp
    from tipcoach.practice.session_record import has_a_record
    from tipcoach.reports.documents import record_document
    from tipcoach.reports.entries import entry_text, follow_up_text
    from tipcoach.reports.keeping import standing_lines
    from tipcoach.reports.session_sides import view_beside
    from tipcoach.reports.shared_copies import page_text

    coach = coach_here()
    record = read(coach, entry_id)
    if as_json:
        click.echo(record_document(record), nl=False)
    elif isinstance(record, FollowUp):
        click.echo(follow_up_text(record), nl=False)
    else:
        today = coach.clock().date()
        said_aloud = wants_plain()
        click.echo(entry_text(record, principles(coach), today, said_aloud=said_aloud), nl=False)
        if has_a_record(record) and (view := view_of(coach, record)):
            page = view_beside(view, sides_of(coach, record))
            click.echo(page_text(page), nl=False)
        click.echo("\n".join(["", *standing_lines(standing_of(coach, record), today)]))
