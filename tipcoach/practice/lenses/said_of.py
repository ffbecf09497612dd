"""Whom words are said of: the nearest before them, in their sentence, who could be meant."""

from dataclasses import dataclass, field

from tipcoach.practice.lenses.phrases import Part
from tipcoach.practice.lenses.words import Words

_NEAR = 4
"""How far before them a word that denies them may stand."""
_ARE = frozenset(("is", "was", "are", "were", "isnt", "wasnt", "looks", "looked", "has", "had"))
_THIS = frozenset(("the", "this", "that", "our", "my", "these", "those", "a", "an", "its", "your"))


@dataclass(frozen=True, slots=True)
class SaidOf:
    """`them` are the words for those visited, `others` for ourselves, for things and for whoever
    else could be meant. What stands after `reporting`, as in “I wrote”, is said by us and not of
    us. What stands shortly after `no` is denied."""

    them: Part = field(default_factory=Part)
    others: Part = field(default_factory=Part)
    reporting: Part = field(default_factory=Part)
    no: Part = field(default_factory=Part)

    def is_of_them(self, words: Words, first: int, end: int) -> bool:
        """Whether the words `first` to `end` are said of them, or of nobody who is named."""
        begins, _ = words.sentence(first)
        if self._is_denied(words, begins, first):
            return False
        if self.them.fits_at(words, first):
            return True
        for at in range(first - 1, begins - 1, -1):
            if ":" in words.text[words.ends[at] : words.starts[at + 1]]:
                return True
            if self.them.fits_at(words, at):
                return True
            if self.others.fits_at(words, at):
                if self._reports(words, at + 1, first):
                    continue
                return False
            if words.folded[at] in _ARE and at - 2 >= begins and words.folded[at - 2] in _THIS:
                return self.them.fits_at(words, at - 1)
        return True

    def _is_denied(self, words: Words, begins: int, first: int) -> bool:
        for at in range(first - 1, max(begins, first - _NEAR) - 1, -1):
            if self.no.fits_at(words, at):
                return True
            if self.them.fits_at(words, at) or self.others.fits_at(words, at):
                return False
        return False

    def _reports(self, words: Words, here: int, first: int) -> bool:
        return any(self.reporting.fits_at(words, at) for at in range(here, min(here + 3, first)))
