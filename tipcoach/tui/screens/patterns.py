"""My patterns: what comes back, read out once for one person, and the questions they leave."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.hiding import Hidden, ask_again, hidden_questions, hide, what_hiding_does
from tipcoach.coach.patterns import my_patterns
from tipcoach.coach.reading import principles
from tipcoach.errors import TipcoachError
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.hiding import Hiding
from tipcoach.practice.patterns import Patterns, TendsToBeLeft
from tipcoach.reports.patterns import (
    FOR_YOU_ALONE,
    HIDDEN,
    LEFT,
    WHAT_HIDING_DOES,
    Line,
    left_and_asked,
    pattern_lines,
)
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.asking_again import ask_whether_again, question_rows
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import gap, heading

MARGINS, WIDEST = 7, 76
STYLES = {"bold": "bold $ink", "ink": "$ink", "muted": "$muted", "accent": "$accent-ink"}
HOW = "Choose one, and say whether it is still useful."
STAYS = (
    "This one stays: a visit needs it, or too few like it would be left. Skipping it costs nothing."
)
QUICK = "The five of a quick form stay as they are."


class PatternsScreen(Page):
    """A page to read. Enter lists the questions that are left or hidden."""

    NAME: ClassVar[str] = keys.PATTERNS
    CSS_PATH = "reading.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._patterns: Patterns | None = None
        self._names: tuple[PrincipleName, ...] = ()
        self._left: tuple[TendsToBeLeft, ...] = ()
        self._hidden: tuple[Hidden, ...] = ()

    def compose(self) -> ComposeResult:
        yield Header("My patterns", badge=self.whose)
        said = Static(Content.styled(FOR_YOU_ALONE, "$muted"), classes="text", id="patterns")
        scroll = VerticalScroll(said, classes="reading")
        yield scroll
        yield More(scroll)
        yield Strip()
        yield Keys(keys.PATTERNS, without=frozenset({"questions"}))

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))
        self._read()

    def on_resize(self) -> None:
        self._fill()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        coach = self.desk.coach
        try:
            found = my_patterns(coach)
        except TipcoachError as trouble:
            self.app.call_from_thread(self.query_one(Strip).say, trouble)
            return
        names, hidden = principles(coach), hidden_questions(coach)
        self.app.call_from_thread(self._show, found, names, hidden)

    def _show(
        self, found: Patterns, names: tuple[PrincipleName, ...], hidden: tuple[Hidden, ...]
    ) -> None:
        if not self.is_open:
            return
        self._patterns, self._names = found, names
        self._left, self._hidden = left_and_asked(found, hidden), hidden
        self.query_one(Keys).leave_out(set() if self._left or hidden else {"questions"})
        self._fill()

    def _fill(self) -> None:
        if self._patterns is None:
            return
        width = min(self.size.width - MARGINS, WIDEST)
        lines = pattern_lines(self._patterns, self._names, self._hidden, width)
        self.query_one("#patterns", Static).update(Content("\n").join(map(_styled, lines)))

    async def act_questions(self) -> None:
        """List the questions that tend to be left, and under them those that are hidden."""
        left, hidden = question_rows(self._left), question_rows(self._hidden)
        between = [gap(), heading(HIDDEN)] if left and hidden else []
        if left or hidden:
            sheet = Sheet(
                LEFT if left else HIDDEN, [HOW], [*left, *between, *hidden], self._ask_about
            )
            await self.app.push_screen(sheet)

    async def _ask_about(self, prompt_id: str) -> None:
        for left in self._left:
            if left.prompt == prompt_id:
                await self._ask_whether_useful(left)
        for hidden in self._hidden:
            if hidden.prompt == prompt_id:
                await ask_whether_again(self, hidden, self._ask_again)

    async def _ask_again(self, hidden: Hidden) -> None:
        await self._change(lambda: ask_again(self.desk.coach, hidden.prompt))

    async def _ask_whether_useful(self, left: TendsToBeLeft) -> None:
        async def then(letter: str) -> None:
            if letter == "h":
                await self._change(lambda: hide(self.desk.coach, left.prompt))

        try:
            what = what_hiding_does(self.desk.coach, left.prompt)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
            return
        rows, lines = [choice("Esc", "Keep asking")], [left.question]
        if what is None:
            lines += ["", STAYS]
        else:
            rows.append(choice("h", "Hide it", WHAT_HIDING_DOES[what]))
        if what is Hiding.ANOTHER_INSTEAD:
            lines += ["", QUICK]
        await self.app.push_screen(Sheet("Still useful?", lines, rows, then))

    async def _change(self, change: Callable[[], object]) -> None:
        """Hide a question or ask it again, and read anew; the place in the text stays."""
        self.query_one(Strip).say(None)
        try:
            change()
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
        self._read()


def _styled(line: Line) -> Content:
    return Content.assemble(*((text, STYLES[role]) for text, role in line))
