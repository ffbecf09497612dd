"""What `pathways.yaml` may hold: the routes that a stop rule leads to."""

from tipcoach.library.models import Authored, Id, Words


class PathwayModel(Authored):
    """A route for what must not be handled here."""

    id: Id
    """Its name for good."""
    name: Words
    """Its name on the screen."""
    say: tuple[Words, ...] = ()
    """General first steps that hold anywhere. Your own route, names and numbers go in your
    organisation’s own file, not in this one."""


class PathwaysModel(Authored):
    """General first steps for what must not be handled in a checklist."""

    pathways: tuple[PathwayModel, ...]
    """The pathways."""
