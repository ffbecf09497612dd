"""One widget for each form of answer. They show an answer and report changes; none keeps one.

Every form can `show` an answer as it stands, say what it says now (`said`), and name the
`first` thing to focus. The message `Changed` is only a nudge to ask `said` again: by the time
it arrives, the form may be showing another prompt.
"""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import (
    Answer,
    IfThen,
    Text,
    is_empty,
)
from tipcoach.reports.hints import as_hint
from tipcoach.tui.widgets.changes import Changes
from tipcoach.tui.widgets.rows import Rows
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

    def __init__(self) -> None:
        super().__init__()
        self.changes = Changes()

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

    def enter_does(self, focused: Widget | None) -> str:
        """What Enter does there now, in a few words; nothing where it goes on."""
        return ""

    def also_here(self, focused: Widget | None) -> str:
        """What else may be done there now, in a few words."""
        return ""

    def added_by_leaving(self) -> str:
        """What is said once the question is left and something typed was not added by then."""
        return ""

    def asks_before_leaving(self) -> str:
        """What is missing for something typed to be kept, said once; nothing is lost by staying."""
        return ""

    def up(self, area: WritingArea) -> bool:
        """Up from the top of a field. False: nothing of the form is above it."""
        return False

    def undo(self, focused: Widget | None) -> None:
        """Undo what was written last in the field in focus, or else what was changed last."""
        if not (isinstance(focused, WritingArea) and focused.undo_typing()) and self.changes.undo():
            self._has_changed(focused)

    def redo(self, focused: Widget | None) -> None:
        if not (isinstance(focused, WritingArea) and focused.redo_typing()) and self.changes.redo():
            self._has_changed(focused)

    def _has_changed(self, focused: Widget | None) -> None:
        self.post_message(self.Changed())
        if isinstance(focused, Rows) and focused.row is None and focused.parent is not None:
            # No line is left there; they came from the field beside it.
            self.screen.set_focus(focused.parent.query(WritingArea).first())

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
            as_hint(hint),
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
            plan.if_, as_hint("a moment you will notice") if hints else ""
        )
        self.query_one("#then", WritingArea).begin(
            plan.then, as_hint("one thing you will do") if hints else ""
        )

    def said(self) -> Answer:
        fields = (self.query_one(f"#{name}", WritingArea).text for name in ("if", "then"))
        return IfThen(*fields)

    def enter(self, area: WritingArea) -> bool:
        if not self._goes_to_then(area):
            return False
        self.screen.set_focus(self.query_one("#then"))
        return True

    def enter_does(self, focused: Widget | None) -> str:
        return "Enter: then I will" if self._goes_to_then(focused) else ""

    def also_here(self, focused: Widget | None) -> str:
        is_first = focused is self.query_one("#if") and not self.enter_does(focused)
        return "Write, and Enter leads to “then I will”" if is_first else ""

    def _goes_to_then(self, focused: Widget | None) -> bool:
        return focused is self.query_one("#if") and not is_empty(self.said())
