"""One click is one act: the second of a double click is none, whatever lies under it by then."""

from textual.events import Click

TWICE = 0.5
"""Seconds within which two clicks at one place are a double click."""
LEFT = 1


class Clicks:
    """The clicks of one run of the app."""

    def __init__(self) -> None:
        self._last = 0.0
        self._place: tuple[int, int] | None = None

    def is_one(self, event: Click) -> bool:
        """Whether something is to be done for a click: one of the button that does things, and
        not the second of two."""
        place = event.screen_x, event.screen_y
        again = place == self._place and event.time - self._last < TWICE
        self._last, self._place = event.time, place
        return event.button == LEFT and not again
