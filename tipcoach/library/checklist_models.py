"""What a checklist file may hold: its sections in their order."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from tipcoach.library.models import Authored, Id, Provenance, Words
from tipcoach.library.prompt_models import PromptModel
from tipcoach.practice.checklist import Group, Principle
from tipcoach.practice.visit import Form


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
