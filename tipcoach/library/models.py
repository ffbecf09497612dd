"""What a prompt file may hold: the authored shapes, checked where they enter.

Unknown keys are refused everywhere, because a misspelt key in a form quietly loses
whatever stood under it. The field descriptions are the prompt author's reference.
"""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from tipcoach.practice.answer import NOT_YET, YES, AnswerForm
from tipcoach.practice.checklist import Group, Nation, Principle
from tipcoach.practice.plaintext import clean
from tipcoach.practice.visit import Channel, Form, Hat

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$", max_length=64)]


def _tidy(said: object) -> object:
    return clean(said).strip() if isinstance(said, str) else said


Words = Annotated[str, BeforeValidator(_tidy), Field(min_length=1, max_length=800)]


def _as_said(word: object) -> object:
    """YAML reads a bare `yes` as true; people who write gates mean the word."""
    return {True: YES, False: NOT_YET}[word] if isinstance(word, bool) else word


GateWord = Annotated[str, BeforeValidator(_as_said)]
Phase = Literal["before", "after"]


class Authored(BaseModel):
    """The common rule: nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ChoiceModel(Authored):
    value: Id
    label: Words
    note: Words | None = None
    pathway: Id | None = None
    unsafe: bool = False


class Rewording(Authored):
    """Other words for the same prompt; the id, and so the meaning, stays."""

    question: Words | None = None
    quick: Words | None = None
    why: Words | None = None
    hint: Words | None = None
    example: Words | None = None
    probe: Words | None = None


class GateModel(Authored):
    channel: tuple[Channel, ...] = ()
    hat: tuple[Hat, ...] = ()
    answers: dict[Id, GateWord | tuple[GateWord, ...]] = Field(default_factory=dict)


class PromptModel(Authored):
    id: Id
    phase: Phase | None = None
    principle: Principle | None = None
    question: Words
    quick: Words | None = None
    why: Words
    hint: Words | None = None
    example: Words | None = None
    probe: Words | None = None
    answer: AnswerForm = AnswerForm.TEXT
    choices: tuple[ChoiceModel, ...] = ()
    forms: tuple[Form, ...] = (Form.QUICK, Form.FULL)
    channels: dict[Channel, Rewording] = Field(default_factory=dict)
    when: GateModel = GateModel()
    unless: GateModel = GateModel()
    own_conduct: bool = False
    heavy: Words | None = None
    card: Literal["opening"] | None = None
    sources: tuple[str, ...] = ()
    nations: tuple[Nation, ...] = ()


class PurposeReword(Rewording):
    prompt: Id
    channels: dict[Channel, Rewording] = Field(default_factory=dict)


class Provenance(Authored):
    author: Words
    reviewed_by: tuple[Words, ...] = ()
    lived_experience: Words


class SectionModel(Authored):
    id: Id
    name: Words
    group: Group
    forms: tuple[Form, ...] = (Form.QUICK, Form.FULL)
    principle: Principle | None = None
    strand: Literal["culture"] | None = None
    draw: Annotated[int, Field(ge=1)] | None = None
    draw_watched: Annotated[int, Field(ge=1)] | None = None
    together: bool = False
    landing: bool = False
    stop: bool = False
    prompts: tuple[PromptModel, ...] = ()


class ChecklistModel(Authored):
    checklist: Id
    title: Words
    kind: Literal["preparation", "reflection"]
    provenance: Provenance
    sections: Annotated[tuple[SectionModel, ...], Field(min_length=1)]


class PrincipleModel(Authored):
    principle: Principle | None = None
    strand: Literal["culture"] | None = None
    name: Words
    mark: Annotated[str, BeforeValidator(_tidy), Field(min_length=1, max_length=1)]
    note: Words | None = None
    provenance: Provenance
    prompts: tuple[PromptModel, ...]


class About(Authored):
    hurts: Words
    good: Words
    do_not_ask: Words


class StopModel(Authored):
    id: Id
    label: Words
    pathway: Id


class CardModel(Authored):
    opening: dict[Channel, Words]
    way_out: dict[Channel, Words]

    @field_validator("opening", "way_out")
    @classmethod
    def _every_channel(cls, said: dict[Channel, str]) -> dict[Channel, str]:
        missing = [channel.value for channel in Channel if channel not in said]
        if missing:
            raise ValueError(f"wants words for: {', '.join(missing)}")
        return said


class PurposeModel(Authored):
    purpose: Id
    name: Words
    label: Words
    letter: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
    about: About
    provenance: Provenance
    adds: tuple[PromptModel, ...] = ()
    drops: tuple[Id, ...] = ()
    rewords: tuple[PurposeReword, ...] = ()
    stops: tuple[StopModel, ...] = ()
    always_stops: Id | None = None
    card: CardModel


class PathwayModel(Authored):
    id: Id
    name: Words
    say: tuple[Words, ...] = ()


class PathwaysModel(Authored):
    pathways: tuple[PathwayModel, ...]


class SourceModel(Authored):
    key: str
    title: Words
    address: str | None = None


class SourcesModel(Authored):
    sources: tuple[SourceModel, ...]


class HouseStyleModel(Authored):
    """Words kept out of questions; a star stands for any ending."""

    jargon: tuple[Words, ...] = ()
    praise: tuple[Words, ...] = ()


class RetiredModel(Authored):
    id: Id
    now: Id | None = None
    why: Words


class ReleasedModel(Authored):
    """The ids of the last release, and what became of those taken out since."""

    release: Words
    ids: tuple[Id, ...]
    retired: tuple[RetiredModel, ...] = ()
