"""How a long job keeps out of the way of whoever writes: it is in small parts, and before each it
waits as it was told to."""

from collections.abc import Callable

Wait = Callable[[], None]


def at_once() -> None:
    """Wait for nothing."""
