"""Whose words a quotation is: those of the person visited are left as they said them.

What our letters, files and colleagues say, and what the officer said, is ours to say in
another way, in quotation marks or not.
"""

import re
from dataclasses import dataclass

from tipcoach.practice.lenses.phrases import Context
from tipcoach.practice.lenses.words import APOSTROPHES, Words, fold

_MARKS = re.compile(
    r"“[^”\n]*”"
    r'|"[^"\n]*"'
    r"|(?<!\w)‘[^‘\n]*?’(?!\w)"
    r"|(?<!\w)'[^'\n]*(?:\w'\w[^'\n]*)*'(?!\w)"
)
_ALOUD = re.compile(
    r"\b(?:quotes?|inverted commas)\b(?P<said>.{1,400}?)"
    r"\b(?:unquote|(?:end|close|closed) (?:of )?(?:quotes?|inverted commas))\b",
    re.IGNORECASE | re.DOTALL,
)


_ASKING = frozenset(("why", "what", "whats", "how", "who", "whos", "when", "where"))
_I = frozenset(("i", "im", "ive", "id", "ill"))
"""Has a capital everywhere."""
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_NO = frozenset(("no", "nope", "naw", "na", "never"))
_TELLS = frozenset(
    ("says", "said", "admits", "admitted", "told", "tells", "jokes", "joked", "reckons", "feels")
)
_LISTENERS = frozenset(("me", "us", "straight", "that", "quietly", "openly"))
_HERSELF = frozenset(
    ("he", "she", "hes", "shes", "hed", "shed", "they", "theyre", "theyd", "i", "im", "ive", "id")
)
_WHOM = frozenset(("tenant", "tnt", "mr", "mrs", "ms", "miss", "mum", "mam", "dad", "lady", "gent"))
_BUT = frozenset(("but", "yet", "though", "although", "while", "so", "then"))


@dataclass(frozen=True, slots=True)
class Speech:
    """What tells whose words a quotation is. Around it, `ours` says that it is ours, and
    `theirs` that it is not after all; `dropped` that it is quoted to be put away. Around words
    without marks, `rejected` says that they are told as somebody else's, and `named` that they
    are only spoken about, whoever's they are. `reported` says that a paper or somebody has them
    so, which is ours to say in another way unless the officer does not take it over: then
    `doubted` says so, there or in the next sentence, or `answered` what was found instead, after
    it; and nothing says that it is `borne_out`.
    After `feared` they are what somebody dreads to be thought, or would not be."""

    ours: Context
    theirs: Context
    dropped: Context
    rejected: Context
    named: Context
    reported: Context
    answered: Context
    doubted: Context
    borne_out: Context
    feared: Context

    def is_told(self, words: Words, first: int, end: int) -> bool:
        """Whether the words `first` to `end` are told as somebody else's, or only spoken about,
        without marks."""
        if (
            self.named.holds(words, first, end)
            or _is_held_up(words, first, end)
            or _is_a_name(words, first, end)
            or self.feared.stands_in(words, words.sentence(first)[0], first)
            or _is_told_of_self(words, first)
            or self._is_put_away(words, first, end)
        ):
            return True
        return self.rejected.holds(words, first, end) and not self.ours.holds(words, first, end)

    def _is_put_away(self, words: Words, first: int, end: int) -> bool:
        # What is done about a word, or thought of it, is often told in a sentence of its own.
        begins, after = words.sentence(first)
        until = words.sentence(after)[1] if after < len(words.folded) else after

        def stands(context: Context) -> bool:
            return context.holds(words, first, end) or context.stands_in(words, after, until)

        later = words.sentence(until)[1] if until < len(words.folded) else until
        if any(
            self.dropped.stands_in(words, *told)
            for told in ((begins, after), (after, until), (until, later))
        ):
            return True
        return (
            self.reported.holds(words, first, end)
            and (
                stands(self.doubted)
                or self.answered.stands_in(words, end, after)
                or self.answered.stands_in(words, after, until)
            )
            and not stands(self.borne_out)
        )


def _is_held_up(words: Words, first: int, end: int) -> bool:
    """Whether they are a question by themselves, with something after it, or in one that is
    answered with no: “Manipulative? She asked twice.” “Is he drunk? No.” What is a question of
    its own accord, such as “why does she stay”, is not held up."""
    begins, after = words.sentence(first)
    if after == len(words.folded):
        return False
    alone = begins == first and after <= end + 1
    if not alone and words.folded[after] not in _NO:
        return False
    between = words.text[words.ends[after - 1] : words.starts[after]]
    return "?" in between and words.folded[first] not in _ASKING


def _is_told_of_self(words: Words, first: int) -> bool:
    """Whether they follow, in one breath, on what somebody tells of himself or herself: “says he”,
    “Mrs Baird told me she”; whoever says it may be left out, as hurried notes do."""
    begins, _ = words.sentence(first)
    told = begins
    if words.folded[told] in _WHOM:
        told += 1
        if words.folded[begins] in _TITLES and told < first:
            told += 1
    if told >= first or words.folded[told] not in _TELLS:
        return False
    self_at = told + 1
    while self_at < first and words.folded[self_at] in _LISTENERS:
        self_at += 1
    if self_at >= first or words.folded[self_at] not in _HERSELF:
        return False
    between = range(told, first)
    return all(words.runs_on(at) and words.folded[at] not in _BUT for at in between)


def _is_a_name(words: Words, first: int, end: int) -> bool:
    """Whether they are in the name of something: “Lifestyle Sports”, “the Victims' Payment”."""
    if end == len(words.folded) or not words.joined[end - 1]:
        return False
    between = words.text[words.ends[end - 1] : words.starts[end]]
    last = words.text[words.starts[end - 1]]
    following = words.text[words.starts[end] : words.ends[end]]
    if between.strip(APOSTROPHES + " ") or not (last + following[0]).isupper():
        return False
    if {words.folded[end - 1], words.folded[end]} & _TITLES:
        return False
    return fold(following) not in _I and following[1:].islower()


def whose_words(words: Words, speech: Speech) -> tuple[tuple[int, int], ...]:
    """The places of `words.text` that are in somebody else's words, or quoted to be dropped."""
    spans = [one.span() for one in _MARKS.finditer(words.text)]
    spans += [one.span("said") for one in _ALOUD.finditer(words.text)]
    return tuple(span for span in spans if _is_left(words, speech, span))


def _is_left(words: Words, speech: Speech, span: tuple[int, int]) -> bool:
    inside = [
        n for n, start in enumerate(words.starts) if span[0] <= start and words.ends[n] <= span[1]
    ]
    if not inside:
        return False
    first, end = inside[0], inside[-1] + 1
    if speech.dropped.holds(words, first, end) or speech.theirs.holds(words, first, end):
        return True
    return not speech.ours.holds(words, first, end)
