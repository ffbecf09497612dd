"""One question as it stands on a wall: few words a line, much room, and always whole.

How far off a letter can be read is settled by how many columns share the picture, and a program
has no say in that. It can do with few columns: lines of thirty signs still stand on a window of
forty, so whoever is at the keyboard may make the letters as large as the room needs.

Letters are read with ease at 20 minutes of arc and more (ISO 9241-303). A capital of a usual
terminal is about 1.17 columns high, so from `d` metres off, on a picture `w` metres wide, it has
that in `1.17 * w / (d * tan(20'))`, or 200 * w / d columns: 50 for 2 metres seen from 8.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from tipcoach.practice.plaintext import clean
from tipcoach.reports.wrapping import fold, width_of, wrap

SIGNS, LINES, SIDE = 30, 6, 2
"""Signs a line and lines a question, where there is a choice; columns free at either side."""
COLUMNS = 50
"""Columns at which a picture can be read from four times its width: see above."""

PLAIN, BOLD = "$ink", "bold $ink"

Line = tuple[str, str]
"""A line and its style."""


@dataclass(frozen=True, slots=True)
class Slide:
    """What is shown at once: where we are, what is asked, what helps, what comes after it."""

    part: str
    question: str
    hint: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Setting:
    """Signs a line, rows from line to line of the question, blank rows between its parts."""

    signs: int
    leading: int
    gap: int
    has_hint: bool = True


def arranged(slide: Slide, width: int, height: int) -> list[Line]:
    """The lines of a slide, with as much room between them as the window has.

    No line is wider than `width`, and there are at most `height`. Where even the bare question has
    no room it is cut, and says so; no question of a checklist comes to that.
    """
    widest = max(width - 2 * SIDE, 1)
    for setting in _settings(slide, widest):
        lines = _lines(slide, setting)
        if len(lines) <= height:
            return lines
    return [(line, BOLD) for line in fold(slide.question, widest, max(height, 1))]


def _settings(slide: Slide, widest: int) -> Iterator[_Setting]:
    """From the roomiest to the tightest: room goes first, then short lines, then the hint."""
    few = (n for n in range(min(SIGNS, widest), widest) if len(wrap(slide.question, n)) <= LINES)
    signs = next(few, widest)
    for leading, gap in ((2, 3), (2, 2), (2, 1), (1, 2), (1, 1)):
        yield _Setting(signs, leading, gap)
    for wider in range(signs + 1, widest + 1):
        yield _Setting(wider, 1, 1)
    yield _Setting(widest, 1, 0)
    for gap in (1, 0):
        yield _Setting(widest, 1, gap, has_hint=False)


def _lines(slide: Slide, setting: _Setting) -> list[Line]:
    question = wrap(slide.question, setting.signs)
    lines: list[Line] = [(line, PLAIN) for line in wrap(slide.part, setting.signs)]
    lines += _blank(setting.gap)
    for number, line in enumerate(question):
        lines += _blank(setting.leading - 1 if number else 0)
        lines.append((line, BOLD))
    for text in (slide.hint if setting.has_hint else "", slide.after):
        if text:
            lines += _blank(setting.gap)
            lines += [(line, PLAIN) for line in wrap(text, setting.signs)]
    return lines


def _blank(rows: int) -> list[Line]:
    return [("", PLAIN)] * rows


class SlidePage(Static):
    """Shows a slide over the whole of its room, in a column in the middle of it.

    The column and its first row stand still from one question to the next.
    """

    DEFAULT_CSS = """
    SlidePage { height: 1fr; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._slide = Slide("", "")

    def show(self, slide: Slide) -> None:
        """Show `slide`; words of anybody's are made safe here."""
        safe = (clean(text) for text in (slide.part, slide.question, slide.hint, slide.after))
        self._slide = Slide(*safe)
        self.refresh()

    def render(self) -> Content:
        return self._placed(self.size)

    def _placed(self, size: Size) -> Content:
        lines = arranged(self._slide, size.width, size.height)
        before = max(min((size.width - SIGNS) // 2, size.width - SIDE - _widest(lines)), 0)
        # Above the middle: people sit in front of the lower half of a picture.
        above = min(size.height // 5, size.height - len(lines))
        rows = [Content.styled(" " * before + text, style) for text, style in lines]
        return Content("\n").join([Content("")] * above + rows)


def _widest(lines: list[Line]) -> int:
    return max((width_of(text) for text, _ in lines), default=0)
