"""What a screen is for, its keys, and the marks. Made from the registry, so it stays true."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.widgets.frame import Header, Keys
from tipcoach.tui.widgets.more import More

ABOUT = {
    keys.HOME: "The ways in. A letter acts at once.",
    keys.VISIT: "What it is about, how you will meet, how long you have. Then the first question.",
    keys.WALK: "One question at a time. Fragments are fine. An empty answer is a skip, and a skip "
    "costs nothing. Nothing here is counted or scored.",
    keys.CARD: "What you prepared, on one screen. Read it before you go in, and leave it there.",
    keys.PROMISES: "What was said would happen, and what became of it. Nothing is counted against "
    "anybody. What is said here of one can be said again.",
    keys.JOURNAL: "What you have kept, newest first. The preview follows the row.",
    keys.SEARCH: "Entries that say all of the words, newest first. Words in quotes stand together; "
    "arr* is the beginning of a word; case and accents do not matter. Also: purpose:arrears, "
    "principle:choice, kind:before, channel:phone, from:2026-03, to:2026-05, has:promise, "
    "has:plan, has:stopped.",
    keys.ENTRY: "One entry, every question as it was asked. A kept entry is never changed.",
    keys.PATTERNS: "What comes back in your own journal, for you alone. It is worked out when you "
    "open it and kept nowhere. One or two of something are not said.",
    keys.SHARE: "Choose what one reader gets. Nothing is chosen beforehand. Beside it is their "
    "page, word for word; what is edited here is edited in their copy alone.",
    keys.SUPERVISION: "What you chose to share, who opened it, what came back, what you agreed. "
    "Sessions begin here, and their records are sent and seen here. "
    "Taking back takes the copy away; it cannot take back what was read.",
    keys.REVIEW: "What was brought to you, not opened first. Opening one is shown to its officer. "
    "Nothing is searched, sorted by person or counted.",
    keys.PAPER: "One page: a copy, an agreement, a record, or what heads a session. "
    "A copy that is opened is held while it is "
    "on the screen, and written nowhere.",
    keys.READING_VIEW: "One question of a session, for a wall. Nothing that was written is on it. "
    "Make the letters larger until there are 50 columns or fewer: Ctrl and + in Windows Terminal, "
    "GNOME Terminal and most others, Cmd and + in Terminal.app. Ctrl or Cmd and 0 puts them back.",
    keys.PALETTE: "All that can be done where you were, by words of its name; accents do not "
    "matter. Enter does it. Esc puts everything back as it was.",
    keys.SHEET: "A small choice. The one that loses nothing is current.",
}
TITLES = {
    keys.HOME: "Home",
    keys.VISIT: "before the first question",
    keys.WALK: "one question at a time",
    keys.CARD: "your card",
    keys.PROMISES: "promises",
    keys.JOURNAL: "journal",
    keys.SEARCH: "journal · search",
    keys.ENTRY: "an entry",
    keys.PATTERNS: "my patterns",
    keys.SHARE: "share",
    keys.SUPERVISION: "supervision",
    keys.REVIEW: "brought to supervision",
    keys.PAPER: "a page to read",
    keys.READING_VIEW: "reading view",
    keys.SHEET: "a small choice",
}
MARKS = "● answered   – skipped   ► you are here   · ahead\n○ draft, or set aside   ■ waiting"
MARKS_OF_PROMISES = "■ overdue   □ open   ● kept   → new date   × not kept"
PRINCIPLES = (
    "⌂ Safety   ≡ Trustworthiness   ◊ Choice\n"
    "∞ Collaboration   ▲ Empowerment\n"
    "∩ Culture and identity runs through all five."
)


class HelpScreen(Page):
    """Help for the screen it was opened from."""

    NAME: ClassVar[str] = keys.HELP
    CSS_PATH = "reading.tcss"

    def __init__(
        self,
        about: str,
        *,
        without: frozenset[str] = frozenset(),
        beside: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._about, self._without, self._beside = about, without, beside

    def compose(self) -> ComposeResult:
        yield Header("Help", TITLES.get(self._about, ""))
        scroll = VerticalScroll(Static(self._text(), classes="text"), classes="page reading")
        yield scroll
        yield More(scroll)
        yield Keys(keys.HELP)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))

    async def act_close(self) -> None:
        await self.app.pop_screen()

    def _text(self) -> Content:
        rows = [
            Content.assemble((f"{keys.every_key(action):<18}", "$accent-ink"), action.label)
            for action in keys.actions_of(self._about)
            if action.name not in self._without
        ]
        if self._beside:
            rows += [Content(""), Content("Under this question:")]
            rows += [
                Content.assemble((f"{letter:<18}", "$accent-ink"), label)
                for letter, label in self._beside
            ]
        if self._about == keys.WALK:
            rows += [
                Content(""),
                Content("If your terminal keeps a key for itself, press Esc, then the letter:"),
                *(
                    Content.assemble((f"Esc {key:<14}", "$accent-ink"), label.lower())
                    for key, label, _, action in keys.PAUSE_ROWS
                    if action and action not in self._without
                ),
            ]
        return Content("\n").join(
            [
                Content(ABOUT.get(self._about, "")),
                Content(""),
                *rows,
                Content(""),
                Content(MARKS_OF_PROMISES if self._about == keys.PROMISES else MARKS),
                Content(PRINCIPLES),
            ]
        )
