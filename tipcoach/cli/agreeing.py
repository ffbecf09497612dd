"""Fill in an agreement together, send it, and say yes to one that was sent."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.at_hand import as_json_option, can_paint, coach_here, open_app_on, say
from tipcoach.cli.completing import complete_person
from tipcoach.cli.ids import entry_argument
from tipcoach.cli.passphrase import unlocked
from tipcoach.cli.walks import answers_option, plain_option, walk_in_lines
from tipcoach.cli.yes import asked_for_yes
from tipcoach.errors import NoTerminal, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.entry import Entry

WHY_SEND = (
    "Why we ask: they get it sealed to the two of you, and nobody else can open it. What is sent "
    "stays there."
)
WHY_AGREE = (
    "Why we ask: with your yes it holds on both sides, until the day to look at it again. Nothing "
    "is shared or opened without one."
)

with_option = click.option(
    "--with",
    "folder",
    metavar="WHO",
    required=True,
    help="Whom with: their folder in the shared place.",
    shell_complete=complete_person,
)


@click.command()
@with_option
@plain_option
@answers_option
@as_json_option
def begin(folder: str, plain: bool, answers: Path | None, as_json: bool) -> int:
    """Fill in an agreement together, at one screen; at the end it is sent, after a yes."""
    from tipcoach.coach.agreeing import newest_agreement, was_sent
    from tipcoach.coach.people import known

    if answers and plain:
        raise WrongUsage("--answers and --plain are two ways; give one of them.")
    coach = coach_here()
    known(coach, folder)
    if not (answers or plain) and (as_json or not can_paint()):
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use --plain to answer line by line, or --answers FILE.",
        )
    before = newest_agreement(coach)
    code = _fill_in(coach, plain, answers, as_json)
    entry = newest_agreement(coach)
    if code or entry is None or (before and entry.id == before.id):
        return code
    if was_sent(coach, entry, folder):
        return 0
    if not (plain or answers) and not _wants_to_see_it():
        # Whoever left in a hurry must not find its words on the terminal.
        say(f"Not sent yet. To send it: tipcoach agreement send {entry.id} --with {folder}")
        return 0
    return _offer_to_send(coach, entry, folder, as_json)


def _wants_to_see_it() -> bool:
    from tipcoach.reports.agreements import NOT_SENT, SEE_IT

    return asked_for_yes(SEE_IT, WHY_SEND, NOT_SENT)


def _fill_in(coach: "Coach", plain: bool, answers: Path | None, as_json: bool) -> int:
    from tipcoach.coach.begin import Wanted
    from tipcoach.practice.entry import Kind

    wanted = Wanted(Kind.AGREEMENT)
    if answers:
        from tipcoach.coach.answers import keep_answers

        keep_answers(coach, answers, wanted)
    elif plain:
        walk_in_lines(coach, wanted, sys.stderr if as_json else sys.stdout)
    else:
        return open_app_on(coach, wanted)
    return 0


def _offer_to_send(coach: "Coach", entry: "Entry", folder: str, as_json: bool) -> int:
    """Send what was kept, if they say so now; it can be sent later all the same."""
    from tipcoach.reports.documents import kept_document

    if not as_json and sys.stdin.isatty():
        return _send(coach, entry, folder, yes=False, as_json=False)
    if as_json:
        click.echo(kept_document(entry, ()))
    else:
        say(f"Kept in your journal as {entry.id}.")
    say(f"It is not sent yet. To send it: tipcoach agreement send {entry.id} --with {folder}")
    return 0


@click.command()
@entry_argument
@with_option
@click.option("--yes", is_flag=True, help="Do not ask: it was looked at.")
@as_json_option
def send(entry_id: str | None, folder: str, yes: bool, as_json: bool) -> int:
    """Send an agreement that was filled in, the newest if none is named."""
    from tipcoach.coach.agreeing import agreement_entry

    if as_json and not yes:
        raise WrongUsage("With --json nothing is asked: give --yes.")
    coach = coach_here()
    return _send(coach, agreement_entry(coach, entry_id), folder, yes=yes, as_json=as_json)


def _send(coach: "Coach", entry: "Entry", folder: str, *, yes: bool, as_json: bool) -> int:
    from tipcoach.coach.agreeing import send as send_agreement
    from tipcoach.coach.agreeing import write_agreement
    from tipcoach.coach.people import known
    from tipcoach.reports.agreements import (
        NOT_SENT,
        SEND_IT,
        letter_text,
        sent_document,
        sent_lines,
    )

    other = known(coach, folder)
    letter = write_agreement(coach, entry, folder)
    if not as_json:
        click.echo(letter_text(letter), nl=False)
    if not (yes or asked_for_yes(SEND_IT, WHY_SEND, NOT_SENT)):
        say(f"{NOT_SENT} To send it: tipcoach agreement send {entry.id} --with {folder}")
        return 1
    send_agreement(unlocked(coach), letter)
    if as_json:
        click.echo(sent_document(entry, other))
    else:
        for line in sent_lines(other):
            say(line)
    return 0


@click.command()
@click.option("--yes", is_flag=True, help="Say yes to it without being asked.")
@as_json_option
def read(yes: bool, as_json: bool) -> int:
    """Take in what came of agreements, and read whole what waits for your yes."""
    from tipcoach.coach.agreeing import collect

    coach = unlocked(coach_here())
    waiting, refused = collect(coach)
    for sentence in refused:
        say(sentence)
    if yes and len(waiting) > 1:
        raise WrongUsage("More than one waits. Read them one by one, without --yes.")
    if not as_json:
        return _read_each(coach, waiting, yes=yes)
    from tipcoach.coach.agreeing import agree
    from tipcoach.reports.agreements import read_document

    for each in waiting if yes else ():
        agree(coach, each)
    click.echo(read_document(waiting, refused, agreed=yes))
    return 0


def _read_each(coach: "Coach", waiting: Any, *, yes: bool) -> int:
    from tipcoach.coach.agreeing import agree, standing_with
    from tipcoach.coach.people import people
    from tipcoach.reports.agreements import (
        AGREE_TO_IT,
        NOT_AGREED,
        NOTHING_WAITS,
        agreed_lines,
        person_lines,
        sent_text,
    )

    today = coach.clock().date()
    code = 0
    for each in waiting:
        click.echo(sent_text(each), nl=False)
        if yes or asked_for_yes(AGREE_TO_IT, WHY_AGREE, NOT_AGREED):
            agree(coach, each)
            for line in agreed_lines(each.other):
                say(line)
        else:
            say(NOT_AGREED)
            code = 1
    if not waiting:
        say(NOTHING_WAITS)
        for other in people(coach).cards.values():
            for line in person_lines(standing_with(coach, other), today):
                say(line)
    return code
