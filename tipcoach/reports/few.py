"""What is said of the shortest version of a checklist, wherever it is asked for."""

from tipcoach.practice.counting import in_words
from tipcoach.practice.walk import Step, Walk

ALL_AGAIN = "All the questions again. What you answered stays."
NOTE = "a bad day; the rest can wait"
NOTE_IN_SHORT = "for a bad day"
"""Beside the word few, where it is chosen."""


def said_of_the_few(walk: Walk) -> list[str]:
    """The prompts' own words for it, and how many are left to ask; nothing without a few."""
    if walk.checklist.few is None:
        return []
    ids = [step.id for step in walk.path]
    here = ids.index(walk.at) if walk.at in ids else len(ids)
    ahead = [step for step in walk.path[here:] if not _is_answered(walk, step)]
    said = _how_many(len(ahead), left=len(ahead) < len(ids))
    return [walk.checklist.few.say, *said]


def _is_answered(walk: Walk, step: Step) -> bool:
    return all(prompt.id in walk.answers for prompt in step.prompts)


def _how_many(number: int, *, left: bool) -> list[str]:
    if not number:
        return []
    questions = "One question" if number == 1 else f"{in_words(number).capitalize()} questions"
    if left:
        questions += " is left" if number == 1 else " are left"
    return [f"{questions}, one at a time." if number > 1 else f"{questions}."]
