"""What is wrong with an organisation's own prompts, all of it at once.

Held against our own files: names that do not exist, places that are guarded, words that may
never be asked. What keeps people safe can be reworded; it cannot be hidden, moved or joined.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tipcoach.library.barrier_models import BarrierModel
from tipcoach.library.barriers import offered
from tipcoach.library.checklist_models import ChecklistModel, SectionModel
from tipcoach.library.load import Problem, nearest
from tipcoach.library.overlay_asks import never_to_be_asked
from tipcoach.library.overlay_files import Overlay
from tipcoach.library.overlay_models import AddModel, OverlayModel
from tipcoach.library.pathway_models import PathwaysModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored, Known, broken, cannot_be_taken_out, unknown
from tipcoach.library.resolve import PHASES
from tipcoach.library.source_models import SourcesModel
from tipcoach.library.standalone import ONLY_AFTER_A_VISIT
from tipcoach.practice.checklist import HAT_PROMPT

WANTS_A_PLACE = "wants a place: principle and phase, or checklist and section"


@dataclass(frozen=True, slots=True)
class Ours:
    """Our own files, all of them, and the names that may be referred to."""

    files: Sequence[Authored]
    known: Known
    barriers: Sequence[BarrierModel] = ()

    @property
    def checklists(self) -> dict[str, ChecklistModel]:
        models = (file.model for file in self.files)
        return {one.checklist: one for one in models if isinstance(one, ChecklistModel)}

    @property
    def purposes(self) -> dict[str, PurposeModel]:
        models = (file.model for file in self.files)
        return {one.purpose: one for one in models if isinstance(one, PurposeModel)}


def overlay_problems(overlay: Overlay, ours: Ours) -> list[Problem]:
    """Every problem of the overlay, one sentence each."""
    problems = list(overlay.unread)
    for path, document in overlay.documents:
        problems += never_to_be_asked(path, document)
    checking = _Checking(overlay, ours)
    problems += checking.names()
    problems += checking.barriers()
    for file in overlay.purposes.values():
        if isinstance(file.model, PurposeModel):
            problems += checking.purpose(file, file.model)
    for file in overlay.files:
        if isinstance(file.model, OverlayModel):
            problems += checking.adds(file, file.model)
            problems += checking.rewords(file, file.model)
            problems += checking.hides(file, file.model)
            problems += checking.order(file, file.model)
    return list(dict.fromkeys(problems))


class _Checking:
    def __init__(self, overlay: Overlay, ours: Ours) -> None:
        self._overlay = overlay
        self._ours = ours
        self._files = [*ours.files, *overlay.prompt_files]
        self._prompts = {prompt.id: prompt for file in self._files for _, prompt in file.prompts()}
        self._kept = cannot_be_taken_out(self._files)
        self._purposes = [*ours.purposes, *overlay.purposes]
        self._reworded: dict[tuple[str, str], str] = {}
        self._ordered: dict[tuple[str, str], str] = {}

    def _exists(
        self, file: Authored, place: tuple[str | int, ...], name: str, among: Sequence[str]
    ) -> Iterator[Problem]:
        if name not in among and not self._overlay.may_hold(name):
            yield file.problem(place, unknown(name, among))

    # -- names, over all files ------------------------------------------------------------

    def names(self) -> Iterator[Problem]:
        """Ids used twice, and the references that our own files are held to as well."""
        known, overlay = self._ours.known, self._overlay
        sources, pathways = list(known.sources or ()), list(known.pathways or ())
        yield from self._taken(overlay.sources, "sources", sources)
        yield from self._taken(overlay.pathways, "pathways", pathways)
        # What is wrong with our own files is not laid at the organisation's door.
        before = broken(self._ours.files, known)
        after = replace(
            known,
            sources=None if self._unknown(known.sources) else [*sources, *overlay.gone],
            pathways=None if self._unknown(known.pathways) else [*pathways, *overlay.gone],
            elsewhere=known.elsewhere | overlay.gone,
            read=frozenset() if overlay.is_blank else known.read,
        )
        yield from (one for one in broken(self._files, after) if one not in before)

    def _unknown(self, ours: Sequence[str] | None) -> bool:
        return ours is None or self._overlay.is_blank

    def _taken(self, file: Authored | None, part: str, taken: list[str]) -> Iterator[Problem]:
        """Adds the names of `file` to those taken."""
        for n, name in enumerate(_names_in(file)):
            if file and name in taken:
                key = "key" if part == "sources" else "id"
                yield file.problem((part, n, key), f"is “{name}”, which there is already")
            taken.append(name)

    # -- barriers --------------------------------------------------------------------------

    def barriers(self) -> Iterator[Problem]:
        """Ids said twice in one file, and words that two barriers would share."""
        file = self._overlay.barriers
        theirs = self._overlay.own_barriers
        ids = [barrier.id for barrier in theirs]
        every = offered(self._ours.barriers, theirs)
        for n, barrier in enumerate(theirs):
            if file is None or ("barriers", n, "id") not in file.document.lines:
                continue
            if barrier.id in ids[:n]:
                yield file.problem(("barriers", n, "id"), f"is “{barrier.id}” a second time")
            alike = [one.id for one in every if one.label == barrier.label]
            if other := next((id_ for id_ in alike if id_ != barrier.id), None):
                yield file.problem(("barriers", n, "label"), f"reads the same as that of “{other}”")

    # -- whole purposes -------------------------------------------------------------------

    def purpose(self, file: Authored, purpose: PurposeModel) -> Iterator[Problem]:
        if purpose.purpose != file.path.stem:
            what = f"is “{purpose.purpose}”, but the file is called {file.path.name}"
            yield file.problem(("purpose",), what)
        if purpose.purpose in self._ours.purposes:
            what = f"is “{purpose.purpose}”, which there is already"
            yield file.problem(("purpose",), what)
        others = [*self._ours.purposes.values()]
        others += [one for id_ in self._overlay.purposes if (one := self._overlay.purpose(id_))]
        for other in others:
            is_written = ("letter",) in file.document.lines
            if is_written and other is not purpose and other.letter == purpose.letter:
                what = f"is “{purpose.letter}”, which picks {other.purpose}"
                yield file.problem(("letter",), what)
        said = {choice.value for prompt in self._declaring_stops() for choice in prompt.choices}
        for n, stop in enumerate(purpose.stops):
            if stop.id in said:
                what = f"is “{stop.id}”, which there is already a choice for while landing"
                yield file.problem(("stops", n, "id"), what)
        for n, prompt in enumerate(purpose.adds):
            yield from _ends_nothing(file, ("adds", n), prompt)
            has_place = prompt.phase is not None and prompt.principle is not None
            if not has_place and prompt.id not in self._overlay.in_doubt:
                yield file.problem(("adds", n), "wants a place: principle and phase")

    def _declaring_stops(self) -> Iterator[PromptModel]:
        for checklist in self._ours.checklists.values():
            for section in checklist.sections:
                for prompt in section.prompts:
                    if any(choice.pathway for choice in prompt.choices):
                        yield prompt

    # -- the parts of an overlay file -----------------------------------------------------

    def _for(
        self, file: Authored, place: tuple[str | int, ...], purposes: Sequence[str]
    ) -> Iterator[Problem]:
        for n, purpose in enumerate(purposes):
            yield from self._exists(file, (*place, "purposes", n), purpose, self._purposes)

    def adds(self, file: Authored, model: OverlayModel) -> Iterator[Problem]:
        for n, add in enumerate(model.adds):
            yield from _ends_nothing(file, ("adds", n), add)
            yield from self._for(file, ("adds", n), add.purposes)
            if add.looks_back and self._is_before(add):
                yield file.problem(("adds", n, "looks_back"), ONLY_AFTER_A_VISIT)
            if not add.has_one_place:
                if add.id not in self._overlay.in_doubt:
                    yield file.problem(("adds", n), WANTS_A_PLACE)
            elif add.checklist is not None:
                yield from self._place(file, ("adds", n), add)

    def _is_before(self, add: AddModel) -> bool:
        """Whether a question is asked before a visit, or about none."""
        checklist = self._ours.checklists.get(add.checklist or "")
        return (PHASES.get(checklist.kind) if checklist else add.phase) != "after"

    def _place(
        self, file: Authored, place: tuple[str | int, ...], add: AddModel
    ) -> Iterator[Problem]:
        checklist = self._ours.checklists.get(add.checklist or "")
        if checklist is None:
            known = list(self._ours.checklists)
            yield file.problem((*place, "checklist"), unknown(add.checklist or "", known))
            return
        section = _section(checklist, add.section or "")
        if section is None:
            known = [one.id for one in checklist.sections]
            yield file.problem((*place, "section"), unknown(add.section or "", known))
        elif section.landing or section.stop:
            what = f"is “{section.id}”, and nothing can be added to landing or to a stop rule"
            yield file.problem((*place, "section"), what)
        elif section.principle or section.together:
            what = f"is “{section.id}”, which its principles fill; say principle and phase"
            yield file.problem((*place, "section"), what)

    def rewords(self, file: Authored, model: OverlayModel) -> Iterator[Problem]:
        for n, reword in enumerate(model.rewords):
            place = ("rewords", n, "prompt")
            yield from self._exists(file, place, reword.prompt, list(self._prompts))
            yield from self._for(file, ("rewords", n), reword.purposes)
            for purpose in reword.purposes or ("",):
                key = (reword.prompt, purpose)
                if key in self._reworded:
                    what = f"names “{reword.prompt}”, which {self._reworded[key]} rewords already"
                    yield file.problem(place, what)
                self._reworded[key] = file.path.name

    def hides(self, file: Authored, model: OverlayModel) -> Iterator[Problem]:
        hidden = {hide.prompt for one in self._overlay.models for hide in one.hides}
        for n, hide in enumerate(model.hides):
            place = ("hides", n, "prompt")
            yield from self._exists(file, place, hide.prompt, list(self._prompts))
            yield from self._for(file, ("hides", n), hide.purposes)
            if hide.prompt in self._kept:
                yield file.problem(place, f"names “{hide.prompt}”, which cannot be taken out")
                continue
            for prompt in self._prompts.values():
                if hide.prompt in prompt.when.answers and prompt.id not in hidden:
                    what = f"names “{hide.prompt}”, which “{prompt.id}” waits for; hide that too"
                    yield file.problem(place, what)

    def order(self, file: Authored, model: OverlayModel) -> Iterator[Problem]:
        for checklist_id, sections in model.order.items():
            place = ("order", checklist_id)
            checklist = self._ours.checklists.get(checklist_id)
            if checklist is None:
                yield file.problem(place, unknown(checklist_id, list(self._ours.checklists)))
                continue
            for section_id, first in sections.items():
                section = _section(checklist, section_id)
                if section is None:
                    known = [one.id for one in checklist.sections]
                    yield file.problem((*place, section_id), unknown(section_id, known))
                else:
                    yield from self._section_order(file, checklist, section, first)

    def _section_order(
        self,
        file: Authored,
        checklist: ChecklistModel,
        section: SectionModel,
        first: Sequence[str],
    ) -> Iterator[Problem]:
        place = ("order", checklist.checklist, section.id)
        if section.landing or section.stop:
            yield file.problem(place, "is landing or a stop rule, and its order cannot be changed")
            return
        key = (checklist.checklist, section.id)
        if key in self._ordered:
            yield file.problem(place, f"is in {self._ordered[key]} already")
        self._ordered[key] = file.path.name
        asked = list(self._asked_in(checklist, section))
        if HAT_PROMPT in asked and first and first[0] != HAT_PROMPT:
            what = f"puts another question before “{HAT_PROMPT}”, which is always the first"
            yield file.problem(place, what)
        for n, name in enumerate(first):
            if name not in asked:
                if not self._overlay.may_hold(name):
                    what = f"names “{name}”, which is not asked here{nearest(name, asked)}"
                    yield file.problem((*place, n), what)
                continue
            prompt = self._prompts[name]
            for about in (*prompt.when.answers, *prompt.unless.answers):
                if about in asked and about not in first[:n]:
                    what = f"names “{name}”, which follows from “{about}”; put that before it"
                    yield file.problem((*place, n), what)

    def _asked_in(self, checklist: ChecklistModel, section: SectionModel) -> Iterator[str]:
        """The ids that may be asked in a section, for any purpose."""
        yield from (prompt.id for prompt in section.prompts)
        phase = PHASES.get(checklist.kind, "")
        for file in self._files:
            for _, prompt in file.prompts():
                if isinstance(prompt, AddModel) and prompt.section is not None:
                    if (prompt.checklist, prompt.section) == (checklist.checklist, section.id):
                        yield prompt.id
                elif prompt.phase == phase and self._is_in(section, file, prompt):
                    yield prompt.id

    def _is_in(self, section: SectionModel, file: Authored, prompt: PromptModel) -> bool:
        strand = isinstance(file.model, PrincipleModel) and file.model.principle is None
        if section.together:
            return bool(prompt.quick) and not strand
        if section.strand:
            return strand
        return section.principle is not None and section.principle == _principle(file, prompt)


def _ends_nothing(
    file: Authored, place: tuple[str | int, ...], prompt: PromptModel
) -> Iterator[Problem]:
    """A stop rule is declared while landing; elsewhere it would look like one and end nothing."""
    for n, choice in enumerate(prompt.choices):
        for part in ("pathway", "unsafe"):
            if getattr(choice, part):
                what = "is declared while landing only; give a purpose of your own a stop rule"
                yield file.problem((*place, "choices", n, part), what)
    if prompt.card:
        what = "is for one question only, which has it already"
        yield file.problem((*place, "card"), what)


def _principle(file: Authored, prompt: PromptModel) -> object:
    return file.model.principle if isinstance(file.model, PrincipleModel) else prompt.principle


def _section(checklist: ChecklistModel, section_id: str) -> SectionModel | None:
    return next((one for one in checklist.sections if one.id == section_id), None)


def _names_in(file: Authored | None) -> list[str]:
    match file:
        case Authored(model=SourcesModel(sources=sources)):
            return [source.key for source in sources]
        case Authored(model=PathwaysModel(pathways=pathways)):
            return [pathway.id for pathway in pathways]
    return []
