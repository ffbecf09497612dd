"""The few choices that hold everywhere: what they are now, and another value for one of them."""

import json
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.commands import Group
from tipcoach.coach.own_choices import OWN_CHOICES, OwnChoice, choose, value_now
from tipcoach.errors import WrongUsage
from tipcoach.practice.plaintext import clean_line

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


@click.group(cls=Group, invoke_without_command=True)
@as_json_option
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """Say what you have chosen: how it looks, what is kept, the lenses; or choose anew.

    With no command it says all of it, and where your files are. What else is in settings.yaml
    stays as you wrote it, comments too.
    """
    if context.invoked_subcommand is not None:
        if as_json:
            raise WrongUsage("--json goes at the end, after the command.")
        return
    coach = _coach()
    if as_json:
        click.echo(json.dumps(_everything(coach), ensure_ascii=False, indent=2))
        return
    for choice in OWN_CHOICES:
        _say(coach, choice)
    _say_hidden(coach)
    _say_places(coach)


def _command(choice: OwnChoice) -> click.Command:
    """The command of one choice; without a value it says what it is now."""
    names = [one.name for one in choice.values]

    @click.argument("value", required=False, type=click.Choice(names))
    @as_json_option
    def one(value: str | None, as_json: bool) -> None:
        if value:
            choose(coach_here(), choice, choice.value(value))
        coach = _coach()
        if as_json:
            click.echo(json.dumps({choice.name: value_now(coach, choice).name}, indent=2))
        else:
            _say(coach, choice, chosen=bool(value))

    means = "\n\n".join(f"{one.name}: {one.does}." for one in choice.values)
    about = f"{choice.called}. Without a value, say what it is now.\n\n{choice.why}\n\n{means}"
    return click.command(choice.name, help=about)(one)


for _choice in OWN_CHOICES:
    settings.add_command(_command(_choice))


@settings.command()
@click.argument("prompt", required=False, metavar="[ID]")
@as_json_option
def hidden(prompt: str | None, as_json: bool) -> None:
    """Say which questions are not asked here; with ID, have that one asked again.

    One is hidden from My patterns, and with `tipcoach patterns --hide ID`.
    """
    from tipcoach.coach.hiding import ask_again, hidden_questions

    if prompt:
        ask_again(coach_here(), prompt)
    coach = _coach()
    if as_json:
        click.echo(json.dumps({"hidden": [*coach.settings.hidden]}, ensure_ascii=False, indent=2))
    elif prompt:
        say("It is asked again from the next visit on.")
    else:
        for one in hidden_questions(coach):
            click.echo(f"{one.prompt}: {clean_line(one.question)}")
        _say_hidden(coach)


def _coach() -> "Coach":
    """With a mistake in the file it is said; what holds in its place goes on being said."""
    coach = coach_here()
    # Read first: what is wrong with the file is known only then.
    _ = coach.settings
    if coach.settings_fault:
        say(str(coach.settings_fault))
    return coach


def _say(coach: "Coach", choice: OwnChoice, *, chosen: bool = False) -> None:
    now = value_now(coach, choice)
    click.echo(f"{choice.name}: {now.name} ({now.does})")
    if chosen:
        return
    others = [one.name for one in choice.values if one is not now]
    command = f"tipcoach settings {choice.name}"
    if len(others) == 1:
        say(f"`{command} {others[0]}` changes it.")
    else:
        say(f"`{command} ...` changes it, to one of: {', '.join(others)}.")


def _say_hidden(coach: "Coach") -> None:
    from tipcoach.reports.own_choices import how_many_hidden

    many = len(coach.settings.hidden)
    click.echo(f"hidden: {how_many_hidden(many)}")
    if many:
        say("`tipcoach settings hidden` says which; with an ID after it, that one is asked again.")


def _say_places(coach: "Coach") -> None:
    from tipcoach.reports.own_choices import own_keys_said, places_said
    from tipcoach.tui.remapping import how_many_own, in_use

    registry, problems = in_use(coach)
    click.echo(f"keys: {own_keys_said(how_many_own(registry), problems)}")
    for problem in problems:
        say(str(problem))
    for what, path in places_said(coach):
        click.echo(f"{what}: {path}")


def _everything(coach: "Coach") -> dict[str, object]:
    from tipcoach.reports.own_choices import places_document
    from tipcoach.tui.remapping import how_many_own, in_use

    registry, problems = in_use(coach)
    return {
        **{choice.name: value_now(coach, choice).name for choice in OWN_CHOICES},
        "hidden": [*coach.settings.hidden],
        "keys": {"own": how_many_own(registry), "problems": [str(one) for one in problems]},
        "files": places_document(coach),
    }
