"""What the file of a principle may hold."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tipcoach.library.models import Authored, Provenance, Words, tidy
from tipcoach.library.prompt_models import PromptModel
from tipcoach.practice.checklist import Principle


class PrincipleModel(Authored):
    """The questions of one of the five principles, or of the strand across all five."""

    principle: Principle | None = None
    """The principle; the file has its name. The strand has none."""
    strand: Literal["culture"] | None = None
    """Only for culture and identity, which runs across all five."""
    name: Words
    """Its name on the screen."""
    mark: Annotated[str, BeforeValidator(tidy), Field(min_length=1, max_length=1)]
    """The one sign shown beside it."""
    note: Words | None = None
    """A few words beside the name."""
    provenance: Provenance
    """Who wrote and reviewed it."""
    prompts: tuple[PromptModel, ...]
    """Its questions, before and after a visit."""
