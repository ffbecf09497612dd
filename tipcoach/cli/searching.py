"""Search the journal. What is not needed for the answer is not loaded: it is typed often."""

import sys

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.speaking import wants_plain

WORTH_SAYING = 500
"""From so many entries to read on, somebody who waits is told why."""


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

    reading = _Reading()
    try:
        typed = " ".join(map(_as_typed, words))
        found = search_journal(coach_here(), typed, None if everything else limit, reading)
    finally:
        reading.end()
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


class _Reading:
    """Says on stderr that entries are read, and on a terminal how far that is."""

    def __init__(self) -> None:
        self._counting = False

    def __call__(self, done: int, total: int) -> None:
        if total < WORTH_SAYING:
            return
        if done == 0:
            say(f"Reading {total:,} entries once, so that later searches are quick. Ctrl+C stops.")
        elif sys.stderr.isatty() and not wants_plain() and done % max(total // 100, 1) == 0:
            self._counting = True
            click.echo(f"\r{done:,} of {total:,}", err=True, nl=False)

    def end(self) -> None:
        """Take the count off the terminal again."""
        if self._counting:
            click.echo(f"\r{' ' * 30}\r", err=True, nl=False)
