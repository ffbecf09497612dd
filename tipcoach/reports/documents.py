"""What a command answers with: one JSON document for programs, lines of text for people."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from tipcoach.coach.erasing import Erasing
from tipcoach.coach.reading import Listing
from tipcoach.journal.written import write_entry, write_follow_up
from tipcoach.practice.card import Card
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp
from tipcoach.practice.lenses.notice import Notice
from tipcoach.reports.entries import row_of
from tipcoach.reports.erasing import out_of_reach
from tipcoach.reports.lenses import notices_shape


def kept_document(entry: Entry, seen: Sequence[tuple[str, Notice]]) -> str:
    """`{"kept": true, "id": ..., "kind": ..., "stopped": ..., "notices": [...]}`, nothing quoted.

    `seen` is what the lenses see in it, each with the id of its prompt.
    """
    return _json(
        {
            "kept": True,
            "id": entry.id,
            "kind": entry.kind.value,
            "stopped": entry.stopped,
            "notices": notices_shape(seen),
        }
    )


def record_document(record: Entry | FollowUp) -> str:
    """A record exactly as its file holds it."""
    data = write_entry(record) if isinstance(record, Entry) else write_follow_up(record)
    return data.decode("utf-8")


def follow_up_document(follow_up: FollowUp) -> str:
    return record_document(follow_up).rstrip("\n")


def erased_document(erasing: Erasing) -> str:
    """What was erased, by ids, and what is out of reach."""
    return _json(
        {
            "erased": [*erasing.versions, *erasing.follow_ups],
            "drafts": [*erasing.drafts],
            "out_of_reach": [*out_of_reach(erasing)],
        }
    )


def card_document(card: Card) -> str:
    """`{"title": ..., "rows": [{"label": ..., "text": ...}]}`, nothing folded."""
    return _json(_card_shape(card))


def sample_document(card: Card, entry: Entry) -> str:
    """`{"sample": true, "card": ..., "entry": ...}`, the entry as its file holds it."""
    shape = json.loads(write_entry(entry))
    return _json({"sample": True, "card": _card_shape(card), "entry": shape})


def _card_shape(card: Card) -> dict[str, object]:
    return {
        "title": card.title,
        "rows": [{"label": row.label, "text": row.text} for row in card.rows],
    }


def listing_document(pages: Iterable[Listing]) -> str:
    """Entries without their text, whether there are `more`, and files found but not used."""
    entries: list[dict[str, object]] = []
    unused: dict[str, str] = {}
    more = False
    for page in pages:
        entries += [_row_shape(entry) for entry in page.entries]
        unused |= dict(page.unused)
        more = page.more
    files = [{"file": name, "reason": reason} for name, reason in unused.items()]
    return _json({"entries": entries, "more": more, "unused": files})


def _row_shape(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "created": entry.created.isoformat(timespec="seconds"),
        "purpose": entry.purpose,
        "channel": entry.channel,
        "stopped": entry.stopped,
    }


def listing_text(listing: Listing, principles: Sequence[PrincipleName], today: date) -> str:
    """One line an entry, newest first, with the id that `journal show` takes."""
    if not listing.entries:
        return "Nothing kept yet. `tipcoach prepare` begins one.\n"
    lines = []
    for entry in listing.entries:
        row = row_of(entry, principles)
        lines.append(f"{entry.id}  {row.when(today):<12}{''.join(row.columns)}")
    if listing.more:
        lines.append("There are more: --limit N, or --all.")
    return "\n".join(lines) + "\n"


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
