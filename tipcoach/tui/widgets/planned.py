"""What was planned, over the place to write in."""

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from tipcoach.reports.wrapping import fold

PLANNED_ROWS = 3


class Planned(Static):
    """What was planned, as many rows of it as there is room for; the guide has it whole."""

    def __init__(self) -> None:
        super().__init__(id="planned", classes="aside-block")
        self._title = self._planned = ""

    def say(self, title: str, planned: str) -> None:
        self._title, self._planned = title, planned
        self.set_class(bool(planned), "-said")
        self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        return [self._title, *fold(self._planned, width, PLANNED_ROWS)]
