"""Which answers may leave the page, for an editor or a clipboard, and what is to be said first.

Both may keep copies that nothing here can take back. What was promised to stay where it is
written never goes there.
"""

from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Kind

_KEPT_NEAR = (AnswerForm.ONE_WORD, AnswerForm.ON_SCREEN_ONLY, AnswerForm.SAY_ONLY)

AN_EDITOR_KEEPS = (
    "The answer goes into a file of its own, which is taken away when the editor closes.",
    "An editor may keep copies of what is in it: swap, backup and history files. tipcoach cannot "
    "know of them or remove them.",
)
A_CLIPBOARD_KEEPS = (
    "A clipboard stays after this page is closed. Clipboard managers keep what was copied, and "
    "some send it to other machines. tipcoach cannot take it back.",
)


def may_leave_the_page(kind: Kind, prompt: Prompt, stopped: bool) -> bool:
    """Whether an answer may go to an editor or a clipboard.

    Not what is on the screen alone, a heavy question, what somebody writes for themselves
    alone, nor anything once a stop rule applies.
    """
    return not (prompt.form in _KEPT_NEAR or prompt.heavy or kind.is_for_one_alone or stopped)


def may_go_to_an_editor(kind: Kind, prompt: Prompt, stopped: bool) -> bool:
    """Whether it may, and is a text that is worth an editor."""
    return prompt.form is AnswerForm.TEXT and may_leave_the_page(kind, prompt, stopped)
