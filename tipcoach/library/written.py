"""A prompt as it stands in its file, with everything that others make of it: nothing is settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from tipcoach.library.prompt_models import Rewording
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import AnswerTest, Checklist, Choice, Nation
from tipcoach.practice.visit import Channel, Form, Hat

WORDINGS = tuple(Rewording.model_fields)
"""The texts of a prompt that other words can take the place of."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words stand, and whose they are. `file` is within the folder of the prompts.

    `words_of` is the organisation that laid them over ours; empty where they are ours.
    """

    file: str
    line: int
    author: str
    reviewed_by: tuple[str, ...]
    lived_experience: str
    words_of: str = ""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that take the place of a prompt's own, for one channel, one purpose, or both."""

    words: Mapping[str, str]
    origin: Origin
    channel: Channel | None = None
    purpose: str | None = None

    def hold(self, purpose: str | None, channel: Channel | None) -> bool:
        return self.purpose in (None, purpose) and self.channel in (None, channel)


@dataclass(frozen=True, slots=True)
class Hidden:
    """That an organisation does not ask a prompt, where it says so, and for which purposes; with
    none, it is asked nowhere."""

    origin: Origin
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Ways to meet, hats and earlier answers that open or close a prompt."""

    channels: tuple[Channel, ...] = ()
    hats: tuple[Hat, ...] = ()
    answers: tuple[AnswerTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read; `address` is empty when it has none."""

    key: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class WrittenPrompt:
    """One prompt whole. `strand` is the principle it is about, `culture`, or empty.

    `purposes` are those it is limited to, when it is; `dropped_by` those that do not ask it, and
    `hidden` says where an organisation does not. `forms` are those in which it is really asked.
    """

    id: str
    origin: Origin
    strand: str
    phase: str
    section: str
    purposes: tuple[str, ...]
    dropped_by: tuple[str, ...]
    words: Mapping[str, str]
    others: tuple[OtherWords, ...]
    answer: AnswerForm
    choices: tuple[Choice, ...]
    forms: tuple[Form, ...]
    when: Condition
    unless: Condition
    heavy: str
    own_conduct: bool
    strengths: bool
    opens_the_card: bool
    nations: tuple[Nation, ...]
    sources: tuple[Source, ...]
    hidden: tuple[Hidden, ...] = ()
    looks_back: bool = False
    about_a_visit: bool = True

    def asked_for(self, purpose: str) -> bool:
        """Whether a visit for `purpose` may be asked it."""
        is_meant = self.about_a_visit and (not self.purposes or purpose in self.purposes)
        is_hidden = any(not one.purposes or purpose in one.purposes for one in self.hidden)
        return is_meant and purpose not in self.dropped_by and not is_hidden

    @property
    def reworded_by(self) -> tuple[str, ...]:
        """The organisations that put some of it into other words."""
        names = (other.origin.words_of for other in self.others)
        return tuple(dict.fromkeys(name for name in names if name and name != self.origin.words_of))

    def origin_on(self, checklist: Checklist) -> Origin:
        """Where the question stands that is asked on such a walk; later words win."""
        purpose, channel = checklist.purpose, checklist.channel
        layers = [other for other in self.others if other.hold(purpose, channel)]
        for name in ("quick", "question") if checklist.form is Form.QUICK else ("question",):
            for layer in reversed(layers):
                if name in layer.words:
                    return layer.origin
            if name in self.words:
                break
        return self.origin
