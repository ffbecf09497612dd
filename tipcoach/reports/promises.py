"""The ledger of promises, as people read it: a mark, the words, whose it is, and when."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.counting import in_words
from tipcoach.practice.due import those_of_purpose_first, when_due
from tipcoach.practice.follow_up import Became, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import say_date

OVERDUE, OPEN, KEPT, NEW_DATE, NOT_KEPT = "■", "□", "●", "→", "×"
ON_THE_CASE = "Put it on the case too: this list is your reminder, not the landlord’s record."
NEWEST_FEW = 5
"""How many of the settled ones a list shows, unless all are asked for."""

MOST_DUE = 5
"""How many of those due are said before the first question."""

NO_PROMISES = "No promises. They come from a reflection: tipcoach reflect\n"
NONE_OPEN = "No promise is open.\n"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the ledger and the promises under it."""

    heading: str
    lines: tuple[LedgerLine, ...]


def due_lines(due: Sequence[LedgerLine], purpose: str | None, today: date) -> list[str]:
    """What is `due`, for the beginning of a preparation, that of its purpose first.

    A heading and a sentence each; nothing when nothing is due.
    """
    due = those_of_purpose_first(due, purpose)
    lines = [_due_in_words(line, today) for line in due[:MOST_DUE]]
    if len(due) > MOST_DUE:
        lines.append(f"and {in_words(len(due) - MOST_DUE)} more: tipcoach promises list")
    return ["Due first:", *lines] if lines else []


def _due_in_words(line: LedgerLine, today: date) -> str:
    """`Ring back, mine, 2 days over`, with no mark that would have to be seen."""
    return ", ".join([line.promise.text, line.promise.whose.label, when_due(line, today)])


@dataclass(frozen=True, slots=True)
class Shown:
    """The promises of a list, soonest due first; `more` of the settled ones are left out."""

    lines: tuple[LedgerLine, ...]
    more: int


def shown_of(ledger: Sequence[LedgerLine], settled: int | None) -> Shown:
    """Every promise still open and so many of those settled last, or with `None` all of them."""
    newest = sorted(
        (line for line in ledger if not line.is_open), key=lambda line: line.said_by, reverse=True
    )
    shown = {line.id for line in newest[:settled]}
    lines = tuple(line for line in ledger if line.is_open or line.id in shown)
    return Shown(lines, len(newest) - len(shown))


def mark(line: LedgerLine, today: date) -> str:
    """The one sign before a promise. The words beside it say the same."""
    if line.outcome is not None and not line.is_overdue(today):
        marks = {Became.KEPT: KEPT, Became.RENEGOTIATED: NEW_DATE, Became.NOT_KEPT: NOT_KEPT}
        return marks[line.outcome.became]
    return OVERDUE if line.is_overdue(today) else OPEN


def how_it_stands(line: LedgerLine, today: date) -> str:
    """`mine · 2 days over`, `theirs · Fri 27 Nov`, `kept`, `not kept, already told`."""
    if line.outcome is not None and not line.is_open:
        return what_came(line.outcome)
    parts = [line.promise.whose.label, when_due(line, today)]
    if line.outcome is not None and not line.outcome.told:
        parts.append("not told yet")
    return " · ".join(parts)


def what_came(outcome: PromiseOutcome, day: str = "") -> str:
    """`not kept, already told`; with the new `day`, `new date, Friday 27 November, ...`."""
    became = {
        Became.KEPT: "kept",
        Became.RENEGOTIATED: "new date",
        Became.NOT_KEPT: "not kept",
    }
    told = {True: "already told", False: "not told yet", None: ""}
    said = (became[outcome.became], day, told[outcome.told])
    return ", ".join(filter(None, said))


def what_came_in_full(outcome: PromiseOutcome, today: date) -> str:
    """What became of a promise, the new day among it where there is one."""
    return what_came(outcome, say_date(outcome.due, today) if outcome.due else "")


def became_lines(lines: Sequence[LedgerLine], today: date) -> list[str]:
    """What became of the promises of an entry, a sentence each; of some nothing is said yet."""
    return [
        f"“{line.promise.text}”: {what_came(line.outcome)}"
        + (f", due {when_due(line, today)}." if line.is_open else ".")
        for line in lines
        if line.outcome is not None
    ]


def grouped(lines: Sequence[LedgerLine], today: date) -> tuple[Group, ...]:
    """The ledger under its headings; those with nothing under them are left out."""
    open_ = [line for line in lines if line.is_open]
    groups = (
        Group("Overdue", tuple(line for line in open_ if line.is_overdue(today))),
        Group("This week", tuple(line for line in open_ if _is_this_week(line, today))),
        Group("Later", tuple(line for line in open_ if _is_later(line, today))),
        Group("No date", tuple(line for line in open_ if line.due is None)),
        Group("Settled", tuple(line for line in lines if not line.is_open)),
    )
    return tuple(group for group in groups if group.lines)


def _is_this_week(line: LedgerLine, today: date) -> bool:
    return line.due is not None and 0 <= (line.due - today).days < 7


def _is_later(line: LedgerLine, today: date) -> bool:
    return line.due is not None and (line.due - today).days >= 7


def ledger_text(shown: Shown, today: date) -> str:
    """The ledger under its headings, a line for each with the id that the commands take."""
    if not shown.lines:
        return NONE_OPEN if shown.more else NO_PROMISES
    lines: list[str] = []
    for group in grouped(shown.lines, today):
        lines += [*([""] if lines else []), group.heading]
        lines += [
            f"{line.id}  {mark(line, today)} {line.promise.text} · {how_it_stands(line, today)}"
            for line in group.lines
        ]
    if shown.more:
        lines += ["", f"And {in_words(shown.more)} more settled: tipcoach promises list --all"]
    return "\n".join(lines) + "\n"


def ledger_document(shown: Shown, today: date) -> str:
    """`{"promises": [...], "more": ...}`; `more` when settled ones were left out.

    A promise is `id`, `text`, `whose`, `due` (the day it is due now), `open`, `overdue`,
    `became` (`kept`, `renegotiated`, `not_kept`), `told`, `because` and the visit's `purpose`;
    any of the last four is `null` where nothing was said, and `due` where there is no day.
    """
    shape = {
        "promises": [_line_shape(line, today) for line in shown.lines],
        "more": shown.more > 0,
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def _line_shape(line: LedgerLine, today: date) -> dict[str, object]:
    outcome = line.outcome
    return {
        "id": str(line.id),
        "text": line.promise.text,
        "whose": line.promise.whose.value,
        "due": line.due.isoformat() if line.due else None,
        "open": line.is_open,
        "overdue": line.is_overdue(today),
        "became": outcome.became.value if outcome else None,
        "told": outcome.told if outcome else None,
        "because": (outcome.because or None) if outcome else None,
        "purpose": line.purpose,
    }
