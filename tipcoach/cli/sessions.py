"""A session of two people, a group or a team, and what a supervisor looks at after it."""

from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.at_hand import as_json_option
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import complete_person
from tipcoach.cli.session_records import hold_session
from tipcoach.cli.walks import answers_option, plain_option, walk_of
from tipcoach.errors import WrongUsage
from tipcoach.practice.session import GROUP, TEAM_TIME

if TYPE_CHECKING:
    from tipcoach.coach.begin import Timing


@click.group(cls=Group, invoke_without_command=True)
@click.option(
    "--with",
    "folder",
    metavar="WHO",
    help="Whom with: their folder in the shared place.",
    shell_complete=complete_person,
)
@click.option(
    "--group", "checklist", flag_value=GROUP, help="A team, and one thing that one of them brings."
)
@click.option(
    "--team-time",
    "checklist",
    flag_value=TEAM_TIME,
    help="A team, a quarter of an hour on what the work is like.",
)
@click.option(
    "--minutes",
    metavar="N",
    help="How long you have. The parts are made to fit; off says nothing of time.",
)
@plain_option
@answers_option
@as_json_option
@click.pass_context
def session(context: click.Context, /, minutes: str | None, **asked: Any) -> int:
    """Sit down together: an officer and a supervisor, or a team.

    Nothing said is written down. What is kept is what you agreed, what it was about, what shall be
    raised upwards, and what helped. With --with it begins with what was brought and what was
    agreed last time, and its record can be sent to them.
    """
    if context.invoked_subcommand is not None:
        if minutes or any(asked.values()):
            raise WrongUsage("Options go at the end, after the command.")
        return 0
    if asked["folder"] and asked["checklist"]:
        raise WrongUsage("--with is for a session of two; --group and --team-time are of a team.")
    return hold_session({**asked, "timing": _timing(minutes)})


@click.command("after-session")
@plain_option
@answers_option
@as_json_option
def after_session(**asked: Any) -> int:
    """Look back at how you listened, as a supervisor; for you alone."""
    from tipcoach.practice.entry import Kind

    return walk_of(Kind.AFTER_SESSION, asked)


def _timing(said: str | None) -> "Timing | None":
    from tipcoach.coach.begin import Timing
    from tipcoach.practice.minutes import LONGEST, SHORTEST

    if said is None:
        return None
    if said.casefold() == "off":
        return Timing(None)
    if said.isdecimal() and SHORTEST <= int(said) <= LONGEST:
        return Timing(int(said))
    raise WrongUsage(f"--minutes wants a number from {SHORTEST} to {LONGEST}, or off.")
