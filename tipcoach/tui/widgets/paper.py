"""A page of a shared copy or an agreement, as styled text; its words are never markup."""

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tipcoach.coach.inbox import Said
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.reports.shared_copies import Line, Voice

STYLES = {
    Voice.HEADLINE: "bold $ink",
    Voice.NOTE: "$muted",
    Voice.WARNING: "bold $ink",
    Voice.HEADING: "$accent-ink",
    Voice.QUESTION: "bold $ink",
    Voice.ANSWER: "$ink",
    Voice.GAP: "$ink",
}


class PaperScroll(VerticalScroll):
    """A page that scrolls, and knows whether its end has been on the screen as it is now."""

    DEFAULT_CSS = """
    PaperScroll .text { height: auto; }
    """

    class EndSeen(Message):
        """The end of the page has come on the screen."""

    def __init__(
        self,
        id: str | None = None,  # noqa: A002  (the framework's name for it)
        *,
        classes: str | None = None,
        can_focus: bool = True,
    ) -> None:
        self._text = Static("", classes="text")
        super().__init__(self._text, id=id, classes=classes, can_focus=can_focus)
        self._has_text = self._is_laid_out = self.end_was_seen = False

    def on_mount(self) -> None:
        self.watch(self, "scroll_y", self._look_at_end, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def put(self, lines: Sequence[Line]) -> None:
        """Show other lines, from wherever the page stands."""
        self._text.update(paper(lines))
        self._has_text, self.end_was_seen = bool(lines), False
        # Until then its rows are those of the lines before, and their end settles nothing.
        self._is_laid_out = False
        self.call_after_refresh(self._has_been_laid_out)

    @property
    def goes_on(self) -> bool:
        """Whether it is on the screen, and there is more of it than the window shows at once."""
        return self.region.height > 0 and self.max_scroll_y > 0

    def page(self, pages: int) -> None:
        """Go so many windows on, or back; at once, so that keys pressed fast add up."""
        step = max(self.size.height - 1, 1)
        self.scroll_to(y=self.scroll_y + pages * step, animate=False, immediate=True)

    def line(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_y + lines, animate=False, immediate=True)

    def _has_been_laid_out(self) -> None:
        self._is_laid_out = True
        self._look_at_end()

    def _laid_out(self, screen: Screen[object]) -> None:
        self._look_at_end()

    def _look_at_end(self) -> None:
        # What is not on the screen has no rows there.
        is_there = self._has_text and self._is_laid_out and self.region.height > 0
        if is_there and self.scroll_y >= self.max_scroll_y:
            if not self.end_was_seen:
                self.post_message(self.EndSeen())
            self.end_was_seen = True


def paper(lines: Sequence[Line]) -> Content:
    return Content("\n").join(Content.styled(line.text, STYLES[line.voice]) for line in lines)


def said_lines(said: Sequence[Said]) -> list[Line]:
    """What was said of a copy by either: both stand, and neither takes the other's place."""
    if not said:
        return []
    lines = [Line(Voice.GAP), Line(Voice.HEADING, "What was said of it")]
    for one in said:
        lines += [Line(Voice.GAP), Line(Voice.NOTE, clean_line("You" if one.mine else one.name))]
        lines += [Line(Voice.ANSWER, text) for text in clean(one.text).split("\n")]
    return lines
