"""From authored files to the checklist of one walk: purpose, channel and form settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tipcoach.library.barriers import authored_choices
from tipcoach.library.checklist_models import ChecklistModel, SectionModel
from tipcoach.library.models import Provenance
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import GateModel, PromptModel, Rewording
from tipcoach.library.purpose_models import About, CardModel, PurposeModel, PurposeReword
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import (
    AnswerTest,
    CardWords,
    Checklist,
    Choice,
    Few,
    Gate,
    Pathway,
    Principle,
    PrincipleName,
    Prompt,
    Rhythm,
    Section,
    StopRule,
)
from tipcoach.practice.visit import Channel, Form

PHASES = {"preparation": "before", "reflection": "after"}
"""The half of a visit that each kind is about; a kind that is not here is not about a visit."""

BARE = PurposeModel(
    purpose="bare",
    name="…",
    label="…",
    letter="a",
    about=About(hurts="…", good="…", do_not_ask="…"),
    provenance=Provenance(author="…", lived_experience="…"),
    card=CardModel(opening=dict.fromkeys(Channel, "…"), way_out=dict.fromkeys(Channel, "…")),
)
"""A purpose that adds nothing and takes nothing out: what is left is what the rest does alone."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words a prompt has, other than ours: all of them, or those texts of it in `said`."""

    name: str
    lived_experience: str
    said: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What one checklist is put together from. `principles` also holds the culture strand.

    `first` gives, by section id, the prompts that lead it; `whose` the words that an
    organisation added, by prompt id.
    """

    checklist: ChecklistModel
    purpose: PurposeModel
    principles: Mapping[str, PrincipleModel]
    pathways: tuple[Pathway, ...]
    names: tuple[PrincipleName, ...]
    source_titles: Mapping[str, str]
    barriers: tuple[Barrier, ...] = ()
    first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whose: Mapping[str, tuple[Whose, ...]] = field(default_factory=dict)


def resolve(parts: Parts, channel: Channel, form: Form) -> Checklist:
    """The checklist as it will be asked; sections left without a prompt are left out."""
    maker = _Maker(parts, channel, form)
    sections = [maker.section(section) for section in parts.checklist.sections]
    if parts.purpose.always_stops:
        # Its route comes straight after landing; what is asked later waits for it.
        sections.sort(key=lambda section: not section.landing and 1 + (not section.stop))
    card = parts.purpose.card
    return Checklist(
        id=parts.checklist.checklist,
        title=parts.checklist.title,
        purpose=parts.purpose.purpose,
        purpose_label=parts.purpose.label,
        channel=channel,
        form=form,
        sections=tuple(section for section in sections if section.prompts),
        principles=parts.names,
        pathways=parts.pathways,
        always_stops=parts.purpose.always_stops,
        card=CardWords(
            opening=card.opening[channel],
            way_out=card.way_out[channel],
            stops=tuple(StopRule(stop.label, stop.pathway) for stop in parts.purpose.stops),
        )
        if parts.checklist.kind == "preparation"
        else None,
        few=_few(parts.checklist, sections),
    )


def resolve_standalone(parts: Parts) -> Checklist:
    """A checklist that is not about a visit, as it will be asked; its purpose is `BARE`."""
    maker = _Maker(parts, None, Form.FULL)
    sections = [maker.section(section) for section in parts.checklist.sections]
    rhythm = parts.checklist.rhythm
    return Checklist(
        id=parts.checklist.checklist,
        title=parts.checklist.title,
        purpose=None,
        purpose_label="",
        channel=None,
        form=Form.FULL,
        sections=tuple(section for section in sections if section.prompts),
        principles=parts.names,
        pathways=parts.pathways,
        rhythm=Rhythm(rhythm.days, rhythm.why) if rhythm else None,
        few=_few(parts.checklist, sections),
    )


def _few(authored: ChecklistModel, sections: Iterable[Section]) -> Few | None:
    """The shortest version. Where a purpose asks about strengths in words of its own, those are
    asked in place of what it took out."""
    if authored.few is None:
        return None
    ask = authored.few.ask
    strengths = [prompt for one in sections for prompt in one.prompts if prompt.strengths]
    if authored.kind in PHASES and not any(prompt.id in ask for prompt in strengths):
        ask += tuple(prompt.id for prompt in strengths if prompt.nothing_closes)[:1]
    return Few(authored.few.say, ask)


class _Maker:
    def __init__(self, parts: Parts, channel: Channel | None, form: Form) -> None:
        self._parts = parts
        self._channel = channel
        self._form = form
        self._phase = PHASES.get(parts.checklist.kind)
        self._rewords = {reword.prompt: reword for reword in parts.purpose.rewords}

    def section(self, authored: SectionModel) -> Section:
        mark, principle = "", authored.principle
        if principle or authored.strand:
            mark = self._parts.principles[principle or authored.strand or ""].mark
        prompts = self._prompts(authored) if self._form in authored.forms else ()
        first = self._parts.first.get(authored.id, ())
        return Section(
            id=authored.id,
            name=authored.name,
            group=authored.group,
            prompts=_in_order(prompts, first, authored.together),
            mark=mark,
            principle=principle,
            asks=authored.draw,
            asks_when_watched=authored.draw_watched,
            together=authored.together,
            landing=authored.landing,
            stop=authored.stop,
            leads=first,
            minutes=authored.minutes,
        )

    def _prompts(self, authored: SectionModel) -> Iterable[Prompt]:
        if authored.together:
            for principle in Principle:
                yield from self._of_principle(principle.value, quick_only=True)
        elif authored.principle or authored.strand:
            yield from self._of_principle(authored.principle or authored.strand or "")
        provenance = self._parts.checklist.provenance
        for prompt in authored.prompts:
            if self._is_asked(prompt):
                # About a visit, what a principle asks stands in the principle's own file.
                about = None if self._channel else prompt.principle
                yield self._prompt(prompt, about, provenance)

    def _of_principle(self, name: str, *, quick_only: bool = False) -> Iterable[Prompt]:
        """The purpose's own prompts first, then the principle's, for this half of the visit."""
        model = self._parts.principles[name]
        purpose = self._parts.purpose
        own = [prompt for prompt in purpose.adds if prompt.principle == model.principle]
        if model.principle is None:
            own = []
        for prompts, provenance in ((own, purpose.provenance), (model.prompts, model.provenance)):
            for prompt in prompts:
                if prompt.phase != self._phase or not self._is_asked(prompt):
                    continue
                if not quick_only or prompt.quick:
                    yield self._prompt(prompt, model.principle, provenance)

    def _is_asked(self, prompt: PromptModel) -> bool:
        when, unless = prompt.when.channel, prompt.unless.channel
        return (
            self._form in prompt.forms
            and prompt.id not in self._parts.purpose.drops
            and (not when or self._channel in when)
            and self._channel not in unless
        )

    def _prompt(
        self, prompt: PromptModel, principle: Principle | None, provenance: Provenance
    ) -> Prompt:
        words = self._words(prompt)
        question = words["question"]
        if self._form is Form.QUICK:
            question = words["quick"] or question
        # The quick form shows nothing that need not be read.
        hint = words["hint"] if self._form is Form.FULL else ""
        shown = {question, words["why"], hint, words["example"], words["probe"]}
        whose = [
            one
            for one in self._parts.whose.get(prompt.id, ())
            if one.said is None or one.said & shown
        ]
        return Prompt(
            id=prompt.id,
            question=question,
            why=words["why"],
            form=prompt.answer,
            principle=principle,
            hint=hint,
            example=words["example"],
            probe=words["probe"],
            choices=self._choices(prompt),
            when=_gate(prompt.when),
            unless=_gate(prompt.unless),
            own_conduct=prompt.own_conduct,
            heavy=prompt.heavy or "",
            opens_the_card=prompt.card == "opening",
            own_to_purpose=any(prompt is own for own in self._parts.purpose.adds),
            sources=tuple(self._parts.source_titles[key] for key in prompt.sources),
            reviewed=whose[-1].lived_experience if whose else provenance.lived_experience,
            nations=prompt.nations,
            words_of=" and ".join(dict.fromkeys(one.name for one in whose)),
            strengths=prompt.strengths,
            looks_back=prompt.looks_back,
        )

    def _words(self, prompt: PromptModel) -> dict[str, str]:
        """The wording that holds here: the prompt's, its channel's, the purpose's, its channel's.

        Later ones win, field by field.
        """
        fields = tuple(Rewording.model_fields)
        words = {name: getattr(prompt, name) or "" for name in fields}
        reword = self._rewords.get(prompt.id)
        layers = [_for_channel(prompt, self._channel), reword]
        layers += [_for_channel(reword, self._channel)] if reword else []
        for layer in layers:
            if layer is None:
                continue
            said = {name: getattr(layer, name) for name in fields if getattr(layer, name)}
            words.update(said)
        return words

    def _choices(self, prompt: PromptModel) -> tuple[Choice, ...]:
        """The choices. Where a stop rule can be declared, the purpose's own follow the first."""
        choices = [*authored_choices(prompt, self._parts.barriers)]
        if any(choice.pathway for choice in choices):
            stops = self._parts.purpose.stops
            choices[1:1] = [Choice(stop.id, stop.label, pathway=stop.pathway) for stop in stops]
        return tuple(choices)


def _for_channel(words: PromptModel | PurposeReword, channel: Channel | None) -> Rewording | None:
    return words.channels.get(channel) if channel else None


def _in_order(
    prompts: Iterable[Prompt], first: tuple[str, ...], together: bool
) -> tuple[Prompt, ...]:
    """Those of `first` first; where the five are together, each among its own principle's."""
    five = list(Principle)

    def place(prompt: Prompt) -> tuple[int, int]:
        of = five.index(prompt.principle) if together and prompt.principle else 0
        return of, first.index(prompt.id) if prompt.id in first else len(first)

    return tuple(sorted(prompts, key=place)) if first else tuple(prompts)


def _gate(authored: GateModel) -> Gate:
    return Gate(
        hats=authored.hat,
        answers=tuple(
            AnswerTest(about, (words,) if isinstance(words, str) else words)
            for about, words in authored.answers.items()
        ),
    )
