"""Put a kept entry right: a walk over its answers, which is kept as a new entry."""

from dataclasses import dataclass, replace
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.coach.finish import entry_of
from tipcoach.coach.following import links_about
from tipcoach.coach.reading import principles
from tipcoach.coach.resume import resume
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswersRefused, NotReadable, WrongUsage
from tipcoach.practice.correction import begin_correction, open_in_a_correction
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry


@dataclass(frozen=True, slots=True)
class ToPutRight:
    """An entry that is asked for by its id, to be put right."""

    entry_id: str


def correct(coach: Coach, entry_id: str) -> Sitting:
    """Begin to put an entry right, or go on where that was left; nothing is written yet.

    Raises `NotFound`, `NotReadable`, `InUse`, or `WrongUsage` when it cannot be put right.
    """
    if under_way := _under_way(coach, entry_id):
        return resume(coach, under_way.id)
    entry = _to_put_right(coach, entry_id)
    return Sitting(coach, _draft(coach, entry), corrects=entry)


def correct_from(coach: Coach, entry_id: str, path: Path) -> Entry:
    """Put an entry right from a file of answers; what is not in it stays as it was.

    Raises `AnswersRefused` with every problem, or what `correct` and writing may raise.
    """
    # What reads such a file is no part of a walk, and a walk is what this is imported for.
    from tipcoach.coach.answers import answered
    from tipcoach.library.answers import read_answers

    if under_way := _under_way(coach, entry_id):
        raise WrongUsage(
            f"Putting {entry_id} right is begun and not finished, in draft {under_way.id}.",
            "Finish that or let it go; nothing was read from your file.",
        )
    before = _to_put_right(coach, entry_id)
    draft = _draft(coach, before)
    file = read_answers(path)
    if file.visit or file.form:
        raise AnswersRefused([f"{path.name}: a correction has no visit or form, only answers."])
    walk = answered(draft.walk, file, path.name)
    entry = entry_of(coach, replace(draft, walk=walk), corrects=before)
    coach.journal.add(entry)
    return entry


def _under_way(coach: Coach, entry_id: str) -> Draft | None:
    drafts = (draft for draft in coach.drafts.all() if isinstance(draft, Draft))
    return next((draft for draft in drafts if draft.supersedes == entry_id), None)


def _to_put_right(coach: Coach, entry_id: str) -> Entry:
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry):
        raise WrongUsage(f"{entry_id} is a follow-up: say it again, and that takes its place.")
    if later := links_about(coach, entry_id).later(entry_id):
        raise WrongUsage(f"{entry_id} has a later version. Put that one right: {later}")
    asked = open_in_a_correction(entry)
    if not asked:
        raise WrongUsage(f"There are no words in {entry_id} to put right, only what was picked.")
    if len({each.prompt for each in asked}) < len(asked):
        raise NotReadable(
            f"{entry_id} has the same question in it twice, so it cannot be put right here.",
            "It is left as it is.",
        )
    return entry


def _draft(coach: Coach, entry: Entry) -> Draft:
    now = coach.clock()
    walk = begin_correction(entry, principles(coach))
    return Draft(coach.new_id(), entry.kind, now, now, walk, entry.follows, entry.id)
