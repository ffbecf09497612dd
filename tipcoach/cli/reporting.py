"""Write an entry, the record of a session or a page on one's own learning to a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say
from tipcoach.cli.completing import complete_id
from tipcoach.cli.ids import in_full
from tipcoach.errors import NoTerminal, WrongUsage

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.entry import Entry
    from tipcoach.reports.report import Report

id_argument = click.argument("entry_id", metavar="ID", callback=in_full, shell_complete=complete_id)
file_argument = click.argument("file", type=click.Path(path_type=Path))
for_me_option = click.option(
    "--for-me", is_flag=True, help="The file is for you, so an entry for you alone may go in it."
)
replace_option = click.option("--replace", is_flag=True, help="Write over a file that is there.")


@click.command()
@id_argument
@file_argument
@click.option("--part", "parts", multiple=True, metavar="PROMPT", help="Again for each part.")
@click.option("--all-parts", is_flag=True, help="All that was answered.")
@for_me_option
@replace_option
@as_json_option
def report(**asked: Any) -> int:
    """Write parts of an entry to FILE, a .docx or .md to hand over; of a session, its record.

    Nothing is chosen for you: with no --part it asks. It says the month and never the day, and
    holds no id.
    """
    from tipcoach.coach.new_file import check_place_of_report, write_report
    from tipcoach.coach.reporting import entry_to_write, parts_of, seen_in_parts
    from tipcoach.reports import report_files as files

    file, replace = asked["file"], asked["replace"]
    if asked["parts"] and asked["all_parts"]:
        raise WrongUsage("--part and --all-parts are two ways; give one of them.")
    files.check_ending(file)
    coach = coach_here()
    check_place_of_report(coach, file, files.EXAMPLE, replace=replace)
    entry = entry_to_write(coach, asked["entry_id"], for_me=asked["for_me"])
    chosen = _chosen(coach, entry, asked)
    if not chosen:
        say(files.NOTHING_WRITTEN)
        return 1
    parts = [part for part in parts_of(entry) if part.prompt in chosen]
    notices = seen_in_parts(coach, parts)
    data = files.report_bytes(_report_of(coach, entry, chosen), file)
    write_report(coach, file, data, files.EXAMPLE, replace=replace)
    if asked["as_json"]:
        names = [part.prompt for part in parts]
        click.echo(files.written_document(file, entry.id, names, notices))
    else:
        _say_notices(coach, notices)
        say(files.written_sentence(file))
    return 0


def _chosen(coach: "Coach", entry: "Entry", asked: dict[str, Any]) -> frozenset[str]:
    """The prompts of the parts, none where somebody was asked and chose none."""
    from tipcoach.coach.reporting import parts_called, parts_of
    from tipcoach.practice.entry import Kind

    parts = parts_of(entry)
    if entry.kind is Kind.SESSION and asked["parts"]:
        raise WrongUsage("The record of a session is written as a whole; leave out --part.")
    if entry.kind is Kind.SESSION or asked["all_parts"]:
        return frozenset(part.prompt for part in parts)
    if asked["parts"]:
        return parts_called(entry, asked["parts"])
    named = ", ".join(part.prompt for part in parts)
    if asked["as_json"] or not sys.stdin.isatty():
        raise NoTerminal(
            "Nothing is chosen, so nothing was written.",
            f"Give --part for each, or --all-parts. The parts of it are: {named}.",
        )
    return _asked_which(coach, entry)


def _asked_which(coach: "Coach", entry: "Entry") -> frozenset[str]:
    from tipcoach.coach.reporting import parts_of
    from tipcoach.plain.choosing_parts import pick_parts
    from tipcoach.plain.talk import Talk, Turned
    from tipcoach.practice.shared_copy import words_of

    talk, today = Talk(sys.stdin, sys.stdout), coach.clock().date()
    try:
        return pick_parts(
            talk,
            parts_of(entry),
            lambda part: words_of(part, today),
            "An empty line leaves, and nothing is written.",
        )
    except Turned:
        return frozenset()


def _report_of(coach: "Coach", entry: "Entry", chosen: frozenset[str]) -> "Report":
    from tipcoach.coach.reading import principles
    from tipcoach.practice.entry import Kind
    from tipcoach.reports.entry_report import entry_report

    if entry.kind is Kind.SESSION:
        return _record_of(coach, entry)
    return entry_report(entry, chosen, principles(coach), coach.clock().date())


def _record_of(coach: "Coach", entry: "Entry") -> "Report":
    """With how whoever did not write it sees it, where it is of a session of two."""
    from tipcoach.coach.session_sides import sides_of
    from tipcoach.coach.session_views import view_of
    from tipcoach.practice.session_record import has_a_record
    from tipcoach.reports.session_report import seen_by_both, session_report
    from tipcoach.reports.session_sides import called, names_of_sides

    sides = sides_of(coach, entry)
    me, other = called(sides)
    writer, reader = (me, other) if sides.is_mine else (other, me)
    seen = seen_by_both(view_of(coach, entry), writer, reader) if has_a_record(entry) else ()
    return session_report(entry, names_of_sides(sides), seen)


def _say_notices(coach: "Coach", notices: Any) -> None:
    from tipcoach.practice.lenses.notice import Lens
    from tipcoach.reports.lenses import identifier_lines

    for sentence in identifier_lines(notices, is_looked_at=coach.lenses.is_on(Lens.IDENTIFIERS)):
        say(sentence)
    for fault in coach.lenses.untold():
        say(str(fault))


@click.command()
@id_argument
@file_argument
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take what is on the page from a file, and ask nothing.",
)
@for_me_option
@replace_option
@as_json_option
def learning(**asked: Any) -> int:
    """Write a page on what you learned to FILE, a .docx or .md, for professional development.

    What it was, what you learned, what you changed, and which standard it speaks to. It begins
    from an entry of yours; nothing of that is taken but the month and what you choose.
    """
    from tipcoach.coach.learning import Learning, learning_from
    from tipcoach.coach.new_file import check_place_of_report, write_report
    from tipcoach.coach.reporting import entry_to_write
    from tipcoach.practice.learning import IN_WORDS
    from tipcoach.reports import report_files as files
    from tipcoach.reports.learning import learning_report

    file, replace = asked["file"], asked["replace"]
    if asked["as_json"] and not asked["answers"]:
        raise WrongUsage("With --json nothing is asked: give --answers FILE.")
    files.check_ending(file)
    coach = coach_here()
    check_place_of_report(coach, file, files.EXAMPLE, replace=replace)
    entry = entry_to_write(coach, asked["entry_id"], for_me=asked["for_me"])
    if asked["answers"]:
        made = learning_from(coach, entry, asked["answers"])
    else:
        made = Learning(coach, entry)
        if not _talked_through(coach, made, file):
            return 1
    page, notices = made.page(), made.notices()
    data = files.report_bytes(learning_report(page), file)
    write_report(coach, file, data, files.EXAMPLE, replace=replace)
    if asked["as_json"]:
        named = [standard.id for standard in page.standards]
        click.echo(files.written_document(file, entry.id, page.words, notices, standards=named))
    else:
        if asked["answers"]:
            _say_notices(coach, [(IN_WORDS[field], notice) for field, notice in notices])
        say(files.written_sentence(file))
    return 0


def _talked_through(coach: "Coach", made: Any, file: Path) -> bool:
    """Whether there was a yes to the page at its end."""
    from tipcoach.plain.learning import learn_in_lines
    from tipcoach.plain.talk import Talk

    return learn_in_lines(Talk(sys.stdin, sys.stdout), coach, made, file)
