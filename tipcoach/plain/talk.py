"""Saying and hearing: clean, wrapped lines go out, and typed lines come in one at a time.

Nothing is written that moves a cursor, sets a colour or goes back over a line, so that a screen
reader, a braille row or a file of output all get the same words in order. The one exception is
`Talk.clear`, in a terminal alone, once somebody leaves or lets something go.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TextIO, TypeVar

from tipcoach.plain import other_keys
from tipcoach.plain.clearing import CLEAR, can_be_cleared
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.reports.wrapping import wrap

WIDTH = 78

CLEARED = (
    "The screen was cleared as far as this terminal allows. It may keep older lines: close its "
    "window when you are done."
)
NOTHING_TO_LOOK_AT = "There is nothing to look at here."
PIECE = 18
"""The lines of a piece of a long text, about what can be taken in at once."""
REST, ENOUGH = "rest", "enough"
GOES_ON = "There is more. An empty line goes on; rest says all of it, enough leaves it here."
STAYS = "The lines above stay: they cannot be cleared from here."

T = TypeVar("T")


class Command(StrEnum):
    """A word that is a command when it stands alone on a line."""

    BACK = "back"
    SKIP = "skip"
    WHY = "why"
    LOOK = "look"
    FINISH = "finish"
    QUIT = "quit"
    HELP = "?"


COMMANDS = (
    "Words alone on a line are commands.",
    "back: the question before.",
    "skip: go on, and keep any answer that is there.",
    "why: why this is asked, and where it comes from.",
    "look: look at a notice, where there is one.",
    "finish: go to the end from here.",
    "quit: save and leave.",
    "?: these lines again.",
    "A backslash before such a word, as in \\skip, types the word itself.",
    "An empty line skips a question, or keeps the answer already there.",
    "A full stop alone on a line begins a long answer, and another one ends it.",
    "No editor is opened from here: write in your own, and paste its lines into a long answer.",
)


EYES, AGENDA, FEW = "eyes", "agenda", "few"
WHAT_THEY_SAY = {
    FEW: "few: only the few questions of a bad day; again, all of them. No answer is lost.",
    EYES: "eyes: another question, for when the talk is stuck. It changes nothing here.",
    AGENDA: "agenda: what was brought, and what was agreed last time. It changes nothing here.",
}
"""Words that are known only where there is something for them to do, and are text elsewhere."""


FULL_STOP = "."


class Turned(Exception):
    """The officer turned elsewhere in the middle of a question.

    An exception, because a command can come at any line of any answer, and what was being
    asked has nothing left to do then. `input_ended` tells a closed pipe from the word quit.
    """

    def __init__(self, command: Command, *, input_ended: bool = False) -> None:
        super().__init__(command)
        self.command = command
        self.input_ended = input_ended


class Talk:
    """The lines that come in and the lines that go out."""

    def __init__(self, lines: TextIO, out: TextIO) -> None:
        self._lines = lines
        self._out = out
        # In a pipe nobody's Enter would end the row that the mark begins.
        self._mark = "> " if lines.isatty() else ""

    def say(self, *paragraphs: str) -> None:
        """Say each paragraph, wrapped; an empty one is an empty line."""
        for paragraph in paragraphs:
            for line in wrap(clean(paragraph), WIDTH):
                self._out.write(f"{line}\n")

    def show(self, text: str) -> None:
        """Say text that is laid out already, such as a card."""
        self._out.write(f"{clean(text).rstrip()}\n")

    def in_pieces(self, text: str) -> bool:
        """Say a long text that is laid out already, a piece at a time where somebody listens;
        whether all of it was said. Raises `Turned` when there are no more lines to hear."""
        lines = clean(text).rstrip().split("\n")
        while self._lines.isatty() and len(lines) > PIECE:
            here, lines = _piece(lines)
            self._out.write("\n".join(here) + "\n")
            self.say(GOES_ON)
            said = self.hear().casefold()
            if said == ENOUGH:
                return False
            if said == REST:
                break
        self._out.write("\n".join(lines) + "\n")
        return True

    def clear(self) -> None:
        """Take away what was said and typed, as far as the terminal allows, and say how far."""
        if not self.cleared():
            self.say("", STAYS)

    def cleared(self) -> bool:
        """Whether it was taken away, which is said then; where it was not, nothing is said.

        Where the lines come from a file nobody is there to ask for it, so nothing is taken away.
        """
        if not (self._lines.isatty() and can_be_cleared(self._out)):
            return False
        self._out.write(CLEAR)
        self.say(CLEARED)
        return True

    def hear(self) -> str:
        """The next line typed, cleaned. Raises `Turned` when there are no more."""
        self._out.write(self._mark)
        self._out.flush()
        line = self._lines.readline()
        if not line:
            raise Turned(Command.QUIT, input_ended=True)
        return clean_line(line.rstrip("\r\n")).rstrip()

    def hear_of_several(self) -> str:
        """The next line of a text that a full stop alone on a line ends.

        Keys that type no letter are no line of it, nor do they keep a full stop from ending it.
        """
        while other_keys.are_all_there_is(line := self.hear()):
            self.say(other_keys.NOT_TAKEN)
        return FULL_STOP if other_keys.without(line).strip() == FULL_STOP else line


@dataclass(frozen=True, slots=True)
class Asking:
    """One question being asked: `why`, `look` and `?` are answered here, between its lines.

    A line of keys that type no letter is no answer to anything, and is asked for again.
    `look` shows the notices there are. `beside` are words that say something here, such as eyes;
    elsewhere they are words like any other.
    """

    talk: Talk
    why: Sequence[str]
    look: Callable[[], None] | None = None
    beside: Mapping[str, Callable[[], None]] = field(default_factory=dict)

    def line(self) -> str:
        """The next line for the question. Raises `Turned` when it is a command to go elsewhere."""
        while True:
            line = self.talk.hear().strip()
            match command_in(line):
                case None if other_keys.are_all_there_is(line):
                    self.talk.say(other_keys.NOT_TAKEN)
                case None if say := self.beside.get(line.casefold()):
                    say()
                case None if line[:1] == "\\" and line[1:].casefold() in self.beside:
                    return line[1:]
                case None:
                    return without_backslash(line)
                case Command.WHY:
                    self.talk.say(*self.why)
                case Command.LOOK if self.look:
                    self.look()
                case Command.LOOK:
                    self.talk.say(NOTHING_TO_LOOK_AT)
                case Command.HELP:
                    self.talk.say(*COMMANDS, *(WHAT_THEY_SAY[word] for word in self.beside))
                case command:
                    raise Turned(command)

    def understood(self, understand: Callable[[str], T | None], otherwise: str) -> T | None:
        """Hear lines until one is understood, saying `otherwise` in between.

        `None` for an empty line: nothing was said.
        """
        while line := self.line():
            meant = understand(line)
            if meant is not None:
                return meant
            self.talk.say(otherwise)
        return None

    def word(self, *words: str) -> str | None:
        """Offer words, and hear which of them is typed; `None` for an empty line."""
        offer = f"Answer {', '.join(words[:-1])} or {words[-1]}."
        self.talk.say(offer)
        return self.understood(
            lambda said: said.casefold() if said.casefold() in words else None, offer
        )

    def agreed(self, word: str) -> bool:
        """Whether `word` is what is typed; anything else is a no, because nothing is lost by it.

        A line with a key in it that types no letter is neither: it is asked for again.
        """
        while other_keys.are_among(line := self.line()):
            self.talk.say(other_keys.NOT_TAKEN)
        return line.casefold() == word


def _piece(lines: list[str]) -> tuple[list[str], list[str]]:
    """The next piece and what is left, broken at an empty line where one is near."""
    end = max((n for n, line in enumerate(lines[:PIECE]) if n and not line), default=PIECE)
    return lines[:end], lines[end:]


def command_in(line: str) -> Command | None:
    """The command that a line is, in small letters or capitals."""
    word = line.strip().casefold()
    return next((command for command in Command if command.value == word), None)


def without_backslash(line: str) -> str:
    """`\\skip` is how the word itself is typed."""
    return line[1:] if line.startswith("\\") and command_in(line[1:]) else line


def capitalised(words: str) -> str:
    """Words as the beginning of a sentence; the rest is left as it is written."""
    return f"{words[:1].upper()}{words[1:]}"


def ask_again(
    talk: Talk, ask: Callable[[], T], otherwise: str, leads: Sequence[Command] = (Command.QUIT,)
) -> T:
    """Ask until there is an answer; of the commands only those in `leads` lead away from here."""
    while True:
        try:
            return ask()
        except Turned as turned:
            if turned.command in leads:
                raise
            talk.say(otherwise)
