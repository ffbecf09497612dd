"""Every prompt as it stands in its file: all its wordings, its conditions, who wrote it.

A walk asks a prompt in one wording. This is for whoever writes them, so nothing is settled:
no purpose, no channel, no form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.barrier_models import BarrierModel, BarriersModel
from tipcoach.library.barriers import authored_choices, offered
from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.library import STRANDS
from tipcoach.library.lines import Path_
from tipcoach.library.load import load
from tipcoach.library.models import Provenance
from tipcoach.library.overlay_models import OverlayModel
from tipcoach.library.pathway_models import PathwaysModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import GateModel, PromptModel, Rewording
from tipcoach.library.purpose_models import PurposeModel, PurposeReword
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES
from tipcoach.library.source_models import SourceModel, SourcesModel
from tipcoach.library.written import (
    WORDINGS,
    Condition,
    Origin,
    OtherWords,
    Source,
    WrittenPrompt,
)
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import AnswerTest
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Form


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that prompt files stand in: ours, or an organisation's own."""

    folder: Path
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class OurFiles:
    """Every file of a whole folder that questions stand in, and its sources by their keys."""

    shelf: Shelf
    checklists: Sequence[Authored]
    principles: Sequence[Authored]
    purposes: Sequence[Authored]
    sources: Mapping[str, Source]
    barriers: Sequence[BarrierModel]


def catalogue(folder: Path) -> tuple[WrittenPrompt, ...]:
    """Every prompt of a folder: the checklists' own, the principles', then the purposes'.

    Raises `LibraryFault` with every file that cannot be read.
    """
    return catalogue_of(read_ours(folder))


def read_ours(folder: Path) -> OurFiles:
    """Raises `LibraryFault` with every file that cannot be read."""
    files = _Files(folder)
    ours = OurFiles(
        Shelf(folder),
        files.read("checklists", files.names("checklists"), ChecklistModel),
        files.read("principles", list(STRANDS), PrincipleModel),
        files.read("purposes", files.names("purposes"), PurposeModel),
        files.sources(),
        files.barriers(),
    )
    if files.problems:
        raise LibraryFault(files.problems)
    return ours


def catalogue_of(
    ours: OurFiles, own_barriers: Sequence[BarrierModel] = ()
) -> tuple[WrittenPrompt, ...]:
    """Every prompt of our files; `own_barriers` are those an organisation lays over ours."""
    barriers = offered(ours.barriers, own_barriers)
    found = [
        written(ours.shelf, file, place, prompt, ours.sources, barriers)
        for file in (*ours.checklists, *ours.principles, *ours.purposes)
        for place, prompt in file.prompts()
    ]
    return tuple(with_purposes(ours.shelf, prompt, ours.purposes) for prompt in found)


def source_of(model: SourceModel) -> Source:
    return Source(clean_line(model.key), model.title, clean_line(model.address or ""))


class _Files:
    """The files of a folder, and what is wrong with any of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[object] = []

    def names(self, kind: str) -> list[str]:
        return sorted(p.stem for p in (self._folder / kind).glob("*.yaml") if p.name[0] != ".")

    def read(
        self,
        kind: str,
        names: Sequence[str],
        model: type[ChecklistModel] | type[PrincipleModel] | type[PurposeModel],
    ) -> list[Authored]:
        found = []
        for name in names:
            path = self._folder / kind / f"{name}.yaml"
            try:
                made, document = load(path, model)
            except LibraryFault as fault:
                self.problems += fault.problems
                continue
            found.append(Authored(path, document, made))
        return found

    def barriers(self) -> Sequence[BarrierModel]:
        try:
            models, _ = load(self._folder / "barriers.yaml", BarriersModel)
        except LibraryFault as fault:
            self.problems += fault.problems
            return ()
        return models.barriers

    def sources(self) -> dict[str, Source]:
        try:
            models, _ = load(self._folder / "sources.yaml", SourcesModel)
        except LibraryFault as fault:
            self.problems += fault.problems
            return {}
        return {one.key: source_of(one) for one in models.sources}


def written(
    shelf: Shelf,
    file: Authored,
    place: Path_,
    prompt: PromptModel,
    sources: Mapping[str, Source],
    barriers: Sequence[Barrier],
) -> WrittenPrompt:
    """One prompt of `file` by itself, without what purposes make of it."""
    forms = prompt.forms
    about_a_visit = True
    section, phase, strand = "", str(prompt.phase or ""), str(prompt.principle or "")
    match file.model:
        case ChecklistModel(kind=kind, sections=sections):
            within = sections[int(place[1])]
            section, phase = within.name, PHASES.get(kind, "")
            forms = tuple(form for form in forms if form in within.forms)
            about_a_visit = kind in PHASES
            if not about_a_visit:
                forms = (Form.FULL,)
        case PrincipleModel(principle=principle, strand=across):
            strand = str(principle or across or "")
    if strand and (strand == "culture" or not prompt.quick):
        # Of the questions of a principle the quick form asks those that have a quick wording.
        forms = tuple(form for form in forms if form is not Form.QUICK)
    origin = origin_at(shelf, file, (*place, "id"))
    own = [
        OtherWords(
            _words(layer), origin_at(shelf, file, (*place, "channels", channel.value)), channel
        )
        for channel, layer in prompt.channels.items()
    ]
    return WrittenPrompt(
        id=prompt.id,
        origin=origin,
        strand=strand,
        phase=phase,
        section=section,
        purposes=(file.model.purpose,) if isinstance(file.model, PurposeModel) else (),
        dropped_by=(),
        words=_words(prompt),
        others=tuple(own),
        answer=prompt.answer,
        choices=authored_choices(prompt, barriers),
        forms=forms,
        when=_condition(prompt.when),
        unless=_condition(prompt.unless),
        heavy=prompt.heavy or "",
        own_conduct=prompt.own_conduct,
        strengths=prompt.strengths,
        looks_back=prompt.looks_back,
        opens_the_card=prompt.card == "opening",
        nations=prompt.nations,
        # A key that is nowhere is shown as it stands; the check says that it is nowhere.
        sources=tuple(
            sources.get(key, Source(clean_line(key), clean_line(key), "")) for key in prompt.sources
        ),
        about_a_visit=about_a_visit,
    )


def with_purposes(
    shelf: Shelf, prompt: WrittenPrompt, purposes: Sequence[Authored]
) -> WrittenPrompt:
    """A prompt with what purposes make of it: other words after its own, or not asked."""
    dropped, others = list(prompt.dropped_by), list(prompt.others)
    for file in purposes:
        assert isinstance(file.model, PurposeModel)  # noqa: S101  (read as such)
        if prompt.id in file.model.drops:
            dropped.append(file.model.purpose)
        others += _reworded(shelf, file, file.model, prompt.id)
    return replace(prompt, dropped_by=tuple(dropped), others=tuple(others))


def _reworded(
    shelf: Shelf, file: Authored, model: PurposeModel, prompt_id: str
) -> Iterator[OtherWords]:
    for n, reword in enumerate(model.rewords):
        if reword.prompt == prompt_id:
            yield from other_words(shelf, file, ("rewords", n), reword, model.purpose)


def other_words(
    shelf: Shelf, file: Authored, place: Path_, reword: PurposeReword, purpose: str | None
) -> Iterator[OtherWords]:
    """The words of one rewording: those for every channel, then those for each."""
    if words := _words(reword):
        yield OtherWords(words, origin_at(shelf, file, place), None, purpose)
    for channel, layer in reword.channels.items():
        inner = origin_at(shelf, file, (*place, "channels", channel.value))
        yield OtherWords(_words(layer), inner, channel, purpose)


def _words(model: PromptModel | Rewording) -> dict[str, str]:
    return {name: said for name in WORDINGS if (said := getattr(model, name))}


def _condition(gate: GateModel) -> Condition:
    tests = tuple(
        AnswerTest(about, (said,) if isinstance(said, str) else said)
        for about, said in gate.answers.items()
    )
    return Condition(gate.channel, gate.hat, tests)


def origin_at(shelf: Shelf, file: Authored, place: Path_) -> Origin:
    """Where `place` of `file` stands, and who wrote it."""
    made = _provenance(file)
    return Origin(
        file=clean_line(file.path.relative_to(shelf.folder).as_posix()),
        line=file.document.line(place),
        author=made.author,
        reviewed_by=made.reviewed_by,
        lived_experience=made.lived_experience,
        words_of="" if shelf.is_ours else _whose(file),
    )


def _whose(file: Authored) -> str:
    """Whose words a file of an organisation's own has; a whole purpose is its author's."""
    model = file.model
    return model.overlay if isinstance(model, OverlayModel) else _provenance(file).author


def _provenance(file: Authored) -> Provenance:
    # Only files of questions are asked about, and each of those says who wrote it.
    assert not isinstance(file.model, SourcesModel | PathwaysModel | BarriersModel)  # noqa: S101
    return file.model.provenance
