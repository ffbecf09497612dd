"""What lies under the parts of a page: blank, and every row of it alike."""

from rich.style import Style
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget):
    """A part with nothing of its own to be seen, not even a border, whatever it holds.

    One row of it is worked out and stands for all. Left to itself the framework goes through all
    styles for each, and of what it works out for a painting most is ground.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        colour = self.background_colors[1]
        row = Strip.blank(crop.width, Style.from_color(bgcolor=colour.rich_color))
        for each in self.get_line_filters():
            row = row.apply_filter(each, colour)
        return [row] * crop.height


# The framework takes the styles of the first of these, and how rows are worked out of the second.


class Across(Horizontal, Ground):
    """Parts beside each other."""


class Down(Vertical, Ground):
    """Parts under each other."""
