"""For whoever looks after a journal: what is wrong where it lies, and the shape of its files."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here
from tipcoach.cli.long_job import LongJob

if TYPE_CHECKING:
    from tipcoach.coach.doctor.findings import Finding

LOOKING = "Looking over every file of the journal."
STOPPED = "Stopped. Looking changes nothing; what was found so far is not said."


@click.command()
@as_json_option
def doctor(as_json: bool) -> int:
    """Say where everything is, what is wrong, and what to do about it.

    It looks at the folders and who can open them, the disk, sync programs, the journal and
    the drafts, your choices and keys, and your organisation's prompts and routes. It changes
    nothing, and says nothing of what you wrote.

    It leaves with 1 when something needs doing. A note, such as a route that is not filled
    in yet, and what cannot be told from here, leave it at 0.
    """
    from tipcoach.cli.keys import about_keys
    from tipcoach.coach.doctor.examine import examine

    with LongJob(LOOKING, STOPPED) as job:
        coach = coach_here()
        found = [*examine(coach, os.environ, job), *about_keys(coach)]
    return _answer(found, as_json)


@click.command()
@as_json_option
def check(as_json: bool) -> int:
    """Look over every file of the journal and the drafts.

    It names files that are damaged, were left by other programs or are copies made by a sync
    program, and says what is safe to do. It changes nothing, and says nothing of what you
    wrote. It leaves with 1 when something needs doing.
    """
    from tipcoach.coach.doctor.check import check_journal

    with LongJob(LOOKING, STOPPED) as job:
        found = [*check_journal(coach_here(), job)]
    return _answer(found, as_json)


def _answer(findings: "Sequence[Finding]", as_json: bool) -> int:
    from tipcoach.coach.doctor.findings import how_many_wrong
    from tipcoach.reports.findings import findings_document, findings_text

    if as_json:
        click.echo(findings_document(findings))
    else:
        click.echo(findings_text(findings), nl=False)
    return 1 if how_many_wrong(findings) else 0


@click.command()
@as_json_option
def schema(as_json: bool) -> None:
    """The shape of an entry's file, as JSON Schema."""
    from tipcoach.coach.reading import entry_schema
    from tipcoach.reports.prompt_documents import schema_document

    # It is JSON either way; the option is taken so that every command takes it.
    click.echo(schema_document(entry_schema()))
