"""What is wrong with the files of the wording lens beyond their shape, each with the line of the
phrase itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.library.lens_models import FamiliesModel, WordingModel
from tipcoach.library.lines import Document, Path_
from tipcoach.library.load import Problem, problem
from tipcoach.library.references import unknown
from tipcoach.practice.lenses.phrases import NotAPhrase, read_phrase

if TYPE_CHECKING:
    from tipcoach.library.folder import Folder


@dataclass(frozen=True, slots=True)
class LensFile:
    """One file of the wording lens, as it was read."""

    path: Path
    model: WordingModel | FamiliesModel
    document: Document

    def problem(self, place: Path_, what: str) -> Problem:
        # A bare phrase has no field of its own.
        while place not in self.document.lines and place:
            place = place[:-1]
        return problem(self.path, self.document, place, what)


def together(files: Sequence[LensFile]) -> WordingModel:
    """The whole lens: the families of all files, with what the first says for all."""
    shared = files[0].model
    assert isinstance(shared, WordingModel)  # noqa: S101  (it is read first)
    families = tuple(family for file in files for family in file.model.families)
    return shared.model_copy(update={"families": families})


def phrase_faults(files: Sequence[LensFile]) -> Iterator[Problem]:
    """Every phrase that cannot be looked for."""
    lists: dict[str, Sequence[str]] = {}
    for file in files:
        if isinstance(file.model, WordingModel):
            for name, listed in file.model.lists.items():
                faults = [*_not_phrases(_each(("lists", name), listed), {})]
                yield from (file.problem(*fault) for fault in faults)
                # The phrases that name a list are not blamed for what is wrong in it.
                lists[name] = ("sound",) if faults else listed
        for fault in _not_phrases(file.model.phrases(), lists):
            yield file.problem(*fault)


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
    yield from phrase_faults(folder.wording)
    met: set[str] = set()
    known = folder.known.sources
    for file in folder.wording:
        for n, family in enumerate(file.model.families):
            if family.id in met:
                yield file.problem(("families", n, "id"), f"is “{family.id}” a second time")
            met.add(family.id)
            for m, key in enumerate(family.sources):
                if known is not None and key not in known:
                    yield file.problem(("families", n, "sources", m), unknown(key, known))
