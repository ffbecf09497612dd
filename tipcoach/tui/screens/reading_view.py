"""The reading view: one question of a session for a wall, and nothing that anybody wrote.

It lies over the page of the walk and moves it. What is to be written is written on that page.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tipcoach.practice.checklist import Prompt
from tipcoach.practice.walk import Step, Walk
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.finishing import ask_how_to_finish
from tipcoach.tui.screens.on_screen_only import leave_question
from tipcoach.tui.widgets.frame import Keys
from tipcoach.tui.widgets.slide import COLUMNS, Slide, SlidePage

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

LARGER = "Make the letters of this window larger."
HOW = (
    "Ctrl and + in Windows Terminal, GNOME Terminal and most others\n"
    "Cmd and + in Terminal.app on a Mac"
)
ANOTHER = "{eyes}: another.\nEnter or Esc: back."
THE_END = Slide(
    "The end",
    "That was the last question.",
    after="What is kept is settled at the keyboard.\nEnter goes there.",
)
LAST_PART = "This is the last part."
AT_THE_KEYBOARD = "at the keyboard.\nEnter goes there."
NOT_SAVED = "Not saved yet: Esc shows why."


async def open_reading_view(screen: "WalkScreen") -> None:
    """Put the question in front on the wall; what is written on the page is held first."""
    if screen.has_reading_view and screen.hold_written():
        await screen.app.push_screen(ReadingViewScreen(screen))


class ReadingViewScreen(Page):
    """Over the walk it was opened from. It says how letters are made larger, once in a sitting:
    another time it is another room, and may be another keyboard."""

    NAME: ClassVar[str] = keys.READING_VIEW
    CSS_PATH = "reading_view.tcss"

    def __init__(self, under: "WalkScreen") -> None:
        super().__init__()
        self._under = under
        self._turned: Prompt | None = None
        self._asks_for_letters = not under.was_on_the_wall
        under.was_on_the_wall = True
        if not under.sitting.walk.checklist.eyes:
            self.does_nothing = frozenset({"eyes"})

    def compose(self) -> ComposeResult:
        yield SlidePage()
        yield Keys(keys.READING_VIEW, without=self.does_nothing)

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        # How many columns there are now is on it while letters are made larger.
        self.show()

    def show(self) -> None:
        self.query_one(SlidePage).show(self._slide())

    def _slide(self) -> Slide:
        if self._asks_for_letters:
            now = f"{self.size.width} columns now. {COLUMNS} or fewer suit most rooms."
            return Slide("Reading view", LARGER, HOW, f"{now} Enter goes on.")
        if self._turned is not None:
            return Slide(
                "Turn the eyes", self._turned.question, after=keys.said(keys.READING_VIEW, ANOTHER)
            )
        step, prompt = self._under.sitting.walk.step, self._under.prompt
        if step is None:
            return THE_END
        part = step.section.name
        if prompt is None:
            return Slide(
                part, "Several questions stand together.", after=f"Opened {AT_THE_KEYBOARD}"
            )
        if self._under.gives_notice(prompt):
            question = "The next question is a heavier one."
            return Slide(part, question, prompt.heavy, f"Opened {AT_THE_KEYBOARD}")
        return Slide(part, prompt.question, prompt.hint, self._after(step, prompt))

    def _after(self, step: Step, prompt: Prompt) -> str:
        if self._under.save_failed:
            return NOT_SAVED
        if not prompt.form.is_only_said:
            return f"{'Marked' if prompt.choices else 'Written'} {AT_THE_KEYBOARD}"
        name = _next_part(self._under.sitting.walk, step)
        return f"Next part: {name}" if name else LAST_PART

    @property
    def _is_for_the_keyboard(self) -> bool:
        """Whether what is in front cannot be done with by talking."""
        prompt = self._under.prompt
        return prompt is None or not prompt.form.is_only_said or self._under.gives_notice(prompt)

    def _back_to_the_question(self) -> bool:
        """Away with what stands in front of the question. False: nothing did."""
        was_away = self._asks_for_letters or self._turned is not None
        self._asks_for_letters, self._turned = False, None
        self.show()
        return was_away

    async def act_go_on(self) -> None:
        if self._back_to_the_question():
            return
        if self._is_for_the_keyboard:
            await self.act_go_to_page()
        else:
            await self.act_next()

    async def act_next(self) -> None:
        if not self._back_to_the_question() and self._under.sitting.walk.step is not None:
            await leave_question(self._under, self._next)

    async def _next(self) -> None:
        self._under.move_on()
        self._show_both()

    async def act_previous(self) -> None:
        if not self._back_to_the_question():
            await leave_question(self._under, self._previous)

    async def _previous(self) -> None:
        self._under.move_back()
        self._show_both()

    def _show_both(self) -> None:
        # The page under it goes along: what is written there belongs to the question in front.
        self._under.show()
        self.show()

    async def act_eyes(self) -> None:
        if "eyes" not in self.does_nothing:
            self._asks_for_letters = False
            self._turned = self._under.sitting.eyes.turn()
            self.show()

    async def act_go_to_page(self) -> None:
        if self._turned is not None:
            self._back_to_the_question()
            return
        await self.app.pop_screen()
        if self._under.sitting.walk.step is None:
            await ask_how_to_finish(self._under)


def _next_part(walk: Walk, here: Step) -> str:
    """The name of the part after this one; nothing where it is the last."""
    parts = list({step.section.id: step.section.name for step in walk.path}.items())
    ids = [section_id for section_id, _ in parts]
    after = parts[ids.index(here.section.id) + 1 :]
    return after[0][1] if after else ""
