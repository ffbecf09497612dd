"""What the lenses see, said once after an answer. Only the word `look` opens it."""

from enum import StrEnum

from tipcoach.coach.looking import Looking
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import TipcoachError
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.talk import NOTHING_TO_LOOK_AT, Asking, Command, Talk, Turned, capitalised
from tipcoach.practice.answer import AnswerForm, IfThen, texts_of
from tipcoach.practice.checklist import Choice, Prompt
from tipcoach.practice.counting import in_words
from tipcoach.practice.lenses.fitting import fits
from tipcoach.practice.lenses.instead import with_instead, with_text
from tipcoach.practice.lenses.notice import Notice
from tipcoach.reports.lenses import heading, switched_sentence, what_to_say_instead
from tipcoach.reports.other_words import when_to_use

MOST_NAMED = 3
WHY = (
    "Why it is said: a colleague reading over your shoulder might say it. It is a suggestion; "
    "your words are yours, and it misses things.",
)
WRITE_IT = "To write it yourself: back, and back again until its question is asked."
"""Said where there are no other words that fit."""
_HOW_TO_LOOK = "Type look to look at it."


class Doing(StrEnum):
    """What can be done about a notice."""

    USE = "use"
    KEEP = "keep"
    NEVER = "never"
    OFF = "off"


class Notices:
    """The notices of one sitting. Nothing is asked before `look` is typed, and nothing waits."""

    def __init__(self, talk: Talk, looking: Looking, sitting: Sitting) -> None:
        self._talk = talk
        self._lenses = looking.lenses
        self._looking = looking
        self._sitting = sitting
        self._last = ""
        self._named: tuple[tuple[Prompt, Notice], ...] = ()

    def say_of(self, prompt: Prompt) -> None:
        """Say what there is to see in the answer to a prompt: one notice, and how many more."""
        self._last = prompt.id
        seen = [notice for one, notice in self._waiting() if one.id == prompt.id]
        self._say_faults()
        if not seen:
            return
        first, more = seen[0], len(seen) - 1
        said = what_to_say_instead(first) or first.why
        others = f" And {in_words(more)} more." if more else ""
        self._talk.say(f"Notice, {heading(first)}. {_ended(said)}{others} {_HOW_TO_LOOK}")

    def say_not_looked_at(self) -> None:
        """Name once, in a line, what nobody has looked at."""
        seen = self._waiting(last_first=False)
        if seen and seen != self._named:
            named = "; ".join(heading(notice) for _, notice in seen[:MOST_NAMED])
            more = len(seen) - MOST_NAMED
            others = f"; and {in_words(more)} more" if more > 0 else ""
            self._talk.say("", f"Not looked at: {named}{others}. {_HOW_TO_LOOK}")
        self._named = seen

    def say_of_line(self, line: str) -> bool:
        """Say what there is to see in a line that is to be kept alone; whether there was any."""
        seen = self._lenses.look(line)
        self._say_faults()
        for notice in seen[:MOST_NAMED]:
            said = what_to_say_instead(notice) or notice.why
            self._talk.say(f"Notice, {heading(notice)}. {_ended(said)}")
        return bool(seen)

    def look(self, then: str) -> None:
        """Show one notice after the other, with what can be done; at last say `then`.

        Raises `Turned` for quit and finish.
        """
        waiting = self._waiting()
        if not waiting:
            self._talk.say(NOTHING_TO_LOOK_AT)
            return
        while waiting:
            try:
                self._look_at(*waiting[0])
            except Turned as turned:
                if turned.command in (Command.QUIT, Command.FINISH):
                    raise
                break
            waiting = self._waiting()
        self._talk.say("", then)

    def _waiting(self, *, last_first: bool = True) -> tuple[tuple[Prompt, Notice], ...]:
        """What nobody has looked at; that of the last answer first, if that is wanted."""
        seen = self._looking.not_looked_at(self._sitting.walk)
        if last_first:
            return tuple(sorted(seen, key=lambda one: one[0].id != self._last))
        return seen

    def _look_at(self, prompt: Prompt, notice: Notice) -> None:
        choices = self._choices(prompt, notice)
        self._talk.say("", f"{capitalised(heading(notice))}.", notice.why)
        self._talk.say(*filter(None, [what_to_say_instead(notice)]), *rows(choices))
        if not any(choice.value == Doing.USE for choice in choices):
            self._talk.say(WRITE_IT)
        self._talk.say("An empty line keeps your words; back leaves the rest.")
        asking = Asking(self._talk, WHY)
        picked = asking.understood(lambda said: chosen(said, choices), not_one_of(choices))
        doing = Doing(picked.value) if picked else Doing.KEEP
        if doing is not Doing.USE:
            self._looking.keep(prompt.id, notice)
        try:
            match doing:
                case Doing.USE:
                    self._use(prompt, notice)
                case Doing.NEVER:
                    self._looking.do_not_ask_again(notice)
                    self._talk.say("It is not said again of these words, on this machine.")
                case Doing.OFF:
                    self._looking.switch_off(notice.lens)
                    self._talk.say(switched_sentence(notice.lens, on=False))
        except TipcoachError as trouble:
            self._talk.say(str(trouble))
        self._say_faults()

    def _choices(self, prompt: Prompt, notice: Notice) -> list[Choice]:
        use = Choice(Doing.USE, "use that", when_to_use(notice))
        choices = [use] if self._reads(prompt, notice) else []
        choices.append(Choice(Doing.KEEP, "keep my words"))
        # What was told on the screen only is written down nowhere by this.
        on_screen_only = prompt.form is AnswerForm.ON_SCREEN_ONLY
        if self._looking.may_be_left_alone(notice) and not on_screen_only:
            choices.append(Choice(Doing.NEVER, "do not ask again", "of these words"))
        choices.append(Choice(Doing.OFF, "switch off", f"the {notice.lens.value} lens"))
        return choices

    def _reads(self, prompt: Prompt, notice: Notice) -> bool:
        """Whether there are other words, and they read where the notice stands."""
        texts = texts_of(self._sitting.walk.answers[prompt.id])
        stands_in = (text for text in texts if text[notice.start : notice.end] == notice.quote)
        return bool(notice.instead) and all(fits(text, notice) for text in stands_in)

    def _use(self, prompt: Prompt, notice: Notice) -> None:
        """Put the other words in. Raises `AnswerNotTaken` when the answer grows too long."""
        answer = self._sitting.walk.answers[prompt.id]
        for place, text in enumerate(texts_of(answer)):
            if notice in self._lenses.look(text):
                changed = with_instead(text, notice, goes_on=isinstance(answer, IfThen))
                waiting = [each for one, each in self._waiting() if one.id == prompt.id]
                self._sitting.answer(prompt.id, with_text(answer, place, changed))
                self._looking.begin_answering(prompt.id, waiting)
                self._looking.end_answering(self._sitting.walk)
                self._talk.say("Now it says:", changed)
                return

    def _say_faults(self) -> None:
        for fault in self._lenses.untold():
            self._talk.say(str(fault))


def _ended(said: str) -> str:
    return said if said[-1:] in ".?!…" else f"{said}."
