"""What is said of the shortest version of a checklist, wherever it is asked for."""

from tipcoach.practice.counting import in_words
from tipcoach.practice.walk import Walk

ALL_AGAIN = "All the questions again. What you answered stays."
NOTE = "a bad day; the rest can wait"
NOTE_IN_SHORT = "for a bad day"
"""Beside the word few, where it is chosen."""


def said_of_the_few(walk: Walk) -> list[str]:
    """The prompts' own words for it, and how many questions there are; nothing without a few."""
    if walk.checklist.few is None:
        return []
    number = len(walk.path)
    questions = "One question" if number == 1 else f"{in_words(number).capitalize()} questions"
    return [walk.checklist.few.say, f"{questions}, one at a time."]
