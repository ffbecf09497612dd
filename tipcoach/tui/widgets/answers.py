"""One widget for each form of answer. They show an answer and report changes; none keeps one.

Every form can `show` an answer as it stands, say what it says now (`said`), and name the
`first` thing to focus. The message `Changed` is only a nudge to ask `said` again: by the time
it arrives, the form may be showing another prompt.
"""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import (
    CARRY_GROUPS,
    CARRY_LABELS,
    SORT_GROUPS,
    SORT_LABELS,
    Answer,
    Carried,
    IfThen,
    Lines,
    Promised,
    Sorted,
    Text,
    is_empty,
)
from tipcoach.practice.promises import Promise, Whose, say_date, understand_date
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea


class AnswerForm(Vertical):
    """What all forms share."""

    DEFAULT_CSS = """
    AnswerForm { height: auto; display: none; }
    AnswerForm.-shown { display: block; }
    AnswerForm .label { height: 1; color: $muted; padding: 0 0 0 2; }
    AnswerForm WritingArea { height: auto; max-height: 3; }
    """

    class Changed(Message):
        """The form says something else now."""

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        """Show an answer as it stands, or an empty form. Nothing is posted for it.

        `hint` is the prompt's own; `hints` says whether the fields show theirs, too.
        """
        raise NotImplementedError(type(self).__name__)

    def said(self) -> Answer:
        """What the form says now, half-written fields included: a draft leaves nothing out."""
        raise NotImplementedError(type(self).__name__)

    def first(self) -> Widget:
        """Where writing starts."""
        return self.query(WritingArea).first()

    def enter(self, area: WritingArea) -> bool:
        """Enter in one of the fields. False: the form is done, go on."""
        return False

    def up(self, area: WritingArea) -> bool:
        """Up from the top of a field. False: nothing of the form is above it."""
        return False

    def on_writing_area_written(self, event: WritingArea.Written) -> None:
        event.stop()
        self.post_message(self.Changed())


class Forms(VerticalScroll):
    """The forms of answer. Where one is written in stays in view, however little room is left."""

    @property
    def shown(self) -> AnswerForm | None:
        """The one that is written in, if any is."""
        forms = (form for form in self.children if isinstance(form, AnswerForm))
        return next((form for form in forms if form.has_class("-shown")), None)

    def on_resize(self) -> None:
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.scroll_to_widget(focused, animate=False)


class TextForm(AnswerForm):
    """A text, short or long; `one_line` for one word, `on_screen_only` for a long one that is
    not copied anywhere."""

    MOST_ROWS = 14

    one_line = False
    on_screen_only = False

    DEFAULT_CSS = """
    TextForm { height: 1fr; min-height: 3; max-height: 14; margin: 0 0 1 0; }
    TextForm WritingArea { height: 1fr; max-height: 14; }
    TextForm.-one-line { height: auto; }
    TextForm.-one-line WritingArea { height: auto; max-height: 3; }
    """

    def compose(self) -> ComposeResult:
        yield WritingArea(id="text")

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        text = answer.text if isinstance(answer, Text) else ""
        self.set_class(self.one_line, "-one-line")
        self.query_one(WritingArea).begin(
            text,
            hint,
            single=self.one_line,
            # Enter is a new line there: a stray one must not lead to letting it go.
            long=self.on_screen_only,
            copies=not self.on_screen_only,
        )

    def said(self) -> Answer:
        return Text(self.query_one(WritingArea).text)


class IfThenForm(AnswerForm):
    """One sentence in two fields."""

    def compose(self) -> ComposeResult:
        yield Static("If", classes="label")
        yield WritingArea(single=True, id="if")
        yield Static("then I will", classes="label")
        yield WritingArea(single=True, id="then")

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        plan = answer if isinstance(answer, IfThen) else IfThen()
        self.query_one("#if", WritingArea).begin(
            plan.if_, "a moment you will notice" if hints else ""
        )
        self.query_one("#then", WritingArea).begin(
            plan.then, "one thing you will do" if hints else ""
        )

    def said(self) -> Answer:
        fields = (self.query_one(f"#{name}", WritingArea).text for name in ("if", "then"))
        return IfThen(*fields)

    def enter(self, area: WritingArea) -> bool:
        nothing_yet = is_empty(self.said())
        if area.id != "if" or nothing_yet:
            return False
        self.screen.set_focus(self.query_one("#then"))
        return True


SHOWN_LINES = 4
"""Lines of a group that are seen at once; with more, their number is said."""


HOW_TO_CHANGE = "Enter takes it back, Delete takes it out"
"""Said beside a list of what was added, while it is stood in."""


class LineGroup(Vertical):
    """Lines, and a field that adds one. Up goes into the lines; there Enter takes a line back
    into the field and Delete takes it out."""

    DEFAULT_CSS = """
    LineGroup { height: auto; margin: 0 0 1 0; }
    LineGroup Rows { max-height: 4; display: none; }
    LineGroup.-some Rows { display: block; }
    LineGroup .counted, LineGroup .how { display: none; }
    LineGroup.-many .label { display: none; }
    LineGroup.-many .counted, LineGroup.-stood-in .how { display: block; }
    """

    def __init__(self, name: str, label: str, hint: str) -> None:
        super().__init__(id=f"group-{name}")
        self.group, self._label, self._hint = name, label, hint
        self.hinted = True
        self.lines: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        if self._label:
            yield Static(Content(self._label), classes="label")
        yield Static("", classes="label counted")
        yield Static(HOW_TO_CHANGE, classes="label how")
        yield GroupRows(self)
        yield WritingArea(single=True, id=f"add-{self.group}")

    def show(self, lines: Sequence[str], writing: str = "") -> None:
        self.lines = tuple(lines)
        rows = [Row(str(n), ((line, "ink"),)) for n, line in enumerate(self.lines)]
        many = f"{len(rows)} lines" if len(rows) > 1 else "1 line"
        self.query_one(".counted", Static).update(Content(f"{self._label} · {many}".strip(" ·")))
        self.set_class(bool(rows), "-some")
        self.set_class(len(rows) > SHOWN_LINES, "-many")
        # The last line stands next to the field it came from.
        self.query_one(GroupRows).show(rows, str(len(rows) - 1))
        self.area.begin(writing, self._hint if self.hinted else "")

    @property
    def area(self) -> WritingArea:
        return self.query_one(WritingArea)

    def said(self) -> tuple[str, ...]:
        """The lines, and what stands in the field: nothing typed is left out of the draft."""
        written = self.area.text.strip()
        return (*self.lines, written) if written else self.lines


class GroupRows(Rows):
    """The lines of a group."""

    def __init__(self, group: LineGroup) -> None:
        super().__init__(bar_stays=False)
        self._group = group

    def on_focus(self) -> None:
        self._group.add_class("-stood-in")
        self.call_after_refresh(self._group.query_one(".how").scroll_visible, animate=False)

    def on_blur(self) -> None:
        self._group.remove_class("-stood-in")

    async def takes(self, event: Key) -> bool:
        row = self.row
        if row is None:
            return False
        last = self.current == len(self._group.lines) - 1
        if event.key == "down" and last:
            self.screen.set_focus(self._group.area)
            return True
        form = next(a for a in self.ancestors if isinstance(a, LinesForm))
        if event.key in ("delete", "backspace", "enter"):
            form.take_out(self._group, int(row.id), into_field=event.key == "enter")
            return True
        if event.character in ("1", "2", "3"):
            form.move(self._group, int(row.id), int(event.character) - 1)
            return True
        return await super().takes(event)


class LinesForm(AnswerForm):
    """One or more groups of lines. Enter adds a line; on an empty field it goes on."""

    GROUPS: tuple[tuple[str, str, str], ...] = (("lines", "", "one thing a line"),)

    def compose(self) -> ComposeResult:
        for name, label, hint in self.GROUPS:
            yield LineGroup(name, label, hint)

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        for group in self.groups:
            group.hinted = hints
            group.show(self._lines_of(answer, group.group))

    @property
    def groups(self) -> list[LineGroup]:
        return list(self.query(LineGroup))

    def enter(self, area: WritingArea) -> bool:
        here = next(n for n, group in enumerate(self.groups) if group.area is area)
        group = self.groups[here]
        if area.text.strip():
            group.show(group.said())
            self.post_message(self.Changed())
            return True
        if here + 1 == len(self.groups):
            return False
        self.screen.set_focus(self.groups[here + 1].area)
        return True

    def up(self, area: WritingArea) -> bool:
        group = next(group for group in self.groups if group.area is area)
        if not group.lines or not area.cursor_at_first_line:
            return False
        self.screen.set_focus(group.query_one(GroupRows))
        return True

    def take_out(self, group: LineGroup, place: int, *, into_field: bool) -> None:
        line = group.lines[place]
        # What is half written in the field becomes a line, before another takes its place.
        lines = group.said() if into_field else group.lines
        kept = lines[:place] + lines[place + 1 :]
        group.show(kept, line if into_field else group.area.text)
        self.post_message(self.Changed())
        self.screen.set_focus(group.query_one(GroupRows) if kept and not into_field else group.area)

    def move(self, group: LineGroup, place: int, where: int) -> None:
        if where >= len(self.groups) or self.groups[where] is group:
            return
        line = group.lines[place]
        group.show(group.lines[:place] + group.lines[place + 1 :], group.area.text)
        target = self.groups[where]
        target.show((*target.lines, line), target.area.text)
        self.post_message(self.Changed())
        self.screen.set_focus(target.area)

    def _lines_of(self, answer: Answer | None, group: str) -> tuple[str, ...]:
        return answer.lines if isinstance(answer, Lines) else ()

    def said(self) -> Answer:
        return Lines(self.groups[0].said())


class SortForm(LinesForm):
    """Today's business in three groups, one under the other at every width."""

    GROUPS = (
        ("must", SORT_LABELS["must"], "add what cannot move"),
        ("may", SORT_LABELS["may"], "add what can flex"),
        ("theirs", SORT_LABELS["theirs"], "add what is theirs to decide"),
    )

    def _lines_of(self, answer: Answer | None, group: str) -> tuple[str, ...]:
        return answer.group(group) if isinstance(answer, Sorted) else ()

    def said(self) -> Answer:
        said = {group.group: group.said() for group in self.groups}
        return Sorted(**{name: said[name] for name in SORT_GROUPS})


class CarryForm(LinesForm):
    """What went wrong in three groups, by whose it is to carry."""

    GROUPS = (
        ("mine", CARRY_LABELS["mine"], "add what was mine"),
        ("ours", CARRY_LABELS["ours"], "add what was ours"),
        ("system", CARRY_LABELS["system"], "add what was the system’s"),
    )

    def _lines_of(self, answer: Answer | None, group: str) -> tuple[str, ...]:
        return answer.group(group) if isinstance(answer, Carried) else ()

    def said(self) -> Answer:
        said = {group.group: group.said() for group in self.groups}
        return Carried(**{name: said[name] for name in CARRY_GROUPS})


WHAT = "What"
TAKEN_BACK = "What · back from the list, to be added again"


class PromiseForm(AnswerForm):
    """What was said would happen, by when, and whose it is."""

    DEFAULT_CSS = """
    PromiseForm #made { max-height: 4; margin: 0 0 1 0; }
    PromiseForm #understood { height: 1; color: $muted; padding: 0 0 0 2; }
    """
    HINTS_IN_FULL = ("enough for me to know it, nobody else", "friday, in two weeks, 3 Dec")
    HINTS = ("enough for me alone", "friday, 3 Dec")
    DAY = "when"
    """The field that holds a day, and no words."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._made: tuple[Promise, ...] = ()
        self._hinted = True
        self._is_taken_back = False

    def compose(self) -> ComposeResult:
        yield Static("", id="so-far", classes="label")
        yield PromiseRows(self)
        yield Static(WHAT, id="what-label", classes="label")
        yield WritingArea(single=True, id="what")
        yield Static("By when", classes="label")
        yield WritingArea(single=True, id="when")
        yield Static("", id="understood")
        yield Static("Whose · Enter adds it", classes="label")
        yield WhoseRows(self)

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        self._hinted = hints
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
        what, when = self.HINTS_IN_FULL if self._hinted else self.HINTS
        text = promise.text if promise else ""
        day = _as_typed(promise.due, self._today) if promise and promise.due else ""
        self.query_one("#what", WritingArea).begin(text, what)
        self.query_one("#when", WritingArea).begin(day, when)
        self._is_taken_back = promise is not None
        self.label_what()
        self.query_one("#understood", Static).update(Content(self._say_back()))
        self.query_one(WhoseRows).show_all(promise.whose if promise else Whose.MINE)

    def label_what(self, *, stands_in_list: bool = False) -> None:
        """Name the field; or say, while the list over it is stood in, what may be pressed there."""
        label = TAKEN_BACK if self._is_taken_back else WHAT
        self.query_one("#what-label", Static).update(HOW_TO_CHANGE if stands_in_list else label)

    def enter(self, area: WritingArea) -> bool:
        if area.id == "what":
            if not area.text.strip():
                return False
            self.screen.set_focus(self.query_one("#when"))
        else:
            self.screen.set_focus(self.query_one(WhoseRows))
        return True

    def add(self, whose: Whose) -> None:
        """Add what stands in the fields, and empty them for another."""
        promise = self._in_fields(whose)
        if promise is not None:
            self._show((*self._made, promise))
            self.post_message(self.Changed())
        self.screen.set_focus(self.first())

    def take_out(self, place: int) -> None:
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
            self.query_one("#understood", Static).update(Content(self._say_back()))

    def _in_fields(self, whose: Whose) -> Promise | None:
        what = self.query_one("#what", WritingArea).text.strip()
        when = self.query_one("#when", WritingArea).text.strip()
        if not what:
            return None
        due = understand_date(when, self._today)
        # Words that are no date stay with the promise, for they were meant.
        said = what if due or not when else f"{what}, {when}"
        return Promise(said, due, whose)

    def _say_back(self) -> str:
        said = self.query_one("#when", WritingArea).text.strip()
        if not said:
            return ""
        day = understand_date(said, self._today)
        return say_date(day, self._today) if day else "Not a date I know. Try “Friday” or “3 Dec”."


class PromiseRows(Rows):
    """The promises so far; Enter takes one back into the fields and Delete takes it out."""

    def __init__(self, form: PromiseForm) -> None:
        super().__init__(id="made", bar_stays=False)
        self._form = form

    def on_focus(self) -> None:
        self._form.label_what(stands_in_list=True)

    def on_blur(self) -> None:
        self._form.label_what()

    async def takes(self, event: Key) -> bool:
        if event.key in ("delete", "backspace") and self.row is not None:
            self._form.take_out(int(self.row.id))
            return True
        if event.key == "enter" and self.row is not None:
            self._form.take_back(int(self.row.id))
            return True
        if event.key == "down" and self.current == len(self.rows) - 1:
            self.screen.set_focus(self._form.what)
            return True
        return event.key in ("up", "down") and await super().takes(event)


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
