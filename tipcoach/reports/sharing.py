"""What is said while a copy is prepared, before the yes to it, and when it is taken back."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime

from tipcoach.coach.sharing import QUESTION, Preparing, Preview
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.promises import say_date
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.lenses import identifier_lines, identifiers_sentence
from tipcoach.reports.shared_copies import copy_page, page_text
from tipcoach.reports.wrapping import wrap
from tipcoach.supervision.shared_records import SharedRecord

WIDTH = 78
NOTHING_SHARED = "Nothing is shared."
ALL_OF_IT = "This is all of it, word for word:"
YOUR_QUESTION = "your question"
HEAVY = "Does any of it hold heavy detail, such as harm or a death, that the reader does not need?"
SHARE_THIS = "Type yes to share exactly this; anything else shares nothing."
WHY_YES = (
    "Why we ask: what has been shared may be opened and copied. You can take it back, but nobody "
    "can make it unread."
)
SEEN_WHEN_OPENED = (
    "You see when it is opened in tipcoach, but not when somebody it opens for does so in another "
    "way."
)
TAKE_IT_BACK = "Type yes to take it back; anything else leaves it there."
WHY_TAKE_BACK = (
    "Why we ask: it goes from the shared place, and its reader sees that it was taken back."
)
STAYS_THERE = "It is still shared."


def who_opens_it(preview: Preview) -> list[str]:
    """Who can open a copy, and what will be known of that."""
    lines = [f"{preview.reader.name} opens it, and so can you."]
    if preview.recovery:
        lines += [
            "The organisation’s recovery key opens it as well. The number of that key:",
            preview.recovery.number,
        ]
    return [*lines, SEEN_WHEN_OPENED, seen_first(preview)]


def seen_first(preview: Preview) -> str:
    """What of a copy its reader sees while it is not opened."""
    copy, seen = preview.copy, ["your name", "the month"]
    seen += ["your question"] if copy.question.strip() else []
    seen += ["the principle you name"] if copy.principle else []
    seen += ["the warning"] if copy.heavy else []
    return f"Before it is opened {preview.reader.name} sees {', '.join(seen[:-1])} and {seen[-1]}."


def preview_text(preview: Preview, principles: Sequence[PrincipleName]) -> str:
    """The page its reader will see, between what is said of it."""
    page = page_text(copy_page(preview.copy, principles))
    said = "\n".join(row for line in who_opens_it(preview) for row in wrap(line, WIDTH))
    return f"{ALL_OF_IT}\n\n{page}\n{said}\n"


def lens_sentence(preparing: Preparing) -> str:
    """What the identifiers lens has to say of it as a whole; it may be off."""
    return identifiers_sentence(len(preparing.notices()), is_looked_at=preparing.is_looked_at)


def notice_lines(preparing: Preparing) -> list[str]:
    """What may tell who somebody is, each with where it is; at the end that more may be there."""
    named = [(_named(place), notice) for place, notice in preparing.notices()]
    return identifier_lines(named, is_looked_at=preparing.is_looked_at)


def _named(place: str) -> str:
    return YOUR_QUESTION if place == QUESTION else place


def place_of(preparing: Preparing, place: str) -> str:
    """`answer 2`, as it is numbered when answers are chosen, or the question."""
    if place == QUESTION:
        return YOUR_QUESTION
    number = [part.prompt for part in preparing.parts].index(place) + 1
    return f"answer {number}"


def preview_document(preview: Preview, notices: Sequence[tuple[str, Notice]]) -> str:
    """`{"preview": {...}, "bytes": "the exact document", "notices": [...]}`."""
    return _json(
        {
            "preview": {
                "reader": {"folder": preview.reader.folder, "name": preview.reader.name},
                "recovery": preview.recovery is not None,
                "recovery_number": preview.recovery.number if preview.recovery else None,
                **copy_shape(preview.copy),
            },
            "bytes": preview.letter.written.decode("utf-8"),
            "notices": [
                {"part": place, "quote": one.quote, "about": one.about, "instead": one.instead}
                for place, one in notices
            ],
        }
    )


def copy_shape(copy: SharedCopy) -> dict[str, object]:
    """A copy as a document: `question`, `parts` and the rest, as its reader gets them."""
    return {**asdict(copy), "parts": [asdict(part) for part in copy.parts]}


def shared_sentences(record: SharedRecord, name: str) -> list[str]:
    return [
        f"Shared with {name}, as {record.copy}.",
        f"Next, for {name}: tipcoach review",
        "To see whether it was opened, and what came back: tipcoach inbox",
        f"To take it back: tipcoach take-back {record.copy}",
    ]


def record_document(record: SharedRecord, **more: object) -> str:
    """`{"copy", "entry", "reader", "month", "prompts", "shared_on", "taken_back", ...}`."""
    return _json({**record_shape(record), **more})


def record_shape(record: SharedRecord) -> dict[str, object]:
    return {
        "copy": record.copy,
        "entry": record.entry,
        "reader": record.reader,
        "month": record.month,
        "prompts": [*record.prompts],
        "shared_on": record.shared_on.isoformat(),
        "taken_back": record.is_taken_back,
    }


def opened_sentence(opened: datetime | None, today: date) -> str:
    """When a copy was opened in tipcoach, as far as can be known."""
    if opened is None:
        return "Not opened in tipcoach, as far as can be seen from here."
    return f"Opened in tipcoach on {say_date(opened.date(), today)} at {opened:%H:%M}."


def shared_with_lines(records: Sequence[SharedRecord], today: date) -> Iterator[str]:
    """Whom parts of an entry were shared with, each with what can be done about it."""
    for record in records:
        day = say_date(record.shared_on, today)
        what = f"Parts of it were shared with {record.reader} on {day}"
        if record.is_taken_back:
            yield f"{what}, and taken back."
        else:
            yield f"{what}. To take them back: tipcoach take-back {record.copy}"


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
