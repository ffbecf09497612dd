"""Entries, follow-ups and drafts as the bytes of their files.

The text is built by hand in a fixed order, so that a file reads well in any editor.
"""

import json
from dataclasses import asdict
from typing import Any

from tipcoach.practice.answer import shape_of
from tipcoach.practice.checklist import Checklist
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Asked, Entry, Kind
from tipcoach.practice.follow_up import (
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    Said,
    SessionView,
)
from tipcoach.practice.visit import Visit

ENTRY_FORMAT = "tipcoach/entry"
DRAFT_FORMAT = "tipcoach/draft"
VERSION = 1


def write_entry(entry: Entry) -> bytes:
    """An entry as the bytes of its file."""
    return _as_bytes(
        {
            "format": ENTRY_FORMAT,
            "version": VERSION,
            "id": entry.id,
            "kind": entry.kind,
            "created": entry.created.isoformat(timespec="seconds"),
            "visit": _visit_shape(entry.visit, entry.visit_label),
            "form": entry.form,
            "checklist": {"id": entry.checklist_id, "hash": entry.checklist_hash},
            "follows": entry.follows,
            "supersedes": entry.supersedes,
            "stopped": entry.stopped,
            "watched": entry.watched,
            **({"card": asdict(entry.card)} if entry.card else {}),
            **({"with_whom": entry.with_whom} if entry.with_whom else {}),
            "answers": [_asked_shape(asked) for asked in entry.asked],
        }
    )


def write_follow_up(follow_up: FollowUp) -> bytes:
    """A follow-up as the bytes of its file."""
    return _as_bytes(
        {
            "format": ENTRY_FORMAT,
            "version": VERSION,
            "id": follow_up.id,
            "kind": Kind.FOLLOW_UP,
            "created": follow_up.created.isoformat(timespec="seconds"),
            "about": follow_up.about,
            "replaces": follow_up.replaces,
            "said": _said_shape(follow_up.said),
        }
    )


def _said_shape(said: Said) -> dict[str, Any]:
    match said:
        case Recorded(yes):
            return {"what": "recorded", "yes": yes}
        case Hold(holds, look_again, reason):
            day = look_again.isoformat() if look_again else None
            return {"what": "hold", "holds": holds, "look_again": day, "reason": reason}
        case Review(again):
            return {"what": "review", "again": again.isoformat()}
        case PromiseOutcome(number, became, due, told, because):
            return {
                "what": "promise",
                "promise": number,
                "became": became,
                "due": due.isoformat() if due else None,
                "told": told,
                "because": because,
            }
        case SessionView(agreed, words):
            return {"what": "view", "agreed": agreed, "words": words}


def write_draft(draft: Draft) -> bytes:
    """A draft as the bytes of its file; its checklist is beside it in a file of its own."""
    walk = draft.walk
    return _as_bytes(
        {
            "format": DRAFT_FORMAT,
            "version": VERSION,
            "id": draft.id,
            "kind": draft.kind,
            "begun": draft.begun.isoformat(timespec="seconds"),
            "written": draft.written.isoformat(timespec="milliseconds"),
            "visit": _visit_shape(walk.visit, walk.checklist.purpose_label),
            "follows": draft.follows,
            "supersedes": draft.supersedes,
            "watched": walk.watched_before,
            **({"with_whom": draft.with_whom} if draft.with_whom else {}),
            **({"few": True} if walk.few else {}),
            "planned": [asdict(line) for line in walk.planned],
            "at": walk.at,
            "seen": sorted(walk.seen),
            "answers": {
                prompt.id: {"form": prompt.form, "answered": shape_of(walk.answers[prompt.id])}
                for prompt in walk.checklist.prompts
                if prompt.id in walk.answers
            },
        }
    )


def write_checklist(checklist: Checklist) -> bytes:
    """A resolved checklist as the bytes of the file beside a draft."""
    return _as_bytes(asdict(checklist))


def _as_bytes(shape: dict[str, Any]) -> bytes:
    return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _visit_shape(visit: Visit | None, label: str) -> dict[str, Any] | None:
    if visit is None:
        return None
    return {
        "purpose": visit.purpose,
        "label": label,
        "channel": visit.channel,
        "hat": visit.hat,
        "month": visit.month,
    }


def _asked_shape(asked: Asked) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "prompt": asked.prompt,
        "principle": asked.principle,
        "question": asked.question,
        "form": asked.form,
        "outcome": asked.outcome,
    }
    if asked.answer is not None:
        shape["answered"] = shape_of(asked.answer)
    if asked.label:
        shape["label"] = asked.label
    if asked.set_aside:
        shape["set_aside"] = True
    return shape
