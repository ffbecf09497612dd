"""A file of answers, YAML or JSON, as plain values with the line of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import AnswersRefused
from tipcoach.library.lines import Document, YamlFault, read_file
from tipcoach.library.load import nearest
from tipcoach.practice.plaintext import clean_line

_PARTS = {"visit": ("purpose", "channel", "hat"), "form": (), "answers": ()}


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file of answers says, its shapes not yet read.

    `lines` are those of the answers by prompt id, and of `purpose`, `channel`, `hat` and `form`.
    """

    visit: Mapping[str, object]
    form: object
    answers: Mapping[str, object]
    lines: Mapping[str, int]


def read_as_plain(path: Path) -> Document:
    """A file as plain values with their lines. Raises `AnswersRefused` when it cannot be read."""
    try:
        return _read(path)
    except YamlFault as fault:
        raise AnswersRefused([f"{path.name}, line {fault.line}: the file {fault.what}."]) from None
    except OSError as fault:
        raise AnswersRefused([f"{path} cannot be opened: {fault.strerror}."]) from None


def _read(path: Path) -> Document:
    """Nearly all JSON is YAML too, and read so it has line numbers; the rest is read as JSON."""
    try:
        return read_file(path)
    except YamlFault as fault:
        if not fault.what.startswith("is not YAML"):
            raise
        try:
            return Document(json.loads(path.read_bytes(), object_pairs_hook=_once_each), {})
        except (ValueError, RecursionError):
            raise fault from None


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def read_answers(path: Path) -> AnswersFile:
    """Read a file of answers. Raises `AnswersRefused` with all that is wrong at the top."""
    document = read_as_plain(path)
    found = document.value
    if not isinstance(found, dict):
        raise AnswersRefused([f"{path.name}: the file wants visit, form and answers."])
    problems = [
        f"{path.name}, line {document.line((key,))}: {clean_line(key)[:60]} is not a part of an "
        f"answers file{nearest(key, list(_PARTS))}."
        for key in found
        if key not in _PARTS
    ]
    visit, answers = found.get("visit", {}), found.get("answers", {})
    for name, part in (("visit", visit), ("answers", answers)):
        if not isinstance(part, dict):
            problems.append(f"{path.name}, line {document.line((name,))}: {name} wants fields.")
    if isinstance(visit, dict):
        problems += [
            f"{path.name}, line {document.line(('visit', key))}: visit.{clean_line(key)[:60]} is "
            f"not a field here{nearest(key, list(_PARTS['visit']))}."
            for key in visit
            if key not in _PARTS["visit"]
        ]
    if problems:
        raise AnswersRefused(problems)
    lines = {key: document.line(("answers", key)) for key in answers}
    lines |= {key: document.line(("visit", key)) for key in visit}
    lines["form"] = document.line(("form",))
    return AnswersFile(visit, found.get("form"), answers, lines)
