"""What is printed, as whoever reads it has it: no word broken, and plain lines where asked for.

Plain lines are asked for once, with an option or a variable. What a command prints goes out as
`reports.spoken` has it then; JSON is for programs, and stays.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

PLAIN_VARIABLE = "TIPCOACH_PLAIN"
_OFF = ("", "0", "no", "off", "false")
_OTHER_WAYS = ("answers", "as_json", "parts")


def wants_plain() -> bool:
    """Whether plain lines are wanted wherever there is a choice."""
    return os.environ.get(PLAIN_VARIABLE, "").strip().casefold() not in _OFF


def or_wanted(context: click.Context, _: click.Parameter, given: bool) -> bool:
    """Whether to ask line by line: as given, or as the variable says where no other way is given.

    Options that are given come before this one, which is not.
    """
    return given or (wants_plain() and not any(map(context.params.get, _OTHER_WAYS)))


class Spoken:
    """A stream that everything is written to as it is to be heard."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        from tipcoach.reports.spoken import spoken

        self._stream.write(spoken(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Wrapped:
    """A terminal that everything is written to with no word broken at its edge."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        from tipcoach.reports.wrapping import break_between_words

        try:
            width = os.get_terminal_size(self._stream.fileno()).columns
        except (OSError, ValueError):
            width = 0
        self._stream.write(break_between_words(text, width) if width else text)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def printed_for_reading(arguments: Sequence[str]) -> Iterator[None]:
    """Everything that is printed meanwhile is wrapped in a terminal, and spoken where wanted."""
    if "--json" in arguments:
        yield
        return
    out, err = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (Wrapped(each) if each.isatty() else each for each in (out, err))
    if wants_plain() or "--plain" in arguments:
        sys.stdout, sys.stderr = Spoken(sys.stdout), Spoken(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err
