"""What a job that may take a while tells whoever waits for it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how many are done, and of how many, or 0 where that is not known. What it raises ends the
job, which then leaves everything whole."""


def untold(done: int, total: int) -> None:
    """Nobody waits."""
