"""Review, the reader's side: what was brought, and the officer's question as its headline.

Nothing of a copy but its question, the principle named and the fair warning is shown before it
is opened. There is no search, no sorting by person, and nothing is counted.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.reading import principles
from tipcoach.coach.reviewing import FIRST_ROWS, Review, look_over, rows
from tipcoach.coach.reviewing import Row as Copy
from tipcoach.practice.checklist import PrincipleName
from tipcoach.reports.shared_copies import Line, Voice, before_opening
from tipcoach.tui import keys
from tipcoach.tui.page import LooksAgain, Page
from tipcoach.tui.screens import reviewing
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.review_rows import review_rows
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.paper import paper
from tipcoach.tui.widgets.rows import Row, Rows, heading

SHOWN_TO_THEM = "opening is shown to the officer"
HOW = "{open_it} open   {ask} ask a question   {mark} "
LOOKING = "looking in the shared place"
WILL_SEE = "When you open it, {name} will see that you did, and when."
HAS_SEEN = "You have opened it, and {name} sees that you did."
SEALED = "The rest is sealed to you and to them, until you open it."
REFUSED = "It could not be opened: {why}. It is left alone."
EMPTY = (
    "Nothing brought yet.",
    "",
    "Officers choose what they bring. It",
    "will be here, unopened first. Until",
    "then there is nothing to do.",
)
NEEDS_A_COPY = frozenset({"open_it", "ask", "mark"})


class ReviewScreen(Page):
    """Rows at the left, and what may be seen of the current one at the right."""

    NAME: ClassVar[str] = keys.REVIEW
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reading.tcss", "review.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._copies: dict[str, Copy] = {}
        self._names: tuple[PrincipleName, ...] = ()

    def compose(self) -> ComposeResult:
        yield Header("Brought to supervision", badge=SHOWN_TO_THEM)
        with Horizontal(classes="page"):
            with Vertical(id="list"):
                brought = Rows(id="brought")
                yield brought
                yield More(brought)
                yield Static(Content(_how({})), id="how")
            with Vertical(id="beside"):
                with VerticalScroll(id="preview", can_focus=False) as preview:
                    yield Static("", classes="text", id="preview-text")
                yield More(preview)
        yield Strip()
        yield Keys(keys.REVIEW, without=NEEDS_A_COPY, above=NEEDS_A_COPY)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Rows))
        self.look_again()

    def look_again(self) -> None:
        self.app.call_later(self._look)

    async def _look(self) -> None:
        coach, many = self.desk.coach, max(FIRST_ROWS, len(self._copies))

        def look() -> tuple[Review, tuple[Copy, ...]]:
            review = look_over(coach)
            self._names = principles(coach)
            return review, rows(coach, review, 0, many)

        async def show(found: tuple[Review, tuple[Copy, ...]]) -> None:
            self._review, copies = found
            self._copies = {copy.brought.id: copy for copy in copies}
            self._show()

        await away(self, LOOKING, look, show)

    async def _read_on(self) -> None:
        """Read the next rows when the current one comes near the end of those at hand."""
        review, coach, first = self._review, self.desk.coach, len(self._copies)
        if review is None or first >= len(review.brought):
            return

        async def show(copies: tuple[Copy, ...]) -> None:
            self._copies |= {copy.brought.id: copy for copy in copies}
            self._show()

        await away(self, LOOKING, lambda: rows(coach, review, first), show)

    def _show(self) -> None:
        listed, review = self.query_one(Rows), self._review
        if review is None:
            return
        today = self.desk.coach.clock().date()
        copies = tuple(self._copies.values())
        more = len(copies) < len(review.brought)
        shown = review_rows(copies, review, self._names, today, more=more)
        if not copies:
            shown = [*(heading(line) for line in EMPTY), *shown]
        listed.show(shown, listed.row.id if listed.row else None)
        self._show_beside()

    async def moved(self, rows: Rows, row: Row) -> None:
        self._show_beside()
        if row.id in list(self._copies)[-FIRST_ROWS // 2 :]:
            await self._read_on()

    def _show_beside(self) -> None:
        copy = self._current()
        text = self.query_one("#preview-text", Static)
        text.update(paper(beside(copy, self._names)) if copy else "")
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
        is_whole = copy is not None and copy.copy is not None
        says = reviewing.says_of_the_mark(copy is not None and copy.brought.marked)
        self.query_one(Keys).leave_out(() if is_whole else NEEDS_A_COPY, says)
        self.query_one("#how", Static).update(Content(_how(says)))

    def _current(self) -> Copy | None:
        row = self.query_one(Rows).row
        return self._copies.get(row.id) if row else None

    async def chosen(self, rows: Rows, row: Row) -> None:
        """Enter reads again what is open already; what is not is opened by its letter alone."""
        copy = self._current()
        if copy is not None and copy.brought.opened:
            await self.act_open_it()

    async def act_open_it(self) -> None:
        copy = self._current()
        if copy is not None and copy.copy is not None and not self.is_busy:
            await reviewing.open_it(self, copy.brought)

    async def act_ask(self) -> None:
        copy = self._current()
        if copy is not None and copy.copy is not None and not self.is_busy:
            await reviewing.ask_a_question(self, copy.brought, copy.copy.question, self._look)

    async def act_mark(self) -> None:
        copy = self._current()
        if copy is not None and copy.copy is not None:
            await reviewing.mark_it(self, copy.brought, self._look)

    async def act_go_back(self) -> None:
        await self.app.pop_screen()
        if isinstance(self.app.screen, LooksAgain):
            self.app.screen.look_again()


def _how(says: Mapping[str, str]) -> str:
    mark = says.get("mark", keys.called(keys.REVIEW, "mark").label)
    return keys.said(keys.REVIEW, HOW) + mark


def beside(copy: Copy, names: tuple[PrincipleName, ...]) -> list[Line]:
    """What may be seen of a copy before it is opened, and what opening does."""
    who = copy.brought.officer.name
    if copy.copy is None:
        why = REFUSED.format(why=copy.why)
        return [Line(Voice.HEADLINE, who), Line(Voice.GAP), Line(Voice.NOTE, why)]
    said = HAS_SEEN if copy.brought.opened else WILL_SEE
    lines = [*before_opening(copy.copy, names), Line(Voice.GAP), Line(Voice.NOTE, f"From {who}.")]
    if not copy.brought.opened:
        lines.append(Line(Voice.NOTE, SEALED))
    return [*lines, Line(Voice.GAP), Line(Voice.ANSWER, said.format(name=who))]
