"""What a file of an organisation's own prompts may hold: the overlay, checked where it enters.

There is no field that takes away a skip, a stop rule or a pathway, and unknown fields are
refused, so none can be made up.
"""

from typing import Any

from pydantic import Field, model_validator

from tipcoach.library.models import Authored, Id, PromptModel, Provenance, PurposeReword, Words


class AddModel(PromptModel):
    """A prompt of the organisation's own, and where it goes. `purposes` limit it; none is all."""

    checklist: Id | None = None
    section: Id | None = None
    purposes: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _has_one_place(self) -> "AddModel":
        in_principle = (self.principle is not None, self.phase is not None)
        in_section = (self.checklist is not None, self.section is not None)
        if (in_principle, in_section) not in _ONE_PLACE:
            raise ValueError("wants a place: principle and phase, or checklist and section")
        return self


_ONE_PLACE = (((True, True), (False, False)), ((False, False), (True, True)))


class OverlayReword(PurposeReword):
    purposes: tuple[Id, ...] = ()


class HideModel(Authored):
    """A prompt to hide: its id alone, or with the purposes it is hidden for."""

    prompt: Id
    purposes: tuple[Id, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _id_alone(cls, said: Any) -> Any:
        return {"prompt": said} if isinstance(said, str) else said


class OverlayModel(Authored):
    """`overlay` is whose words they are, as it is shown. `order` says by checklist and section
    which prompts come first."""

    overlay: Words
    provenance: Provenance
    adds: tuple[AddModel, ...] = ()
    rewords: tuple[OverlayReword, ...] = ()
    hides: tuple[HideModel, ...] = ()
    order: dict[Id, dict[Id, tuple[Id, ...]]] = Field(default_factory=dict)
