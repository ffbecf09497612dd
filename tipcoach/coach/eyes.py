"""Questions that turn the eyes elsewhere, for when a talk is stuck.

One at a time, in an order of chance, and round again. The walk does not move: nothing is answered.
"""

from typing import TYPE_CHECKING

from tipcoach.practice.checklist import Prompt

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.sitting import Sitting


class Eyes:
    """Those of one sitting."""

    def __init__(self, coach: "Coach", sitting: "Sitting") -> None:
        self._prompts = list(sitting.walk.checklist.eyes)
        coach.chance.shuffle(self._prompts)
        self._turned = 0

    def turn(self) -> Prompt:
        """The next of them. There has to be one: see `Checklist.eyes`."""
        self._turned += 1
        return self._prompts[(self._turned - 1) % len(self._prompts)]
