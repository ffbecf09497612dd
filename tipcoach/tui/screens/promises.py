"""The promises: what was said would happen, what is due, and what became of each."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from tipcoach.coach.promises import ledger
from tipcoach.coach.reading import read
from tipcoach.errors import TipcoachError
from tipcoach.practice.counting import in_words
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.plaintext import clean
from tipcoach.reports.promises import ON_THE_CASE, grouped, how_it_stands, mark
from tipcoach.reports.promises_in_brief import written_down
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.screens.settling import Settled, ask_if_told, ask_new_date, write_down
from tipcoach.tui.widgets.frame import Header, Keys, KeysAbove, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

EMPTY = (
    "No promises yet.\n\n"
    "What was said would happen will be here, soonest first.\n"
    "It comes from the end of After a visit: Esc, then {after}."
)
HOW = dict.fromkeys(("kept", "new_date", "not_kept"), "")
"""Said on the page where the last row has no room for all of it."""
SAID_IN_HOW = frozenset(HOW)
FEW = 3
"""How many settled ones are shown as the screen opens; more are one row until it is opened."""
SETTLED = "settled"
PATIENCE = 0.4
"""Seconds after which it is said that something is being read."""
NEEDS_A_ROW = frozenset({"choose", "kept", "new_date", "not_kept", "open"})


class PromisesScreen(Page):
    """Every promise under its heading; a letter says what became of the current one.

    `over_a_talk` it settles promises and opens nothing else.
    """

    NAME: ClassVar[str] = keys.PROMISES
    CSS_PATH = "promises.tcss"

    def __init__(self, *, over_a_talk: bool = False) -> None:
        super().__init__()
        if over_a_talk:
            # From an entry another walk could be begun, and the talk under it be left behind.
            self.does_nothing = frozenset({"open"})
        self._lines: tuple[LedgerLine, ...] | None = None
        self._folded: frozenset[str] = frozenset()
        self._slow: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Header("Promises", badge=self.whose)
        with Vertical(classes="page"):
            rows = Rows(id="promises")
            yield rows
            yield More(rows)
            yield Static(Content(ON_THE_CASE), id="said")
            yield KeysAbove(keys.PROMISES, HOW, id="how")
        yield Strip()
        yield Keys(keys.PROMISES, without=self.does_nothing, above=SAID_IN_HOW)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Rows))
        self._slow = self.set_timer(PATIENCE, self._say_reading)
        self.look_again()

    @property
    def _today(self) -> date:
        return self.desk.coach.clock().date()

    def _say_reading(self) -> None:
        # Its time may come just as the reading ends.
        if self._slow is not None:
            self.query_one(Header).badge("reading your journal")

    @work(thread=True, exclusive=True, exit_on_error=False)
    def look_again(self, trouble: TipcoachError | None = None) -> None:
        """Read the promises, away from the keys; `trouble` is said with them."""
        worker = get_current_worker()
        try:
            found = ledger(self.desk.coach)
        except TipcoachError as unread:
            self.app.call_from_thread(self._has_read, worker, None, unread)
        else:
            self.app.call_from_thread(self._has_read, worker, found, trouble)

    def _has_read(
        self,
        worker: Worker[None],
        found: tuple[LedgerLine, ...] | None,
        trouble: TipcoachError | None,
    ) -> None:
        if worker.is_cancelled or not self.is_open:
            # Something was said meanwhile, and is being read; or the screen has been left.
            return
        if self._slow is not None:
            self._slow.stop()
            self._slow = None
        self.query_one(Header).badge(self.whose)
        self.query_one(Strip).say(trouble)
        if found is not None:
            if self._lines is None:
                self._folded = _to_fold(found)
            self._lines = found
        self._show()

    def _show(self) -> None:
        listed = self.query_one(Rows)
        here = listed.row.id if listed.row else None
        nothing = [] if self._lines is None else _nothing_yet()
        listed.show(self._rows() or nothing, here)
        self.set_class(bool(self._lines), "-some")
        self.query_one(Keys).leave_out(self.does_nothing | (set() if self._lines else NEEDS_A_ROW))

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for group in grouped(self._lines or (), self._today):
            rows += [gap()] if rows else []
            rows.append(heading(group.heading))
            # One that was settled may have been opened again in another window.
            shown = [
                line for line in group.lines if line.is_open or str(line.id) not in self._folded
            ]
            rows += [self._row(line) for line in shown]
            if rest := len(group.lines) - len(shown):
                more = "more settled" if shown else "settled"
                rows.append(Row(SETTLED, ((f"· {in_words(rest)} {more}", "muted"),)))
        return rows

    def _row(self, line: LedgerLine) -> Row:
        today = self._today
        columns = ((f"{mark(line, today)} ", "muted"), (line.promise.text, "ink"))
        return Row(str(line.id), columns, right=how_it_stands(line, today))

    async def chosen(self, rows: Rows, row: Row) -> None:
        if row.id == SETTLED:
            self._unfold()
        elif "open" not in self.does_nothing and (line := self._line()):
            await self._open(line)

    async def act_open(self) -> None:
        row = self.query_one(Rows).row
        if row is not None:
            await self.chosen(self.query_one(Rows), row)

    def _unfold(self) -> None:
        first = next(str(line.id) for line in self._lines or () if str(line.id) in self._folded)
        self._folded = frozenset()
        self._show()
        self.query_one(Rows).stand_on(first)

    async def _open(self, line: LedgerLine) -> None:
        try:
            entry = read(self.desk.coach, line.id.entry)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
            return
        if isinstance(entry, Entry):
            await self.app.push_screen(EntryScreen(entry))

    async def act_kept(self) -> None:
        line = self._line()
        if line is None:
            return
        if line.outcome is not None and line.outcome.became is Became.KEPT:
            self._say(written_down(line.outcome, self._today))
        else:
            write_down(self, line, Settled(Became.KEPT))

    async def act_new_date(self) -> None:
        if line := self._line():
            await ask_new_date(self, line)

    async def act_not_kept(self) -> None:
        if line := self._line():
            await ask_if_told(self, line, Became.NOT_KEPT)

    async def act_go_back(self) -> None:
        """Back to Home, or to the talk it was opened from."""
        await self.app.pop_screen()
        if self.app.screen is self.desk.home:
            self.desk.home.look_again()

    def _line(self) -> LedgerLine | None:
        """The promise that is current; nothing on a row that stands for several."""
        row = self.query_one(Rows).row
        lines = (line for line in self._lines or () if row and str(line.id) == row.id)
        return next(lines, None)

    def has_written(self, line: LedgerLine, follow_up: FollowUp) -> None:
        """Show at once what was written down of a promise, then read the ledger again."""
        if isinstance(follow_up.said, PromiseOutcome):
            now = replace(line, outcome=follow_up.said, said_by=(follow_up.id,))
            lines = self._lines or ()
            self._lines = tuple(now if each.id == line.id else each for each in lines)
            self._say(" ".join([written_down(follow_up.said, self._today), *self._in_the_way(now)]))
        self.query_one(Strip).say(None)
        self._show()
        self.look_again()

    def _in_the_way(self, line: LedgerLine) -> list[str]:
        because = line.outcome.because if line.outcome else ""
        if not because:
            return []
        labels = {each.id: each.label for each in self.desk.coach.questions.barriers}
        return [f"In the way: {labels[because]}."]

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(clean(said)))


def _nothing_yet() -> list[Row]:
    return [heading(line) for line in keys.said(keys.HOME, EMPTY).split("\n")]


def _to_fold(lines: tuple[LedgerLine, ...]) -> frozenset[str]:
    settled = frozenset(str(line.id) for line in lines if not line.is_open)
    return settled if len(settled) > FEW else frozenset()
