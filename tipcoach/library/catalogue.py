"""Every prompt as it stands in its file: all its wordings, its conditions, who wrote it.

A walk asks a prompt in one wording. This is for whoever writes them, so nothing is settled:
no purpose, no channel, no form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.library import STRANDS
from tipcoach.library.lines import Document, Path_
from tipcoach.library.load import load
from tipcoach.library.models import (
    ChecklistModel,
    GateModel,
    PathwaysModel,
    PrincipleModel,
    PromptModel,
    PurposeModel,
    Rewording,
    SourcesModel,
)
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import AnswerTest, Checklist, Choice, Nation
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Channel, Form, Hat

WORDINGS = tuple(Rewording.model_fields)
"""The texts of a prompt that other words can take the place of."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words stand, and whose they are. `file` is within the folder of the prompts."""

    file: str
    line: int
    author: str
    reviewed_by: tuple[str, ...]
    lived_experience: str


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that take the place of a prompt's own, for one channel, one purpose, or both."""

    words: Mapping[str, str]
    origin: Origin
    channel: Channel | None = None
    purpose: str | None = None

    def hold(self, purpose: str | None, channel: Channel | None) -> bool:
        return self.purpose in (None, purpose) and self.channel in (None, channel)


@dataclass(frozen=True, slots=True)
class Condition:
    """Ways to meet, hats and earlier answers that open or close a prompt."""

    channels: tuple[Channel, ...] = ()
    hats: tuple[Hat, ...] = ()
    answers: tuple[AnswerTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read; `address` is empty when it has none."""

    key: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class WrittenPrompt:
    """One prompt whole. `strand` is the principle it is about, `culture`, or empty.

    `purpose` is the one that adds it; `dropped_by` are those that do not ask it. `forms` are
    those in which it is really asked.
    """

    id: str
    origin: Origin
    strand: str
    phase: str
    section: str
    purpose: str | None
    dropped_by: tuple[str, ...]
    words: Mapping[str, str]
    others: tuple[OtherWords, ...]
    answer: AnswerForm
    choices: tuple[Choice, ...]
    forms: tuple[Form, ...]
    when: Condition
    unless: Condition
    heavy: str
    own_conduct: bool
    opens_the_card: bool
    nations: tuple[Nation, ...]
    sources: tuple[Source, ...]
    about_a_visit: bool = True

    def asked_for(self, purpose: str) -> bool:
        """Whether a visit for `purpose` may be asked it."""
        named = self.purpose in (None, purpose) and purpose not in self.dropped_by
        return self.about_a_visit and named

    def origin_on(self, checklist: Checklist) -> Origin:
        """Where the question stands that is asked on such a walk; later words win."""
        purpose, channel = checklist.purpose, checklist.channel
        layers = [other for other in self.others if other.hold(purpose, channel)]
        for name in ("quick", "question") if checklist.form is Form.QUICK else ("question",):
            for layer in reversed(layers):
                if name in layer.words:
                    return layer.origin
            if name in self.words:
                break
        return self.origin


def catalogue(folder: Path) -> tuple[WrittenPrompt, ...]:
    """Every prompt of a folder: the checklists' own, the principles', then the purposes'.

    Raises `LibraryFault` with every file that cannot be read.
    """
    files = _Files(folder)
    checklists = files.read("checklists", files.names("checklists"), ChecklistModel)
    principles = files.read("principles", list(STRANDS), PrincipleModel)
    purposes = files.read("purposes", files.names("purposes"), PurposeModel)
    sources = files.sources()
    if files.problems:
        raise LibraryFault(files.problems)
    found = [
        _written(folder, file, place, prompt, sources)
        for file in (*checklists, *principles, *purposes)
        for place, prompt in file.prompts()
    ]
    return tuple(_with_purposes(folder, prompt, purposes) for prompt in found)


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

    def sources(self) -> dict[str, Source]:
        try:
            models, _ = load(self._folder / "sources.yaml", SourcesModel)
        except LibraryFault as fault:
            self.problems += fault.problems
            return {}
        return {
            one.key: Source(clean_line(one.key), one.title, clean_line(one.address or ""))
            for one in models.sources
        }


def _written(
    folder: Path, file: Authored, place: Path_, prompt: PromptModel, sources: Mapping[str, Source]
) -> WrittenPrompt:
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
    origin = _origin(folder, file, (*place, "id"))
    own = [
        OtherWords(
            _words(layer), _origin(folder, file, (*place, "channels", channel.value)), channel
        )
        for channel, layer in prompt.channels.items()
    ]
    return WrittenPrompt(
        id=prompt.id,
        origin=origin,
        strand=strand,
        phase=phase,
        section=section,
        purpose=file.model.purpose if isinstance(file.model, PurposeModel) else None,
        dropped_by=(),
        words=_words(prompt),
        others=tuple(own),
        answer=prompt.answer,
        choices=tuple(
            Choice(one.value, one.label, one.note or "", one.pathway, one.unsafe)
            for one in prompt.choices
        ),
        forms=forms,
        when=_condition(prompt.when),
        unless=_condition(prompt.unless),
        heavy=prompt.heavy or "",
        own_conduct=prompt.own_conduct,
        opens_the_card=prompt.card == "opening",
        nations=prompt.nations,
        # A key that is nowhere is shown as it stands; the check says that it is nowhere.
        sources=tuple(
            sources.get(key, Source(clean_line(key), clean_line(key), "")) for key in prompt.sources
        ),
        about_a_visit=about_a_visit,
    )


def _unknown(key: str) -> Source:
    """A source that is named and is nowhere; the check says so."""
    return Source(clean_line(key), clean_line(key), "")


def _with_purposes(
    folder: Path, prompt: WrittenPrompt, purposes: Sequence[Authored]
) -> WrittenPrompt:
    """A prompt with what purposes make of it: other words after its own, or not asked."""
    dropped, others = [], list(prompt.others)
    for file in purposes:
        assert isinstance(file.model, PurposeModel)  # noqa: S101  (read as such)
        if prompt.id in file.model.drops:
            dropped.append(file.model.purpose)
        others += _reworded(folder, file, file.model, prompt.id)
    return replace(prompt, dropped_by=tuple(dropped), others=tuple(others))


def _reworded(
    folder: Path, file: Authored, model: PurposeModel, prompt_id: str
) -> Iterator[OtherWords]:
    for n, reword in enumerate(model.rewords):
        if reword.prompt != prompt_id:
            continue
        place: Path_ = ("rewords", n)
        if words := _words(reword):
            yield OtherWords(words, _origin(folder, file, place), None, model.purpose)
        for channel, layer in reword.channels.items():
            inner = _origin(folder, file, (*place, "channels", channel.value))
            yield OtherWords(_words(layer), inner, channel, model.purpose)


def _words(model: PromptModel | Rewording) -> dict[str, str]:
    return {name: said for name in WORDINGS if (said := getattr(model, name))}


def _condition(gate: GateModel) -> Condition:
    tests = tuple(
        AnswerTest(about, (said,) if isinstance(said, str) else said)
        for about, said in gate.answers.items()
    )
    return Condition(gate.channel, gate.hat, tests)


def _origin(folder: Path, file: Authored, place: Path_) -> Origin:
    document: Document = file.document
    # Only files of questions are asked about, and each of those says who wrote it.
    assert not isinstance(file.model, SourcesModel | PathwaysModel)  # noqa: S101
    made = file.model.provenance
    return Origin(
        file=clean_line(file.path.relative_to(folder).as_posix()),
        line=document.line(place),
        author=made.author,
        reviewed_by=made.reviewed_by,
        lived_experience=made.lived_experience,
    )
