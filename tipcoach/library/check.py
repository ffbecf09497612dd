"""Check a folder of prompts: everything that is wrong with it, in one run.

A walk stops at the first fault it meets. This goes on: it reads every file, then looks at
what no file can show alone, then at every walk there could be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pydantic import BaseModel

from tipcoach.errors import LibraryFault, NotFound
from tipcoach.library.conditions import never_true
from tipcoach.library.finder import LANGUAGE
from tipcoach.library.house_style import against_house_style
from tipcoach.library.library import STRANDS, Library
from tipcoach.library.lines import Document
from tipcoach.library.load import Problem, load, nearest, problem
from tipcoach.library.models import (
    ChecklistModel,
    HouseStyleModel,
    PathwaysModel,
    PrincipleModel,
    PurposeModel,
    ReleasedModel,
    SourcesModel,
)
from tipcoach.library.reach import Reach, principles_left_out
from tipcoach.library.references import Authored, Known, broken
from tipcoach.library.translation import missing_strings
from tipcoach.practice.checklist import Checklist, Pathway, Principle
from tipcoach.practice.visit import Channel, Form

FOLDERS: dict[str, type[BaseModel]] = {
    "checklists": ChecklistModel,
    "principles": PrincipleModel,
    "purposes": PurposeModel,
}
FILES: dict[str, type[BaseModel]] = {
    "pathways.yaml": PathwaysModel,
    "sources.yaml": SourcesModel,
    "house-style.yaml": HouseStyleModel,
    "released.yaml": ReleasedModel,
}
NOT_READ_HERE = ("sample",)
"""Folders whose files are no prompt files."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: `problems` to mend, and `notes` that are no fault."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check(folder: Path, routes: Path | None = None) -> Checked:
    """Look through a whole folder of prompts, and everything its walks can do.

    `routes` is the organisation's own file of routes. Raises nothing for what is in a file.
    """
    files = _Files(folder)
    problems = list(files.read())
    walks: list[Checklist] = []
    library = Library(folder, routes)
    if files.all_can_be_used:
        problems += broken(files.authored, files.known)
        if not problems:
            walks, refused = _every_walk(library)
            problems += refused
        problems += _across(files, walks)
    if folder.name != LANGUAGE and (original := folder.parent / LANGUAGE).is_dir():
        problems += missing_strings(folder, original)
    notes: tuple[Problem, ...] = ()
    if files.all_can_be_used:
        notes = tuple(_unfilled(library, routes))
        if library.routes_fault:
            # Said as what they are; a route that is refused is no route that is missing.
            problems += [one for one in library.routes_fault.problems if isinstance(one, Problem)]
            notes = ()
    return Checked(tuple(sorted({*problems}, key=_in_order)), notes)


def _in_order(one: Problem) -> tuple[str, int, str, str]:
    return one.file, one.line or 0, one.field, one.what


@dataclass(slots=True)
class _Files:
    """Every file of a folder, each as what its place says it is."""

    folder: Path
    authored: list[Authored] = field(default_factory=list)
    loaded: dict[str, tuple[BaseModel, Document]] = field(default_factory=dict)
    failed: int = 0

    def read(self) -> Iterator[Problem]:
        for kind, model in FOLDERS.items():
            for path in sorted((self.folder / kind).glob("*.yaml")):
                yield from self._read(path, model)
        for name, model in FILES.items():
            path = self.folder / name
            if path.exists():
                yield from self._read(path, model)
            elif name in ("pathways.yaml", "sources.yaml"):
                self.failed += 1
                yield Problem(name, None, "", "is missing")
        yield from self._out_of_place()
        yield from self._strands()

    def _read(self, path: Path, model: type[BaseModel]) -> Iterator[Problem]:
        try:
            found, document = load(path, model)
        except LibraryFault as fault:
            self.failed += 1
            yield from (one for one in fault.problems if isinstance(one, Problem))
            return
        self.loaded[path.relative_to(self.folder).as_posix()] = found, document
        if isinstance(found, ChecklistModel | PrincipleModel | PurposeModel):
            self.authored.append(Authored(path, document, found))
            yield from _called_otherwise(path, document, found)

    def _out_of_place(self) -> Iterator[Problem]:
        """A file in the wrong place is read by nobody, and its questions are never asked."""
        for path in sorted(self.folder.rglob("*.y*ml")):
            name = path.relative_to(self.folder)
            home = name.parts[0] if len(name.parts) == 2 else ""
            if home in NOT_READ_HERE or (home in FOLDERS and path.suffix == ".yaml"):
                continue
            if name.as_posix() not in FILES:
                near = nearest(name.parts[0], [*FOLDERS, *FILES])
                yield Problem(name.as_posix(), None, "", f"is where no prompt file is read{near}")

    def _strands(self) -> Iterator[Problem]:
        for strand in STRANDS:
            if not (self.folder / "principles" / f"{strand}.yaml").exists():
                self.failed += 1
                yield Problem(f"principles/{strand}.yaml", None, "", "is missing")

    @property
    def all_can_be_used(self) -> bool:
        return not self.failed and bool(self.authored)

    @property
    def known(self) -> Known:
        pathways, _ = self.loaded["pathways.yaml"]
        sources, _ = self.loaded["sources.yaml"]
        assert isinstance(pathways, PathwaysModel)  # noqa: S101  (by its place)
        assert isinstance(sources, SourcesModel)  # noqa: S101
        return Known(
            [pathway.id for pathway in pathways.pathways],
            [source.key for source in sources.sources],
        )


def _called_otherwise(path: Path, document: Document, model: BaseModel) -> Iterator[Problem]:
    """The name inside a file is the one its name says."""
    said = ""
    match model:
        case ChecklistModel(checklist=said):
            name = "checklist"
        case PurposeModel(purpose=said):
            name = "purpose"
        case PrincipleModel(principle=principle, strand=strand):
            name = "principle" if principle else "strand"
            said = principle or strand or ""
    if said != path.stem:
        what = f"is “{said}”, but the file is called {path.name}"
        yield problem(path, document, (name,), what)


def _across(files: _Files, walks: Sequence[Checklist]) -> Iterator[Problem]:
    """What shows only with every file at hand."""
    style = files.loaded.get("house-style.yaml")
    words = style[0] if style and isinstance(style[0], HouseStyleModel) else HouseStyleModel()
    yield from against_house_style(files.authored, words)
    yield from _without_a_source(files.authored)
    yield from _letters(files.authored)
    yield from _twice(files)
    yield from _since_the_release(files)
    if walks:
        reach = Reach.over(walks)
        yield from never_true(files.authored, reach.opened)
        yield from _on_no_walk(files.authored, reach)
        yield from _left_without(files.authored, walks)


def _without_a_source(files: Sequence[Authored]) -> Iterator[Problem]:
    for file in files:
        for place, prompt in file.prompts():
            if not prompt.sources:
                yield file.problem((*place, "sources"), "is missing: D says it is our own thought")


def _letters(files: Sequence[Authored]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        if isinstance(file.model, PurposeModel):
            other = first.setdefault(file.model.letter, file.path.name)
            if other != file.path.name:
                yield file.problem(("letter",), f"is “{file.model.letter}”, as in {other}")


def _twice(files: _Files) -> Iterator[Problem]:
    """Keys used twice where one would silently win."""
    pathways, in_pathways = files.loaded["pathways.yaml"]
    sources, in_sources = files.loaded["sources.yaml"]
    assert isinstance(pathways, PathwaysModel)  # noqa: S101  (by its place)
    assert isinstance(sources, SourcesModel)  # noqa: S101
    for name, document, part, keys in (
        ("pathways.yaml", in_pathways, "pathways", [one.id for one in pathways.pathways]),
        ("sources.yaml", in_sources, "sources", [one.key for one in sources.sources]),
    ):
        for place, key in enumerate(keys):
            if key in keys[:place]:
                where = (part, place, "id" if part == "pathways" else "key")
                yield problem(files.folder / name, document, where, f"is “{key}” a second time")


def _since_the_release(files: _Files) -> Iterator[Problem]:
    """Ids of the last release that are gone: old entries would lose their thread."""
    found = files.loaded.get("released.yaml")
    if found is None:
        return
    released, document = found
    assert isinstance(released, ReleasedModel)  # noqa: S101  (by its place)
    path = files.folder / "released.yaml"
    ids = [prompt.id for file in files.authored for _, prompt in file.prompts()]
    retired = {one.id for one in released.retired}
    for place, prompt_id in enumerate(released.ids):
        if prompt_id not in ids and prompt_id not in retired:
            what = (
                f"has “{prompt_id}”, which is gone since {released.release}"
                f"{nearest(prompt_id, ids)}; keep the id, or put it under retired"
            )
            yield problem(path, document, ("ids", place), what)
    for place, one in enumerate(released.retired):
        if one.now and one.now not in ids:
            what = f"is “{one.now}”, which does not exist{nearest(one.now, ids)}"
            yield problem(path, document, ("retired", place, "now"), what)


def _every_walk(library: Library) -> tuple[list[Checklist], list[Problem]]:
    """Both checklists for every purpose, channel and form; what cannot be made, and why."""
    walks: list[Checklist] = []
    problems: list[Problem] = []
    for checklist in library.checklists:
        for purpose in library.purposes:
            for channel, form in ((c, f) for c in Channel for f in Form):
                try:
                    walks.append(library.checklist(checklist, purpose.id, channel, form))
                except (LibraryFault, NotFound) as fault:
                    found = fault.problems if isinstance(fault, LibraryFault) else ()
                    problems += [one for one in found if isinstance(one, Problem)]
    return walks, problems


def _on_no_walk(files: Sequence[Authored], reach: Reach) -> Iterator[Problem]:
    for file in files:
        for place, prompt in file.prompts():
            if prompt.id not in reach.placed:
                what = f"is “{prompt.id}”, which no walk can reach{_perhaps(prompt.phase)}"
                yield file.problem((*place, "id"), what)
            elif prompt.id not in reach.opened and not prompt.when.answers:
                yield file.problem((*place, "id"), f"is “{prompt.id}”, which never opens")


def _perhaps(phase: str | None) -> str:
    return "" if phase else "; it has no phase"


def _left_without(files: Sequence[Authored], walks: Sequence[Checklist]) -> Iterator[Problem]:
    """A principle that some visit would not be asked about; said once for each purpose."""
    purposes = {file.model.purpose: file for file in files if isinstance(file.model, PurposeModel)}
    said: dict[tuple[str, str, Principle], str] = {}
    for walk in walks:
        for principle, situation in principles_left_out(walk):
            key = (walk.purpose, walk.id, principle)
            said.setdefault(key, f"{walk.channel.value}, {walk.form.value}, {situation}")
    for (purpose, walk_id, principle), where in said.items():
        file = purposes[purpose]
        what = f"leaves {principle.value} without a question in {walk_id} ({where})"
        place = ("drops",) if getattr(file.model, "drops", ()) else ("purpose",)
        yield file.problem(place, what)


def _unfilled(library: Library, routes: Path | None) -> Iterator[Problem]:
    """Pathways for which the organisation has no route yet: a note, and no fault."""
    name = routes.name if routes else "pathways.yaml"
    for pathway in library.pathways:
        if pathway == Pathway(pathway.id, pathway.name, pathway.say):
            yield Problem(name, None, "", f"has no route for “{pathway.id}” ({pathway.name})")


def every_model() -> dict[str, type[BaseModel]]:
    """What each kind of file may hold, by the name of its folder or file."""
    return dict(chain(FOLDERS.items(), ((Path(name).stem, m) for name, m in FILES.items())))
