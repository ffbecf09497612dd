"""The notice under an answer: at most one, in one to three rows, and how many more there are.

It takes its rows from under the answer, so that neither the first row of that nor the buttons
move. Where there is little room it says less; the sheet it opens says all of it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.counting import in_words
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.other_words import called_instead
from tipcoach.reports.wrapping import width_of, wrap
from tipcoach.tui import keys
from tipcoach.tui.widgets.answers import AnswerForm, Forms, TextForm

if TYPE_CHECKING:
    from tipcoach.tui.page import Page

MOST_ROWS = 3
LEFT_TO_A_TEXT, LEFT_TO_FIELDS = 4, 8
"""Rows an answer keeps, the gap under it among them, before a notice says less."""
LEAST_ROOM = 3
"""Rows with which a notice of one row leaves one to the answer."""
MARGINS = 4
CUT = "…"
_HELD = "\u00a0"
"""A space that is not wrapped at, nor taken for one of several."""


class NoticeLine(Static):
    """One notice. `forms` is what it takes its rows from; `more` the row that may stand between."""

    DEFAULT_CSS = """
    NoticeLine { height: auto; padding: 0 2; color: $muted; display: none; }
    """

    def __init__(self, forms: Forms, more: Widget) -> None:
        super().__init__("")
        self._forms, self._more = forms, more
        self._notice: Notice | None = None
        self._others = 0
        self._height = 0

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, self._look_again)

    def say(self, notice: Notice | None, others: int = 0) -> None:
        """Show a notice and say how many others there are, or show none."""
        if (notice, others) != (self._notice, self._others):
            self._notice, self._others = notice, others
            self._fit()
            self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        page = cast("Page", self.screen)
        if page.is_clicked(event):
            page.act_later("look")

    def render(self) -> Content:
        rows = self._rows(self.content_size.width)
        parts = [Content.styled(row, "" if n else "$notice") for n, row in enumerate(rows)]
        return Content("\n").join(parts)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._height

    def _rows(self, width: int) -> list[str]:
        if self._notice is None:
            return []
        # With three rows or more the last is the gap to the buttons.
        rows = self._height if self._height < MOST_ROWS else self._height - 1
        return notice_rows(self._notice, self._others, width, min(rows, MOST_ROWS))

    def _look_again(self, screen: Screen[object]) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take the rows there are. What there is room for does not depend on what is taken."""
        height = self._fitting()
        if height != self._height or self.display != bool(height):
            self._height = height
            self.display = bool(height)
            self._forms.set_class(bool(height), "-noticed")
            self.refresh(layout=True)

    def _fitting(self) -> int:
        if self._notice is None:
            return 0
        form = self._forms.shown
        parts = (part for part in (self._forms, self._more, self) if part.display)
        room = sum(part.outer_size.height for part in parts)
        if form is None or room < LEAST_ROOM:
            return 0
        width = self._forms.outer_size.width - MARGINS
        wanted = len(notice_rows(self._notice, self._others, width, MOST_ROWS)) + 1
        # Under a short answer it stands next to that, and the rest of the room is below it.
        takes, keeps = _rows_of(form)
        return max(1, min(wanted, room - keeps), room - takes)


def _rows_of(form: AnswerForm) -> tuple[int, int]:
    """The rows a form takes where it can, and those it keeps, the gap under it among both."""
    if isinstance(form, TextForm) and not form.one_line:
        return TextForm.MOST_ROWS + 1, LEFT_TO_A_TEXT
    takes = form.outer_size.height + 1
    return takes, min(takes, LEFT_TO_FIELDS)


def notice_rows(notice: Notice, others: int, width: int, rows: int) -> list[str]:
    """A notice in so many rows. What is cut short ends in `…`; the way to the rest never goes."""
    tail = keys.said(keys.WALK, "{look} look")
    if others:
        tail += f", and {in_words(others)} more"
    if rows < 2:
        return [f"{_heading_within(notice, width - width_of(tail) - 2)}  {tail}"]
    for said in _ways_to_say(notice):
        lines = _with_the_way(said, tail, width)
        if len(lines) < rows:
            break
    return [_heading_within(notice, width), *lines[: rows - 1]]


def _with_the_way(said: str, tail: str, width: int) -> list[str]:
    held = ", ".join(part.replace(" ", _HELD) for part in tail.split(", "))
    lines = wrap(f"{said}{_HELD} {held}", width)
    return [line.replace(_HELD, " ").rstrip() for line in lines]


def heading_of(notice: Notice, quote: str | None = None) -> str:
    """`» Wording  “no access”`; a guess says that it is one."""
    name = f"{notice.lens.value.capitalize()}{', perhaps' if notice.soft else ''}"
    return f"» {name}  “{clean_line(notice.quote) if quote is None else quote}”"


def _heading_within(notice: Notice, width: int) -> str:
    quote = clean_line(notice.quote)
    heading = heading_of(notice)
    while quote and width_of(heading) > width:
        quote = quote[:-1]
        heading = heading_of(notice, f"{quote.rstrip()}{CUT}")
    return heading


def _ways_to_say(notice: Notice) -> Iterator[str]:
    """From the whole of it to nothing: a suggestion is said whole or not at all."""
    asked = clean_line(notice.ask or notice.why)
    called = called_instead(notice)
    other = clean_line(f"{called} “{notice.instead}”.") if notice.instead else ""
    yield f"{asked} {other}".strip()
    # An example says nothing without the question it answers.
    if other and not notice.instead_is_an_example:
        yield other
    yield asked
    words = asked.split(" ")
    while words:
        words.pop()
        yield f"{' '.join(words)}{CUT}"
