"""Where to say that a visit would not be asked about a principle, or about any strength.

Where it is the doing of a principle's own questions it is said there, once; else at the purpose
that takes them out. With an organisation's own prompts over ours it is said of what they hide,
put first or add.
"""

from collections.abc import Iterator, Sequence

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.every_walk import every_walk, walks_by_themselves
from tipcoach.library.folder import Folder
from tipcoach.library.lacks import STRENGTHS, Lack, lacks_of, phase_of, principle_of
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem
from tipcoach.library.overlay_models import OverlayModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored
from tipcoach.practice.checklist import Checklist, Principle


def left_without(folder: Folder, walks: Sequence[Checklist]) -> Iterator[Problem]:
    """Every problem, said once for each place that it is the doing of."""
    lacks = lacks_of(folder, walks)
    if folder.ours is None:
        yield from _in_our_files(folder, lacks)
    elif lacks:
        yield from _in_the_overlay(folder, _not_of_ours(folder.ours, lacks))


def _not_of_ours(ours: Folder, lacks: dict[Lack, str]) -> dict[Lack, str]:
    """Those that are the organisation's doing: ours do not leave it out without any overlay."""
    of_purposes = {*lacks_of(ours, every_walk(ours))}
    of_any = {(walk_id, what) for _, walk_id, what in lacks_of(ours, walks_by_themselves(ours))}
    return {
        lack: where
        for lack, where in lacks.items()
        if lack not in of_purposes and lack[1:] not in of_any
    }


# -- our own files -----------------------------------------------------------------------


def _in_our_files(folder: Folder, lacks: dict[Lack, str]) -> Iterator[Problem]:
    by_themselves = lacks_of(folder, walks_by_themselves(folder))
    of_purposes = {(walk_id, what) for _, walk_id, what in lacks}
    blamed = {(walk_id, what) for _, walk_id, what in by_themselves} & of_purposes
    files = {(file.path.parent.name, file.path.stem): file for file in folder.authored}
    for (_, walk_id, what), where in by_themselves.items():
        if (walk_id, what) in blamed:
            file = files["principles", principle_of(what)]
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
    """The places in the overlay that have a part in it; failing any, their own purpose's file."""
    places = list(_hides(folder, purpose, walk_id, what))
    if what == STRENGTHS:
        places += _in_the_way(folder, purpose, walk_id)
    file = _file_of_purpose(folder, purpose)
    if not places and any(file is theirs for theirs in folder.looked_at):
        places.append((file, _where_it_drops(file)))
    return places


def _hides(
    folder: Folder, purpose: str, walk_id: str, what: str
) -> Iterator[tuple[Authored, Path_]]:
    about = _ids_about(folder, walk_id, what)
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
    phase = phase_of(folder, walk_id)
    there = _ids_about(folder, walk_id, Principle.EMPOWERMENT.value)
    for file, model in _overlay_files(folder):
        for section_id, first in model.order.get(walk_id, {}).items():
            if section_id in sections and there & {*first}:
                yield file, ("order", walk_id, section_id)
        for n, add in enumerate(model.adds):
            is_there = add.phase == phase and add.principle is Principle.EMPOWERMENT
            if is_there and purpose in add.purposes and not add.strengths:
                yield file, ("adds", n, "id")


def _overlay_files(folder: Folder) -> Iterator[tuple[Authored, OverlayModel]]:
    for file in folder.looked_at:
        if isinstance(file.model, OverlayModel):
            yield file, file.model


def _ids_about(folder: Folder, walk_id: str, what: str) -> set[str]:
    phase = phase_of(folder, walk_id)
    return {
        prompt.id
        for file, prompt in folder.prompts()
        if prompt.phase in (None, phase) and _is_about(file, prompt, what)
    }


def _is_about(file: Authored, prompt: PromptModel, what: str) -> bool:
    if what == STRENGTHS:
        return prompt.strengths
    of = file.model.principle if isinstance(file.model, PrincipleModel) else prompt.principle
    return of == what
