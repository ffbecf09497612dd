"""Words that come where letters act: dictated, or typed without a look. They do nothing there.

What is dictated comes in one reading of the terminal; what is typed comes letter by letter. Either
way it is more letters in a row than anybody presses as keys.
"""

from textual.events import Key

MOST = 3
"""Letters in a row that are taken for keys."""

TOGETHER = 0.15
"""Seconds from one letter to the next at most, for them to be in a row."""

QUIET = 0.3
"""Seconds without a key after which the next is a key again."""

ENDED = 2.0
"""Seconds after such words within which an Enter ends them, and chooses nothing."""

FELL = (
    "What you typed or said came where nothing is written, and was not taken. "
    "Open a question first, then say it again."
)
AMONG_WORDS = frozenset({"enter", "tab", "backspace"})


class Letters:
    """Tells words from keys, on a screen where letters act."""

    def __init__(self) -> None:
        self._run = self._of_the_run = self._row = 0
        self._last = 0.0
        self._is_falling = False

    def are_coming(self, run: int) -> None:
        """So many letters follow that were read together."""
        self._run = self._of_the_run = run

    def fall(self, key: Key, *, is_written: bool) -> bool:
        """Whether `key` is part of words that are let fall; never where something is written."""
        since, self._last = key.time - self._last, key.time
        is_letter = is_a_letter(key)
        run = self._run if is_letter and self._of_the_run else 0
        self._of_the_run = max(self._of_the_run - is_letter, 0)
        if is_written or not (key.is_printable or key.key in AMONG_WORDS):
            self._row, self._is_falling = 0, False
            return False
        if self._is_falling and since < QUIET:
            return True
        if self._is_falling and key.key == "enter" and since < ENDED:
            self._is_falling = False
            return True
        self._row = 0 if not is_letter else self._row + 1 if since < TOGETHER else 1
        self._is_falling = max(self._row, run) > MOST
        return self._is_falling


def is_a_letter(key: Key) -> bool:
    """A digit picks a row, and what is typed behind it is meant for what it opens."""
    return key.is_printable and not (key.character or "").isdigit()
