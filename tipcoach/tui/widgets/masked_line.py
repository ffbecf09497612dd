"""A line for a passphrase: what is typed is never on the screen, on a clipboard or in a history."""

from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import Static

MASK, CURSOR = "•", "▏"
MOST_SHOWN = 40


class MaskedLine(Static, can_focus=True):
    """Takes keys in the app's own turn, so that Enter typed fast comes after the last letter."""

    DEFAULT_CSS = """
    MaskedLine { height: 1; padding: 0 1; background: $surface; color: $ink;
                 border-left: outer $edge; margin: 0 0 0 2; }
    MaskedLine:focus { border-left: outer $focus; }
    """

    def __init__(self) -> None:
        super().__init__(Content(CURSOR))
        self._typed: list[str] = []

    @property
    def typed(self) -> str:
        return "".join(self._typed)

    def empty(self) -> None:
        self._typed.clear()
        self._show()

    def takes_letter(self, letter: str) -> bool:
        return True

    async def takes(self, event: Key) -> bool:
        if event.key == "backspace":
            del self._typed[-1:]
        elif event.key == "ctrl+u":
            self._typed.clear()
        elif event.is_printable and event.character:
            self._typed.append(event.character)
        else:
            return False
        self._show()
        return True

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._typed += event.text.splitlines()[0] if event.text else ""
        self._show()

    def _show(self) -> None:
        self.update(Content(MASK * min(len(self._typed), MOST_SHOWN) + CURSOR))
