"""Search the journal. What is not needed for the answer is not loaded: it is typed often."""

import click

from tipcoach.cli.at_hand import as_json_option, coach_here
from tipcoach.cli.long_job import LongJob
from tipcoach.cli.speaking import wants_plain

READING = "Reading {total} entries once, so that later searches are quick."
STOPPED = "Stopped. Nothing was changed; what was read stays quick to search."


@click.command()
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@as_json_option
def search(words: tuple[str, ...], limit: int, everything: bool, as_json: bool) -> None:
    """Find entries by words in their answers, newest first.

    All of the words have to be in one entry. "two words" in quotes stand together, and arr*
    is the beginning of a word. Case and accents do not matter.

    Also: purpose:arrears, principle:choice, channel:phone, from:2026-03, to:2026-05,
    has:promise, has:plan, has:stopped, kind:before, kind:after, kind:mirror, kind:team-walk,
    kind:agreement, kind:session, kind:after-session.
    """
    from tipcoach.coach.searching import search as search_journal
    from tipcoach.reports.found import found_document, found_text

    with LongJob(READING, STOPPED) as reading:
        typed = " ".join(map(_as_typed, words))
        found = search_journal(coach_here(), typed, None if everything else limit, reading)
    if as_json:
        click.echo(found_document(found))
    else:
        click.echo(found_text(found, _stand_out), nl=False)


def _as_typed(word: str) -> str:
    """A shell takes quotes away; words that are still together were in some."""
    return f'"{word}"' if " " in word and not set('":“”') & set(word) else word


def _stand_out(text: str) -> str:
    """On a terminal that is looked at; `click` leaves it out everywhere else."""
    return text if wants_plain() else click.style(text, bold=True, underline=True)
