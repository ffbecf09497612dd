"""What can still be looked at of a file with faults in it.

A walk refuses such a file, and is right to. Whoever checks a folder wants to hear of the rest
as well: what is wrong is given a stand-in or left out, and what that puts in doubt is said.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from tipcoach.errors import LibraryFault
from tipcoach.library.lines import MOST_BYTES, Document, Path_
from tipcoach.library.load import Problem, in_document, load, read
from tipcoach.practice.visit import Channel

MOST_FAULTS = 200
"""In one file; with more it is left alone, so that no file keeps anyone waiting."""

_WORDS = "…"
_EVERY_CHANNEL = {channel.value: _WORDS for channel in Channel}
_STAND_INS: dict[str, object] = {
    **dict.fromkeys(("name", "title", "label", "mark", "question", "why", "overlay"), _WORDS),
    **dict.fromkeys(("author", "lived_experience", "hurts", "good", "do_not_ask"), _WORDS),
    "group": "start",
    "letter": "a",
    "about": {"hurts": _WORDS, "good": _WORDS, "do_not_ask": _WORDS},
    "provenance": {"author": _WORDS, "lived_experience": _WORDS},
    "opening": _EVERY_CHANNEL,
    "way_out": _EVERY_CHANNEL,
    "card": {"opening": _EVERY_CHANNEL, "way_out": _EVERY_CHANNEL},
}
"""For fields that have to be there and that no walk turns on."""
_NAMES = ("id", "value", "pathway", "prompt", "key")
_WRITTEN_ID = re.compile(r"^ *(?:- +)?id: *([a-z0-9.-]+) *$", re.MULTILINE)
_OF_THE_FILE = ("checklist", "principle", "purpose")


@dataclass(slots=True)
class Salvaged:
    """One file, as far as it can be used.

    A stand-in has no line in `document`: only what was written is looked at. `in_doubt` are
    prompts of which something was left out, `gone` names that were written and did not stay,
    `shaky` says that something outside any prompt was left out.
    """

    model: BaseModel | None = None
    document: Document | None = None
    problems: list[Problem] = field(default_factory=list)
    in_doubt: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    shaky: bool = False


def salvage(path: Path, model: type[BaseModel]) -> Salvaged:
    """Read `path` as `model`, with all its problems and with what is left of it."""
    try:
        return Salvaged(*load(path, model))
    except LibraryFault as fault:
        problems = [one for one in fault.problems if isinstance(one, Problem)]
    try:
        document, _ = read(path)
    except LibraryFault:
        return Salvaged(problems=problems, gone=_names_written(path))
    mending = _Mending(path, deepcopy(document.value), dict(document.lines))
    mending.left.problems = problems
    return mending.until_it_loads(model)


class _Mending:
    def __init__(self, path: Path, value: object, lines: dict[Path_, int]) -> None:
        self._path = path
        self._value = value
        self._lines = lines
        self.left = Salvaged()

    def until_it_loads(self, model: type[BaseModel]) -> Salvaged:
        for _ in range(MOST_FAULTS):
            try:
                self.left.model = model.model_validate(self._value)
            except ValidationError as fault:
                error = fault.errors(include_url=False)[0]
                document = Document(self._value, self._lines)
                place = in_document(document, error["loc"])
                if not self._mend(place, missing=error["type"] == "missing"):
                    break
            else:
                self.left.document = Document(self._value, self._lines)
                return self.left
        self.left.gone |= _names_in(self._value)
        return self.left

    def _mend(self, place: Path_, *, missing: bool) -> bool:
        """Put a stand-in at `place`, or leave out what is there; whether there was a way."""
        if not missing:
            while place and place not in self._lines:
                place = place[:-1]
        # An item of a list takes its list along, so that the others keep their places.
        while place and isinstance(place[-1], int):
            place = place[:-1]
        if not place:
            return False
        parent = self._at(place[:-1])
        name = str(place[-1])
        if not isinstance(parent, dict):
            return self._mend(place[:-1], missing=False)
        self.left.gone |= _names_in({name: parent.get(name)})
        for known in [known for known in self._lines if known[: len(place)] == place]:
            del self._lines[known]
        if name in _STAND_INS:
            parent[name] = _STAND_INS[name]
        elif len(place) == 1 and name in _OF_THE_FILE:
            parent[name] = self._path.stem
        elif name in _NAMES and (missing or name != "pathway" or "stops" in place):
            parent[name] = f"no-name-{len(self.left.gone)}"
            self.left.gone.add(parent[name])
            self._doubt(place)
        elif missing:
            return False
        else:
            del parent[name]
            self._doubt(place)
        return True

    def _doubt(self, place: Path_) -> None:
        """Put the prompt that `place` is in in doubt, or the file when it is in none."""
        for end in range(len(place) - 1, 1, -1):
            if place[end - 2] in ("prompts", "adds") and isinstance(place[end - 1], int):
                prompt = self._at(place[:end])
                if isinstance(prompt, dict):
                    self.left.in_doubt.add(str(prompt.get("id")))
                    return
        self.left.shaky = True

    def _at(self, place: Path_) -> object:
        here = self._value
        for part in place:
            if isinstance(here, dict):
                here = here.get(str(part))
            elif isinstance(here, list) and isinstance(part, int):
                here = here[part]
        return here


def _names_written(path: Path) -> set[str]:
    """The ids in a text that is no YAML; none of a file that is not ours to look into."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
        return set()
    return {*_WRITTEN_ID.findall(path.read_text(encoding="utf-8", errors="replace"))}


def _names_in(value: object) -> set[str]:
    """Every id or key that stands anywhere in `value`."""
    found: set[str] = set()
    match value:
        case dict():
            found |= {str(value[name]) for name in ("id", "key") if name in value}
            for inner in value.values():
                found |= _names_in(inner)
        case list():
            for inner in value:
                found |= _names_in(inner)
    return found
