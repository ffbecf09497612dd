"""A checklist as one walk will ask it: sections of prompts, words settled, gates still open.

The library resolves purpose, channel and form before a walk begins, so what is left to
decide here depends on the answers alone. A checklist is complete in itself: it is written
beside the draft, and the walk runs from that copy whatever becomes of the library.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.visit import Channel, Form, Hat

HAT_PROMPT = "orient.hat"
RECORDED_PROMPT = "stop.recorded"
CAME_PROMPT = "plan.came"
BRING_PROMPTS = ("decide.bring", "sense.who-should-hear")
"""The questions whose answers an officer may take to supervision."""
WATCH_SECTION = "watch"
EYES_SECTION = "eyes"
"""The section of questions that turn the eyes elsewhere, shown when a talk is stuck."""


class Principle(StrEnum):
    """The five principles of trauma-informed practice (Fallot and Harris 2001).

    Culture and identity is a strand across all five (OHID 2022), not a sixth.
    """

    SAFETY = "safety"
    TRUST = "trust"
    CHOICE = "choice"
    COLLABORATION = "collaboration"
    EMPOWERMENT = "empowerment"


class Group(StrEnum):
    """The three parts of a walk, as the rail shows them."""

    START = "start"
    PRINCIPLES = "principles"
    LEAVE = "leave"


class Nation(StrEnum):
    """A nation of the United Kingdom: housing law differs between them."""

    ENGLAND = "England"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a pick. `pathway` makes it a stop rule; `unsafe` says the officer was not."""

    value: str
    label: str
    note: str = ""
    pathway: str | None = None
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class AnswerTest:
    """Holds when the answer to `prompt` says one of `words` (see `words_for_gates`)."""

    prompt: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What must hold for a prompt to be asked: hat and earlier answers."""

    hats: tuple[Hat, ...] = ()
    answers: tuple[AnswerTest, ...] = ()

    def all_hold(self, hat: Hat | None, said: Mapping[str, frozenset[str]]) -> bool:
        return all(self._each(hat, said))

    def any_holds(self, hat: Hat | None, said: Mapping[str, frozenset[str]]) -> bool:
        return any(self._each(hat, said))

    def _each(self, hat: Hat | None, said: Mapping[str, frozenset[str]]) -> list[bool]:
        held = [hat in self.hats] if self.hats else []
        return held + [bool(said.get(t.prompt, frozenset()) & {*t.words}) for t in self.answers]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. Every one says why it is asked, and every one may be skipped.

    `nations` are those whose law it rests on; none where the law makes no difference.
    `words_of` is the organisation that added or reworded it; empty where the words are ours.
    `strengths` says that it looks for what is strong, and no walk goes without one that does.
    `looks_back` says that it asks what came of the plan of the preparation, and is asked only
    where there is one.
    """

    id: str
    question: str
    why: str
    form: AnswerForm = AnswerForm.TEXT
    principle: Principle | None = None
    hint: str = ""
    example: str = ""
    probe: str = ""
    choices: tuple[Choice, ...] = ()
    when: Gate = Gate()
    unless: Gate = Gate()
    own_conduct: bool = False
    heavy: str = ""
    opens_the_card: bool = False
    own_to_purpose: bool = False
    sources: tuple[str, ...] = ()
    reviewed: str = ""
    nations: tuple[Nation, ...] = ()
    words_of: str = ""
    strengths: bool = False
    looks_back: bool = False

    @property
    def nothing_closes(self) -> bool:
        """Whether it is open whatever was said, and on a day the officer was not safe as well."""
        gated = self.when != Gate() or self.unless != Gate()
        return not (gated or self.own_conduct or self.looks_back)

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.choices)

    def choice(self, value: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.value == value), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of prompts under one name.

    `asks` says how many of the prompts are asked, in their order (`None`: all of them; 0: each
    only when it is called);
    `asks_when_watched` how many when this section's principle is the one the officer keeps
    an eye on. `together` shows one prompt a principle on one screen. `landing` comes first
    after a visit; `stop` is asked only once a stop rule applies. `leads` are prompts that an
    organisation has put first, whatever is drawn. `minutes` is how long it tends to take.
    """

    id: str
    name: str
    group: Group
    prompts: tuple[Prompt, ...]
    mark: str = ""
    principle: Principle | None = None
    asks: int | None = None
    asks_when_watched: int | None = None
    together: bool = False
    landing: bool = False
    stop: bool = False
    leads: tuple[str, ...] = ()
    minutes: int | None = None

    @property
    def only_when_called(self) -> bool:
        return self.asks == 0


@dataclass(frozen=True, slots=True)
class Pathway:
    """The organisation's own route for what must not be handled here.

    `say` is advice for the first hour that holds anywhere; `route` the organisation's lines,
    empty until it has filled them in.
    """

    id: str
    name: str
    say: tuple[str, ...] = ()
    route: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What to show: the route, or plainly that there is none yet."""
        return self.route or (NO_ROUTE,)


NO_ROUTE = (
    "Your organisation has not put its route here. "
    "Ring your manager or duty line now. In danger, ring 999."
)


@dataclass(frozen=True, slots=True)
class StopRule:
    """What ends ordinary questions for a visit, and the pathway it leads to."""

    label: str
    pathway: str


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the library gives a card for this purpose and channel."""

    opening: str
    way_out: str
    stops: tuple[StopRule, ...] = ()


@dataclass(frozen=True, slots=True)
class PrincipleName:
    """How a principle is shown: its name, its mark, a few words beside it."""

    principle: Principle
    name: str
    mark: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often is often enough: not again within `days` of the last one kept, and why not.

    It is said, and never in the way.
    """

    days: int
    why: str


@dataclass(frozen=True, slots=True)
class Few:
    """The shortest version of a checklist, for a bad day: `ask` are the ids of what is asked then,
    one at a time, and `say` is what is said of it."""

    say: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything one walk needs, resolved for one purpose, channel and form.

    A checklist that is not about a visit has neither purpose nor channel, and may have a `rhythm`.

    `always_stops` is the pathway of a purpose that stops whatever was said: after such a visit
    its route comes first, and once that is recorded only the officer's own part is asked. No
    account of a disclosure belongs in a checklist (Free From Fear, Wales; LBHF).
    """

    id: str
    title: str
    purpose: str | None
    purpose_label: str
    channel: Channel | None
    form: Form
    sections: tuple[Section, ...]
    principles: tuple[PrincipleName, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    card: CardWords | None = None
    always_stops: str | None = None
    rhythm: Rhythm | None = None
    few: Few | None = None

    @property
    def is_about_a_visit(self) -> bool:
        return self.channel is not None

    @property
    def is_before_a_visit(self) -> bool:
        """Whether it prepares for a visit: that alone ends with a card."""
        return self.card is not None

    @property
    def concerning(self) -> str:
        """`rent arrears · phone`; nothing when it is not about a visit."""
        return concerning(self.purpose_label, self.channel)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        return tuple(prompt for section in self.sections for prompt in section.prompts)

    @property
    def has_talk(self) -> bool:
        """Whether some of it is only said, between people who sit together."""
        return any(prompt.form.is_only_said for prompt in self.prompts)

    def prompt(self, prompt_id: str) -> Prompt | None:
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    @property
    def eyes(self) -> tuple[Prompt, ...]:
        """The questions to turn to when a talk is stuck; most checklists have none."""
        return tuple(
            prompt
            for section in self.sections
            if section.id == EYES_SECTION and section.only_when_called
            for prompt in section.prompts
        )

    def pathway(self, pathway_id: str) -> Pathway:
        known = (pathway for pathway in self.pathways if pathway.id == pathway_id)
        return next(known, Pathway(pathway_id, pathway_id))

    def principle_name(self, principle: Principle) -> PrincipleName:
        known = (name for name in self.principles if name.principle is principle)
        return next(known, PrincipleName(principle, principle.value.capitalize(), ""))

    def in_order(self, draw: Mapping[str, tuple[str, ...]]) -> "Checklist":
        """Put rotated sections in the drawn order; `draw` maps section id to prompt ids.

        The order is the whole of the draw: which prompts are asked follows from it and from
        the answers, so that going back and watching another principle needs no new draw.
        """
        return replace(self, sections=tuple(_ordered(section, draw) for section in self.sections))

    def fingerprint(self) -> str:
        """A hash of every word and gate, the same for every draw: `sha256:` and 64 digits.

        The organisation's routes are not in it, nor is any time, nor which are the few: none of
        these makes another question.
        """
        by_id = {s.id: tuple(sorted(prompt.id for prompt in s.prompts)) for s in self.sections}
        settled = replace(self.in_order(by_id), pathways=())
        said = asdict(settled)
        del said["few"]
        for section in said["sections"]:
            del section["minutes"]
        return f"sha256:{hashlib.sha256(repr(said).encode()).hexdigest()}"


def concerning(label: str, channel: Channel | None) -> str:
    """What a visit is about and how those in it meet, as far as it is said."""
    return " · ".join(part for part in (label, channel.value if channel else "") if part)


def _ordered(section: Section, draw: Mapping[str, tuple[str, ...]]) -> Section:
    if section.id not in draw:
        return section
    place = {prompt_id: number for number, prompt_id in enumerate(draw[section.id])}
    last = len(place)
    prompts = sorted(section.prompts, key=lambda prompt: place.get(prompt.id, last))
    return replace(section, prompts=tuple(prompts))
