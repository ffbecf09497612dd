"""The words by which the identifiers lens tells a name or an address from other words."""

import re
import unicodedata
from dataclasses import dataclass

_STROKES = str.maketrans("łđøıħðþŁĐØ", "ldoihdtLDO")
_POSSESSIVE = re.compile(r"['’‘ʼ`][sS]$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in lower case and without accents, as `key` makes them.

    `names` are names however they are written; `capital_names` are names only with a capital,
    being other words besides. `no_names` have a capital and are nobody's name; `ordinary` are
    words of every day. A run of words with a capital that has one of `organisations` in it is
    an organisation, a law or a benefit.
    """

    names: frozenset[str]
    capital_names: frozenset[str]
    no_names: frozenset[str]
    ordinary: frozenset[str]
    organisations: frozenset[str]
    titles: frozenset[str]
    weak_titles: frozenset[str]
    relations: frozenset[str]
    deeds: frozenset[str]
    particles: frozenset[str]
    streets: frozenset[str]
    weak_streets: frozenset[str]
    streets_first: frozenset[str]
    no_streets: frozenset[tuple[str, str]]
    no_people: frozenset[tuple[str, str]]
    months: tuple[str, ...]

    def is_known(self, word: str) -> bool:
        """Whether `word`, a key, is no name as far as is known."""
        return word in self.ordinary or word in self.no_names


def key(word: str) -> str:
    """A word as it is looked up: lower case, with neither accents nor a possessive ending."""
    if word.isascii() and word.isalpha():
        return word.lower()
    word = _POSSESSIVE.sub("", word)
    apart = unicodedata.normalize("NFKD", word).translate(_STROKES)
    return "".join(sign for sign in apart if sign.isalnum()).lower()
