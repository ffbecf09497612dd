"""The few choices that hold everywhere: what they are now, and another value for one of them."""

import json
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach

LOOK, KEEP_WORDS = "look", "keep-words"
LOOKS = {
    "as-terminal": "light or dark, as the terminal is",
    "light": "dark words on a light ground",
    "dark": "light words on a dark ground",
    "high-contrast": "at least 7 to 1",
}
KEEPS = {
    "no": "the one word at landing is not kept in the entry",
    "yes": "the one word at landing is kept in the entry",
}
VALUES = {LOOK: LOOKS, KEEP_WORDS: KEEPS}


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """Say how the screens look and whether one word is kept, or choose anew.

    All else in settings.yaml stays as you wrote it, comments too.
    """
    if context.invoked_subcommand is None:
        _say([*VALUES], as_json)
    elif as_json:
        raise WrongUsage("--json goes at the end, after the command.")


@settings.command()
@click.argument("value", required=False, type=click.Choice([*LOOKS]), metavar="[LOOK]")
@as_json_option
def look(value: str | None, as_json: bool) -> None:
    """Say how the screens look; with LOOK, have them look so from the next time they open.

    LOOK is light, dark, high-contrast or as-terminal.
    """
    from tipcoach.settings import Look

    if value:
        _sound().remember(look=Look(value))
    _say([LOOK], as_json, chosen=bool(value))


@settings.command("keep-words")
@click.argument("value", required=False, type=click.Choice([*KEEPS]), metavar="[yes|no]")
@as_json_option
def keep_words(value: str | None, as_json: bool) -> None:
    """Say whether the one word at landing is kept in the entry; with yes or no, choose."""
    if value:
        _sound().remember(keep_words=value == "yes")
    _say([KEEP_WORDS], as_json, chosen=bool(value))


def _sound() -> "Coach":
    """Raises `SettingsFault`: a file with a mistake in it is left to whoever wrote it."""
    coach = coach_here()
    # Read first: what is wrong with the file is known only then.
    _ = coach.settings
    if coach.settings_fault:
        raise coach.settings_fault
    return coach


def _say(names: list[str], as_json: bool, *, chosen: bool = False) -> None:
    coach = coach_here()
    now = {
        LOOK: coach.settings.look.value,
        KEEP_WORDS: "yes" if coach.settings.keep_words else "no",
    }
    if coach.settings_fault:
        say(str(coach.settings_fault))
    if as_json:
        click.echo(json.dumps({name: now[name] for name in names}, indent=2))
        return
    for name in names:
        click.echo(f"{name}: {now[name]} ({VALUES[name][now[name]]})")
        if not chosen:
            others = ", ".join(one for one in VALUES[name] if one != now[name])
            say(f"`tipcoach settings {name} ...` changes it, to one of: {others}.")
