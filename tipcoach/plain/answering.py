"""A prompt being answered, and the lines that are heard for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tipcoach.errors import AnswerNotTaken
from tipcoach.plain.talk import FULL_STOP, Asking, command_in, without_backslash
from tipcoach.practice.answer import (
    Answer,
)
from tipcoach.practice.checklist import Prompt

ENDS = ("", FULL_STOP)
SKIPS = "An empty line skips."


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


def long_line(answering: Answering) -> str:
    """A line of a long answer. Here a command is text: a pasted text may hold such a word."""
    line = answering.asking.talk.hear_of_several()
    if command_in(line):
        answering.say("Taken as text. A full stop alone on a line ends the long answer.")
    return without_backslash(line)


def gather(
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
