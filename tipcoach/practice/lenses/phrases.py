"""Phrases as a practice lead writes them in the lens files, and how they are found in a text.

    refus* to engage           a star stands for any ending
    did/do not engage          any of these words
    [really] hard to reach     a word in square brackets may be there or not
    refused .. access          up to three words between
    difficult <people>         any word of the list called “people”
    ~ water                    in a context: the wavy line is what was found

Hyphens, apostrophes and capitals make no difference: “non-compliant” also finds “Non
compliant”, and “didn't” also “didnt”. Where a lens says so, neither do other spellings, nor
words that fill a gap.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tipcoach.practice.lenses.words import Words, fold

FOUND = "~"
MOST_BETWEEN = 3
FEWEST_LETTERS = 3
_PART = re.compile(r"\.\.|~|\[[^\]\s]+\]|[^\s\[\]]+")


class NotAPhrase(ValueError):
    """A phrase that cannot be looked for; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: any of `exact`, or a word with one of `beginnings`.

    `optional` may be there or not; a `gap` stands for up to `MOST_BETWEEN` words.
    """

    exact: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False

    def fits(self, word: str) -> bool:
        return word in self.exact or (bool(self.beginnings) and word.startswith(self.beginnings))

    def fits_at(self, words: Words, here: int) -> bool:
        return self.fits(words.folded[here]) or (
            here in words.besides and self.fits(words.besides[here])
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to be found word by word. In a context, `found_at` is the place of what was
    found among the parts; `None` for a phrase that may stand anywhere in the sentence."""

    parts: tuple[Part, ...]
    found_at: int | None = None

    def end(self, words: Words, first: int) -> int | None:
        """The word after the phrase where it begins at `first`; nothing where it does not."""
        return _end(self.parts, 0, words, first, first)


def _end(
    parts: Sequence[Part],
    at: int,
    words: Words,
    here: int,
    first: int | None,
    wanted: int | None = None,
) -> int | None:
    """Where `parts` from `at` on end, beginning at the word `here`: at `wanted` if that is given,
    else with as many words that may be left out, and as few between, as may be. Nothing where
    they do not stand. Each word has to run on from the one before it, but for `first`, where a
    phrase begins."""
    if at == len(parts):
        return here if wanted in (None, here) else None
    part = parts[at]
    if part.gap:
        for after in range(here, min(here + MOST_BETWEEN, len(words.folded)) + 1):
            if all(words.joined[here - 1 : after]):
                found = _end(parts, at + 1, words, after, first, wanted)
                if found is not None:
                    return found
        return None
    if (
        here < len(words.folded)
        and part.fits_at(words, here)
        and (here == first or words.joined[here - 1])
    ):
        found = _end(parts, at + 1, words, here + 1, first, wanted)
        if found is not None:
            return found
    if part.optional:
        found = _end(parts, at + 1, words, here, first, wanted)
        if found is not None:
            return found
    if here in words.passed and here != first and words.joined[here - 1] and at:
        return _end(parts, at, words, here + 1, first, wanted)
    return None


def read_phrase(written: str, lists: Mapping[str, Sequence[str]]) -> Phrase:
    """A phrase as it is written in a lens file. Raises `NotAPhrase`."""
    if set("[]") & set(_PART.sub("", written)):
        raise NotAPhrase("has a bracket around more than one word")
    parts: list[Part] = []
    found_at: int | None = None
    for said in _PART.findall(written):
        if said == FOUND:
            if found_at is not None:
                raise NotAPhrase("has the wavy line twice")
            found_at = len(parts)
        elif said == "..":
            parts.append(Part(gap=True))
        else:
            parts += _read_part(said, lists)
    if all(part.optional or part.gap for part in parts):
        raise NotAPhrase("has no word to look for")
    if (parts[0].gap and found_at != 0) or (parts[-1].gap and found_at != len(parts)):
        raise NotAPhrase("begins or ends with a gap")
    return Phrase(tuple(parts), found_at)


def any_of(said: Sequence[str], lists: Mapping[str, Sequence[str]]) -> Part:
    """Any of these words and lists, as one place of a phrase. Raises `NotAPhrase`."""
    return _part(said, False, lists)


def _read_part(said: str, lists: Mapping[str, Sequence[str]]) -> tuple[Part, ...]:
    # The same few hundred words stand in thousands of phrases.
    return tuple(_parts(said, lists)) if "<" in said else _parts_of_words(said)


@cache
def _parts_of_words(said: str) -> tuple[Part, ...]:
    return tuple(_parts(said, {}))


def _parts(said: str, lists: Mapping[str, Sequence[str]]) -> Iterator[Part]:
    optional = said.startswith("[") and said.endswith("]")
    alternatives = said.strip("[]").split("/")
    if len(alternatives) == 1 and not said.startswith(("<", "[<")):
        # A hyphen is a space: “non-compliant” is two words.
        for word in alternatives[0].split("-"):
            yield _part([word], optional, lists)
    else:
        yield _part(alternatives, optional, lists)


def _part(alternatives: Sequence[str], optional: bool, lists: Mapping[str, Sequence[str]]) -> Part:
    exact: set[str] = set()
    beginnings: list[str] = []
    for word in alternatives:
        if word.startswith("<") and word.endswith(">"):
            if word[1:-1] not in lists:
                raise NotAPhrase(f"names a list “{word[1:-1]}” that is not there")
            named = _part_of_list(tuple(lists[word[1:-1]]))
            exact |= named.exact
            beginnings += named.beginnings
        elif not fold(word.removesuffix("*")).isalnum():
            raise NotAPhrase(f"has “{word}”, which is not a word")
        elif word.endswith("*"):
            if len(fold(word[:-1])) < FEWEST_LETTERS:
                raise NotAPhrase(f"wants {FEWEST_LETTERS} letters before the star")
            beginnings.append(fold(word[:-1]))
        else:
            exact.add(fold(word))
    return Part(frozenset(exact), tuple(beginnings), optional)


@cache
def _part_of_list(said: tuple[str, ...]) -> Part:
    """Many phrases name the same few lists."""
    return _part(said, False, {})


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around something found: any of these phrases, in the same sentence."""

    phrases: tuple[Phrase, ...]

    def holds(self, words: Words, first: int, end: int) -> bool:
        """Whether any of them stands around the words `first` to `end`, or in their sentence."""
        if not self.phrases:
            return False
        begins, ends = words.sentence(first)
        return any(_stands(phrase, words, (first, end), (begins, ends)) for phrase in self.phrases)

    def stands_in(self, words: Words, first: int, end: int) -> bool:
        """Whether any of them that may stand anywhere is among the words `first` to `end`."""
        return any(
            phrase.found_at is None and _stands(phrase, words, (first, end), (first, end))
            for phrase in self.phrases
        )


def _stands(
    phrase: Phrase, words: Words, found: tuple[int, int], sentence: tuple[int, int]
) -> bool:
    if phrase.found_at is None:
        return any(
            (end := phrase.end(words, at)) is not None and end > at for at in range(*sentence)
        )
    before, after = phrase.parts[: phrase.found_at], phrase.parts[phrase.found_at :]
    if after and _end(after, 0, words, found[1], None) is None:
        return False
    if not before:
        return True
    earliest = max(sentence[0], found[0] - len(before) * (MOST_BETWEEN + 1))
    return any(
        _end(before, 0, words, at, at, found[0]) is not None for at in range(earliest, found[0])
    )
