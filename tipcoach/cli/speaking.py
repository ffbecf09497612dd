"""Plain lines for everything: asked for once, with an option or a variable, and then heard.

What a command prints goes out as `reports.spoken` has it; JSON is for programs, and stays.
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


@contextmanager
def spoken_where_wanted(arguments: Sequence[str]) -> Iterator[None]:
    """Everything that is printed meanwhile is spoken, where plain lines are wanted."""
    plain = wants_plain() or "--plain" in arguments
    if not plain or "--json" in arguments:
        yield
        return
    out, err = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Spoken(out), Spoken(err)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err
