"""What the words of a file would ask of an officer, held against what is never asked.

The plain text of the file is looked at and not its model, so that a file with another
mistake in it has these said as well.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tipcoach.library.lines import Document, Path_
from tipcoach.library.load import Problem, problem
from tipcoach.library.never_asked import why_never, why_never_choices

_WORDS = ("question", "quick", "why", "hint", "example", "probe", "heavy")
_SHOWN = frozenset({*_WORDS, "label", "note", "name", "opening", "way_out"})
_OFFERED = ("choices", "barriers")
_NOT_SHOWN = frozenset({"about", "provenance", "sources", "overlay"})


def never_to_be_asked(path: Path, document: Document) -> list[Problem]:
    """Every text or set of choices in a file of prompts that asks what is never asked."""
    found = [(field, why_never(text)) for field, text in _texts(document.value, (), shown=False)]
    found += [(field, why_never_choices(labels)) for field, labels in _choices(document.value, ())]
    return [problem(path, document, field, why) for field, why in found if why]


def _texts(value: object, place: Path_, *, shown: bool) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str) and shown:
        yield place, value
    for key, inner in _inside(value):
        if key not in _NOT_SHOWN:
            yield from _texts(inner, (*place, key), shown=shown or key in _SHOWN)


def _choices(value: object, place: Path_) -> Iterator[tuple[Path_, list[str]]]:
    for key, inner in _inside(value):
        if key in _OFFERED and isinstance(inner, list):
            labels = [str(row.get("label", "")) for row in inner if isinstance(row, Mapping)]
            yield (*place, key), labels
        else:
            yield from _choices(inner, (*place, key))


def _inside(value: object) -> list[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []
