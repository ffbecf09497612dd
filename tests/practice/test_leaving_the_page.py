"""What may go to an editor or a clipboard, and what never does."""

import pytest
from making import prompt

from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Kind
from tipcoach.practice.leaving_the_page import may_go_to_an_editor, may_leave_the_page

TEXT = prompt("only.text")
REFLECTION = Kind.REFLECTION


def test_a_text_may_go_to_both() -> None:
    assert may_go_to_an_editor(REFLECTION, TEXT, stopped=False)
    assert may_leave_the_page(REFLECTION, TEXT, stopped=False)


def test_a_list_is_copied_and_not_edited() -> None:
    several = prompt("only.list", AnswerForm.LIST)
    assert may_leave_the_page(REFLECTION, several, stopped=False)
    assert not may_go_to_an_editor(REFLECTION, several, stopped=False)


@pytest.mark.parametrize(
    "kind, asked, stopped",
    [
        (REFLECTION, prompt("only.chair", AnswerForm.ON_SCREEN_ONLY), False),
        (REFLECTION, prompt("only.word", AnswerForm.ONE_WORD), False),
        (REFLECTION, prompt("only.heavy", heavy="The next one is heavy."), False),
        (Kind.STAFF_MIRROR, TEXT, False),
        (Kind.AFTER_SESSION, TEXT, False),
        (REFLECTION, TEXT, True),
    ],
    ids=["on screen only", "one word", "heavy", "mirror", "after a session", "stopped"],
)
def test_what_was_promised_to_stay_stays(kind: Kind, asked: Prompt, stopped: bool) -> None:
    assert not may_leave_the_page(kind, asked, stopped)
    assert not may_go_to_an_editor(kind, asked, stopped)
