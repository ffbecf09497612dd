"""Other words put where a notice stands, in one text or in an answer of several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tipcoach.practice.answer import (
    CARRY_GROUPS,
    SORT_GROUPS,
    Answer,
    Carried,
    IfThen,
    Lines,
    Promised,
    Sorted,
    Text,
)
from tipcoach.practice.lenses.notice import Lens, Notice

_ENDS_A_SENTENCE = ".?!:…\n"
_OPENS = " \t“”‘’\"'([-*•"
Grouped = TypeVar("Grouped", Sorted, Carried)


def with_instead(text: str, notice: Notice, *, goes_on: bool = False) -> str:
    """`text` with the other words of `notice` where its quote stands, as `put_for_it` has them."""
    words = put_for_it(text, notice, goes_on=goes_on)
    return f"{text[: notice.start]}{words}{text[notice.end :]}"


def put_for_it(text: str, notice: Notice, *, goes_on: bool = False) -> str:
    """The other words of `notice`, as they stand in `text`.

    A capital stays where a sentence begins; that of a name goes with the name. A text that
    `goes_on` is part of a sentence that stands before it.
    """
    words = notice.instead
    before = text[: notice.start].rstrip(_OPENS)
    begins = before[-1] in _ENDS_A_SENTENCE if before else not goes_on
    if notice.quote[:1].isupper() and (notice.lens is Lens.WORDING or begins):
        return f"{words[:1].upper()}{words[1:]}"
    return words


def with_text(answer: Answer, place: int, text: str) -> Answer:
    """`answer` with another text at a place of `texts_of`; as it is where there is none."""
    match answer:
        case Text():
            return Text(text)
        case Lines(lines):
            return Lines(_at(lines, place, text))
        case Sorted():
            return _in_its_group(answer, SORT_GROUPS, place, text)
        case Carried():
            return _in_its_group(answer, CARRY_GROUPS, place, text)
        case Promised(promises):
            return Promised(
                tuple(
                    replace(one, text=text) if n == place else one for n, one in enumerate(promises)
                )
            )
        case IfThen(if_, _):
            is_first = place == 0 and bool(if_)
            return replace(answer, if_=text) if is_first else replace(answer, then=text)
    return answer


def _in_its_group(answer: Grouped, names: Sequence[str], place: int, text: str) -> Grouped:
    for name in names:
        lines = answer.group(name)
        if place < len(lines):
            return replace(answer, **{name: _at(lines, place, text)})
        place -= len(lines)
    return answer


def _at(lines: Sequence[str], place: int, text: str) -> tuple[str, ...]:
    return tuple(text if n == place else line for n, line in enumerate(lines))
