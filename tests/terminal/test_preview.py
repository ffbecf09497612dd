"""Trying the prompts on a real terminal: the walk opens, and nothing is left of it."""

from pathlib import Path

import pytest
from cli.program import files_under
from making import real_library

from terminal.terminal import Terminal
from tipcoach.practice.visit import Channel, Form


@pytest.mark.thorough
def test_a_preview_opens_the_walk_and_keeps_nothing(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    made = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.QUICK)
    sentence = made.prompt("orient.hat-sentence")
    assert sentence
    words = ("preview", "prepare", "--purpose", "arrears", "--channel", "phone")
    more = {"TMPDIR": str(temporary)}
    with Terminal(home, "prompts", *words, "--hat", "both", "--quick", more=more) as terminal:
        terminal.wait_for(sentence.question)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert list(temporary.iterdir()) == []
    assert files_under(home) == []
