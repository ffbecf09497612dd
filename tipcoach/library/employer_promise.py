"""The employer's written promise, from the file that the organisation supplies.

Somebody decides what to share by it, so half a promise is refused by line and field.
"""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from tipcoach.library.lines import NothingWritten, YamlFault, read_file
from tipcoach.library.load import load
from tipcoach.library.models import Authored
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.plaintext import clean, clean_line

_HOW_NONE = "where there are none, write `exceptions: none`"


def _tidy_text(said: object) -> object:
    return clean(said).strip() if isinstance(said, str) else said


def _tidy_line(said: object) -> object:
    return clean_line(said).strip() if isinstance(said, str) else said


def _is_none(said: object) -> bool:
    return isinstance(said, str) and said.strip().casefold() == "none"


def _exceptions(said: object) -> object:
    """None is a promise of its own, so it has to be said: left empty, it may be forgotten."""
    if _is_none(said):
        return ()
    if not said:
        raise ValueError(f"is empty; {_HOW_NONE}")
    if not isinstance(said, list):
        raise ValueError(f"wants a list of lines; {_HOW_NONE}")
    if any(_is_none(line) for line in said):
        raise ValueError(f"has “none” among its lines; {_HOW_NONE}")
    return said


Text = Annotated[str, BeforeValidator(_tidy_text), Field(min_length=1, max_length=4_000)]
Line = Annotated[str, BeforeValidator(_tidy_line), Field(min_length=1, max_length=400)]


class EmployerPromiseModel(Authored):
    """The file: all four, or nothing."""

    promise: Text
    exceptions: Annotated[tuple[Line, ...], Field(max_length=20), BeforeValidator(_exceptions)]
    given_by: Annotated[Line, Field(max_length=120)]
    given_on: Annotated[date, Field(strict=True)]


def read_employer_promise(path: Path) -> EmployerPromise | None:
    """The promise, or `None` when there is no file or nothing is filled in.

    Raises `LibraryFault` with every problem, each with its line and field.
    """
    if not _is_filled_in(path):
        return None
    said, _ = load(path, EmployerPromiseModel)
    return EmployerPromise(said.promise, said.exceptions, said.given_by, said.given_on)


def _is_filled_in(path: Path) -> bool:
    """Whether anything is there to be read, or to be said to be wrong."""
    try:
        said = read_file(path).value
    except (FileNotFoundError, NothingWritten):
        return False
    except (YamlFault, OSError):
        return True
    if isinstance(said, dict):
        blank = all(value in (None, "") for value in said.values())
        return not (blank and said.keys() <= EmployerPromiseModel.model_fields.keys())
    return said is not None
