"""The visit: what it is about, how you will meet, how long you have. Enter asks at once."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from tipcoach.coach.begin import Beginning, Wanted, begin, looking_back_on, trouble_with_own_files
from tipcoach.coach.promises import due_if_readable
from tipcoach.coach.reading import preparations_to_look_back_on, principles
from tipcoach.errors import NotSaved, TipcoachError, WrongUsage
from tipcoach.practice.due import those_of_purpose_first
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.plaintext import clean
from tipcoach.practice.visit import Channel, Form
from tipcoach.reports.entries import row_of
from tipcoach.reports.few import NOTE_IN_SHORT
from tipcoach.reports.promises_in_brief import due_in_a_few_lines, due_in_one_line
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.ground import Across, Down
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

TITLES = {Kind.PREPARATION: "Before a visit", Kind.REFLECTION: "After a visit"}
HOW = {Kind.PREPARATION: "How will you meet?", Kind.REFLECTION: "How did you meet?"}
QUICK = {Kind.PREPARATION: "two minutes", Kind.REFLECTION: "ninety seconds"}
FULL = "eight minutes"
FEW = "few"
HOW_TO_PICK = "press its key, then Enter"
"""Said while nothing is marked: a key marks here, and goes on at once in a walk."""

DUE_MARGINS = 4
"""Columns at both sides of what is due."""


class VisitScreen(Page):
    """One screen. No purpose is current until a letter or an arrow picks one."""

    NAME: ClassVar[str] = keys.VISIT
    CSS_PATH = "visit.tcss"

    def __init__(self, wanted: Wanted, *, ahead: bool = False) -> None:
        """`ahead`: it is put together before anybody has asked for it. Whoever opens it then has
        it show what there is."""
        super().__init__()
        self.wanted = wanted
        self._is_ahead = ahead
        self._before: dict[str, Entry] = {}
        self._trouble: TipcoachError | None = None
        self._due: tuple[LedgerLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield Header(TITLES[self.wanted.kind], badge=self.whose)
        with Across(classes="page"):
            with Down(id="about"):
                yield Static(_about(""), id="what-about", classes="question")
                purposes = Rows(id="purposes", preset=False, letters_choose=False, chosen="●")
                yield purposes
                yield More(purposes)
            with Down(id="how"):
                yield Static(HOW[self.wanted.kind], classes="question")
                yield Rows(id="channels", letters_choose=False, radio=True)
                yield Static("How long have you got?", classes="question")
                yield Rows(id="forms", letters_choose=False, radio=True)
                yield Static("", id="due")
        yield Strip()
        yield Keys(keys.VISIT)

    def on_mount(self) -> None:
        if not self._is_ahead:
            self.show()

    def show(self) -> None:
        """Show what there is to begin with now."""
        try:
            self._show()
            self._trouble = trouble_with_own_files(self.desk.coach)
        except TipcoachError as trouble:
            self._trouble = trouble
        self.query_one(Strip).say(self._trouble)
        self._say_what_enter_does()
        self.set_focus(self.query_one("#purposes"))
        # After a visit nothing due is shown: it is for landing first.
        if self.wanted.kind is Kind.PREPARATION:
            # Begun before the first painting, it would take turns from that.
            self.call_after_refresh(self._look_what_is_due)

    def on_resize(self) -> None:
        self._show_due()

    @work(thread=True, exit_on_error=False)
    def _look_what_is_due(self) -> None:
        coach = self.desk.coach
        self._due = due_if_readable(coach)
        self.app.call_from_thread(self._show_due)

    def _show_due(self) -> None:
        """What is due, under all that is asked here: it takes no key and moves nothing."""
        if not (self._due and self.is_open):
            return
        said = self.query_one("#due", Static)
        if self.has_class("-narrow"):
            lines = [due_in_one_line(len(self._due))]
        else:
            about = self.query_one("#purposes", Rows).row
            due = those_of_purpose_first(self._due, about.id if about else None)
            today, width = self.desk.coach.clock().date(), self.query_one("#how").size.width
            lines = ["Due first", *due_in_a_few_lines(due, today, width - DUE_MARGINS)]
        said.update(Content(clean("\n".join(lines))))

    def _show(self) -> None:
        coach, asked = self.desk.coach, self.wanted
        rows: list[Row] = []
        if asked.kind is Kind.REFLECTION:
            rows = self._preparation_rows()
        for purpose in coach.questions.purposes:
            columns = ((f"{purpose.letter}  ", "accent"), (purpose.name, "ink"))
            rows.append(Row(purpose.id, columns, key=purpose.letter))
        self.query_one("#purposes", Rows).show(rows, asked.purpose)
        channels = [Row(channel.value, ((channel.value, "ink"),)) for channel in Channel]
        channel = asked.channel or coach.settings.channel
        self.query_one("#channels", Rows).show(channels, channel.value)
        notes = {Form.QUICK: QUICK[asked.kind], Form.FULL: FULL}
        forms = [
            Row(form.value, ((f"{form.value:<7}", "ink"), (note, "muted")))
            for form, note in notes.items()
        ]
        forms.append(Row(FEW, ((f"{FEW:<7}", "ink"), (NOTE_IN_SHORT, "muted"))))
        form = FEW if asked.few else (asked.form or coach.settings.form).value
        self.query_one("#forms", Rows).show(forms, form)

    def _preparation_rows(self) -> list[Row]:
        """Preparations not yet looked back on, each with a digit of its own."""
        coach = self.desk.coach
        waiting = preparations_to_look_back_on(coach, 9)
        self._before = {entry.id: entry for entry in waiting}
        if not waiting:
            return []
        rows = [heading("Looking back on")]
        today = coach.clock().date()
        for number, entry in enumerate(waiting, 1):
            row = row_of(entry, principles(coach))
            columns = ((f"{number}  ", "accent"), (entry.concerning, "ink"))
            rows.append(Row(entry.id, columns, key=str(number), right=row.when(today)))
        return [*rows, gap(), heading("Something not prepared for")]

    async def takes(self, event: Key) -> bool:
        purposes = self.query_one("#purposes", Rows)
        if event.is_printable and event.character and await purposes.takes(event):
            self.set_focus(purposes)
            return True
        if event.key in ("left", "right"):
            self.move_focus(backwards=event.key == "left")
            return True
        return await super().takes(event)

    async def moved(self, rows: Rows, row: Row) -> None:
        """What is due for a purpose comes first; looking back on a preparation starts from how
        that visit was to be held."""
        self.query_one(Strip).say(self._trouble)
        self._say_what_enter_does()
        self._show_due()
        if rows.id == "purposes" and row.id in self._before:
            self.query_one("#channels", Rows).stand_on(self._before[row.id].channel or "")

    def _say_what_enter_does(self) -> None:
        is_marked = self.query_one("#purposes", Rows).row is not None
        self.query_one(Keys).leave_out(() if is_marked else ("begin",))
        said = "" if is_marked else HOW_TO_PICK
        self.query_one("#what-about", Static).update(_about(said), layout=False)

    async def chosen(self, rows: Rows, row: Row) -> None:
        await self.act_begin()

    async def begin_if_said(self) -> None:
        """Begin at once where the command line has said what it is about."""
        asked = self.wanted
        form = asked.form or self.desk.coach.settings.form
        if asked.of:
            of = asked.of
            coach, few = self.desk.coach, asked.few
            await self._begin(
                lambda: replace(looking_back_on(coach, of, form, asked.channel), few=few)
            )
        elif asked.purpose and asked.channel:
            begun = Beginning(
                asked.kind, asked.purpose, asked.channel, form, asked.hat, few=asked.few
            )
            await self._begin(lambda: begun)

    async def act_begin(self) -> None:
        await self._begin(self._beginning)

    async def _begin(self, make: Callable[[], Beginning]) -> None:
        from tipcoach.tui.screens.walk import WalkScreen

        coach = self.desk.coach
        try:
            beginning = make()
            sitting = begin(coach, beginning)
        except TipcoachError as trouble:
            self.query_one(Strip).say(trouble)
            return
        await self.app.switch_screen(WalkScreen(sitting))
        # A walk does not wait for a setting.
        with suppress(NotSaved):
            coach.remember(channel=beginning.channel, form=beginning.form)

    def _beginning(self) -> Beginning:
        about = self.query_one("#purposes", Rows).row
        if about is None:
            # Where there is nothing to pick from, asking for it again says why.
            _ = self.desk.coach.questions.purposes
            raise WrongUsage("Pick what it is about: press its letter, or an arrow.")
        channel = Channel(self._current("channels"))
        said = self._current("forms")
        few = said == FEW
        form = self.desk.coach.settings.form if few else Form(said)
        if about.id in self._before:
            return replace(looking_back_on(self.desk.coach, about.id, form, channel), few=few)
        return Beginning(self.wanted.kind, about.id, channel, form, self.wanted.hat, few=few)

    def _current(self, name: str) -> str:
        row = self.query_one(f"#{name}", Rows).row
        return row.id if row else ""


def _about(said: str) -> Content:
    """What is asked, and under it what is said of how to answer."""
    return Content.assemble("What is it about?\n", (said, "$muted not bold"))
