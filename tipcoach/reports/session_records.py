"""The record of a session as both see it, with how the other sees it beside it.

The same page from either chair: who does what is said by name.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tipcoach.coach.session_views import Came, NewView, WaitingRecord
from tipcoach.practice.checklist import Principle, PrincipleName
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import Promise, Whose, say_date
from tipcoach.practice.session_record import SessionRecord
from tipcoach.reports.agreements import card_shape
from tipcoach.reports.shared_copies import Line, Voice, principle_name
from tipcoach.supervision.cards import Card
from tipcoach.supervision.mail import Letter

OUR_SYSTEM = "What our system did"
NOTHING_ELSE = (
    "There is nothing else in it: no word of what was said, and none about anybody’s work."
)
NOT_SENT = "It is not sent."
SEE_IT = "It is kept. To see the record here as they will get it, and then send it, type yes."
SEND_IT = "They get exactly this. Type yes to send it; anything else does not."
HOW_DO_YOU_SEE_IT = "Type agreed, or differently, or later. An empty line is later."
IN_YOUR_WORDS = "How do you see it? In your words; they stand beside the record on both sides."
IT_WAITS = "It waits."
NOTHING_WAITS = "No record waits for you."
AGREED = "You agreed. It stands beside the record on both sides."
SEEN_DIFFERENTLY = "Your words stand beside the record on both sides."
NOTHING_SAID_YET = "not said yet"
Names = Mapping[Whose, str]
"""Who does what, in words: by whose it is from the chair of the record."""


def names_of(mine: str, theirs: str) -> Names:
    return {
        Whose.MINE: clean_line(mine),
        Whose.THEIRS: clean_line(theirs),
        Whose.OURS: "ours",
        Whose.ANOTHER_TEAM: "another team",
    }


def record_page(
    record: SessionRecord, names: Names, principles: Sequence[PrincipleName]
) -> list[Line]:
    """All there is of a record: the day, who does what, what it was about, what goes up."""
    lines = [
        Line(Voice.HEADLINE, "The record of a session"),
        Line(Voice.NOTE, f"Held on {say_date(record.held_on, date.min)}."),
    ]
    lines += _block("Agreed", [action_line(each, names) for each in record.actions])
    lines += _block("What it was about", theme_names(record.themes, principles))
    lines += _block("To be raised upwards", [f"– {clean_line(each)}" for each in record.upwards])
    lines += _block("What helped", clean(record.helped).split("\n") if record.helped else [])
    return [*lines, Line(Voice.GAP), Line(Voice.NOTE, NOTHING_ELSE)]


def view_page(view: SessionView | None, writer: str, other: str) -> list[Line]:
    """How the other sees it, beside whose record it is."""
    lines = [Line(Voice.GAP), Line(Voice.HEADING, f"How {clean_line(other)} sees it")]
    if view is None:
        return [*lines, Line(Voice.NOTE, NOTHING_SAID_YET)]
    if view.agreed:
        return [*lines, Line(Voice.ANSWER, f"Agreed, as {clean_line(writer)} wrote it down.")]
    return [*lines, *(Line(Voice.ANSWER, line) for line in clean(view.words).split("\n"))]


def action_line(action: Promise, names: Names) -> str:
    """`□ Ask about the letter · Officer A · by Friday 4 December 2026`."""
    parts = [f"□ {action.text}", names[action.whose]]
    parts += [f"by {say_date(action.due, date.min)}"] if action.due else []
    return " · ".join(parts)


def theme_names(themes: Sequence[str], principles: Sequence[PrincipleName]) -> list[str]:
    return [
        principle_name(Principle(theme), principles) if theme in {*Principle} else OUR_SYSTEM
        for theme in themes
    ]


def _block(heading: str, said: Sequence[str]) -> Iterator[Line]:
    if said:
        yield Line(Voice.GAP)
        yield Line(Voice.HEADING, heading)
        yield from (Line(Voice.ANSWER, each) for each in said)


def letter_page(
    letter: Letter, me: Card, other: Card, principles: Sequence[PrincipleName]
) -> list[Line]:
    """A record that is to be sent, as its reader will see it."""
    content = letter.document.content
    if not isinstance(content, SessionRecord):
        return []
    return record_page(content, names_of(me.name, other.name), principles)


def waiting_page(
    waiting: WaitingRecord, me: Card, principles: Sequence[PrincipleName]
) -> list[Line]:
    """A record that waits for one's view."""
    return record_page(waiting.record, names_of(me.name, waiting.other.name), principles)


def waits_sentence(waiting: WaitingRecord) -> str:
    """That somebody sent the record of a session, and how to read it."""
    name = clean_line(waiting.other.name)
    return f"{name} sent the record of a session. To read it: tipcoach session read"


def new_view_sentence(new: NewView) -> str:
    """That somebody has said how they see a record: `Officer A agreed with the record.`"""
    if new.seen.agreed:
        return f"{new.other.name} agreed with the record of your session."
    return f"{new.other.name} sees the record of your session differently: {new.seen.words}"


def record_shape(record: SessionRecord) -> dict[str, object]:
    """`{"held_on", "actions": [{"text", "whose", "due"}], "themes", "upwards", "helped"}`."""
    return {
        "held_on": record.held_on.isoformat(),
        "actions": [
            {
                "text": each.text,
                "whose": each.whose,
                "due": each.due.isoformat() if each.due else None,
            }
            for each in record.actions
        ],
        "themes": [*record.themes],
        "upwards": [*record.upwards],
        "helped": record.helped,
    }


def view_shape(view: SessionView | None) -> dict[str, object] | None:
    """`{"agreed", "words"}`."""
    return None if view is None else {"agreed": view.agreed, "words": view.words}


def sent_document(entry: Entry, other: Card, *, first: bool) -> str:
    """`{"sent": true, "again": ..., "entry": ..., "to": {...}}`."""
    return _json({"sent": True, "again": not first, "entry": entry.id, "to": card_shape(other)})


def came_document(came: Came, answered: Sequence[tuple[WaitingRecord, Entry, SessionView]]) -> str:
    """`{"waiting": [{"from", "record", "view", "entry"}], "views": [{"from", "entry", "view"}],
    "refused": [...]}`; `view` and `entry` are those of a record that was answered now."""
    now = {id(waiting): (entry, view) for waiting, entry, view in answered}
    waiting = []
    for each in came.waiting:
        entry, view = now.get(id(each), (None, None))
        waiting.append(
            {
                "from": card_shape(each.other),
                "record": record_shape(each.record),
                "view": view_shape(view),
                "entry": entry.id if entry else None,
            }
        )
    views = [
        {"from": card_shape(each.other), "entry": each.entry, "view": view_shape(each.seen)}
        for each in came.views
    ]
    return _json({"waiting": waiting, "views": views, "refused": [*came.refused]})


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
