"""Home in plain lines: a draft that waits is named, and one word goes on with it."""

from collections.abc import Callable
from pathlib import Path

from cli.program import Done, tipcoach

Here = Callable[..., Done]
"""Run in this process, where the prompts are read once; one of each command runs for real."""

VISIT = ("prepare", "--plain", "--purpose", "arrears", "--channel", "phone", "--quick")


def test_the_word_on_goes_on_with_the_newest_draft(here: Here) -> None:
    assert here(*VISIT, typed="3\nI am your landlord.\nquit\n").code == 0
    done = here("--plain", typed="on\ncontinue\nquit\nquit\n")
    said = done.out
    assert "The word on goes on with the newest draft: Before a visit." in said
    assert "There is no draft" not in said
    assert "Question " in said.partition("The word newest")[2]


def test_a_key_that_types_no_letter_is_no_command(here: Here) -> None:
    done = here("--plain", typed="\x1b[6~\nquit\n")
    assert "Keys such as PgDn and the arrows do nothing here" in done.out
    assert done.err == ""


def test_without_a_draft_nothing_is_said_of_one_and_the_word_says_so(home: Path) -> None:
    said = tipcoach(home, "--plain", typed="on\nquit\n").out
    assert "The word on" not in said
    assert "There is no draft to go on with." in said
