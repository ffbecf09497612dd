"""The kinds of field in a file of the journal, none larger than it may be.

Texts come in cleaned.
"""

import re
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
)

from tipcoach.practice.plaintext import clean, clean_line

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ULID = r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$"


def _has_a_time(value: object) -> object:
    """A bare number in quotes would be taken for seconds since 1970."""
    if not isinstance(value, str) or "T" not in value:
        raise ValueError("wants a date, a T and a time with its zone")
    return value


def _is_a_day(value: object) -> object:
    """`2026-12-01`, and none of the other ways a day can be written."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("wants a day such as 2026-12-01")
    return value


UlidText = Annotated[str, Field(pattern=_ULID)]
Stored = Annotated[str, Field(max_length=10_000), AfterValidator(clean)]
Name = Annotated[str, Field(max_length=100), AfterValidator(clean_line)]
Line = Annotated[str, Field(max_length=10_000), AfterValidator(clean_line)]
Moment = Annotated[AwareDatetime, Field(strict=False), BeforeValidator(_has_a_time)]
Version1 = Annotated[int, Field(strict=True, ge=1, le=1)]
Day = Annotated[date, Field(strict=False), BeforeValidator(_is_a_day)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
ShapeText: TypeAlias = (
    Stored
    | bool
    | Annotated[list[Stored], Field(max_length=200)]
    | dict[str, Annotated[list[Stored], Field(max_length=200)]]
    | dict[str, Stored]
    | Annotated[list[dict[str, Stored]], Field(max_length=200)]
)
WithWhom = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,38}[a-z0-9]$")]
"""The name of somebody's folder in the shared place."""
