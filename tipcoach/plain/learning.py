"""A page on one's own learning line by line: four fields, a look once more, all of it, yes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.coach.learning import Learning
from tipcoach.errors import WrongUsage
from tipcoach.plain.looking_again import look_again
from tipcoach.plain.reading_text import hear_text
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.plain.yes import YES
from tipcoach.practice.learning import CHANGED, IN_WORDS, LEARNED, WAS
from tipcoach.practice.standard import Standard
from tipcoach.reports.as_text import report_text
from tipcoach.reports.learning import learning_report
from tipcoach.reports.lenses import READ_ONCE, identifiers_sentence
from tipcoach.reports.report_files import NOTHING_WRITTEN

OPENING = (
    "Four fields. The month is said and no day, and nobody should be known by it.",
    "back goes one step back, quit leaves, and then nothing is written.",
)
QUESTIONS = {
    WAS: "What it was: what happened, or what you read or heard, in a line or two?",
    LEARNED: "What I learned: what do you see now that you did not see before?",
    CHANGED: "What I changed in how I work: what do you do otherwise now?",
}
WHY = {
    WAS: "Why we ask: it says what the learning came from. Nobody and no place needs to be in it.",
    LEARNED: "Why we ask: this is what the page is for. A sentence is enough.",
    CHANGED: "Why we ask: what is done otherwise shows more than what is known.",
}
WHY_STANDARD = (
    "Why we ask: a professional body may ask which standard it speaks to. One is enough, and "
    "none is an answer."
)
BEGIN_FROM = (
    "In place of words you can type the number of an answer, and it goes in as you wrote it; "
    "several with spaces between them."
)
WRITE_THIS = "Type yes to write exactly this to {}; anything else does not."
WHY_YES = "Why we ask: a file can be read and copied by others."


def learn_in_lines(talk: Talk, coach: Coach, learning: Learning, file: Path) -> bool:
    """Fill in `learning`; whether there was a yes to writing it. Raises `LibraryFault`."""
    try:
        return _Learning(talk, coach, learning, file).through()
    except Turned:
        talk.clear()
        talk.say("", NOTHING_WRITTEN)
        return False
    except KeyboardInterrupt:
        # The quickest way out there is: what was shown must not stay in sight.
        talk.cleared()
        raise


class _Learning:
    def __init__(self, talk: Talk, coach: Coach, learning: Learning, file: Path) -> None:
        self._talk = talk
        self._lenses = coach.lenses
        self._standards = coach.library.standards
        self._learning = learning
        self._file = file

    def through(self) -> bool:
        self._talk.say("tipcoach, plain lines. A page on what you learned.", *OPENING)
        self._show_parts()
        steps: Sequence[Callable[[], None]] = [
            *(partial(self._field, field) for field in IN_WORDS),
            self._standard,
            self._look,
        ]
        at = 0
        while True:
            try:
                if at == len(steps):
                    return self._see_and_say_yes()
                steps[at]()
                at += 1
            except Turned as turned:
                if turned.command is Command.QUIT:
                    raise
                at = max(at - 1, 0) if turned.command is Command.BACK else min(at + 1, len(steps))

    def _show_parts(self) -> None:
        if not self._learning.parts:
            return
        self._talk.say("", "What you wrote in the entry:")
        for number, asked in enumerate(self._learning.parts, 1):
            self._talk.say(f"{number}. {asked.question}", self._learning.words_of_part(asked))
        self._talk.say(BEGIN_FROM)

    def _field(self, field: str) -> None:
        self._talk.say("", QUESTIONS[field])
        if so_far := self._learning.words(field):
            self._talk.say("So far:", so_far, "An empty line keeps it.")
        while True:
            said = hear_text(Asking(self._talk, (WHY[field],)))
            words = self._parts_meant(said) or said
            if not words:
                return
            try:
                self._learning.put(field, words)
            except WrongUsage as fault:
                self._talk.say(str(fault))
                continue
            if words != said:
                self._talk.say("It says now:", self._learning.words(field))
            return

    def _parts_meant(self, said: str) -> str:
        """The words of the answers that are named by number; nothing where words were typed."""
        by_number = {str(n): asked for n, asked in enumerate(self._learning.parts, 1)}
        numbers = said.replace(",", " ").split()
        if not {*numbers} <= {*by_number}:
            return ""
        return "\n".join(self._learning.words_of_part(by_number[number]) for number in numbers)

    def _standard(self) -> None:
        self._talk.say("", "Which standard does it speak to?")
        body = ""
        for number, standard in enumerate(self._standards, 1):
            if standard.body != body:
                self._talk.say(*filter(None, [standard.body]))
            body = standard.body
            self._talk.say(f"{number}. {standard.name}")
        self._talk.say("Answer with as many numbers as you like. An empty line names none.")
        many = len(self._standards)
        picked = Asking(self._talk, (WHY_STANDARD,)).understood(
            self._standards_meant, f"Answer with numbers from 1 to {many}, spaces between them."
        )
        self._learning.standards = picked or self._learning.standards

    def _standards_meant(self, said: str) -> tuple[Standard, ...] | None:
        by_number = {str(n): standard for n, standard in enumerate(self._standards, 1)}
        numbers = {*said.replace(",", " ").split()}
        if not numbers <= {*by_number}:
            return None
        return tuple(standard for n, standard in by_number.items() if n in numbers)

    def _look(self) -> None:
        many = len(self._learning.notices())
        sentence = identifiers_sentence(many, is_looked_at=self._learning.is_looked_at)
        self._talk.say("", sentence, *map(str, self._lenses.untold()), READ_ONCE)
        look_again(
            self._talk,
            self._learning.notices,
            name_of=IN_WORDS.__getitem__,
            words_at=self._learning.words,
            put=self._learning.put,
        )

    def _see_and_say_yes(self) -> bool:
        page = self._learning.page()
        self._talk.say("")
        self._talk.in_pieces(report_text(learning_report(page)))
        self._talk.say("", WRITE_THIS.format(self._file))
        try:
            if Asking(self._talk, (WHY_YES,)).agreed(YES):
                return True
        except Turned as turned:
            if turned.command in (Command.BACK, Command.QUIT):
                raise
        self._talk.say(NOTHING_WRITTEN)
        return False
