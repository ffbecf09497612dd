"""What an officer shared and what came back, as text and as a document."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from tipcoach.coach.inbox import Inbox, Said, Shared, Where
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import say_date
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.shared_copies import copy_page, page_text, said_month
from tipcoach.reports.sharing import copy_shape, opened_sentence, record_shape
from tipcoach.reports.wrapping import wrap

WIDTH = 78
NOTHING_SHARED_YET = "You have shared nothing. To share answers of an entry: tipcoach share ID\n"
BOTH_STAND = "What is said by either of you stands beside what the other says."
WHERES = {
    Where.THERE: "It is there.",
    Where.TAKEN_BACK: "Taken back.",
    Where.NOT_THERE: "It is not in the shared place, or not yet.",
}


def inbox_text(inbox: Inbox, today: date) -> str:
    """Each copy with when it was opened and what was said of it, the newest first."""
    if not inbox.shared:
        return NOTHING_SHARED_YET
    lines: list[str] = []
    for shared in inbox.shared:
        lines += [*_shared_lines(shared, today), ""]
    return "\n".join(lines[:-1]) + "\n"


def _shared_lines(shared: Shared, today: date) -> Iterator[str]:
    record = shared.record
    yield record.copy
    day = say_date(record.shared_on, today)
    about = f", {clean_line(record.concerning)}" if record.concerning else ""
    yield from _in(f"{said_month(record.month)}{about}. Shared with {shared.reader_name} on {day}.")
    if record.question:
        yield from _in(f"You asked: {record.question}")
    yield from _in(f"{WHERES[shared.where]} {opened_sentence(shared.opened, today)}")
    for line in said_lines(shared.said):
        yield from _in(line)


def said_lines(said: Sequence[Said]) -> Iterator[str]:
    """What each of the two said, the reader's first, under whose it is."""
    for one in said:
        yield f"{'You' if one.mine else one.name}: {one.text}"


def _in(text: str) -> Iterator[str]:
    return (f"  {line}" for line in wrap(text, WIDTH - 2))


def read_again_text(
    copy: SharedCopy, shared: Shared, principles: Sequence[PrincipleName], today: date
) -> str:
    """A copy as its reader gets it, and under it what is known and was said of it."""
    page = page_text(copy_page(copy, principles))
    return f"{page}\n" + "\n".join(_shared_lines(shared, today)) + "\n"


def inbox_document(inbox: Inbox) -> str:
    """`{"shared": [{"copy", ..., "where", "opened", "said": [...]}], "refused": [...]}`."""
    shape = {"shared": [shared_shape(each) for each in inbox.shared], "refused": [*inbox.refused]}
    return json.dumps(shape, ensure_ascii=False, indent=2)


def read_again_document(copy: SharedCopy, shared: Shared) -> str:
    """What is known of a copy, and all of it under `content`."""
    shape = {**shared_shape(shared), "content": copy_shape(copy)}
    return json.dumps(shape, ensure_ascii=False, indent=2)


def shared_shape(shared: Shared) -> dict[str, object]:
    opened = shared.opened
    return {
        **record_shape(shared.record),
        "concerning": shared.record.concerning,
        "question": shared.record.question,
        "where": shared.where.name.lower().replace("_", "-"),
        "opened": opened.isoformat(timespec="minutes") if opened else None,
        "said": said_shape(shared.said),
    }


def said_shape(said: Sequence[Said]) -> list[dict[str, object]]:
    return [{"name": one.name, "mine": one.mine, "text": one.text} for one in said]
