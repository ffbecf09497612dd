"""The walk: where I am, what is answered, skipped or set aside, and what comes next.

A walk is a value. Every move returns another walk, and everything a screen shows is worked
out from the checklist and the answers, so nothing can fall out of step: an answer behind a
gate that closed is *set aside*, still held here, and stands again when the gate reopens.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import YES, Answer, AnswerForm, Picked, is_empty, words_for_gates
from tipcoach.practice.answer_shape import read_shape, shape_of
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    RECORDED_PROMPT,
    WATCH_SECTION,
    Checklist,
    Principle,
    Prompt,
    Section,
)
from tipcoach.practice.visit import Hat, Visit

END = ""
"""The place after the last step, where a walk is finished."""


class Standing(StrEnum):
    """How one step or section stands, for the rail and the trail."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked at once: one prompt, or the five together on one screen."""

    section: Section
    prompts: tuple[Prompt, ...]

    @property
    def id(self) -> str:
        return self.section.id if self.section.together else self.prompts[0].id


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of an earlier entry, quoted beside what is asked now; `entry` is that entry's id."""

    principle: Principle | None
    form: AnswerForm
    text: str
    entry: str | None = None


@dataclass(frozen=True)  # with no slots, so that its path is worked out once
class Walk:
    """One run through a checklist, and the only holder of its answers.

    `at` is the id of the step in front of the officer, or `END`. `seen` are the ids of
    prompts that have been on screen. `called` are prompts asked for by name: rotation does
    not hide them. `planned` quotes the preparation, when there was one, and `watched` is
    the principle it kept an eye on. `few` asks the shortest version alone: what landing and a
    stop rule ask, the few of the checklist, and whatever has an answer. `visit` is `None` on a
    checklist that is not about one.
    """

    checklist: Checklist
    visit: Visit | None
    at: str = END
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    seen: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    planned: tuple[Planned, ...] = ()
    watched_before: Principle | None = None
    few: bool = False

    @classmethod
    def begin(
        cls,
        checklist: Checklist,
        visit: Visit | None,
        *,
        called: frozenset[str] = frozenset(),
        planned: tuple[Planned, ...] = (),
        watched: Principle | None = None,
        few: bool = False,
    ) -> "Walk":
        """Begin at the first step; a hat already known answers its question, and is passed."""
        walk = cls(
            checklist,
            visit,
            called=called,
            planned=planned,
            watched_before=watched,
            few=few and checklist.few is not None,
        )
        prompt = checklist.prompt(HAT_PROMPT)
        if visit and visit.hat and prompt and visit.hat.value in prompt.values:
            walk = replace(walk, answers=MappingProxyType({HAT_PROMPT: Picked(visit.hat.value)}))
        steps = walk.path
        walk = walk._at(steps[0].id if steps else END)
        return walk.next() if walk.at == HAT_PROMPT and HAT_PROMPT in walk.answers else walk

    # -- what can be seen from here -----------------------------------------------------

    @cached_property
    def path(self) -> tuple[Step, ...]:
        """Every step of this walk as it stands now, in order."""
        return tuple(_steps(self, _stopped_by(self)))

    @property
    def step(self) -> Step | None:
        """The step in front of the officer; `None` at the end."""
        return next((step for step in self.path if step.id == self.at), None)

    @property
    def hat(self) -> Hat | None:
        answer = self.answers.get(HAT_PROMPT)
        if isinstance(answer, Picked) and answer.value in list(Hat):
            return Hat(answer.value)
        return self.visit.hat if self.visit else None

    @property
    def stopped(self) -> str | None:
        """The pathway this walk was stopped for, or `None`."""
        return _stopped_by(self)

    @property
    def sends_elsewhere(self) -> bool:
        """Whether a stop rule applies to something that belongs in another record.

        What officers say of how they are themselves belongs in none.
        """
        return self.stopped is not None and self.visit is not None

    @property
    def officer_unsafe(self) -> bool:
        """Whether the officer has said they were not safe."""
        return any(
            choice is not None and choice.unsafe
            for prompt, answer in self.live_answers()
            if isinstance(answer, Picked)
            for choice in (prompt.choice(answer.value),)
        )

    @property
    def watched(self) -> Principle | None:
        """The principle the officer keeps an eye on."""
        for section in self.checklist.sections:
            if section.id == WATCH_SECTION:
                for prompt in section.prompts:
                    answer = self.answers.get(prompt.id)
                    if isinstance(answer, Picked) and answer.value in list(Principle):
                        return Principle(answer.value)
        return self.watched_before

    def live_answers(self) -> Iterator[tuple[Prompt, Answer]]:
        """Prompts on the path that have an answer, with it, in order."""
        for prompt in self.open_prompts():
            answer = self.answers.get(prompt.id)
            if answer is not None:
                yield prompt, answer

    def open_prompts(self) -> Iterator[Prompt]:
        for step in self.path:
            yield from step.prompts

    def set_aside(self) -> tuple[tuple[Prompt, Answer], ...]:
        """Answers behind a gate that has closed since. Nothing of them is lost."""
        open_ids = {prompt.id for prompt in self.open_prompts()}
        return tuple(
            (prompt, self.answers[prompt.id])
            for prompt in self.checklist.prompts
            if prompt.id in self.answers and prompt.id not in open_ids
        )

    def plan_beside(self, prompt: Prompt) -> tuple[Planned, ...]:
        """What was planned for the same principle, or the same plan, as `prompt` asks about."""
        if prompt.principle is not None:
            return tuple(line for line in self.planned if line.principle is prompt.principle)
        if prompt.form is AnswerForm.IF_THEN or prompt.looks_back:
            return tuple(line for line in self.planned if line.form is AnswerForm.IF_THEN)
        return ()

    @property
    def has_a_plan(self) -> bool:
        """Whether what is looked back on ended with a plan."""
        return any(line.form is AnswerForm.IF_THEN for line in self.planned)

    def standing(self, step: Step) -> Standing:
        if step.id == self.at:
            return Standing.HERE
        said = (prompt.id in self.seen for prompt in step.prompts if prompt.form.is_only_said)
        if any(said) or any(prompt.id in self.answers for prompt in step.prompts):
            return Standing.ANSWERED
        if any(prompt.id in self.seen for prompt in step.prompts):
            return Standing.SKIPPED
        return Standing.AHEAD

    # -- moves --------------------------------------------------------------------------

    def answer(self, prompt_id: str, answer: Answer) -> "Walk":
        """Hold `answer`; an empty one takes the answer away. The place does not move.

        Raises `AnswerNotTaken` for a prompt that is not open, or an answer that is too long
        or of another form than the prompt's.
        """
        prompt = next((prompt for prompt in self.open_prompts() if prompt.id == prompt_id), None)
        if prompt is None:
            raise AnswerNotTaken(f"{prompt_id} is not open on this walk.")
        if not is_empty(answer):
            # Only what a file could give back is held: a draft must be able to return it.
            answer = read_shape(prompt.form, prompt.values, shape_of(answer))
        answers = {held: self.answers[held] for held in self.answers if held != prompt_id}
        if not is_empty(answer):
            answers[prompt_id] = answer
        return replace(self, answers=MappingProxyType(answers))

    def next(self) -> "Walk":
        """Go on. A prompt left without an answer is skipped, which costs nothing."""
        here = self._place(self.at)
        after = (step.id for step in self.path if self._place(step.id) > here)
        return self._at(next(after, END))

    def back(self) -> "Walk":
        """Go back one step; the answers stay as they are."""
        here = self._place(self.at)
        before = [step.id for step in self.path if self._place(step.id) < here]
        return self._at(before[-1]) if before else self

    def go_to(self, step_id: str) -> "Walk":
        """Go to a step of the path, or to `END`, from anywhere; an unknown place is no move."""
        known = step_id == END or any(step.id == step_id for step in self.path)
        return self._at(step_id) if known else self

    def call(self, prompt_id: str) -> "Walk":
        """Go to a prompt that is asked only when it is called, and have it asked from now on.

        No move where it is not there, or not open.
        """
        called = replace(self, seen=self.seen | {prompt_id}).go_to(prompt_id)
        return called if called.at == prompt_id else self

    def with_few(self, few: bool) -> "Walk":
        """The shortest version of this walk, or all of it again; every answer stays as it is.

        The place stays too where it can: otherwise it is the next that is asked, and from the
        end of the few the first that was not.
        """
        if few == self.few or self.checklist.few is None:
            return self
        turned = replace(self, few=few)
        if self.at == END:
            ahead = (step.id for step in turned.path if turned.standing(step) is Standing.AHEAD)
            return turned if few else turned._at(next(ahead, END))
        here = turned._place(self.at)
        same = (s.id for s in turned.path if self.at in [s.id, *(p.id for p in s.prompts)])
        after = (step.id for step in turned.path if turned._place(step.id) >= here)
        return turned._at(next(same, next(after, END)))

    def _place(self, step_id: str) -> int:
        """Where a step stands in the checklist, whether or not it is on the path now."""
        ids: list[str] = []
        for section in self.checklist.sections:
            ids += [section.id] if section.together else []
            ids += [prompt.id for prompt in section.prompts]
        return ids.index(step_id) if step_id in ids else len(ids)

    def _at(self, step_id: str) -> "Walk":
        moved = replace(self, at=step_id)
        step = moved.step
        if step is None:
            return moved
        return replace(moved, seen=self.seen | {prompt.id for prompt in step.prompts})


def _stopped_by(walk: Walk) -> str | None:
    """The pathway of the first stop rule answered while landing, or the purpose's own."""
    for step in _steps(walk, None):
        if step.section.landing:
            answer = walk.answers.get(step.prompts[0].id)
            if isinstance(answer, Picked):
                choice = step.prompts[0].choice(answer.value)
                if choice is not None and choice.pathway is not None:
                    return choice.pathway
    return walk.checklist.always_stops if _can_stop(walk.checklist) else None


def _can_stop(checklist: Checklist) -> bool:
    """Whether the checklist is one of those that stop: a preparation has nothing to stop."""
    return any(section.stop for section in checklist.sections)


def _steps(walk: Walk, stopped: str | None) -> Iterator[Step]:
    """The steps of a walk in order, given the stop rule that applies.

    One pass: a gate sees only answers that themselves stand on the path before it.
    """
    said: dict[str, frozenset[str]] = {}
    unsafe = False
    for section in walk.checklist.sections:
        if section.stop and not stopped:
            continue
        own_part = _own_part_is_open(walk, stopped, said)
        if stopped and not (section.stop or section.landing or own_part):
            continue
        no_words = bool(stopped) and not own_part
        asked = []
        for prompt in _asked(walk, section, said, unsafe):
            answer = walk.answers.get(prompt.id)
            if answer is not None:
                said[prompt.id] = words_for_gates(answer)
                unsafe = unsafe or _says_unsafe(prompt, answer)
            if not no_words or prompt.form.is_left_after_a_stop:
                asked.append(prompt)
        if walk.few and section.together:
            # One at a time: there a page of five is no few.
            section = replace(section, together=False)
        if section.together and asked:
            yield Step(section, tuple(asked))
        elif not section.together:
            yield from (Step(section, (prompt,)) for prompt in asked)


def _own_part_is_open(walk: Walk, stopped: str | None, said: Mapping[str, frozenset[str]]) -> bool:
    """Whether, on a purpose that always stops, its route is recorded and nothing else is told."""
    always = stopped is not None and stopped == walk.checklist.always_stops
    return always and YES in said.get(RECORDED_PROMPT, frozenset())


def _says_unsafe(prompt: Prompt, answer: Answer) -> bool:
    if not isinstance(answer, Picked):
        return False
    choice = prompt.choice(answer.value)
    return choice is not None and choice.unsafe


def _asked(
    walk: Walk, section: Section, said: Mapping[str, frozenset[str]], unsafe: bool
) -> Iterator[Prompt]:
    """The prompts of a section whose gates stand open, as many as are asked.

    `said` grows while the section is walked, so a prompt may be gated on one just before it.
    """
    asks = section.asks
    if section.principle is not None and section.principle is walk.watched:
        asks = section.asks_when_watched or asks
    so_far = 0
    principles: set[Principle | None] = set()
    for prompt in section.prompts:
        if not _is_open(walk, prompt, said, unsafe):
            continue
        if walk.few:
            if _is_one_of_the_few(walk, section, prompt):
                yield prompt
            continue
        if section.together:
            if prompt.principle in principles:
                continue
            principles.add(prompt.principle)
        elif asks is not None and so_far >= asks and not _is_called(walk, section, prompt):
            continue
        so_far += 1
        yield prompt


def _is_one_of_the_few(walk: Walk, section: Section, prompt: Prompt) -> bool:
    """Whether the shortest version asks it. What keeps people safe is never left out."""
    few = walk.checklist.few
    keeps_safe = section.landing or section.stop
    asked = few is not None and prompt.id in few.ask
    return keeps_safe or asked or prompt.id in walk.answers or _is_called(walk, section, prompt)


def _is_called(walk: Walk, section: Section, prompt: Prompt) -> bool:
    """Whether a prompt is asked beside what is drawn. What nothing draws was called if it was seen:
    so a draft that is resumed has it still."""
    return prompt.id in walk.called or (section.only_when_called and prompt.id in walk.seen)


def _is_open(walk: Walk, prompt: Prompt, said: Mapping[str, frozenset[str]], unsafe: bool) -> bool:
    if unsafe and prompt.own_conduct:
        return False
    if prompt.looks_back and not walk.has_a_plan:
        return False
    hat = walk.hat
    return prompt.when.all_hold(hat, said) and not prompt.unless.any_holds(hat, said)
