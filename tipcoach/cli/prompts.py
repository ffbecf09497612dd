"""For whoever writes the prompts: list them, read one whole, check them, try them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.at_hand import (
    as_json_option,
    can_paint,
    coach_here,
    coach_unchecked,
    open_app_on,
    say,
)
from tipcoach.cli.commands import Group
from tipcoach.cli.completing import (
    complete_checklist,
    complete_kind,
    complete_prompt,
    complete_purpose,
)
from tipcoach.cli.walks import visit_options, walk_in_lines, wanted_of
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


@click.group(cls=Group)
def prompts() -> None:
    """Read, check and try the questions: for those who write them."""


@prompts.command("list")
@click.option(
    "--purpose",
    metavar="P",
    help="Only those that a visit for this purpose may be asked.",
    shell_complete=complete_purpose,
)
@as_json_option
def list_prompts(purpose: str | None, as_json: bool) -> None:
    """List every prompt under the file it is in."""
    from tipcoach.coach.prompts import every_prompt
    from tipcoach.reports.prompt_documents import list_document
    from tipcoach.reports.prompts import list_text

    coach = coach_here()
    found = every_prompt(coach, purpose)
    _say_what_is_left_out(coach)
    click.echo(list_document(found) if as_json else list_text(found), nl=as_json)


def _say_what_is_left_out(coach: "Coach") -> None:
    from tipcoach.coach.begin import LEFT_OUT

    if coach.library.overlay_fault:
        say(f"{LEFT_OUT} All of it: tipcoach prompts check")


@prompts.command()
@click.argument("prompt_id", metavar="ID", shell_complete=complete_prompt)
@as_json_option
def show(prompt_id: str, as_json: bool) -> None:
    """Read one prompt whole: every wording, its conditions, where it comes from."""
    from tipcoach.coach.prompts import one_prompt
    from tipcoach.reports.prompt_documents import prompt_document
    from tipcoach.reports.prompts import prompt_text

    coach = coach_here()
    found = one_prompt(coach, prompt_id)
    _say_what_is_left_out(coach)
    click.echo(prompt_document(found) if as_json else prompt_text(found), nl=as_json)


@prompts.command()
@click.argument(
    "folder",
    metavar="[PATH]",
    required=False,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@as_json_option
def check(folder: Path | None, as_json: bool) -> int:
    """Say everything that is wrong with the prompts, or with those in the folder PATH.

    It may be a whole folder of prompts, or your organisation's own to be laid over ours. With no
    PATH your own are looked at where there are any, else ours.
    """
    from tipcoach.coach.prompts import check_prompts
    from tipcoach.reports.prompt_documents import check_document
    from tipcoach.reports.prompts import check_text

    checked = check_prompts(coach_unchecked(), folder)
    click.echo(check_document(checked) if as_json else check_text(checked), nl=as_json)
    return 1 if checked.problems else 0


@prompts.command()
@click.argument("checklist", shell_complete=complete_checklist)
@visit_options
@as_json_option
def preview(checklist: str, **asked: Any) -> int:
    """Try a checklist, such as prepare; nothing of it is kept.

    With no terminal, its questions are printed: for the first purpose, at home and in full,
    unless you say otherwise.
    """
    from tipcoach.coach.prompts import kind_of, trying
    from tipcoach.coach.prompts import preview as read_through
    from tipcoach.reports.prompt_documents import preview_document
    from tipcoach.reports.prompts import NOTHING_KEPT, preview_text

    coach = coach_here()
    wanted = wanted_of(kind_of(checklist), {**asked, "checklist": checklist})
    if asked["as_json"]:
        if asked["plain"]:
            raise WrongUsage("--json and --plain are two ways; give one of them.")
        click.echo(preview_document(read_through(coach, wanted)))
        return 0
    if not asked["plain"] and not can_paint():
        click.echo(preview_text(read_through(coach, wanted)), nl=False)
        return 0
    say(NOTHING_KEPT)
    with trying(coach) as throw_away:
        if not asked["plain"]:
            return open_app_on(throw_away, wanted)
        walk_in_lines(throw_away, wanted, sys.stdout)
    return 0


@prompts.command()
@click.argument("kind", required=False, shell_complete=complete_kind)
@as_json_option
def schema(kind: str | None, as_json: bool) -> None:
    """The JSON Schema of every kind of prompt file, or of one KIND, such as purposes."""
    from tipcoach.coach.prompts import prompt_schema, prompt_schemas
    from tipcoach.reports.prompt_documents import schema_document

    # It is JSON either way; the option is taken so that every command takes it.
    click.echo(schema_document(prompt_schema(kind) if kind else prompt_schemas()))
