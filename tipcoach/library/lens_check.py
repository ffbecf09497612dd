"""What is wrong with a lens file beyond its shape, each with the line of the phrase itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.library.lens_models import WordingModel
from tipcoach.library.lines import Document, Path_
from tipcoach.library.load import Problem, problem
from tipcoach.library.references import unknown
from tipcoach.practice.lenses.phrases import NotAPhrase, read_phrase

if TYPE_CHECKING:
    from tipcoach.library.folder import Folder


def phrase_faults(path: Path, model: WordingModel, document: Document) -> Iterator[Problem]:
    """Every phrase that cannot be looked for."""
    for place, fault in _faults(model):
        # A bare phrase has no field of its own.
        while place not in document.lines and place:
            place = place[:-1]
        yield problem(path, document, place, fault)


def _faults(model: WordingModel) -> Iterator[tuple[Path_, str]]:
    lists: dict[str, Sequence[str]] = {}
    for name, listed in model.lists.items():
        faults = [*_not_phrases(_each(("lists", name), listed), {})]
        yield from faults
        # The phrases that name a list are not blamed for what is wrong in it.
        lists[name] = ("sound",) if faults else listed
    yield from _not_phrases(model.phrases(), lists)


def _not_phrases(
    phrases: Iterable[tuple[Path_, str]], lists: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Path_, str]]:
    for place, phrase in phrases:
        try:
            read_phrase(phrase, lists)
        except NotAPhrase as fault:
            yield place, f"“{phrase}” {fault}"


def _each(place: Path_, said: Sequence[str]) -> Iterator[tuple[Path_, str]]:
    return (((*place, n), one) for n, one in enumerate(said))


def lens_faults(folder: "Folder") -> Iterator[Problem]:
    """Everything that is wrong with the lens files of a folder of prompts."""
    if folder.wording is None:
        return
    model, document = folder.wording
    path = folder.path / "lenses/wording.yaml"
    yield from phrase_faults(path, model, document)
    ids = [family.id for family in model.families]
    known = folder.known.sources
    for n, family in enumerate(model.families):
        if family.id in ids[:n]:
            place: Path_ = ("families", n, "id")
            yield problem(path, document, place, f"is “{family.id}” a second time")
        for m, key in enumerate(family.sources):
            if known is not None and key not in known:
                place = ("families", n, "sources", m)
                yield problem(path, document, place, unknown(key, known))
