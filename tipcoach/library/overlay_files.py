"""The folder of an organisation's own prompts, read whole, with everything that cannot be read.

Every `*.yaml` in it is an overlay file, except `sources.yaml`, `pathways.yaml` and
`barriers.yaml`; whole new purposes are in `purposes/`. What looks like a prompt file and would
be passed over is said. Of a file with a mistake in it the rest is looked at all the same.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tipcoach.library.barrier_models import BarrierModel, BarriersModel
from tipcoach.library.lines import MOST_BYTES, Document, YamlFault, read_file
from tipcoach.library.load import Problem, problem
from tipcoach.library.overlay_models import OverlayModel
from tipcoach.library.pathway_models import PathwayModel, PathwaysModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored
from tipcoach.library.salvage import salvage
from tipcoach.library.source_models import SourceModel, SourcesModel

MOST_FILES = 200
PURPOSES = "purposes"
_OURS = frozenset({"checklists", "principles", "en-GB"})
_Model: TypeAlias = type[OverlayModel] | type[PurposeModel] | type[SourcesModel] | (
    type[PathwaysModel] | type[BarriersModel]
)  # fmt: skip
_KINDS: dict[str, _Model] = {
    "sources.yaml": SourcesModel,
    "pathways.yaml": PathwaysModel,
    "barriers.yaml": BarriersModel,
}
_SHOWN = (OverlayModel, PurposeModel, BarriersModel)
"""Files whose words an officer is asked or offered."""
_NOTHING = Document(None, {})
_OVERLAY_LINE = re.compile(rb"^overlay[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Overlay:
    """An organisation's own prompts, by kind of file, as far as they can be used.

    `documents` are the files whose text is shown to officers, as they were written; `unread` is
    what is wrong with the reading of any. `in_doubt` are prompts of which something was left
    out, `gone` names that were written and did not stay, and with `is_blank` there is a file
    that cannot be looked into.
    """

    folder: Path
    files: tuple[Authored, ...] = ()
    purposes: Mapping[str, Authored] = field(default_factory=dict)
    sources: Authored | None = None
    pathways: Authored | None = None
    barriers: Authored | None = None
    documents: tuple[tuple[Path, Document], ...] = ()
    unread: tuple[Problem, ...] = ()
    in_doubt: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    is_blank: bool = False

    def may_hold(self, name: str) -> bool:
        """Whether a name that is not found may stand in what could not be used."""
        return self.is_blank or name in self.gone

    @property
    def models(self) -> tuple[OverlayModel, ...]:
        return tuple(f.model for f in self.files if isinstance(f.model, OverlayModel))

    @property
    def prompt_files(self) -> tuple[Authored, ...]:
        """The files that prompts stand in."""
        return (*self.files, *self.purposes.values())

    @property
    def own_pathways(self) -> tuple[PathwayModel, ...]:
        model = self.pathways.model if self.pathways else None
        return model.pathways if isinstance(model, PathwaysModel) else ()

    @property
    def own_sources(self) -> tuple[SourceModel, ...]:
        model = self.sources.model if self.sources else None
        return model.sources if isinstance(model, SourcesModel) else ()

    @property
    def own_barriers(self) -> tuple[BarrierModel, ...]:
        model = self.barriers.model if self.barriers else None
        return model.barriers if isinstance(model, BarriersModel) else ()

    @property
    def says_something(self) -> bool:
        lists = (self.sources, self.pathways, self.barriers)
        return bool(self.files or self.purposes or any(lists))

    def purpose(self, purpose_id: str) -> PurposeModel | None:
        found = self.purposes.get(purpose_id)
        return found.model if found and isinstance(found.model, PurposeModel) else None


def read_overlay(folder: Path) -> Overlay:
    """Read the whole folder. Nothing is raised: what is wrong is in `unread`."""
    reading = _Reading()
    paths = reading.listed(folder)
    found: dict[str, Authored] = {}
    for path in paths:
        if path.name == PURPOSES:
            continue
        if file := reading.file(path, _KINDS.get(path.name, OverlayModel)):
            found[path.name] = file
    purposes: dict[str, Authored] = {}
    if any(path.name == PURPOSES for path in paths):
        for path in reading.listed(folder / PURPOSES):
            if file := reading.file(path, PurposeModel):
                purposes[path.stem] = file
    return Overlay(
        folder,
        files=tuple(f for f in found.values() if isinstance(f.model, OverlayModel)),
        purposes=purposes,
        sources=found.get("sources.yaml"),
        pathways=found.get("pathways.yaml"),
        barriers=found.get("barriers.yaml"),
        documents=tuple(reading.documents),
        unread=tuple(reading.problems),
        in_doubt=frozenset(reading.in_doubt),
        gone=frozenset(reading.gone),
        is_blank=reading.is_blank,
    )


def looks_like_an_overlay(folder: Path) -> bool:
    """Whether `folder` is meant as an overlay, and not as a whole folder of prompts.

    A file that names its overlay says so; without one, it is a folder with prompt files in it
    and neither checklists nor principles, which no whole one can do without.
    """
    if any(map(_names_its_overlay, folder.glob("*.yaml"))):
        return True
    if any((folder / name).is_dir() for name in _OURS):
        return False
    return any(folder.glob("*.y*ml")) or any((folder / PURPOSES).glob("*.yaml"))


def _names_its_overlay(path: Path) -> bool:
    # A link or a pipe is not looked into: the check says what it is.
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _OVERLAY_LINE.search(file.read(MOST_BYTES)) is not None
    except OSError:
        return False


class _Reading:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.documents: list[tuple[Path, Document]] = []
        self.in_doubt: set[str] = set()
        self.gone: set[str] = set()
        self.is_blank = False

    def listed(self, folder: Path) -> list[Path]:
        """The files of a folder that are prompt files, by name, and its `purposes`."""
        if folder.name == PURPOSES and folder.is_symlink():
            return self._refuse(folder, "is a link; a folder is wanted")
        try:
            inside = sorted(path for path in folder.iterdir() if path.name[0] != ".")
        except OSError as fault:
            return self._refuse(folder, f"cannot be opened as a folder: {fault.strerror}")
        wanted = [path for path in inside if self._is_wanted(path, folder)]
        if len(wanted) > MOST_FILES:
            return self._refuse(folder, f"has more than {MOST_FILES} files")
        return wanted

    def _is_wanted(self, path: Path, folder: Path) -> bool:
        if path.suffix == ".yaml" or (path.name == PURPOSES and folder.name != PURPOSES):
            return True
        if path.suffix.lower() in (".yml", ".yaml"):
            self._refuse(path, f"is not read; its name must be {path.stem}.yaml")
        elif path.name in _OURS:
            self._refuse(path, "is not read; say what changes in a file of your own beside it")
        return False

    def _refuse(self, path: Path, what: str) -> list[Path]:
        self.problems.append(problem(path, _NOTHING, (), what))
        return []

    def file(self, path: Path, model: _Model) -> Authored | None:
        left = salvage(path, model)
        self.problems += left.problems
        self.in_doubt |= left.in_doubt
        self.gone |= left.gone
        if model in _SHOWN:
            # What a mistake takes along may ask what is never asked, so it is the text as written.
            with suppress(YamlFault, OSError):
                self.documents.append((path, read_file(path, [])))
        if left.model is None or left.document is None:
            self.is_blank = self.is_blank or not left.gone
            self.gone.add(path.stem)
            return None
        return Authored(path, left.document, left.model)  # type: ignore[arg-type]  # of _Model
