"""The loop: say a step, take what is typed for it, save, go on."""

from collections.abc import Callable, Mapping
from datetime import date

from tipcoach.coach.autosave import Saving
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken
from tipcoach.plain.agenda import AgendaAloud
from tipcoach.plain.answering import Answering
from tipcoach.plain.few import FewTurned, turn, turn_few
from tipcoach.plain.five import ask_the_five
from tipcoach.plain.forms import read_answer
from tipcoach.plain.notices import Notices
from tipcoach.plain.question import heading, question
from tipcoach.plain.routes import Routes
from tipcoach.plain.talk import AGENDA, EYES, FEW, Asking, Command, Talk, Turned
from tipcoach.practice.answer import Answer, AnswerForm
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.session import LAST_TIME
from tipcoach.practice.walk import END, Step
from tipcoach.reports.guides import guide


class _AnswerChanged(Exception):
    """The answer to a question was changed in another way while it was being asked."""


class Walking:
    """A sitting, asked aloud. `today` is the day that dates said in an answer start from.

    `agenda` is that of a session with somebody.
    """

    def __init__(
        self,
        talk: Talk,
        sitting: Sitting,
        today: date,
        notices: Notices,
        agenda: AgendaAloud | None = None,
    ) -> None:
        self._agenda = agenda
        self._notices = notices
        self._talk = talk
        self._sitting = sitting
        self._today = today
        self._routes = Routes(talk)
        self._said_trouble = False

    def to_the_end(self) -> None:
        """Ask step after step until the end of the walk. Raises `Turned` for quit alone."""
        while True:
            self._routes.say_new(self._sitting.walk)
            step = self._sitting.walk.step
            if step is None:
                return
            try:
                self._ask(step)
                self._sitting.next()
            except Turned as turned:
                self._turn(turned)
            except FewTurned:
                turn_few(self._talk, self._sitting)
            self._save()

    def _ask(self, step: Step) -> None:
        walk = self._sitting.walk
        self._talk.say("", heading(walk, step, says_minutes=self._sitting.says_minutes))
        if self._agenda and step == self._first_of(LAST_TIME):
            self._agenda.say_last_time()
        if step.section.together:
            ask_the_five(self._talk, walk, step, self._ask_prompt, self._notices.look, self._beside)
        else:
            self._ask_prompt(step.prompts[0])

    def _first_of(self, section: str) -> Step | None:
        path = self._sitting.walk.path
        return next((step for step in path if step.section.id == section), None)

    def _ask_prompt(self, prompt: Prompt) -> None:
        """Ask one prompt until its answer is taken, or it is left as it is."""
        before = self._held(prompt)
        if not prompt.heavy or self._opens(prompt):
            while not self._answered(prompt):
                pass
        # There what became of it has been said already.
        if prompt.form is not AnswerForm.ON_SCREEN_ONLY:
            self._say_if_left(prompt, before)
        if self._held(prompt) != before:
            self._notices.say_of(prompt)

    def _opens(self, prompt: Prompt) -> bool:
        """Give notice of a heavy question; only the word open opens it."""
        asking = Asking(
            self._talk, guide(prompt), lambda: self._notices.look(prompt.heavy), self._beside
        )
        self._talk.say(prompt.heavy)
        return asking.word("open", Command.SKIP) == "open"

    def _answered(self, prompt: Prompt) -> bool:
        """Ask once; whether what was typed could be taken."""
        asking = Asking(self._talk, guide(prompt), lambda: self._look(prompt), self._beside)
        said = question(
            self._sitting.walk, prompt, self._today, keeps_words=self._sitting.keeps_words
        )
        self._talk.say(*said)
        try:
            read_answer(
                Answering(
                    asking=asking,
                    prompt=prompt,
                    held=self._held(prompt),
                    hold=lambda answer: self._sitting.answer(prompt.id, answer),
                    today=self._today,
                )
            )
        except AnswerNotTaken as fault:
            self._talk.say(str(fault))
            return False
        except _AnswerChanged:
            return False
        return True

    @property
    def _beside(self) -> Mapping[str, Callable[[], None]]:
        words: dict[str, Callable[[], None]] = {}
        if self._sitting.walk.checklist.few:
            words[FEW] = turn
        if self._sitting.walk.checklist.eyes:
            words[EYES] = self._turn_the_eyes
        if self._agenda:
            words[AGENDA] = self._say_agenda
        return words

    def _say_agenda(self) -> None:
        if self._agenda:
            self._agenda.say()
            self._talk.say("", "Then, where you were.")

    def _look(self, prompt: Prompt) -> None:
        """Look at the notices in the middle of a question.

        Raises `_AnswerChanged` when its own answer is another then: it is to be asked anew.
        """
        before = self._held(prompt)
        self._notices.look(prompt.question)
        if self._held(prompt) != before:
            raise _AnswerChanged

    def _turn_the_eyes(self) -> None:
        prompt = self._sitting.eyes.turn()
        self._talk.say(prompt.question, f"Why we ask: {prompt.why}", "Then, where you were.")

    def _turn(self, turned: Turned) -> None:
        """Go where a command leads. Raises `Turned` again when it leads out of the walk."""
        match turned.command:
            case Command.BACK:
                self._back()
            case Command.SKIP:
                self._skip()
            case Command.FINISH:
                self._sitting.go_to(END)
            case _:
                raise turned

    def _back(self) -> None:
        here = self._sitting.walk.at
        self._sitting.back()
        if self._sitting.walk.at == here:
            self._talk.say("This is the first question.")

    def _skip(self) -> None:
        step = self._sitting.walk.step
        if step is not None and not step.section.together:
            prompt = step.prompts[0]
            self._say_if_left(prompt, self._held(prompt))
        self._sitting.next()

    def _say_if_left(self, prompt: Prompt, before: Answer | None) -> None:
        """Say it when a question is left with the answer it had, or with none."""
        if prompt.form is AnswerForm.SAY_ONLY or self._held(prompt) != before:
            return
        self._talk.say("Skipped." if before is None else "Your answer stays as it was.")

    def _held(self, prompt: Prompt) -> Answer | None:
        return self._sitting.walk.answers.get(prompt.id)

    def _save(self) -> None:
        """Save between questions, where a moment's wait is not felt, and say once if it fails."""
        saved = self._sitting.save_now()
        failed = saved.state is Saving.FAILED
        if failed and not self._said_trouble:
            self._talk.say(
                str(saved.trouble),
                "Your words are still held here. Go on; each answer tries again, and quit "
                "offers another folder.",
            )
        if self._said_trouble and not failed:
            self._talk.say("Saved again.")
        self._said_trouble = failed
