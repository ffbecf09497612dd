"""Is the terminal light or dark? Some say so in `COLORFGBG`; most answer when they are asked.

The question goes out before the first frame, or once it matters, and nothing waits for its answer.
The answer comes in among the keys, and is taken out from between them: no key is lost, and none is
made of it.
"""

import re
import time
from collections.abc import Mapping

QUESTION = "\x1b]11;?\x1b\\"
"""Which colour is the ground (xterm's OSC 11)?"""

PATIENCE = 2.0
"""Seconds in which the beginning of an answer may stand at the end of what was read."""
REST = 0.1
"""Seconds for the rest of an answer that has begun. Esc is no slower than the framework has it."""

_ANSWER = re.compile(
    r"\x1b\]11;(?:rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
    r"(?:/[0-9a-fA-F]{1,4})?)?[^\x07\x1b]{0,20}(?:\x07|\x1b\\)"
)
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?)?\Z")
_LIGHT_FROM = 0.18
"""The luminance at which black and white ink have the same contrast."""
_DO_NOT_ASK = frozenset({"", "dumb", "linux"})
"""Terminals that would print the question."""


def may_be_asked(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "") not in _DO_NOT_ASK


def said_to_be_light(environment: Mapping[str, str]) -> bool | None:
    """What `COLORFGBG` says (`ink;ground`, of sixteen colours), or `None` if it says nothing."""
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not (ground.isascii() and ground.isdigit()) or int(ground) > 15:
        return None
    return int(ground) == 7 or int(ground) > 8


class AmongKeys:
    """Takes answers out of what is read. `was_asked` says whether one is to be expected."""

    def __init__(self, *, was_asked: bool = True) -> None:
        self._told: bool | None = None
        self._until = 0.0
        self._begun = ""
        self._begun_at = 0.0
        if was_asked:
            self.expect()

    def expect(self) -> None:
        """It is asked now: the beginning of an answer is waited for."""
        self._until = time.monotonic() + PATIENCE

    def keys_of(self, read: str) -> str:
        """What was read without any answer in it; the beginning of one is held for its end."""
        read = _ANSWER.sub(self._heard, self._begun + read)
        self._begun = ""
        if time.monotonic() < self._until and (begun := _BEGUN.search(read)):
            self._begun, self._begun_at = begun[0], time.monotonic()
            read = read[: begun.start()]
        return read

    def given_up(self) -> str:
        """What was held and is no answer after all, once its end has had time to come."""
        if not self._begun or time.monotonic() - self._begun_at < REST:
            return ""
        held, self._begun = self._begun, ""
        return held

    def newly_told(self) -> bool | None:
        """Whether the terminal is light, once after each answer; otherwise `None`."""
        told, self._told = self._told, None
        return told

    def _heard(self, answer: re.Match[str]) -> str:
        if answer[1]:
            self._told = _luminance(answer.groups()) > _LIGHT_FROM
            self._until = 0.0
        return ""


def _luminance(parts: tuple[str | None, ...]) -> float:
    """Of a colour in parts of one to four hexadecimal digits (WCAG 2.2)."""
    red, green, blue = (int(part or "0", 16) / (16 ** len(part or "0") - 1) for part in parts)
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
