"""What a question may hold, other words for it among that."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from tipcoach.library.models import Authored, Id, Words
from tipcoach.practice.answer import NOT_YET, YES, AnswerForm
from tipcoach.practice.checklist import Nation, Principle
from tipcoach.practice.visit import Channel, Form, Hat


def _as_said(word: object) -> object:
    """YAML reads a bare `yes` as true; people who write gates mean the word."""
    return {True: YES, False: NOT_YET}[word] if isinstance(word, bool) else word


GateWord = Annotated[str, BeforeValidator(_as_said)]
Phase = Literal["before", "after"]


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
