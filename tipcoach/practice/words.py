"""The words of a text as a search compares them, whatever the case, the accents or the signs.

A word is a run of letters and digits. Marks are dropped and case is folded, so that `ty` finds
`tŷ`. Any other sign ends a word, an apostrophe too: `tenant` finds `tenant’s`, and `don't`,
typed with any apostrophe, is `don` followed by `t`.
"""

import unicodedata
from collections.abc import Iterator


class _Folding(dict[int, str]):
    """What each character becomes: letters and digits, a space, or nothing for a mark."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in parts if not _is_dropped(part)).casefold()
    # Folding the case can bring back a mark of its own.
    kept = "".join(part for part in kept if not _is_dropped(part))
    return kept if kept.isalnum() or not kept else " "


def _is_dropped(character: str) -> bool:
    """Marks, and the joiners that stand unseen inside a word."""
    category = unicodedata.category(character)
    return category.startswith("M") or category == "Cf"


_FOLDING = _Folding()


def words_of(text: str) -> list[str]:
    """The words of `text` in order, folded."""
    return text.translate(_FOLDING).split()


def places_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The same words, each with where it starts and ends in `text`."""
    word, start, end = "", 0, 0
    for place, character in enumerate(text):
        folded = _FOLDING[ord(character)]
        if folded == " ":
            if word:
                yield word, start, end
            word = ""
            continue
        if not word:
            start = place
        word += folded
        end = place + 1
    if word:
        yield word, start, end
