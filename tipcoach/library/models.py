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
    ValidationInfo,
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

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=False, defer_build=True
    )


class ChoiceModel(Authored):
    """One choice of a pick."""

    value: Id
    """Its name for good, which answers and conditions use."""
    label: Words
    """The words on the screen."""
    note: Words | None = None
    """A few words beside the label."""
    pathway: Id | None = None
    """Makes it a stop rule: this pathway is shown and the ordinary questions end."""
    unsafe: bool = False
    """It says that the officer was not safe. The route for incidents is shown, and nothing is asked
    about what the officer did."""


class Rewording(Authored):
    """Other words for the same prompt; the id, and so the meaning, stays."""

    question: Words | None = None
    """The question as asked in the full form, and in the quick form where there is no `quick`."""
    quick: Words | None = None
    """A shorter wording for the quick form."""
    why: Words | None = None
    """Why it is asked."""
    hint: Words | None = None
    """What a short answer holds. Shown in the full form."""
    example: Words | None = None
    """One invented answer."""
    probe: Words | None = None
    """One question further."""


class GateModel(Authored):
    """A condition on the channel, the hat and earlier answers."""

    channel: tuple[Channel, ...] = ()
    """Ways to meet."""
    hat: tuple[Hat, ...] = ()
    """Hats. With no hat said yet, none of them holds."""
    answers: dict[Id, GateWord | tuple[GateWord, ...]] = Field(default_factory=dict)
    """An earlier prompt’s id, and the word or words its answer has to say: the value of a choice;
    `yes` or `not yet`, in quote marks; for the sorting of the day’s business `must`, `may` or
    `theirs` when something is there, and `no must`, `no may` or `no theirs` when nothing is; in
    the same way `mine`, `ours` or `system` for whose it was to carry; and for promises `all mine`,
    when there are several and every one is the officer’s."""

    def __hash__(self) -> int:
        # One that can be told by its hash is shared as a default, and not copied for each prompt.
        return hash((self.channel, self.hat, frozenset(self.answers.items())))


class PromptModel(Authored):
    """One question, with why it is asked and how it is answered."""

    id: Id
    """Its name for good. Change the wording freely, and keep the id: old entries go by it."""
    phase: Phase | None = None
    """Before a visit or after it. Needed, but for a checklist’s own: there the walk says so."""
    principle: Principle | None = None
    """The principle that a question added by a purpose joins, which needs one; or the one that a
    question is about in a checklist that is not about a visit."""
    question: Words
    """As asked in the full form: 25 words and two sentences at most."""
    quick: Words | None = None
    """A shorter wording for the quick form. In a principle file it also makes the question one of
    “the five”, so one before and one after for each principle (Choice before has a second, for when
    nothing is theirs to decide)."""
    why: Words
    """One or two sentences, so that an officer can disagree. Always there."""
    hint: Words | None = None
    """What a short answer holds. Shown in the full form."""
    example: Words | None = None
    """One invented answer."""
    probe: Words | None = None
    """One question further."""
    answer: AnswerForm = AnswerForm.TEXT
    """The kind of answer."""
    choices: tuple[ChoiceModel, ...] = ()
    """The choices of a pick."""
    choices_from: Literal["barriers"] | None = None
    """A pick whose choices are those of `barriers.yaml`, an organisation’s own among them, in
    place of `choices`."""
    forms: tuple[Form, ...] = (Form.QUICK, Form.FULL)
    """The quick form, the full form, or both."""
    channels: dict[Channel, Rewording] = Field(default_factory=dict)
    """Other words for home, doorstep, phone, office or video."""
    when: GateModel = GateModel()
    """Asked only if all of this holds."""
    unless: GateModel = GateModel()
    """Not asked if any of this holds."""
    own_conduct: bool = False
    """It asks about what the officer did. Not asked on a day they were not safe."""
    looks_back: bool = False
    """It asks what came of the plan of the preparation, and is asked only after a visit that had
    one. The plan stands above the answer."""
    strengths: bool = False
    """It looks for what is strong: how they cope, when it was easier, a strength seen and said
    back. No walk goes without one, unless it stops."""
    heavy: Words | None = None
    """A notice shown first, saying what is coming and that a line is enough, or none."""
    card: Literal["opening"] | None = None
    """On one question only: its answer opens the card."""
    sources: tuple[str, ...] = ()
    """Keys from `sources.yaml`. `D` means that we inferred it ourselves."""
    nations: tuple[Nation, ...] = ()
    """Those whose law it rests on. Left out where the law makes no difference."""

    @field_validator("choices_from")
    @classmethod
    def _in_place_of_choices(cls, said: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("choices"):
            raise ValueError("is in place of choices, so there can be no choices as well")
        if info.data.get("answer") not in (AnswerForm.PICK_ONE, AnswerForm.PICK_MANY):
            raise ValueError("wants an answer of pick-one or pick-many")
        return said


class PurposeReword(Rewording):
    """Other words for a prompt on visits of this purpose."""

    prompt: Id
    """The id of the prompt."""
    channels: dict[Channel, Rewording] = Field(default_factory=dict)
    """Other words again for home, doorstep, phone, office or video."""


class Provenance(Authored):
    """Who wrote a file, who has reviewed it, and who with lived experience had a part. Change it
    only when it is true."""

    author: Words
    """Who wrote it."""
    reviewed_by: tuple[Words, ...] = ()
    """Who has reviewed it, with the month and the role of the people, never their names. Empty
    while nobody has."""
    lived_experience: Words
    """What part people with lived experience have had. `none yet` while there has been none."""


class SectionModel(Authored):
    """A stretch of questions under one name."""

    id: Id
    """Its name for good."""
    name: Words
    """Its name on the screen."""
    group: Group
    """The part of the walk it stands in."""
    forms: tuple[Form, ...] = (Form.QUICK, Form.FULL)
    """The quick form, the full form, or both."""
    principle: Principle | None = None
    """Filled with the questions of this principle: the purpose’s own first."""
    strand: Literal["culture"] | None = None
    """Filled with the questions of this strand."""
    draw: Annotated[int, Field(ge=0)] | None = None
    """How many of its questions are asked; chance picks which. All of them when left out. With 0
    each is asked only when it is called, by `lenses/moves.yaml` or in a file of answers. Those of a
    section `eyes` are shown one at a time, when somebody turns to them, and take no answer."""
    draw_watched: Annotated[int, Field(ge=1)] | None = None
    """How many when the officer keeps an eye on this principle."""
    together: bool = False
    """One question for each principle, on one screen."""
    landing: bool = False
    """Comes first after a visit. It cannot be taken out."""
    stop: bool = False
    """Asked only once a stop rule applies. It cannot be taken out."""
    minutes: Annotated[int, Field(ge=1, le=120)] | None = None
    """How many minutes it tends to take, said in words beside its name and never counted down.
    Only where it is not about a visit."""
    prompts: tuple[PromptModel, ...] = ()
    """Its own questions, which belong to no principle."""

    @field_validator("draw")
    @classmethod
    def _some_of_a_principle(cls, said: int | None, info: ValidationInfo) -> int | None:
        if said == 0 and (info.data.get("principle") or info.data.get("strand")):
            raise ValueError("can be 0 only where a section has questions of its own alone")
        return said


class RhythmModel(Authored):
    """How often a checklist about no visit is walked. It is said, and keeps nobody out."""

    days: Annotated[int, Field(ge=1, le=366)]
    """Begun again within so many days of the last one kept, it says so."""
    why: Words
    """Why not more often, in one or two sentences."""


class FewModel(Authored):
    """The shortest version of a checklist, for a bad day. Anybody can ask for it at any question,
    and for all of them again. Landing and stop rules are asked as well, whatever stands here."""

    say: Words
    """What is said of it: that it may be finished later, and that nothing is missing."""
    ask: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    """The questions that are asked then, one at a time: a handful, with one about strengths where
    it is about a visit. They come in the order of the checklist."""


class ChecklistModel(Authored):
    """One walk: its sections in their order, and the questions that belong to no principle."""

    checklist: Id
    """The name of the file, without its ending."""
    title: Words
    """The name on the screen."""
    kind: Literal[
        "preparation",
        "reflection",
        "staff_mirror",
        "walk_it_as_them",
        "agreement",
        "session",
        "after_session",
    ]
    """A preparation is asked before a visit, a reflection after it. The others are not about a
    visit: they have one form, questions of their own alone, and no channel, hat or card."""
    rhythm: RhythmModel | None = None
    """How often is often enough. Only where it is not about a visit."""
    few: FewModel | None = None
    """The shortest version, for a bad day."""
    provenance: Provenance
    """Who wrote and reviewed it."""
    sections: Annotated[tuple[SectionModel, ...], Field(min_length=1)]
    """The sections, in their order."""


class PrincipleModel(Authored):
    """The questions of one of the five principles, or of the strand across all five."""

    principle: Principle | None = None
    """The principle; the file has its name. The strand has none."""
    strand: Literal["culture"] | None = None
    """Only for culture and identity, which runs across all five."""
    name: Words
    """Its name on the screen."""
    mark: Annotated[str, BeforeValidator(_tidy), Field(min_length=1, max_length=1)]
    """The one sign shown beside it."""
    note: Words | None = None
    """A few words beside the name."""
    provenance: Provenance
    """Who wrote and reviewed it."""
    prompts: tuple[PromptModel, ...]
    """Its questions, before and after a visit."""


class About(Authored):
    """What a practice lead should know of this kind of visit. Not shown to an officer."""

    hurts: Words
    """What it can do to people."""
    good: Words
    """What doing it well looks like."""
    do_not_ask: Words
    """What is not to be asked."""


class StopModel(Authored):
    """Something that ends the ordinary questions of this purpose."""

    id: Id
    """Its name for good."""
    label: Words
    """The words on the screen."""
    pathway: Id
    """The pathway that is shown, from `pathways.yaml`."""


class CardModel(Authored):
    """The words a purpose gives to the card; each needs all five channels."""

    opening: dict[Channel, Words]
    """The first words of the visit, for each channel."""
    way_out: dict[Channel, Words]
    """How they can stop, or how you can leave, for each channel."""

    @field_validator("opening", "way_out")
    @classmethod
    def _every_channel(cls, said: dict[Channel, str]) -> dict[Channel, str]:
        missing = [channel.value for channel in Channel if channel not in said]
        if missing:
            raise ValueError(f"wants words for: {', '.join(missing)}")
        return said


class PurposeModel(Authored):
    """What a visit is for, and how that changes the questions."""

    purpose: Id
    """The name of the file, without its ending."""
    name: Words
    """Its name in a list."""
    label: Words
    """Its name in the middle of a line."""
    letter: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
    """The one key that picks it. No two purposes share one."""
    about: About
    """What it can do to people, what good looks like, what not to ask."""
    provenance: Provenance
    """Who wrote and reviewed it."""
    adds: tuple[PromptModel, ...] = ()
    """The questions it adds. Each needs `phase` and `principle`."""
    drops: tuple[Id, ...] = ()
    """Ids of questions that are not asked on this visit. Landing, the stop rules and the hat cannot
    be dropped."""
    rewords: tuple[PurposeReword, ...] = ()
    """Other words for questions that are asked anyway."""
    stops: tuple[StopModel, ...] = ()
    """Stop rules of its own, beside those of every visit."""
    always_stops: Id | None = None
    """The pathway of a visit that stops whatever was said: its route comes first, and only once
    that is recorded is the officer asked about their own part."""
    card: CardModel
    """The words for the card."""


class PathwayModel(Authored):
    """A route for what must not be handled here."""

    id: Id
    """Its name for good."""
    name: Words
    """Its name on the screen."""
    say: tuple[Words, ...] = ()
    """General first steps that hold anywhere. Your own route, names and numbers go in your
    organisation’s own file, not in this one."""


class PathwaysModel(Authored):
    """General first steps for what must not be handled in a checklist."""

    pathways: tuple[PathwayModel, ...]
    """The pathways."""


class BarrierModel(Authored):
    """One thing that gets in the way."""

    id: Id
    """Its name for good, which entries go by."""
    label: Words
    """The words on the screen."""


class BarriersModel(Authored):
    """What gets in the way, in plain words: offered for a promise that was not kept, and by every
    question that says `choices_from: barriers`. A file of this name in an organisation’s own folder
    adds to ours, and puts those with an id of ours in other words."""

    barriers: Annotated[tuple[BarrierModel, ...], Field(min_length=1)]
    """The barriers, in the order they are offered."""


class StandardModel(Authored):
    """One standard."""

    id: Id
    """Its name for good, which files of answers go by."""
    body: Words | None = None
    """Whose standard it is, and which of theirs. Left out for something else, or none."""
    name: Words
    """What it is called there."""
    sources: tuple[str, ...] = ()
    """Keys from `sources.yaml`: where it can be read."""


class StandardsModel(Authored):
    """What learning can speak to, offered for the last field of a page on one’s own learning. They
    are named and no more: what each asks is its owner’s to say. An organisation’s own folder has no
    such file."""

    standards: Annotated[tuple[StandardModel, ...], Field(min_length=1)]
    """The standards, in the order they are offered."""


class SourceModel(Authored):
    """Where something was read."""

    key: str
    """The short name that questions use."""
    title: Words
    """What it is called."""
    address: str | None = None
    """Where it can be read."""


class SourcesModel(Authored):
    """Every source a question may name."""

    sources: tuple[SourceModel, ...]
    """The sources."""


class HouseStyleModel(Authored):
    """Words kept out of questions; a star stands for any ending."""

    jargon: tuple[Words, ...] = ()
    """Words that label people or that only we use."""
    praise: tuple[Words, ...] = ()
    """Words that praise."""
    stands: tuple[Words, ...] = ()
    """Words the wording lens sees that may stand in our questions all the same."""


class RetiredModel(Authored):
    """A question that was taken out since the last release."""

    id: Id
    """The id it had."""
    now: Id | None = None
    """The id of the question that took its place, if one did."""
    why: Words
    """Why it was taken out."""


class ReleasedModel(Authored):
    """The ids of the last release, and what became of those taken out since."""

    release: Words
    """The version."""
    ids: tuple[Id, ...]
    """The ids it had."""
    retired: tuple[RetiredModel, ...] = ()
    """Those taken out since."""
