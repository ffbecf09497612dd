"""Answers as the one plain shape each has in files, and back.

The shapes are those of JSON and of `--answers`; a journal file and an answers file read alike.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias, TypeGuard

from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    CARRY_GROUPS,
    NOT_YET,
    SORT_GROUPS,
    YES,
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
    check_length,
)
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import Promise, Whose

Shape: TypeAlias = str | list[str] | dict[str, list[str]] | dict[str, str] | list[dict[str, str]]


def shape_of(answer: Answer) -> Shape:
    """The plain shape of an answer, as journal and answers files write it."""
    match answer:
        case Text(text):
            return text
        case Picked(value):
            return value
        case PickedMany(values):
            return list(values)
        case YesNotYet(yes):
            return YES if yes else NOT_YET
        case Lines(lines):
            return list(lines)
        case Sorted():
            return {name: list(answer.group(name)) for name in SORT_GROUPS}
        case Carried():
            return {name: list(answer.group(name)) for name in CARRY_GROUPS}
        case Promised(promises):
            return [_promise_shape(promise) for promise in promises]
        case IfThen(if_, then):
            return {"if": if_, "then": then}


def _promise_shape(promise: Promise) -> dict[str, str]:
    due = {"due": promise.due.isoformat()} if promise.due else {}
    return {"text": promise.text, **due, "whose": promise.whose.value}


def read_shape(form: AnswerForm, values: Sequence[str], shape: object) -> Answer:
    """Return the answer a plain shape stands for.

    `values` are those of the prompt's choices. Raises `AnswerNotTaken` with a sentence that
    says which shape was wanted; the sentence never repeats the text.
    """
    answer = _READERS[form](shape, values)
    check_length(answer)
    return answer


def _wrong(wanted: str) -> AnswerNotTaken:
    return AnswerNotTaken(f"wants {wanted}.")


def _read_text(shape: object, _: Sequence[str]) -> Answer:
    if not isinstance(shape, str):
        raise _wrong('text in quotes, such as "we said we would ring"')
    return Text(shape)


def _read_word(shape: object, _: Sequence[str]) -> Answer:
    if not isinstance(shape, str):
        raise _wrong('one word in quotes, such as "tired"')
    return Text(clean_line(shape))


def _read_picked(shape: object, values: Sequence[str]) -> Answer:
    if not isinstance(shape, str) or shape not in values:
        raise _wrong(f"one of: {', '.join(values)}")
    return Picked(shape)


def _read_many(shape: object, values: Sequence[str]) -> Answer:
    if not _is_list_of_text(shape) or not set(shape) <= set(values):
        raise _wrong(f"a list of any of: {', '.join(values)}")
    return PickedMany(tuple(value for value in values if value in shape))


def _read_yes(shape: object, _: Sequence[str]) -> Answer:
    said = {True: True, False: False, YES: True, NOT_YET: False}
    if not isinstance(shape, bool | str) or shape not in said:
        raise _wrong("yes or not yet")
    return YesNotYet(said[shape])


def _read_lines(shape: object, _: Sequence[str]) -> Answer:
    if not _is_list_of_text(shape):
        raise _wrong('a list of lines, such as ["one", "two"]')
    return Lines(tuple(shape))


def _read_sorted(shape: object, _: Sequence[str]) -> Answer:
    return Sorted(**_read_groups(shape, SORT_GROUPS))


def _read_carried(shape: object, _: Sequence[str]) -> Answer:
    return Carried(**_read_groups(shape, CARRY_GROUPS))


def _read_groups(shape: object, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    if (
        not isinstance(shape, Mapping)
        or not set(shape) <= set(names)
        or not all(_is_list_of_text(lines) for lines in shape.values())
    ):
        raise _wrong(f"{{{': [], '.join(names)}: []}}, lines in each")
    return {name: tuple(lines) for name, lines in shape.items()}


def _read_promised(shape: object, _: Sequence[str]) -> Answer:
    wanted = "[{text, due: 2026-12-01, whose: mine|theirs|ours|another-team}]"
    if not isinstance(shape, Sequence) or isinstance(shape, str):
        raise _wrong(wanted)
    promises = []
    for item in shape:
        if not isinstance(item, Mapping) or not set(item) <= {"text", "due", "whose"}:
            raise _wrong(wanted)
        text, due, whose = item.get("text"), item.get("due"), item.get("whose", Whose.MINE.value)
        if not isinstance(text, str) or not text.strip() or whose not in list(Whose):
            raise _wrong(wanted)
        promises.append(Promise(text, _read_due(due), Whose(whose)))
    return Promised(tuple(promises))


def _read_due(due: object) -> date | None:
    if due is None or (isinstance(due, date) and not isinstance(due, datetime)):
        return due
    try:
        return date.fromisoformat(due) if isinstance(due, str) else date.fromisoformat("")
    except ValueError:
        raise _wrong("a day such as 2026-12-01 for when it is due") from None


def _read_if_then(shape: object, _: Sequence[str]) -> Answer:
    if (
        not isinstance(shape, Mapping)
        or not set(shape) <= {"if", "then"}
        or not all(isinstance(half, str) for half in shape.values())
    ):
        raise _wrong("{if: ..., then: ...}, both in quotes")
    return IfThen(shape.get("if", ""), shape.get("then", ""))


def _read_nothing(_: object, __: Sequence[str]) -> Answer:
    raise _wrong("no answer: it is to be said, and nothing of it is kept")


def _is_list_of_text(shape: object) -> TypeGuard[Sequence[str]]:
    return (
        isinstance(shape, Sequence)
        and not isinstance(shape, str)
        and all(isinstance(line, str) for line in shape)
    )


_READERS = {
    AnswerForm.TEXT: _read_text,
    AnswerForm.ONE_WORD: _read_word,
    AnswerForm.PICK_ONE: _read_picked,
    AnswerForm.PICK_MANY: _read_many,
    AnswerForm.YES_NOT_YET: _read_yes,
    AnswerForm.LIST: _read_lines,
    AnswerForm.SORT: _read_sorted,
    AnswerForm.PROMISE: _read_promised,
    AnswerForm.IF_THEN: _read_if_then,
    AnswerForm.SAY_ONLY: _read_nothing,
    AnswerForm.ON_SCREEN_ONLY: _read_text,
    AnswerForm.MINE_OURS_SYSTEM: _read_carried,
}
