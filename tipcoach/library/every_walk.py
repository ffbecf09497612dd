"""Every walk a folder of prompts can make, with what is broken in it left out.

A reference that leads nowhere is said where it stands. Here it is let go of, so that one slip
does not hide what else a walk would show.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from tipcoach.library.folder import Folder
from tipcoach.library.library import STRANDS
from tipcoach.library.models import (
    ChecklistModel,
    GateModel,
    PrincipleModel,
    PromptModel,
    Provenance,
    PurposeModel,
)
from tipcoach.library.references import cannot_be_dropped
from tipcoach.library.resolve import Parts, resolve
from tipcoach.practice.checklist import Checklist, Pathway
from tipcoach.practice.visit import Channel, Form

Model = TypeVar("Model", bound=BaseModel)

_EMPTY = PrincipleModel(
    name="…", mark="…", provenance=Provenance(author="…", lived_experience="…"), prompts=()
)


def every_walk(folder: Folder) -> list[Checklist]:
    """Each checklist for every purpose, channel and form."""
    mended = _Mended(folder)
    models = [mended.model(file.model) for file in folder.authored]
    principles: Mapping[str, PrincipleModel] = {
        file.path.stem: model
        for file, model in zip(folder.authored, models, strict=True)
        if isinstance(model, PrincipleModel)
    }
    names = folder.pathways[0].pathways if folder.pathways else ()
    return [
        resolve(
            Parts(
                checklist=checklist,
                purpose=purpose,
                principles={name: principles.get(name, _EMPTY) for name in STRANDS},
                pathways=tuple(Pathway(one.id, one.name, one.say) for one in names),
                names=(),
                source_titles={},
            ),
            channel,
            form,
        )
        for checklist in models
        if isinstance(checklist, ChecklistModel)
        for purpose in models
        if isinstance(purpose, PurposeModel)
        for channel in Channel
        for form in Form
    ]


class _Mended:
    """Models without what leads nowhere: gates on prompts there are not, drops that are refused."""

    def __init__(self, folder: Folder) -> None:
        self._asked = {prompt.id for _, prompt in folder.prompts()} - folder.in_doubt
        self._kept = cannot_be_dropped(folder.authored)

    def model(self, model: ChecklistModel | PrincipleModel | PurposeModel) -> BaseModel:
        match model:
            case ChecklistModel(sections=sections):
                said = [_with(one, prompts=self._prompts(one.prompts)) for one in sections]
                return _with(model, sections=tuple(said))
            case PrincipleModel(prompts=prompts):
                return _with(model, prompts=self._prompts(prompts))
            case PurposeModel(adds=adds, drops=drops):
                dropped = tuple(one for one in drops if one not in self._kept)
                return _with(model, adds=self._prompts(adds), drops=dropped)

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
