"""Where I am: the rail at the side, or folded into one row where the window is narrow.

No numbers, no bar and no percentage: how far somebody has got is not a score.
"""

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.checklist import Group, Section
from tipcoach.practice.walk import Standing, Walk
from tipcoach.reports.wrapping import width_of

if TYPE_CHECKING:
    from tipcoach.tui.page import Page

MARKS = {
    Standing.ANSWERED: "●",
    Standing.SKIPPED: "–",
    Standing.HERE: "►",
    Standing.AHEAD: "·",
}


class Visited(Message):
    """A section that was on the screen before is clicked on."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section


class Rail(Static):
    """The sections of this walk in their three groups, a mark each."""

    DEFAULT_CSS = """
    Rail { width: 25; height: 1fr; padding: 0 0 0 2; background: $panel; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections: list[tuple[Section, Standing] | None] = []

    def show(self, walk: Walk) -> None:
        lines: list[Content] = []
        self._sections = []
        group: Group | None = None
        for section, standing in sections_of(walk):
            if group is not None and section.group is not group:
                lines.append(Content(""))
                self._sections.append(None)
            group = section.group
            lines.append(_line(section, standing))
            self._sections.append((section, standing))
        self.update(Content("\n").join(lines))

    def on_click(self, event: Click) -> None:
        row = event.get_content_offset_capture(self).y
        if 0 <= row < len(self._sections) and (there := self._sections[row]):
            _say_visited(self, event, *there)


class Trail(Static):
    """The rail folded: where I am at the left, the marks at the right."""

    DEFAULT_CSS = """
    Trail { display: none; height: 1; padding: 0 2; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._here = ""
        self._marks = ""
        self._sections: dict[int, tuple[Section, Standing]] = {}

    def show(self, walk: Walk, here: str) -> None:
        self._here, self._marks = here, ""
        self._sections = {}
        group: Group | None = None
        for section, standing in sections_of(walk):
            between = "" if group is None else " " if section.group is group else "  "
            group = section.group
            self._marks += between + MARKS[standing]
            self._sections[len(self._marks) - 1] = section, standing
        self.refresh()

    def on_click(self, event: Click) -> None:
        start = self.size.width - width_of(self._marks)
        there = self._sections.get(event.get_content_offset_capture(self).x - start)
        if there:
            _say_visited(self, event, *there)

    def render(self) -> Content:
        gap = max(self.size.width - width_of(self._here) - width_of(self._marks), 1)
        return Content(self._here + " " * gap + self._marks)


def _say_visited(widget: Widget, event: Click, section: Section, standing: Standing) -> None:
    was_there = standing in (Standing.ANSWERED, Standing.SKIPPED)
    if was_there and cast("Page", widget.screen).is_clicked(event):
        widget.post_message(Visited(section))


def sections_of(walk: Walk) -> list[tuple[Section, Standing]]:
    """Each section on the path, with how it stands: here, answered, skipped or ahead."""
    standings: dict[str, tuple[Section, list[Standing]]] = {}
    for step in walk.path:
        standings.setdefault(step.section.id, (step.section, []))[1].append(walk.standing(step))
    return [(section, _of(found)) for section, found in standings.values()]


def marks_within(walk: Walk, section: Section) -> str:
    """A mark for each question of a section, where it has several."""
    steps = [step for step in walk.path if step.section.id == section.id]
    return " ".join(MARKS[walk.standing(step)] for step in steps) if len(steps) > 1 else ""


def _of(standings: list[Standing]) -> Standing:
    order = (Standing.HERE, Standing.ANSWERED, Standing.SKIPPED, Standing.AHEAD)
    return next(standing for standing in order if standing in standings)


def _line(section: Section, standing: Standing) -> Content:
    name = f"{MARKS[standing]} {section.mark} {section.name}".replace("  ", " ")
    if standing is not Standing.HERE:
        return Content(name)
    tint = f"${section.principle.value}" if section.principle else "$ink"
    return Content.styled(name, f"bold {tint}")
