"""Numbered rows: how they are said, and which one is meant."""

from collections.abc import Sequence

from tipcoach.practice.checklist import Choice


def rows(choices: Sequence[Choice]) -> list[str]:
    """One line a choice: `2. Trustworthiness, say it, then do it`."""
    return [
        f"{number}. {choice.label}" + (f", {choice.note}" if choice.note else "")
        for number, choice in enumerate(choices, 1)
    ]


def chosen(said: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice meant by its number, its value or its words, in any letters."""
    wanted = said.strip().casefold()
    for number, choice in enumerate(choices, 1):
        if wanted in (str(number), choice.value.casefold(), choice.label.casefold()):
            return choice
    return None


def not_one_of(choices: Sequence[Choice]) -> str:
    """What to say when none of them is meant."""
    return f"That is not one of them. Answer with a number from 1 to {len(choices)}, or the words."
