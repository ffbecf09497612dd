"""From an entry to what a search sees of it."""

from collections.abc import Iterator

from tipcoach.practice.answer import (
    CARRY_GROUPS,
    SORT_GROUPS,
    Carried,
    IfThen,
    Lines,
    Promised,
    Sorted,
    YesNotYet,
    as_text,
    is_empty,
)
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.search import Findable


def findable(entry: Entry) -> Findable:
    """What a search sees of an entry: its answers as people read them, and a few facts."""
    answered = [asked for asked in entry.asked if asked.answer and not is_empty(asked.answer)]
    principles = {asked.principle for asked in answered if asked.principle}
    principles |= {entry.watched} if entry.watched else set()
    passages = [passage for asked in answered for passage in passages_of(asked)]
    return Findable(
        id=entry.id,
        kind=entry.kind.value,
        created=entry.created.isoformat(timespec="seconds"),
        purpose=entry.purpose,
        label=entry.visit_label,
        channel=entry.channel.value if entry.channel else "",
        stopped=entry.stopped if entry.sends_elsewhere else None,
        supersedes=_superseded_by(entry),
        principles=tuple(sorted(one.value for one in principles)),
        has=tuple(_has(entry, answered)),
        passages=(*passages, entry.visit_label),
    )


def _superseded_by(entry: Entry) -> str | None:
    """The earlier entry that this one corrects. A link that points forward counts for nothing."""
    earlier = entry.supersedes
    return earlier if earlier and earlier < entry.id else None


def passages_of(asked: Asked) -> list[str]:
    """One answer as people read it; of what is listed, each thing by itself."""
    match asked.answer:
        case None | YesNotYet():
            return []
        case Lines(lines):
            return [*lines]
        case Sorted() as sort:
            return [line for group in SORT_GROUPS for line in sort.group(group)]
        case Carried() as carried:
            return [line for group in CARRY_GROUPS for line in carried.group(group)]
        case Promised(promises):
            return [promise.text for promise in promises]
        case answer:
            return [asked.label or as_text(answer)]


def _has(entry: Entry, answered: list[Asked]) -> Iterator[str]:
    answers = [asked.answer for asked in answered]
    if any(isinstance(answer, Promised) for answer in answers):
        yield "promise"
    if any(isinstance(answer, IfThen) for answer in answers):
        yield "plan"
    if entry.sends_elsewhere:
        yield "stopped"
