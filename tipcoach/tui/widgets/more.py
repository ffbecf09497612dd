"""Says in words that a list or a text goes on: a scrollbar alone is lost without colour."""

from textual.content import Content
from textual.events import Click, Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.tui import keys

PAGES = {"PgDn": "pagedown", "PgUp": "pageup"}
"""The keys of paging, by what they are called; others are called as the registry has it."""
BELOW, ABOVE = "↓ more below", "↑ more above"


class More(Static):
    """A row under what scrolls, there while not all of it fits.

    `held`: while all of it fits the row is there too, blank or with what is said of the `whole`,
    as the gap to what stands under it.
    """

    DEFAULT_CSS = """
    More { height: 1; padding: 0 2; color: $muted; display: none; }
    """

    def __init__(
        self,
        scrolls: Widget,
        *,
        below: str = BELOW,
        above: str = ABOVE,
        held: bool = False,
        whole: str = "",
        id: str | None = None,  # noqa: A002  (the framework's name for it)
    ) -> None:
        super().__init__("", id=id)
        self._scrolls = scrolls
        self._below = below
        self.above = above
        """What is said at the end of what does not all fit."""
        self._held = held
        self.whole = whole
        """What is said where all of it fits."""
        self._said = ""

    def on_mount(self) -> None:
        self.watch(self._scrolls, "scroll_y", self._look, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._look_again)

    async def on_click(self, event: Click) -> None:
        """Go on as the key does that is named, or else by a page, to where it points."""
        key = self._named_first()
        if key is not None:
            self.app.call_later(self.screen.takes, Key(key, None))  # type: ignore[attr-defined]  # ours have it
        elif self._said == self.above:
            self._scrolls.scroll_page_up(animate=False)
        elif self._said:
            self._scrolls.scroll_page_down(animate=False)

    def _named_first(self) -> str | None:
        """The key its text begins with, if it does with one."""
        called = self._said.partition(" ")[0]
        actions = keys.actions_of(getattr(self.screen, "NAME", ""))
        named = (action.keys[0] for action in actions if action.keys and action.shown == called)
        return PAGES.get(called) or next(named, None)

    def _look_again(self, screen: Screen[object]) -> None:
        self._look()

    def _look(self) -> None:
        # Where it is on no part of the screen, what it once measured settles nothing.
        end = self._scrolls.max_scroll_y if self._scrolls.size.width else 0
        # What would fit if this row were not here must not be kept from fitting by it. From what
        # has one row left it takes none: it stays, or it would come and go without end.
        taken = self.display and not self._held and self._scrolls.size.height > 1
        needed = end > taken and self._scrolls.display
        if self.display != (needed or self._held):
            self.display = needed or self._held
        said = self._below if self._scrolls.scroll_y < end else self.above if needed else self.whole
        if said is not self._said:
            self._said = said
            self.update(Content(said))
