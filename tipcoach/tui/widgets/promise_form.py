"""The answer that is promises: those so far, and the fields of another."""

from datetime import date
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import Answer, Promised
from tipcoach.practice.promises import Promise, Whose, say_date, understand_date
from tipcoach.reports.hints import as_example, as_hint
from tipcoach.tui.widgets.answers import AnswerForm
from tipcoach.tui.widgets.line_forms import (
    DELETE_TAKES_OUT,
    ENTER_CHANGES,
    SHOWN_LINES,
    UP_CHANGES,
)
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.page import Page

WHAT = "What"
TAKEN_BACK = "What · back from the list, to be added again"
NOT_A_DATE = "Not a date I know. Try “Friday” or “3 Dec”."
NO_DAY = (
    "I do not know that day. Friday, 3 Dec or in two weeks would do; Enter again keeps the words "
    "with it."
)
"""Said once of words that are no day: whoever meant one gives another, and words are kept."""
NO_WHAT = (
    "There is a day, and nothing under “What” yet. Write what was said would happen, or go on "
    "without it."
)
"""Said once of a day alone, which is no promise and would go when the question is left."""

ADDED_BY_LEAVING = f"“{WHAT}” was not added yet: it is on the list now."
ADDED_WITH_NO_DAY = f"“{WHAT}” was not added yet: it is on the list now, with no day."


class PromiseForm(AnswerForm):
    """What was said would happen, by when, and whose it is."""

    DEFAULT_CSS = """
    PromiseForm #made { max-height: 4; margin: 0 0 1 0; }
    PromiseForm #understood { height: auto; min-height: 1; color: $muted; padding: 0 0 0 2; }
    """
    HINTS_IN_FULL = ("enough for me to know it, nobody else", "friday, in two weeks, 3 Dec")
    EXAMPLES = ("ring back", "friday")
    """Where there is no room to say how much is enough."""
    OF_US = "enough for the two of us to know it"
    DAY = "when"
    """The field that holds a day, and no words."""

    of_us = False
    """Whether two people write it together."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._made: tuple[Promise, ...] = ()
        self._hinted = True
        self._is_taken_back = False
        self._not_understood = ""
        self._asked_of = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="so-far", classes="label")
        yield PromiseRows(self)
        yield Static(WHAT, id="what-label", classes="label")
        yield WritingArea(single=True, id="what")
        yield Static("By when", classes="label")
        yield WritingArea(single=True, id="when")
        yield Static("", id="understood")
        yield Static("Whose", classes="label")
        yield WhoseRows(self)

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        self._hinted = hints
        self.changes.forget()
        self._show(answer.promises if isinstance(answer, Promised) else ())

    def said(self) -> Answer:
        promise = self._in_fields(self.query_one(WhoseRows).whose)
        return Promised((*self._made, promise) if promise else self._made)

    def first(self) -> Widget:
        return self.what

    @property
    def made(self) -> tuple[Promise, ...]:
        """The promises above the fields."""
        return self._made

    @property
    def what(self) -> WritingArea:
        return self.query_one("#what", WritingArea)

    def as_it_is(self) -> object:
        fields = (self.query_one(f"#{name}", WritingArea).text for name in ("what", "when"))
        return self._made, *fields, self.query_one(WhoseRows).whose, self._is_taken_back

    def be_as(self, it_was: object) -> None:
        match it_was:
            case (tuple() as made, str() as what, str() as when, Whose() as whose, bool() as back):
                self._show(made)
                self._fill(what, when, whose)
                self._is_taken_back = back
                self._label_what()

    def _show(self, made: tuple[Promise, ...]) -> None:
        self._made = made
        rows = [
            Row(str(n), ((f"□ {promise.text}", "ink"),), right=_task(promise, self._today))
            for n, promise in enumerate(made)
        ]
        self.query_one("#so-far", Static).update(Content(f"{len(rows)} so far"))
        self.query_one("#so-far").display = len(rows) > SHOWN_LINES
        listed = self.query_one(PromiseRows)
        listed.display = bool(rows)
        listed.show(rows, str(len(rows) - 1))
        self._write_in_fields()

    def _write_in_fields(self, promise: Promise | None = None) -> None:
        """The fields with a promise in them to be put in other words, or empty for another."""
        if promise is None:
            self._fill("", "", Whose.MINE)
        else:
            day = _as_typed(promise.due, self._today) if promise.due else ""
            self._fill(promise.text, day, promise.whose)
        self._is_taken_back = promise is not None
        self._label_what()

    def _label_what(self) -> None:
        self.query_one("#what-label", Static).update(TAKEN_BACK if self._is_taken_back else WHAT)

    def _fill(self, what: str, when: str, whose: Whose) -> None:
        how_much, day = self.HINTS_IN_FULL if self._hinted else self.EXAMPLES
        if self.of_us:
            said = as_hint(self.OF_US)
        else:
            said = as_hint(how_much) if self._hinted else as_example(how_much)
        self.query_one("#what", WritingArea).begin(what, said)
        self.query_one("#when", WritingArea).begin(when, as_example(day))
        self._not_understood = self._asked_of = ""
        self._show_understood(self._say_back())
        self.query_one(WhoseRows).show_all(whose)

    def enter(self, area: WritingArea) -> bool:
        if area.id == "what":
            if not area.text.strip():
                return False
            when = self.query_one("#when", WritingArea)
            self.screen.set_focus(when)
            # The day it had gives way to another that is typed, and stays where none is.
            when.select_all()
        elif self._is_no_day(area.text) and area.text != self._not_understood:
            self._not_understood = area.text
            self._show_understood(NO_DAY)
            self.call_after_refresh(area.scroll_visible, animate=False)
        else:
            self.screen.set_focus(self.query_one(WhoseRows))
        return True

    def enter_does(self, focused: Widget | None) -> str:
        if isinstance(focused, PromiseRows):
            return ENTER_CHANGES
        if not self.what.text.strip():
            return ""
        if focused is self.what:
            return "Enter: by when"
        return "Enter adds it" if isinstance(focused, WhoseRows) else "Enter: whose"

    def also_here(self, focused: Widget | None) -> str:
        if isinstance(focused, PromiseRows):
            return DELETE_TAKES_OUT
        is_first = focused is self.what and not self.what.text
        return UP_CHANGES if is_first and self._made else ""

    def added_by_leaving(self) -> str:
        promise = self._in_fields(self.query_one(WhoseRows).whose)
        if promise is None:
            return ""
        return ADDED_BY_LEAVING if promise.due else ADDED_WITH_NO_DAY

    def asks_before_leaving(self) -> str:
        when = self.query_one("#when", WritingArea).text.strip()
        if self.what.text.strip() or when == self._asked_of:
            return ""
        self._asked_of = when
        self.screen.set_focus(self.what)
        return NO_WHAT

    def add(self, whose: Whose) -> None:
        """Add what stands in the fields, and empty them for another."""
        promise = self._in_fields(whose)
        if promise is not None:
            self.changes.will_change(self)
            self._show((*self._made, promise))
            self.post_message(self.Changed())
        elif missing := self.asks_before_leaving():
            cast("Page", self.screen).say_for_now(missing)
        self.screen.set_focus(self.first())

    def take_out(self, place: int) -> None:
        self.changes.will_change(self)
        self._show(self._made[:place] + self._made[place + 1 :])
        self.post_message(self.Changed())
        self.screen.set_focus(self.first())

    def up(self, area: WritingArea) -> bool:
        if area.id == "when":
            self.screen.set_focus(self.what)
        elif self._made and area.cursor_at_first_line:
            self.screen.set_focus(self.query_one(PromiseRows))
        else:
            return False
        return True

    def up_to_day(self) -> None:
        self.screen.set_focus(self.query_one("#when"))

    def take_back(self, place: int) -> None:
        """Take a promise back into the fields; what is half written there is added first."""
        self.changes.will_change(self)
        promise = self._made[place]
        half_written = self._in_fields(self.query_one(WhoseRows).whose)
        made = (*self._made, half_written) if half_written else self._made
        self._show(made[:place] + made[place + 1 :])
        self._write_in_fields(promise)
        self.post_message(self.Changed())
        self.screen.set_focus(self.first())

    def on_writing_area_written(self, event: WritingArea.Written) -> None:
        super().on_writing_area_written(event)
        if event.area.id == "when":
            self._show_understood(self._say_back())

    def _in_fields(self, whose: Whose) -> Promise | None:
        what = self.query_one("#what", WritingArea).text.strip()
        when = self.query_one("#when", WritingArea).text.strip()
        if not what:
            return None
        due = understand_date(when, self._today)
        # Words that are no date stay with the promise, for they were meant.
        said = what if due or not when else f"{what}, {when}"
        return Promise(said, due, whose)

    def _is_no_day(self, said: str) -> bool:
        return bool(said.strip()) and understand_date(said, self._today) is None

    def _show_understood(self, said: str) -> None:
        self.query_one("#understood", Static).update(Content(said))

    def _say_back(self) -> str:
        said = self.query_one("#when", WritingArea).text.strip()
        if not said:
            return ""
        day = understand_date(said, self._today)
        return say_date(day, self._today) if day else NOT_A_DATE


class PromiseRows(Rows):
    """The promises so far; Enter takes one back into the fields and Delete takes it out."""

    def __init__(self, form: PromiseForm) -> None:
        super().__init__(id="made", bar_stays=False, unfolds_whole=True)
        self._form = form

    async def takes(self, event: Key) -> bool:
        if event.key in ("delete", "backspace") and self.row is not None:
            self._form.take_out(int(self.row.id))
            return True
        if event.key == "down" and self.current == len(self.rows) - 1:
            self.screen.set_focus(self._form.what)
            return True
        return event.key in ("up", "down", "enter") and await super().takes(event)

    async def _choose(self, row: Row) -> bool:
        self._form.take_back(int(row.id))
        return True


class WhoseRows(Rows):
    """Whose task it is. A number marks it, as an arrow does; Enter adds the promise."""

    def __init__(self, form: PromiseForm) -> None:
        super().__init__(id="whose", radio=True, letters_choose=False)
        self._form = form

    def show_all(self, current: Whose) -> None:
        rows = [
            Row(whose.value, ((f"{n}  ", "accent"), (whose.label, "ink")), key=str(n))
            for n, whose in enumerate(Whose, 1)
        ]
        self.show(rows, current.value)

    async def takes(self, event: Key) -> bool:
        if event.key == "up" and self.current == 0:
            self._form.up_to_day()
            return True
        taken = await super().takes(event)
        if taken:
            # What stands in the fields is whoever's the bar is on.
            self._form.post_message(AnswerForm.Changed())
        return taken

    @property
    def whose(self) -> Whose:
        return Whose(self.row.id) if self.row else Whose.MINE

    async def _choose(self, row: Row) -> bool:
        self._form.add(Whose(row.id))
        return True


def _as_typed(day: date, today: date) -> str:
    """A day in words that are understood as that day, such as `Friday 27 November`."""
    words = say_date(day, today)
    return words if understand_date(words, today) == day else day.isoformat()


def _task(promise: Promise, today: date) -> str:
    day = say_date(promise.due, today).split() if promise.due else ["no", "date"]
    due = " ".join(part[:3] if promise.due and part.isalpha() else part for part in day)
    return f"{promise.whose.label} · {due}"
