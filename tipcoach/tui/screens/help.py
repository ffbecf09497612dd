"""What a screen is for, its keys, and the marks. Made from the registry, so it stays true."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.practice.plaintext import clean_line
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.pause_letters import PAUSE_ROWS
from tipcoach.tui.screens.sheet import CLOSED
from tipcoach.tui.widgets.frame import NO_OTHERS, Header, Keys
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row

ABOUT = {
    keys.HOME: "The ways in. A letter acts at once.",
    keys.VISIT: "What it is about, how you will meet, how long you have. A letter or an "
    "arrow marks, and Enter begins: the first question.",
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
    keys.SETTINGS: "What is yours to choose. It holds at once, and is kept on this machine; nobody "
    "else can choose it for you.",
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
    keys.SETTINGS: "settings",
    keys.SHEET: "a small choice",
}
PRINCIPLES = (
    "⌂ Safety   ≡ Trustworthiness   ◊ Choice\n"
    "∞ Collaboration   ▲ Empowerment\n"
    "∩ Culture and identity runs through all five."
)
MARKS = {
    keys.WALK: "● answered   – skipped   ► you are here   · ahead\n"
    f"○ draft, or set aside   ■ waiting\n{PRINCIPLES}",
    keys.PROMISES: "■ overdue   □ open   ● kept   → new date   × not kept",
    **dict.fromkeys((keys.JOURNAL, keys.ENTRY, keys.SHARE, keys.PAPER, keys.REVIEW), PRINCIPLES),
}
"""What the marks mean, on the pages that have them."""
HOW_KEYS_ARE_CHANGED = "Your own keys: `tipcoach keys` says how; with --write it begins a file."


class HelpScreen(Page):
    """Help for the screen it was opened from."""

    NAME: ClassVar[str] = keys.HELP
    CSS_PATH = "reading.tcss"

    def __init__(
        self,
        about: str,
        *,
        without: frozenset[str] = frozenset(),
        letters: Sequence[Row] = (),
        says: Mapping[str, str] = NO_OTHERS,
    ) -> None:
        super().__init__()
        self._says = says
        self._about, self._without, self._letters = about, without, letters

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
        without = {*self._without, *("close" for row in self._letters if row.id == CLOSED)}
        letters = [_line(row.key, _said(row)) for row in self._letters]
        under_a_question = self._about == keys.WALK
        parts = [
            [Content(ABOUT.get(self._about, ""))],
            [] if under_a_question else letters,
            [
                _line(keys.every_key(action), self._says.get(action.name, action.label))
                for action in keys.actions_of(self._about)
                if action.name not in without
            ],
        ]
        if under_a_question:
            if letters:
                parts.append([Content("Under this question:"), *letters])
            parts.append(
                [
                    Content("If your terminal keeps a key for itself, press Esc, then the letter:"),
                    *(
                        _line(f"Esc {key}", label.lower())
                        for key, label, _, action in PAUSE_ROWS
                        if action and action not in without
                    ),
                ]
            )
        parts.append([Content(MARKS[self._about])] if self._about in MARKS else [])
        parts.append([Content(HOW_KEYS_ARE_CHANGED)])
        return Content("\n\n").join(Content("\n").join(part) for part in parts if part)


def _line(key: str, label: str) -> Content:
    return Content.assemble((f"{key:<18}", "$accent-ink"), label)


def _said(row: Row) -> str:
    """What a row says, without its letter."""
    label, *notes = (clean_line(text).strip() for text, _ in row.columns[1:])
    return ", ".join(part for part in (label, *notes) if part)
