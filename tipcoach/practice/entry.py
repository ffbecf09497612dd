"""A finished record: written once, and readable alone in five years.

An entry carries every question as it was asked, because prompts are reworded and an answer
without its question is a riddle.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tipcoach.practice.answer import (
    Answer,
    AnswerForm,
    Picked,
    PickedMany,
    Promised,
    Text,
    as_text,
    check_length,
)
from tipcoach.practice.checklist import (
    RECORDED_PROMPT,
    CardWords,
    Principle,
    Prompt,
    concerning,
)
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat, Visit
from tipcoach.practice.walk import Planned, Step, Walk


class Kind(StrEnum):
    PREPARATION = "preparation"
    REFLECTION = "reflection"
    FOLLOW_UP = "follow_up"
    STAFF_MIRROR = "staff_mirror"
    WALK_IT_AS_THEM = "walk_it_as_them"
    AGREEMENT = "agreement"
    SESSION = "session"
    AFTER_SESSION = "after_session"

    @property
    def is_about_a_visit(self) -> bool:
        return self in (Kind.PREPARATION, Kind.REFLECTION)

    @property
    def is_never_shared(self) -> bool:
        """Whether no copy of any part goes to anybody, whatever officers share of their visits.

        An agreement was made by the two it is about, so neither has to be sent it. What was
        agreed in a session has a record of its own, and goes as that.
        """
        return self.is_for_one_alone or self in (Kind.AGREEMENT, Kind.SESSION)

    @property
    def is_for_one_alone(self) -> bool:
        """How officers are doing is theirs, and nobody else was there when it was written.

        So it is with what supervisors ask themselves once a session is over.
        """
        return self in (Kind.STAFF_MIRROR, Kind.AFTER_SESSION)

    @property
    def keeps_one_line(self) -> bool:
        """Whether one line may be kept in place of the rest.

        Of a session only what both agreed is kept: there is no line for anything else. An
        agreement is sent whole, or it is none.
        """
        return self not in (Kind.SESSION, Kind.AGREEMENT)


class Outcome(StrEnum):
    """What became of a question.

    `shown` is one of the five that was not opened; `not kept` was answered, and its answer was
    never meant to stay.
    """

    ANSWERED = "answered"
    SKIPPED = "skipped"
    SHOWN = "shown"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it was asked, and what was answered.

    `label` is what a choice read on screen. `set_aside` marks an answer kept from behind a
    gate that had closed.
    """

    prompt: str
    principle: Principle | None
    question: str
    form: AnswerForm
    outcome: Outcome
    answer: Answer | None = None
    label: str = ""
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What one walk came to. `created` is when it was written, with its zone.

    `visit` is `None`, and `visit_label` empty, when its kind is not about a visit.
    `stopped` is the pathway of the stop rule that applied; such an entry names no purpose.
    `follows` is the preparation a reflection looks back on, `with_whom` the folder in the shared
    place of whoever a session was with.
    """

    id: str
    kind: Kind
    created: datetime
    visit: Visit | None
    visit_label: str
    form: Form
    checklist_id: str
    checklist_hash: str
    asked: tuple[Asked, ...]
    follows: str | None = None
    supersedes: str | None = None
    stopped: str | None = None
    watched: Principle | None = None
    card: CardWords | None = None
    with_whom: str | None = None

    @property
    def purpose(self) -> str | None:
        return self.visit.purpose if self.visit else None

    @property
    def channel(self) -> Channel | None:
        return self.visit.channel if self.visit else None

    @property
    def hat(self) -> Hat | None:
        return self.visit.hat if self.visit else None

    @property
    def month(self) -> str:
        """`YYYY-MM`: that of the visit, or without one that in which it was written."""
        return self.visit.month if self.visit else f"{self.created:%Y-%m}"

    @property
    def concerning(self) -> str:
        """`rent arrears · phone`; a stopped visit names no purpose, and some are about none."""
        return concerning(self.visit_label, self.channel)

    @property
    def sends_elsewhere(self) -> bool:
        """Whether a stop rule applied to something that belongs in another record."""
        return self.stopped is not None and self.visit is not None

    def answer_to(self, prompt_id: str) -> Answer | None:
        return next((asked.answer for asked in self.asked if asked.prompt == prompt_id), None)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What was said would happen, in the order of the numbers that promises are named by."""
        said = (asked.answer for asked in self.asked)
        return tuple(
            promise
            for answer in said
            if isinstance(answer, Promised)
            for promise in answer.promises
        )

    def first(self, form: AnswerForm) -> Answer | None:
        """The first answer of one form, such as the sort or the plan."""
        answered = (asked.answer for asked in self.asked if asked.form is form and asked.answer)
        return next(answered, None)


ONE_LINE = "keep.one-line"


def asked_on(
    walk: Walk, keep: frozenset[str] = frozenset(), *, keep_words: bool = False
) -> tuple[Asked, ...]:
    """Every question that was on screen, in order, and the set-aside answers in `keep`.

    A question never reached is left out: nobody was asked it. The one word for how an officer
    is stays only with `keep_words`: it was for the moment. What was only to be said aloud is left
    out too: that it was asked tells of a talk nobody wrote down.
    """
    on_path = [
        _asked(prompt, walk, together=step.section.together)
        for step in walk.path
        for prompt in step.prompts
        if not prompt.form.is_only_said and _was_asked(walk, step, prompt)
    ]
    if not keep_words:
        on_path = [_without_word(asked) for asked in on_path]
    return (*on_path, *_kept_aside(walk, keep))


def _without_word(asked: Asked) -> Asked:
    if asked.form is not AnswerForm.ONE_WORD or asked.answer is None:
        return asked
    return replace(asked, answer=None, outcome=Outcome.NOT_KEPT)


def _kept_aside(walk: Walk, keep: frozenset[str]) -> list[Asked]:
    aside = (prompt for prompt, _ in walk.set_aside() if prompt.id in keep)
    return [_asked(prompt, walk, set_aside=True) for prompt in aside]


def _was_asked(walk: Walk, step: Step, prompt: Prompt) -> bool:
    """Whether a question was on screen; of several shown together, all were."""
    together = step.prompts if step.section.together else (prompt,)
    return prompt.id in walk.answers or any(each.id in walk.seen for each in together)


def one_line_of(
    walk: Walk, line: str, question: str, keep: frozenset[str] = frozenset()
) -> tuple[Asked, ...]:
    """The one line the officer keeps, with any promises: those were made to somebody.

    `keep` are the set-aside answers that are kept beside it.
    Raises `AnswerNotTaken` when it is longer than one answer may be.
    """
    stays = [
        _asked(prompt, walk)
        for prompt, answer in walk.live_answers()
        if isinstance(answer, Promised) or prompt.id == RECORDED_PROMPT
    ]
    text = Text(line)
    check_length(text)
    kept = Asked(ONE_LINE, None, question, AnswerForm.TEXT, Outcome.ANSWERED, text)
    return (kept, *stays, *_kept_aside(walk, keep))


def plan_of(preparation: Entry) -> tuple[Planned, ...]:
    """The lines of a preparation that a reflection quotes beside their outcome."""
    return tuple(
        Planned(asked.principle, asked.form, as_text(asked.answer), preparation.id)
        for asked in preparation.asked
        if asked.answer is not None
        and (asked.principle is not None or asked.form is AnswerForm.IF_THEN)
    )


def _asked(prompt: Prompt, walk: Walk, *, together: bool = False, set_aside: bool = False) -> Asked:
    answer = walk.answers.get(prompt.id)
    if answer is not None:
        outcome = Outcome.ANSWERED
    else:
        outcome = Outcome.SHOWN if together else Outcome.SKIPPED
    return Asked(
        prompt=prompt.id,
        principle=prompt.principle,
        question=prompt.question,
        form=prompt.form,
        outcome=outcome,
        answer=answer,
        label=_label(prompt, answer),
        set_aside=set_aside,
    )


def _label(prompt: Prompt, answer: Answer | None) -> str:
    match answer:
        case Picked(value):
            values: tuple[str, ...] = (value,)
        case PickedMany(several):
            values = several
        case _:
            return ""
    chosen = (prompt.choice(value) for value in values)
    return ", ".join(choice.label for choice in chosen if choice is not None)
