"""Where one writes: a few rows that wrap, and as many as are wanted once asked for.

It starts as a short answer, where Enter goes on. A long answer opens in place: there Enter
is a new line, and one function key goes on. Text is cleaned on its way in, and an answer
that is full says so instead of losing its end.
"""

import dataclasses
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Paste, Resize
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Selection

from tipcoach.practice.answer import MOST_CHARACTERS
from tipcoach.practice.plaintext import clean, clean_line

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst
    from tipcoach.tui.textual_private import Edit, EditHistory


class WritingArea(TextArea):
    """One answer being written. Posts `Written` for every change and `Full` at the limit."""

    class Written(Message):
        """The text changed."""

        def __init__(self, area: "WritingArea") -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> "WritingArea":
            return self.area

    class Full(Message):
        """One answer holds no more; nothing was cut."""

    def __init__(
        self,
        *,
        single: bool = False,
        id: str | None = None,  # noqa: A002  (the framework's name for it)
    ) -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
        )
        self.cursor_blink = False
        self._single = single
        self._copies = True
        self.is_long = self._starts_long = False

    def begin(
        self,
        text: str,
        hint: str = "",
        *,
        single: bool | None = None,
        long: bool = False,
        copies: bool = True,
    ) -> None:
        """Show an answer as it stands, the cursor at its end. Nothing is posted for it.

        Nothing written here before can be undone back, but see `go_on_from`. `single` says
        whether from now on it stays on one line, `long` whether it has lines of its own at once,
        and `copies` whether what is written may go to a clipboard, which outlives the page.
        """
        self._single = self._single if single is None else single
        self._copies = copies
        self.placeholder = Content(hint)
        self._starts_long = long
        self.is_long = not self._single and (long or "\n" in text)
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    @property
    def can_be_long(self) -> bool:
        return not self._single

    def open_long(self) -> None:
        """Let the answer have lines of its own."""
        self.is_long = self.can_be_long

    @property
    def can_be_short(self) -> bool:
        """Whether it was opened long and has one line still."""
        return self.is_long and not self._starts_long and "\n" not in self.text

    def close_long(self) -> None:
        """Let Enter go on again."""
        self.is_long = not self.can_be_short

    def put_instead(self, words: str, start: int, end: int) -> None:
        """Put `words` in place of the characters from `start` to `end`; undo brings those back."""
        self.history.checkpoint()
        self.replace(words, self._place(start), self._place(end))
        self.history.checkpoint()

    def select_words(self, start: int, end: int) -> None:
        """Select the characters from `start` to `end`: typing replaces them, undo brings those
        back."""
        self.history.checkpoint()
        self.move_cursor(self._place(start))
        self.move_cursor(self._place(end), select=True)

    def _place(self, character: int) -> tuple[int, int]:
        """The row and the column of a character of the text."""
        before = self.text[:character].split("\n")
        return len(before) - 1, len(before[-1])

    def undo_typing(self) -> bool:
        """Undo what was written last. False: there is nothing to undo."""
        has_past = bool(self.history.undo_stack)
        self.undo()
        return has_past

    def redo_typing(self) -> bool:
        """Write again what was undone last. False: nothing was undone."""
        was_undone = bool(self.history.redo_stack)
        self.redo()
        return was_undone

    def undo(self) -> None:
        if self.history.undo_stack:
            self._stand_aside()
            super().undo()

    def redo(self) -> None:
        if self.history.redo_stack:
            self._stand_aside()
            super().redo()

    def _stand_aside(self) -> None:
        """Where the cursor is there may be no line any more before it is put where it belongs,
        and the framework looks for that line."""
        self.set_reactive(TextArea.selection, Selection.cursor((0, 0)))

    def set_aside(self) -> "EditHistory":
        """What can be undone here, to go on from when the same text is shown again."""
        history = self.history
        self.history = dataclasses.replace(history)
        return history

    def go_on_from(self, history: "EditHistory") -> None:
        """Have what was set aside be undone here; the text is the one it was set aside with."""
        history.checkpoint()
        self.history = history

    def action_copy(self) -> None:
        if self._copies and self.selected_text:
            cast("KeysFirst", self.screen).copy_later(self.selected_text)

    def action_cut(self) -> None:
        if self._copies and self.selected_text:
            page = cast("KeysFirst", self.screen)
            page.copy_later(self.selected_text, self.action_delete_left)

    def edit(self, edit: "Edit") -> EditResult:
        """Every change comes through here, typed or pasted."""
        text = clean_line(edit.text) if self._single else clean(edit.text)
        if text != edit.text:
            edit = dataclasses.replace(edit, text=text)
        taken_out = len(self.get_text_range(*sorted((edit.from_location, edit.to_location))))
        if len(self.text) - taken_out + len(text) > MOST_CHARACTERS:
            self.post_message(self.Full())
            return EditResult(end_location=self.cursor_location, replaced_text="")
        if "\n" in text:
            self.open_long()
        return super().edit(edit)

    def on_paste(self, event: Paste) -> None:
        """Put in what is pasted. Whoever pastes here is here: the framework would give the focus
        once more, later, and take it from the field that Enter has gone on to meanwhile."""
        event.prevent_default()
        result = self.replace(event.text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        # A word that goes on to a row of its own has none to scroll to before the next layout.
        self.call_after_refresh(self.scroll_cursor_visible)
        self.post_message(self.Written(self))

    def on_resize(self, event: Resize) -> None:
        # A new width with the same number of rows would go on painting the old wrap.
        self.refresh(layout=True)
        # A strip or a guide takes rows from it; the words being written stay in view.
        self.scroll_cursor_visible()
