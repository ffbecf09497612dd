"""A translation beside the language it is from: every text in the one has its like in the other.

Files are compared by what they hold, not by line: a list of prompts by their ids, so that a
translation may stand in another order.
"""

from collections.abc import Iterator
from pathlib import Path

from tipcoach.library.lines import Document, Path_, YamlFault, read_file
from tipcoach.library.load import Problem, problem

_NOT_TRANSLATED = frozenset(
    {
        "id", "checklist", "purpose", "principle", "strand", "phase", "kind", "group", "answer",
        "pathway", "value", "when", "unless", "drops", "always_stops", "sources", "nations",
        "forms", "letter", "mark", "provenance", "key", "address", "choices_from",
    }
)  # fmt: skip
_NAMES = ("id", "prompt", "value", "key")


def missing_strings(folder: Path, original: Path) -> Iterator[Problem]:
    """Every text of `original` that has no like in `folder`, one problem each.

    What cannot be read is left to whoever reads it for itself.
    """
    for path in sorted(original.rglob("*.yaml")):
        name = path.relative_to(original)
        if name.parts[0] in ("sample", "house-style.yaml", "released.yaml"):
            continue
        translated = folder / name
        if not translated.exists():
            yield Problem(name.as_posix(), None, "", f"is missing; {original.name} has it")
            continue
        try:
            theirs, ours = read_file(translated, []), read_file(path, [])
        except (YamlFault, OSError):
            continue
        yield from _compare(translated, theirs, theirs.value, ours.value, (), original.name)


def _compare(
    path: Path, document: Document, here: object, there: object, at: Path_, language: str
) -> Iterator[Problem]:
    match there:
        case dict():
            found = here if isinstance(here, dict) else {}
            for key, value in there.items():
                if key in _NOT_TRANSLATED:
                    continue
                if key not in found:
                    yield from _missing(path, document, (*at, key), value, language)
                else:
                    inner = (*at, key)
                    yield from _compare(path, document, found[key], value, inner, language)
        case list():
            listed = here if isinstance(here, list) else []
            for place, item in enumerate(there):
                yield from _compare_item(path, document, listed, (*at, place), item, language)


def _compare_item(
    path: Path, document: Document, listed: list[object], at: Path_, item: object, language: str
) -> Iterator[Problem]:
    """One item of a list, found again by its id; lists of plain texts by their place."""
    name = _name_of(item)
    place = int(at[-1])
    if name:
        for other, found in enumerate(listed):
            if _name_of(found) == name:
                yield from _compare(path, document, found, item, (*at[:-1], other), language)
                return
        what = f"has no “{name}”; {language} has one"
        yield problem(path, document, at[:-1], what)
    elif place >= len(listed):
        yield from _missing(path, document, at, item, language)


def _name_of(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    return next((str(item[name]) for name in _NAMES if name in item), "")


def _missing(
    path: Path, document: Document, at: Path_, value: object, language: str
) -> Iterator[Problem]:
    """Every text under `value`, of which nothing is there."""
    match value:
        case str():
            yield problem(path, document, at, f"is missing; {language} has it")
        case dict():
            for key, inner in value.items():
                if key not in _NOT_TRANSLATED:
                    yield from _missing(path, document, (*at, key), inner, language)
        case list():
            for place, inner in enumerate(value):
                yield from _missing(path, document, (*at, place), inner, language)
