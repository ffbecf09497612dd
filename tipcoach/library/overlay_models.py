"""What a file of an organisation's own prompts may hold: the overlay, checked where it enters.

There is no field that takes away a skip, a stop rule or a pathway, and unknown fields are
refused, so none can be made up.
"""

from typing import Annotated, Any

from pydantic import Field, model_validator

from tipcoach.library.models import Authored, Id, Provenance, Words
from tipcoach.library.prompt_models import Phase, PromptModel
from tipcoach.library.purpose_models import PurposeReword
from tipcoach.practice.checklist import Principle


class AddModel(PromptModel):
    """A question of your own, and where it goes: `principle` and `phase`, or `checklist` and
    `section`. It comes last there."""

    phase: Phase | None = None
    """Before a visit or after it. With `principle`."""
    principle: Principle | None = None
    """The principle it joins. With `phase`."""
    checklist: Id | None = None
    """The walk it joins, where it belongs to no principle. With `section`."""
    section: Id | None = None
    """The section of that walk."""
    purposes: tuple[Id, ...] = ()
    """Only for these. Left out, it is for all; but after a visit that always stops it is asked only
    where that purpose is named."""

    @property
    def has_one_place(self) -> bool:
        in_principle = (self.principle is not None, self.phase is not None)
        in_section = (self.checklist is not None, self.section is not None)
        return (in_principle, in_section) in _ONE_PLACE


_ONE_PLACE = (((True, True), (False, False)), ((False, False), (True, True)))


class OverlayReword(PurposeReword):
    """Other words for a question of ours."""

    purposes: tuple[Id, ...] = ()
    """Only for these. Left out, they are for all."""


class HideModel(Authored):
    """A question that is not asked: its id alone, or with the purposes it is hidden for."""

    prompt: Id
    """The id of the question."""
    purposes: tuple[Id, ...] = ()
    """Only for these. Left out, it is hidden for all."""

    @model_validator(mode="before")
    @classmethod
    def _id_alone(cls, said: Any) -> Any:
        return {"prompt": said} if isinstance(said, str) else said


def _or_its_id_alone(shape: dict[str, Any]) -> None:
    """An editor takes what the validator takes."""
    shape["items"] = {"anyOf": [{"type": "string"}, shape["items"]]}


class OverlayModel(Authored):
    """Your organisation’s own prompts, laid over ours."""

    overlay: Words
    """Whose words these are. The guide shows it with every question you added or reworded."""
    provenance: Provenance
    """Who wrote and reviewed it."""
    adds: tuple[AddModel, ...] = ()
    """Questions of your own."""
    rewords: tuple[OverlayReword, ...] = ()
    """Other words for questions of ours."""
    hides: Annotated[tuple[HideModel, ...], Field(json_schema_extra=_or_its_id_alone)] = ()
    """Questions of ours that are not asked."""
    order: dict[Id, dict[Id, tuple[Id, ...]]] = Field(default_factory=dict)
    """By checklist and section, the ids that come first."""
