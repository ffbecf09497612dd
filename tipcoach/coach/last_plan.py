"""The last plan for a purpose, and what came of it: what the next preparation quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotReadable
from tipcoach.practice.answer import AnswerForm, IfThen, as_text
from tipcoach.practice.checklist import CAME_PROMPT
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.walk import Planned

MOST_RECORDS = 1_000
"""How many records are looked through, newest first; a plan from before those is let be."""


def last_plan(coach: Coach, purpose: str) -> tuple[Planned, ...]:
    """What the next preparation for `purpose` quotes, each line with the entry it is from.

    That is the plan of the newest preparation that had one, what came of it in the words that
    were picked, and what the newest reflection since then has for next time. A journal that
    cannot be read quotes nothing: it must not keep anybody from preparing.
    """
    try:
        return tuple(_quoted(_look_back(coach.journal.naming(purpose, MOST_RECORDS), purpose)))
    except NotReadable:
        return ()


@dataclass(slots=True)
class _LastTime:
    """The newest preparation with a plan and the ids of its versions; the reflections since."""

    preparation: Entry | None = None
    versions: set[str] = field(default_factory=set)
    reflections: list[Entry] = field(default_factory=list)


def _look_back(records: Iterable[object], purpose: str) -> _LastTime:
    """Read from the newest on, as far as the first version of the preparation."""
    found = _LastTime()
    corrected: set[str] = set()
    for entry in records:
        if not isinstance(entry, Entry) or entry.purpose != purpose:
            continue
        is_current = entry.id not in corrected
        if entry.supersedes:
            corrected.add(entry.supersedes)
        if entry.kind is Kind.REFLECTION and is_current:
            found.reflections.append(entry)
        if entry.kind is Kind.PREPARATION:
            if found.preparation is None and is_current and _plan(entry):
                found.preparation, found.versions = entry, {entry.id}
            if entry.id in found.versions:
                if entry.supersedes is None:
                    break
                found.versions.add(entry.supersedes)
    return found


def _quoted(found: _LastTime) -> Iterator[Planned]:
    if found.preparation and (plan := _plan(found.preparation)):
        yield _line(as_text(plan), found.preparation)
    looked_back = (one for one in found.reflections if one.follows in found.versions)
    for reflection in looked_back:
        if came := _what_came(reflection):
            yield _line(f"What came of it: {came}", reflection)
            break
    for newest in found.reflections[:1]:
        if plan := _plan(newest):
            yield _line(f"For next time: {as_text(plan)}", newest)


def _plan(entry: Entry) -> IfThen | None:
    plan = entry.first(AnswerForm.IF_THEN)
    return plan if isinstance(plan, IfThen) else None


def _what_came(reflection: Entry) -> str:
    """What was picked, as it read then; nothing where that was skipped."""
    return next((one.label for one in reflection.asked if one.prompt == CAME_PROMPT), "")


def _line(text: str, entry: Entry) -> Planned:
    return Planned(None, AnswerForm.IF_THEN, text, entry.id)
