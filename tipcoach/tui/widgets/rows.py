"""A list of rows, the way every list here looks and moves.

One line a row, the bar in the gutter on the one that is current. A letter acts at once.
Where a careless Enter must answer nothing, no row is current on arrival.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.events import Click, Key
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.wrapping import fold, width_of, wrap

BAR = "▌"
ALL = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` chooses it at once; `columns` are (text, role) beside each other.

    `right` stands at the far right, muted. A heading or a note cannot be chosen. `below`
    are lines under the row, shown indented; `quote` is one, of pieces beside each other. `box`
    is what the first column begins with where the row can be marked; the page hears `marked`.
    `number` chooses it too, and is not shown.
    """

    id: str
    columns: tuple[tuple[str, str], ...]
    key: str = ""
    right: str = ""
    below: tuple[tuple[str, str], ...] = ()
    quote: tuple[tuple[str, str], ...] = ()
    heading: bool = False
    box: str = ""
    number: str = ""

    @property
    def can_be_chosen(self) -> bool:
        return not self.heading


def heading(text: str) -> Row:
    return Row("", ((text, "muted"),), heading=True)


def gap() -> Row:
    return Row("", (("", "ink"),), heading=True)


COLOURS = {"bold": "ink", "found": "ink", "accent": "accent-ink", "current": "highlight"}
"""The colour of the theme for a role, where it has another name."""


@lru_cache(maxsize=64)
def _style_of(role: str, colour: str) -> Style:
    said = Color.parse(colour).rich_color
    if role == "current":
        return Style(bgcolor=said)
    bold, underline = role in ("bold", "found") or None, role == "found" or None
    return Style(color=said, bold=bold, underline=underline)


class Rows(ScrollView, can_focus=True):
    """Rows to move through and choose from; the page hears `chosen` and `moved`."""

    DEFAULT_CSS = """
    Rows { height: auto; background: transparent; scrollbar-size-vertical: 1;
           overflow-x: hidden; }
    """

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  (the framework's name for it)
        preset: bool = True,
        letters_choose: bool = True,
        radio: bool = False,
        bar_stays: bool = True,
        are_answers: bool = False,
        unfolds_whole: bool = False,
        chosen: str = BAR,
    ) -> None:
        """`chosen` stands in place of the bar while another list is written or moved in."""
        super().__init__(id=id)
        self._chosen = chosen
        self._letters_choose = letters_choose
        self._are_answers = are_answers
        self._radio = radio
        self._bar_stays = bar_stays and not radio
        self._most_under = ALL if unfolds_whole else 1
        self._rows: tuple[Row, ...] = ()
        self._lines: list[tuple[int, list[tuple[str, str]], str]] = []
        self._base = Style()
        self._height = 0
        self._preset = preset
        self.current: int | None = None

    def show(self, rows: Sequence[Row], current: str | None = None) -> None:
        """Show rows; `current` is the id to stand on, else the first, or none (`preset`)."""
        self._rows = tuple(rows)
        places = [n for n, row in enumerate(self._rows) if row.can_be_chosen]
        named = [n for n in places if current is not None and self._rows[n].id == current]
        first = places[:1] if self._preset else []
        self.current = next(iter(named or first), None)
        self._lay_out()
        self._show_current()

    def show_round(self, rows: Sequence[Row], current: str | None) -> None:
        """Show other rows round those in view, which stay where they are on the screen."""
        top = int(self.scroll_y)
        in_view = [
            (self._rows[number].id, line)
            for line, (number, _, _) in enumerate(self._lines[top : top + self.size.height])
            if self._rows[number].can_be_chosen
        ]
        self._rows = tuple(rows)
        places = {row.id: n for n, row in enumerate(self._rows) if row.can_be_chosen}
        stays = next(((id_, line) for id_, line in in_view if id_ in places), None)
        if stays is None:
            self.show(rows, current)
            return
        self.current = places.get(current or "", places[stays[0]])
        self._lay_out()
        tops = [n for n, (number, _, _) in enumerate(self._lines) if number == places[stays[0]]]
        self.scroll_to(y=tops[0] - stays[1], animate=False, force=True, immediate=True)
        if current in dict(in_view):
            self._show_current()

    @property
    def lines_above(self) -> int:
        return int(self.scroll_y)

    @property
    def lines_below(self) -> int:
        return int(self.max_scroll_y - self.scroll_y)

    def stand_on(self, row_id: str) -> None:
        """Make another row the current one."""
        self.show(self._rows, row_id)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def row(self) -> Row | None:
        return None if self.current is None else self._rows[self.current]

    def takes_letter(self, letter: str) -> bool:
        """Whether it picks an answer; in other rows a letter does something."""
        return self._are_answers and any(letter == row.key for row in self._rows)

    async def takes(self, event: Key) -> bool:
        """Arrows move, Enter chooses the current row, a letter chooses its own."""
        match event.key:
            case "up" | "down":
                return await self._move(-1 if event.key == "up" else 1)
            case "pageup" | "pagedown":
                step = max(self.size.height - 1, 1)
                return await self._move(-step if event.key == "pageup" else step)
            case "home" | "end":
                many = len(self._rows)
                return await self._move(-many if event.key == "home" else many)
            case "enter":
                return self.row is not None and await self._choose(self.row)
        for row in self._rows:
            chooses = event.character and event.character in (row.key, row.number)
            if chooses and row.can_be_chosen:
                return await self._choose(row) if self._letters_choose else await self._go_to(row)
        return False

    async def on_click(self, event: Click) -> None:
        """A click on a row does what its letter does, and one on its box marks it."""
        line = event.y + self.scroll_offset.y
        if not self.screen.is_clicked(event) or not 0 <= line < len(self._lines):  # type: ignore[attr-defined]  # ours have it
            return
        row = self._rows[self._lines[line][0]]
        if not row.can_be_chosen:
            return
        if row.box and event.x < len(BAR) + 1 + len(row.box):
            self.app.call_later(self._mark, row)
        else:
            chooses = self._letters_choose or row is self.row
            self.app.call_later(self._choose if chooses else self._go_to, row)

    async def _choose(self, row: Row) -> bool:
        if row is not self.row:
            self.current = self._rows.index(row)
            self.refresh()
        await self.screen.chosen(self, row)  # type: ignore[attr-defined]  # pages with rows have it
        return True

    async def _mark(self, row: Row) -> None:
        await self._go_to(row)
        await self.screen.marked(self, row)  # type: ignore[attr-defined]  # as above

    async def _go_to(self, row: Row) -> bool:
        self.current = self._rows.index(row)
        return await self._move(0)

    async def _move(self, step: int) -> bool:
        places = [n for n, row in enumerate(self._rows) if row.can_be_chosen]
        if not places:
            return False
        if self.current is None:
            place = 0 if step > 0 else len(places) - 1
        else:
            place = min(max(places.index(self.current) + step, 0), len(places) - 1)
        self.current = places[place]
        self._lay_out()
        self._show_current()
        moved = getattr(self.screen, "moved", None)
        if moved is not None:
            await moved(self, self._rows[self.current])
        return True

    def on_resize(self) -> None:
        """What the list loses of its room must not be the current row."""
        was_in_view = self._current_is_within(self._height)
        self._height = self.size.height
        self._lay_out()
        if was_in_view:
            self._show_current()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _lay_out(self) -> None:
        """Work out the lines; the current row unfolds to two, or to all, when one would cut it."""
        had = len(self._lines)
        self._lines = []
        width = self.size.width or 76
        for number, row in enumerate(self._rows):
            # A line end in a name would be painted as it is, and move what comes after it.
            right = clean_line(row.right)
            spans = [(clean_line(text), role) for text, role in row.columns]
            room = width - (7 if self._radio else 3) - (width_of(right) + 1 if right else 0)
            whole = sum(width_of(text) for text, _ in spans)
            if whole <= room or row.heading:
                self._lines.append((number, spans, right))
            elif number == self.current:
                self._lines += _unfolded(number, spans, right, room, self._most_under)
            else:
                self._lines.append((number, _cut(spans, room), right))
            for text, role in row.below:
                below = _cut([(clean_line(text), role)], width - 3)
                self._lines.append((number, below, ""))
            if row.quote:
                quote = [("  ", "ink"), *((clean_line(text), role) for text, role in row.quote)]
                self._lines.append((number, _cut(quote, width - 3), ""))
        # It goes on downwards only. As long as before, it changes nothing round it.
        self.virtual_size = Size(1, len(self._lines))
        self.refresh(layout=len(self._lines) != had)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(len(self._lines), 1)

    def _current_is_within(self, height: int) -> bool:
        """Whether the current row is in view, in a list of that height."""
        top = int(self.scroll_y)
        in_view = self._lines[top : top + height]
        return any(number == self.current for number, _, _ in in_view)

    def _show_current(self) -> None:
        # Where it stands is looked up then: more may have been read round it by that time.
        self.call_after_refresh(self._scroll_to_current)

    def _scroll_to_current(self) -> None:
        if self.current is None:
            return
        tops = [n for n, (number, _, _) in enumerate(self._lines) if number == self.current]
        if tops:
            # What stands over the first row that can be chosen, or under the last, is shown too.
            first = not any(row.can_be_chosen for row in self._rows[: self.current])
            last = not any(row.can_be_chosen for row in self._rows[self.current + 1 :])
            top = 0 if first and tops[0] < self.size.height else tops[0]
            end = len(self._lines) if last else tops[-1] + 1
            self.scroll_to_region(Region(0, top, 1, end - top), animate=False, force=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        # Worked out for each painting, not for each line of it.
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self._base
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, base)
        number, spans, right = self._lines[line]
        here = number == self.current and (self.has_focus or self._bar_stays)
        back = self._style("current") if here else Style()
        mark = BAR if self.has_focus else self._chosen
        segments = [
            Segment(mark if here else " ", base + self._style("accent")),
            Segment(" ", base + back),
        ]
        if self._radio:
            box = "(●) " if number == self.current else "( ) "
            segments.append(Segment(box, base + back + self._style("muted")))
        segments += [Segment(text, base + back + self._style(role)) for text, role in spans]
        used = sum(segment.cell_length for segment in segments)
        spare = max(width - used - width_of(right) - 1, 0)
        segments.append(Segment(" " * spare, base + back))
        segments.append(Segment(right, base + back + self._style("muted")))
        strip = Strip(segments).crop(0, width)
        return strip.extend_cell_length(width, base + back)

    def _style(self, role: str) -> Style:
        """From the theme: a style sheet would be gone through for each role of each list."""
        return _style_of(role, self.app.theme_variables[COLOURS.get(role, role)])


def _unfolded(
    number: int, spans: Sequence[tuple[str, str]], right: str, room: int, most_under: int
) -> list[tuple[int, list[tuple[str, str]], str]]:
    """The current row on several lines, its last text hanging under itself."""
    *first, (last, role) = spans
    indent = sum(width_of(text) for text, _ in first)
    said = " ".join(last.split())
    above = wrap(said, max(room - indent, 8))[0]
    # Those under it have the room that stands at the right of the first.
    room += width_of(right) + 1 if right else 0
    under = fold(said.removeprefix(above).lstrip(), max(room - indent, 8), most_under)
    return [
        (number, [*first, (above, role)], right),
        *((number, [(" " * indent + line, role)], "") for line in under),
    ]


def _cut(spans: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Cut the last text that does not fit, and say so with an ellipsis."""
    kept: list[tuple[str, str]] = []
    for text, role in spans:
        left = room - sum(width_of(done) for done, _ in kept)
        if width_of(text) <= left:
            kept.append((text, role))
            continue
        while text and width_of(text) > left - 1:
            text = text[:-1]
        return [*kept, (f"{text}…", role)] if left > 0 else kept
    return kept
