"""The record of a session as a report, and beside it how each of the two sees it.

What both agreed, and nothing else: actions, what it was about, what is to be raised, what helped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tipcoach.practice.answer import Lines, PickedMany, Promised, Text
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.promises import Promise, say_date
from tipcoach.practice.session import ACTIONS, HELPED, RAISE, THEMES
from tipcoach.reports.entries import title_of
from tipcoach.reports.entry_report import listed_choices
from tipcoach.reports.report import Block, Content, Listed, Report, Table, Words
from tipcoach.reports.session_records import Names
from tipcoach.reports.shared_copies import said_month

NOT_SAID_YET = "not said yet"
AGREED = "Agreed."
DIFFERENTLY = "I see it differently:"
AS_WRITTEN = "As it is written here."
NO_DAY = "no day was said"


@dataclass(frozen=True, slots=True)
class HowSeen:
    """How one of the two sees the record: `words` are `None` until they have said."""

    who: str
    words: str | None


def session_report(entry: Entry, names: Names, seen: Sequence[HowSeen] = ()) -> Report:
    """The record in a session's entry, with how each of `seen` sees it side by side.

    A session of a group or a team is between no two, so nobody's view stands beside it.
    """
    blocks = [*_blocks(entry, names)]
    if seen:
        views = tuple(NOT_SAID_YET if one.words is None else one.words for one in seen)
        table = Table(tuple(one.who for one in seen), (views,))
        blocks.append(Block("How each of us sees it", (table,)))
    return Report(f"{title_of(entry)}: the record", said_month(entry.month), tuple(blocks))


def seen_by_both(view: SessionView | None, writer: str, other: str) -> tuple[HowSeen, HowSeen]:
    """The record as its writer has it, and how the other sees it: `None` until they have said."""
    theirs = HowSeen(_capitalised(other), None)
    if view is not None:
        words = AGREED if view.agreed else f"{DIFFERENTLY}\n{view.words}"
        theirs = replace(theirs, words=words)
    return HowSeen(_capitalised(writer), AS_WRITTEN), theirs


def _blocks(entry: Entry, names: Names) -> Iterator[Block]:
    for heading, prompts in (
        ("Actions", (ACTIONS,)),
        ("What we talked of", THEMES),
        ("To be raised upwards", RAISE),
        ("What helped", HELPED),
    ):
        content = tuple(
            _content(asked, names)
            for asked in entry.asked
            if asked.prompt in prompts and asked.answer is not None
        )
        if content:
            yield Block(heading, content)


def _content(asked: Asked, names: Names) -> Content:
    match asked.answer:
        case Promised(promises):
            return Table(("What", "Who", "By when"), tuple(_row(each, names) for each in promises))
        case PickedMany() as picked:
            return listed_choices(asked, picked)
        case Lines(lines):
            return Listed(lines)
        case Text(text):
            return Words(text)
        case _:
            return Words(asked.label)


def _row(action: Promise, names: Names) -> tuple[str, str, str]:
    when = say_date(action.due, date.min) if action.due else NO_DAY
    return action.text, _capitalised(names[action.whose]), when


def _capitalised(name: str) -> str:
    """At the head of a column, or alone in a cell, `the officer` begins with a capital."""
    return name[:1].upper() + name[1:]
