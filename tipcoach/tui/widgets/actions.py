"""The actions under an answer. Skipping is as easy as answering: it is the main button."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
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


class Actions(Vertical):
    """Next or Skip, Back, and Finish now; over them what the field written in takes."""

    DEFAULT_CSS = """
    Actions { height: auto; }
    Actions Horizontal { height: 1; }
    Actions #back { margin: 0 0 0 1; }
    Actions #space { width: 1fr; height: 1; }
    Actions #here { height: 1; color: $muted; padding: 0 1; text-wrap: nowrap;
                    text-overflow: ellipsis; display: none; }
    """

    def compose(self) -> ComposeResult:
        yield Static("", id="here")
        back = ActionButton(keys.said(keys.WALK, BACK), "previous")
        back.id = "back"
        finish = ActionButton(FINISH, "finish")
        finish.id = "finish"
        with Horizontal():
            yield ActionButton(keys.said(keys.WALK, f"{SKIP_IT}  {{next}}"), "next", main=True)
            yield back
            yield Static("", id="space")
            yield finish

    def show(self, label: str, *, key: str, here: str = "") -> None:
        """`label` is what the main button does, and `key` what presses it.

        `here` says what keys do in the field written in. The buttons stay where they are: a click
        that takes the focus ends where it began.
        """
        line = self.query_one("#here", Static)
        _say(line, here)
        line.display = bool(here)
        has_room = self.app.size.width >= ROOM
        finish = f"{FINISH}  {FINISH_KEYS}" if has_room else FINISH
        _say(self.query_one("#finish", ActionButton), finish)
        _say(self.query(ActionButton).first(), f"{label}  {key}")


def _say(widget: Static, text: str) -> None:
    """Asked at every key that is written: only another text has the page laid out again."""
    if widget.content != Content(text):
        widget.update(Content(text))
