"""A walk on the screen: one step at a time, every move handed to the sitting."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantFocus, Key, Paste, ScreenResume

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, NotSaved, TipcoachError
from tipcoach.practice.answer import Answer, is_empty
from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Prompt, Section
from tipcoach.practice.entry import Kind
from tipcoach.practice.walk import END
from tipcoach.reports.few import ALL_AGAIN, said_of_the_few
from tipcoach.reports.routes_over import route_over
from tipcoach.tui import keys
from tipcoach.tui.screens.choosing import choose
from tipcoach.tui.screens.finishing import ask_how_to_finish
from tipcoach.tui.screens.leaving import leave_with, offer_another_folder, pause
from tipcoach.tui.screens.looking_at import look_at_notice
from tipcoach.tui.screens.mending import Mending
from tipcoach.tui.screens.noticing import Noticing
from tipcoach.tui.screens.on_screen_only import BADGE, leave_question
from tipcoach.tui.screens.saving import SavingScreen
from tipcoach.tui.screens.taking_out import TakingOut
from tipcoach.tui.screens.walk_keys import (
    acts_in_a_walk,
    does_nothing_at,
    enter_goes_on,
    on_the_five,
    open_to_write,
    says_at,
    which_writing_opens,
)
from tipcoach.tui.widgets.answers import AnswerForm
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.rail import Visited
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.walk_page import WalkPage
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.screens.session_agenda import SessionAgenda

FULL = AnswerNotTaken("This answer is full: one answer holds 8,000 characters. Nothing was cut.")
NOT_TAKEN = AnswerNotTaken("This answer is too long to keep. It is still on the screen.")
NONE_LEFT = TipcoachError("None of the few questions comes after this one. Enter goes on.")
PLACE_SAVED = "● place saved"
NEWER = TipcoachError("The questions have changed since. You get those you began with.")


class WalkScreen(SavingScreen):
    """One walk. The sitting holds the answers; this shows them and passes keys on.

    `opened` is the prompt of the five that is open, by its id; none where they stand together.
    """

    NAME: ClassVar[str] = keys.WALK
    CSS_PATH = "walk.tcss"

    def __init__(self, sitting: Sitting, *, newer_questions: bool = False) -> None:
        super().__init__(sitting)
        self._newer_questions = newer_questions
        self.opened: str | None = None
        self._is_shown = False
        self._heavy_opened: set[str] = set()
        self.was_on_the_wall = False
        if not self.has_reading_view:
            self.does_nothing = frozenset({"reading_view"})
        self.noticing = Noticing(self)
        self.taking_out = TakingOut(self)
        self.mending: Mending | None = None
        if sitting.walk.checklist.few is None:
            self.does_nothing |= {"few"}
        self._agenda = _agenda_of(self)
        if self._agenda is None:
            self.does_nothing |= {"agenda"}

    def compose(self) -> ComposeResult:
        walk = self.sitting.walk
        about = self._agenda.concerning if self._agenda else walk.checklist.concerning
        yield Header(walk.checklist.title, about)
        today = self.desk.coach.clock().date()
        asked = [prompt for section in walk.checklist.sections for prompt in section.prompts]
        yield WalkPage(
            today,
            self.prompt,
            asked,
            says_minutes=self.sitting.says_minutes,
            has_route=walk.step is not None and bool(route_over(walk, walk.step.section)),
            has_agenda=self._agenda is not None,
        )
        yield Strip()
        yield Keys(keys.WALK)

    def on_mount(self) -> None:
        self.listen()
        self.noticing.begin()
        if self._newer_questions:
            self.query_one(Strip).say(NEWER)
        elif self.sitting.walk.few:
            self.show_few()
        if self.sitting.walk.step is None:
            self.app.call_later(ask_how_to_finish, self)
        self.show()
        if self._agenda:
            # In the app's own turn, where the sheet for the passphrase may open.
            self.app.call_later(self._agenda.begin)

    @property
    def page(self) -> WalkPage:
        return self.query_one(WalkPage)

    @property
    def prompt(self) -> Prompt | None:
        """The prompt in front of the officer; none on the five, or at the end."""
        step = self.sitting.walk.step
        if step is None:
            return None
        if step.section.together:
            return next((prompt for prompt in step.prompts if prompt.id == self.opened), None)
        return step.prompts[0]

    def does_nothing_now(self) -> frozenset[str]:
        idle = set() if self.noticing.shown else {"look"}
        if not self.page.shows_a_route:
            idle.add("route")
        if self.few_would_end_it:
            idle.add("few")
        return super().does_nothing_now() | idle

    def is_said_to_it(self, event: Key) -> bool:
        # Words said to the five are written in the one stood on.
        return on_the_five(self) or super().is_said_to_it(event)

    def rows_with_letters(self) -> tuple[Row, ...]:
        is_only_said = self.prompt is not None and self.prompt.form.is_only_said
        return self.page.rows_with_letters if is_only_said else ()

    @property
    def few_would_end_it(self) -> bool:
        """Whether none of the few is left to ask from here on."""
        walk = self.sitting.walk
        return walk.at != END and walk.with_few(not walk.few).at == END

    @property
    def has_reading_view(self) -> bool:
        """Whether there are others in the room who may want to read along."""
        return self.sitting.draft.kind is Kind.SESSION

    @property
    def is_on_screen_only(self) -> bool:
        """Whether what is written now is for the screen alone: nobody has chosen to keep it."""
        prompt = self.prompt
        return (
            prompt is not None
            and prompt.form is Form.ON_SCREEN_ONLY
            and prompt.id not in self.sitting.walk.answers
        )

    @property
    def is_written(self) -> bool:
        """Whether something stands in the form on the page."""
        form = self.page.form
        return form is not None and not is_empty(form.said())

    def gives_notice(self, prompt: Prompt) -> bool:
        """Whether the notice of a heavy prompt stands in place of its question."""
        met = prompt.id in self._heavy_opened or prompt.id in self.sitting.walk.answers
        return bool(prompt.heavy) and not met

    def show(self) -> None:
        """Show the walk as it stands, all at once."""
        if not self.page.is_whole and self._is_shown:
            self.app.call_later(self._show_once_whole)
            return
        self._is_shown = True
        walk, step, prompt = self.sitting.walk, self.sitting.walk.step, self.prompt
        if step is None:
            return
        if prompt is None:
            place = self.page.show_five(walk, step)
        else:
            place = self.page.show_prompt(walk, step, prompt, heavy=self.gives_notice(prompt))
        self.set_focus(place)
        self._show_written()
        if self._agenda:
            self._agenda.show()
        self.noticing.turn_to(prompt)

    async def _show_once_whole(self) -> None:
        await self.page.be_whole()
        self.show()

    def open(self, prompt_id: str) -> None:
        """Open one of the five."""
        self.opened = prompt_id
        self.show()

    def open_heavy(self, prompt: Prompt) -> None:
        self._heavy_opened.add(prompt.id)
        self.show()

    def _show_written(self) -> None:
        step, prompt, focused = self.sitting.walk.step, self.prompt, self.focused
        prompts = [prompt] if prompt else list(step.prompts) if step else []
        answered = any(each.id in self.sitting.walk.answers for each in prompts)
        self.page.show_written(
            focused,
            written=answered
            or (self.is_on_screen_only and self.is_written)
            or (prompt is not None and prompt.form.is_only_said),
            enter_goes_on=enter_goes_on(focused),
            writing_opens=which_writing_opens(self),
            ends_a_mend=self.ends_a_mend,
        )
        if prompt and not (prompt.form.is_only_said or self.gives_notice(prompt)):
            self.page.show_what_becomes_of_it(
                self.sitting.walk, prompt, keeps_words=self.sitting.keeps_words
            )
        self.query_one(Keys).leave_out(
            self.does_nothing | does_nothing_at(focused, prompt), says_at(focused)
        )
        self.show_badge(self.sitting.saved)

    @on(AnswerForm.Changed)
    def _form_changed(self, event: AnswerForm.Changed) -> None:
        event.stop()
        # What is typed may be heard of a moment after the key that said something for now.
        if not (self.save_failed or self.says_for_now):
            self.query_one(Strip).say(None)
        self.hold_written()
        self.noticing.changed()

    def on_screen_resume(self, event: ScreenResume) -> None:
        # That of every screen is called by the framework, too.
        self.noticing.resume()
        if self._agenda:
            self._agenda.look_again()

    @on(DescendantFocus)
    def _stands_elsewhere(self) -> None:
        # What Enter does is not the same in every field.
        if self._is_shown:
            self._show_written()

    @on(WritingArea.Full)
    def _full(self, event: WritingArea.Full) -> None:
        self.query_one(Strip).say(FULL)

    def badge_for(self, saved: Saved) -> str:
        if self.is_on_screen_only:
            return BADGE
        is_said = self.prompt is not None and self.prompt.form.is_only_said
        # Beside "nothing said here is written down", what is saved is where they are.
        return PLACE_SAVED if is_said and saved.state is Saving.SAVED else super().badge_for(saved)

    def hold_written(self) -> bool:
        """Hold what the form on the page says now. False: it was not taken, and stays there."""
        if self.is_on_screen_only:
            self._show_written()
            return True
        return self.keep_written()

    def keep_written(self) -> bool:
        """Hold what the form says, for the screen alone or not. False: it was not taken."""
        form, prompt = self.page.form, self.prompt
        if form is None or prompt is None:
            return True
        return self.hold(prompt, form.said())

    def hold(self, prompt: Prompt, answer: Answer) -> bool:
        try:
            self.sitting.answer(prompt.id, answer)
        except AnswerNotTaken as trouble:
            self.query_one(Strip).say(trouble)
            return False
        self._show_written()
        return True

    async def moved(self, rows: Rows, row: Row) -> None:
        self._show_written()

    async def chosen(self, rows: Rows, row: Row) -> None:
        await choose(self, row)

    async def takes(self, event: Key) -> bool:
        await self.page.be_whole()
        return await acts_in_a_walk(self, event) or await super().takes(event)

    def on_paste(self, event: Paste) -> None:
        if on_the_five(self) and open_to_write(self) and self.focused:
            self.focused.post_message(Paste(event.text))

    async def act_next(self) -> None:
        await leave_question(self, self._next)

    def move_on(self) -> None:
        """Go on by one step, or from one of the five back to them. Nothing is shown anew."""
        if self.opened is None:
            self.sitting.next()
        self.opened = None

    def move_back(self) -> None:
        if self.opened is None:
            self.sitting.back()
        self.opened = None

    @property
    def ends_a_mend(self) -> bool:
        """Whether going on from here leads back to what is asked at the end."""
        return self.mending is not None and self.mending.is_under_way(self.sitting.walk)

    async def _next(self) -> None:
        if self.mending and self.ends_a_mend:
            await self._end_mend(self.mending)
            return
        self.move_on()
        if self.query_one(Strip).has_class("-calm"):
            self.query_one(Strip).say(None)
        if self.sitting.walk.at == END:
            await ask_how_to_finish(self)
        else:
            self.show()

    async def _end_mend(self, mending: Mending) -> None:
        """Back to what is asked at the end, over the question that was mended."""
        place = mending.after(self.sitting.walk)
        if place == END:
            await ask_how_to_finish(self)
        else:
            mending.send()
            self.go_to(place)

    def go_to(self, place: str, opened: str | None = None) -> None:
        """Go to a step, or to the end, with none of the five open but the one named."""
        self.opened = opened
        self.sitting.go_to(place)
        self.show()

    async def act_previous(self) -> None:
        await leave_question(self, self._previous)

    async def _previous(self) -> None:
        if self.mending:
            self.mending.leave()
        self.move_back()
        self.show()

    @on(Visited)
    def _visited(self, event: Visited) -> None:
        event.stop()
        self.app.call_later(leave_question, self, partial(self._go_to, event.section))

    async def _go_to(self, section: Section) -> None:
        if self.mending:
            self.mending.leave()
        steps = (step for step in self.sitting.walk.path if step.section.id == section.id)
        if step := next(steps, None):
            self.go_to(step.id)

    async def act_guide(self) -> None:
        if self.prompt is not None:
            self.page.turn_guide()

    async def act_look(self) -> None:
        await look_at_notice(self)

    async def act_reading_view(self) -> None:
        from tipcoach.tui.screens.reading_view import open_reading_view

        await open_reading_view(self)

    async def act_agenda(self) -> None:
        if self._agenda:
            await self._agenda.open()

    async def act_longer(self) -> None:
        if isinstance(self.focused, WritingArea):
            if self.focused.can_be_short:
                self.focused.close_long()
            else:
                self.focused.open_long()
            self._show_written()

    async def act_undo(self) -> None:
        if self.page.form is not None:
            self.page.form.undo(self.focused)

    async def act_redo(self) -> None:
        if self.page.form is not None:
            self.page.form.redo(self.focused)

    async def act_editor(self) -> None:
        await self.taking_out.open_editor()

    async def act_copy(self) -> None:
        await self.taking_out.copy()

    async def act_cut(self) -> None:
        await self.taking_out.copy(cut=True)

    async def act_few(self) -> None:
        """The shortest version from here, or all of it again, with every answer as it is."""
        if self.few_would_end_it:
            self.query_one(Strip).say(NONE_LEFT, calm=True)
        else:
            await leave_question(self, self._turn_few)

    async def _turn_few(self) -> None:
        self.sitting.turn_few()
        self.opened = self.mending = None
        self.show_few()
        if self.sitting.walk.at == END:
            await ask_how_to_finish(self)
        else:
            self.show()

    def show_few(self) -> None:
        """What the shortest version is, under the question, until something is written."""
        walk = self.sitting.walk
        said = said_of_the_few(walk) if walk.few else [ALL_AGAIN]
        self.query_one(Strip).say(TipcoachError(" ".join(said)), calm=True)

    async def act_finish(self) -> None:
        await leave_question(self, partial(ask_how_to_finish, self))

    def save_now(self) -> Saved:
        if not self.hold_written():
            return Saved(Saving.FAILED, NOT_TAKEN)
        return super().save_now()

    async def act_save(self) -> None:
        """Save; where the strip has already said that it fails, offer another folder."""
        told = self.save_failed
        saved = self.save_now()
        self.show_saved(saved)
        if told and isinstance(saved.trouble, NotSaved):
            await offer_another_folder(self, saved.trouble, self.act_save)

    async def act_pause(self) -> None:
        # Who meant to close the guide finds it closed; who meant to cover the page has covered it.
        self.page.close_guide()
        await pause(self)

    async def act_home(self) -> None:
        await leave_question(self, self._home)

    async def _home(self) -> None:
        await leave_with(self, self.desk.go_home)


def _agenda_of(screen: WalkScreen) -> "SessionAgenda | None":
    """What heads a session with somebody. Other walks have none, and are not to wait for it."""
    if screen.sitting.draft.with_whom is None:
        return None
    from tipcoach.tui.screens.session_agenda import SessionAgenda

    return SessionAgenda(screen)
