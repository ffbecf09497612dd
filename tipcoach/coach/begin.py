"""Begin a walk: settle its questions, draw the rotated ones, and quote what was planned."""

import random
from dataclasses import dataclass, replace

from tipcoach.coach.coach import Coach
from tipcoach.coach.last_plan import last_plan
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import TipcoachError, WrongUsage
from tipcoach.practice import session
from tipcoach.practice.checklist import Checklist, Section
from tipcoach.practice.draft import Draft
from tipcoach.practice.drawing import in_drawn_order
from tipcoach.practice.entry import Entry, Kind, plan_of
from tipcoach.practice.hiding import without
from tipcoach.practice.minutes import lasting
from tipcoach.practice.visit import Channel, Form, Hat, Visit
from tipcoach.practice.walk import Planned, Walk

LEFT_OUT = "Your organisation’s own prompts have a mistake in them, so only ours are asked."
CHECKLISTS = {
    Kind.PREPARATION: "prepare",
    Kind.REFLECTION: "reflect",
    Kind.STAFF_MIRROR: "staff-mirror",
    Kind.WALK_IT_AS_THEM: "walk-it-as-them",
    Kind.AGREEMENT: "agreement",
    Kind.SESSION: session.ONE_TO_ONE,
    Kind.AFTER_SESSION: "after-session",
}
KINDS = {name: kind for kind, name in CHECKLISTS.items()} | dict.fromkeys(
    session.TITLES, Kind.SESSION
)
"""Every checklist, and the kind of entry that walking it makes."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How many minutes a walk is to last as a whole; `None` says nothing of time."""

    minutes: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A walk as it is asked for; what is left out is asked, or taken from a file.

    `of` is the id of the preparation to look back on, `checklist` that of a form of session, and
    `timing` how long it is to last; `with_whom` the folder of whoever the session is with; `few`
    begins with the shortest version.
    """

    kind: Kind
    purpose: str | None = None
    channel: Channel | None = None
    hat: Hat | None = None
    form: Form | None = None
    of: str | None = None
    checklist: str | None = None
    timing: Timing | None = None
    with_whom: str | None = None
    few: bool = False

    @property
    def checklist_id(self) -> str:
        return self.checklist or CHECKLISTS[self.kind]

    @property
    def standalone(self) -> "Standalone":
        """The beginning of what is not about a visit."""
        return Standalone(self.kind, self.checklist, self.timing, self.with_whom, self.few)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a walk is begun with. `follows` is the preparation a reflection looks back on, and `few`
    begins with the shortest version."""

    kind: Kind
    purpose: str
    channel: Channel
    form: Form
    hat: Hat | None = None
    follows: Entry | None = None
    few: bool = False


@dataclass(frozen=True, slots=True)
class Standalone:
    """What a walk that is not about a visit is begun with: nothing has to be known before it.

    `checklist` is one of several of its kind, such as `team-time`; `timing` how long it is to
    last; `with_whom` the folder of whoever the session is with.
    """

    kind: Kind
    checklist: str | None = None
    timing: Timing | None = None
    with_whom: str | None = None
    few: bool = False

    @property
    def checklist_id(self) -> str:
        return self.checklist or CHECKLISTS[self.kind]


def begin(coach: Coach, beginning: Beginning | Standalone) -> Sitting:
    """Begin a walk; nothing is on disk until something is answered.

    Raises `LibraryFault` or `NotFound`.
    """
    return Sitting(coach, begin_draft(coach, beginning))


def begin_draft(
    coach: Coach, beginning: Beginning | Standalone, called: frozenset[str] = frozenset()
) -> Draft:
    """The draft a walk begins as. `called` are prompts asked for by name, hidden or not."""
    if isinstance(beginning, Standalone):
        return _begin_standalone(coach, beginning, called)
    now = coach.clock()
    checklist = coach.questions.checklist(
        CHECKLISTS[beginning.kind], beginning.purpose, beginning.channel, beginning.form
    )
    checklist = without(checklist, (id_ for id_ in coach.settings.hidden if id_ not in called))
    before = beginning.follows
    walk = Walk.begin(
        checklist.in_order(draw(checklist, coach.chance)),
        Visit(beginning.purpose, beginning.channel, f"{now:%Y-%m}", beginning.hat),
        called=called,
        planned=_quoted(coach, beginning),
        watched=before.watched if before else None,
        few=beginning.few,
    )
    return Draft(coach.new_id(), beginning.kind, now, now, walk, before.id if before else None)


def _quoted(coach: Coach, beginning: Beginning) -> tuple[Planned, ...]:
    """What was planned: in what is looked back on, or before this the last time."""
    if beginning.follows:
        return plan_of(beginning.follows)
    is_before = beginning.kind is Kind.PREPARATION
    return last_plan(coach, beginning.purpose) if is_before else ()


def _begin_standalone(coach: Coach, beginning: Standalone, called: frozenset[str]) -> Draft:
    now = coach.clock()
    checklist = coach.questions.standalone(beginning.checklist_id)
    if beginning.timing:
        checklist = lasting(checklist, beginning.timing.minutes)
    drawn = checklist.in_order(draw(checklist, coach.chance))
    walk = Walk.begin(drawn, None, called=called, few=beginning.few)
    draft = Draft(coach.new_id(), beginning.kind, now, now, walk)
    return replace(draft, with_whom=beginning.with_whom)


def trouble_with_own_files(coach: Coach) -> TipcoachError | None:
    """What is wrong with the organisation's own prompts and routes, if anything is."""
    if coach.questions.are_in_order:
        return None
    library = coach.library
    _ = library.pathways
    said = []
    if library.overlay_fault:
        # A strip has room for the first line, so what follows from it is said there.
        first, *more = map(str, library.overlay_fault.problems)
        said += [f"{LEFT_OUT} {first}", *more]
    if library.routes_fault:
        said += map(str, library.routes_fault.problems)
    return TipcoachError("\n".join(said), "Nothing of yours is touched.") if said else None


def looking_back_on(
    coach: Coach, preparation_id: str, form: Form, channel: Channel | None = None
) -> Beginning:
    """The beginning of a reflection on a preparation. The visit may have gone another way.

    Raises `NotFound`, `NotReadable`, or `WrongUsage` when the id is not a preparation's.
    """
    entry = coach.journal.read(preparation_id)
    if not isinstance(entry, Entry) or entry.kind is not Kind.PREPARATION:
        raise WrongUsage(f"{preparation_id} is not a preparation, so nothing was planned in it.")
    visit = entry.visit
    if visit is None or visit.purpose is None:
        raise WrongUsage(f"{preparation_id} names no purpose, so it cannot be looked back on.")
    return Beginning(
        kind=Kind.REFLECTION,
        purpose=visit.purpose,
        channel=channel or visit.channel,
        form=form,
        hat=visit.hat,
        follows=entry,
    )


def draw(checklist: Checklist, chance: random.Random) -> dict[str, tuple[str, ...]]:
    """Draw the order of every rotated section: section id to prompt ids.

    Some lead whatever is drawn; the rest come as chance has it, so that no visit is asked the
    same few for ever.
    """
    return {section.id: _drawn(section, chance) for section in checklist.sections if section.asks}


def _drawn(section: Section, chance: random.Random) -> tuple[str, ...]:
    by_chance = list(section.prompts)
    chance.shuffle(by_chance)
    return tuple(prompt.id for prompt in in_drawn_order(section, by_chance))
