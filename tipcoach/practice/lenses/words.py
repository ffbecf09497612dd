"""A text as its words, for lenses that look for phrases.

Words are folded so that a phrase is found however it is typed: case, the shape of an
apostrophe, a hyphen or a space make no difference. Each keeps its place in the text as it
was written, counted in characters, so nothing shown to anyone is ever the folded form.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

APOSTROPHES = "'’‘ʼ`"
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_ENDS = re.compile(r"[.?!;…]+[”’\"')\]]*(?=\s|$)|\n\s*(?:\n|[-*•]\s)")
_PARTS = re.compile(r"[.?!;…]\s|\n\s*(?:\n|[-*•]\s)")
_UNUSUAL = re.compile("[^\n\x20-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027]")

SAID_ALOUD = (("full", "stop"), ("new", "paragraph"), ("new", "line"), ("question", "mark"))
"""What ends a sentence in dictated text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`, folded, in order.

    `starts` and `ends` are their places in the text; `sentences` says which sentence each is
    in, and `joined` whether a phrase may run on from it to the next. `besides` is what a word
    could be besides, by its place, and `passed` which words may be passed over.
    """

    text: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    joined: tuple[bool, ...]
    besides: Mapping[int, str] = field(default_factory=dict)
    passed: frozenset[int] = frozenset()

    def sentence(self, word: int) -> tuple[int, int]:
        """The first word of the sentence that `word` is in, and the first after it."""
        here = self.sentences[word]
        first, last = word, word + 1
        while first > 0 and self.sentences[first - 1] == here:
            first -= 1
        while last < len(self.sentences) and self.sentences[last] == here:
            last += 1
        return first, last

    def runs_on(self, at: int) -> bool:
        """Whether the word `at` is followed by another with no comma or more between."""
        return self.joined[at] and "," not in self.text[self.ends[at] : self.starts[at + 1]]


def fold(word: str) -> str:
    """A word as it is looked for: lower case, without apostrophes."""
    return word.translate(_NO_APOSTROPHES).lower()


def letters_for_marks(text: str) -> str:
    """`text` with a letter in place of each combining mark after a letter, place for place.

    A mark belongs to the letter before it, and to the word: “café” typed in two parts is one
    word, and not “cafe”. One that colours an emoji belongs to no word.
    """
    if not _UNUSUAL.search(text):
        return text
    letters: list[str] = []
    for sign in text:
        is_mark = unicodedata.category(sign)[0] == "M"
        letters.append("ˣ" if is_mark and letters and letters[-1].isalnum() else sign)
    return "".join(letters)


def words_of(text: str) -> Words:
    """The words of a text. Every place is one of `text` itself."""
    plain = letters_for_marks(text)
    found = list(_WORD.finditer(plain))
    folded = tuple(fold(one[0]) for one in found)
    sentences: list[int] = []
    joined: list[bool] = []
    ends = [one.start() for one in _ENDS.finditer(plain)]
    sentence, next_end = 0, 0
    for n, one in enumerate(found):
        while next_end < len(ends) and ends[next_end] < one.start():
            next_end += 1
            sentence += 1
        if n >= 2 and folded[n - 2 : n] in SAID_ALOUD:
            sentence += 1
        sentences.append(sentence)
        between = plain[one.end() : found[n + 1].start()] if n + 1 < len(found) else ""
        joined.append(n + 1 < len(found) and (len(between) == 1 or not _PARTS.search(between)))
    return Words(
        text,
        folded,
        tuple(one.start() for one in found),
        tuple(one.end() for one in found),
        tuple(sentences),
        tuple(joined),
    )
