"""What some visit would not be asked about: one of the five principles, or any strength.

Where it is the doing of a principle's own questions it is said there, once; else at the purpose
that takes them out. With an organisation's own prompts over ours it is said of what they hide,
put first or add.
"""

from collections.abc import Iterator, Sequence

from tipcoach.library.every_walk import every_walk, walks_by_themselves
from tipcoach.library.folder import Folder
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem
from tipcoach.library.models import ChecklistModel, PrincipleModel, PromptModel, PurposeModel
from tipcoach.library.overlay_models import AddModel, OverlayModel
from tipcoach.library.reach import Situation, principles_left_out, without_strengths
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES
from tipcoach.practice.checklist import Checklist, Principle

STRENGTHS = "strengths"
"""Beside the names of the principles: what a walk may be left without."""

Lack = tuple[str, str, str]
"""A purpose, a checklist, and what is left out there."""


def left_without(folder: Folder, walks: Sequence[Checklist]) -> Iterator[Problem]:
    """Every problem, said once for each place that it is the doing of."""
    lacks = _lacks(folder, walks)
    if folder.ours is None:
        yield from _in_our_files(folder, lacks)
    elif lacks:
        yield from _in_the_overlay(folder, _not_of_ours(folder.ours, lacks))


def _not_of_ours(ours: Folder, lacks: dict[Lack, str]) -> dict[Lack, str]:
    """Those that are the organisation's doing: ours do not leave it out without any overlay."""
    of_purposes = {*_lacks(ours, every_walk(ours))}
    of_any = {(walk_id, what) for _, walk_id, what in _lacks(ours, walks_by_themselves(ours))}
    return {
        lack: where
        for lack, where in lacks.items()
        if lack not in of_purposes and lack[1:] not in of_any
    }


def _lacks(folder: Folder, walks: Sequence[Checklist]) -> dict[Lack, str]:
    """What is left out, and the first visit that is not asked about it."""
    found: dict[Lack, str] = {}
    for walk in walks:
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


def _principle_of(what: str) -> str:
    """The principle whose questions are there for it."""
    return Principle.EMPOWERMENT.value if what == STRENGTHS else what


def _may_be_asked(folder: Folder, walk: Checklist, what: str) -> bool:
    """Whether what cannot be read might hold the question that is looked for."""
    principle = _principle_of(what)
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
        and prompt.phase in (None, _phase(folder, walk.id))
        and (not prompt.purposes or walk.purpose in prompt.purposes)
    )


# -- our own files -----------------------------------------------------------------------


def _in_our_files(folder: Folder, lacks: dict[Lack, str]) -> Iterator[Problem]:
    by_themselves = _lacks(folder, walks_by_themselves(folder))
    of_purposes = {(walk_id, what) for _, walk_id, what in lacks}
    blamed = {(walk_id, what) for _, walk_id, what in by_themselves} & of_purposes
    files = {(file.path.parent.name, file.path.stem): file for file in folder.authored}
    for (_, walk_id, what), where in by_themselves.items():
        if (walk_id, what) in blamed:
            file = files["principles", _principle_of(what)]
            about = f" about {what}" if what == STRENGTHS else ""
            said = f"leaves visits without a question{about} in {walk_id} ({where})"
            yield file.problem(("principle",), said)
    for (purpose, walk_id, what), where in lacks.items():
        if (walk_id, what) not in blamed:
            file = _file_of_purpose(folder, purpose)
            said = f"leaves {what} without a question in {walk_id} ({where})"
            yield file.problem(_where_it_drops(file), said)


def _file_of_purpose(folder: Folder, purpose: str) -> Authored:
    return next(
        file
        for file in folder.authored
        if isinstance(file.model, PurposeModel) and file.model.purpose == purpose
    )


def _where_it_drops(file: Authored) -> Path_:
    return ("drops",) if ("drops",) in file.document.lines else ("purpose",)


# -- an overlay --------------------------------------------------------------------------


def _in_the_overlay(folder: Folder, lacks: dict[Lack, str]) -> Iterator[Problem]:
    said: set[tuple[int, Path_, str, str]] = set()
    for (purpose, walk_id, what), where in lacks.items():
        for file, place in _doing_of(folder, purpose, walk_id, what):
            once = (id(file), place, walk_id, what)
            if once not in said:
                said.add(once)
                sentence = f"leaves {what} without a question in {walk_id} ({purpose}, {where})"
                yield file.problem(place, sentence)


def _doing_of(
    folder: Folder, purpose: str, walk_id: str, what: str
) -> Sequence[tuple[Authored, Path_]]:
    """The places in the overlay that a walk is left without something for.

    What is hidden comes before what is in the way; a whole purpose answers for itself.
    """
    hides = list(_hides(folder, purpose, walk_id, what))
    if hides:
        return hides
    file = _file_of_purpose(folder, purpose)
    if any(file is theirs for theirs in folder.looked_at):
        return [(file, _where_it_drops(file))]
    return list(_in_the_way(folder, purpose, walk_id)) if what == STRENGTHS else []


def _hides(
    folder: Folder, purpose: str, walk_id: str, what: str
) -> Iterator[tuple[Authored, Path_]]:
    phase = _phase(folder, walk_id)
    about = {
        prompt.id
        for file, prompt in folder.prompts()
        if prompt.phase in (None, phase) and _is_about(file, prompt, what)
    }
    for file, model in _overlay_files(folder):
        for n, hide in enumerate(model.hides):
            if hide.prompt in about and (not hide.purposes or purpose in hide.purposes):
                yield file, ("hides", n, "prompt")


def _in_the_way(folder: Folder, purpose: str, walk_id: str) -> Iterator[tuple[Authored, Path_]]:
    """What is put first, or added for this purpose, where one about strengths would be asked."""
    sections = {
        section.id
        for file in folder.authored
        if isinstance(file.model, ChecklistModel) and file.model.checklist == walk_id
        for section in file.model.sections
        if section.together or section.principle is Principle.EMPOWERMENT
    }
    phase = _phase(folder, walk_id)
    for file, model in _overlay_files(folder):
        for section_id in model.order.get(walk_id, {}):
            if section_id in sections:
                yield file, ("order", walk_id, section_id)
        for n, add in enumerate(model.adds):
            is_there = add.phase == phase and add.principle is Principle.EMPOWERMENT
            if is_there and purpose in add.purposes and not add.strengths:
                yield file, ("adds", n, "id")


def _overlay_files(folder: Folder) -> Iterator[tuple[Authored, OverlayModel]]:
    for file in folder.looked_at:
        if isinstance(file.model, OverlayModel):
            yield file, file.model


def _phase(folder: Folder, walk_id: str) -> str:
    """The half of the visit that a walk is for."""
    models = (file.model for file in folder.authored)
    return next(
        PHASES[model.kind]
        for model in models
        if isinstance(model, ChecklistModel) and model.checklist == walk_id
    )


def _is_about(file: Authored, prompt: PromptModel, what: str) -> bool:
    if what == STRENGTHS:
        return prompt.strengths
    of = file.model.principle if isinstance(file.model, PrincipleModel) else prompt.principle
    return of == what
