"""Phrases by how they begin, so that a text is read once however many there are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tipcoach.practice.lenses.phrases import FEWEST_LETTERS, Part, Phrase
from tipcoach.practice.lenses.words import Words


class Index:
    """Phrases by their first word, so that a text is read once however many there are.

    Each comes with a value, which is handed back where the phrase is found.
    """

    def __init__(self, phrases: Sequence[tuple[Phrase, int]]) -> None:
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Entry]] = defaultdict(list)
        for phrase, value in phrases:
            for at, part in enumerate(_may_come_first(phrase.parts)):
                entry = (phrase, value, _may_come_next(phrase.parts[at + 1 :]))
                for word in part.exact:
                    self._by_word[word].append(entry)
                for beginning in _opening(part):
                    self._by_beginning[beginning].append(entry)

    def found(self, words: Words) -> Iterator[tuple[int, int, int]]:
        """Each place where a phrase stands: its first word, the first after it, its value."""
        for first, word in enumerate(words.folded):
            next_to_it = _openings(words, first + 1)
            for phrase, value, after_it in self._near(words, first, word):
                if after_it and next_to_it and after_it.isdisjoint(next_to_it):
                    continue
                end = phrase.end(words, first)
                if end is not None and end > first and not _is_parted(phrase, words, first, end):
                    yield first, end, value

    def _near(self, words: Words, first: int, word: str) -> Iterator["_Entry"]:
        yield from self._by_word.get(word, ())
        yield from self._by_beginning.get(word[:FEWEST_LETTERS], ())
        other = words.besides.get(first)
        if other:
            yield from self._by_word.get(other, ())


def _openings(words: Words, here: int) -> tuple[str, ...]:
    """What a word is and how it begins; nothing where it may be passed over."""
    if here in words.passed:
        return ()
    word = words.folded[here] if here < len(words.folded) else ""
    other = words.besides.get(here)
    return (word, word[:FEWEST_LETTERS], other) if other else (word, word[:FEWEST_LETTERS])


_Entry = tuple[Phrase, int, frozenset[str]]
"""A phrase, its value, and what its second word is or how it begins; nothing where that may be
anything. Most first words are common ones, and most phrases are put aside by their second."""


def _is_parted(phrase: Phrase, words: Words, first: int, end: int) -> bool:
    """Whether a comma stands in it, where its words have to follow one another: “calm, down by
    the river”."""
    if "," not in words.text[words.ends[first] : words.starts[end - 1]]:
        return False
    return not any(part.gap for part in phrase.parts)


def _may_come_first(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if not part.optional:
            return


def _may_come_next(parts: Sequence[Part]) -> frozenset[str]:
    near = list(_may_come_first(parts))
    if not near or near[-1].optional or any(part.gap for part in near):
        return frozenset()
    return frozenset().union(*(part.exact | _opening(part) for part in near))


def _opening(part: Part) -> frozenset[str]:
    return frozenset(beginning[:FEWEST_LETTERS] for beginning in part.beginnings)
