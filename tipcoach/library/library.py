"""The library: checklists, visit purposes and pathways, read from the prompt files.

A walk loads only the files it needs, and `checklist()` resolves them for one purpose,
channel and form.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from tipcoach.errors import LibraryFault, NotFound
from tipcoach.library.load import load, nearest
from tipcoach.library.models import (
    ChecklistModel,
    PathwaysModel,
    PrincipleModel,
    PurposeModel,
    SourcesModel,
)
from tipcoach.library.references import Authored, Known, broken
from tipcoach.library.resolve import Parts, resolve
from tipcoach.library.routes import read_routes
from tipcoach.practice.checklist import Checklist, Pathway, Principle, PrincipleName
from tipcoach.practice.visit import Channel, Form

STRANDS = (*(principle.value for principle in Principle), "culture")

Model = TypeVar("Model", ChecklistModel, PrincipleModel, PurposeModel)


@dataclass(frozen=True, slots=True)
class Purpose:
    """A visit purpose as it is offered: what it is called, and the letter that picks it."""

    id: str
    name: str
    label: str
    letter: str


class Library:
    """The prompts of one folder. `routes` is the file of the organisation's own routes."""

    def __init__(self, folder: Path, routes: Path | None = None) -> None:
        self.folder = folder
        self._routes = routes
        self.routes_fault: LibraryFault | None = None

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """Every purpose, by name. Raises `LibraryFault`, also when two share a letter."""
        found = sorted(map(self.purpose, self._names("purposes")), key=lambda one: one.name)
        letters = [purpose.letter for purpose in found]
        for purpose in found:
            if letters.count(purpose.letter) > 1:
                raise LibraryFault([f"purposes: the letter “{purpose.letter}” picks two of them."])
        return tuple(found)

    def purpose(self, purpose_id: str) -> Purpose:
        """Raises `NotFound` with the nearest spelling, or `LibraryFault`."""
        model = self._purpose(purpose_id)
        return Purpose(model.purpose, model.name, model.label, model.letter)

    @cached_property
    def checklists(self) -> tuple[str, ...]:
        """The ids of the checklists there are."""
        return tuple(self._names("checklists"))

    @cached_property
    def pathways(self) -> tuple[Pathway, ...]:
        """Every pathway, with the organisation's route where it has given one.

        With a mistake in the file of routes none is given, and `routes_fault` says what it is.
        """
        models, _ = load(self.folder / "pathways.yaml", PathwaysModel)
        ids = [model.id for model in models.pathways]
        routes: dict[str, tuple[str, ...]] = {}
        if self._routes:
            # A mistake there must not keep an officer from landing: the sentence for a route
            # that is not filled in stands for all of them until it is mended.
            try:
                routes = read_routes(self._routes, ids)
            except LibraryFault as fault:
                self.routes_fault = fault
        return tuple(
            Pathway(model.id, model.name, model.say, routes.get(model.id, ()))
            for model in models.pathways
        )

    @cached_property
    def principles(self) -> tuple[PrincipleName, ...]:
        """The five as they are shown, in their order."""
        models = [self._file("principles", name, PrincipleModel)[1] for name in STRANDS]
        return tuple(
            PrincipleName(model.principle, model.name, model.mark, model.note or "")
            for model in models
            if model.principle
        )

    def checklist(
        self, checklist_id: str, purpose_id: str, channel: Channel, form: Form
    ) -> Checklist:
        """Resolve one checklist for a visit. Raises `LibraryFault` or `NotFound`."""
        purpose = self._purpose(purpose_id)
        # A purpose serves both walks, so its references reach into every checklist.
        checklists = {
            name: self._file("checklists", name, ChecklistModel)
            for name in self._names("checklists")
        }
        principles = {name: self._file("principles", name, PrincipleModel) for name in STRANDS}
        if checklist_id not in checklists:
            raise NotFound(f"There is no checklist called “{checklist_id}”.")
        files = [file for file, _ in (*checklists.values(), *principles.values())]
        files.append(self._file("purposes", purpose_id, PurposeModel)[0])
        known = Known([pathway.id for pathway in self.pathways], list(self._source_titles))
        if problems := broken(files, known):
            raise LibraryFault(problems)
        parts = Parts(
            checklist=checklists[checklist_id][1],
            purpose=purpose,
            principles={name: model for name, (_, model) in principles.items()},
            pathways=self.pathways,
            names=self.principles,
            source_titles=self._source_titles,
        )
        return resolve(parts, channel, form)

    @cached_property
    def _source_titles(self) -> dict[str, str]:
        models, _ = load(self.folder / "sources.yaml", SourcesModel)
        return {source.key: source.title for source in models.sources}

    @cached_property
    def _read(self) -> dict[Path, object]:
        return {}

    def _file(self, kind: str, name: str, model: type[Model]) -> tuple[Authored, Model]:
        """One file, read once."""
        path = self.folder / kind / f"{name}.yaml"
        if path not in self._read:
            found, document = load(path, model)
            self._read[path] = (Authored(path, document, found), found)
        return self._read[path]  # type: ignore[return-value]  # keyed by path, so of this model

    def _names(self, kind: str) -> list[str]:
        return sorted(p.stem for p in (self.folder / kind).glob("*.yaml") if p.name[0] != ".")

    def _purpose(self, purpose_id: str) -> PurposeModel:
        known = self._names("purposes")
        if purpose_id not in known:
            raise NotFound(
                f"There is no purpose called “{purpose_id}”{nearest(purpose_id, known)}.",
                f"Known: {', '.join(known)}.",
            )
        file, model = self._file("purposes", purpose_id, PurposeModel)
        if model.purpose != purpose_id:
            what = f"is “{model.purpose}”, but the file is called {file.path.name}"
            raise LibraryFault([file.problem(("purpose",), what)])
        return model
