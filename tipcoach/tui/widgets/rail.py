"""Where I am: the rail at the side, or folded into one row where the window is narrow.

No numbers, no bar and no percentage: how far somebody has got is not a score.
"""

from textual.content import Content
from textual.widgets import Static

from tipcoach.practice.checklist import Group, Section
from tipcoach.practice.walk import Standing, Walk
from tipcoach.reports.wrapping import width_of

MARKS = {
    Standing.ANSWERED: "●",
    Standing.SKIPPED: "–",
    Standing.HERE: "►",
    Standing.AHEAD: "·",
}


class Rail(Static):
    """The sections of this walk in their three groups, a mark each."""

    DEFAULT_CSS = """
    Rail { width: 25; height: 1fr; padding: 0 0 0 2; background: $panel; color: $muted; }
    """

    def show(self, walk: Walk) -> None:
        lines: list[Content] = []
        group: Group | None = None
        for section, standing in sections_of(walk):
            if group is not None and section.group is not group:
                lines.append(Content(""))
            group = section.group
            lines.append(_line(section, standing))
        self.update(Content("\n").join(lines))


class Trail(Static):
    """The rail folded: where I am at the left, the marks at the right."""

    DEFAULT_CSS = """
    Trail { display: none; height: 1; padding: 0 2; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._here = ""
        self._marks = ""

    def show(self, walk: Walk, here: str) -> None:
        groups: dict[Group, list[str]] = {}
        for section, standing in sections_of(walk):
            groups.setdefault(section.group, []).append(MARKS[standing])
        self._here = here
        self._marks = "  ".join(" ".join(group) for group in groups.values())
        self.refresh()

    def render(self) -> Content:
        gap = max(self.size.width - width_of(self._here) - width_of(self._marks), 1)
        return Content(self._here + " " * gap + self._marks)


def sections_of(walk: Walk) -> list[tuple[Section, Standing]]:
    """Each section on the path, with how it stands: here, answered, skipped or ahead."""
    standings: dict[str, tuple[Section, list[Standing]]] = {}
    for step in walk.path:
        standings.setdefault(step.section.id, (step.section, []))[1].append(walk.standing(step))
    return [(section, _of(found)) for section, found in standings.values()]


def _of(standings: list[Standing]) -> Standing:
    order = (Standing.HERE, Standing.ANSWERED, Standing.SKIPPED, Standing.AHEAD)
    return next(standing for standing in order if standing in standings)


def _line(section: Section, standing: Standing) -> Content:
    name = f"{MARKS[standing]} {section.mark} {section.name}".replace("  ", " ")
    if standing is not Standing.HERE:
        return Content(name)
    tint = f"${section.principle.value}" if section.principle else "$ink"
    return Content.styled(name, f"bold {tint}")
