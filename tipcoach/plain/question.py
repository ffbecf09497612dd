"""A question as it is said: where it stands, what was planned, and the words."""

from collections.abc import Mapping, Sequence
from datetime import date

from tipcoach.plain.forms import spoken_label
from tipcoach.plain.talk import capitalised
from tipcoach.practice.answer import (
    CARRY_LABELS,
    SORT_LABELS,
    Answer,
    AnswerForm,
    Carried,
    Picked,
    PickedMany,
    Promised,
    Sorted,
)
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.minutes import time_at_first
from tipcoach.practice.promises import Promise, say_date
from tipcoach.practice.visit import Form
from tipcoach.practice.walk import Step, Walk
from tipcoach.reports.entries import lines_of
from tipcoach.reports.hints import as_hint
from tipcoach.reports.what_is_kept import what_becomes_of_it

KEEPS = "An empty line keeps it; anything typed takes its place."


def heading(walk: Walk, step: Step, *, says_minutes: bool) -> str:
    """`Question 3 of 12, Safety.`: both numbers are of this walk as it stands now.

    How long a part tends to take is said with its first question.
    """
    path = [one.id for one in walk.path]
    number = f"{path.index(step.id) + 1} of {len(path)}"
    name = step.section.name if step.section.together else name_of(walk, step, step.prompts[0])
    time = capitalised(time_at_first(walk, step)) if says_minutes else ""
    return f"Question {number}, {name}." + (f" {time}." if time else "")


def name_of(walk: Walk, step: Step, prompt: Prompt) -> str:
    """The principle a prompt is about, or else its section."""
    if prompt.principle is None:
        return step.section.name
    return walk.checklist.principle_name(prompt.principle).name


def question(walk: Walk, prompt: Prompt, today: date, *, keeps_words: bool) -> list[str]:
    """What was planned, the question, the hint when there is time for it, the answer so far.

    And what becomes of the answer, where it is not simply kept.
    """
    said = [*planned(walk, prompt), prompt.question]
    if prompt.hint and walk.checklist.form is Form.FULL:
        said.append(as_hint(prompt.hint))
    answer = walk.answers.get(prompt.id)
    if answer is not None:
        said += ["Your answer so far:", *in_words(prompt, answer, today)]
        # There the question itself goes on to ask what is to become of it.
        said += [] if prompt.form is AnswerForm.ON_SCREEN_ONLY else [KEEPS]
    becomes = what_becomes_of_it(
        prompt.form,
        answer is not None,
        keeps_words=keeps_words,
        amid_talk=walk.checklist.has_talk,
    )
    if becomes:
        said.append(f"{capitalised(becomes).rstrip('.')}.")
    return said


def planned(walk: Walk, prompt: Prompt) -> list[str]:
    """The plan, quoted as it was written; before a visit, the last one and what came of it."""
    quoted = [line.text for line in walk.plan_beside(prompt)]
    if walk.checklist.is_before_a_visit:
        return ["Last time:", *quoted] if quoted else []
    return [f"You wrote before: {text}" for text in quoted]


def in_words(prompt: Prompt, answer: Answer, today: date) -> list[str]:
    """An answer with no mark in it that has to be seen."""
    match answer:
        case Picked(value):
            return [_labels(prompt, (value,))]
        case PickedMany(values):
            return [_labels(prompt, values)]
        case Promised(promises):
            return [_promise(promise, today) for promise in promises]
        case Sorted():
            return _groups(answer, SORT_LABELS)
        case Carried():
            return _groups(answer, CARRY_LABELS)
        case _:
            return lines_of(answer, today)


def _groups(answer: Sorted | Carried, labels: Mapping[str, str]) -> list[str]:
    return [
        f"{spoken_label(label)}: {'; '.join(answer.group(group))}"
        for group, label in labels.items()
        if answer.group(group)
    ]


def _labels(prompt: Prompt, values: Sequence[str]) -> str:
    return ", ".join(choice.label for choice in prompt.choices if choice.value in values)


def _promise(promise: Promise, today: date) -> str:
    by = f", by {say_date(promise.due, today)}" if promise.due else ""
    return f"{promise.text}, {promise.whose.label}{by}"
