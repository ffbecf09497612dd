"""The command line: parse, look at the terminal, import one front end, map errors to codes.

Everything else is imported inside the command that needs it, so that `--help` and
`--version` stay as quick as Python itself. The only `sys.exit` is in `main`.
"""

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from tipcoach import __version__
from tipcoach.errors import NoTerminal, NotSaved, TipcoachError, WrongUsage

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tipcoach.coach.begin import Wanted
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.entry import Entry, Kind

INTERRUPTED, TERMINATED = 130, 143
ANOTHER_FOLDER = "tipcoach --home FOLDER, and then the command."


class Terminated(BaseException):
    """The system asked the program to end."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error is said on stderr."""
    _speak_utf8()
    _listen_for_the_end()
    try:
        return tipcoach.main(arguments, prog_name="tipcoach", standalone_mode=False) or 0
    except NotSaved as trouble:
        _say(f"{trouble} To use another folder this once: {ANOTHER_FOLDER}")
        return trouble.exit_code
    except TipcoachError as trouble:
        _say(str(trouble))
        return trouble.exit_code
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as fault:  # the last net: whatever it is, no text of a journal is printed
        _say(_crash_sentence(fault))
        return 1


def _say(sentence: str) -> None:
    """Say something to a person. It may name a file or a word that came from anywhere."""
    from tipcoach.practice.plaintext import clean

    click.echo(clean(sentence), err=True)


def _crash_sentence(fault: BaseException) -> str:
    """One sentence: what happened, what is safe, what to do. Never the fault's own words."""
    place = fault.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    try:
        kept = f"What you saved is in {_places().drafts}."
    except TipcoachError:
        kept = "What you saved is untouched."
    if place is not None:
        where = f", {Path(place.tb_frame.f_code.co_filename).name} line {place.tb_lineno}"
    return (
        f"Something went wrong inside tipcoach ({type(fault).__name__}{where}). "
        f"{kept} Start tipcoach again to carry on."
    )


def _speak_utf8() -> None:
    """Pipes on Windows are not UTF-8 unless told so; a sign too many must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _listen_for_the_end() -> None:
    def end(*_: object) -> NoReturn:
        raise Terminated

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _places() -> Any:
    from tipcoach.settings import places

    return places(os.environ)


def _coach() -> "Coach":
    from tipcoach.coach.coach import Coach

    return Coach(_places())


def _can_paint() -> bool:
    """Whether a full screen can be painted: it would go into a pipe, or a log, and hang.

    The screen is painted through stderr, so that must be a terminal, too.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


CHANNELS = ["home", "doorstep", "phone", "office", "video"]
HATS = ["landlord", "support", "both"]


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(__version__, prog_name="tipcoach", message="%(prog)s %(version)s")
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep everything in this folder, this once.",
)
@click.pass_context
def tipcoach(context: click.Context, home: Path | None) -> int | None:
    """A conversation coach for housing officers, before and after a visit.

    With no command it opens the app. What you write stays on this machine, readable by you;
    nothing is sent anywhere. It is not the case record.
    """
    if home is not None:
        from tipcoach.settings import HOME_VARIABLE

        os.environ[HOME_VARIABLE] = str(home.absolute())
    if context.invoked_subcommand is not None:
        return None
    coach = _coach()
    if not _can_paint():
        _say_not_yet_recorded(coach)
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use `tipcoach prepare --plain` or `tipcoach reflect --plain`, or `--answers FILE`.",
        )
    return _open_app(coach)


def _complete_purpose(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The purposes there are; a shell must not be answered with a fault."""
    from click.shell_completion import CompletionItem

    try:
        found = _coach().library.purposes
    except TipcoachError:
        return []
    return [CompletionItem(one.id, help=one.name) for one in found if one.id.startswith(begun)]


def _complete_id(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The newest ids, each with its day and kind; what it is about stays off the screen."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.reading import newest

    try:
        found = newest(_coach(), COMPLETED).entries
    except TipcoachError:
        return []
    return [
        CompletionItem(one.id, help=f"{one.created:%Y-%m-%d} {one.kind.value}")
        for one in found
        if one.id.startswith(begun.upper())
    ]


COMPLETED = 50
"""How many of the newest entries a shell is offered."""


def _walk_options(command: Any) -> Any:
    options = [
        click.option(
            "--purpose",
            metavar="P",
            help="What it is about, such as arrears.",
            shell_complete=_complete_purpose,
        ),
        click.option("--channel", type=click.Choice(CHANNELS), help="How you meet."),
        click.option("--hat", type=click.Choice(HATS), help="Landlord, support, or both."),
        click.option("--quick", "form", flag_value="quick", help="Ninety seconds."),
        click.option("--full", "form", flag_value="full", help="About eight minutes."),
        click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes."),
        click.option(
            "--answers",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Walk from a YAML or JSON file, with no terminal.",
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@tipcoach.command()
@_walk_options
def prepare(**asked: Any) -> int:
    """Prepare for a visit: what is fixed, what can flex, what is theirs to decide."""
    from tipcoach.practice.entry import Kind

    return _walk(Kind.PREPARATION, asked)


@tipcoach.command()
@click.option(
    "--of",
    metavar="ID",
    help="The preparation this visit was prepared with.",
    shell_complete=_complete_id,
)
@_walk_options
def reflect(**asked: Any) -> int:
    """Reflect on a visit: land first; ninety seconds is enough."""
    from tipcoach.practice.entry import Kind

    return _walk(Kind.REFLECTION, asked)


def _walk(kind: "Kind", asked: dict[str, Any]) -> int:
    from tipcoach.coach.begin import Wanted
    from tipcoach.practice.visit import Channel, Form, Hat

    coach = _coach()
    wanted = Wanted(
        kind,
        asked["purpose"],
        Channel(asked["channel"]) if asked["channel"] else None,
        Hat(asked["hat"]) if asked["hat"] else None,
        Form(asked["form"]) if asked["form"] else None,
        asked.get("of"),
    )
    if asked["answers"]:
        if asked["plain"]:
            raise WrongUsage("--answers and --plain are two ways; give one of them.")
        from tipcoach.coach.answers import keep_answers

        return _say_kept(coach, keep_answers(coach, asked["answers"], wanted), asked["as_json"])
    if asked["plain"]:
        from tipcoach.plain import run as run_plain

        kept = run_plain(
            coach,
            kind,
            purpose=wanted.purpose,
            channel=wanted.channel,
            hat=wanted.hat,
            form=wanted.form,
            of=wanted.of,
            lines=sys.stdin,
            out=sys.stderr if asked["as_json"] else sys.stdout,
        )
        return _say_kept(coach, kept, as_json=True) if kept and asked["as_json"] else 0
    if asked["as_json"] or not _can_paint():
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use --plain to answer line by line, or --answers FILE.",
        )
    return _open_app(coach, wanted)


def _say_kept(coach: "Coach", entry: "Entry", as_json: bool) -> int:
    from tipcoach.coach.reading import make_card
    from tipcoach.practice.entry import Kind
    from tipcoach.reports.cards import card_text
    from tipcoach.reports.documents import kept_document

    if as_json:
        click.echo(kept_document(entry))
        return 0
    _say(f"Kept in your journal as {entry.id}. Shared with nobody.")
    if entry.kind is Kind.PREPARATION:
        # It is kept whatever becomes of the card.
        try:
            click.echo(card_text(make_card(coach, entry)), nl=False)
        except TipcoachError as trouble:
            _say(str(trouble))
    return 0


def _open_app(coach: "Coach", wanted: "Wanted | None" = None) -> int:
    from tipcoach.tui.app import open_app

    return open_app(coach, wanted)


@tipcoach.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def demo(as_json: bool) -> int:
    """Look round a sample journal; nothing of it is kept, and nothing of yours is touched."""
    from tipcoach.coach.reading import make_card, principles
    from tipcoach.coach.sample import SAYS_SO, sample_journal, sample_pair
    from tipcoach.reports.cards import card_text
    from tipcoach.reports.documents import sample_document
    from tipcoach.reports.entries import entry_text

    with sample_journal() as coach:
        if not as_json and _can_paint():
            return _open_app(coach)
        before, after = sample_pair(coach)
        sample_card = make_card(coach, before)
        if as_json:
            click.echo(sample_document(sample_card, after))
            return 0
        click.echo(f"{SAYS_SO}\n\n{card_text(sample_card)}")
        click.echo(entry_text(after, principles(coach), coach.clock().date()), nl=False)
        return 0


@tipcoach.command()
@click.argument("entry_id", metavar="ID", shell_complete=_complete_id)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def card(entry_id: str, as_json: bool) -> None:
    """Print the card of a preparation: one screen, to read before you go in."""
    from tipcoach.coach.reading import card as find_card
    from tipcoach.reports.cards import card_text
    from tipcoach.reports.documents import card_document

    found = find_card(_coach(), entry_id)
    click.echo(card_document(found) if as_json else card_text(found), nl=as_json)


@tipcoach.command()
@click.argument("entry_id", metavar="ID", shell_complete=_complete_id)
@click.option("--not-yet", is_flag=True, help="It is not recorded there yet after all.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def recorded(entry_id: str, not_yet: bool, as_json: bool) -> None:
    """Say that what a stop rule sent elsewhere is recorded there now."""
    from tipcoach.coach.records import say_recorded
    from tipcoach.reports.documents import follow_up_document

    follow_up = say_recorded(_coach(), entry_id, not not_yet)
    if as_json:
        click.echo(follow_up_document(follow_up))
    else:
        _say("Written down as a follow-up. The entry itself is unchanged.")


@tipcoach.group()
def journal() -> None:
    """Find and read what you have kept."""


@journal.command("list")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def list_entries(limit: int, everything: bool, as_json: bool) -> None:
    """List entries, newest first, and files that were found but not used."""
    from tipcoach.coach.reading import newest, principles
    from tipcoach.reports.documents import listing_document, listing_text

    coach = _coach()
    found = newest(coach, None if everything else limit)
    if as_json:
        click.echo(listing_document(found))
        return
    click.echo(listing_text(found, principles(coach), coach.clock().date()), nl=False)
    for name, reason in found.unused:
        _say(f"Found but not used: {name}: {reason}. It is left alone.")
    _say_not_yet_recorded(coach)


@journal.command()
@click.argument("entry_id", metavar="ID", shell_complete=_complete_id)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def show(entry_id: str, as_json: bool) -> None:
    """Read one entry."""
    from tipcoach.coach.reading import principles, read
    from tipcoach.practice.entry import FollowUp
    from tipcoach.reports.documents import record_document
    from tipcoach.reports.entries import entry_text, follow_up_text

    coach = _coach()
    record = read(coach, entry_id)
    if as_json:
        click.echo(record_document(record), nl=False)
    elif isinstance(record, FollowUp):
        click.echo(follow_up_text(record), nl=False)
    else:
        click.echo(entry_text(record, principles(coach), coach.clock().date()), nl=False)


def _say_not_yet_recorded(coach: "Coach") -> None:
    """That something waits to be recorded elsewhere is said first, until it is answered.

    What it is is not said: somebody may be looking over a shoulder.
    """
    from tipcoach.coach.records import not_yet_recorded
    from tipcoach.coach.resume import find_drafts

    for entry in not_yet_recorded(coach):
        day = entry.created.date().isoformat()
        _say(f"Not yet recorded, from {day}. When it is: tipcoach recorded {entry.id}")
    for draft in find_drafts(coach).drafts:
        if draft.unrecorded:
            _say("Not yet recorded, in a draft. To go on with it: tipcoach reflect --plain")
