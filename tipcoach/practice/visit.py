"""A visit: what is about to happen, or has happened, without a word about who."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """How officer and tenant meet. Each changes the prompts, and none is the lesser one."""

    HOME = "home"
    DOORSTEP = "doorstep"
    PHONE = "phone"
    OFFICE = "office"
    VIDEO = "video"


class Hat(StrEnum):
    """Which role the officer carries in: landlord, support, or both at once.

    Naming it comes first, because people cannot see a helper apart from the landlord
    (Mayday Trust, Wisdom from Strength-Based Working 5 of 9: Housing).
    """

    LANDLORD = "landlord"
    SUPPORT = "support"
    BOTH = "both"


class Form(StrEnum):
    """How long there is: two minutes at most, or about eight."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Purpose:
    """A visit purpose as it is offered: what it is called, and the letter that picks it."""

    id: str
    name: str
    label: str
    letter: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit. `month` is `YYYY-MM`: a day could point at a person.

    `purpose` is the id of a purpose in the library; `None` once a stop rule applied,
    because the purpose alone can tell what was disclosed. `hat` is `None` until it is said.
    """

    purpose: str | None
    channel: Channel
    month: str
    hat: Hat | None = None
