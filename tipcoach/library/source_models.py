"""What `sources.yaml` may hold."""

from tipcoach.library.models import Authored, Words


class SourceModel(Authored):
    """Where something was read."""

    key: str
    """The short name that questions use."""
    title: Words
    """What it is called."""
    address: str | None = None
    """Where it can be read."""


class SourcesModel(Authored):
    """Every source a question may name."""

    sources: tuple[SourceModel, ...]
    """The sources."""
