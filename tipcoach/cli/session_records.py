"""A session with somebody: its agenda, and its record sent to them after a yes."""

import sys
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.agreeing import with_option
from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.completing import complete_person
from tipcoach.cli.ids import entry_argument
from tipcoach.cli.passphrase import unlocked
from tipcoach.cli.session_reading import say_what_came
from tipcoach.cli.walks import walk_in_its_way, wanted_of
from tipcoach.cli.yes import asked_for_yes
from tipcoach.errors import NotFound, TipcoachError, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.entry import Entry
    from tipcoach.supervision.cards import Card

WHY_SEND = (
    "Why we ask: they get it sealed to the two of you, and say how they see it. What is sent "
    "stays there: a record that was sent cannot be taken back."
)


def hold_session(asked: dict[str, Any]) -> int:
    """Walk through a session as it was asked for, and offer to send its record; the exit code."""
    from tipcoach.practice.entry import Kind

    coach = coach_here()
    wanted = wanted_of(Kind.SESSION, asked)
    if wanted.with_whom:
        _check_whom(coach, wanted.with_whom, says_stage=bool(asked["answers"]))
    on_screens = not (asked["plain"] or asked["answers"])
    before = _newest(coach) if on_screens else None
    code, entry = walk_in_its_way(coach, wanted, asked)
    if on_screens:
        entry = _newest(coach)
        if code or entry is None or (before and entry.id == before.id):
            return code
    if entry is None or not entry.with_whom:
        return code
    asks = not (asked["answers"] or asked["as_json"]) and sys.stdin.isatty()
    return _offer_to_send(coach, entry, on_screens=on_screens, asks=asks)


def _check_whom(coach: "Coach", folder: str, *, says_stage: bool) -> None:
    """That somebody is known; a session is held without an agreement, but nothing is sent.

    Where the session itself says how that stands, it is not said here. Raises `NotFound`.
    """
    from tipcoach.coach.agreeing import Stage, standing_as_it_lies
    from tipcoach.coach.people import known
    from tipcoach.reports.agreements import stage_sentence

    try:
        standing = standing_as_it_lies(coach, known(coach, folder))
    except NotFound:
        raise
    except TipcoachError as fault:
        # Without the part that is needed for it nobody can be looked up; they may talk.
        said = str(fault)
    else:
        current = standing.stage is Stage.CURRENT
        said = "" if current else stage_sentence(standing, coach.clock().date())
    if says_stage and said:
        say(said)


def _newest(coach: "Coach") -> "Entry | None":
    """A journal that cannot be read keeps nobody from a session: that is said where it is kept."""
    from tipcoach.coach.session_records import newest_session

    try:
        return newest_session(coach)
    except TipcoachError:
        return None


def _offer_to_send(coach: "Coach", entry: "Entry", *, on_screens: bool, asks: bool) -> int:
    """Send the record of what was kept, if they say so now; it can be sent later all the same."""
    from tipcoach.coach.agreeing import require_current
    from tipcoach.coach.people import known
    from tipcoach.practice.session_record import record_of
    from tipcoach.reports.session_records import NOT_SENT, SEE_IT

    if record_of(entry).is_empty:
        return 0
    how = f"To send the record: tipcoach session send {entry.id}"
    if not asks:
        say(how)
        return 0
    try:
        require_current(coach, known(coach, entry.with_whom or ""))
    except TipcoachError as fault:
        say(f"{NOT_SENT} {fault}")
        say(how)
        return 0
    if on_screens and not asked_for_yes(SEE_IT, WHY_SEND, NOT_SENT):
        # Whoever left in a hurry must not find its words on the terminal.
        say(f"{NOT_SENT} {how}")
        return 0
    click.echo()
    return _send(coach, entry, None, yes=False, as_json=False)


@click.command()
@with_option
@as_json_option
def agenda(folder: str, as_json: bool) -> None:
    """See what heads a session: last time’s actions, and what was brought.

    It is read from the shared place each time, and kept nowhere.
    """
    from tipcoach.coach.agenda import agenda as look_at
    from tipcoach.coach.people import known
    from tipcoach.coach.reading import principles
    from tipcoach.reports.agenda import agenda_document, agenda_page
    from tipcoach.reports.shared_copies import page_text

    coach = coach_here()
    known(coach, folder)
    say_what_came(unlocked(coach))
    found = look_at(coach, folder)
    if as_json:
        click.echo(agenda_document(found))
        return
    lines = agenda_page(found, coach.keys.card.name, principles(coach), coach.clock().date())
    click.echo(page_text(lines), nl=False)


@click.command()
@entry_argument
@click.option(
    "--with",
    "folder",
    metavar="WHO",
    help="Whom it was with, where that is not written down.",
    shell_complete=complete_person,
)
@click.option("--yes", is_flag=True, help="Do not ask: it was looked at.")
@as_json_option
def send(entry_id: str | None, folder: str | None, yes: bool, as_json: bool) -> int:
    """Send the record of a session of two, the newest if none is named."""
    from tipcoach.coach.session_records import session_entry

    if as_json and not yes:
        raise WrongUsage("With --json nothing is asked: give --yes.")
    coach = coach_here()
    entry = session_entry(coach, entry_id, folder)
    return _send(coach, entry, folder, yes=yes, as_json=as_json)


def _send(coach: "Coach", entry: "Entry", folder: str | None, *, yes: bool, as_json: bool) -> int:
    from tipcoach.coach.people import known
    from tipcoach.coach.session_records import send_record, write_record
    from tipcoach.reports.session_records import NOT_SENT, SEND_IT, sent_document

    letter = write_record(coach, entry, folder)
    other = known(coach, letter.document.reader.folder)
    how = _how_to_send(entry, other)
    if not as_json:
        _show(coach, letter, other)
    if not (yes or asked_for_yes(SEND_IT, WHY_SEND, NOT_SENT)):
        say(f"{NOT_SENT} To put it right first: tipcoach journal supersede {entry.id}")
        say(how)
        return 1
    first = send_record(unlocked(coach), letter, entry)
    if as_json:
        click.echo(sent_document(entry, other, first=first))
    elif first:
        say(f"Sent to {other.name}.")
        say(f"Next, for {other.name}, to say how they see it: tipcoach session read")
        say("Then, for you, to see what they said: tipcoach session read")
    else:
        say(f"It was sent to {other.name} before, and is there as it was.")
    return 0


def _how_to_send(entry: "Entry", other: "Card") -> str:
    whom = "" if entry.with_whom else f" --with {other.folder}"
    return f"To send it: tipcoach session send {entry.id}{whom}"


def _show(coach: "Coach", letter: Any, other: "Card") -> None:
    """All of what they get, and what in it may tell who somebody is, before the yes."""
    from tipcoach.coach.reading import principles
    from tipcoach.coach.session_records import notices_in
    from tipcoach.practice.lenses.notice import Lens
    from tipcoach.reports.session_records import letter_page
    from tipcoach.reports.session_sides import noticed_lines
    from tipcoach.reports.shared_copies import page_text

    page = letter_page(letter, coach.keys.card, other, principles(coach))
    click.echo(page_text(page), nl=False)
    found = notices_in(coach, letter.document.content)
    for sentence in noticed_lines(found, is_on=coach.lenses.is_on(Lens.IDENTIFIERS)):
        say(sentence)
