"""The record of a session, read: one that waits for a view, and one that is kept, with its view."""

import sys
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.ids import entry_argument
from tipcoach.cli.passphrase import unlocked
from tipcoach.errors import NoTerminal, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.session_views import Came
    from tipcoach.practice.follow_up import SessionView


def say_what_came(coach: "Coach") -> None:
    """Say beside something else what has come of sessions: views, and records that wait.

    Raises as `collect_records` does.
    """
    from tipcoach.coach.session_views import collect_records
    from tipcoach.reports.session_records import new_view_sentence, waits_sentence

    came = collect_records(coach)
    for sentence in (*came.refused, *map(new_view_sentence, came.views)):
        say(sentence)
    for each in came.waiting:
        say(waits_sentence(each))


@click.command()
@click.option("--agreed", is_flag=True, help="Say that you agree with it.")
@click.option("--differently", metavar="TEXT", help="Say how you see it, in your words.")
@as_json_option
def read(agreed: bool, differently: str | None, as_json: bool) -> int:
    """Take in how others see your records, and read whole what waits for how you see it.

    Asked for them, your words stay out of the history of your shell; with --differently they do
    not.
    """
    from tipcoach.coach.session_views import collect_records

    if agreed and differently is not None:
        raise WrongUsage("--agreed and --differently are two views; give one of them.")
    coach = unlocked(coach_here())
    came = collect_records(coach)
    for sentence in came.refused:
        say(sentence)
    view = _view(agreed, differently)
    if view and len(came.waiting) > 1:
        raise WrongUsage("More than one waits. Read them one by one, without a view.")
    if as_json:
        return _as_document(coach, came, view)
    return _read_each(coach, came, view)


def _view(agreed: bool, differently: str | None) -> "SessionView | None":
    from tipcoach.practice.follow_up import SessionView

    if agreed:
        return SessionView(agreed=True)
    return None if differently is None else SessionView(agreed=False, words=differently)


def _as_document(coach: "Coach", came: "Came", view: "SessionView | None") -> int:
    from tipcoach.coach.session_views import answer_record
    from tipcoach.reports.session_records import came_document

    answered = [
        (each, answer_record(coach, each, view), view) for each in came.waiting if view is not None
    ]
    click.echo(came_document(came, answered))
    return 0


def _read_each(coach: "Coach", came: "Came", view: "SessionView | None") -> int:
    from tipcoach.coach.reading import principles
    from tipcoach.coach.session_views import answer_record
    from tipcoach.reports.session_records import (
        AGREED,
        IT_WAITS,
        NOTHING_WAITS,
        SEEN_DIFFERENTLY,
        new_view_sentence,
        waiting_page,
    )
    from tipcoach.reports.shared_copies import page_text

    for new in came.views:
        say(new_view_sentence(new))
    code = 0
    for each in came.waiting:
        page = waiting_page(each, coach.keys.card, principles(coach))
        click.echo(f"{each.other.name} sent this.\n\n{page_text(page)}", nl=False)
        seen = view or _asked_how_it_is_seen()
        if seen is None:
            say(f"{IT_WAITS} To read it again: tipcoach session read")
            code = 1
            continue
        entry = answer_record(coach, each, seen)
        say(AGREED if seen.agreed else SEEN_DIFFERENTLY)
        say(f"It is in your journal as {entry.id}.")
    if not came.waiting:
        say(NOTHING_WAITS)
    return code


def _asked_how_it_is_seen() -> "SessionView | None":
    """Raises `NoTerminal` where nobody is there to say."""
    from tipcoach.plain.seeing import ask_how_it_is_seen
    from tipcoach.plain.talk import Talk

    if not sys.stdin.isatty():
        raise NoTerminal(
            "It waits. Nobody is here to say how they see it: there is no terminal.",
            "Look at it first, and give --agreed or --differently TEXT.",
        )
    return ask_how_it_is_seen(Talk(sys.stdin, sys.stderr))


@click.command()
@entry_argument
@as_json_option
def show(entry_id: str | None, as_json: bool) -> None:
    """Read the record of a session with how the other sees it beside it; the newest if none."""
    from tipcoach.coach.reading import principles
    from tipcoach.coach.session_records import session_entry
    from tipcoach.coach.session_sides import sides_of
    from tipcoach.coach.session_views import view_of
    from tipcoach.practice.session_record import record_of
    from tipcoach.reports.session_sides import both_pages, shown_document
    from tipcoach.reports.shared_copies import page_text

    coach = coach_here()
    entry = session_entry(coach, entry_id)
    record, view, sides = record_of(entry), view_of(coach, entry), sides_of(coach, entry)
    if as_json:
        click.echo(shown_document(entry, record, view, sides))
    else:
        page = both_pages(record, view, sides, principles(coach))
        click.echo(page_text(page), nl=False)
