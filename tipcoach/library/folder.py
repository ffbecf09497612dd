"""Every file of a folder of prompts, each as what its place says it is, as far as it can be used.

What cannot be used is said once, and remembered as something that is not known: nothing else
is blamed for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel

from tipcoach.library.barrier_models import BarrierModel, BarriersModel
from tipcoach.library.barriers import offered
from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.house_style_model import HouseStyleModel
from tipcoach.library.identifier_models import IdentifiersModel
from tipcoach.library.lens_check import LensFile
from tipcoach.library.lens_models import FamiliesModel, WordingModel
from tipcoach.library.library import STRANDS
from tipcoach.library.lines import Document
from tipcoach.library.load import Problem, nearest, problem
from tipcoach.library.moves_model import MovesModel
from tipcoach.library.overlay_files import Overlay
from tipcoach.library.pathway_models import PathwayModel, PathwaysModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored, Known
from tipcoach.library.released_models import ReleasedModel
from tipcoach.library.salvage import salvage
from tipcoach.library.source_models import SourcesModel
from tipcoach.library.standard_models import StandardsModel
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.plaintext import clean_line

FOLDERS: dict[str, type[BaseModel]] = {
    "checklists": ChecklistModel,
    "lenses/families": FamiliesModel,
    "principles": PrincipleModel,
    "purposes": PurposeModel,
}
FILES: dict[str, type[BaseModel]] = {
    "pathways.yaml": PathwaysModel,
    "barriers.yaml": BarriersModel,
    "standards.yaml": StandardsModel,
    "sources.yaml": SourcesModel,
    "house-style.yaml": HouseStyleModel,
    "lenses/identifiers.yaml": IdentifiersModel,
    "lenses/wording.yaml": WordingModel,
    "lenses/moves.yaml": MovesModel,
    "released.yaml": ReleasedModel,
}
WANTED = (
    "pathways.yaml",
    "barriers.yaml",
    "standards.yaml",
    "sources.yaml",
    *(
        f"checklists/{name}.yaml"
        for name in (
            "prepare",
            "reflect",
            "staff-mirror",
            "walk-it-as-them",
            "agreement",
            "session",
            "session-group",
            "team-time",
            "after-session",
        )
    ),
    *(f"principles/{name}.yaml" for name in STRANDS),
)
NOT_READ_HERE = ("sample",)
"""Folders whose files are no prompt files."""


@dataclass(slots=True)
class Folder:
    """What was found in a folder.

    `unread` are the names of files that cannot be used at all; `shaky` those of checklists of
    which a part outside any prompt was left out. With an `overlay` its files are among the
    authored, and what is wrong is looked for in them alone; `ours` is the folder without it.
    """

    path: Path
    problems: list[Problem] = field(default_factory=list)
    authored: list[Authored] = field(default_factory=list)
    pathways: tuple[PathwaysModel, Document] | None = None
    barriers: tuple[BarriersModel, Document] | None = None
    standards: tuple[StandardsModel, Document] | None = None
    sources: tuple[SourcesModel, Document] | None = None
    released: tuple[ReleasedModel, Document] | None = None
    moves: tuple[MovesModel, Document] | None = None
    style: HouseStyleModel = field(default_factory=HouseStyleModel)
    _shared: LensFile | None = None
    _families: list[LensFile] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    shaky: set[str] = field(default_factory=set)
    in_doubt: set[str] = field(default_factory=set)
    overlay: Overlay | None = None
    ours: "Folder | None" = None
    _gone: set[str] = field(default_factory=set)
    _blank: list[Path] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Folder":
        found = cls(path)
        for name, model in _places(path):
            found._read(name, model)
        for name in WANTED:
            if not (path / name).exists() and not (path / name).is_symlink():
                found.unread.add(name)
                found._blank.append(Path(name))
                found.problems.append(Problem(name, None, "", "is missing"))
        found.problems += _out_of_place(path)
        return found

    def _read(self, name: str, model: type[BaseModel]) -> None:
        path = self.path / name
        left = salvage(path, model)
        self.problems += left.problems
        self.in_doubt |= left.in_doubt
        self._gone |= left.gone
        if left.shaky:
            self.shaky.add(name)
        if left.model is None or left.document is None:
            self.unread.add(name)
            self._blank += [] if left.gone else [Path(name)]
            return
        match left.model:
            case ChecklistModel() | PrincipleModel() | PurposeModel():
                self.authored.append(Authored(path, left.document, left.model))
                self.problems += _called_otherwise(self.authored[-1])
            case PathwaysModel():
                self.pathways = left.model, left.document
            case BarriersModel():
                self.barriers = left.model, left.document
            case StandardsModel():
                self.standards = left.model, left.document
            case SourcesModel():
                self.sources = left.model, left.document
            case ReleasedModel():
                self.released = left.model, left.document
            case MovesModel():
                self.moves = left.model, left.document
            case HouseStyleModel():
                self.style = left.model
            case WordingModel():
                self._shared = LensFile(path, left.model, left.document)
            case FamiliesModel():
                self._families.append(LensFile(path, left.model, left.document))

    @property
    def known(self) -> Known:
        """What the files may refer to."""
        named_after = {
            file.path.stem for file in self.authored if not isinstance(file.model, ChecklistModel)
        }
        unread = {name.stem for name in self._blank}
        no_checklist = all(name.parent.name != "checklists" for name in self._blank)
        return Known(
            [one.id for one in self.pathways[0].pathways] if self.pathways else None,
            [one.key for one in self.sources[0].sources] if self.sources else None,
            elsewhere=frozenset(self._gone),
            unread=frozenset(unread),
            read=None if no_checklist else frozenset(named_after),
        )

    @property
    def wording(self) -> Sequence[LensFile]:
        """The files of the wording lens; none where what its families share cannot be read."""
        return (self._shared, *self._families) if self._shared else ()

    @property
    def looked_at(self) -> Sequence[Authored]:
        """The files that are answerable for what is wrong."""
        return self.authored if self.overlay is None else self.overlay.prompt_files

    @property
    def every_pathway(self) -> Sequence[PathwayModel]:
        ours = self.pathways[0].pathways if self.pathways else ()
        return [*ours, *(self.overlay.own_pathways if self.overlay else ())]

    @property
    def every_barrier(self) -> tuple[Barrier, ...]:
        """What gets in the way, the organisation's own among them."""
        return offered(self.own_barriers, self.overlay.own_barriers if self.overlay else ())

    @property
    def own_barriers(self) -> Sequence[BarrierModel]:
        return self.barriers[0].barriers if self.barriers else ()

    def under(self, overlay: Overlay) -> "Folder":
        """The same folder with an organisation's own prompts over it."""
        return replace(
            self,
            authored=[*self.authored, *overlay.prompt_files],
            in_doubt=self.in_doubt | overlay.in_doubt,
            overlay=overlay,
            ours=self,
        )

    def prompts(self) -> Iterator[tuple[Authored, PromptModel]]:
        for file in self.authored:
            for _, prompt in file.prompts():
                yield file, prompt

    def is_whole(self, name: str) -> bool:
        return name not in self.unread and name not in self.shaky


def _places(folder: Path) -> Iterator[tuple[str, type[BaseModel]]]:
    for kind, model in FOLDERS.items():
        for path in sorted((folder / kind).glob("*.yaml")):
            if path.name[0] != ".":
                yield f"{kind}/{path.name}", model
    for name, model in FILES.items():
        if (folder / name).exists() or (folder / name).is_symlink():
            yield name, model


def _called_otherwise(file: Authored) -> Sequence[Problem]:
    """The name inside a file is the one its name says."""
    match file.model:
        case ChecklistModel(checklist=said):
            name = "checklist"
        case PurposeModel(purpose=said):
            name = "purpose"
        case PrincipleModel(principle=principle, strand=strand):
            name = "strand" if strand and not principle else "principle"
            said = principle or strand or ""
    if said == file.path.stem:
        return ()
    what = f"is “{said}”, but the file is called {file.path.name}"
    return (problem(file.path, file.document, (name,), what),)


def _out_of_place(folder: Path) -> Iterator[Problem]:
    """A file in the wrong place is read by nobody, and its questions are never asked."""
    for path in sorted(folder.rglob("*.y*ml")):
        name = path.relative_to(folder)
        home = name.parent.as_posix()
        if name.parts[0] in NOT_READ_HERE or path.name[0] == ".":
            continue
        if home in FOLDERS and path.suffix == ".yaml":
            continue
        if name.as_posix() not in FILES:
            near = nearest(name.parts[0], [*FOLDERS, *FILES])
            said = clean_line(name.as_posix())
            yield Problem(said, None, "", f"is where no prompt file is read{near}")
