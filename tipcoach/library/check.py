"""Check a folder of prompts: everything that is wrong with it, in one run.

A walk stops at the first fault it meets. This goes on: it reads every file, then looks at
what no file can show alone, then at every walk there could be.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.conditions import never_true
from tipcoach.library.every_walk import every_walk, walks_by_themselves
from tipcoach.library.finder import LANGUAGE
from tipcoach.library.folder import Folder
from tipcoach.library.house_style import against_house_style
from tipcoach.library.load import Problem, nearest, problem
from tipcoach.library.models import ChecklistModel, PrincipleModel, PromptModel, PurposeModel
from tipcoach.library.reach import Reach, principles_left_out
from tipcoach.library.references import Authored, broken
from tipcoach.library.resolve import PHASES
from tipcoach.library.routes import read_routes
from tipcoach.library.standalone import out_of_place
from tipcoach.library.translation import missing_strings
from tipcoach.practice.checklist import Checklist, Principle


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: `problems` to mend, and `notes` that are no fault."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check(path: Path, routes: Path | None = None) -> Checked:
    """Look through a whole folder of prompts, and everything its walks can do.

    `routes` is the organisation's own file of routes. Raises nothing for what is in a file.
    """
    folder = Folder.read(path)
    problems = [*folder.problems, *broken(folder.authored, folder.known)]
    problems += out_of_place(folder.authored)
    problems += _across(folder)
    problems += _on_the_walks(folder)
    if path.name != LANGUAGE and (original := path.parent / LANGUAGE).is_dir():
        problems += missing_strings(path, original)
    faults, notes = _routes(folder, routes)
    return Checked(tuple(sorted({*problems, *faults}, key=_in_order)), tuple(notes))


def _in_order(one: Problem) -> tuple[str, int, str, str]:
    return one.file, one.line or 0, one.field, one.what


def _across(folder: Folder) -> Iterator[Problem]:
    """What shows only with every file at hand."""
    yield from against_house_style(folder.authored, folder.style)
    yield from _without_a_source(folder)
    yield from _letters(folder.authored)
    yield from _twice(folder)
    yield from _since_the_release(folder)


def _on_the_walks(folder: Folder) -> Iterator[Problem]:
    """What shows only on a walk."""
    walks = every_walk(folder)
    reach = Reach.over(walks)
    unsure = {
        prompt.id for file, prompt in folder.prompts() if not _is_judged(folder, file, prompt)
    }
    shut = never_true(folder.authored, reach, folder.in_doubt, unsure)
    for problems in shut.values():
        yield from problems
    yield from _on_no_walk(folder.authored, reach, {*shut, *folder.in_doubt, *unsure})
    yield from _left_without(folder, walks)


def _is_judged(folder: Folder, file: Authored, prompt: PromptModel) -> bool:
    """Whether the walk a prompt would be asked on is known whole."""
    if isinstance(file.model, ChecklistModel):
        return folder.is_whole(f"checklists/{file.path.name}")
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


def _without_a_source(folder: Folder) -> Iterator[Problem]:
    for file in folder.authored:
        for place, prompt in file.prompts():
            if not prompt.sources and prompt.id not in folder.in_doubt:
                yield file.problem((*place, "sources"), "is missing: D says it is our own thought")


def _letters(files: Sequence[Authored]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        if isinstance(file.model, PurposeModel) and ("letter",) in file.document.lines:
            other = first.setdefault(file.model.letter, file.path.name)
            if other != file.path.name:
                yield file.problem(("letter",), f"is “{file.model.letter}”, as in {other}")


def _twice(folder: Folder) -> Iterator[Problem]:
    """Keys used twice where one would silently win."""
    if folder.pathways:
        model, document = folder.pathways
        ids = [one.id for one in model.pathways]
        for place in _again(ids):
            where = ("pathways", place, "id")
            what = f"is “{ids[place]}” a second time"
            yield problem(folder.path / "pathways.yaml", document, where, what)
    if folder.sources:
        sources, document = folder.sources
        keys = [one.key for one in sources.sources]
        for place in _again(keys):
            where = ("sources", place, "key")
            what = f"is “{keys[place]}” a second time"
            yield problem(folder.path / "sources.yaml", document, where, what)


def _again(names: Sequence[str]) -> Iterator[int]:
    return (place for place, name in enumerate(names) if name in names[:place])


def _since_the_release(folder: Folder) -> Iterator[Problem]:
    """Ids of the last release that are gone: old entries would lose their thread."""
    if folder.released is None:
        return
    released, document = folder.released
    path = folder.path / "released.yaml"
    known = folder.known
    ids = [prompt.id for _, prompt in folder.prompts()]
    retired = {one.id for one in released.retired}
    for place, prompt_id in enumerate(released.ids):
        if prompt_id in ids or prompt_id in retired or known.may_be_elsewhere(prompt_id):
            continue
        what = (
            f"has “{prompt_id}”, which is gone since {released.release}"
            f"{nearest(prompt_id, ids)}; keep the id, or put it under retired"
        )
        yield problem(path, document, ("ids", place), what)
    for place, one in enumerate(released.retired):
        if one.now and one.now not in ids and not known.may_be_elsewhere(one.now):
            what = f"is “{one.now}”, which does not exist{nearest(one.now, ids)}"
            yield problem(path, document, ("retired", place, "now"), what)


def _on_no_walk(files: Sequence[Authored], reach: Reach, let_be: Set[str]) -> Iterator[Problem]:
    for file in files:
        for place, prompt in file.prompts():
            if prompt.id not in reach.placed and prompt.id not in let_be:
                what = f"is “{prompt.id}”, which no walk can reach{_perhaps(file, prompt)}"
                yield file.problem((*place, "id"), what)


def _perhaps(file: Authored, prompt: PromptModel) -> str:
    if isinstance(file.model, ChecklistModel):
        return ""
    if not prompt.phase:
        return "; it has no phase"
    adds = isinstance(file.model, PurposeModel)
    return "; it has no principle" if adds and not prompt.principle else ""


def _left_without(folder: Folder, walks: Sequence[Checklist]) -> Iterator[Problem]:
    """A principle that some visit would not be asked about; said once for each purpose.

    Where the principle's own questions leave it out, it is said once, and there.
    """
    of_purposes = _left_out(folder, walks)
    by_themselves = _left_out(folder, walks_by_themselves(folder))
    blamed = {(walk_id, principle) for _, walk_id, principle in by_themselves}
    blamed &= {(walk_id, principle) for _, walk_id, principle in of_purposes}
    files = {(file.path.parent.name, file.path.stem): file for file in folder.authored}
    for (_, walk_id, principle), where in by_themselves.items():
        if (walk_id, principle) in blamed:
            what = f"leaves visits without a question in {walk_id} ({where})"
            yield files["principles", principle.value].problem(("principle",), what)
    purposes = {
        file.model.purpose: file for file in folder.authored if isinstance(file.model, PurposeModel)
    }
    for (purpose, walk_id, principle), where in of_purposes.items():
        if (walk_id, principle) not in blamed:
            file = purposes[purpose]
            what = f"leaves {principle.value} without a question in {walk_id} ({where})"
            has_drops = ("drops",) in file.document.lines
            yield file.problem(("drops",) if has_drops else ("purpose",), what)


def _left_out(folder: Folder, walks: Sequence[Checklist]) -> dict[tuple[str, str, Principle], str]:
    """By purpose, checklist and principle: the first visit that is not asked about it."""
    found: dict[tuple[str, str, Principle], str] = {}
    for walk in walks:
        if walk.purpose is None or walk.channel is None:
            continue
        for principle, situation in principles_left_out(walk):
            key = (walk.purpose, walk.id, principle)
            if key not in found and not _may_be_asked(folder, walk, principle):
                found[key] = f"{walk.channel.value}, {walk.form.value}, {situation}"
    return found


def _may_be_asked(folder: Folder, walk: Checklist, principle: Principle) -> bool:
    """Whether what cannot be read might hold the question that is looked for."""
    if not folder.is_whole(f"principles/{principle.value}.yaml"):
        return True
    if not folder.is_whole(f"checklists/{walk.id}.yaml"):
        return True
    for file, prompt in folder.prompts():
        if prompt.id in folder.in_doubt:
            match file.model:
                case PrincipleModel(principle=of) if of is principle:
                    return True
                case PurposeModel(purpose=purpose) if purpose == walk.purpose:
                    return True
    return False


def _routes(folder: Folder, routes: Path | None) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the organisation's routes; and, no fault, those not filled in yet."""
    if folder.pathways is None:
        return [], []
    pathways = folder.pathways[0].pathways
    given: dict[str, tuple[str, ...]] = {}
    faults: list[Problem] = []
    if routes:
        try:
            given = read_routes(routes, [pathway.id for pathway in pathways])
        except LibraryFault as fault:
            faults = [one for one in fault.problems if isinstance(one, Problem)]
    name = routes.name if routes else "pathways.yaml"
    notes = [
        Problem(name, None, "", f"has no route for “{one.id}” ({one.name})")
        for one in pathways
        if not given.get(one.id)
    ]
    return faults, notes
