"""What the app is opened for, when the command line said so."""

from dataclasses import dataclass

from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat


@dataclass(frozen=True, slots=True)
class Opening:
    """A walk to begin at once. With a purpose and a channel, or a preparation, it begins."""

    kind: Kind
    purpose: str | None = None
    channel: Channel | None = None
    hat: Hat | None = None
    form: Form | None = None
    of: str | None = None
