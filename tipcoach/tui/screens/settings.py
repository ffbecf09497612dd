"""Settings: all that is a person's own to choose, what each is now, and another value at once."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.own_choices import (
    KEEP_WORDS,
    LENSES,
    LOOK,
    SESSION_MINUTES,
    OwnChoice,
    choose,
    value_now,
)
from tipcoach.errors import TipcoachError
from tipcoach.practice.lenses.notice import Lens
from tipcoach.reports.own_choices import folder_in_brief, how_many_hidden, own_keys_said
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.remapping import how_many_own, in_use
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.rows import Row, Rows, gap, heading

if TYPE_CHECKING:
    from textual.events import Resize

CHOICES = {
    "l": LOOK,
    "t": SESSION_MINUTES,
    "k": KEEP_WORDS,
    "w": LENSES[Lens.WORDING],
    "i": LENSES[Lens.IDENTIFIERS],
    "o": LENSES[Lens.MOVES],
}
"""What is chosen anew on this page, by its letter."""
HIDDEN, OWN_KEYS, FILES = "q", "y", "f"
OPENED = {
    HIDDEN: (
        "Questions not asked here",
        "Hidden from My patterns; one can be asked again here.",
        "tipcoach settings hidden",
    ),
    OWN_KEYS: (
        "Keys of your own",
        "In a file that is read when the app opens.",
        "tipcoach keys --write",
    ),
    FILES: (
        "Where your files are",
        "To look at; nothing is moved from here.",
        "tipcoach settings",
    ),
}
"""What is opened: what it is called, why, and the command."""
GROUPS = (
    ("", ("l", "t")),
    ("What is asked and kept", ("k", HIDDEN)),
    ("Lenses, a second pair of eyes on what you write", ("w", "i", "o")),
    ("", (OWN_KEYS, FILES)),
)
HOW = "A letter changes its row; ↓ and Enter do so too."
IN_A_TERMINAL = "In a terminal: {}"
LEFT_ALONE = "The file is left as it is. What you choose here holds until you leave."
HIGH = 32
"""Rows of a window from which on each row has its line of why under it."""


class SettingsScreen(Page):
    """Every choice in a row with what it is now. A letter or Enter changes it, seen at once."""

    NAME: ClassVar[str] = keys.SETTINGS
    CSS_PATH = "settings.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._own_keys = ""

    def compose(self) -> ComposeResult:
        yield Header("Settings", badge=self.whose)
        with Vertical(classes="page"):
            # None is current on arrival: an Enter that came too many changes nothing.
            rows = Rows(id="settings", preset=False)
            yield rows
            yield More(rows)
            yield Static(Content(""), id="why")
        yield Strip()
        yield Keys(keys.SETTINGS)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Rows))
        self.look_again()

    def on_resize(self, event: "Resize") -> None:
        self._show()

    def look_again(self, trouble: TipcoachError | None = None) -> None:
        """Take up what an editor or another window has changed in the file meanwhile; `trouble`
        is said with it."""
        coach = self.desk.coach
        worn = coach.settings.look
        coach.read_settings_again()
        if coach.settings.look is not worn:
            self.desk.wear()
        registry, problems = in_use(coach)
        self._own_keys = own_keys_said(how_many_own(registry), problems)
        self._say(trouble or coach.settings_fault)
        self._show()

    def rows_with_letters(self) -> tuple[Row, ...]:
        return tuple(row for row in self._rows() if row.key)

    async def chosen(self, rows: Rows, row: Row) -> None:
        self._say_why()
        if row.key in CHOICES:
            self._change(CHOICES[row.key])
        else:
            await self._open(row.key)

    async def _open(self, letter: str) -> None:
        from tipcoach.tui.screens import settings_sheets

        show = {
            HIDDEN: settings_sheets.show_hidden,
            OWN_KEYS: settings_sheets.show_own_keys,
            FILES: settings_sheets.show_files,
        }
        await show[letter](self)

    async def moved(self, rows: Rows, row: Row) -> None:
        self._say_why()

    async def act_change(self) -> None:
        rows = self.query_one(Rows)
        if rows.row is not None:
            await self.chosen(rows, rows.row)
        else:
            self.say_for_now(HOW)

    def _change(self, choice: OwnChoice) -> None:
        coach = self.desk.coach
        trouble: TipcoachError | None = None
        worn = coach.settings.look
        try:
            choose(coach, choice, choice.after(value_now(coach, choice)))
        except TipcoachError as said:
            trouble = said
        if coach.settings.look is not worn:
            self.desk.wear()
        self._say(trouble)
        self._show()

    def _say(self, trouble: TipcoachError | None) -> None:
        fault = self.desk.coach.settings_fault
        if fault is not None and trouble is fault:
            trouble = TipcoachError(fault.sentence, LEFT_ALONE)
        self.query_one(Strip).say(trouble)

    def _show(self) -> None:
        listed = self.query_one(Rows)
        listed.show(self._rows(), listed.row.id if listed.row else None)
        self._say_why()

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for called, letters in GROUPS:
            rows += [gap()] if rows else []
            rows += [heading(called)] if called else []
            rows += map(self._row, letters)
        return rows

    @property
    def _is_high(self) -> bool:
        return self.size.height >= HIGH

    def _row(self, letter: str) -> Row:
        called, why, _ = self._said_of(letter)
        columns = ((f"{letter}  ", "accent"), (called, "ink"))
        below = ((f"   {why}", "muted"),) if self._is_high else ()
        return Row(letter, columns, key=letter, right=self._now(letter), below=below)

    def _now(self, letter: str) -> str:
        coach = self.desk.coach
        if letter in CHOICES:
            return value_now(coach, CHOICES[letter]).called
        if letter == HIDDEN:
            return how_many_hidden(len(coach.settings.hidden))
        if letter == OWN_KEYS:
            return self._own_keys
        return folder_in_brief(coach, self.size.width // 3)

    def _said_of(self, letter: str) -> tuple[str, str, str]:
        """What it is called, why it is there, and the command that does what Enter does."""
        if letter not in CHOICES:
            return OPENED[letter]
        choice = CHOICES[letter]
        then = choice.after(value_now(self.desk.coach, choice))
        return choice.called, choice.why, f"tipcoach settings {choice.name} {then.name}"

    def _say_why(self) -> None:
        row = self.query_one(Rows).row
        if row is None:
            said = [HOW, IN_A_TERMINAL.format("tipcoach settings")]
        else:
            _, why, command = self._said_of(row.key)
            said = [*([] if self._is_high else [why]), IN_A_TERMINAL.format(command)]
        self.query_one("#why", Static).update(Content("\n".join(said)))
