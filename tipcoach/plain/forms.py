"""One reader for each form an answer can take.

A reader asks for its lines and holds the answer after every one of them, not only at the
end: a list half typed when the line drops is a list half kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from tipcoach.plain.answering import Answering, gather, long_line
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.on_screen_only import read_on_screen_only
from tipcoach.plain.promise_lines import read_promises
from tipcoach.plain.talk import FULL_STOP
from tipcoach.practice.answer import (
    CARRY_LABELS,
    SORT_LABELS,
    AnswerForm,
    Carried,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Prompt

Grouped = TypeVar("Grouped", Sorted, Carried)


def read_answer(answering: Answering) -> None:
    """Ask for the answer to a prompt, and hold it as it grows; an empty line leaves it as it is.

    Raises `Turned` for a command, or `AnswerNotTaken`.
    """
    _READERS[answering.prompt.form](answering)


def _text(answering: Answering) -> None:
    if answering.held is None:
        answering.say("In your words, or an empty line skips.")
    take_text(answering, answering.asking.line())


def take_text(answering: Answering, line: str) -> None:
    """Hold the text that begins with `line`, as `read_answer` does."""
    if line == FULL_STOP:
        _long_text(answering)
    elif line:
        answering.hold(Text(line))


def _long_text(answering: Answering) -> None:
    answering.say("A long answer. Every line is kept; a full stop alone on a line ends it.")
    gather(
        lambda: long_line(answering),
        lambda lines: answering.hold(Text("\n".join(lines))),
        ends=(FULL_STOP,),
    )


def _one_word(answering: Answering) -> None:
    answering.how("One word.")
    if line := answering.asking.line():
        answering.hold(Text(line))


def _pick_one(answering: Answering) -> None:
    choices = answering.prompt.choices
    answering.say(*rows(choices))
    answering.how("Answer with a number or the words.")
    picked = answering.asking.understood(lambda said: chosen(said, choices), not_one_of(choices))
    if picked:
        answering.hold(Picked(picked.value))


def _pick_many(answering: Answering) -> None:
    choices = answering.prompt.choices
    answering.say(*rows(choices))
    answering.how("Answer with as many numbers as you like, spaces between them.")
    picked = answering.asking.understood(
        lambda said: _several(said, answering.prompt),
        f"Answer with numbers from 1 to {len(choices)}, spaces or commas between them.",
    )
    if picked:
        answering.hold(picked)


def _several(said: str, prompt: Prompt) -> PickedMany | None:
    """The choices that numbers such as `1, 3` stand for; `None` when one stands for nothing."""
    by_number = {str(number): value for number, value in enumerate(prompt.values, 1)}
    numbers = said.replace(",", " ").split()
    if not numbers or not set(numbers) <= set(by_number):
        return None
    return PickedMany(tuple(by_number[number] for number in by_number if number in numbers))


def _yes_not_yet(answering: Answering) -> None:
    answering.how("Answer yes or not yet.")
    answer = answering.asking.understood(
        lambda said: _YES_NOT_YET.get(said.casefold()), "Answer yes or not yet."
    )
    if answer:
        answering.hold(answer)


_YES_NOT_YET = {
    **dict.fromkeys(("yes", "y"), YesNotYet(True)),
    **dict.fromkeys(("not yet", "not-yet", "n", "no"), YesNotYet(False)),
}


def _list(answering: Answering) -> None:
    answering.say("One thing a line; notes are enough. An empty line ends it.")
    gather(answering.asking.line, lambda lines: answering.hold(Lines(lines)))


def _sort(answering: Answering) -> None:
    held = answering.held if isinstance(answering.held, Sorted) else Sorted()
    _in_groups(answering, held, SORT_LABELS)


def _mine_ours_system(answering: Answering) -> None:
    held = answering.held if isinstance(answering.held, Carried) else Carried()
    _in_groups(answering, held, CARRY_LABELS)


def _in_groups(answering: Answering, grouped: Grouped, labels: Mapping[str, str]) -> None:
    """One group after the other; `labels` are their names on the screen."""
    answering.say("Three groups, one thing a line. An empty line goes to the next group.")
    for group, label in labels.items():
        answering.say(f"{spoken_label(label)}:")
        grouped = _with_group(answering, grouped, group)


def _with_group(answering: Answering, grouped: Grouped, group: str) -> Grouped:
    """The groups with one of them typed anew, or as they were when nothing is typed."""
    if grouped.group(group):
        answering.say(f"So far: {'; '.join(grouped.group(group))}")
    lines = gather(
        answering.asking.line,
        lambda lines: answering.hold(replace(grouped, **{group: lines})),
    )
    return replace(grouped, **{group: lines}) if lines else grouped


def spoken_label(label: str) -> str:
    """The name of a group, without the dot that a screen reader would read out."""
    return label.replace(" · ", ", ")


def _if_then(answering: Answering) -> None:
    """Two lines, each kept as it was when nothing is typed for it."""
    plan = answering.held if isinstance(answering.held, IfThen) else IfThen()
    answering.how("Two lines, what may happen and what you will do.")
    answering.say("If:")
    if moment := answering.asking.line():
        plan = replace(plan, if_=moment)
        answering.hold(plan)
    elif not answering.held:
        return
    answering.say("Then I will:")
    if deed := answering.asking.line():
        answering.hold(replace(plan, then=deed))


def _say_only(answering: Answering) -> None:
    answering.say("Say it out loud if you can. Nothing of it is kept. Enter goes on.")
    if answering.asking.line():
        answering.say("What you typed is not kept.")


_READERS: Mapping[AnswerForm, Callable[[Answering], None]] = {
    AnswerForm.TEXT: _text,
    AnswerForm.ONE_WORD: _one_word,
    AnswerForm.PICK_ONE: _pick_one,
    AnswerForm.PICK_MANY: _pick_many,
    AnswerForm.YES_NOT_YET: _yes_not_yet,
    AnswerForm.LIST: _list,
    AnswerForm.SORT: _sort,
    AnswerForm.MINE_OURS_SYSTEM: _mine_ours_system,
    AnswerForm.PROMISE: read_promises,
    AnswerForm.IF_THEN: _if_then,
    AnswerForm.SAY_ONLY: _say_only,
    AnswerForm.ON_SCREEN_ONLY: read_on_screen_only,
}
