"""What an entry and a draft look like as JSON.

Strict: nothing unknown, nothing of the wrong kind, nothing out of size.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
)

from tipcoach.journal.fields import (
    Day,
    Line,
    Moment,
    Month,
    Name,
    ShapeText,
    Stored,
    UlidText,
    Version1,
    WithWhom,
)
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import Checklist, Principle
from tipcoach.practice.entry import Outcome
from tipcoach.practice.follow_up import (
    Became,
)
from tipcoach.practice.visit import Channel, Form, Hat


class FileModel(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class VisitFile(FileModel):
    purpose: Name | None
    # As long as the prompt files let it be, or what was kept could not be read again.
    label: Line
    channel: Channel
    hat: Hat | None
    month: Month


class ChecklistFile(FileModel):
    id: Name
    hash: Name


class AskedFile(FileModel):
    prompt: Name
    principle: Principle | None
    question: Stored
    form: AnswerForm
    outcome: Outcome
    answered: ShapeText | None = None
    label: Stored = ""
    set_aside: bool = False


class StopFile(FileModel):
    label: Stored
    pathway: Name


class CardFile(FileModel):
    opening: Stored
    way_out: Stored
    stops: Annotated[list[StopFile], Field(max_length=50)]


class WalkedFile(FileModel):
    format: Literal["tipcoach/entry"]
    version: Version1
    id: UlidText
    created: Moment
    form: Form
    checklist: ChecklistFile
    supersedes: UlidText | None
    stopped: Name | None
    answers: Annotated[list[AskedFile], Field(max_length=500)]


class EntryFile(WalkedFile):
    kind: Literal["preparation", "reflection"]
    visit: VisitFile
    follows: UlidText | None
    watched: Principle | None
    card: CardFile | None = None


class StandaloneFile(WalkedFile):
    """An entry that is not about a visit, and so follows none and has no card."""

    kind: Literal["staff_mirror", "walk_it_as_them", "agreement", "session", "after_session"]
    visit: None
    follows: None
    watched: None
    card: None = None
    with_whom: WithWhom | None = None


class RecordedFile(FileModel):
    what: Literal["recorded"]
    yes: bool


class HoldFile(FileModel):
    what: Literal["hold"]
    holds: bool
    look_again: Day | None
    reason: Stored


class ReviewFile(FileModel):
    what: Literal["review"]
    again: Day


class PromiseFile(FileModel):
    what: Literal["promise"]
    promise: Annotated[int, Field(ge=1, le=1_000)]
    became: Became
    due: Day | None
    told: bool | None
    because: Name = ""


class ViewFile(FileModel):
    what: Literal["view"]
    agreed: bool
    words: Stored


SaidFile: TypeAlias = RecordedFile | HoldFile | ReviewFile | PromiseFile | ViewFile


class FollowUpFile(FileModel):
    format: Literal["tipcoach/entry"]
    version: Version1
    id: UlidText
    kind: Literal["follow_up"]
    created: Moment
    about: UlidText
    replaces: UlidText | None
    said: Annotated[SaidFile, Field(discriminator="what")]


class PlannedFile(FileModel):
    principle: Principle | None
    form: AnswerForm
    text: Stored
    entry: UlidText | None = None


class AnswerFile(FileModel):
    form: AnswerForm
    answered: ShapeText


class BegunFile(FileModel):
    format: Literal["tipcoach/draft"]
    version: Version1
    id: UlidText
    begun: Moment
    written: Moment
    supersedes: UlidText | None = None
    few: bool = False
    at: Name
    seen: Annotated[list[Name], Field(max_length=500)]
    answers: Annotated[dict[Name, AnswerFile], Field(max_length=500)]


class DraftFile(BegunFile):
    kind: Literal["preparation", "reflection"]
    visit: VisitFile
    follows: UlidText | None
    watched: Principle | None
    planned: Annotated[list[PlannedFile], Field(max_length=500)]


class StandaloneDraftFile(BegunFile):
    kind: Literal["staff_mirror", "walk_it_as_them", "agreement", "session", "after_session"]
    visit: None
    follows: None
    watched: None
    planned: Annotated[list[PlannedFile], Field(max_length=0)]
    with_whom: WithWhom | None = None


RECORD: TypeAdapter[EntryFile | StandaloneFile | FollowUpFile] = TypeAdapter(
    Annotated[EntryFile | StandaloneFile | FollowUpFile, Field(discriminator="kind")]
)


DRAFT: TypeAdapter[DraftFile | StandaloneDraftFile] = TypeAdapter(
    Annotated[DraftFile | StandaloneDraftFile, Field(discriminator="kind")]
)


CHECKLIST: TypeAdapter[Checklist] = TypeAdapter(Checklist)
