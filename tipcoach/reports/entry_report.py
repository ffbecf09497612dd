"""The parts of an entry that its writer chose, as a report: month only, and no day of a promise."""

from collections.abc import Container, Sequence
from datetime import date

from tipcoach.practice.answer import (
    CARRY_GROUPS,
    CARRY_LABELS,
    SORT_GROUPS,
    SORT_LABELS,
    Carried,
    IfThen,
    Lines,
    PickedMany,
    Promised,
    Sorted,
    YesNotYet,
)
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.shared_copy import parts_to_choose, words_of
from tipcoach.reports.entries import PRIVATE, lines_of, title_of
from tipcoach.reports.report import Block, Content, Listed, Report, Words
from tipcoach.reports.shared_copies import principle_name, said_month


def entry_report(
    entry: Entry, chosen: Container[str], principles: Sequence[PrincipleName], today: date
) -> Report:
    """The answers whose prompts are in `chosen`, each under its question as it was asked."""
    private = PRIVATE if entry.kind.is_for_one_alone else ""
    notes = (entry.concerning, said_month(entry.month), private)
    return Report(
        title=title_of(entry),
        note=" · ".join(note for note in notes if note),
        blocks=tuple(
            Block(asked.question, content_of(asked, today), _name(asked, principles))
            for asked in parts_to_choose(entry)
            if asked.prompt in chosen
        ),
    )


def content_of(asked: Asked, today: date) -> tuple[Content, ...]:
    """An answer: what has one thing a line as a list, the rest in its words."""
    match asked.answer:
        case None:
            return ()
        case Lines(lines):
            return (Listed(lines),)
        case PickedMany() as picked if asked.label:
            return (listed_choices(asked, picked),)
        case Promised():
            return (Listed(tuple(words_of(asked, today).split("\n"))),)
        case Sorted() as answer:
            return _grouped({SORT_LABELS[name]: answer.group(name) for name in SORT_GROUPS})
        case Carried() as answer:
            return _grouped({CARRY_LABELS[name]: answer.group(name) for name in CARRY_GROUPS})
        case IfThen() | YesNotYet() as answer if not asked.label:
            return (Words("\n".join(lines_of(answer, today))),)
        case _:
            return (Words(words_of(asked, today)),)


def listed_choices(asked: Asked, picked: PickedMany) -> Listed:
    """Each choice by itself, in the words that were on the screen."""
    labels = tuple(asked.label.split(", "))
    return Listed(labels if len(labels) == len(picked.values) else (asked.label,))


def _grouped(groups: dict[str, tuple[str, ...]]) -> tuple[Content, ...]:
    """Each label over its lines; a group with none is left out."""
    return tuple(Listed(lines, label) for label, lines in groups.items() if lines)


def _name(asked: Asked, principles: Sequence[PrincipleName]) -> str:
    """The principle by its name alone: its mark is for a screen."""
    name = principle_name(asked.principle, principles)
    mark = next((each.mark for each in principles if each.principle is asked.principle), "")
    return name.removeprefix(mark).strip()
