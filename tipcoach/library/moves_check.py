"""Whether the moves and the questions that ask for them fit together."""

from collections.abc import Iterator

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.folder import Folder
from tipcoach.library.load import Problem, nearest, problem
from tipcoach.library.overlay_models import AddModel
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import EYES_SECTION


def unlike_the_moves(folder: Folder) -> Iterator[Problem]:
    """Moves that name a question there is not, and questions that wait to be called by none."""
    if folder.moves is None:
        return
    yield from _names_nobody_has(folder)
    yield from _never_called(folder)


def _names_nobody_has(folder: Folder) -> Iterator[Problem]:
    if folder.moves is None or folder.overlay:
        return
    model, document = folder.moves
    known = folder.known
    ids = {prompt.id for _, prompt in folder.prompts()}
    for n, move in enumerate(model.moves):
        named = [(("moves", n, "ask"), move.ask)]
        for field in ("asked_by", "shown_by"):
            named += [(("moves", n, field), one) for one in getattr(move, field)]
        for place, prompt_id in named:
            if prompt_id not in ids and not known.may_be_elsewhere(prompt_id):
                what = f"names “{prompt_id}”, which does not exist{nearest(prompt_id, [*ids])}"
                yield problem(folder.path / "moves.yaml", document, place, what)


def _never_called(folder: Folder) -> Iterator[Problem]:
    called = {move.ask for move in folder.moves[0].moves} if folder.moves else set()
    waiting = {
        (file.model.checklist, section.id)
        for file in folder.authored
        if isinstance(file.model, ChecklistModel)
        for section in file.model.sections
        if section.draw == 0
    }
    for file in folder.looked_at:
        for place, prompt in file.prompts():
            if isinstance(prompt, AddModel):
                stands = (prompt.checklist or "", prompt.section or "")
            elif isinstance(file.model, ChecklistModel):
                stands = (file.model.checklist, file.model.sections[int(place[1])].id)
            else:
                continue
            if stands in waiting and stands[1] == EYES_SECTION:
                if prompt.answer is not AnswerForm.SAY_ONLY:
                    yield file.problem((*place, "answer"), "is not say-only, and eyes only turn")
                continue
            if stands in waiting and prompt.answer is not AnswerForm.TEXT:
                what = "stands where questions wait to be called, and those are answered in text"
                yield file.problem((*place, "answer"), what)
            if stands in waiting and prompt.id not in called:
                what = f"is “{prompt.id}”, which nothing asks: no move in lenses/moves.yaml does"
                yield file.problem((*place, "id"), what)
