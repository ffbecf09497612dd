"""A walk on the screen: one step at a time, every move handed to the sitting."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, TipcoachError
from tipcoach.practice.answer import Answer, AnswerForm, Picked, PickedMany, YesNotYet
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.walk import END
from tipcoach.tui import keys
from tipcoach.tui.page import Page, settle
from tipcoach.tui.screens.finishing import ask_how_to_finish
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.answers import AnswerForm as Form
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.walk_page import GO_ON, OPEN, YES, WalkPage
from tipcoach.tui.widgets.writing_area import WritingArea

BADGES = {
    Saving.NOTHING_YET: "○ nothing yet",
    Saving.PENDING: "○ saving",
    Saving.SAVED: "● saved",
    Saving.FAILED: " not saved ",
}
Leaving = Callable[[], Awaitable[None]]
FULL = AnswerNotTaken("This answer is full: one answer holds 8,000 characters. Nothing was cut.")


class WalkScreen(Page):
    """One walk. The sitting holds the answers; this shows them and passes keys on."""

    NAME: ClassVar[str] = keys.WALK
    CSS_PATH = "walk.tcss"

    class SavingTold(Message):
        """The coach says what is true of the draft."""

        def __init__(self, saved: Saved) -> None:
            super().__init__()
            self.saved = saved

    def __init__(self, sitting: Sitting, *, newer_questions: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self._newer = newer_questions
        self._save_failed = False
        self._opened: str | None = None
        self._heavy_opened: set[str] = set()

    def compose(self) -> ComposeResult:
        visit = self.sitting.walk.visit
        label = self.sitting.walk.checklist.purpose_label
        yield Header(self.sitting.walk.checklist.title, f"{label} · {visit.channel.value}")
        yield WalkPage(self.desk.coach.clock().date())
        yield Strip()
        yield Keys(keys.WALK)

    def on_mount(self) -> None:
        self.sitting.told = self._hear
        self._show_saved(self.sitting.saved)
        if self._newer:
            self.query_one(Strip).say(
                TipcoachError("The questions have changed since. You get those you began with.")
            )
        self.show()

    def _hear(self, saved: Saved) -> None:
        """Called from the saving thread: a message is the one safe way over."""
        self.post_message(self.SavingTold(saved))

    # -- showing ------------------------------------------------------------------------

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
    def page(self) -> WalkPage:
        return self.query_one(WalkPage)

    def show(self) -> None:
        """Show the walk as it stands, all at once."""
        walk, step, prompt = self.sitting.walk, self.sitting.walk.step, self.prompt
        if step is None:
            return
        if prompt is None:
            place = self.page.show_five(walk, step, None)
        else:
            heavy = bool(prompt.heavy) and prompt.id not in {*self._heavy_opened, *walk.answers}
            place = self.page.show_prompt(walk, step, prompt, heavy=heavy)
        self.set_focus(place)
        self._show_written()

    def _show_written(self) -> None:
        step = self.sitting.walk.step
        prompts = [self.prompt] if self.prompt else list(step.prompts) if step else []
        answers = self.sitting.walk.answers
        focused = self.focused
        self.page.show_written(
            written=any(prompt.id in answers for prompt in prompts),
            enter_goes_on=not isinstance(focused, WritingArea) or not focused.is_long,
        )

    @on(SavingTold)
    def _saving_told(self, event: SavingTold) -> None:
        self._show_saved(event.saved)

    def _show_saved(self, saved: Saved) -> None:
        failed = saved.state is Saving.FAILED
        self.query_one(Header).badge(BADGES[saved.state], failed=failed)
        if failed or (self._save_failed and saved.state is Saving.SAVED):
            self._save_failed = failed
            self.query_one(Strip).say(saved.trouble)

    # -- answers ------------------------------------------------------------------------

    @on(Form.Changed)
    def _form_changed(self, event: Form.Changed) -> None:
        event.stop()
        if not self._save_failed:
            self.query_one(Strip).say(None)
        self._hold_written()

    @on(WritingArea.Full)
    def _full(self, event: WritingArea.Full) -> None:
        self.query_one(Strip).say(FULL)

    def _hold_written(self) -> None:
        """Hold what the form on the page says now."""
        form, prompt = self.page.form, self.prompt
        if form is not None and prompt is not None:
            self._hold(prompt, form.said())

    def _hold(self, prompt: Prompt, answer: Answer) -> None:
        try:
            self.sitting.answer(prompt.id, answer)
        except AnswerNotTaken as trouble:
            self.query_one(Strip).say(trouble)
        self._show_written()

    async def chosen(self, rows: Rows, row: Row) -> None:
        """A row of the page: one of the five, an answer, or a heavy prompt's notice."""
        prompt = self.prompt
        if prompt is None:
            await self._chosen_of_five(row)
        elif row.id == OPEN and prompt.heavy and prompt.id not in self._heavy_opened:
            self._heavy_opened.add(prompt.id)
            self.show()
        elif prompt.form is AnswerForm.PICK_MANY and row.id != GO_ON:
            held = self.sitting.walk.answers.get(prompt.id)
            values = set(held.values if isinstance(held, PickedMany) else ()) ^ {row.id}
            self._hold(prompt, PickedMany(tuple(v for v in prompt.values if v in values)))
            self.show()
            self.page.pick.stand_on(row.id)
        else:
            if prompt.form is AnswerForm.YES_NOT_YET:
                self._hold(prompt, YesNotYet(row.id == YES))
            elif row.id in prompt.values:
                self._hold(prompt, Picked(row.id))
            await self.act_next()

    async def _chosen_of_five(self, row: Row) -> None:
        if row.id == GO_ON:
            await self.act_next()
        else:
            self._opened = row.id
            self.show()

    # -- moves --------------------------------------------------------------------------

    async def takes(self, event: Key) -> bool:
        focused = self.focused
        if pause := keys.pause_action(event.key):
            if isinstance(focused, WritingArea):
                await settle(focused)
            await self.act(pause)
            return True
        if isinstance(focused, WritingArea) and event.key in ("enter", "up"):
            await settle(focused)
            form = self.page.form
            if event.key == "up":
                return form is not None and form.up(focused)
            if focused.is_long:
                return False
            if form is None or not form.enter(focused):
                await self.act_next()
            return True
        return await super().takes(event)

    async def act_next(self) -> None:
        self._hold_written()
        if self._opened is not None:
            self._opened = None
            self.show()
            return
        self.sitting.next()
        await self._show_or_finish()

    async def act_previous(self) -> None:
        self._hold_written()
        if self._opened is not None:
            self._opened = None
        else:
            self.sitting.back()
        self.show()

    async def _show_or_finish(self) -> None:
        if self.sitting.walk.at == END:
            await ask_how_to_finish(self)
        else:
            self.show()

    async def act_guide(self) -> None:
        self.page.turn_guide()

    async def act_longer(self) -> None:
        if isinstance(self.focused, WritingArea):
            self.focused.open_long()
            self._show_written()

    async def act_finish(self) -> None:
        self._hold_written()
        self._opened = None
        await ask_how_to_finish(self)

    async def act_save(self) -> None:
        self._hold_written()
        self._show_saved(self.save_now())

    def save_now(self) -> Saved:
        """Write the draft at once; the app asks this of every screen when it is ended."""
        return self.sitting.save_now()

    async def act_pause(self) -> None:
        """Cover the page. Esc carries on; a letter does one of the rest."""
        self._hold_written()

        async def then(letter: str) -> None:
            found = (action for key, _, _, action in keys.PAUSE_ROWS if key == letter and action)
            for action in found:
                await self.act(action)

        rows = [
            choice("Esc" if key == "escape" else key, label, note)
            for key, label, note, _ in keys.PAUSE_ROWS
        ]
        saved = self.save_now()
        title = "Paused. What you wrote is covered, and saved."
        if saved.state is Saving.FAILED:
            title = "Paused. What you wrote is covered, and not saved yet."
        await self.app.push_screen(Sheet(title, (), rows, then, covers=True))

    async def act_home(self) -> None:
        await self._leave_with(self.desk.go_home)

    async def act_leave(self) -> None:
        await self._leave_with(super().act_leave)

    async def _leave_with(self, leave: Leaving) -> None:
        """Leave once everything is on disk; asks only while it is not."""
        self._hold_written()
        if self.save_now().state is not Saving.FAILED:
            await leave()
            return

        async def then(letter: str) -> None:
            if letter == "l":
                await leave()

        rows = [choice("s", "Stay", "the words are still here"),
                choice("l", "Leave", "what is not saved is lost")]  # fmt: skip
        trouble = self.sitting.saved.trouble
        lines = [str(trouble)] if trouble else []
        await self.app.push_screen(Sheet("Not everything is saved.", lines, rows, then))
