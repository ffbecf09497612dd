"""One reader for each form an answer can take.

A reader asks for its lines and holds the answer after every one of them, not only at the
end: a list half typed when the line drops is a list half kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tipcoach.errors import AnswerNotTaken
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.talk import Asking, ask_again, command_in, without_backslash
from tipcoach.practice.answer import (
    CARRY_LABELS,
    SORT_LABELS,
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
    is_empty,
)
from tipcoach.practice.checklist import Choice, Prompt
from tipcoach.practice.promises import Promise, Whose, say_date, understand_date
from tipcoach.practice.session import ACTIONS

FULL_STOP = "."
ENDS = ("", FULL_STOP)
Grouped = TypeVar("Grouped", Sorted, Carried)
KEEP, LET_GO = "keep", "let go"
SKIPS = "An empty line skips."
NO_DAY = (
    "I do not know that day. Friday, in two weeks, 3 Dec or 2026-12-03 would do; the same words "
    "again keep them with it, and an empty line leaves it open."
)
WHOSE = tuple(Choice(whose.value, whose.label) for whose in Whose)


@dataclass(frozen=True, slots=True)
class Answering:
    """A prompt being answered. `held` is the answer it has, and `hold` takes another.

    `hold` raises `AnswerNotTaken`; what was held before is then still held.
    """

    asking: Asking
    prompt: Prompt
    held: Answer | None
    hold: Callable[[Answer], None]
    today: date

    def say(self, *paragraphs: str) -> None:
        self.asking.talk.say(*paragraphs)

    def how(self, sentence: str) -> None:
        """Say what can be answered, and the shortest way out where there is no answer yet: of one
        that is there it has been said already that an empty line keeps it."""
        self.say(sentence if self.held is not None else f"{sentence} {SKIPS}")


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
    _gather(
        lambda: _long_line(answering),
        lambda lines: answering.hold(Text("\n".join(lines))),
        ends=(FULL_STOP,),
    )


def _long_line(answering: Answering) -> str:
    """A line of a long answer. Here a command is text: a pasted text may hold such a word."""
    line = answering.asking.talk.hear()
    if line.strip() == FULL_STOP:
        return FULL_STOP
    if command_in(line):
        answering.say("Taken as text. A full stop alone on a line ends the long answer.")
    return without_backslash(line)


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
    _gather(answering.asking.line, lambda lines: answering.hold(Lines(lines)))


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
    lines = _gather(
        answering.asking.line,
        lambda lines: answering.hold(replace(grouped, **{group: lines})),
    )
    return replace(grouped, **{group: lines}) if lines else grouped


def spoken_label(label: str) -> str:
    """The name of a group, without the dot that a screen reader would read out."""
    return label.replace(" · ", ", ")


def _promises(answering: Answering) -> None:
    made: tuple[Promise, ...] = ()
    of_both = answering.prompt.id == ACTIONS
    answering.say(f"Enough for {'the two of us' if of_both else 'me'} to know it, nobody else.")
    question = "What was said would happen? An empty line if nothing was."
    while True:
        answering.say(question)
        text = answering.asking.line()
        if text in ENDS:
            return
        made = _promise(answering, made, Promise(text))
        question = "What else? An empty line if there is no more."


def _promise(
    answering: Answering, made: tuple[Promise, ...], promise: Promise
) -> tuple[Promise, ...]:
    """Every promise so far, with this one; held at once, before its day and owner are known."""
    answering.hold(Promised((*made, promise)))
    promise = _with_day(answering, promise)
    answering.hold(Promised((*made, promise)))
    promise = replace(promise, whose=_whose(answering))
    answering.hold(Promised((*made, promise)))
    return (*made, promise)


def _with_day(answering: Answering, promise: Promise) -> Promise:
    """The promise with its day. Words that are none, said twice, were meant: they stay with it."""
    answering.say("By when? Such as friday, in two weeks or 3 Dec. An empty line leaves it open.")
    before = ""
    while said := answering.asking.line():
        if due := understand_date(said, answering.today):
            answering.say(f"{say_date(due, answering.today)}.")
            return replace(promise, due=due)
        if said == before:
            return replace(promise, text=f"{promise.text}, {said}")
        before = said
        answering.say(NO_DAY)
    return promise


def _whose(answering: Answering) -> Whose:
    answering.say("Whose is it?", *rows(WHOSE), "An empty line is mine.")
    picked = answering.asking.understood(lambda said: chosen(said, WHOSE), not_one_of(WHOSE))
    return Whose(picked.value) if picked else Whose.MINE


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


def _on_screen_only(answering: Answering) -> None:
    """Lines that are handed to nobody unless the officer chooses to keep them."""
    if answering.held is not None:
        _kept_by_choice(answering)
        return
    answering.say(
        "This terminal may keep on its own screen what is typed.",
        "As many lines as you like; a full stop alone on a line ends it. An empty line skips.",
    )
    told = _told(answering)
    if is_empty(told):
        answering.say("Skipped.")
    elif _keeps_or_lets_go(answering, "keep: it is saved. An empty line lets it go.") == KEEP:
        answering.hold(told)
        answering.say("Kept.")
    else:
        _say_let_go(answering)


def _told(answering: Answering) -> Text:
    """The lines as one text. A command at the first of them leads away, as at any question.

    Raises `AnswerNotTaken` when the first alone is too long.
    """
    told = Text("")

    def hold(lines: tuple[str, ...]) -> None:
        nonlocal told
        text = Text("\n".join(lines))
        check_length(text)
        told = text

    first = answering.asking.line()
    if not first:
        return told
    before = () if first == FULL_STOP else (first,)
    hold(before)
    try:
        _gather(
            lambda: _long_line(answering),
            lambda lines: hold((*before, *lines)),
            # An empty line is part of it: what comes after one in a long paste must not be
            # taken for the answer to the next question, which is saved.
            ends=(FULL_STOP,),
        )
    except AnswerNotTaken as fault:
        answering.say(str(fault))
    return told


def _kept_by_choice(answering: Answering) -> None:
    if _keeps_or_lets_go(answering, "let go: it is taken out. An empty line keeps it.") == LET_GO:
        answering.hold(Text(""))
        _say_let_go(answering)
    else:
        answering.say("Your answer stays as it was.")


def _keeps_or_lets_go(answering: Answering, meaning: str) -> str | None:
    """Which of the two words is typed; of the commands quit alone leads away from here."""
    answering.say(meaning)
    return ask_again(
        answering.asking.talk, lambda: answering.asking.word(KEEP, LET_GO), f"First this. {meaning}"
    )


def _say_let_go(answering: Answering) -> None:
    answering.asking.talk.clear()
    answering.say("Let go. Nothing of it is saved.")


def _gather(
    hear: Callable[[], str],
    hold: Callable[[tuple[str, ...]], None],
    ends: tuple[str, ...] = ENDS,
) -> tuple[str, ...]:
    """Hear lines until one of `ends`, holding them all after each; return those held.

    A line too many is refused only once the last has come: the rest of a long paste must
    not be taken for the answer to what is asked next. Raises `AnswerNotTaken` then.
    """
    held: tuple[str, ...] = ()
    refused: AnswerNotTaken | None = None
    left_out = 0
    while (line := hear()) not in ends:
        if refused is None:
            try:
                hold((*held, line))
                held = (*held, line)
                continue
            except AnswerNotTaken as fault:
                refused = fault
        left_out += 1
    if refused:
        lines = "line is" if left_out == 1 else f"{left_out} lines are"
        raise AnswerNotTaken(refused.sentence, f"The last {lines} not held; the rest is.")
    return held


_READERS: Mapping[AnswerForm, Callable[[Answering], None]] = {
    AnswerForm.TEXT: _text,
    AnswerForm.ONE_WORD: _one_word,
    AnswerForm.PICK_ONE: _pick_one,
    AnswerForm.PICK_MANY: _pick_many,
    AnswerForm.YES_NOT_YET: _yes_not_yet,
    AnswerForm.LIST: _list,
    AnswerForm.SORT: _sort,
    AnswerForm.MINE_OURS_SYSTEM: _mine_ours_system,
    AnswerForm.PROMISE: _promises,
    AnswerForm.IF_THEN: _if_then,
    AnswerForm.SAY_ONLY: _say_only,
    AnswerForm.ON_SCREEN_ONLY: _on_screen_only,
}
