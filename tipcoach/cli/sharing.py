"""Share parts of an entry, and take a copy back."""

import sys
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.agreeing import with_option
from tipcoach.cli.at_hand import as_json_option, can_paint, coach_here, open_app_on, say
from tipcoach.cli.completing import complete_id, complete_shared
from tipcoach.cli.ids import in_full
from tipcoach.cli.passphrase import unlocked
from tipcoach.cli.walks import plain_option
from tipcoach.cli.yes import asked_for_yes
from tipcoach.errors import NoTerminal, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.sharing import Preparing

PRINCIPLES = ["safety", "trustworthiness", "choice", "collaboration", "empowerment"]


@click.command()
@click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
@with_option
@click.option("--part", "parts", multiple=True, metavar="PROMPT", help="Again for each part.")
@click.option("--question", metavar="TEXT", default="", help="The question you bring.")
@click.option("--principle", type=click.Choice(PRINCIPLES), help="The one it is about.")
@click.option(
    "--reword",
    multiple=True,
    metavar="PROMPT=TEXT",
    help="Other words for a part, in this copy alone; again for each.",
)
@click.option("--heavy", is_flag=True, help="Warn the reader that it holds heavy detail.")
@click.option("--preview", is_flag=True, help="See exactly what they would get. Nothing is shared.")
@click.option("--yes", is_flag=True, help="Share it without being asked.")
@plain_option
@as_json_option
def share(**asked: Any) -> int:
    """Share parts of an entry with somebody you have an agreement with.

    Nothing is chosen for you, and nothing is shared before your yes. With no --part it asks.
    """
    named_beforehand = ("question", "principle", "reword", "heavy", "preview", "yes")
    if asked["parts"]:
        if asked["plain"]:
            raise WrongUsage("--part and --plain are two ways; give one of them.")
        return _share_parts(asked)
    if any(asked[each] for each in named_beforehand) or asked["as_json"]:
        raise _no_parts_named(asked["entry_id"], asked["folder"])
    return _share_by_asking(asked["entry_id"], asked["folder"], plain=asked["plain"])


def _no_parts_named(entry_id: str, folder: str) -> WrongUsage:
    """Which parts there are, by the ids of their prompts, which say nothing of what was written."""
    preparing = _prepare(coach_here(), entry_id, folder)
    named = ", ".join(part.prompt for part in preparing.parts)
    return WrongUsage(
        "Nothing is chosen, so there is nothing to share.",
        f"Give --part for each. The parts of it are: {named}.",
    )


def _prepare(coach: "Coach", entry_id: str, folder: str) -> "Preparing":
    """Take in a yes that has come meanwhile, if the agreement still waits for one."""
    from tipcoach.coach.agreeing import Stage, collect, standing_with
    from tipcoach.coach.people import known
    from tipcoach.coach.sharing import prepare_to_share

    if standing_with(coach, known(coach, folder)).stage is Stage.SENT:
        _, refused = collect(unlocked(coach))
        for sentence in refused:
            say(sentence)
    return prepare_to_share(coach, entry_id, folder)


def _share_by_asking(entry_id: str, folder: str, *, plain: bool) -> int:
    coach = coach_here()
    preparing = _prepare(coach, entry_id, folder)
    if plain or not can_paint():
        return _share_in_lines(coach, preparing, is_chosen=False)
    return open_app_on(unlocked(coach), preparing)


def _share_parts(asked: dict[str, Any]) -> int:
    from tipcoach.coach.reading import principles
    from tipcoach.reports.shared_copies import promise_lines
    from tipcoach.reports.sharing import (
        NOTHING_SHARED,
        notice_lines,
        preview_document,
        preview_text,
        record_document,
        shared_sentences,
    )

    as_json, sees = asked["as_json"], asked["preview"]
    if sees and asked["yes"]:
        raise WrongUsage("--preview shares nothing, and --yes shares it; give one of them.")
    if as_json and not (sees or asked["yes"]):
        raise WrongUsage("With --json nothing is asked: give --preview or --yes.")
    coach = coach_here()
    preparing = _prepare(coach, asked["entry_id"], asked["folder"])
    _choose(preparing, asked)
    if not (sees or asked["yes"]):
        return _share_from_here(coach, preparing)
    preview = preparing.preview()
    if sees and as_json:
        click.echo(preview_document(preview, preparing.notices()))
        return 0
    if not as_json:
        for sentence in (*promise_lines(preparing.promise), *notice_lines(preparing)):
            say(sentence)
        click.echo(preview_text(preview, principles(coach)), nl=False)
    if sees:
        say(NOTHING_SHARED)
        return 0
    unlocked(coach)
    record = preparing.share(preview)
    if as_json:
        click.echo(record_document(record))
    else:
        for sentence in shared_sentences(record, preparing.reader.name):
            say(sentence)
    return 0


def _choose(preparing: "Preparing", asked: dict[str, Any]) -> None:
    from tipcoach.practice.checklist import Principle

    for prompt in asked["parts"]:
        preparing.choose(prompt)
    for said in asked["reword"]:
        prompt, is_one, words = said.partition("=")
        if not is_one or prompt not in asked["parts"]:
            raise WrongUsage("--reword takes PROMPT=TEXT, of a part that is chosen with --part.")
        preparing.reword(prompt, words)
    preparing.question = asked["question"]
    preparing.principle = Principle(asked["principle"]) if asked["principle"] else None
    preparing.heavy = asked["heavy"]


def _share_from_here(coach: "Coach", preparing: "Preparing") -> int:
    from tipcoach.reports.sharing import NOTHING_SHARED

    if not sys.stdin.isatty():
        raise NoTerminal(
            f"{NOTHING_SHARED} Nobody is here to say yes: there is no terminal.",
            "Look at it with --preview, and then give --yes.",
        )
    return _share_in_lines(coach, preparing, is_chosen=True)


def _share_in_lines(coach: "Coach", preparing: "Preparing", *, is_chosen: bool) -> int:
    from tipcoach.plain.sharing import share_in_lines
    from tipcoach.plain.talk import Talk

    talk = Talk(sys.stdin, sys.stdout)
    shared = share_in_lines(talk, unlocked(coach), preparing, is_chosen=is_chosen)
    return 0 if shared else 1


@click.command("take-back")
@click.argument("copy_id", metavar="COPY", shell_complete=complete_shared)
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
@as_json_option
def take_back(copy_id: str, yes: bool, as_json: bool) -> int:
    """Take a shared copy back; what was opened or copied meanwhile is out of reach."""
    from tipcoach.coach.inbox import look_in
    from tipcoach.coach.taking_back import TAKEN_BACK, shared_record
    from tipcoach.coach.taking_back import take_back as take_it_back
    from tipcoach.reports.sharing import (
        STAYS_THERE,
        TAKE_IT_BACK,
        WHY_TAKE_BACK,
        opened_sentence,
        record_document,
    )

    if as_json and not yes:
        raise WrongUsage("With --json nothing is asked: give --yes.")
    coach = coach_here()
    # Before the passphrase is asked: an id that is none needs no keys.
    copy_id = shared_record(coach, copy_id).copy
    found = next(
        (each for each in look_in(unlocked(coach)).shared if each.record.copy == copy_id), None
    )
    opened = found.opened if found else None
    said = opened_sentence(opened, coach.clock().date())
    if not (yes or asked_for_yes(f"{said} {TAKE_IT_BACK}", WHY_TAKE_BACK, STAYS_THERE)):
        say(STAYS_THERE)
        return 1
    record = take_it_back(coach, copy_id)
    if as_json:
        at = opened.isoformat(timespec="minutes") if opened else None
        click.echo(record_document(record, taken_back=True, opened=at))
    else:
        say(TAKEN_BACK)
        say(said)
    return 0
