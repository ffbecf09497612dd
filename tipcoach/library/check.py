"""Check a folder of prompts: everything that is wrong with it, in one run.

A walk stops at the first fault it meets. This goes on: it reads every file, then looks at
what no file can show alone, then at every walk there could be. An organisation's own prompts
are looked at in the same way, laid over ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.finder import LANGUAGE
from tipcoach.library.folder import Folder
from tipcoach.library.house_style import against_house_style
from tipcoach.library.lens_check import lens_faults
from tipcoach.library.load import Problem, nearest, problem
from tipcoach.library.moves_check import unlike_the_moves
from tipcoach.library.overlay_check import Ours, overlay_problems
from tipcoach.library.overlay_files import read_overlay
from tipcoach.library.own_wording import seen_by_the_lens
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored, broken
from tipcoach.library.routes import read_routes
from tipcoach.library.standalone import out_of_place
from tipcoach.library.standards_check import standards_faults
from tipcoach.library.translation import missing_strings
from tipcoach.library.walk_check import on_the_walks


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: `problems` to mend, and `notes` that are no fault.

    `overlay` is the folder that was looked at as an organisation's own prompts, if it was.
    """

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    overlay: Path | None = None


def check(path: Path, routes: Path | None = None) -> Checked:
    """Look through a whole folder of prompts, and everything its walks can do.

    `routes` is the organisation's own file of routes. Raises nothing for what is in a file.
    """
    folder = Folder.read(path)
    problems = [*folder.problems, *broken(folder.authored, folder.known)]
    problems += out_of_place(folder.authored)
    problems += against_house_style(folder.looked_at, folder.authored, folder.style)
    problems += _without_a_source(folder)
    problems += _across(folder)
    problems += on_the_walks(folder)
    problems += unlike_the_moves(folder)
    problems += lens_faults(folder)
    problems += seen_by_the_lens(folder)
    if path.name != LANGUAGE and (original := path.parent / LANGUAGE).is_dir():
        problems += missing_strings(path, original)
    return _checked(problems, [], folder, routes)


def check_overlay(path: Path, over: Path, routes: Path | None = None) -> Checked:
    """Look through the overlay in the folder `path`, laid over the whole folder `over`.

    Every problem is one of the overlay's own files. How the house writes, and a question
    without a source, are notes: whose words they are is said wherever they are asked.
    """
    ours, overlay = Folder.read(over), read_overlay(path)
    folder = ours.under(overlay)
    problems = overlay_problems(overlay, Ours(ours.authored, ours.known, ours.own_barriers))
    problems += on_the_walks(folder)
    problems += unlike_the_moves(folder)
    notes = [*against_house_style(folder.looked_at, folder.authored, folder.style)]
    notes += _without_a_source(folder)
    notes += seen_by_the_lens(folder)
    if not overlay.says_something and not problems:
        problems.append(
            Problem(path.name, None, "", "holds no prompts: no file in it ends in .yaml")
        )
    return _checked(problems, notes, folder, routes)


def _checked(
    problems: Sequence[Problem], notes: Sequence[Problem], folder: Folder, routes: Path | None
) -> Checked:
    faults, unfilled = _routes(folder, routes)
    return Checked(
        tuple(sorted({*problems, *faults}, key=_in_order)),
        (*sorted({*notes}, key=_in_order), *unfilled),
        folder.overlay.folder if folder.overlay else None,
    )


def _in_order(one: Problem) -> tuple[str, int, str, str]:
    return one.file, one.line or 0, one.field, one.what


def _across(folder: Folder) -> Iterator[Problem]:
    """What shows only with every file at hand."""
    yield from _letters(folder.authored)
    yield from _twice(folder)
    yield from _barriers_twice(folder)
    yield from standards_faults(folder)
    yield from _since_the_release(folder)


def _without_a_source(folder: Folder) -> Iterator[Problem]:
    what = "is missing: D says it is our own thought"
    if folder.overlay:
        what = "is missing: name one of ours, or one of your own in sources.yaml"
    for file in folder.looked_at:
        for place, prompt in file.prompts():
            if not prompt.sources and prompt.id not in folder.in_doubt:
                yield file.problem((*place, "sources"), what)


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


def _barriers_twice(folder: Folder) -> Iterator[Problem]:
    """An id or words that two of our barriers share."""
    if folder.barriers is None:
        return
    model, document = folder.barriers
    for name in ("id", "label"):
        said = [getattr(one, name) for one in model.barriers]
        for place in _again(said):
            where, what = ("barriers", place, name), f"is “{said[place]}” a second time"
            yield problem(folder.path / "barriers.yaml", document, where, what)


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


def _routes(folder: Folder, routes: Path | None) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the organisation's routes; and, no fault, those not filled in yet."""
    if folder.pathways is None:
        return [], []
    pathways = folder.every_pathway
    some_are_unknown = folder.overlay is not None and bool(folder.overlay.unread)
    given: dict[str, tuple[str, ...]] = {}
    faults: list[Problem] = []
    if routes:
        ids = [pathway.id for pathway in pathways]
        try:
            given = read_routes(routes, ids, some_are_unknown=some_are_unknown)
        except LibraryFault as fault:
            faults = [one for one in fault.problems if isinstance(one, Problem)]
    name = routes.name if routes else "pathways.yaml"
    notes = [
        Problem(name, None, "", f"has no route for “{one.id}” ({one.name})")
        for one in pathways
        if not given.get(one.id)
    ]
    return faults, notes
