"""What the list of the ids of the last release may hold."""

from tipcoach.library.models import Authored, Id, Words


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
