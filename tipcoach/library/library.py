"""The library: checklists, visit purposes and pathways, read from the prompt files.

A walk loads only the files it needs, and `checklist()` resolves them for one purpose,
channel and form. An organisation's own prompts are laid over ours; with a mistake in them
ours stand alone, because nothing may keep an officer from landing.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tipcoach.errors import LibraryFault, NotFound
from tipcoach.library.barrier_models import BarrierModel, BarriersModel
from tipcoach.library.barriers import offered
from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.load import Problem, load, nearest
from tipcoach.library.pathway_models import PathwayModel, PathwaysModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored, Known, broken
from tipcoach.library.resolve import BARE, Parts, resolve, resolve_standalone
from tipcoach.library.routes import read_routes
from tipcoach.library.source_models import SourceModel, SourcesModel
from tipcoach.library.standalone import out_of_place, wrong_kind
from tipcoach.library.standard_models import StandardsModel
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import Checklist, Pathway, Principle, PrincipleName
from tipcoach.practice.standard import Standard
from tipcoach.practice.visit import Channel, Form, Purpose

if TYPE_CHECKING:
    from tipcoach.library.overlay_check import Ours
    from tipcoach.library.overlay_files import Overlay

STRANDS = (*(principle.value for principle in Principle), "culture")

Model = TypeVar("Model", ChecklistModel, PrincipleModel, PurposeModel)


class Library:
    """The prompts of one folder. `routes` is the file of the organisation's own routes, and
    `overlay` the folder of its own prompts, which must be there when it is given."""

    def __init__(
        self, folder: Path, routes: Path | None = None, overlay: Path | None = None
    ) -> None:
        self.folder = folder
        self._routes = routes
        self._overlay_folder = overlay
        self._overlay_problems: list[Problem] = []
        # The files that were looked over together, where nothing was wrong; each is read once.
        self._sound: set[tuple[Path, ...]] = set()
        self.routes_fault: LibraryFault | None = None

    @property
    def overlay_fault(self) -> LibraryFault | None:
        """What is wrong with the organisation's own prompts, if anything is; then ours stand."""
        _ = self._overlay
        return LibraryFault(self._overlay_problems) if self._overlay_problems else None

    @property
    def has_overlay(self) -> bool:
        """Whether anything of the organisation's own is laid over ours."""
        return self._overlay is not None and self._overlay.says_something

    @property
    def overlay(self) -> "Overlay | None":
        """The organisation's own prompts, as they are laid over ours."""
        return self._overlay

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """Every purpose, by name. Raises `LibraryFault`, also when two share a letter."""
        found = sorted(map(self.purpose, self._purpose_ids()), key=lambda one: one.name)
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
        models = [*self._own_pathways, *(self._overlay.own_pathways if self._overlay else ())]
        ids = [model.id for model in models]
        routes: dict[str, tuple[str, ...]] = {}
        if self._routes:
            # A mistake there must not keep an officer from landing: the sentence for a route
            # that is not filled in stands for all of them until it is mended.
            try:
                unknown = self.overlay_fault is not None
                routes = read_routes(self._routes, ids, some_are_unknown=unknown)
            except LibraryFault as fault:
                self.routes_fault = fault
        return tuple(
            Pathway(model.id, model.name, model.say, routes.get(model.id, ())) for model in models
        )

    @cached_property
    def barriers(self) -> tuple[Barrier, ...]:
        """What gets in the way, the organisation's own among them. Raises `LibraryFault`."""
        return offered(self._own_barriers, self._overlay.own_barriers if self._overlay else ())

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """What learning can speak to. Raises `LibraryFault`."""
        models = load(self.folder / "standards.yaml", StandardsModel)[0].standards
        return tuple(Standard(model.id, model.body or "", model.name) for model in models)

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
        file, purpose = self._purpose_file(purpose_id)
        return resolve(self._parts(checklist_id, purpose, [file]), channel, form)

    def standalone(self, checklist_id: str) -> Checklist:
        """Resolve a checklist that is not about a visit. Raises `LibraryFault` or `NotFound`."""
        return resolve_standalone(self._parts(checklist_id, BARE, []))

    def again(self, checklist: Checklist) -> Checklist:
        """A checklist as it would be resolved today. Raises `LibraryFault` or `NotFound`."""
        if checklist.channel is None:
            return self.standalone(checklist.id)
        purpose = checklist.purpose or ""
        return self.checklist(checklist.id, purpose, checklist.channel, checklist.form)

    def _parts(
        self, checklist_id: str, purpose: PurposeModel, own_files: Sequence[Authored]
    ) -> Parts:
        """What a checklist is put together from, once all that it refers to is there."""
        checklists, principles = self._checklists, self._principles
        if checklist_id not in checklists:
            raise NotFound(f"There is no checklist called “{checklist_id}”.")
        file, checklist = checklists[checklist_id]
        problems: list[Problem] = []
        # A purpose serves both walks, so its references reach into every checklist.
        files = [one for one, _ in (*checklists.values(), *principles.values())]
        together = tuple(one.path for one in (*files, *own_files))
        if together not in self._sound:
            known = Known([pathway.id for pathway in self.pathways], list(self._source_titles))
            problems += [*broken([*files, *own_files], known), *out_of_place(files)]
            if not problems:
                self._sound.add(together)
        problems += wrong_kind(file, about_a_visit=purpose is not BARE)
        if problems:
            raise LibraryFault(problems)
        parts = Parts(
            checklist=checklist,
            purpose=purpose,
            principles={name: model for name, (_, model) in principles.items()},
            pathways=self.pathways,
            names=self.principles,
            source_titles=self._source_titles,
            barriers=self.barriers,
        )
        if self._overlay:
            from tipcoach.library.overlay import lay_over

            parts = lay_over(parts, self._overlay)
        return parts

    @cached_property
    def _overlay(self) -> "Overlay | None":
        """The organisation's own prompts; none where there are none, or there is a mistake."""
        if self._overlay_folder is None:
            return None
        # Most have none, and must not wait for what reads it.
        from tipcoach.library.overlay_check import overlay_problems
        from tipcoach.library.overlay_files import read_overlay

        overlay = read_overlay(self._overlay_folder)
        self._overlay_problems = overlay_problems(overlay, self._ours)
        return None if self._overlay_problems else overlay

    @property
    def _ours(self) -> "Ours":
        """All our own files: an overlay may name any prompt of any purpose."""
        from tipcoach.library.overlay_check import Ours

        purposes = [self._file("purposes", name, PurposeModel) for name in self._names("purposes")]
        read = (*self._checklists.values(), *self._principles.values(), *purposes)
        pathways = [pathway.id for pathway in self._own_pathways]
        sources = [source.key for source in self._own_sources]
        return Ours([file for file, _ in read], Known(pathways, sources), self._own_barriers)

    @property
    def _checklists(self) -> dict[str, tuple[Authored, ChecklistModel]]:
        names = self._names("checklists")
        return {name: self._file("checklists", name, ChecklistModel) for name in names}

    @property
    def _principles(self) -> dict[str, tuple[Authored, PrincipleModel]]:
        return {name: self._file("principles", name, PrincipleModel) for name in STRANDS}

    @cached_property
    def _own_pathways(self) -> tuple[PathwayModel, ...]:
        return load(self.folder / "pathways.yaml", PathwaysModel)[0].pathways

    @cached_property
    def _own_barriers(self) -> tuple[BarrierModel, ...]:
        return load(self.folder / "barriers.yaml", BarriersModel)[0].barriers

    @cached_property
    def _own_sources(self) -> tuple[SourceModel, ...]:
        return load(self.folder / "sources.yaml", SourcesModel)[0].sources

    @cached_property
    def _source_titles(self) -> dict[str, str]:
        sources = [*self._own_sources, *(self._overlay.own_sources if self._overlay else ())]
        return {source.key: source.title for source in sources}

    @cached_property
    def _read(self) -> dict[Path, object]:
        return {}

    def _file(self, kind: str, name: str, model: type[Model]) -> tuple[Authored, Model]:
        """One file, read once."""
        path = self.folder / kind / f"{name}.yaml"
        if path not in self._read:
            found, document = load(path, model)
            # What it says is in the model, and would be held twice.
            self._read[path] = (Authored(path, replace(document, value=None), found), found)
        return self._read[path]  # type: ignore[return-value]  # keyed by path, so of this model

    def _names(self, kind: str) -> list[str]:
        return sorted(p.stem for p in (self.folder / kind).glob("*.yaml") if p.name[0] != ".")

    def _purpose_ids(self) -> list[str]:
        return sorted(
            [*self._names("purposes"), *(self._overlay.purposes if self._overlay else ())]
        )

    def _purpose(self, purpose_id: str) -> PurposeModel:
        return self._purpose_file(purpose_id)[1]

    def _purpose_file(self, purpose_id: str) -> tuple[Authored, PurposeModel]:
        known = self._purpose_ids()
        if purpose_id not in known:
            raise NotFound(
                f"There is no purpose called “{purpose_id}”{nearest(purpose_id, known)}.",
                f"Known: {', '.join(known)}.",
            )
        if self._overlay and (own := self._overlay.purpose(purpose_id)):
            return self._overlay.purposes[purpose_id], own
        file, model = self._file("purposes", purpose_id, PurposeModel)
        if model.purpose != purpose_id:
            what = f"is “{model.purpose}”, but the file is called {file.path.name}"
            raise LibraryFault([file.problem(("purpose",), what)])
        return file, model
