"""The command line: parse, look at the terminal, import one front end, map errors to codes.

Everything else is imported inside the command that needs it, so that `--help` and
`--version` stay as quick as Python itself. The only `sys.exit` is in `main`.
"""

import os
import signal
import sys
import threading
from io import StringIO
from pathlib import Path
from typing import NoReturn

import click

from tipcoach import __version__
from tipcoach.cli.at_hand import (
    can_paint,
    coach_here,
    open_app_on,
    places_here,
    say,
    say_not_yet_recorded,
)
from tipcoach.cli.commands import Commands, WhenAsked
from tipcoach.cli.speaking import PLAIN_VARIABLE, printed_for_reading, wants_plain
from tipcoach.errors import ENDED, NoTerminal, NotSaved, TipcoachError

INTERRUPTED = 130
ANOTHER_FOLDER = "tipcoach --home FOLDER, and then the command."


class Terminated(BaseException):
    """The system asked the program to end; it leaves with `exit_code`."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error is said on stderr."""
    _speak_utf8()
    _listen_for_the_end()
    threading.excepthook = sys.unraisablehook = _say_nothing
    with printed_for_reading(arguments):
        return _run(arguments)


def _run(arguments: list[str]) -> int:
    try:
        return tipcoach.main(arguments, prog_name="tipcoach", standalone_mode=False) or 0
    except NotSaved as trouble:
        say(f"{trouble} To use another folder this once: {ANOTHER_FOLDER}")
        return trouble.exit_code
    except TipcoachError as trouble:
        say(str(trouble))
        return trouble.exit_code
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as wrong:
        say(_usage_sentence(wrong))
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Terminated as ended:
        return ended.exit_code
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as fault:  # the last net: whatever it is, no text of a journal is printed
        say(_crash_sentence(fault))
        return 1


def _usage_sentence(wrong: click.ClickException) -> str:
    """What click would print; some of it are words of the command line as they were typed."""
    with StringIO() as said:
        wrong.show(said)
        return said.getvalue().rstrip("\n")


def _say_nothing(*_: object) -> None:
    """For a fault in a thread: its own words may be those of a journal."""


def _crash_sentence(fault: BaseException) -> str:
    """One sentence: what happened, what is safe, what to do. Never the fault's own words."""
    place = fault.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    try:
        kept = f"What you saved is in {places_here().drafts}."
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
    def end(number: int, _: object) -> NoReturn:
        raise Terminated(ENDED[signal.Signals(number).name])

    for name in ENDED:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


@click.group(
    cls=Commands,
    commands=WhenAsked(),
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
@click.option(
    "--prompts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Lay your organisation's own prompts in this folder over ours, this once.",
)
@click.option(
    "--plain",
    is_flag=True,
    help=f"Everything line by line, as {PLAIN_VARIABLE}=1 does: for screen readers.",
)
@click.pass_context
def tipcoach(
    context: click.Context, home: Path | None, prompts: Path | None, plain: bool
) -> int | None:
    """A conversation coach for housing officers, before and after a visit.

    With no command it opens the app. What you write stays on this machine, readable by you;
    nothing is sent anywhere unless you share it. It is not the case record.
    """
    if home is not None:
        from tipcoach.settings import HOME_VARIABLE

        os.environ[HOME_VARIABLE] = str(home.absolute())
    if plain:
        os.environ[PLAIN_VARIABLE] = "1"
    if context.invoked_subcommand is not None:
        return None
    if wants_plain():
        return _home_in_lines(prompts)
    coach = coach_here()
    if not can_paint():
        say_not_yet_recorded(coach)
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use `tipcoach --plain`, or `tipcoach prepare --answers FILE`.",
        )
    return open_app_on(coach)


def _home_in_lines(prompts: Path | None) -> int:
    from tipcoach.cli.drafts_at_home import newest_draft
    from tipcoach.cli.plain_home import home_in_lines

    coach = coach_here()
    say_not_yet_recorded(coach)

    def newest_id() -> str:
        from tipcoach.coach.reading import newest

        return next((entry.id for entry in newest(coach, 1).entries), "")

    before = ["--prompts", str(prompts)] if prompts else []
    return home_in_lines(
        lambda command: _run([*before, *command]), newest_id, lambda: newest_draft(coach)
    )
