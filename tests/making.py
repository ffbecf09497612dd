"""Small builders: as much of a checklist, an answer or an entry as a test needs."""

import string
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from ulid import ULID

from tipcoach.coach.begin import CHECKLISTS
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.answer import (
    Answer,
    AnswerForm,
    Carried,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    WATCH_SECTION,
    AnswerTest,
    CardWords,
    Checklist,
    Choice,
    Gate,
    Group,
    Principle,
    Prompt,
    Section,
    StopRule,
)
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import (
    Became,
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    Said,
    SessionView,
)
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat, Visit
from tipcoach.practice.walk import Walk

T = TypeVar("T")

EMPTY: Answer = Text("")
"""Takes an answer away, whatever its form."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        """Move on (or back, by less than nothing); takes what `timedelta` takes."""
        self.now += timedelta(**by)
        return self.now


# -- one of each, by hand ----------------------------------------------------------------


def prompt(id_: str, form: AnswerForm = AnswerForm.TEXT, **more: Any) -> Prompt:
    return Prompt(id=id_, question=f"{id_}?", why="It helps to ask.", form=form, **more)


def pick(id_: str, *choices: str | Choice, **more: Any) -> Prompt:
    made = tuple(c if isinstance(c, Choice) else Choice(c, c.capitalize()) for c in choices)
    return prompt(id_, AnswerForm.PICK_ONE, choices=made, **more)


def hat_prompt() -> Prompt:
    return pick(HAT_PROMPT, *(hat.value for hat in Hat))


def section(id_: str, *prompts: Prompt, **more: Any) -> Section:
    more.setdefault("group", Group.START)
    return Section(id=id_, name=id_.capitalize(), prompts=prompts, **more)


def checklist(*sections: Section, **more: Any) -> Checklist:
    settled: dict[str, Any] = {
        "id": "prepare",
        "title": "Before a visit",
        "purpose": "arrears",
        "purpose_label": "rent arrears",
        "channel": Channel.PHONE,
        "form": Form.FULL,
    }
    return Checklist(sections=sections, **(settled | more))


def visit(hat: Hat | None = None, **more: Any) -> Visit:
    settled: dict[str, Any] = {"purpose": "arrears", "channel": Channel.PHONE, "month": "2026-11"}
    return Visit(hat=hat, **(settled | more))


def when(prompt_id: str, *words: str) -> Gate:
    return Gate(answers=(AnswerTest(prompt_id, words),))


# -- an entry, by hand -------------------------------------------------------------------

NOW = datetime(2026, 11, 22, 16, 5, tzinfo=UTC)


def new_id(at: datetime = NOW) -> str:
    return str(ULID.from_datetime(at))


def asked(id_: str, answer: Answer | None = None, **more: Any) -> Asked:
    settled: dict[str, Any] = {
        "principle": None,
        "question": f"{id_}?",
        "form": form_of(answer) if answer else AnswerForm.TEXT,
        "outcome": Outcome.ANSWERED if answer else Outcome.SKIPPED,
    }
    return Asked(prompt=id_, answer=answer, **(settled | more))


def form_of(answer: Answer) -> AnswerForm:
    return {
        Text: AnswerForm.TEXT,
        Picked: AnswerForm.PICK_ONE,
        PickedMany: AnswerForm.PICK_MANY,
        YesNotYet: AnswerForm.YES_NOT_YET,
        Lines: AnswerForm.LIST,
        Sorted: AnswerForm.SORT,
        Carried: AnswerForm.MINE_OURS_SYSTEM,
        Promised: AnswerForm.PROMISE,
        IfThen: AnswerForm.IF_THEN,
    }[type(answer)]


def entry(*questions: Asked, **more: Any) -> Entry:
    """A preparation, unless `more` says otherwise."""
    created = more.get("created", NOW)
    settled: dict[str, Any] = {
        "id": more.get("id") or new_id(created),
        "kind": Kind.PREPARATION,
        "created": created,
        "visit": visit(Hat.BOTH),
        "visit_label": "rent arrears",
        "form": Form.QUICK,
        "checklist_id": "prepare",
        "checklist_hash": "sha256:" + "0" * 64,
    }
    return Entry(asked=questions, **(settled | more))


def follow_up(about: str, recorded: bool = True, **more: Any) -> FollowUp:
    """A follow-up that says whether it is recorded, unless `more` has another thing `said`."""
    created = more.get("created", NOW)
    settled: dict[str, Any] = {
        "id": new_id(created),
        "created": created,
        "said": Recorded(recorded),
    }
    return FollowUp(about=about, **(settled | more))


def draft(walk: Walk, **more: Any) -> Draft:
    settled: dict[str, Any] = {
        "id": new_id(),
        "kind": Kind.PREPARATION,
        "begun": NOW,
        "written": NOW,
    }
    return Draft(walk=walk, **(settled | more))


# -- the prompts as they are -------------------------------------------------------------


@cache
def real_library() -> Library:
    return Library(find_prompts())


@cache
def real_checklist(
    id_: str = "prepare",
    purpose: str = "arrears",
    channel: Channel = Channel.HOME,
    form: Form = Form.FULL,
) -> Checklist:
    return real_library().checklist(id_, purpose, channel, form)


@cache
def every_checklist() -> list[Checklist]:
    """Both checklists for every purpose, channel and form."""
    return [
        real_checklist(id_, purpose.id, channel, form)
        for id_ in ("prepare", "reflect")
        for purpose in real_library().purposes
        for channel in Channel
        for form in Form
    ]


def name_of(checklist: Checklist) -> str:
    """For the name of a parametrized test."""
    return f"{checklist.id}-{checklist.purpose}-{checklist.channel}-{checklist.form.value}"


# -- anything at all ---------------------------------------------------------------------

anything = st.text(
    st.characters() | st.sampled_from("\x00\x07\x1b\x85\x9b\r\n\t\u202e\u2066\u200b\u200d\ufeffŵŷ́")
)
"""Any text that Python can hold: controls, overrides and halves of surrogate pairs too."""

words = st.text(string.ascii_letters + " éŵŷأب👩\u200d", max_size=30)
"""Ordinary words, as people write them."""

some_words = words.filter(lambda said: bool(said.strip()))

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))

moments = st.builds(
    lambda at, minutes: at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1970, 1, 2), datetime(2090, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
"""Any second of the years a clock may show, in any zone."""

ids = st.builds(
    lambda ms, chance: str(ULID(ms.to_bytes(6, "big") + chance)),
    st.integers(0, 2**41),
    st.binary(min_size=10, max_size=10),
)

promises = st.builds(Promise, some_words, st.none() | days, st.sampled_from(Whose))


def answers_to(prompt: Prompt, text: st.SearchStrategy[str] = words) -> st.SearchStrategy[Answer]:
    """Any answer the form of `prompt` can take, empty ones too; nothing for say-only."""
    said = text.filter(lambda one: bool(one.strip()))
    several = st.lists(said, max_size=3).map(tuple)
    match prompt.form:
        case AnswerForm.TEXT | AnswerForm.ON_SCREEN_ONLY:
            return st.builds(Text, text)
        case AnswerForm.ONE_WORD:
            return st.builds(Text, text.map(lambda one: " ".join(one.split())))
        case AnswerForm.PICK_ONE:
            return st.sampled_from(prompt.values).map(Picked)
        case AnswerForm.PICK_MANY:
            chosen = st.sets(st.sampled_from(prompt.values))
            return chosen.map(lambda c: PickedMany(tuple(v for v in prompt.values if v in c)))
        case AnswerForm.YES_NOT_YET:
            return st.builds(YesNotYet, st.booleans())
        case AnswerForm.LIST:
            return st.builds(Lines, several)
        case AnswerForm.SORT:
            return st.builds(Sorted, several, several, several)
        case AnswerForm.MINE_OURS_SYSTEM:
            return st.builds(Carried, several, several, several)
        case AnswerForm.PROMISE:
            made = st.builds(Promise, said, st.none() | days, st.sampled_from(Whose))
            return st.builds(Promised, st.lists(made, max_size=3).map(tuple))
        case AnswerForm.IF_THEN:
            return st.builds(IfThen, text, text)
        case AnswerForm.SAY_ONLY:
            return st.nothing()


visits = st.builds(
    Visit,
    st.none() | some_words,
    st.sampled_from(Channel),
    st.dates(date(2000, 1, 1)).map(lambda day: f"{day:%Y-%m}"),
    st.none() | st.sampled_from(Hat),
)


@st.composite
def _questions(draw: "Draw[Any]") -> Asked:
    picks = (Choice("one", "One"), Choice("two", "Two"))
    form = draw(st.sampled_from([form for form in AnswerForm if form is not AnswerForm.SAY_ONLY]))
    made = prompt("p", form, choices=picks)
    answer = draw(st.none() | answers_to(made))
    return Asked(
        prompt=draw(some_words),
        principle=draw(st.none() | st.sampled_from(Principle)),
        question=draw(some_words),
        form=form,
        outcome=draw(st.sampled_from(Outcome)),
        answer=answer,
        label=draw(words),
        set_aside=draw(st.booleans()),
    )


entries = st.builds(
    Entry,
    id=ids,
    kind=st.sampled_from([Kind.PREPARATION, Kind.REFLECTION]),
    created=moments,
    visit=visits,
    visit_label=words,
    form=st.sampled_from(Form),
    checklist_id=some_words,
    checklist_hash=some_words,
    asked=st.lists(_questions(), max_size=4).map(tuple),
    follows=st.none() | ids,
    supersedes=st.none() | ids,
    stopped=st.none() | some_words,
    watched=st.none() | st.sampled_from(Principle),
    card=st.none()
    | st.builds(
        CardWords,
        words,
        words,
        st.lists(st.builds(StopRule, words, words), max_size=2).map(tuple),
    ),
)

standalone_entries = st.builds(
    Entry,
    id=ids,
    kind=st.sampled_from([kind for kind in CHECKLISTS if not kind.is_about_a_visit]),
    created=moments,
    visit=st.none(),
    visit_label=st.just(""),
    form=st.just(Form.FULL),
    checklist_id=some_words,
    checklist_hash=some_words,
    asked=st.lists(_questions(), max_size=4).map(tuple),
    supersedes=st.none() | ids,
    stopped=st.none() | some_words,
)
"""Entries that are not about a visit."""

promise_outcomes = st.builds(
    PromiseOutcome,
    st.integers(1, 4),
    st.sampled_from(Became),
    st.none() | days,
    st.none() | st.booleans(),
    st.sampled_from(["", "another-team"]),
)

things_said: st.SearchStrategy[Said] = st.one_of(
    st.builds(Recorded, st.booleans()),
    promise_outcomes,
    st.builds(Hold, st.booleans(), st.none() | st.dates(), anything),
    st.builds(Review, st.dates()),
    st.builds(SessionView, st.booleans(), anything),
)
follow_ups = st.builds(FollowUp, ids, moments, ids, things_said, st.none() | ids)

Draw = Callable[[st.SearchStrategy[T]], T]

_GATE_WORDS = {
    AnswerForm.YES_NOT_YET: ("yes", "not yet"),
    AnswerForm.SORT: ("must", "no must", "may", "no may", "theirs", "no theirs"),
    AnswerForm.MINE_OURS_SYSTEM: ("mine", "no mine", "ours", "no ours", "system", "no system"),
    AnswerForm.PROMISE: ("all mine",),
}
_VALUES = tuple(Choice(value, value) for value in ("one", "two", "three"))
_FORMS = (*AnswerForm, *[AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET, AnswerForm.SORT] * 2)
_STAYS_OPEN_WHEN_STOPPED = (AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET)


def _gate_words(prompt: Prompt) -> tuple[str, ...]:
    return _GATE_WORDS.get(prompt.form, prompt.values)


def _sometimes(value: st.SearchStrategy[T], otherwise: T) -> st.SearchStrategy[T]:
    return st.one_of(st.just(otherwise), value)


@st.composite
def _gates(draw: Draw[Any], before: Sequence[Prompt], hats: bool) -> Gate:
    """A gate on the hat and on the words of a prompt asked before."""
    tests: tuple[AnswerTest, ...] = ()
    if before and draw(st.integers(0, 3)):
        about = draw(st.sampled_from(before))
        said = draw(st.sets(st.sampled_from(_gate_words(about)), min_size=1, max_size=2))
        tests = (AnswerTest(about.id, tuple(sorted(said))),)
    on: tuple[Hat, ...] = ()
    if hats and not draw(st.integers(0, 2)):
        on = tuple(draw(st.lists(st.sampled_from(Hat), min_size=1, max_size=2, unique=True)))
    return Gate(on, tests)


class _Making:
    """A checklist being made up: what has been asked so far, for later gates to test."""

    def __init__(self, draw: Draw[Any]) -> None:
        self._draw = draw
        self._made = 0
        self._before: list[Prompt] = []
        self._landed: list[Prompt] = []
        self._has_hat = False

    def hat(self) -> Section:
        self._has_hat = True
        return section("hat", hat_prompt())

    def watch(self) -> Section:
        return section(WATCH_SECTION, pick("watch.one", *(one.value for one in Principle)))

    def landing(self, id_: str) -> Section:
        """First after a visit: stop rules are declared here, and gates look no further."""
        choices = [
            Choice("stop", "Stop", pathway="safeguarding"),
            Choice("other", "Another stop", pathway="hazard"),
            Choice("unsafe", "I was not safe", unsafe=True),
            *_VALUES,
        ]
        some = st.lists(st.sampled_from(choices), min_size=1, max_size=4, unique=True)
        prompts = [
            self._prompt(
                before=self._landed,
                hats=not self._has_hat,
                choices=tuple(self._draw(some)),
            )
            for _ in range(self._draw(st.integers(1, 3)))
        ]
        return section(id_, *prompts, landing=True, asks=self._draw(_sometimes(st.just(2), None)))

    def ordinary(self, id_: str) -> Section:
        """Plain, rotated, or together on one screen."""
        kind = self._draw(st.sampled_from(["plain", "rotated", "together"]))
        principle = self._draw(st.none() | st.sampled_from(Principle))
        prompts = []
        for _ in range(self._draw(st.integers(1, 5))):
            of = self._draw(st.sampled_from(Principle)) if kind == "together" else principle
            conduct = self._draw(st.booleans())
            prompts.append(self._prompt(principle=of, own_conduct=conduct))
        more: dict[str, Any] = {"group": Group.PRINCIPLES}
        if kind == "together":
            more["together"] = True
        else:
            more["principle"] = principle
        if kind == "rotated":
            more["asks"] = self._draw(st.integers(1, 3))
            more["asks_when_watched"] = self._draw(st.none() | st.integers(1, 4))
        return section(id_, *prompts, **more)

    def stop(self) -> Section:
        forms = [*_STAYS_OPEN_WHEN_STOPPED, AnswerForm.TEXT]
        prompts = [
            self._prompt(before=self._landed, hats=not self._has_hat, forms=forms)
            for _ in range(self._draw(st.integers(1, 2)))
        ]
        return section("stop", *prompts, stop=True, group=Group.LEAVE)

    def _prompt(
        self,
        *,
        before: list[Prompt] | None = None,
        hats: bool = True,
        forms: Sequence[AnswerForm] = _FORMS,
        choices: tuple[Choice, ...] = _VALUES,
        **more: Any,
    ) -> Prompt:
        before = self._before if before is None else before
        form = self._draw(st.sampled_from(forms))
        picks = form in (AnswerForm.PICK_ONE, AnswerForm.PICK_MANY)
        self._made += 1
        made = prompt(
            f"p.{self._made}",
            form,
            choices=choices if picks else (),
            when=self._draw(_sometimes(_gates(before, hats), Gate())),
            unless=self._draw(_sometimes(_gates(before, hats), Gate())),
            **more,
        )
        if _gate_words(made):
            self._before.append(made)
            if before is self._landed and form in _STAYS_OPEN_WHEN_STOPPED:
                self._landed.append(made)
        return made


@st.composite
def checklists(draw: Draw[Any]) -> Checklist:
    """A made-up checklist: every kind of section, form and gate a library may hold."""
    making = _Making(draw)
    sections: list[Section] = []
    if draw(st.booleans()):
        sections.append(making.hat())
    sections += [making.landing(f"land{n}") for n in range(draw(st.integers(0, 2)))]
    if draw(st.booleans()):
        sections.append(making.watch())
    sections += [making.ordinary(f"s{n}") for n in range(draw(st.integers(1, 4)))]
    if draw(st.booleans()):
        sections.append(making.stop())
    return checklist(*sections)


@st.composite
def real_checklists(draw: Draw[Any]) -> Checklist:
    """One of those in the library, its rotated sections in any order."""
    found: Checklist = draw(st.sampled_from(every_checklist()))
    ordered = [
        replace(one, prompts=tuple(draw(st.permutations(one.prompts)))) if one.asks else one
        for one in found.sections
    ]
    return replace(found, sections=tuple(ordered))
