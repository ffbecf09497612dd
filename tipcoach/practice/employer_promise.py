"""The employer's written promise about how these journals may be used."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EmployerPromise:
    promise: str
    exceptions: tuple[str, ...]
    given_by: str
    given_on: date
