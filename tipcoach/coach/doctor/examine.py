"""Look over everything: where things are, what is wrong, and what to do about it."""

import platform
from collections.abc import Iterator, Mapping

from tipcoach import __version__
from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor.check import check_journal
from tipcoach.coach.doctor.encryption import Encryption, encryption
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.doctor.places import look_at_places
from tipcoach.coach.doctor.sharing import look_at_sharing
from tipcoach.coach.doctor.synced import synced
from tipcoach.coach.elsewhere import where_else
from tipcoach.coach.employer_promise import employer_promise
from tipcoach.coach.long_job import Progress, untold
from tipcoach.errors import LibraryFault, TipcoachError
from tipcoach.practice.employer_promise import NO_PROMISE, promise_lines
from tipcoach.practice.plaintext import clean, clean_line


def examine(
    coach: Coach, environment: Mapping[str, str], progress: Progress = untold
) -> Iterator[Finding]:
    """Every finding there is. Nothing of yours is changed by looking, and nothing raises.

    `progress` is told how many files of the journal were looked over.
    """
    yield _about_program()
    yield from look_at_places(coach.places)
    yield from about_disk(encryption(coach.places.data))
    yield from _about_sync(coach, environment)
    yield from check_journal(coach, progress)
    yield from _about_settings(coach)
    yield from look_at_sharing(coach)
    yield from _about_lenses(coach)
    yield from _about_prompts(coach)
    yield from _about_employer_promise(coach)


def _about_program() -> Finding:
    detail = f"tipcoach {__version__}, Python {platform.python_version()}, {platform.platform()}."
    return Finding("Program", State.FINE, clean_line(detail))


def about_disk(found: Encryption) -> Iterator[Finding]:
    """What it means that a disk is encrypted, is not, or does not say."""
    what = "Encryption"
    if found.is_on:
        yield Finding(what, State.FINE, f"The disk is encrypted: {clean_line(found.evidence)}.")
    elif found.is_on is False:
        detail = f"The disk is not encrypted: {clean_line(found.evidence)}. {_ANYONE}"
        yield Finding(what, State.WRONG, detail, _ASK)
    else:
        detail = f"Whether the disk is encrypted cannot be told: {clean_line(found.evidence)}."
        yield Finding(what, State.CANNOT_TELL, detail, f"{_ASK} {_ANYONE}")


def _about_sync(coach: Coach, environment: Mapping[str, str]) -> Iterator[Finding]:
    what = "Sync programs"
    drafts = synced(coach.places.drafts, environment)
    journal = synced(coach.places.journal, environment)
    if drafts:
        detail = (
            f"The drafts seem to lie in a folder of {drafts.program}: "
            f"{clean_line(drafts.evidence)}. Two computers could change one draft."
        )
        yield Finding(what, State.WRONG, detail, _DRAFTS_STAY)
    if journal:
        detail = (
            f"The journal seems to lie in a folder of {journal.program}: "
            f"{clean_line(journal.evidence)}. Entries are written once, so they do not clash; a "
            "copy of each goes wherever that program takes it."
        )
        yield Finding(what, State.NOTE, detail, _MAY_IT)
    if not drafts and not journal:
        yield Finding(what, State.FINE, "Nothing says that a sync program keeps these folders.")


def _about_settings(coach: Coach) -> Iterator[Finding]:
    what = "Choices"
    _ = coach.settings
    if fault := coach.settings_fault:
        yield Finding(what, State.WRONG, clean(fault.sentence), clean(fault.hint))
    else:
        yield Finding(what, State.FINE, "Your choices can be read, or are the usual ones.")
    if elsewhere := where_else(coach):
        detail = f"Some of what you wrote is in {clean_line(elsewhere.folder)}."
        yield Finding(what, State.NOTE, detail, f"To open it: {clean_line(elsewhere.command)}")


def _about_lenses(coach: Coach) -> Iterator[Finding]:
    for fault in coach.lenses.every_fault():
        if isinstance(fault, LibraryFault):
            yield from _problems("Lenses", fault)
        else:
            yield Finding("Lenses", State.WRONG, clean_line(fault.sentence), clean_line(fault.hint))


def _about_prompts(coach: Coach) -> Iterator[Finding]:
    try:
        library = coach.library
        pathways = library.pathways
        _ = library.purposes
    except TipcoachError as fault:
        yield from _problems("Questions", fault)
        return
    if library.overlay_fault:
        yield from _problems("Your organisation’s questions", library.overlay_fault)
    if library.routes_fault:
        yield from _problems("Your organisation’s routes", library.routes_fault)
    unfilled = [pathway.name for pathway in pathways if not pathway.route]
    if unfilled and not library.routes_fault:
        detail = f"{len(unfilled)} have no route yet: {clean_line('; '.join(unfilled))}."
        to_do = f"Whoever may put them in {clean_line(str(coach.places.pathways))} can do so."
        yield Finding("Your organisation’s routes", State.NOTE, detail, to_do)


def _about_employer_promise(coach: Coach) -> Iterator[Finding]:
    what = "Your employer’s promise"
    where = clean_line(str(coach.places.employer_promise))
    try:
        promise = employer_promise(coach)
    except TipcoachError as fault:
        yield from _problems(what, fault, f"Until it is mended nothing is promised: {where}.")
        return
    if promise is None:
        to_do = f"Whoever speaks for your organisation can put it in {where}."
        yield Finding(what, State.NOTE, NO_PROMISE, to_do)
    else:
        yield Finding(what, State.FINE, clean_line(promise_lines(promise)[-1]))


def _problems(what: str, fault: TipcoachError, mend: str = "") -> Iterator[Finding]:
    problems = fault.problems if isinstance(fault, LibraryFault) else (fault.sentence,)
    for one in problems:
        yield Finding(what, State.WRONG, clean_line(str(one)), mend or _MEND)


_ANYONE = "Without it, whoever has this computer can read all of it."
_ASK = "Ask whoever set this computer up."
_DRAFTS_STAY = (
    "Keep the home of tipcoach on this computer alone: leave TIPCOACH_HOME unset, or set it to "
    "a folder that is not synced."
)
_MAY_IT = "See that your organisation allows it, and who else can read there."
_MEND = "Nothing of yours is touched. `tipcoach prompts check` has every mistake with its line."
