"""What `barriers.yaml` may hold."""

from typing import Annotated

from pydantic import Field

from tipcoach.library.models import Authored, Id, Words


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
