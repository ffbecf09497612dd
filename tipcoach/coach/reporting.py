"""Which entry, and which parts of it, go into a file for others to read."""

from collections.abc import Iterable, Sequence

from tipcoach.coach.coach import Coach
from tipcoach.coach.learning import identifiers_in
from tipcoach.errors import NotFound, WrongUsage
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.session import ACTIONS, HELPED, RAISE, THEMES
from tipcoach.practice.shared_copy import parts_to_choose, words_of

RECORD = (ACTIONS, *THEMES, *RAISE, *HELPED)
"""The prompts whose answers are the record of a session."""


def entry_to_write(coach: Coach, entry_id: str, *, for_me: bool) -> Entry:
    """An entry of one's own with something in it to write.

    Raises `WrongUsage` for what is for one alone, unless it is asked `for_me`, and for an entry
    with no answers; `NotFound` or `NotReadable`.
    """
    entry = coach.journal.read(entry_id)
    if not isinstance(entry, Entry):
        raise WrongUsage(f"{entry_id} is a follow-up.", "Give the id of the entry it is about.")
    if entry.kind.is_for_one_alone and not for_me:
        raise WrongUsage(
            "This entry is for you alone, and a file can be read by others. Nothing was written.",
            "If the file is for yourself, give --for-me.",
        )
    if not parts_of(entry):
        raise WrongUsage("Nothing was answered in this entry, so there is nothing to write.")
    return entry


def parts_of(entry: Entry) -> tuple[Asked, ...]:
    """The answers that may go into a file; of a session those that are its record."""
    parts = parts_to_choose(entry)
    if entry.kind is Kind.SESSION:
        return tuple(asked for asked in parts if asked.prompt in RECORD)
    return parts


def parts_called(entry: Entry, prompts: Iterable[str]) -> frozenset[str]:
    """The prompts named, each of which was answered. Raises `NotFound` for one that was not."""
    known = [asked.prompt for asked in parts_of(entry)]
    for prompt in prompts:
        if prompt not in known:
            raise NotFound(
                f"This entry has no answer called “{prompt}”. Nothing was written.",
                f"They are: {', '.join(known)}.",
            )
    return frozenset(prompts)


def seen_in_parts(coach: Coach, parts: Sequence[Asked]) -> tuple[tuple[str, Notice], ...]:
    """What may tell who somebody is, with the prompt of the answer it is in."""
    today = coach.clock().date()
    return identifiers_in(coach, {asked.prompt: words_of(asked, today) for asked in parts})
