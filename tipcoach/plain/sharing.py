"""Share parts of an entry line by line: choose, reword, ask, look once more, see all of it, yes."""

from collections.abc import Callable, Sequence

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import principles
from tipcoach.coach.sharing import QUESTION, Preparing
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.choosing_parts import WHY, Parts
from tipcoach.plain.looking_again import look_again
from tipcoach.plain.reading_text import hear_text
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.plain.yes import YES
from tipcoach.practice.checklist import Choice, Principle
from tipcoach.practice.shared_copy import MOST_IN_A_QUESTION
from tipcoach.reports.lenses import READ_ONCE
from tipcoach.reports.shared_copies import promise_lines
from tipcoach.reports.sharing import (
    HEAVY,
    NOTHING_SHARED,
    SHARE_THIS,
    WHY_YES,
    lens_sentence,
    place_of,
    preview_text,
    shared_sentences,
)

OPENING = (
    "Nothing is chosen, and nothing is shared before you have seen all of it and said yes.",
    "The entry itself stays as it is, on this machine.",
    "back goes one step back, quit leaves, and then nothing is shared.",
)
WHY_HEAVY = (
    "Why we ask: what was hard to hear can be hard to read. A reader who knows can choose when."
)
NO, REWORD, WARN = "no", "reword", "warn"
HEAVY_CHOICES = (
    Choice(NO, "no"),
    Choice(REWORD, "reword it"),
    Choice(WARN, "keep it, and warn the reader"),
)


def share_in_lines(
    talk: Talk, coach: Coach, preparing: Preparing, *, is_chosen: bool = False
) -> bool:
    """Prepare a copy and share it; whether there was a yes.

    With `is_chosen` the parts were named beforehand, and it goes on from there. Raises as
    `Preparing.share` does.
    """
    sharing = _Sharing(talk, coach, preparing)
    try:
        return sharing.from_the_end() if is_chosen else sharing.from_the_beginning()
    except Turned:
        talk.clear()
        talk.say("", NOTHING_SHARED)
        return False
    except KeyboardInterrupt:
        # The quickest way out there is: what was shown must not stay in sight.
        talk.cleared()
        raise


class _Sharing:
    def __init__(self, talk: Talk, coach: Coach, preparing: Preparing) -> None:
        self._talk = talk
        self._lenses = coach.lenses
        self._parts = Parts(talk, preparing)
        self._preparing = preparing
        self._principles = principles(coach)

    def from_the_beginning(self) -> bool:
        self._talk.say(
            f"tipcoach, plain lines. Sharing with {self._preparing.reader.name}.", *OPENING
        )
        self._talk.say("", *promise_lines(self._preparing.promise))
        return self._through(
            [
                self._parts.choose,
                self._parts.reword,
                self._question,
                self._principle,
                self._look,
                self._heavy,
            ]
        )

    def from_the_end(self) -> bool:
        self._talk.say(*promise_lines(self._preparing.promise))
        return self._through([self._look] if self._preparing.heavy else [self._look, self._heavy])

    def _through(self, steps: Sequence[Callable[[], None]]) -> bool:
        """One step after the other, then the yes. Raises `Turned` for quit alone."""
        at = 0
        while True:
            try:
                if at == len(steps):
                    return self._see_and_share()
                steps[at]()
                at += 1
            except Turned as turned:
                if turned.command is Command.QUIT:
                    raise
                back = turned.command is Command.BACK
                # Choosing is never skipped: without a part there is nothing to share.
                at = max(at - 1, 0) if back else at + (1 if self._preparing.chosen else 0)

    # -- the steps ----------------------------------------------------------------------

    def _question(self) -> None:
        self._talk.say(
            "",
            "What question do you bring? It is read before the rest is opened. An empty line "
            "brings none.",
        )
        if self._preparing.question:
            self._talk.say("So far:", self._preparing.question)
        while len(question := hear_text(Asking(self._talk, (WHY,)))) > MOST_IN_A_QUESTION:
            self._talk.say(f"That is too long: {MOST_IN_A_QUESTION} characters at most.")
        self._preparing.question = question or self._preparing.question

    def _principle(self) -> None:
        choices = [Choice(name.principle.value, name.name) for name in self._principles]
        self._talk.say("", "Which principle is it about?", *rows(choices))
        self._talk.say("An empty line names none.")
        picked = Asking(self._talk, (WHY,)).understood(
            lambda said: chosen(said, choices), not_one_of(choices)
        )
        self._preparing.principle = Principle(picked.value) if picked else None

    def _look(self) -> None:
        """Show each thing that may tell who somebody is, with vaguer words for it, once."""
        self._talk.say(
            "", lens_sentence(self._preparing), *map(str, self._lenses.untold()), READ_ONCE
        )
        look_again(
            self._talk,
            self._preparing.notices,
            name_of=lambda place: place_of(self._preparing, place),
            words_at=self._words_at,
            put=self._put,
            why=WHY,
        )

    def _words_at(self, place: str) -> str:
        return self._preparing.question if place == QUESTION else self._preparing.words(place)

    def _put(self, place: str, words: str) -> None:
        if place == QUESTION:
            self._preparing.question = words
        else:
            self._preparing.reword(place, words)

    def _heavy(self) -> None:
        self._talk.say("", HEAVY, *rows(HEAVY_CHOICES), "An empty line is no.")
        picked = Asking(self._talk, (WHY_HEAVY,)).understood(
            lambda said: chosen(said, HEAVY_CHOICES), not_one_of(HEAVY_CHOICES)
        )
        said = picked.value if picked else NO
        self._preparing.heavy = said == WARN
        if said == REWORD:
            self._parts.show_chosen()
            self._parts.reword()
            self._look()

    def _see_and_share(self) -> bool:
        preview = self._preparing.preview()
        self._talk.say("")
        # A yes is to all of it, so all of it is heard first.
        heard = self._talk.in_pieces(preview_text(preview, self._principles))
        self._talk.say(*(["", SHARE_THIS] if heard else []))
        if not (heard and self._says_yes()):
            self._talk.say(NOTHING_SHARED)
            return False
        record = self._preparing.share(preview)
        for sentence in shared_sentences(record, self._preparing.reader.name):
            # Not wrapped: some of it is to be copied.
            self._talk.show(sentence)
        return True

    def _says_yes(self) -> bool:
        try:
            return Asking(self._talk, (WHY_YES,)).agreed(YES)
        except Turned as turned:
            if turned.command in (Command.BACK, Command.QUIT):
                raise
            return False
