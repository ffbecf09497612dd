"""What the file of a purpose may hold: what a visit is for, and how that changes what is asked."""

from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from tipcoach.library.models import Authored, Id, Provenance, Words
from tipcoach.library.prompt_models import PromptModel, Rewording
from tipcoach.practice.visit import Channel


class PurposeReword(Rewording):
    """Other words for a prompt on visits of this purpose."""

    prompt: Id
    """The id of the prompt."""
    channels: dict[Channel, Rewording] = Field(default_factory=dict)
    """Other words again for home, doorstep, phone, office or video."""


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
