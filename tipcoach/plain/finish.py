"""The end of a walk: what was set aside, then keep it, keep one line, or let it go."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, NotSaved
from tipcoach.plain.elsewhere import try_again_or_elsewhere
from tipcoach.plain.few import turn
from tipcoach.plain.notices import Notices
from tipcoach.plain.one_more import offer_one_more
from tipcoach.plain.question import in_words
from tipcoach.plain.talk import FEW, Asking, Command, Talk, ask_again
from tipcoach.practice.answer import Answer
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Entry

T = TypeVar("T")


class Ending(StrEnum):
    """What can become of a walk."""

    KEEP = "keep"
    ONE_LINE = "one line"
    LET_GO = "let go"


WHY = (
    "Why we ask: what you wrote is yours. Kept, it goes in your journal on this machine and is "
    "not changed; a correction is a new entry. Let go, nothing of it is left.",
)
BACK_AT_THE_END = "Back at the end. An empty line keeps it."
STILL_AT_THE_END = "This is the end already. One of the words offered here, or back."


class Finishing:
    """The end of one sitting."""

    def __init__(
        self, talk: Talk, coach: Coach, sitting: Sitting, today: date, notices: Notices
    ) -> None:
        self._talk = talk
        self._coach = coach
        self._sitting = sitting
        self._today = today
        self._notices = notices
        beside = {FEW: turn} if sitting.walk.few else {}
        self._asking = Asking(talk, WHY, lambda: notices.look(BACK_AT_THE_END), beside)

    def finish(self) -> Entry | None:
        """The entry kept, or `None` when it was let go.

        Raises `Turned` for back and for quit: the walk goes on then, or its draft waits.
        """
        return ask_again(
            self._talk, self._finish, STILL_AT_THE_END, leads=(Command.BACK, Command.QUIT)
        )

    def _finish(self) -> Entry | None:
        set_aside = self._ask_set_aside()
        offer_one_more(self._talk, self._sitting, self._today)
        self._notices.say_not_looked_at()
        while True:
            match self._choose():
                case Ending.KEEP:
                    return self._until_saved(lambda: self._sitting.keep(set_aside))
                case Ending.ONE_LINE:
                    if entry := self._keep_one_line():
                        return entry
                case Ending.LET_GO:
                    if self._is_sure():
                        return self._until_saved(self._sitting.let_go)

    def _ask_set_aside(self) -> frozenset[str]:
        """The prompts whose set-aside answers are kept; each is shown once."""
        return frozenset(
            prompt.id
            for prompt, answer in self._sitting.walk.set_aside()
            if self._keeps(prompt, answer)
        )

    def _keeps(self, prompt: Prompt, answer: Answer) -> bool:
        self._talk.say(
            "",
            "Set aside: you answered this, and a later answer closed the question.",
            prompt.question,
            *in_words(prompt, answer, self._today),
            "An empty line lets it go.",
        )
        return self._asking.word(Ending.KEEP, Ending.LET_GO) == Ending.KEEP

    def _choose(self) -> Ending:
        self._talk.say(
            "",
            "The end. What is skipped stays skipped.",
            *(_MEANINGS[ending] for ending in self._offered),
            "back: to the last question.",
            *(_REST_CAN_WAIT if self._sitting.walk.few else ()),
            "An empty line keeps it.",
        )
        return Ending(self._asking.word(*self._offered, Command.BACK) or Ending.KEEP)

    @property
    def _offered(self) -> tuple[Ending, ...]:
        """After a stop rule no words of one's own are taken, so not one line either.

        A correction has the whole entry before it, which one line would leave standing. Of a
        session only what was agreed is kept.
        """
        draft = self._sitting.draft
        if self._sitting.walk.stopped or draft.supersedes or not draft.kind.keeps_one_line:
            return Ending.KEEP, Ending.LET_GO
        return tuple(Ending)

    def _keep_one_line(self) -> Entry | None:
        """Keep one line; `None` when none was typed or it was not taken."""
        self._talk.say("The one line you keep. An empty line goes back to the choice.")
        line = self._asking.line()
        if not line:
            return None
        while self._notices.say_of_line(line):
            self._talk.say("An empty line keeps it so; another line is kept in its place.")
            if not (other := self._asking.line()):
                break
            line = other
        try:
            return self._until_saved(lambda: self._sitting.keep_one_line(line))
        except AnswerNotTaken as fault:
            self._talk.say(str(fault))
            return None

    def _is_sure(self) -> bool:
        self._talk.say(
            "Nothing of this will be kept. Type let go once more; an empty line goes back."
        )
        return self._asking.agreed(Ending.LET_GO)

    def _until_saved(self, write: Callable[[], T]) -> T:
        """Try until the disk takes it. Raises `Turned` when the officer would sooner leave."""
        while True:
            try:
                return write()
            except NotSaved as trouble:
                self._talk.say("", str(trouble), "Your words are still held here.")
                try_again_or_elsewhere(self._talk, self._asking, self._coach, self._sitting)


_REST_CAN_WAIT = (
    "few: the questions not asked yet.",
    "quit: save it as it is, and finish it another day.",
)
_MEANINGS = {
    Ending.KEEP: "keep: in your journal, as it is.",
    Ending.ONE_LINE: "one line: keep one line and any promises, and let the rest go.",
    Ending.LET_GO: "let go: keep nothing.",
}
