"""Share: answers chosen at the left, and at the right all their reader will see, word for word."""

from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static
from textual.worker import get_current_worker

from tipcoach.coach.reading import principles
from tipcoach.coach.sharing import Preparing, Preview
from tipcoach.errors import TipcoachError
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.plaintext import clean
from tipcoach.reports.shared_copies import Line, Voice, copy_page
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens import share_sheets
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.share_rows import PART, Placed, e_does, share_rows
from tipcoach.tui.widgets.frame import Header, Keys, KeysAbove, Strip
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.paper import PaperScroll
from tipcoach.tui.widgets.rows import Row, Rows

NOT_SHARED, IS_SHARED = "○ not shared", "● shared"
NOTHING_YET = (
    "Nothing is chosen yet. What you choose with {in_or_out} is here, as they will see it."
)
ALL_OF_IT = "That is all of it."
READ_ON = "Read what they will see to its end first: PgDn. Then Enter."
HOW = {"in_or_out": "", "reword": "", "seal": "what they will see"}
SAID_IN_HOW = frozenset(HOW)


class ShareScreen(Page):
    """One copy in the making. Nothing is chosen beforehand, and Esc leaves nothing behind.

    Where it is narrow the reader's page comes after the rows and before the yes.
    """

    NAME: ClassVar[str] = keys.SHARE
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reading.tcss", "share.tcss"]

    def __init__(self, preparing: Preparing) -> None:
        super().__init__()
        self.preparing = preparing
        self.principles: tuple[PrincipleName, ...] = ()
        self.seen: tuple[Placed, ...] = ()
        self._preview: Preview | None = None
        self._shown: list[Line] = []
        self._heavy_was_asked = False

    def compose(self) -> ComposeResult:
        concerning = [f"with {self.preparing.reader.name}", self.preparing.entry.concerning]
        yield Header("Share", " · ".join(filter(None, concerning)), NOT_SHARED)
        with Horizontal(classes="page"):
            with Vertical(id="list"):
                rows = Rows(id="choosing", letters_choose=False)
                yield rows
                yield More(rows)
                yield KeysAbove(keys.SHARE, HOW, id="how")
            with Vertical(id="beside"):
                yield Static(Content("All your reader will see:"), id="all")
                preview = PaperScroll("preview", can_focus=False)
                yield preview
                yield More(preview, below="PgDn for the rest", held=True, id="how-far")
        yield Static("", id="said")
        yield Strip()
        yield Keys(keys.SHARE, above=SAID_IN_HOW)

    def on_mount(self) -> None:
        self.principles = principles(self.desk.coach)
        self.set_focus(self.query_one(Rows))
        self.changed()

    @property
    def _page(self) -> PaperScroll:
        return self.query_one(PaperScroll)

    @property
    def _is_reading(self) -> bool:
        """Whether the reader's page stands alone, in place of the rows."""
        return self.has_class("-narrow") and self.has_class("-reading")

    def changed(self) -> None:
        """Show the copy as it is now. Where its page says something else than before, its end has
        not been on the screen yet."""
        self._preview = None
        trouble: TipcoachError | None = None
        if self.preparing.chosen:
            try:
                self._preview = self.preparing.preview()
            except TipcoachError as fault:
                trouble = fault
        self._show_page()
        self.query_one(Strip).say(trouble)
        self.say("")
        self._show_rows()
        self._look_for_identifiers()

    def say(self, said: str) -> None:
        line = self.query_one("#said", Static)
        line.update(Content(clean(said)))
        line.display = bool(said)

    def heavy_is_said(self, *, keep: bool) -> None:
        """Go on, with the warning on the page or without."""
        self.preparing.heavy = keep
        self._heavy_was_asked = True
        self.changed()
        # The page has to be laid out again before it is known whether all of it is seen.
        self.call_after_refresh(self.act_later, "seal")

    def _show_page(self) -> None:
        preview = self._preview
        lines = (
            copy_page(preview.copy, self.principles)
            if preview
            else [Line(Voice.NOTE, _nothing_yet())]
        )
        if lines != self._shown:
            self._shown = lines
            self._page.put(lines)
            how_far = self.query_one("#how-far", More)
            how_far.whole = how_far.above = ALL_OF_IT if preview else ""
            self._page.scroll_home(animate=False)

    def _show_rows(self) -> None:
        rows = self.query_one(Rows)
        seen = self.seen if self.desk.coach.lenses.is_on(Lens.IDENTIFIERS) else None
        here = rows.row.id if rows.row else None
        rows.show(share_rows(self.preparing, self.principles, seen), here)
        self._say_what_keys_do()

    @work(thread=True, exclusive=True, group="lens", exit_on_error=False)
    def _look_for_identifiers(self) -> None:
        worker = get_current_worker()
        seen = self.preparing.notices()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._has_looked, seen)

    def _has_looked(self, seen: tuple[Placed, ...]) -> None:
        if self.is_open and seen != self.seen:
            self.seen = seen
            self._show_rows()

    async def takes(self, event: Key) -> bool:
        action = keys.action_for(self.NAME, event.key)
        name = action.name if action else ""
        if self.is_busy and name not in ("help", "leave"):
            # What is being sealed stays as it was seen.
            return True
        if event.key in ("pageup", "pagedown") and not (self._is_reading or self._page.goes_on):
            return await super().takes(event)
        if event.key == "pageup":
            self._page.page(-1)
        elif event.key == "pagedown":
            await self.act_read_on()
        elif self._is_reading and event.key in ("up", "down"):
            self._page.line(-1 if event.key == "up" else 1)
        elif self._is_reading and event.key == "escape":
            self._read_alone(False)
        elif not (self._is_reading and name in ("in_or_out", "reword")):
            return await super().takes(event)
        return True

    async def act_read_on(self) -> None:
        self._page.page(1)

    def _read_alone(self, alone: bool) -> None:
        self.set_class(alone, "-reading")
        last_row = self.query_one(Keys)
        last_row.said_above = frozenset() if alone else SAID_IN_HOW
        self._say_what_keys_do()
        self.say("")
        if alone:
            self._page.scroll_home(animate=False, immediate=True)
        else:
            self.set_focus(self.query_one(Rows))

    def _say_what_keys_do(self) -> None:
        """What goes on is said once something is chosen that it goes on with; the others, of the
        row stood on."""
        row = self.query_one(Rows).row
        idle = {"in_or_out", "reword"} if self._is_reading else set()
        if not self.preparing.chosen:
            idle.add("seal")
        if row is not None and not row.id.startswith(PART):
            idle.add("in_or_out")
        says = e_does(row.id) if row else {}
        self.query_one(Keys).leave_out(idle, says)
        self.query_one(KeysAbove).leave_out(idle, says)

    async def moved(self, rows: Rows, row: Row) -> None:
        self._say_what_keys_do()

    async def chosen(self, rows: Rows, row: Row) -> None:
        await self.act_seal()

    async def marked(self, rows: Rows, row: Row) -> None:
        if not self.is_busy:
            await self.act_in_or_out()

    async def act_in_or_out(self) -> None:
        row = self.query_one(Rows).row
        if row is None or not row.id.startswith(PART):
            await self.act_reword()
            return
        prompt = row.id.removeprefix(PART)
        self.preparing.choose(prompt, on=prompt not in self.preparing.chosen)
        self._heavy_was_asked = False
        self.changed()

    async def act_reword(self) -> None:
        row = self.query_one(Rows).row
        if row is not None:
            await share_sheets.edit(self, row.id, self.seen)

    async def act_seal(self) -> None:
        """Go one step nearer to the yes: the heavy question, the whole page, the last sheet."""
        if self._preview is None:
            self.say("" if self.preparing.chosen else _nothing_yet())
        elif not self._heavy_was_asked:
            await share_sheets.ask_heavy(self)
        elif self.has_class("-narrow") and not self._is_reading:
            self._read_alone(True)
        elif not self._page.end_was_seen:
            self.say(READ_ON)
        else:
            await share_sheets.ask_to_seal(self, self._preview)

    async def seal(self, preview: Preview) -> None:
        await away(self, "sealing", lambda: self.preparing.share(preview), self._shared)

    async def _shared(self, _: object) -> None:
        self.query_one(Header).badge(IS_SHARED)
        await share_sheets.say_shared(self)

    async def act_keep_private(self) -> None:
        await self.app.pop_screen()


def _nothing_yet() -> str:
    return keys.said(keys.SHARE, NOTHING_YET)
