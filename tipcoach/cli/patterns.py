"""My patterns on the command line, and the questions that are hidden or asked again from there."""

from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.completing import complete_prompt
from tipcoach.errors import WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


@click.command()
@click.option(
    "--months",
    type=click.IntRange(1, 120),
    default=12,
    show_default=True,
    help="How many months back, this one among them.",
)
@click.option(
    "--hide",
    metavar="ID",
    shell_complete=complete_prompt,
    help="Hide a question from the next visit on.",
)
@click.option("--ask-again", metavar="ID", help="Ask a hidden question again.")
@as_json_option
def patterns(months: int, hide: str | None, ask_again: str | None, as_json: bool) -> None:
    """Say what comes back in your own journal, for you alone. It is not kept.

    Which principle was at stake, what you wrote about, what got in the way, which promises
    slip, and questions you tend to leave. One or two of something are not said.
    """
    from tipcoach.coach.hiding import hidden_questions
    from tipcoach.coach.patterns import my_patterns
    from tipcoach.coach.reading import principles
    from tipcoach.reports.patterns import hidden_document, patterns_document, patterns_text

    if hide is not None and ask_again is not None:
        raise WrongUsage("One at a time: --hide ID, or --ask-again ID.")
    coach = coach_here()
    if hide is not None or ask_again is not None:
        said = _hide(coach, hide) if hide is not None else _ask_again(coach, ask_again or "")
        if as_json:
            click.echo(hidden_document(hidden_questions(coach)))
        else:
            say(said)
        return
    found, hidden = my_patterns(coach, months), hidden_questions(coach)
    if as_json:
        click.echo(patterns_document(found, hidden))
    else:
        click.echo(patterns_text(found, principles(coach), hidden), nl=False)


def _hide(coach: "Coach", prompt_id: str) -> str:
    from tipcoach.coach.hiding import hide
    from tipcoach.reports.patterns import hidden_sentence

    return hidden_sentence(hide(coach, prompt_id))


def _ask_again(coach: "Coach", prompt_id: str) -> str:
    from tipcoach.coach.hiding import ask_again

    ask_again(coach, prompt_id)
    return "It is asked again from the next visit on."
