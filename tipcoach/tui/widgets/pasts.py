"""What can still be undone in the texts of a walk, when somebody comes back to their question.

It is held while the page is there, and no longer. What is said once and let go has no past here,
nor has a heavy question, nor anything once a stop rule applies.
"""

from typing import TYPE_CHECKING

from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.walk import Walk
from tipcoach.tui.widgets.answers import AnswerForm
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.textual_private import EditHistory

_HAS_A_PAST = (Form.TEXT, Form.IF_THEN)


class Pasts:
    """The pasts of the texts of one walk."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str | None], tuple[str, EditHistory]] = {}
        self._here: tuple[Prompt, AnswerForm] | None = None

    def leave(self) -> None:
        """Another question comes, or the same one anew."""
        if self._here is None:
            return
        prompt, form = self._here
        self._here = None
        for area in form.query(WritingArea):
            self._kept[prompt.id, area.id] = area.text, area.set_aside()

    def come_to(self, walk: Walk, prompt: Prompt, form: AnswerForm) -> None:
        """`form` shows the answer to `prompt`: where it is as it was left, undo goes on from it."""
        if walk.stopped:
            self._kept.clear()
        elif prompt.form in _HAS_A_PAST and not prompt.heavy:
            self._here = prompt, form
            for area in form.query(WritingArea):
                text, history = self._kept.pop((prompt.id, area.id), ("", None))
                if history is not None and text == area.text:
                    area.go_on_from(history)
