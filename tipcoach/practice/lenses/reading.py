"""A text as its words, with what tells a name: capitals, what each is looked up by, and where
a sentence opens."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from tipcoach.practice.lenses.vocabulary import key
from tipcoach.practice.lenses.words import Words

_RUNS_ON = re.compile(r"[ ,'’&/)”\"\t\u00a0-]*\n?[ ]*")


@dataclass(frozen=True)
class Reading:
    """One text as its words, with what each is looked up by."""

    words: Words
    plain: str

    @cached_property
    def raw(self) -> list[str]:
        return [self.plain[a:b] for a, b in zip(self.words.starts, self.words.ends, strict=True)]

    @cached_property
    def keys(self) -> list[str]:
        text = self.words.text
        return [
            folded if folded.isascii() and b - a == len(folded) else key(text[a:b])
            for folded, a, b in zip(
                self.words.folded, self.words.starts, self.words.ends, strict=True
            )
        ]

    @cached_property
    def capital(self) -> list[bool]:
        """Whether it is written as a name is: one capital at the front."""
        return [one[0].isupper() and (len(one) == 1 or not one.isupper()) for one in self.raw]

    def opens(self, n: int) -> bool:
        """Whether it would have a capital anyway, as the first word of something."""
        return n == 0 or self.sentences_differ(n) or not self.runs_on(n)

    @cached_property
    def loud(self) -> frozenset[int]:
        """Sentences in which most words have a capital, so that one says nothing."""
        words = Counter(self.words.sentences)
        capitals = Counter(
            sentence
            for sentence, capital in zip(self.words.sentences, self.capital, strict=True)
            if capital
        )
        return frozenset(
            one for one, many in words.items() if many >= 4 and capitals[one] * 2 > many
        )

    def sentences_differ(self, n: int) -> bool:
        return self.words.sentences[n] != self.words.sentences[n - 1]

    def runs_on(self, n: int) -> bool:
        between = self.between(n)
        if len(between) == 1:
            return between in " -,'’"
        return (
            " - " not in between and '"' not in between and _RUNS_ON.fullmatch(between) is not None
        )

    def between(self, n: int) -> str:
        return self.plain[self.words.ends[n - 1] : self.words.starts[n]]

    def key(self, n: int) -> str:
        return self.keys[n] if 0 <= n < len(self.keys) else ""

    def joined(self, n: int) -> bool:
        """Whether word `n` follows the one before with no more than a space or a hyphen."""
        return 0 < n < len(self.raw) and self.between(n) in (" ", "-", ". ", " - ", "  ", "\u00a0")
