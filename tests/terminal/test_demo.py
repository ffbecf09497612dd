"""The demo on a real terminal: it opens the app, says on every page that it is a sample."""

from pathlib import Path

from terminal.terminal import Terminal
from terminal.walks import at_home


def test_it_opens_the_app_on_the_sample(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with Terminal(home, "demo", more={"TMPDIR": str(temporary)}) as terminal:
        at_home(terminal)
        terminal.wait_for("a sample · goes when you leave")
        terminal.press("j")
        terminal.wait_for("repairs access", "rent arrears", "offer", "a sample · goes")
        terminal.press("down", "enter")
        terminal.wait_for("A sample answer", "a sample · goes")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert list(temporary.iterdir()) == []
