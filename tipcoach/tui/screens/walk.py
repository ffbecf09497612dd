"""A walk on the screen: one step at a time, every move handed to the sitting."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widget import Widget

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, NotSaved, TipcoachError
from tipcoach.practice.answer import Answer, is_empty
from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Kind
from tipcoach.practice.walk import END
from tipcoach.reports.few import ALL_AGAIN, said_of_the_few
from tipcoach.tui import keys
from tipcoach.tui.page import settle
from tipcoach.tui.screens.choosing import choose
from tipcoach.tui.screens.finishing import ask_how_to_finish
from tipcoach.tui.screens.leaving import leave_with, offer_another_folder, pause
from tipcoach.tui.screens.looking_at import look_at_notice
from tipcoach.tui.screens.noticing import Noticing
from tipcoach.tui.screens.on_screen_only import BADGE, leave_question
from tipcoach.tui.screens.reading_view import open_reading_view
from tipcoach.tui.screens.saving import SavingScreen
from tipcoach.tui.screens.session_agenda import SessionAgenda
from tipcoach.tui.widgets.answers import AnswerForm
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.walk_page import WalkPage
from tipcoach.tui.widgets.writing_area import WritingArea

FULL = AnswerNotTaken("This answer is full: one answer holds 8,000 characters. Nothing was cut.")
NOT_TAKEN = AnswerNotTaken("This answer is too long to keep. It is still on the screen.")
NEWER = TipcoachError("The questions have changed since. You get those you began with.")


class WalkScreen(SavingScreen):
    """One walk. The sitting holds the answers; this shows them and passes keys on."""

    NAME: ClassVar[str] = keys.WALK
    CSS_PATH = "walk.tcss"

    def __init__(self, sitting: Sitting, *, newer_questions: bool = False) -> None:
        super().__init__(sitting)
        self._newer_questions = newer_questions
        self._opened: str | None = None
        self._is_shown = False
        self._heavy_opened: set[str] = set()
        self.was_on_the_wall = False
        if not self.has_reading_view:
            self.does_nothing = frozenset({"reading_view"})
        self.noticing = Noticing(self)
        if sitting.walk.checklist.few is None:
            self.does_nothing |= {"few"}
        self._agenda = SessionAgenda(self)
        if not self._agenda.is_there:
            self.does_nothing |= {"agenda"}

    def compose(self) -> ComposeResult:
        walk = self.sitting.walk
        yield Header(walk.checklist.title, self._agenda.concerning or walk.checklist.concerning)
        today = self.desk.coach.clock().date()
        asked = [prompt for section in walk.checklist.sections for prompt in section.prompts]
        yield WalkPage(
            today,
            self.prompt,
            asked,
            says_minutes=self.sitting.says_minutes,
            has_agenda=self._agenda.is_there,
        )
        yield Strip()
        yield Keys(keys.WALK)

    def on_mount(self) -> None:
        self.listen()
        if self._newer_questions:
            self.query_one(Strip).say(NEWER)
        elif self.sitting.walk.few:
            self.show_few()
        if self.sitting.walk.step is None:
            self.app.call_later(ask_how_to_finish, self)
        self.show()
        if self._agenda.is_there:
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
            return next((prompt for prompt in step.prompts if prompt.id == self._opened), None)
        return step.prompts[0]

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
        self.query_one(Keys).leave_out(self.does_nothing | _does_nothing(place, prompt))
        self._show_written()
        self._agenda.show()
        self.noticing.turn_to(prompt)

    async def _show_once_whole(self) -> None:
        await self.page.be_whole()
        self.show()

    def open(self, prompt_id: str) -> None:
        """Open one of the five."""
        self._opened = prompt_id
        self.show()

    def open_heavy(self, prompt: Prompt) -> None:
        self._heavy_opened.add(prompt.id)
        self.show()

    def _show_written(self) -> None:
        step, prompt, focused = self.sitting.walk.step, self.prompt, self.focused
        prompts = [prompt] if prompt else list(step.prompts) if step else []
        answered = any(each.id in self.sitting.walk.answers for each in prompts)
        self.page.show_written(
            written=answered
            or (self.is_on_screen_only and self.is_written)
            or (prompt is not None and prompt.form.is_only_said),
            enter_goes_on=_enter_goes_on(focused),
        )
        if prompt:
            self.page.show_what_becomes_of_it(
                self.sitting.walk, prompt, keeps_words=self.sitting.keeps_words
            )
        self.show_badge(self.sitting.saved)

    @on(AnswerForm.Changed)
    def _form_changed(self, event: AnswerForm.Changed) -> None:
        event.stop()
        if not self.save_failed:
            self.query_one(Strip).say(None)
        self.hold_written()
        self.noticing.changed()

    def on_screen_resume(self) -> None:
        self.noticing.resume()

    @on(WritingArea.Full)
    def _full(self, event: WritingArea.Full) -> None:
        self.query_one(Strip).say(FULL)

    def badge_for(self, saved: Saved) -> str:
        return BADGE if self.is_on_screen_only else super().badge_for(saved)

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

    async def chosen(self, rows: Rows, row: Row) -> None:
        await choose(self, row)

    async def takes(self, event: Key) -> bool:
        await self.page.be_whole()
        focused = self.focused
        if event.key in ("pagedown", "pageup") and self.page.shows_a_route:
            self.page.turn_route(back=event.key == "pageup")
            return True
        if self._picks_many and event.key in ("enter", "space") and focused is self.page.pick:
            # As the last row says: Enter goes on, whatever the current row is. Space marks it.
            await (self.act_next() if event.key == "enter" else self._choose_current())
            return True
        action = keys.pause_action(event.key)
        if isinstance(focused, WritingArea) and (action or event.key in ("enter", "up")):
            await settle(focused)
        if action:
            await self.act(action)
            return True
        if isinstance(focused, WritingArea) and event.key in ("enter", "up"):
            return await self._enter_or_up(focused, event.key)
        return await super().takes(event)

    @property
    def _picks_many(self) -> bool:
        prompt = self.prompt
        is_open = prompt is not None and not self.gives_notice(prompt)
        return is_open and prompt is not None and prompt.form is Form.PICK_MANY

    async def _choose_current(self) -> None:
        if row := self.page.pick.row:
            await choose(self, row)

    async def _enter_or_up(self, area: WritingArea, key: str) -> bool:
        form = self.page.form
        if form is None or (key == "enter" and area.is_long):
            return False
        if key == "up":
            return form.up(area)
        if not form.enter(area):
            await self.act_next()
        return True

    async def act_next(self) -> None:
        await leave_question(self, self._next)

    def move_on(self) -> None:
        """Go on by one step, or from one of the five back to them. Nothing is shown anew."""
        if self._opened is None:
            self.sitting.next()
        self._opened = None

    def move_back(self) -> None:
        if self._opened is None:
            self.sitting.back()
        self._opened = None

    async def _next(self) -> None:
        self.move_on()
        if self.query_one(Strip).has_class("-calm"):
            self.query_one(Strip).say(None)
        if self.sitting.walk.at == END:
            await ask_how_to_finish(self)
        else:
            self.show()

    async def act_previous(self) -> None:
        await leave_question(self, self._previous)

    async def _previous(self) -> None:
        self.move_back()
        self.show()

    async def act_guide(self) -> None:
        if self.prompt is not None:
            self.page.turn_guide()

    async def act_look(self) -> None:
        await look_at_notice(self)

    async def act_reading_view(self) -> None:
        await open_reading_view(self)

    async def act_agenda(self) -> None:
        await self._agenda.open()

    async def act_longer(self) -> None:
        if isinstance(self.focused, WritingArea):
            self.focused.open_long()
            self._show_written()

    async def act_few(self) -> None:
        """The shortest version from here, or all of it again, with every answer as it is."""
        await leave_question(self, self._turn_few)

    async def _turn_few(self) -> None:
        self.sitting.turn_few()
        self._opened = None
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
        await leave_question(self, self._finish)

    async def _finish(self) -> None:
        self._opened = None
        await ask_how_to_finish(self)

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
        await pause(self)

    async def act_home(self) -> None:
        await leave_question(self, self._home)

    async def _home(self) -> None:
        await leave_with(self, self.desk.go_home)


def _enter_goes_on(focused: Widget | None) -> bool:
    """Whether Enter goes on from here: not in a long answer, nor with no row to choose."""
    if isinstance(focused, WritingArea):
        return not focused.is_long
    return not isinstance(focused, Rows) or focused.row is not None


def _does_nothing(place: Widget, prompt: Prompt | None) -> set[str]:
    """Keys that have nothing to do here: no answer to make longer, no guide to the five."""
    can_be_longer = isinstance(place, WritingArea) and place.can_be_long and not place.is_long
    names = set() if can_be_longer else {"longer"}
    return names if prompt else {*names, "guide"}
