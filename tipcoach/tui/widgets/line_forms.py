"""Answers of lines, in one group or in several: a field adds one, and the lines stand over it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import (
    CARRY_GROUPS,
    CARRY_LABELS,
    SORT_GROUPS,
    SORT_LABELS,
    Answer,
    Carried,
    Lines,
    Sorted,
)
from tipcoach.reports.hints import as_hint
from tipcoach.tui.widgets.answers import AnswerForm
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea

SHOWN_LINES = 4
"""Lines of a group that are seen at once; with more, their number is said."""

ENTER_CHANGES, DELETE_TAKES_OUT = "Enter: change it", "Delete: take it out"
"""Said while a list of what was added is stood in."""

UP_CHANGES = "Up: change one"
"""Said in the field, once something was added with it."""

ENTER_ADDS = "Write, and Enter adds it   Empty, Enter: next box"
"""Said in the first of several boxes: on every page before it, Enter went on."""

ADDED_BY_LEAVING = "What was typed was not added yet: it is on the list now."


class LineGroup(Vertical):
    """Lines, and a field that adds one. Up goes into the lines; there Enter takes a line back
    into the field and Delete takes it out. Undo brings back what was there before either."""

    DEFAULT_CSS = """
    LineGroup { height: auto; margin: 0 0 1 0; }
    LineGroup Rows { max-height: 4; display: none; }
    LineGroup.-some Rows { display: block; }
    LineGroup .counted { display: none; }
    LineGroup.-many .label { display: none; }
    LineGroup.-many .counted { display: block; }
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
        self.area.begin(writing, as_hint(self._hint) if self.hinted else "")
        if self.area.has_focus:
            # What was added over it has moved it down.
            self.call_after_refresh(self.area.scroll_visible, animate=False)

    @property
    def area(self) -> WritingArea:
        return self.query_one(WritingArea)

    def as_it_is(self) -> object:
        return self.lines, self.area.text

    def be_as(self, it_was: object) -> None:
        match it_was:
            case (tuple() as lines, str() as writing):
                self.show(lines, writing)

    def said(self) -> tuple[str, ...]:
        """The lines, and what stands in the field: nothing typed is left out of the draft."""
        written = self.area.text.strip()
        return (*self.lines, written) if written else self.lines


class GroupRows(Rows):
    """The lines of a group."""

    def __init__(self, group: LineGroup) -> None:
        super().__init__(bar_stays=False, unfolds_whole=True)
        self._group = group

    async def takes(self, event: Key) -> bool:
        row = self.row
        if row is None:
            return False
        last = self.current == len(self._group.lines) - 1
        if event.key == "down" and last:
            self.screen.set_focus(self._group.area)
            return True
        if event.key in ("delete", "backspace"):
            self._form.take_out(self._group, int(row.id), into_field=False)
            return True
        if event.character in ("1", "2", "3"):
            self._form.move(self._group, int(row.id), int(event.character) - 1)
            return True
        return await super().takes(event)

    async def _choose(self, row: Row) -> bool:
        self._form.take_out(self._group, int(row.id), into_field=True)
        return True

    @property
    def _form(self) -> "LinesForm":
        return next(form for form in self.ancestors if isinstance(form, LinesForm))


class LinesForm(AnswerForm):
    """One or more groups of lines. Enter adds a line; on an empty field it goes on."""

    GROUPS: tuple[tuple[str, str, str], ...] = (("lines", "", "one thing a line"),)

    def compose(self) -> ComposeResult:
        for name, label, hint in self.GROUPS:
            yield LineGroup(name, label, hint)

    def show(self, answer: Answer | None, hint: str, *, hints: bool) -> None:
        self.changes.forget()
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
            self.changes.will_change(group)
            group.show(group.said())
            self.post_message(self.Changed())
            return True
        if here + 1 == len(self.groups):
            return False
        self.screen.set_focus(self.groups[here + 1].area)
        return True

    def enter_does(self, focused: Widget | None) -> str:
        if isinstance(focused, GroupRows):
            return ENTER_CHANGES
        group = next((group for group in self.groups if group.area is focused), None)
        if group is None:
            return ""
        if group.area.text.strip():
            return "Enter adds it"
        if group is self.groups[-1]:
            return ""
        is_first = group is self.groups[0] and not group.lines
        return ENTER_ADDS if is_first else "Enter: next box"

    def also_here(self, focused: Widget | None) -> str:
        if isinstance(focused, GroupRows):
            return DELETE_TAKES_OUT
        group = next((group for group in self.groups if group.area is focused), None)
        return UP_CHANGES if group and group.lines and not group.area.text else ""

    def added_by_leaving(self) -> str:
        is_typed = any(group.area.text.strip() for group in self.groups)
        return ADDED_BY_LEAVING if is_typed else ""

    def up(self, area: WritingArea) -> bool:
        group = next(group for group in self.groups if group.area is area)
        if not group.lines or not area.cursor_at_first_line:
            return False
        self.screen.set_focus(group.query_one(GroupRows))
        return True

    def take_out(self, group: LineGroup, place: int, *, into_field: bool) -> None:
        self.changes.will_change(group)
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
        target = self.groups[where]
        self.changes.will_change(group, target)
        line = group.lines[place]
        group.show(group.lines[:place] + group.lines[place + 1 :], group.area.text)
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
