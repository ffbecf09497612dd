"""What no file can show alone: ids used twice, and references to what does not exist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.library.barrier_models import BarriersModel
from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.lines import Document, Path_
from tipcoach.library.load import Problem, nearest, problem
from tipcoach.library.pathway_models import PathwaysModel
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.source_models import SourcesModel
from tipcoach.practice.checklist import HAT_PROMPT

if TYPE_CHECKING:
    from tipcoach.library.overlay_models import OverlayModel

NOTHING_THEIRS = "no theirs"


@dataclass(frozen=True, slots=True)
class Authored:
    """One file: where it is, its lines, what it holds."""

    path: Path
    document: Document
    model: (
        "ChecklistModel | PrincipleModel | PurposeModel | OverlayModel | SourcesModel"
        " | PathwaysModel | BarriersModel"
    )

    def prompts(self) -> Iterator[tuple[Path_, PromptModel]]:
        """Every prompt the file defines, with the place of it."""
        match self.model:
            case ChecklistModel(sections=sections):
                for s, section in enumerate(sections):
                    for n, prompt in enumerate(section.prompts):
                        yield ("sections", s, "prompts", n), prompt
            case PrincipleModel(prompts=prompts):
                yield from ((("prompts", n), prompt) for n, prompt in enumerate(prompts))
            case _:  # a purpose, or an overlay; the shape of that is loaded only with one
                adds: tuple[PromptModel, ...] = getattr(self.model, "adds", ())
                yield from ((("adds", n), prompt) for n, prompt in enumerate(adds))

    def problem(self, field: Path_, what: str) -> Problem:
        return problem(self.path, self.document, field, what)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that may be referred to.

    `pathways` and `sources` are `None` when they cannot be known. `elsewhere` are prompts that
    were written and cannot be used. Of files nobody can read only this is known: a principle's
    or a purpose's prompts are named after it, so theirs begin as one of `unread`; and those of
    an unread checklist do not begin as one of `read` (`None`: every checklist is read).
    """

    pathways: Sequence[str] | None
    sources: Sequence[str] | None
    elsewhere: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    read: frozenset[str] | None = None

    def may_be_elsewhere(self, prompt_id: str) -> bool:
        """Whether a prompt that is not found may stand in what could not be used."""
        begins = prompt_id.split(".")[0]
        in_a_checklist = self.read is not None and begins not in self.read
        return prompt_id in self.elsewhere or begins in self.unread or in_a_checklist


def broken(files: Sequence[Authored], known: Known) -> list[Problem]:
    """Every broken reference in `files`, one sentence each."""
    ids = [prompt.id for file in files for _, prompt in file.prompts()]
    problems = list(_used_twice(files))
    problems += _taken_out(files)
    for file in files:
        for name, among, place in _references(file, ids, known):
            if among is None or name in among or place not in file.document.lines:
                continue
            if among is not ids or not known.may_be_elsewhere(name):
                problems.append(file.problem(place, unknown(name, among)))
    return problems


Reference = tuple[str, Sequence[str] | None, Path_]


def _references(file: Authored, ids: Sequence[str], known: Known) -> Iterator[Reference]:
    for field, prompt in file.prompts():
        for name, among, place in _prompt_references(prompt, ids, known):
            yield name, among, (*field, *place)
    if isinstance(file.model, PurposeModel):
        yield from _purpose_references(file.model, ids, known)
    if isinstance(file.model, ChecklistModel) and file.model.few:
        for n, prompt_id in enumerate(file.model.few.ask):
            yield prompt_id, ids, ("few", "ask", n)


def _prompt_references(
    prompt: PromptModel, ids: Sequence[str], known: Known
) -> Iterator[Reference]:
    for n, key in enumerate(prompt.sources):
        yield key, known.sources, ("sources", n)
    for n, choice in enumerate(prompt.choices):
        if choice.pathway:
            yield choice.pathway, known.pathways, ("choices", n, "pathway")
    for about in prompt.when.answers:
        yield about, ids, ("when", "answers", about)
    for about in prompt.unless.answers:
        yield about, ids, ("unless", "answers", about)


def _purpose_references(
    purpose: PurposeModel, ids: Sequence[str], known: Known
) -> Iterator[Reference]:
    for n, dropped in enumerate(purpose.drops):
        yield dropped, ids, ("drops", n)
    for n, reword in enumerate(purpose.rewords):
        yield reword.prompt, ids, ("rewords", n, "prompt")
    if purpose.always_stops:
        yield purpose.always_stops, known.pathways, ("always_stops",)
    for n, stop in enumerate(purpose.stops):
        yield stop.pathway, known.pathways, ("stops", n, "pathway")


def _taken_out(files: Sequence[Authored]) -> Iterator[Problem]:
    """What keeps people safe stays, whatever a purpose drops or a checklist leaves out."""
    for file in files:
        if isinstance(file.model, ChecklistModel) and file.model.kind == "reflection":
            for part in ("landing", "stop"):
                if not any(getattr(section, part) for section in file.model.sections):
                    yield file.problem(("sections",), f"wants a section with {part}: true")
    kept = cannot_be_taken_out(files)
    for file in files:
        if isinstance(file.model, PurposeModel):
            for n, dropped in enumerate(file.model.drops):
                if dropped in kept:
                    what = f"names “{dropped}”, which cannot be taken out"
                    yield file.problem(("drops", n), what)


def cannot_be_taken_out(files: Sequence[Authored]) -> set[str]:
    """The ids of what keeps people safe, and of whatever those prompts wait for.

    Landing, stop rules, which hat, and the choice prompt for when nothing is theirs.
    """
    kept = {HAT_PROMPT}
    for file in files:
        if isinstance(file.model, ChecklistModel):
            guards = [section for section in file.model.sections if section.landing or section.stop]
            kept |= {prompt.id for section in guards for prompt in section.prompts}
        kept |= {prompt.id for _, prompt in file.prompts() if NOTHING_THEIRS in _said(prompt)}
    waits = {prompt.id: {*prompt.when.answers} for file in files for _, prompt in file.prompts()}
    # A prompt waits for an answer that is given earlier, but a file may say it of each other.
    while more := {about for one in kept for about in waits.get(one, ())} - kept:
        kept |= more
    return kept


def _said(prompt: PromptModel) -> set[str]:
    """The words a prompt waits for: the last choice prompt waits for nothing being theirs."""
    words = prompt.when.answers.values()
    return {word for said in words for word in ((said,) if isinstance(said, str) else said)}


def _used_twice(files: Sequence[Authored]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        for field, prompt in file.prompts():
            if prompt.id in first:
                what = f"is “{prompt.id}”, which {first[prompt.id]} already has"
                yield file.problem((*field, "id"), what)
            first.setdefault(prompt.id, file.path.name)


def unknown(name: str, among: Sequence[str]) -> str:
    return f"names “{name}”, which does not exist{nearest(name, list(among))}"
