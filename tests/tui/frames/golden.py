"""Golden frames: every screen as it was looked at and found right.

When a change is meant, run with `UPDATE_FRAMES=write` and read the difference.
"""

import os
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from tipcoach.reports.wrapping import width_of
from tui.contrast import hard_to_read
from tui.painted import Painted

FRAMES = Path(__file__).parent.parent.parent / "frames"

Size = tuple[int, int]

SIZES = [
    pytest.param((60, 20), id="60x20", marks=pytest.mark.thorough),
    pytest.param((80, 24), id="80x24"),
    pytest.param((120, 40), id="120x40", marks=pytest.mark.thorough),
]


@dataclass(frozen=True)
class Looks:
    """What a window of one size shows, held against what was looked at and found right."""

    size: Size
    subtests: pytest.Subtests

    async def like(self, screen: Painted, name: str, *, way_out: str = "F1 help") -> None:
        """The window looks as it did; `way_out` are words that must stand in its last row.

        Nothing on it is hard to read. Each frame is a subtest: one that differs does not hide the
        next.
        """
        await screen.until(way_out)
        frame = (await screen.settle()).replace("\\", "/")
        with self.subtests.test(name):
            width, height = self.size
            lines = frame.split("\n")
            assert len(lines) == height
            assert max(map(width_of, lines)) <= width
            assert way_out in lines[-1]
            golden = FRAMES / f"{name}-{width}x{height}.txt"
            if os.environ.get("UPDATE_FRAMES") == "write":
                golden.parent.mkdir(exist_ok=True)
                golden.write_text(f"{frame}\n", encoding="utf-8", newline="\n")
            faults = hard_to_read(screen.app.screen)
            assert not faults, "\n".join(faults)
            right = golden.read_text(encoding="utf-8").removesuffix("\n")
            assert frame == right, "\n".join(unified_diff(right.split("\n"), lines))
