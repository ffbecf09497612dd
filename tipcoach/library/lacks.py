"""What some visit would not be asked about: one of the five principles, or any strength."""

from collections.abc import Iterator, Sequence

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.folder import Folder
from tipcoach.library.overlay_models import AddModel, OverlayModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.reach import Situation, principles_left_out, without_strengths
from tipcoach.library.resolve import PHASES
from tipcoach.practice.checklist import Checklist, Principle

STRENGTHS = "strengths"
"""Beside the names of the principles: what a walk may be left without."""

Lack = tuple[str, str, str]
"""A purpose, a checklist, and what is left out there."""


def lacks_of(folder: Folder, walks: Sequence[Checklist]) -> dict[Lack, str]:
    """What `walks` leave out, each with the first visit that is not asked about it."""
    found: dict[Lack, str] = {}
    for walk in walks:
        if walk.purpose is None or walk.channel is None:
            continue  # what is not about a visit asks what it is for
        for what, situation in _left_out(walk):
            lack = (walk.purpose, walk.id, what)
            if lack not in found and not _may_be_asked(folder, walk, what):
                found[lack] = f"{walk.channel.value}, {walk.form.value}, {situation}"
    # With no question about empowerment there is none about strengths: one is enough to say.
    return {
        lack: where
        for lack, where in found.items()
        if lack[2] != STRENGTHS or (*lack[:2], Principle.EMPOWERMENT.value) not in found
    }


def _left_out(walk: Checklist) -> Iterator[tuple[str, Situation]]:
    for principle, situation in principles_left_out(walk):
        yield principle.value, situation
    for situation in without_strengths(walk):
        yield STRENGTHS, situation


def principle_of(what: str) -> str:
    """The principle whose questions are there for it."""
    return Principle.EMPOWERMENT.value if what == STRENGTHS else what


def _may_be_asked(folder: Folder, walk: Checklist, what: str) -> bool:
    """Whether what cannot be read might hold the question that is looked for."""
    principle = principle_of(what)
    if not folder.is_whole(f"principles/{principle}.yaml"):
        return True
    if not folder.is_whole(f"checklists/{walk.id}.yaml"):
        return True
    for file, prompt in folder.prompts():
        if prompt.id in folder.in_doubt:
            match file.model:
                case PrincipleModel(principle=of) if of == principle:
                    return True
                case PurposeModel(purpose=purpose) if purpose == walk.purpose:
                    return True
                case OverlayModel() if _might_join(folder, prompt, walk, principle):
                    return True
    return False


def _might_join(folder: Folder, prompt: PromptModel, walk: Checklist, principle: str) -> bool:
    """Whether what is left of a prompt of an overlay lets it be one of `principle` on `walk`."""
    return (
        isinstance(prompt, AddModel)
        and prompt.checklist is None
        and prompt.principle in (None, principle)
        and prompt.phase in (None, phase_of(folder, walk.id))
        and (not prompt.purposes or walk.purpose in prompt.purposes)
    )


def phase_of(folder: Folder, walk_id: str) -> str:
    """The half of the visit that a walk is for."""
    models = (file.model for file in folder.authored)
    return next(
        PHASES[model.kind]
        for model in models
        if isinstance(model, ChecklistModel) and model.checklist == walk_id
    )
