"""Every walk a folder of prompts can make, with what is broken in it left out.

A reference that leads nowhere is said where it stands. Here it is let go of, so that one slip
does not hide what else a walk would show.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.folder import Folder
from tipcoach.library.library import STRANDS
from tipcoach.library.models import Provenance
from tipcoach.library.overlay import lay_over
from tipcoach.library.overlay_files import Overlay
from tipcoach.library.overlay_models import OverlayModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import GateModel, PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import cannot_be_taken_out
from tipcoach.library.resolve import BARE, PHASES, Parts, resolve, resolve_standalone
from tipcoach.practice.checklist import Checklist, Pathway, Principle
from tipcoach.practice.visit import Channel, Form

Model = TypeVar("Model", bound=BaseModel)

_NOBODY = Provenance(author="…", lived_experience="…")


def every_walk(folder: Folder) -> list[Checklist]:
    """Each checklist for every purpose, channel and form, and once where it is about no visit."""
    purposes = [file.model for file in folder.authored if isinstance(file.model, PurposeModel)]
    return [*_walks(folder, purposes), *_standalone_walks(folder)]


def walks_by_themselves(folder: Folder) -> list[Checklist]:
    """Each checklist for every channel and form, with nothing from any purpose."""
    return _walks(folder, [BARE])


def _standalone_walks(folder: Folder) -> list[Checklist]:
    parts = _Mended(folder).parts([BARE])
    return [resolve_standalone(one) for one in parts if one.checklist.kind not in PHASES]


def _walks(folder: Folder, purposes: Sequence[PurposeModel]) -> list[Checklist]:
    parts = [one for one in _Mended(folder).parts(purposes) if one.checklist.kind in PHASES]
    return [resolve(one, channel, form) for one in parts for channel in Channel for form in Form]


def _empty(strand: str) -> PrincipleModel:
    """What stands for a file that cannot be used: purposes still add to it."""
    principle = Principle(strand) if strand in list(Principle) else None
    return PrincipleModel(principle=principle, name="…", mark="…", provenance=_NOBODY, prompts=())


class _Mended:
    """Models without what leads nowhere: gates on prompts there are not, drops that are refused."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._asked = {prompt.id for _, prompt in folder.prompts()} - folder.in_doubt
        self._kept = cannot_be_taken_out(folder.authored)

    def parts(self, purposes: Sequence[PurposeModel]) -> list[Parts]:
        """What each checklist is put together from, for each of `purposes`."""
        folder = self._folder
        models = [self.model(file.model) for file in folder.authored]
        principles: Mapping[str, PrincipleModel] = {
            file.path.stem: model
            for file, model in zip(folder.authored, models, strict=True)
            if isinstance(model, PrincipleModel)
        }
        parts = [
            Parts(
                checklist=checklist,
                purpose=self.purpose(purpose),
                principles={name: principles.get(name) or _empty(name) for name in STRANDS},
                pathways=tuple(Pathway(one.id, one.name, one.say) for one in folder.every_pathway),
                names=(),
                source_titles={},
                barriers=folder.every_barrier,
            )
            for checklist in models
            if isinstance(checklist, ChecklistModel)
            for purpose in purposes
        ]
        if folder.overlay:
            theirs = self.overlay(folder.overlay)
            parts = [lay_over(one, theirs) for one in parts]
        return parts

    def model(self, model: BaseModel) -> BaseModel:
        match model:
            case ChecklistModel(sections=sections):
                said = [_with(one, prompts=self._prompts(one.prompts)) for one in sections]
                return _with(model, sections=tuple(said))
            case PrincipleModel(prompts=prompts):
                return _with(model, prompts=self._prompts(prompts))
            case PurposeModel():
                return self.purpose(model)
        return model

    def overlay(self, overlay: Overlay) -> Overlay:
        files = tuple(
            replace(file, model=self._overlay_model(file.model))
            for file in overlay.files
            if isinstance(file.model, OverlayModel)
        )
        return replace(overlay, files=files)

    def _overlay_model(self, model: OverlayModel) -> OverlayModel:
        hidden = tuple(one for one in model.hides if one.prompt not in self._kept)
        return _with(model, adds=self._prompts(model.adds), hides=hidden)

    def purpose(self, model: PurposeModel) -> PurposeModel:
        dropped = tuple(one for one in model.drops if one not in self._kept)
        return _with(model, adds=self._prompts(model.adds), drops=dropped)

    def _prompts(self, prompts: Sequence[PromptModel]) -> tuple[PromptModel, ...]:
        return tuple(
            _with(one, sources=(), when=self._gate(one.when), unless=self._gate(one.unless))
            for one in prompts
        )

    def _gate(self, gate: GateModel) -> GateModel:
        if gate.answers.keys() <= self._asked:
            return gate
        answers = {about: words for about, words in gate.answers.items() if about in self._asked}
        return _with(gate, answers=answers)


def _with(model: Model, **parts: object) -> Model:
    return model.model_copy(update=parts)
