"""Whom words are said of: the nearest before them, in their sentence, who could be meant."""

from dataclasses import dataclass, field

from tipcoach.practice.lenses.phrases import Part
from tipcoach.practice.lenses.words import Words

_NEAR = 4
"""How far before them a word that denies them may stand."""
_ARE = frozenset(("is", "was", "are", "were", "isnt", "wasnt", "looks", "looked", "has", "had"))
_A = frozenset(("a", "an", "the", "this", "that", "some", "our", "my", "his", "her", "their"))
_WHEN = frozenset(("when", "as", "before", "after", "while", "if", "until", "till", "where"))
"""A clause of ours that opens with one of these stands beside theirs: “when I rang”."""
_VERY = frozenset(("very", "so", "most", "more", "too", "wee", "big", "old"))
_THE = frozenset(("the", "this", "that", "our", "these", "those", "its"))
_THIS = frozenset(
    (
        "the",
        "this",
        "that",
        "our",
        "my",
        "these",
        "those",
        "a",
        "an",
        "its",
        "your",
        "his",
        "her",
        "their",
    )
)


@dataclass(frozen=True, slots=True)
class SaidOf:
    """`them` are the words for those visited, `others` for ourselves, for things and for whoever
    else could be meant. What stands after `reporting`, as in “I wrote”, is said by us and not of
    us. What stands shortly after `no` is denied. `goes_on` are words that may follow a noun, so
    that what is before them does not describe something: “a liar and a cheat”. Right before one
    of the `things` they describe it: “alcoholic hand gel”."""

    them: Part = field(default_factory=Part)
    others: Part = field(default_factory=Part)
    reporting: Part = field(default_factory=Part)
    no: Part = field(default_factory=Part)
    goes_on: Part = field(default_factory=Part)
    things: Part = field(default_factory=Part)

    def is_of_them(self, words: Words, first: int, end: int) -> bool:
        """Whether the words `first` to `end` are said of them, or of nobody who is named."""
        begins, _ = words.sentence(first)
        if self._is_denied(words, begins, first):
            return False
        if self.them.fits_at(words, first):
            return True
        if self.describes_a_thing(words, first, end) or self._is_done_by_a_thing(words, first):
            return False
        for at in range(first - 1, begins - 1, -1):
            if ":" in words.text[words.ends[at] : words.starts[at + 1]]:
                return True
            if self.them.fits_at(words, at):
                return True
            if self.others.fits_at(words, at):
                if self._reports(words, at + 1, first) or words.folded[at - 1] in _WHEN:
                    continue
                return False
            if words.folded[at] in _ARE and at - 2 >= begins and words.folded[at - 2] in _THIS:
                return self.them.fits_at(words, at - 1)
        return True

    def describes_a_thing(self, words: Words, first: int, end: int) -> bool:
        """Whether they describe something: “an idle tap”, “alcoholic hand gel”."""
        if self.is_before_a_thing(words, end):
            return True
        if end == first + 2 and words.folded[first] in ("a", "an"):
            return self._goes_on_with_a_thing(words, first + 1)
        before = _before(words, first)
        opens, _ = words.sentence(first)
        if before < opens or words.folded[before] not in _A:
            return False
        return end == first + 1 and self._goes_on_with_a_thing(words, first)

    def _is_done_by_a_thing(self, words: Words, first: int) -> bool:
        """Whether something does it: “the cactus suffered”."""
        before = _before(words, first)
        if before <= words.sentence(first)[0] or words.folded[before - 1] not in _THE:
            return False
        return not self.them.fits_at(words, before) and words.folded[before] not in _ARE

    def is_before_a_thing(self, words: Words, end: int) -> bool:
        """Whether what ends before the word `end` describes it: “toxic paint”."""
        if end == len(words.folded) or not self.things.fits_at(words, end):
            return False
        return not words.text[words.ends[end - 1] : words.starts[end]].strip(" -")

    def _goes_on_with_a_thing(self, words: Words, here: int) -> bool:
        after = here + 1
        while after in words.passed:
            after += 1
        runs_on = after < len(words.folded) and all(words.joined[here:after])
        if not runs_on or "," in words.text[words.ends[here] : words.starts[after]]:
            return False
        return not self.them.fits_at(words, after) and not self.goes_on.fits_at(words, after)

    def _is_denied(self, words: Words, begins: int, first: int) -> bool:
        for at in range(first - 1, max(begins, first - _NEAR) - 1, -1):
            if self.no.fits_at(words, at):
                return True
            if self.them.fits_at(words, at) or self.others.fits_at(words, at):
                return False
        return False

    def _reports(self, words: Words, here: int, first: int) -> bool:
        return any(self.reporting.fits_at(words, at) for at in range(here, min(here + 3, first)))


def _before(words: Words, first: int) -> int:
    """The word before `first` that is no filler."""
    before = first - 1
    while before in words.passed or (before >= 0 and words.folded[before] in _VERY):
        before -= 1
    return before
