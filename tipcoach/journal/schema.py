"""The shape of the file of an entry as JSON Schema: for whoever reads a journal by program.

It is worked out from the models that read the files, so it cannot say anything else. What
each field is for is in words here.
"""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from tipcoach.journal.format import RECORD
from tipcoach.journal.written import VERSION

Schema = dict[str, Any]

_FOR_ALL = {
    "format": "Always tipcoach/entry.",
    "version": "The version of this format. A reader that does not know it leaves the file alone.",
    "id": "A ULID, and the name of the file. Its first ten signs are the time it was begun.",
    "kind": "What kind of record it is; the other fields follow from it.",
    "created": "When it was written, with its zone.",
}

_FOR_ALL_WALKED = {
    **_FOR_ALL,
    "form": "The quick form or the full one.",
    "checklist": "The checklist that was walked.",
    "supersedes": "The earlier version of the same entry.",
    "stopped": "The pathway of the stop rule that ended ordinary questions.",
    "answers": "Every question that was on screen, in order.",
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "Entry": {
        "": "A preparation or a reflection. Written once and never changed.",
        **_FOR_ALL_WALKED,
        "visit": "What the visit was for and how it took place. Nothing in it names anybody.",
        "follows": "The preparation that a reflection looks back on.",
        "watched": "The principle picked to be looked at closely.",
        "card": "The words of the card, as they were when it was written.",
    },
    "Standalone": {
        "": "What is not about a visit: how an officer is doing, or a team. Written once.",
        **_FOR_ALL_WALKED,
        "visit": "None: it is not about a visit.",
        "follows": "None.",
        "watched": "None.",
        "card": "None.",
        "with_whom": "Whom a session was with, by the name of their folder in the shared place.",
    },
    "Visit": {
        "": "A visit, without a name, a place or a day.",
        "purpose": "The id of its purpose; none after a stop rule.",
        "label": "The purpose as it was shown.",
        "channel": "How it took place.",
        "hat": "Whether the officer was there as landlord, to support, or both.",
        "month": "The month it was in.",
    },
    "Checklist": {
        "": "Which checklist it was.",
        "id": "Its id.",
        "hash": "A sum over its words, so that two entries can be told to have had the same.",
    },
    "Asked": {
        "": "One question as it was asked, and what came of it.",
        "prompt": "The id of the prompt.",
        "principle": "The principle it belongs to, if it belongs to one.",
        "question": "The words of the question as they were on screen.",
        "form": "What form an answer takes.",
        "outcome": "Whether it was answered, skipped, only shown, or answered and not kept.",
        "answered": "The answer, in the shape of its form.",
        "label": "What was picked, in the words that were on screen.",
        "set_aside": "Whether its condition had closed again, and it was kept all the same.",
    },
    "Card": {
        "": "What a card says beside the answers.",
        "opening": "A sentence to open with.",
        "way_out": "A sentence to end with.",
        "stops": "What ends the ordinary questions.",
    },
    "Stop": {
        "": "A stop rule.",
        "label": "What it is about, as it was shown.",
        "pathway": "The organisation's route for it.",
    },
    "FollowUp": {
        "": "What became of an entry. The entry itself is not changed by it.",
        **_FOR_ALL,
        "about": "The id of the entry it is about.",
        "replaces": "The id of the follow-up whose place it takes.",
        "said": "What it says.",
    },
    "Recorded": {
        "": "Whether what a stop rule sent elsewhere has been recorded there.",
        "what": "That it says this.",
        "yes": "Whether it has been.",
    },
    "Hold": {
        "": "That an entry is held for somebody who asked to see records, or no longer is.",
        "what": "That it says this.",
        "holds": "Whether it is held from now on.",
        "look_again": "The day to look at it again.",
        "reason": "Why, in the officer's words.",
    },
    "Review": {
        "": "That an entry was looked at again and is kept.",
        "what": "That it says this.",
        "again": "The day to look at it next.",
    },
    "Promise": {
        "": "What became of one promise of an entry.",
        "what": "That it says this.",
        "promise": "Which promise of the entry, counted from one.",
        "became": "Whether it was kept, given a new date, or not kept.",
        "due": "The new date, when it has one.",
        "told": "Whether those it was made to have been told; nothing when it was kept.",
        "because": "The id of what got in the way, if that was said.",
    },
    "View": {
        "": "How the other of the two sees the record of a session.",
        "what": "That it says this.",
        "agreed": "Whether they agree with it as it stands.",
        "words": "How they see it, in their words; empty when they agree.",
    },
}
"""What each shape (`""`) and each field in it is for."""


def entry_schema() -> Schema:
    """The schema of the files of entries, of every kind."""
    made = RECORD.json_schema(schema_generator=_Untitled)
    shapes = {
        _plain(name): _described(_plain(name), shape) for name, shape in made["$defs"].items()
    }
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": f"An entry of a tipcoach journal, version {VERSION}",
        "description": "One file, UTF-8, written once. Its name is its id.",
        "oneOf": _renamed(made["oneOf"]),
        "$defs": {name: _described(name, shape) for name, shape in shapes.items()},
    }


def _described(name: str, shape: Schema) -> Schema:
    """One shape with its words; those of a list of choices are its own."""
    words = WORDS.get(name, {"": " ".join(shape.get("description", "").split())})
    described = {"description": words[""], **_without(shape, "title", "description")}
    if "properties" in shape:
        described["properties"] = {
            field: {"description": words.get(field, ""), **about}
            for field, about in shape["properties"].items()
        }
    renamed: Schema = _renamed(described)
    return renamed


def _without(shape: Schema, *keys: str) -> Schema:
    return {key: value for key, value in shape.items() if key not in keys}


def _plain(name: str) -> str:
    """The name of a shape as a reader would say it."""
    return name.removeprefix("_").removesuffix("File")


def _renamed(shape: Any) -> Any:
    """The same with every reference to a shape by its plain name."""
    match shape:
        case {"$ref": str(ref)}:
            path, _, name = ref.rpartition("/")
            return {**shape, "$ref": f"{path}/{_plain(name)}"}
        case dict():
            return {key: _renamed(inner) for key, inner in _without(shape, "discriminator").items()}
        case list():
            return [_renamed(inner) for inner in shape]
    return shape


class _Untitled(GenerateJsonSchema):
    """Without a title for each field: an editor would show its name twice."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False
