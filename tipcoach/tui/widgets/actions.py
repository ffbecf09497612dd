"""The actions under an answer. Skipping is as easy as answering: it is the main button."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from tipcoach.tui import keys

if TYPE_CHECKING:
    from tipcoach.tui.page import Page


NEXT, SKIP_IT, DONE = "Next", "Skip", "Done"
BACK = "Back  {previous}"
FINISH, FINISH_KEYS = "Finish now", "Esc then d"
ROOM = 60
"""Columns of a window that has room for the keys of all three."""


class ActionButton(Static, can_focus=True):
    """One action; Enter or a click does it."""

    DEFAULT_CSS = """
    ActionButton { width: auto; height: 1; padding: 0 1; color: $muted; }
    ActionButton.-main { color: $ink; background: $highlight; }
    ActionButton:focus { background: $accent-ink; color: $on-accent; }
    """

    def __init__(self, label: str, action: str, *, main: bool = False) -> None:
        super().__init__(Content(label), classes="-main" if main else "")
        self.action = action

    async def takes(self, event: Key) -> bool:
        if event.key != "enter":
            return False
        await cast("Page", self.screen).act(self.action)
        return True

    def on_click(self, event: Click) -> None:
        page = cast("Page", self.screen)
        if page.is_clicked(event):
            page.act_later(self.action)


class KeysHere(Static):
    """What keys do in the field written in, over the actions; no row where there is nothing to
    say. The actions stay where they are: a click that takes the focus ends where it began."""

    DEFAULT_CSS = """
    KeysHere { height: 1; color: $muted; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis;
               display: none; }
    """

    def say(self, here: str) -> None:
        _say(self, here)
        self.display = bool(here)


class Actions(Horizontal):
    """Next or Skip, Back, and Finish now."""

    DEFAULT_CSS = """
    Actions { height: 1; }
    Actions #back { margin: 0 0 0 1; }
    Actions #space { width: 1fr; height: 1; }
    """

    def compose(self) -> ComposeResult:
        yield ActionButton(keys.said(keys.WALK, f"{SKIP_IT}  {{next}}"), "next", main=True)
        back = ActionButton(keys.said(keys.WALK, BACK), "previous")
        back.id = "back"
        yield back
        yield Static("", id="space")
        finish = ActionButton(FINISH, "finish")
        finish.id = "finish"
        yield finish

    def show(self, label: str, *, key: str) -> None:
        """`label` is what the main button does, and `key` what presses it."""
        has_room = self.app.size.width >= ROOM
        finish = f"{FINISH}  {FINISH_KEYS}" if has_room else FINISH
        _say(self.query_one("#finish", ActionButton), finish)
        _say(self.query(ActionButton).first(), f"{label}  {key}")


def _say(widget: Static, text: str) -> None:
    """Asked at every key that is written: only another text has the page laid out again."""
    if widget.content != Content(text):
        widget.update(Content(text))
