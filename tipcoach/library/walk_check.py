"""What shows only on a walk: what nobody is ever asked or shown, what a walk is left without."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.conditions import never_true
from tipcoach.library.every_walk import every_walk
from tipcoach.library.folder import Folder
from tipcoach.library.house_style import prompt_of, rewords_of, wordings
from tipcoach.library.left_without import left_without
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem
from tipcoach.library.overlay_models import AddModel, OverlayModel, OverlayReword
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.reach import Reach
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES
from tipcoach.practice.checklist import Checklist
from tipcoach.practice.visit import Form


def on_the_walks(folder: Folder) -> Iterator[Problem]:
    """Everything wrong with the files looked at that only a walk shows."""
    walks = every_walk(folder)
    reach = Reach.over(walks)
    unsure = {
        prompt.id for file, prompt in folder.prompts() if not _is_judged(folder, file, prompt)
    }
    shut = never_true(
        folder.looked_at, folder.authored, reach, folder.in_doubt, unsure, folder.every_barrier
    )
    for problems in shut.values():
        yield from problems
    let_be = {*shut, *folder.in_doubt, *unsure}
    yield from _on_no_walk(folder, reach, let_be)
    if folder.overlay:
        yield from _shown_nowhere(folder, walks, let_be)
    yield from left_without(folder, walks)


def _is_judged(folder: Folder, file: Authored, prompt: PromptModel) -> bool:
    """Whether the walk a prompt would be asked on is known whole."""
    if isinstance(file.model, ChecklistModel):
        return folder.is_whole(f"checklists/{file.path.name}")
    if isinstance(prompt, AddModel) and prompt.checklist is not None:
        return folder.is_whole(f"checklists/{prompt.checklist}.yaml")
    if prompt.phase is None:
        return True
    return prompt.phase in _phases_known(folder)


def _phases_known(folder: Folder) -> set[str]:
    return {
        PHASES[file.model.kind]
        for file in folder.authored
        if isinstance(file.model, ChecklistModel)
        and file.model.kind in PHASES
        and folder.is_whole(f"checklists/{file.path.name}")
    }


def _on_no_walk(folder: Folder, reach: Reach, let_be: Set[str]) -> Iterator[Problem]:
    for file in folder.looked_at:
        for place, prompt in file.prompts():
            is_reached = prompt.id in reach.placed or prompt.id in let_be
            if not is_reached and _is_meant_for_a_place(folder, prompt):
                what = f"is “{prompt.id}”, which no walk can reach{_perhaps(file, prompt)}"
                yield file.problem((*place, "id"), what)


def _is_meant_for_a_place(folder: Folder, prompt: PromptModel) -> bool:
    """Whether an added prompt names a place there is; where it does not, that is said already."""
    if not isinstance(prompt, AddModel):
        return True
    sections = {
        (file.model.checklist, section.id)
        for file in folder.authored
        if isinstance(file.model, ChecklistModel)
        for section in file.model.sections
    }
    in_section = (prompt.checklist, prompt.section) in {*sections, (None, None)}
    return prompt.has_one_place and in_section and _is_for_a_purpose(folder, prompt.purposes)


def _is_for_a_purpose(folder: Folder, purposes: Sequence[str]) -> bool:
    models = (file.model for file in folder.authored)
    known = {model.purpose for model in models if isinstance(model, PurposeModel)}
    return not purposes or any(purpose in known for purpose in purposes)


def _perhaps(file: Authored, prompt: PromptModel) -> str:
    if isinstance(file.model, ChecklistModel | OverlayModel):
        return ""
    if not prompt.phase:
        return "; it has no phase"
    adds = isinstance(file.model, PurposeModel)
    return "; it has no principle" if adds and not prompt.principle else ""


def _shown_nowhere(
    folder: Folder, walks: Sequence[Checklist], let_be: Set[str]
) -> Iterator[Problem]:
    """Other words for visits that are not asked the question: of that channel, form or purpose.

    Looked for in an overlay alone: whoever rewords from outside cannot see where a question is.
    """
    asked: defaultdict[str, list[Checklist]] = defaultdict(list)
    for walk in walks:
        for prompt in walk.prompts:
            asked[prompt.id].append(walk)
    known = {prompt.id for _, prompt in folder.prompts()} - let_be
    for file in folder.looked_at:
        for field, _ in wordings(file):
            if field[0] != "rewords" and "channels" not in field:
                continue
            prompt_id, purposes = prompt_of(file, field), _purposes_of(file, field)
            if prompt_id not in known or not _is_for_a_purpose(folder, purposes):
                continue
            # A question of theirs that no walk reaches has that said of it, and no more.
            is_said = field[0] != "rewords" and prompt_id not in asked
            if not is_said and not any(_may_show(one, field, purposes) for one in asked[prompt_id]):
                yield file.problem(field, f"is shown on no walk: “{prompt_id}” is not asked there")


def _purposes_of(file: Authored, field: Path_) -> Sequence[str]:
    """The purposes that a wording is for; none is all."""
    if isinstance(file.model, PurposeModel):
        return (file.model.purpose,)
    if field[0] != "rewords":
        return ()
    reword = rewords_of(file)[int(field[1])]
    return reword.purposes if isinstance(reword, OverlayReword) else ()


def _may_show(walk: Checklist, field: Path_, purposes: Sequence[str]) -> bool:
    """Whether a wording at `field` is one of `walk`, which asks its question."""
    *place, name = field
    form = _ONE_FORM.get(str(name), walk.form)
    channel = place[-1] if "channels" in place else walk.channel
    is_for_it = not purposes or walk.purpose in purposes
    return is_for_it and walk.channel == channel and walk.form is form


_ONE_FORM = {"quick": Form.QUICK, "hint": Form.FULL}
"""Texts that one form alone shows."""
