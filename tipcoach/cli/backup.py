"""Back up the journal to one file, and bring it back."""

from pathlib import Path

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.long_job import LongJob

_FILE = click.Path(path_type=Path)


BACKING_UP = "Backing up {total} files."
NO_BACKUP = "Stopped. No backup was made, and your journal is untouched."
RESTORING = "Bringing back {total} files."
NOT_ALL_BACK = "Stopped. What came back is whole, and nothing here was changed. Run it again."


@click.command()
@click.argument("file", type=_FILE)
@as_json_option
def backup(file: Path, as_json: bool) -> int:
    """Copy everything kept into FILE, a zip. It is not encrypted.

    Any computer can open it. It holds every file of the journal just as it is, also those
    that could not be read, and the drafts with their questions. It does not hold your
    settings, your organisation's routes and prompts, or the cache. Nothing is ever written
    over: FILE has to be new.

    Keep it where you may keep confidential files. What you erase later stays in it until you
    delete it.

    It leaves with 1 when a file had to be left out; each is named, with why.
    """
    from tipcoach.coach.backup import back_up
    from tipcoach.reports.backups import WHOLE_FILE_IS_OPEN, backed_up_document, backed_up_text

    with LongJob(BACKING_UP, NO_BACKUP) as job:
        made = back_up(coach_here(), file, job)
    if as_json:
        click.echo(backed_up_document(made))
    else:
        click.echo(backed_up_text(made), nl=False)
    say(WHOLE_FILE_IS_OPEN)
    return 1 if made.left_out else 0


@click.command()
@click.argument("file", type=_FILE)
@as_json_option
def restore(file: Path, as_json: bool) -> int:
    """Bring back everything in a backup FILE that is not here.

    All of it is checked before anything is written. Nothing here is written over: a file
    that is here with other contents stays, and is named. If it is interrupted, run it again.

    What was erased, discarded or finished since the backup was made comes back, too.

    It leaves with 1 when a file had to be left out; each is named, with why.
    """
    from tipcoach.coach.restore import restore as bring_back
    from tipcoach.reports.backups import WHAT_WAS_ERASED, restored_document, restored_text

    with LongJob(RESTORING, NOT_ALL_BACK) as job:
        done = bring_back(coach_here(), file, job)
    if as_json:
        click.echo(restored_document(done))
    else:
        click.echo(restored_text(done), nl=False)
    if done.count.all:
        say(WHAT_WAS_ERASED)
    return 1 if done.left_out else 0
