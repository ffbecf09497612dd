"""The record of a session: what both agreed, in the few fields that it has.

Nothing in it is about how anybody does their job, and there is no field for it: the best-known
harm from reflective notes came of a supervisor's own note of a talk (practice evidence 7.1).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tipcoach.practice.answer import Answer, Lines, PickedMany, Promised, Text
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import ACTIONS, HELPED, ONE_TO_ONE, RAISE, THEMES

KINDS_OF_THEME = ("safety", "trust", "choice", "collaboration", "empowerment", "our-system")
"""The five principles, and what the system did."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What was agreed on one day. Of an action, `mine` is its writer's: the supervisor's.

    `themes` are ids of what it was about, `upwards` what shall be raised there, a line each.
    """

    held_on: date
    actions: tuple[Promise, ...]
    themes: tuple[str, ...]
    upwards: tuple[str, ...]
    helped: str

    @property
    def is_empty(self) -> bool:
        return not (self.actions or self.themes or self.upwards or self.helped)


def has_a_record(entry: Entry) -> bool:
    """Whether an entry is of a session of two: a group and a team keep nothing for anybody."""
    return entry.kind is Kind.SESSION and entry.checklist_id == ONE_TO_ONE


def record_of(entry: Entry) -> SessionRecord:
    """The record in a session's entry: its known fields, whatever else was asked."""
    actions = entry.answer_to(ACTIONS)
    return SessionRecord(
        held_on=entry.created.date(),
        actions=actions.promises if isinstance(actions, Promised) else (),
        themes=tuple(value for value in _themes(entry) if value in KINDS_OF_THEME),
        upwards=_upwards(entry),
        helped=_helped(entry),
    )


def texts_of_record(record: SessionRecord) -> Iterator[tuple[str, str]]:
    """Every text in a record that somebody typed, each with the question it answers."""
    yield from ((ACTIONS, each.text) for each in record.actions)
    yield from ((RAISE[0], each) for each in record.upwards)
    if record.helped:
        yield HELPED[0], record.helped


def turned_round(record: SessionRecord) -> SessionRecord:
    """The same record from the other chair: what is the writer's is theirs, and the other's mine.

    Another team's and what is for both stay as they are.
    """
    return replace(
        record, actions=tuple(replace(each, whose=_TURNED[each.whose]) for each in record.actions)
    )


_TURNED = {whose: whose for whose in Whose} | {
    Whose.MINE: Whose.THEIRS,
    Whose.THEIRS: Whose.MINE,
}


def as_asked(record: SessionRecord, prompts: tuple[Prompt, ...]) -> tuple[Asked, ...]:
    """A record as the answers of an entry, under the questions of a session's checklist."""
    answers = dict(_answers(record))
    return tuple(
        Asked(
            prompt=prompt.id,
            principle=prompt.principle,
            question=prompt.question,
            form=prompt.form,
            outcome=Outcome.ANSWERED,
            answer=answer,
            label=_label(prompt, answer),
        )
        for prompt in prompts
        if (answer := answers.get(prompt.id)) is not None
    )


def _answers(record: SessionRecord) -> Iterator[tuple[str, Answer]]:
    if record.upwards:
        yield RAISE[0], Lines(record.upwards)
    if record.actions:
        yield ACTIONS, Promised(record.actions)
    if record.themes:
        yield THEMES[0], PickedMany(record.themes)
    if record.helped:
        yield HELPED[0], Text(record.helped)


def _label(prompt: Prompt, answer: Answer) -> str:
    if not isinstance(answer, PickedMany):
        return ""
    chosen = (prompt.choice(value) for value in answer.values)
    return ", ".join(choice.label for choice in chosen if choice is not None)


def _themes(entry: Entry) -> tuple[str, ...]:
    answer = entry.answer_to(THEMES[0])
    return answer.values if isinstance(answer, PickedMany) else ()


def _upwards(entry: Entry) -> tuple[str, ...]:
    answer = entry.answer_to(RAISE[0])
    return answer.lines if isinstance(answer, Lines) else ()


def _helped(entry: Entry) -> str:
    answer = entry.answer_to(HELPED[0])
    return answer.text if isinstance(answer, Text) else ""
