"""How a long job keeps out of the way of whoever writes: it is in small parts, some hundredths of
a second each, and before each it waits as it was told to."""

from collections.abc import Callable

Wait = Callable[[], None]
"""What is called before each part; it returns when the part may be done."""


def at_once() -> None:
    """Wait for nothing."""
