"""One entry, to read: every question as it was asked."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.coach.coach import Coach
from tipcoach.coach.keeping import Standing, standing_of
from tipcoach.coach.people import people
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.plaintext import clean
from tipcoach.practice.query import Query
from tipcoach.reports.entries import entry_title
from tipcoach.reports.keeping import standing_lines
from tipcoach.reports.kept import Part
from tipcoach.tui import keys
from tipcoach.tui.page import LooksAgain, Page
from tipcoach.tui.screens.entry_options import ask_what_to_do
from tipcoach.tui.screens.entry_text import entry_text
from tipcoach.tui.screens.entry_view import show_view, view_content
from tipcoach.tui.widgets.frame import NO_OTHERS, Header, Keys, Strip
from tipcoach.tui.widgets.more import More

SENDS, MAY_BE_SENT, WAS_SENT = (
    {"share": said} for said in ("send", "what they get", "what was sent")
)
"""Of an agreement no copy is made: it goes whole, to the one it is with."""


class EntryScreen(Page):
    """An entry over the whole window."""

    NAME: ClassVar[str] = keys.ENTRY
    CSS_PATH = "reading.tcss"

    def __init__(
        self,
        entry: Entry,
        badge: str = "",
        *,
        first: Sequence[Part] = (),
        found_by: Query | None = None,
    ) -> None:
        """`first` is said before the entry itself. What it was `found_by` is marked in it, and it
        opens where that is."""
        super().__init__()
        self.entry = entry
        self._badge = badge
        self._first = first
        self._found_by = found_by
        self._standing: Standing | None = None
        self.does_nothing = _does_nothing(entry.kind)

    def compose(self) -> ComposeResult:
        self._text = entry_text(self.desk.coach, self.entry, self._found_by)
        title, *rest = entry_title(self.entry).split(" · ")
        yield Header(title, " · ".join(rest), self._badge or self.whose)
        scroll = VerticalScroll(
            Static("", classes="text", id="first"),
            Static(self._text.content, classes="text", id="entry"),
            Static("", classes="text view", id="view"),
            Static("", classes="text", id="standing"),
            classes="reading",
        )
        yield scroll
        yield More(scroll)
        yield Strip()
        says = what_sharing_is_called(self.entry.kind)
        yield Keys(keys.ENTRY, without=self.does_nothing, says=says)

    def on_mount(self) -> None:
        self.say_first(self._first)
        self.set_focus(self.query_one(VerticalScroll))
        self.call_after_refresh(self._go_to_what_was_found)
        self.look_again()

    def _go_to_what_was_found(self) -> None:
        """Where it is not in sight at the top, go to it: with its question, if there is room."""
        text, scroll = self.query_one("#entry", Static), self.query_one(VerticalScroll)
        rows = self._text.rows_of_what_was_found(text.content_size.width)
        # The row that says there is more takes one.
        room = scroll.scrollable_content_region.height - 1
        if rows is None or rows[1] < room:
            return
        question, word = rows
        top = question if word - question < room else word - room // 3
        scroll.scroll_to(y=text.virtual_region.y + top, animate=False, immediate=True)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def look_again(self, trouble: TipcoachError | None = None) -> None:
        """Look up what is true of the entry beyond its own file; `trouble` is said with it."""
        coach = self.desk.coach
        try:
            standing = standing_of(coach, self.entry)
            view = view_content(coach, self.entry)
        except TipcoachError as unread:
            self.app.call_from_thread(self.query_one(Strip).say, unread)
            return
        lines = standing_lines(standing, coach.clock().date())
        self.app.call_from_thread(self._show_standing, standing, view, lines, trouble)
        if self.entry.kind is Kind.AGREEMENT:
            self._look_whether_it_was_sent(trouble)

    def _look_whether_it_was_sent(self, trouble: TipcoachError | None) -> None:
        """What cannot be read of it leaves all else there; `trouble` is said before it."""
        try:
            is_sent = _was_sent(self.desk.coach, self.entry)
        except TipcoachError as unread:
            self.app.call_from_thread(self.query_one(Strip).say, trouble or unread)
            return
        if is_sent:
            self.app.call_from_thread(self._say_it_is_sent)

    def say(self, said: str) -> None:
        """Say what became of the entry since it was opened."""
        self.query_one(Header).badge(said)

    def say_first(self, parts: Sequence[Part]) -> None:
        """Say what comes next, over the entry itself."""
        said = self.query_one("#first", Static)
        said.update(_parts(parts))
        said.display = bool(parts)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _say_it_is_sent(self) -> None:
        """An agreement that everybody has is from now on only looked at."""
        row = self.query_one(Keys)
        row.leave_out(row.left_out, {**row.says, **WAS_SENT})

    def _show_standing(
        self,
        standing: Standing,
        view: Content,
        lines: list[str],
        trouble: TipcoachError | None,
    ) -> None:
        self._standing = standing
        show_view(self.query_one("#view", Static), view)
        said = Content("\n").join(Content.styled(clean(line), "$muted") for line in ["", *lines])
        self.query_one("#standing", Static).update(said)
        self.query_one(Strip).say(trouble)

    async def act_options(self) -> None:
        if self._standing is not None:
            await ask_what_to_do(self, self._standing)

    async def act_share(self) -> None:
        from tipcoach.tui.screens.share_starting import begin_to_share

        await begin_to_share(self, self.entry)

    async def act_go_back(self) -> None:
        await self.app.pop_screen()
        below = self.app.screen
        # Of what was just put right, a list still shows the version before.
        may_differ = (
            below is self.desk.home or self.entry.supersedes or self.entry.kind is Kind.SESSION
        )
        if may_differ and isinstance(below, LooksAgain):
            below.look_again()

    async def act_show_card(self) -> None:
        from tipcoach.tui.screens.card import CardScreen

        if self.entry.kind is Kind.PREPARATION:
            await self.app.push_screen(CardScreen(self.entry))


def what_sharing_is_called(kind: Kind, *, in_a_list: bool = False) -> Mapping[str, str]:
    """What the key that shares is called for an entry of a kind, where it is called otherwise.

    In a list it is not known whether an agreement went.
    """
    if kind is not Kind.AGREEMENT:
        return NO_OTHERS
    return MAY_BE_SENT if in_a_list else SENDS


def _was_sent(coach: Coach, entry: Entry) -> bool:
    """Whether everybody who is known has it: to whoever has not, it may still be sent."""
    from tipcoach.coach.agreeing import was_sent

    folders = people(coach).cards
    return bool(folders) and all(was_sent(coach, entry, folder) for folder in folders)


def _does_nothing(kind: Kind) -> frozenset[str]:
    stays = kind.is_never_shared and kind is not Kind.AGREEMENT
    names = {"show_card": kind is not Kind.PREPARATION, "share": stays}
    return frozenset(name for name, is_idle in names.items() if is_idle)


def _parts(parts: Sequence[Part]) -> Content:
    lines: list[Content] = []
    for part in parts:
        lines.append(Content.styled(part.heading, "$accent-ink"))
        lines += [Content.styled(clean(line), "$ink") for line in part.lines]
        lines.append(Content(""))
    return Content("\n").join(lines)
