"""My patterns, as their officer reads them: a few words, small bars, and nothing to live up to."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from tipcoach.coach.hiding import Hidden
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.hiding import Hiding
from tipcoach.practice.patterns import Patterns, Recurring, TendsToBeLeft
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.entries import MONTHS
from tipcoach.reports.wrapping import width_of, wrap

WIDTH = 78
FOR_YOU_ALONE = (
    "This is for you alone. It is read from your own journal when you ask, shared with nobody "
    "and kept nowhere."
)
TOO_LITTLE = (
    "Nothing has come back often enough to be said. Once or twice is no pattern, and there is "
    "nothing to reach."
)
WHAT_IT_NEEDS = "It needs a few visits, written about before or after them. Nothing else."
NUMBERS = "A number is how often you wrote it down."
HOW_TO_HIDE = "Still useful? To hide one: tipcoach patterns --hide ID"
HOW_TO_ASK_AGAIN = "To be asked one again: tipcoach patterns --ask-again ID"
WHAT_HIDING_DOES = {
    Hiding.ANOTHER_INSTEAD: "another takes its place",
    Hiding.LEFT_OUT: "it is left out",
}
LEFT, HIDDEN = "Questions you tend to leave", "Questions you have hidden"
BRING = "What you may bring to supervision"
BLOCK = "█"
LONG_BAR, SHORT_BAR, NARROW = 20, 12, 66
"""Blocks of the longest bar, and of that where there are fewer columns than `NARROW`."""

Line = tuple[tuple[str, str], ...]
"""Pieces of one line beside each other, each a text and its role: bold, ink, muted or accent."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what recurs under it. `counts` says whether its numbers are shown.

    How many promises slipped is nobody's tally, so there the bars stand alone.
    """

    heading: str
    found: tuple[Recurring, ...]
    counts: bool = True


def parts(patterns: Patterns, names: Sequence[PrincipleName]) -> tuple[Part, ...]:
    """What recurs under its headings; those with nothing under them are left out."""
    called = {name.principle.value: name.name for name in names}
    at_stake = tuple(
        replace(one, label=called.get(one.id, one.label.capitalize())) for one in patterns.at_stake
    )
    slipped = "Promises not kept, or given a new date"
    found = (
        Part("Most at stake", at_stake),
        Part("What you wrote about", patterns.written_about),
        Part("What got in the way", patterns.in_the_way),
        Part(f"{slipped}: whose they were", patterns.slipped_whose, counts=False),
        Part(f"{slipped}: what came between", patterns.slipped_because, counts=False),
    )
    return tuple(part for part in found if part.found)


def pattern_lines(
    patterns: Patterns,
    names: Sequence[PrincipleName],
    hidden: Sequence[Hidden],
    width: int,
    *,
    ids: bool = False,
) -> list[Line]:
    """All of it, in lines of at most `width` columns; with `ids`, those that commands take."""
    found = parts(patterns, names)
    lines = [*_said(FOR_YOU_ALONE, width), *_said(_from_when(patterns), width)]
    lines += _said(NUMBERS, width) if found else []
    for part in found:
        lines += _headed(part.heading, width)
        lines += _bars(part, width)
    left = [(one.prompt, one.question) for one in left_and_asked(patterns, hidden)]
    if not (found or left):
        lines += [_EMPTY, *_said(TOO_LITTLE, width), *_said(WHAT_IT_NEEDS, width)]
    gone = [(one.prompt, one.question) for one in hidden]
    for heading, questions, how in ((LEFT, left, HOW_TO_HIDE), (HIDDEN, gone, HOW_TO_ASK_AGAIN)):
        if questions:
            lines += _headed(heading, width)
            for prompt_id, question in questions:
                lines += _question(prompt_id, question, width, ids=ids)
            lines += _said(how, width) if ids else []
    return [*lines, *_to_bring(patterns, width)]


def left_and_asked(patterns: Patterns, hidden: Sequence[Hidden]) -> tuple[TendsToBeLeft, ...]:
    """The questions that tend to be left and are asked still."""
    away = {one.prompt for one in hidden}
    return tuple(one for one in patterns.tend_to_be_left if one.prompt not in away)


_EMPTY: Line = (("", "ink"),)


def _from_when(patterns: Patterns) -> str:
    if patterns.first == patterns.last:
        return f"From {_month(patterns.last)}."
    return f"From {_month(patterns.first)} to {_month(patterns.last)}."


def _month(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def _said(text: str, width: int) -> list[Line]:
    return [((line, "muted"),) for line in wrap(text, width)]


def _headed(text: str, width: int) -> list[Line]:
    return [_EMPTY, *(((line, "bold"),) for line in wrap(text, width))]


def _indented(text: str, width: int, columns: int, role: str = "ink") -> list[Line]:
    return [((" " * columns + line, role),) for line in wrap(text, width - columns)]


def _question(prompt_id: str, question: str, width: int, *, ids: bool) -> list[Line]:
    if not ids:
        return _indented(question, width, 2)
    return [(("  ", "ink"), (clean_line(prompt_id), "accent")), *_indented(question, width, 4)]


def _bars(part: Part, width: int) -> Iterator[Line]:
    """A line for each; the longest bar is the same length on every page of that width."""
    longest = SHORT_BAR if width < NARROW else LONG_BAR
    most = max(one.times for one in part.found)
    room = width - longest - 10
    labels = [wrap(one.label, room) for one in part.found]
    column = max(width_of(line) for lines in labels for line in lines)
    for one, (label, *rest) in zip(part.found, labels, strict=True):
        bar = BLOCK * max(round(longest * one.times / most), 1)
        number = f"  {one.times}" if part.counts else ""
        gap = " " * (column - width_of(label) + 2)
        yield (("  ", "ink"), (label + gap, "ink"), (bar, "accent"), (number, "muted"))
        yield from ((("  ", "ink"), (line, "ink")) for line in rest)


def _to_bring(patterns: Patterns, width: int) -> Iterator[Line]:
    """What may be brought, newest first, each month once."""
    if patterns.to_bring:
        yield from _headed(BRING, width)
    for month, written in groupby(patterns.to_bring, lambda one: one.month):
        yield (("  ", "ink"), (_month(month), "muted"))
        for one in written:
            yield from _indented(one.text, width, 4)


def patterns_text(
    patterns: Patterns, names: Sequence[PrincipleName], hidden: Sequence[Hidden]
) -> str:
    """All of it as plain text, with the ids of questions."""
    lines = pattern_lines(patterns, names, hidden, WIDTH, ids=True)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def patterns_document(patterns: Patterns, hidden: Sequence[Hidden]) -> str:
    """The patterns as one document, with the questions that are `hidden`."""
    return _json(asdict(patterns) | {"hidden": [asdict(one) for one in hidden]})


def hidden_document(hidden: Sequence[Hidden]) -> str:
    """`{"hidden": [{"prompt": ..., "question": ...}]}`."""
    return _json({"hidden": [asdict(one) for one in hidden]})


def hidden_sentence(what: Hiding) -> str:
    """What is said once a question is hidden."""
    return f"Hidden from the next visit on; {WHAT_HIDING_DOES[what]}. {HOW_TO_ASK_AGAIN}"


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
