"""A job that may take a while: said by its name, counted where that can be seen, and stopped whole.

Of a short one nothing is said. All of it goes to stderr, and no count into a file or a pipe.
"""

import sys
from types import TracebackType
from typing import Self

import click

from tipcoach.cli.at_hand import say
from tipcoach.cli.speaking import wants_plain

WORTH_SAYING = 500
"""From so many things to go through on, somebody who waits is told why."""


class LongJob:
    """Called with how many are done, and of how many, or 0 where that is not known.

    `name` says what is going on, `{total}` in it how many there are. `stopped` is said when
    Ctrl+C ends it: what is whole, and what was not done.
    """

    def __init__(self, name: str, stopped: str) -> None:
        self._name, self._stopped = name, stopped
        self._is_said = self._is_counting = False
        # A count goes over itself, which is heard as noise.
        self._counts = sys.stderr.isatty() and not wants_plain()

    def __call__(self, done: int, total: int) -> None:
        if max(done, total) < WORTH_SAYING:
            return
        if not self._is_said:
            self._is_said = True
            say(f"{self._name.format(total=f'{total:,}')} Ctrl+C stops.")
        if done and self._counts and done % max(total // 100, 100) == 0:
            self._is_counting = True
            count = f"{done:,} of {total:,}" if total else f"{done:,}"
            click.echo(f"\r{count}", err=True, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._is_counting:
            click.echo(f"\r{' ' * 30}\r", err=True, nl=False)
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            say(self._stopped)
