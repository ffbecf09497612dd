"""Ways of writing that change nothing of what is said: other spellings, and words in between."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from tipcoach.practice.lenses.words import APOSTROPHES, Words

_SHORTEST = 5
_ENDINGS = (("in", "ing"), ("it", "ed"), ("nae", "nt"))
"""As they are heard in Scotland, Northern Ireland and the north of England. What this makes of a
word that only looks like one of them is no word, and is found nowhere."""


@dataclass(frozen=True, slots=True)
class Ways:
    """`spelt` has words by the ways they are also written, `fillers` those that may stand between
    any two words of a phrase."""

    spelt: Mapping[str, str] = field(default_factory=dict)
    fillers: Collection[str] = ()

    def read(self, words: Words) -> Words:
        """The same words, with what they could be besides, and which may be passed over."""
        besides = {
            n: other
            for n, word in enumerate(words.folded)
            if (other := self._other(word) or _without_its_end(words, n))
        }
        passed = frozenset(n for n, word in enumerate(words.folded) if word in self.fillers)
        return replace(words, besides=besides, passed=passed)

    def _other(self, word: str) -> str:
        if word in self.spelt:
            return self.spelt[word]
        if len(word) >= _SHORTEST:
            for heard, written in _ENDINGS:
                if word.endswith(heard):
                    return word.removesuffix(heard) + written
        return ""


def _without_its_end(words: Words, n: int) -> str:
    """The word before “'s”, as in “the family's a shambles”."""
    written = words.text[words.starts[n] : words.ends[n]]
    ends = len(written) > _SHORTEST - 2 and written[-1] == "s" and written[-2] in APOSTROPHES
    return words.folded[n][:-1] if ends else ""
