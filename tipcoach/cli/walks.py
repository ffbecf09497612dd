"""Walk through a checklist, before a visit and after it; and a sample to look round."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from tipcoach.cli.at_hand import as_json_option, can_paint, coach_here, open_app_on, say
from tipcoach.cli.completing import complete_id, complete_purpose
from tipcoach.cli.ids import in_full
from tipcoach.cli.speaking import or_wanted, wants_plain
from tipcoach.errors import NoTerminal, TipcoachError, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.begin import Wanted
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.entry import Entry, Kind

CHANNELS = ["home", "doorstep", "phone", "office", "video"]
HATS = ["landlord", "support", "both"]
_ABOUT_A_VISIT = {
    "purpose": "--purpose",
    "channel": "--channel",
    "hat": "--hat",
    "form": "--quick and no --full",
}


plain_option = click.option(
    "--plain",
    is_flag=True,
    callback=or_wanted,
    help="Line by line: for screen readers and pipes.",
)


few_option = click.option(
    "--few", is_flag=True, help="A bad day: only a few questions; the rest can wait."
)


def visit_options(command: Any) -> Any:
    """What a walk can be told about the visit, how long there is, and how it is to be asked."""
    options = [
        click.option(
            "--purpose",
            metavar="P",
            help="What it is about, such as arrears.",
            shell_complete=complete_purpose,
        ),
        click.option("--channel", type=click.Choice(CHANNELS), help="How you meet."),
        click.option("--hat", type=click.Choice(HATS), help="Landlord, support, or both."),
        click.option(
            "--quick", "form", flag_value="quick", help="Two minutes; afterwards ninety seconds."
        ),
        click.option("--full", "form", flag_value="full", help="About eight minutes."),
        few_option,
        plain_option,
    ]
    for option in reversed(options):
        command = option(command)
    return command


def wanted_of(kind: "Kind", asked: dict[str, Any]) -> "Wanted":
    """The walk that was asked for with `visit_options`."""
    from tipcoach.coach.begin import Wanted
    from tipcoach.practice.visit import Channel, Form, Hat

    if not kind.is_about_a_visit:
        for part, said in _ABOUT_A_VISIT.items():
            if asked.get(part):
                raise WrongUsage(f"This checklist is not about a visit, so it takes no {said}.")
        return Wanted(
            kind,
            checklist=asked.get("checklist"),
            timing=asked.get("timing"),
            with_whom=asked.get("folder"),
            few=bool(asked.get("few")),
        )
    return Wanted(
        kind,
        asked["purpose"],
        Channel(asked["channel"]) if asked["channel"] else None,
        Hat(asked["hat"]) if asked["hat"] else None,
        Form(asked["form"]) if asked["form"] else None,
        asked.get("of"),
        few=bool(asked.get("few")),
    )


def walk_in_lines(coach: "Coach", wanted: "Wanted", out: TextIO) -> "Entry | None":
    """Ask line by line; the entry that was kept, if one was."""
    from tipcoach.cli.passphrase import unlocked
    from tipcoach.cli.session_reading import say_what_came
    from tipcoach.plain import run as run_plain

    return run_plain(
        coach,
        wanted.kind,
        purpose=wanted.purpose,
        channel=wanted.channel,
        hat=wanted.hat,
        form=wanted.form,
        of=wanted.of,
        checklist=wanted.checklist,
        timing=wanted.timing,
        with_whom=wanted.with_whom,
        few=wanted.few,
        # A view that has come stands on the agenda, so it is taken in first.
        open_keys=lambda: say_what_came(unlocked(coach)),
        lines=sys.stdin,
        out=out,
    )


answers_option = click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Walk from a YAML or JSON file, with no terminal.",
)


@click.command()
@visit_options
@answers_option
@as_json_option
def prepare(**asked: Any) -> int:
    """Prepare for a visit: what is fixed, what can flex, what is theirs to decide."""
    from tipcoach.practice.entry import Kind

    return walk_of(Kind.PREPARATION, asked)


@click.command()
@click.option(
    "--of",
    metavar="ID",
    help="The preparation this visit was prepared with.",
    callback=in_full,
    shell_complete=complete_id,
)
@visit_options
@answers_option
@as_json_option
def reflect(**asked: Any) -> int:
    """Reflect on a visit: you first; ninety seconds is enough."""
    from tipcoach.practice.entry import Kind

    return walk_of(Kind.REFLECTION, asked)


@click.command()
@few_option
@plain_option
@answers_option
@as_json_option
def mirror(**asked: Any) -> int:
    """Look at how you are doing yourself; weekly at most, for you alone, and not scored."""
    from tipcoach.practice.entry import Kind

    return walk_of(Kind.STAFF_MIRROR, asked)


@click.command("walk-it-as-them")
@plain_option
@answers_option
@as_json_option
def walk_it_as_them(**asked: Any) -> int:
    """Go through one thing of ours as a tenant would: a team, once a quarter."""
    from tipcoach.practice.entry import Kind

    return walk_of(Kind.WALK_IT_AS_THEM, asked)


def walk_of(kind: "Kind", asked: dict[str, Any]) -> int:
    """Walk in the way that was asked for; the exit code."""
    return walk_in_its_way(coach_here(), wanted_of(kind, asked), asked)[0]


def walk_in_its_way(
    coach: "Coach", wanted: "Wanted", asked: dict[str, Any]
) -> "tuple[int, Entry | None]":
    """The exit code, and the entry that was kept; on screens it is not known which that is."""
    kind = wanted.kind
    if asked["answers"]:
        if asked["plain"]:
            raise WrongUsage("--answers and --plain are two ways; give one of them.")
        if wanted.few:
            raise WrongUsage("--answers answers as few as its file does, so it takes no --few.")
        from tipcoach.coach.answers import keep_answers
        from tipcoach.coach.begin import trouble_with_own_files
        from tipcoach.coach.rhythm import soon_again

        if trouble := trouble_with_own_files(coach):
            say(str(trouble))
        if not kind.is_about_a_visit and (said := soon_again(coach, kind)):
            say(said)
        entry = keep_answers(coach, asked["answers"], wanted)
        return _say_kept(coach, entry, asked["as_json"]), entry
    if asked["plain"]:
        out = sys.stderr if asked["as_json"] else sys.stdout
        kept = walk_in_lines(coach, wanted, out)
        if kept and asked["as_json"]:
            _say_kept(coach, kept, as_json=True)
        return 0, kept
    if asked["as_json"] or not can_paint():
        raise NoTerminal(
            "There is no terminal here that a screen can be painted on.",
            "Use --plain to answer line by line, or --answers FILE.",
        )
    return open_app_on(coach, wanted), None


def _say_kept(coach: "Coach", entry: "Entry", as_json: bool) -> int:
    from tipcoach.coach.lens_reading import seen_in
    from tipcoach.coach.reading import make_card
    from tipcoach.practice.entry import Kind
    from tipcoach.reports.cards import card_text
    from tipcoach.reports.documents import kept_document
    from tipcoach.reports.lenses import seen_in_sentence

    seen = seen_in(coach, entry)
    if as_json:
        click.echo(kept_document(entry, seen))
        return 0
    say(f"Kept in your journal as {entry.id}. Shared with nobody.")
    if sentence := seen_in_sentence(entry.id, seen):
        say(sentence)
    _say_what_follows(coach, entry)
    if entry.kind is Kind.PREPARATION:
        # It is kept whatever becomes of the card.
        try:
            click.echo(card_text(make_card(coach, entry)), nl=False)
        except TipcoachError as trouble:
            say(str(trouble))
    return 0


def _say_what_follows(coach: "Coach", entry: "Entry") -> None:
    from tipcoach.coach.promises import due_if_readable
    from tipcoach.reports.kept import others_due, what_follows

    today = coach.clock().date()
    for line in what_follows(entry, today):
        click.echo(line)
    if others := others_due(entry, due_if_readable(coach)):
        say(others)


@click.command()
@click.option("--supervisor", is_flag=True, help="As a supervisor, to whom something was brought.")
@as_json_option
def demo(supervisor: bool, as_json: bool) -> int:
    """Look round a sample journal; nothing of it is kept, and nothing of yours is touched.

    With --supervisor, practise a session: what was agreed last time is there, and what a sample
    officer brings.
    """
    if supervisor:
        return _demo_of_supervision(as_json=as_json)
    from tipcoach.coach.reading import make_card, principles
    from tipcoach.coach.sample import SAYS_SO, sample_journal, sample_pair
    from tipcoach.reports.cards import card_said, card_text
    from tipcoach.reports.documents import sample_document
    from tipcoach.reports.entries import entry_text

    with sample_journal() as coach:
        if not as_json and can_paint():
            return open_app_on(coach)
        before, after = sample_pair(coach)
        sample_card = make_card(coach, before)
        if as_json:
            click.echo(sample_document(sample_card, after))
            return 0
        aloud, today = wants_plain(), coach.clock().date()
        shown = "\n".join([*card_said(sample_card), ""]) if aloud else card_text(sample_card)
        click.echo(f"{SAYS_SO}\n\n{shown}")
        click.echo(entry_text(after, principles(coach), today, said_aloud=aloud), nl=False)
        return 0


def _demo_of_supervision(*, as_json: bool) -> int:
    from tipcoach.coach.agenda import agenda
    from tipcoach.coach.reading import principles
    from tipcoach.coach.sample import SAYS_SO
    from tipcoach.coach.sample_supervision import OFFICER, sample_supervision
    from tipcoach.reports.agenda import agenda_document, agenda_page
    from tipcoach.reports.shared_copies import page_text

    with sample_supervision() as coach:
        if not as_json and can_paint():
            return open_app_on(coach)
        found = agenda(coach, OFFICER)
        if as_json:
            click.echo(agenda_document(found))
            return 0
        today = coach.clock().date()
        page = agenda_page(found, coach.keys.card.name, principles(coach), today)
        click.echo(f"{SAYS_SO}\n\n{page_text(page)}", nl=False)
        return 0
