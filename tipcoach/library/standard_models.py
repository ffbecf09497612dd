"""What `standards.yaml` may hold."""

from typing import Annotated

from pydantic import Field

from tipcoach.library.models import Authored, Id, Words


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
