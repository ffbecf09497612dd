"""For whoever looks after a journal: its format, and what is wrong where it lies."""

import click

from tipcoach.cli.at_hand import as_json_option


@click.command()
@as_json_option
def schema(as_json: bool) -> None:
    """The shape of an entry's file, as JSON Schema: for programs that read a journal."""
    from tipcoach.coach.reading import entry_schema
    from tipcoach.reports.prompt_documents import schema_document

    # It is JSON either way; the option is taken so that every command takes it.
    click.echo(schema_document(entry_schema()))
